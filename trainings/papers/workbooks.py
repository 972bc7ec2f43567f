"""Tables as sheets of Excel: sums stay numbers, and no text becomes a formula."""

import re
from decimal import Decimal
from io import BytesIO

from django.utils.formats import date_format

from council.exports import as_cell

from .tables import MONEY, POINTS, Table

# What Excel forbids in the name of a sheet, and how long it may be.
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST = 31
FORMATS = {MONEY: "#,##0", POINTS: "0.0"}
WIDTHS = {"text": 22, "days": 20, "number": 9, "money": 16, "points": 11, "sign": 20}
WIDE = 34


def workbook(paper, tables: list[Table], facts, *, by: str) -> bytes:
    """Each table on its sheet, and a sheet that says what the file is."""
    # Costs 25 MB of memory, which only an export needs.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    names = set()
    for table in tables:
        sheet = book.create_sheet(sheet_name(table.title, names))
        write(sheet, paper, table, facts)
    about = book.create_sheet(sheet_name("Tentang berkas ini", names))
    for line in note(paper, facts, by):
        about.append([as_cell(about, text) for text in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def sheet_name(title: str, taken: set) -> str:
    """A name that Excel allows and no other sheet has."""
    base = FORBIDDEN.sub(" ", title).strip()[:LONGEST] or "Tabel"
    name, number = base, 2
    while name.lower() in taken:
        ending = f" {number}"
        name, number = base[: LONGEST - len(ending)] + ending, number + 1
    taken.add(name.lower())
    return name


def write(sheet, paper, table: Table, facts) -> None:
    for place, column in enumerate(table.columns):
        width = WIDE if column.is_wide else WIDTHS[column.kind]
        sheet.column_dimensions[letter_of(place)].width = width
    sheet.append([as_cell(sheet, f"{paper.title}: {facts.training.title}")])
    sheet.append([as_cell(sheet, table.title)])
    sheet.append([strong(as_cell(sheet, column.label)) for column in table.columns])
    for row in table.cells:
        sheet.append([cell_of(sheet, column, value) for column, value in row])
    if table.total:
        cells = (cell_of(sheet, column, value) for column, value in table.total_cells)
        sheet.append([strong(cell) for cell in cells])
    for text in (f"Terbilang: {table.words}" if table.words else "", table.note):
        if text:
            sheet.append([as_cell(sheet, text)])


def letter_of(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


def strong(cell):
    from openpyxl.styles import Font

    cell.font = Font(bold=True)
    return cell


def cell_of(sheet, column, value):
    """A cell of its column's kind; points stay numbers."""
    cell = as_cell(sheet, None if isinstance(value, Decimal | float) else value)
    if isinstance(value, Decimal | float):
        cell.value = float(round(value, 2))
    if column.kind in FORMATS and not isinstance(cell.value, str):
        cell.number_format = FORMATS[column.kind]
    return cell


def note(paper, facts, by: str) -> list[tuple[str, str]]:
    lines = [
        ("Dokumen", paper.title),
        ("Pelatihan", facts.training.title),
        ("Unit", str(facts.training.unit)),
        ("Diunduh oleh", by),
        ("Diunduh pada", date_format(facts.now, "DATETIME_FORMAT")),
    ]
    if paper.has_names:
        words = (
            "Pakai berkas ini hanya untuk pekerjaan dewan Anda dan hapus sesudahnya "
            "(UU 27/2022)."
        )
        lines.append(("Data pribadi", words))
    return lines
