import errno
import io
import random
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models, transaction

from council.images import (
    PhotoField,
    PhotoFormField,
    photo_from_picture,
    prepare_photo,
)

pytestmark = pytest.mark.once


class Snapshot(models.Model):
    """A row with a photo, made for these tests only."""

    photo = PhotoField(blank=True)

    class Meta:
        app_label = "council"
        managed = False
        db_table = "test_snapshot"

    def __str__(self):
        return self.photo.name


class SnapshotForm(forms.ModelForm):
    class Meta:
        model = Snapshot
        fields = ["photo"]


class NamedPhotoForm(forms.Form):
    name = forms.CharField()
    photo = PhotoFormField()


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def snapshots(transactional_db, media):
    with connection.schema_editor() as editor:
        editor.create_model(Snapshot)
    yield Snapshot.objects
    with connection.schema_editor() as editor:
        editor.delete_model(Snapshot)


def picture(*, size=(1200, 800), mode="RGB"):
    """A picture like a photo: soft shapes with a little grain."""
    grain = random.Random(7)
    small = Image.new("RGB", (48, 32))
    small.putdata([tuple(grain.randrange(256) for _ in "rgb") for _ in range(48 * 32)])
    return small.resize(size, Image.Resampling.BICUBIC).convert(mode)


def encoded(image, kind="JPEG", **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def upload(content, name="foto.jpg"):
    return SimpleUploadedFile(name, content)


def files_in(folder):
    return sorted(path for path in Path(folder).rglob("*") if path.is_file())


def png_of(width, height):
    """A PNG of one colour: few bytes, many pixels."""

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    packer = zlib.compressobj(9)
    row = b"\0" * (width + 1)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", body)
        + chunk(b"IEND", b"")
    )


def animated(*, frames, kind):
    colours = ["red", "lime"]
    first, *others = [
        Image.new("RGB", (900, 900), colours[n % 2]) for n in range(frames)
    ]
    return encoded(first, kind, save_all=True, append_images=others, duration=40)


def test_photo_is_stored_in_every_size_a_page_needs(snapshots, media):
    snapshot = Snapshot(photo=upload(encoded(picture(size=(3000, 2000)))))

    snapshot.save()

    photo = Snapshot.objects.get().photo
    assert (photo.width_px, photo.height_px) == (1600, 1067)
    assert [path.name.rsplit("-")[-1] for path in files_in(media)] == [
        "1600x1067.webp",
        "320.webp",
        "640.webp",
        "960.jpg",
        "960.webp",
    ]
    widths = [source.split()[1] for source in photo.srcset.split(", ")]
    assert widths == ["320w", "640w", "960w", "1600w"]
    for address in [*photo.srcset.split(", "), photo.fallback_url, photo.thumbnail_url]:
        name = address.split()[0].removeprefix(default_storage.base_url)
        assert default_storage.exists(name)


def test_photo_is_drawn_without_touching_the_disk(media):
    snapshot = Snapshot(photo="photos/3f/" + "3f" * 16 + "-1600x1067.webp")

    assert snapshot.photo.thumbnail_url.endswith("-320.webp")
    assert snapshot.photo.fallback_url.endswith("-960.jpg")
    assert (snapshot.photo.width, snapshot.photo.height) == (1600, 1067)
    assert not media.exists()


