"""Pictures of signatures: whatever was sent, a small drawing of ink on nothing."""

import io

from PIL import Image, ImageOps

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from council.images import read_picture

MOST_BYTES = 5 * 1024 * 1024
# What 46 by 17 millimetres need in print.
SIZE = (480, 180)
TONES = 8


def signature_from(upload) -> bytes:
    """The signature as a small PNG without its paper; or a sentence."""
    if upload.size > MOST_BYTES:
        raise ValidationError(_("This picture is larger than 5 MB. Take it smaller."))
    upload.seek(0)
    picture = read_picture(upload.read())
    grey = ImageOps.autocontrast(on_white(picture).convert("L"), cutoff=1)
    ink = ImageOps.invert(grey).getbbox()
    if ink is None:
        raise ValidationError(_("This picture is empty. Sign with dark ink."))
    grey = grey.crop(ink)
    grey.thumbnail(SIZE)
    drawn = io.BytesIO()
    grey.quantize(TONES).save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """A drawing without paper, laid on white."""
    picture = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture)
