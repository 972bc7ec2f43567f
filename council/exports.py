"""
Lists of the admin as an Excel file: the columns of the list, for the rows chosen.

What the list masks for a role stays masked in the file, and rows of other units
cannot be chosen. Every export is noted in the audit log, and the file says who
made it (UU 27/2022 articles 35 and 65: data is guarded wherever it goes).
"""

from datetime import date, datetime
from io import BytesIO

from django.contrib import admin, messages
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council import audit

MOST_ROWS = 20_000
# What Excel can show in one cell, and numbers it keeps exact.
MOST_CHARACTERS = 32_000
EXACT = 10**15
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@admin.action(
    description=gettext_lazy("Export the chosen rows to Excel"), permissions=["view"]
)
def export_list(model_admin, request, queryset):
    """Give the chosen rows as the list shows them; at most 20,000 at a time."""
    rows = list(queryset[: MOST_ROWS + 1])
    if len(rows) > MOST_ROWS:
        sentence = _("An Excel file takes at most 20,000 rows. Narrow the list first.")
        return model_admin.message_user(request, sentence, messages.ERROR)

    columns = shown_columns(model_admin, request)
    if more := getattr(model_admin, "columns_for_export", None):
        columns = [*columns, *more(request, rows)]
    content = workbook(model_admin, columns, rows, note_of(request, model_admin, rows))
    name = model_admin.opts.verbose_name_plural
    audit.record(
        "list.export",
        request=request,
        unit=request.user.unit,
        reason=f"{model_admin.opts.label_lower}: {len(rows)}",
    )
    response = HttpResponse(content, content_type=EXCEL)
    filename = f"{slugify(name)}-{timezone.localdate():%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    return response


def shown_columns(model_admin, request) -> list:
    """The columns of the list but those that only a screen can show."""
    columns = model_admin.get_list_display(request)
    return [name for name in columns if name not in {"picture", "action_checkbox"}]


def note_of(request, model_admin, rows) -> list[tuple[str, str]]:
    """What the file says of itself, on a sheet of its own."""
    moment = date_format(timezone.localtime(), "DATETIME_FORMAT")
    return [
        (_("List"), capfirst(model_admin.opts.verbose_name_plural)),
        (_("Rows"), str(len(rows))),
        (_("Exported by"), str(request.user)),
        (_("Unit"), str(request.user.unit or "")),
        (_("Exported at"), moment),
        (
            _("Personal data"),
            _(
                "Use this file only for your council's work and delete it afterwards "
                "(Law 27/2022)."
            ),
        ),
    ]


def workbook(model_admin, columns, rows, note) -> bytes:
    """The rows and the note as the bytes of an .xlsx file."""
    # Costs 25 MB of memory, which only an export needs.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Data"))
    sheet.freeze_panes = "A2"
    labels = [label_for_field(name, model_admin.model, model_admin) for name in columns]
    sheet.append([as_cell(sheet, capfirst(str(label))) for label in labels])
    for row in rows:
        values = (value_of(name, row, model_admin) for name in columns)
        sheet.append([as_cell(sheet, value) for value in values])
    about = book.create_sheet(_("About this file"))
    for line in note:
        about.append([as_cell(about, text) for text in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def value_of(name, row, model_admin):
    """What a column of the list says of a row, as plain data."""
    try:
        field, _attribute, value = lookup_field(name, row, model_admin)
    except ObjectDoesNotExist:
        return ""
    if getattr(field, "choices", None):
        return str(dict(field.flatchoices).get(value, value))
    return value


def as_cell(sheet, value):
    """A cell that Excel shows as it is: text that looks like a formula stays text."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, plain(value))
    if isinstance(cell.value, str):
        cell.data_type = "s"
    return cell


def plain(value):
    """The value as a number, a date or bare text."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        # Excel knows no time zones.
        return timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, date) or (isinstance(value, int) and abs(value) < EXACT):
        return value
    text = strip_tags(value) if isinstance(value, SafeString) else str(value)
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_CHARACTERS] or None
