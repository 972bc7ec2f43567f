"""A table as a paper shows it, on a page and as a sheet of Excel alike."""

from dataclasses import dataclass, field

# What the cells of a column hold; a signature is an empty cell to sign in.
TEXT, NUMBER, MONEY = "text", "number", "money"
POINTS, DAYS, SIGN = "points", "days", "sign"


@dataclass(frozen=True)
class Column:
    label: str
    kind: str = TEXT
    is_wide: bool = False


@dataclass
class Table:
    """Rows under named columns; `total` is a last row, `words` its sum written out."""

    title: str
    columns: list[Column]
    rows: list[list] = field(default_factory=list)
    total: list | None = None
    words: str = ""
    note: str = ""
    empty: str = "Belum ada data."

    @property
    def cells(self) -> list[list[tuple]]:
        """Each row as pairs of column and value."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]

    @property
    def total_cells(self) -> list[tuple]:
        return list(zip(self.columns, self.total, strict=True)) if self.total else []


NO = Column("No.", NUMBER)


def numbered(rows) -> list[list]:
    """The rows with their numbers before them."""
    return [[number, *row] for number, row in enumerate(rows, 1)]
