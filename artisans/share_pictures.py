"""
The picture that stands beside a link: photo, name, maker, place, craft and a QR.

It is drawn when somebody first asks for it and kept as a private file under a name
made of all that it shows, so that a changed name, photo or place gets a new one.
"""

import hashlib
import io
import json
from contextlib import suppress

import segno
from PIL import Image, ImageDraw, ImageFont, ImageOps

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .models import Business, Product
from .sharing import share_address, share_text, short_address

WIDTH, HEIGHT = 1200, 630
PHOTO, STRIP, EDGE, QR = 540, 42, 56, 168
# Raise it when the drawing changes: every picture is then drawn anew.
DESIGN = 1
INK, SOFT, PAPER, MADDER = "#1f1a17", "#5c5148", "#fbf8f3", "#9c2f2a"


class Facts:
    """What the picture of a product or maker says."""

    def __init__(self, row: Business | Product):
        is_product = isinstance(row, Product)
        maker = row.business if is_product else row
        craft = row.craft if is_product else next(iter(row.crafts.all()), None)
        photo = row.picture and row.picture.image if is_product else row.portrait
        self.photo = photo or None
        self.title = str(row)
        self.craft = str(craft or "")
        self.family = craft.family if craft else "lain"
        self.maker = str(maker) if is_product else ""
        self.place = maker.city.name
        self.is_example = row.is_example
        self.address = short_address(row)
        kind = "p" if is_product else "m"
        self.folder = f"share/{kind}/{int_to_base36(row.pk)}"

    @property
    def digest(self) -> str:
        """Short text that differs whenever the picture would."""
        told = [DESIGN, get_language(), self.photo.name if self.photo else ""]
        told += [self.title, self.craft, self.family, self.maker, self.place]
        text = json.dumps([*told, self.address, self.is_example])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def name(self) -> str:
        return f"{self.folder}/{get_language()}-{self.digest}.jpg"


def picture_address(row: Business | Product) -> str:
    """Where the picture is found; the address changes with the picture."""
    kind = "product" if isinstance(row, Product) else "maker"
    path = reverse(f"artisans:picture_of_{kind}", args=[row.pk])
    return f"{path}?v={Facts(row).digest}"


class Share:
    """What a page offers to whoever wants to pass it on."""

    def __init__(self, row: Business | Product):
        self.text = share_text(row)
        self.address = short_address(row)
        self.whatsapp = share_address(row)
        self.picture = picture_address(row)
        self.file_name = f"{row.slug}.jpg"


def share_picture(facts: Facts) -> bytes:
    """The picture as JPEG, drawn now if it is not there yet."""
    storage = storages["private"]
    with suppress(FileNotFoundError), storage.open(facts.name) as file:
        return file.read()
    content = as_jpeg(draw(facts))
    forget_older(storage, facts)
    storage.save(facts.name, ContentFile(content))
    return content


def forget_older(storage, facts) -> None:
    """Delete what the picture in this language was before."""
    with suppress(FileNotFoundError):
        for name in storage.listdir(facts.folder)[1]:
            if name.startswith(f"{get_language()}-"):
                storage.delete(f"{facts.folder}/{name}")


def as_jpeg(picture) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=84, optimize=True, progressive=True)
    return target.getvalue()


def draw(facts: Facts) -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    picture.paste(photo_of(facts), (0, 0))
    tile(picture, strip_of(facts), (0, HEIGHT - STRIP, WIDTH, HEIGHT))
    write(picture, facts)
    code = qr(facts.address)
    corner = (WIDTH - EDGE - code.width, HEIGHT - STRIP - 40 - code.height)
    picture.paste(code, corner)
    if facts.is_example:
        mark_as_example(picture)
    return picture


def mark_as_example(picture) -> None:
    """An invented product must never be taken for one that can be bought."""
    pen, letters = ImageDraw.Draw(picture), font(22, 700)
    words = _("Example data")
    pen.rectangle((0, 0, letters.getlength(words) + 36, 46), PAPER)
    pen.text((18, 8), words, SOFT, letters)


