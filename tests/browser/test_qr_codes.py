"""The codes on hang tags, read as a phone's camera reads them."""

import io

import pytest
from PIL import Image

zxingcpp = pytest.importorskip("zxingcpp")


def codes_on(page, selector, *, scale=1):
    """What every code on a part of the page says, seen at a scale."""
    seen = Image.open(io.BytesIO(page.locator(selector).screenshot()))
    seen = seen.resize((int(seen.width * scale), int(seen.height * scale)))
    return [code.text for code in zxingcpp.read_barcodes(seen.convert("L"))]


@pytest.mark.parametrize("scale", [2, 1])
def test_printed_tags_lead_to_their_label(window, town, scale):
    page = window(town.officer)
    page.goto(f"/admin/artisans/techniquelabel/tags/?label={town.label.pk}&each=4")
    page.emulate_media(media="print")

    codes = codes_on(page, ".sheet", scale=scale)

    assert codes == [town.label.tag_address] * 4


def test_a_tag_that_is_partly_worn_still_reads(window, town):
    page = window(town.officer)
    page.goto(f"/admin/artisans/techniquelabel/tags/?label={town.label.pk}&each=1")
    drawing = page.locator(".sheet .qr").first
    seen = Image.open(io.BytesIO(drawing.screenshot())).convert("L")
    side = seen.width // 6
    middle = (seen.width - side) // 2
    seen.paste(255, (middle, middle, middle + side, middle + side))
    framed = Image.new("L", (seen.width + 80, seen.height + 80), 255)
    framed.paste(seen, (40, 40))

    [code] = zxingcpp.read_barcodes(framed)

    assert code.text == town.label.tag_address