def test_small_photo_is_not_blown_up(media):
    photo = prepare_photo(upload(encoded(picture(size=(300, 200)))))

    assert sorted(photo.sizes) == ["", "300.jpg"]


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000)])
def test_sizes_keep_within_the_bytes_of_a_page(size):
    noisy = Image.effect_noise((size[0] // 2, size[1] // 2), 40).resize(size)
    colours = Image.merge(
        "RGB", [noisy, noisy.rotate(180), picture(size=size, mode="L")]
    )

    photo = prepare_photo(upload(encoded(colours, quality=60)))

    assert len(photo.sizes["320.webp"]) <= 25_000
    assert len(photo.sizes["960.webp"]) <= 80_000


def test_photo_carries_nothing_but_the_picture():
    exif = Image.Exif()
    exif[0x010F] = "CANARY-MAKER"
    exif.get_ifd(0x8825)[2] = (6.0, 17.0, 30.0)
    content = encoded(
        picture(), exif=exif, comment=b"CANARY-COMMENT", xmp=b"<x>CANARY-XMP</x>"
    )
    assert b"CANARY" in content

    photo = prepare_photo(upload(content))

    for stored in photo.sizes.values():
        again = Image.open(io.BytesIO(stored))
        assert b"CANARY" not in stored
        assert not again.getexif()
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(again.info)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photo_stands_upright_whichever_way_the_phone_was_held(orientation):
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = Image.new("RGB", (600, 400), "white")
    upright.paste("red", (0, 0, 200, 200))
    taken = upright.transpose(undo[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation

    photo = prepare_photo(upload(encoded(taken, exif=exif, quality=95)))

    seen = Image.open(io.BytesIO(photo.sizes[""])).convert("RGB")
    assert seen.size == (600, 400)
    red, green, _ = seen.getpixel((60, 60))
    assert red > 200
    assert green < 80
    assert min(seen.getpixel((540, 340))) > 200


def test_every_honest_kind_of_picture_is_taken():
    small = (400, 300)
    half_clear = picture(size=small, mode="RGBA")
    half_clear.putalpha(128)
    sixteen_bits = Image.new("I;16", (400, 300), 40_000)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    contents = [
        encoded(picture(size=small), "WEBP"),
        encoded(picture(size=small), "JPEG", progressive=True, icc_profile=profile),
        encoded(picture(size=small, mode="CMYK"), "JPEG"),
        encoded(picture(size=small, mode="L"), "JPEG"),
        encoded(picture(size=small, mode="P"), "PNG", transparency=0),
        encoded(picture(size=small, mode="1"), "PNG"),
        encoded(picture(size=small, mode="LA"), "PNG"),
        encoded(half_clear, "PNG", icc_profile=profile),
        encoded(half_clear, "WEBP"),
        encoded(picture(size=small), "PNG", icc_profile=b"no profile at all"),
        encoded(sixteen_bits, "PNG"),
    ]

    for content in contents:
        stored = Image.open(io.BytesIO(prepare_photo(upload(content)).sizes[""]))
        assert (stored.format, stored.mode) == ("WEBP", "RGB")


def test_sixteen_bit_grey_keeps_its_brightness():
    content = encoded(Image.new("I;16", (400, 300), 40_000), "PNG")

    stored = Image.open(io.BytesIO(prepare_photo(upload(content)).sizes[""]))

    assert abs(stored.getpixel((10, 10))[0] - 40_000 // 256) < 4


@pytest.mark.parametrize(
    ("make", "name", "sentence"),
    [
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.jpg", "not a photo"),
        (lambda: b"<!doctype html><script>alert(1)</script>", "a.jpg", "not a photo"),
        (lambda: b"", "a.jpg", "not a photo"),
        (lambda: encoded(picture(), "TIFF"), "a.jpg", "not a photo"),
        (lambda: encoded(picture(), "BMP"), "a.jpg", "not a photo"),
        (lambda: encoded(picture(), "GIF"), "a.jpg", "not a photo"),
        (lambda: encoded(picture()), "a.jpg.php", "not a photo"),
        (lambda: encoded(picture()), "a.svg", "not a photo"),
        (lambda: encoded(picture())[:9000], "a.jpg", "damaged"),
        (lambda: encoded(picture(), "PNG")[:9000], "a.png", "damaged"),
        (lambda: encoded(picture(), "WEBP")[:900], "a.webp", "damaged|not a photo"),
        (
            lambda: b"\xff\xd8\xff" + b"\0" * 8 * 1024 * 1024,
            "a.jpg",
            "larger than 8 MB",
        ),
        (lambda: png_of(13_000, 13_000), "a.png", "too many pixels"),
        (lambda: png_of(5_000, 5_000), "a.png", "too many pixels"),
        (lambda: animated(frames=31, kind="WEBP"), "a.webp", "too many pixels"),
        (lambda: animated(frames=31, kind="PNG"), "a.png", "too many pixels"),
    ],
)
def test_what_is_no_honest_photo_is_refused_within_a_second(
    make, name, sentence, settings
):
    settings.LANGUAGE_CODE = "en"
    content = make()
    started_at = time.monotonic()

    with pytest.raises(ValidationError, match=sentence):
        prepare_photo(upload(content, name))

    assert time.monotonic() - started_at < 1


def test_jpeg_of_endless_scans_is_refused():
    content = encoded(picture(), progressive=True)
    scans = content[:-2] + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" * 500

    with pytest.raises(ValidationError):
        prepare_photo(upload(scans + content[-2:]))


def test_script_behind_a_picture_is_not_stored():
    content = encoded(picture(), "PNG") + b"<script>alert(1)</script>"

    photo = prepare_photo(upload(content, "a.png"))

    assert all(b"<script>" not in stored for stored in photo.sizes.values())


def test_name_of_the_file_is_never_a_path(snapshots, media):
    for name in [
        "../../x.png",
        "x" * 300 + ".jpg",
        "a\u202egpj.jpg",
        "CON",
        "a\r\nb.jpg",
    ]:
        Snapshot.objects.create(photo=upload(encoded(picture()), name))

    stored = [str(path.relative_to(media)) for path in files_in(media)]
    assert len(stored) == 5 * 5
    assert all(name.startswith("photos/") for name in stored)


def test_refused_form_says_which_file_to_choose_again():
    photo = upload(encoded(picture()), "songket merah.jpg")

    form = NamedPhotoForm({"name": ""}, {"photo": photo})

    assert not form.is_valid()
    assert list(form.errors) == ["name"]
    assert "songket merah.jpg" in str(form["photo"])
    assert "songket merah.jpg" not in str(NamedPhotoForm()["photo"])


def test_error_stands_beside_the_photo():
    form = NamedPhotoForm({"name": "Songket"}, {"photo": upload(b"no photo")})

    assert list(form.errors) == ["photo"]


def test_form_stores_the_photo(snapshots, media):
    form = SnapshotForm({}, {"photo": upload(encoded(picture()))})

    assert form.is_valid(), form.errors
    form.save()
    assert Snapshot.objects.get().photo.width_px == 1200


def test_replaced_photo_leaves_the_disk_after_commit(snapshots, media):
    snapshot = Snapshot.objects.create(photo=upload(encoded(picture())))
    old = files_in(media)

    with transaction.atomic():
        snapshot = Snapshot.objects.get()
        snapshot.photo = upload(encoded(picture()))
        snapshot.save(update_fields=["photo"])
        assert set(old) < set(files_in(media))

    assert not set(old) & set(files_in(media))
    assert len(files_in(media)) == len(old)


def test_replaced_photo_stays_after_rollback(snapshots, media):
    snapshot = Snapshot.objects.create(photo=upload(encoded(picture())))
    old = files_in(media)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        snapshot.photo = upload(encoded(picture()))
        snapshot.save(update_fields=["photo"])
        raise ZeroDivisionError

    assert set(old) <= set(files_in(media))
    assert default_storage.exists(Snapshot.objects.get().photo.name)


def test_cleared_photo_leaves_the_disk(snapshots, media):
    snapshot = Snapshot.objects.create(photo=upload(encoded(picture())))

    snapshot.photo = ""
    snapshot.save(update_fields=["photo"])

    assert files_in(media) == []


@pytest.mark.parametrize("word", ["row", "query"])
def test_photo_of_a_deleted_row_leaves_the_disk(word, snapshots, media):
    snapshot = Snapshot.objects.create(photo=upload(encoded(picture())))

    snapshot.delete() if word == "row" else Snapshot.objects.all().delete()

    assert files_in(media) == []


def test_saving_a_row_again_asks_nothing_about_its_photo(
    snapshots, media, django_assert_num_queries
):
    Snapshot.objects.create(photo=upload(encoded(picture())))
    snapshot = Snapshot.objects.get()
    count = len(files_in(media))

    with django_assert_num_queries(1):
        snapshot.save(update_fields=["photo"])

    assert len(files_in(media)) == count


def test_full_disk_leaves_no_file_and_no_row(snapshots, media, monkeypatch):
    written = []

    class FullDisk(type(default_storage._wrapped or default_storage)):
        def _save(self, name, content):
            if len(written) == 3:
                raise OSError(errno.ENOSPC, "No space left on device")
            written.append(name)
            return super()._save(name, content)

    monkeypatch.setattr(Snapshot._meta.get_field("photo"), "storage", FullDisk())

    with pytest.raises(OSError, match="No space"):
        Snapshot.objects.create(photo=upload(encoded(picture(size=(1700, 1200)))))

    assert len(written) == 3
    assert files_in(media) == []
    assert not Snapshot.objects.exists()


def test_drawn_picture_becomes_a_photo(snapshots, media):
    drawn = Image.new("RGBA", (2000, 1000), (200, 30, 30, 255))

    snapshot = Snapshot.objects.create(photo=photo_from_picture(drawn, quick=True))

    assert (snapshot.photo.width_px, snapshot.photo.height_px) == (1600, 800)
