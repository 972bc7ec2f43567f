"""
Photos of people who have a cheap phone, a weak signal and a right to privacy.

A photo is known by its content, never by its name. It is turned upright, made
small, stripped of everything but the picture (place, phone and owner included)
and written anew in the sizes that pages need. The stored name carries the
dimensions, so that a page is drawn without touching the disk.
"""

import io
import re
import secrets
from pathlib import PurePath

from PIL import Image, ImageCms, ImageOps

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.utils.translation import gettext_lazy as _

from council.stored_files import (
    OwnedFieldFile,
    OwnedFileField,
    delete_files_later,
    safe_original_name,
)

FORMATS = ("JPEG", "PNG", "WEBP")
EXTENSIONS = {"", ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp"}
MAX_BYTES = 8 * 1024 * 1024
MAX_PIXELS = 40_000_000
# PNG and WebP cannot be made small while they are read, as JPEG can.
MAX_PIXELS_READ_WHOLE = 24_000_000
# A hostile progressive JPEG holds 100,000 scans of one huge picture.
MAX_JPEG_SCANS = 100

LONGEST_SIDE = 1600
FALLBACK_WIDTH = 960
VARIANT_WIDTHS = (320, 640, 960)
MAX_VARIANT_BYTES = {320: 25_000, 640: 50_000, 960: 80_000}
MAX_MASTER_BYTES = 260_000
MAX_FALLBACK_BYTES = 110_000
QUALITIES = (80, 72, 64, 54, 44, 34, 24, 14, 4)

NAME = re.compile(r"^(?P<stem>.+)-(?P<width>\d{1,4})x(?P<height>\d{1,4})\.webp$")

# Opening a larger picture anywhere in the portal is refused by Pillow itself.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

TOO_MANY_BYTES = _(
    "This photo is larger than 8 MB. Choose a smaller one, or send it to "
    "yourself on WhatsApp first: that makes it smaller."
)
TOO_MANY_PIXELS = _(
    "This photo has too many pixels. Choose a photo of at most 40 megapixels."
)
NOT_A_PHOTO = _("This file is not a photo. Choose a JPEG, PNG or WebP photo.")
BROKEN = _("This photo is damaged or incomplete. Choose another one.")


class PreparedPhoto(ContentFile):
    """A photo ready to be stored: the master and its smaller sizes, as bytes."""

    def __init__(self, size, sizes, *, name):
        super().__init__(sizes[""], name=name)
        self.dimensions = size
        self.sizes = sizes

    def store(self, storage) -> str:
        """Write every size, or none of them, and give the master's name."""
        token = secrets.token_hex(16)
        stem = f"photos/{token[:2]}/{token}"
        master = "{}-{}x{}.webp".format(stem, *self.dimensions)
        written = []
        try:
            for ending, content in self.sizes.items():
                name = f"{stem}-{ending}" if ending else master
                written.append(storage.save(name, ContentFile(content)))
        except BaseException:
            for name in written:
                storage.delete(name)
            raise
        return master


def prepare_photo(upload: File) -> PreparedPhoto:
    """
    Read an uploaded photo and make its sizes.

    Raises ValidationError, with a sentence for the person, for anything that is
    not an honest photo of a reasonable size.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(TOO_MANY_BYTES, code="too_many_bytes")
    name = safe_original_name(upload.name)
    if PurePath(name).suffix.lower() not in EXTENSIONS:
        raise ValidationError(NOT_A_PHOTO, code="not_a_photo")
    upload.seek(0)
    picture = read_picture(upload.read())
    return photo_from_picture(picture, name=name)


def photo_from_picture(
    picture: Image.Image, *, name: str = "", quick: bool = False
) -> PreparedPhoto:
    """Make a value for a PhotoField from a picture in memory, such as a drawn one."""
    if picture.mode != "RGB":
        picture = flattened(picture)
    if max(picture.size) > LONGEST_SIDE:
        picture = picture.copy()
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3.0)
    options = {"format": "WEBP", "method": 1 if quick else 4}

    sizes = {}
    for width in VARIANT_WIDTHS:
        if width < picture.width:
            smaller = resized(picture, width)
            sizes[f"{width}.webp"] = encoded(
                smaller, MAX_VARIANT_BYTES[width], **options
            )
    fallback = resized(picture, min(FALLBACK_WIDTH, picture.width))
    sizes[f"{fallback.width}.jpg"] = encoded(
        fallback, MAX_FALLBACK_BYTES, format="JPEG", optimize=True, progressive=True
    )
    sizes[""] = encoded(picture, MAX_MASTER_BYTES, **options)
    return PreparedPhoto(picture.size, sizes, name=name or "photo.webp")


def read_picture(content: bytes) -> Image.Image:
    """Decode hostile bytes into an upright, bare RGB picture of at most 1600 px."""
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
        refuse_bombs(picture, content)
        return decoded(picture)
    except ValidationError:
        raise
    except (
        MemoryError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from error
    except Image.UnidentifiedImageError as error:
        raise ValidationError(NOT_A_PHOTO, code="not_a_photo") from error
    except Exception as error:  # decoders answer broken bytes in a dozen ways
        raise ValidationError(BROKEN, code="broken") from error


def refuse_bombs(picture: Image.Image, content: bytes) -> None:
    """Raise ValidationError before a small file becomes a large picture."""
    width, height = picture.size
    is_jpeg = picture.format in {"JPEG", "MPO"}
    # The second picture of a phone's MPO file is never read.
    frames = 1 if is_jpeg else getattr(picture, "n_frames", 1)
    allowed = MAX_PIXELS if is_jpeg else MAX_PIXELS_READ_WHOLE
    if width * height * frames > allowed:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
    if is_jpeg and content.count(b"\xff\xda") > MAX_JPEG_SCANS:
        raise ValidationError(BROKEN, code="broken")


def decoded(picture: Image.Image) -> Image.Image:
    """The picture, upright, in sRGB, with nothing else attached."""
    picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    picture.load()
    profile = picture.info.get("icc_profile")
    if picture.mode in {"P", "PA", "LA", "1"}:
        picture = flattened(picture)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3.0)
    picture = ImageOps.exif_transpose(picture)
    if profile:
        picture = in_srgb(picture, profile)
    bare = flattened(picture)
    bare.info.clear()
    return bare


def in_srgb(picture, profile):
    """Phones save in their screen's colours; pages are drawn in sRGB."""
    if picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    try:
        return ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGBA" if picture.mode == "RGBA" else "RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def flattened(picture: Image.Image) -> Image.Image:
    """The picture in RGB, on white where it was transparent."""
    if picture.mode.startswith("I"):
        # Sixteen bits a pixel: keep the eight that a screen shows.
        return picture.point(lambda level: level / 256).convert("L").convert("RGB")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("RGB")


def resized(picture, width):
    height = max(1, round(picture.height * width / picture.width))
    if (width, height) == picture.size:
        return picture
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def encoded(picture, max_bytes, **options) -> bytes:
    """Encode at the best quality that keeps within the bytes a page may cost."""

    def at(quality):
        target = io.BytesIO()
        picture.save(target, quality=quality, **options)
        return target.getvalue()

    best = at(QUALITIES[0])
    if len(best) <= max_bytes:
        return best
    # The first quality that fits is looked for by halves: encoding takes time.
    worse = QUALITIES[1:-1]
    best = None
    while worse:
        middle = len(worse) // 2
        content = at(worse[middle])
        if len(content) <= max_bytes:
            best, worse = content, worse[:middle]
        else:
            worse = worse[middle + 1 :]
    return best or at(QUALITIES[-1])


class PhotoFile(OwnedFieldFile, ImageFieldFile):
    """A stored photo that knows its sizes from its name alone."""

    @property
    def _parts(self):
        return NAME.match(self.name or "")

    @property
    def width_px(self) -> int | None:
        return int(self._parts["width"]) if self._parts else None

    @property
    def height_px(self) -> int | None:
        return int(self._parts["height"]) if self._parts else None

    @property
    def width(self):
        return self.width_px

    @property
    def height(self):
        return self.height_px

    def variant_widths(self) -> list[int]:
        return [width for width in VARIANT_WIDTHS if width < (self.width_px or 0)]

    def variant_name(self, width: int, extension: str = "webp") -> str:
        return f"{self._parts['stem']}-{width}.{extension}"

    @property
    def srcset(self) -> str:
        """Every WebP size with its width, for an `img` element."""
        if not self._parts:
            return ""
        sources = [
            f"{self.storage.url(self.variant_name(width))} {width}w"
            for width in self.variant_widths()
        ]
        return ", ".join([*sources, f"{self.url} {self.width_px}w"])

    @property
    def fallback_url(self) -> str:
        """A JPEG for what does not read WebP: old browsers, mail, link previews."""
        if not self._parts:
            return self.url
        width = min(FALLBACK_WIDTH, self.width_px)
        return self.storage.url(self.variant_name(width, "jpg"))

    @property
    def thumbnail_url(self) -> str:
        if 320 not in self.variant_widths():
            return self.url
        return self.storage.url(self.variant_name(320))

    def stored_names(self):
        if not self._parts:
            return super().stored_names()
        variants = [self.variant_name(width) for width in self.variant_widths()]
        fallback = self.variant_name(min(FALLBACK_WIDTH, self.width_px), "jpg")
        return [self.name, *variants, fallback]

    def under_a_new_name(self) -> PreparedPhoto:
        """The same photo to be stored anew, so that its addresses lead nowhere."""
        size = (self.width_px, self.height_px)
        master, *others = self.stored_names()
        names = {"": master} | {
            other.removeprefix(f"{self._parts['stem']}-"): other for other in others
        }
        sizes = {}
        for ending, name in names.items():
            with self.storage.open(name) as file:
                sizes[ending] = file.read()
        return PreparedPhoto(size, sizes, name="photo.webp")

    def save(self, name, content, save=True):
        if not isinstance(content, PreparedPhoto):
            content = prepare_photo(content)
        self.name = content.store(self.storage)
        setattr(self.instance, self.field.attname, self.name)
        self._committed = True
        if save:
            self.instance.save()

    save.alters_data = True

    def delete(self, save=True):
        for name in self.stored_names()[1:]:
            self.storage.delete(name)
        super().delete(save)

    delete.alters_data = True


def delete_photo_later(photo: PhotoFile) -> None:
    """Delete every size of a photo once the running transaction is committed."""
    if photo:
        delete_files_later(photo.storage, photo.stored_names())


class PhotoInput(forms.ClearableFileInput):
    """Choose a photo; after a refused form it says which file to choose again."""

    template_name = "council/widgets/photo_input.html"
    chosen_name = ""

    def __init__(self, attrs=None):
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        # Browsers send no file twice: a refused form can only name it.
        is_upload = isinstance(value, UploadedFile)
        self.chosen_name = safe_original_name(value.name) if is_upload else ""
        return value

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["chosen_name"] = self.chosen_name
        return context


class PhotoFormField(forms.ImageField):
    """A photo from a form, checked by its content and made small at once."""

    widget = PhotoInput
    default_validators = []

    def to_python(self, data):
        upload = forms.FileField.to_python(self, data)
        return None if upload is None else prepare_photo(upload)


class PhotoField(OwnedFileField, models.ImageField):
    """A public photo in every size that pages need."""

    attr_class = PhotoFile
    description = _("Photo")

    def __init__(self, *args, **kwargs):
        kwargs["upload_to"] = "photos/"
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("upload_to", None)
        return name, path, args, kwargs

    def formfield(self, **kwargs):
        # The admin asks for its own file widget for every ImageField.
        kwargs["widget"] = PhotoInput
        kwargs["max_length"] = None
        return super().formfield(form_class=PhotoFormField, **kwargs)