def photo_of(facts):
    """The photo, cropped to its place, or the cloth of the craft."""
    size = (PHOTO, HEIGHT - STRIP)
    if facts.photo:
        with suppress(OSError), facts.photo.open("rb") as file:
            photo = Image.open(file).convert("RGB")
            return ImageOps.fit(photo, size, Image.Resampling.LANCZOS)
    cloth = Image.new("RGB", size, PAPER)
    strip = strip_of(facts)
    big = strip.resize((strip.width * 2, strip.height * 2), Image.Resampling.LANCZOS)
    tile(cloth, big, (0, 0, *size))
    return cloth


def strip_of(facts) -> Image.Image:
    path = finders.find(f"img/strips/{facts.family}.png")
    with Image.open(path or finders.find("img/strips/lain.png")) as strip:
        return strip.convert("RGB")


def tile(picture, repeat, box) -> None:
    """Weave a repeat over a part of the picture."""
    left, top, right, bottom = box
    part = Image.new("RGB", (right - left, bottom - top))
    for x in range(0, part.width, repeat.width):
        for y in range(0, part.height, repeat.height):
            part.paste(repeat, (x, y))
    picture.paste(part, (left, top))


def font(size: int, weight: int):
    letters = ImageFont.truetype(finders.find("fonts/plus-jakarta-sans.woff2"), size)
    letters.set_variation_by_axes([weight])
    return letters


def write(picture, facts) -> None:
    """The words beside the photo, from the craft down to the address."""
    left, width = PHOTO + EDGE, WIDTH - PHOTO - 2 * EDGE
    page = Page(ImageDraw.Draw(picture), left, width)
    page.top = 52
    if facts.craft:
        page.line(facts.craft, font(27, 700), MADDER, height=48)
    lines, letters = fitted(facts.title, width)
    for words in lines:
        page.line(words, letters, INK, height=round(letters.size * 1.16))
    page.top += 18
    for words in filter(None, (facts.maker, facts.place)):
        page.line(words, font(28, 500), SOFT, height=40)
    page.top, page.width = HEIGHT - STRIP - 102, width - QR - 20
    page.line(_("Portal Dekranasda"), font(24, 700), INK, height=32)
    address = facts.address.split("://", 1)[-1].rstrip("/")
    page.line(address, font(20, 500), SOFT, height=30)


class Page:
    """Where the next line is written, and how wide it may be."""

    def __init__(self, pen, left, width):
        self.pen, self.left, self.width, self.top = pen, left, width, 0

    def line(self, words, letters, colour, *, height):
        words = shortened(words, letters, self.width)
        self.pen.text((self.left, self.top), words, colour, letters)
        self.top += height


def fitted(words: str, width: int):
    """The title in at most three lines, as large as it fits."""
    for size in (58, 50, 44, 38):
        letters = font(size, 800)
        lines = wrapped(words, letters, width)
        if len(lines) <= 3:
            return [shortened(line, letters, width) for line in lines], letters
    lines = [*lines[:2], shortened(" ".join(lines[2:]), letters, width)]
    return [shortened(line, letters, width) for line in lines], letters


def wrapped(words: str, letters, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if letters.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(words: str, letters, width: int) -> str:
    """The words on one line, with an ellipsis where they do not fit."""
    if letters.getlength(words) <= width:
        return words
    while words and letters.getlength(f"{words}…") > width:
        words = words[:-1]
    return f"{words.rstrip()}…"


def qr(address: str) -> Image.Image:
    """The code that leads to the page, in whole points so that it stays sharp."""
    code = segno.make(address, error="m", micro=False)
    scale = QR // code.symbol_size(border=0)[0]
    target = io.BytesIO()
    code.save(target, kind="png", scale=scale, border=0, dark=INK, light=PAPER)
    return Image.open(target).convert("RGB")
