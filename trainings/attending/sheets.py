"""
The list on paper and back: printed with row numbers, signed, photographed, ticked.

A printed sheet remembers who stands in which row, so that a seat given or taken
later moves nobody's signature.
"""

import io

from PIL import Image

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from council.documents import keep_document
from council.pdf import printed
from trainings.attendance import held
from trainings.models import DoorCode, Enrolment, Sheet, SheetPhoto

from .lists import SessionList, participants

MOST_PHOTOS = 10
ROWS_A_PAGE, EMPTY_ROWS = 30, 3


def sheet_to_print(session, *, by=None) -> Sheet:
    """The sheet of the participants as they are now; unchanged, the last one again."""
    with held(session.pk) as session:
        rows = list(participants(session.training_class).values_list("pk", flat=True))
        last = session.sheets.last()
        if last and last.rows == rows:
            return last
        number = last.number + 1 if last else 1
        return session.sheets.create(number=number, rows=rows, printed_by=by)


def rows_of(sheet: Sheet | None, shown: SessionList) -> list:
    """The rows of the list in the order of the paper; newcomers follow after it."""
    if sheet is None:
        return shown.rows
    places = {pk: number for number, pk in enumerate(sheet.rows, 1)}
    rows = sorted(shown.rows, key=lambda row: places.get(row.pk, len(places) + 1))
    for row in rows:
        row.number = places.get(row.pk)
    return rows


def as_pdf(sheet: Sheet, address) -> bytes:
    """The sheet on A4; `address` makes a path whole, for the QR code."""
    session = sheet.session
    enrolments = Enrolment.objects.filter(pk__in=sheet.rows)
    enrolments = enrolments.select_related("artisan__person", "artisan__unit")
    known = {each.pk: each for each in enrolments}
    code = door_code_of(session)
    context = {
        "sheet": sheet,
        "session": session,
        "training_class": session.training_class,
        "training": session.training_class.training,
        "enrolments": [known.get(pk) for pk in sheet.rows],
        "spare": spare_rows(len(sheet.rows)),
        "door": address(code.get_absolute_url()),
        "list": address(reverse("attendance:paper", args=[session.pk])),
    }
    return printed("attendance/sheet_pdf.html", context)


def spare_rows(taken: int) -> range:
    """Numbers of empty rows for those who come unasked, but no page of them alone."""
    left = ROWS_A_PAGE - taken % ROWS_A_PAGE if taken % ROWS_A_PAGE or not taken else 0
    return range(taken + 1, taken + min(EMPTY_ROWS, left) + 1)


def door_code_of(session) -> DoorCode:
    """The code at the door of a session, made when it is first needed."""
    return DoorCode.objects.get_or_create(session=session)[0]


def renew_door_code(session) -> DoorCode:
    """A new code; the old QR leads nowhere from now on."""
    with held(session.pk) as session:
        session_code = DoorCode.objects.filter(session=session)
        session_code.delete()
        return DoorCode.objects.create(session=session)


@transaction.atomic
def keep_photo(session, photo, *, by) -> SheetPhoto | None:
    """Keep a checked photo among the private files; None when there are enough."""
    if session.sheet_photos.count() >= MOST_PHOTOS:
        return None
    document = keep_document(
        as_jpeg(photo),
        unit=session.training_class.training.unit,
        title=_("Signed list, %(session)s") % {"session": session.moment},
        uploaded_by=by,
    )
    return session.sheet_photos.create(document=document, sheet=session.sheets.last())


def as_jpeg(photo) -> SimpleUploadedFile:
    """The bare picture, without the place and phone it was taken with."""
    photo.seek(0)
    content = io.BytesIO()
    Image.open(photo).convert("RGB").save(content, "JPEG", quality=85, optimize=True)
    return SimpleUploadedFile("lembar.jpg", content.getvalue(), "image/jpeg")
