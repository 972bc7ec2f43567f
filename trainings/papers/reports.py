"""
The report for the opening, and the full report of activities, from what is kept.

The outline is the one agencies ask for: Pendahuluan, Pelaksanaan, Hasil, Anggaran,
Kendala, Kesimpulan, Lampiran.
"""

from dataclasses import dataclass
from itertools import zip_longest

from programs.models import ActivityParty, ActivityPerson
from trainings.attendance import records_of
from trainings.models import Certificate, DossierDocument, Work
from trainings.scores import scores_of

from .lists import attendance, participants, titled
from .payments import pay_lists
from .people import by_village, origin_of
from .tables import MONEY, NO, NUMBER, POINTS, Column, Table, numbered

ROLES = ActivityPerson.Role


@dataclass(frozen=True)
class Money:
    """What was planned and spent, as far as it is written down."""

    planned: int | None
    spent: int | None
    source: str

    @property
    def left(self) -> int | None:
        is_known = self.planned is not None and self.spent is not None
        return self.planned - self.spent if is_known else None

    @property
    def percent(self) -> float | None:
        """Which part of the budget was used."""
        return (
            self.spent * 100 / self.planned
            if self.planned and self.left is not None
            else None
        )


def committee_facts(training, groups) -> dict:
    """What the head of the agency reads aloud at the opening, on one page."""
    return {
        "heads": heads(groups),
        "instructors": instructors(groups),
        "total": sum(group.total for group in groups),
        "organisers": organisers(training),
        **people_of(training),
    }


def report_facts(training, groups) -> dict:
    """Everything of the full report but its texts."""
    return {
        **committee_facts(training, groups),
        "villages": villages(groups),
        "scores": [table for group in groups if (table := scores(group))],
        "outputs": outputs(training, groups),
        "works": works(training),
        "later": later(training),
        "money": money_of(training),
        "budget": budget(money_of(training)),
        "paid": paid(training, groups),
        "troubles": troubles(training),
        **attached(training, groups),
    }


def heads(groups) -> Table:
    """How many take part in each class, men and women."""
    columns = [
        NO,
        Column("Kelas", is_wide=True),
        Column("Kriya"),
        Column("L", NUMBER),
        Column("P", NUMBER),
        Column("Jumlah", NUMBER),
    ]
    rows = [[g.name, g.craft, g.men, g.women, g.total] for g in groups]
    sums = [added(row[place] for row in rows) for place in (2, 3, 4)]
    total = ["", "Jumlah", "", *sums] if rows else None
    return Table("Peserta menurut kelas", columns, numbered(rows), total=total)


def added(numbers) -> int | None:
    """The sum, unless one of them is not known."""
    numbers = list(numbers)
    return None if None in numbers else sum(numbers)


def instructors(groups) -> Table:
    columns = [
        NO,
        Column("Nama", is_wide=True),
        Column("Asal"),
        Column("Kelas"),
    ]
    rows = [
        [each.instructor.titled_name, origin_of(each), group.name]
        for group in groups
        for each in group.instructors
    ]
    empty = "Belum ada pelatih yang menyatakan bersedia."
    return Table("Pelatih dan asalnya", columns, numbered(rows), empty=empty)


def villages(groups) -> Table:
    columns = [
        NO,
        Column("Kelurahan, kecamatan", is_wide=True),
        Column("L", NUMBER),
        Column("P", NUMBER),
        Column("Jumlah", NUMBER),
    ]
    rows = [list(row) for row in by_village(groups)]
    sums = [sum(row[place] for row in rows) for place in (1, 2, 3)]
    total = ["", "Jumlah", *sums] if rows else None
    empty = "Asal peserta tidak dicatat menurut nama."
    return Table("Asal peserta", columns, numbered(rows), total=total, empty=empty)


def scores(group) -> Table | None:
    """The points of a class, where any are written down."""
    if group.training_class is None:
        return None
    found = scores_of(group.training_class)
    if found.is_empty:
        return None
    columns = [
        NO,
        Column("Nama", is_wide=True),
        Column("Tes awal", POINTS),
        Column("Tes akhir", POINTS),
        Column("Kenaikan", POINTS),
        Column("Karya", POINTS),
    ]
    rows = (
        [titled(each.enrolment), each.before, each.after, each.gain, each.product]
        for each in found.people
    )
    averages = [found.before, found.after, found.gain, found.product]
    title = f"Nilai {group.name}"
    return Table(title, columns, numbered(rows), total=["", "Rata-rata", *averages])


def outputs(training, groups) -> list[tuple]:
    """What came out of it, in numbers, and only those that are known."""
    shares = [
        record.percent_of_all
        for group in groups
        if group.training_class
        for record in records_of(group.training_class).values()
    ]
    certificates = Certificate.objects.valid().filter(
        enrolment__training_class__training=training
    )
    numbers = [
        ("Peserta", sum(group.total for group in groups)),
        ("Rata-rata kehadiran", f"{sum(shares) // len(shares)}%" if shares else ""),
        ("Sertifikat terbit", certificates.count()),
        ("Karya tercatat", works(training).count()),
    ]
    return [(label, number) for label, number in numbers if number]


def works(training):
    of_training = Work.objects.filter(enrolment__training_class__training=training)
    return of_training.select_related("enrolment__artisan__person")


def later(training) -> Table:
    """What participants said months later, counted without names."""
    columns = [
        Column("Sesudah", is_wide=True),
        Column("Menjawab", NUMBER),
        Column("Produktif", NUMBER),
        Column("Sebagian", NUMBER),
        Column("Belum", NUMBER),
    ]
    rows = [
        [
            f"{each.months} bulan",
            each.number,
            each.productive,
            each.partly,
            each.not_yet,
        ]
        for each in training.later_results.order_by("months")
    ]
    empty = "Kabar 3, 6, dan 12 bulan sesudah pelatihan belum ada."
    return Table("Hasil sesudah pelatihan", columns, rows, empty=empty)


def money_of(training) -> Money:
    return Money(
        training.budget_planned,
        training.budget_spent,
        training.get_fund_source_display(),
    )


def budget(money) -> Table:
    columns = [Column("Uraian", is_wide=True), Column("Rupiah", MONEY)]
    rows = [
        ["Pagu", money.planned],
        ["Realisasi", money.spent],
        ["Sisa", money.left],
    ]
    return Table("Pagu dan realisasi", columns, rows)


def paid(training, groups) -> Table:
    """What the payment lists come to, before and after tax."""
    columns = [
        Column("Daftar pembayaran", is_wide=True),
        Column("Penerima", NUMBER),
        Column("Jumlah", MONEY),
        Column("Pajak", MONEY),
        Column("Diterima", MONEY),
    ]
    lists = [each for each in pay_lists(training, groups) if each.lines]
    rows = [[x.table.title, len(x.lines), x.gross, x.tax, x.net] for x in lists]
    sums = [sum(row[place] for row in rows) for place in (1, 2, 3, 4)]
    total = ["Jumlah", *sums] if rows else None
    return Table("Pembayaran", columns, rows, total=total)


def troubles(training) -> list[tuple]:
    """Each obstacle beside its solution, in the order they were written."""
    dossier = getattr(training, "dossier", None)
    if dossier is None:
        return []
    return list(
        zip_longest(
            lines_of(dossier.obstacles), lines_of(dossier.solutions), fillvalue=""
        )
    )


def lines_of(text) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def organisers(training) -> list[tuple]:
    """Who does what in it: units and organisations with their parts."""
    rows = training.parties.exclude(role=ActivityParty.Role.PARTICIPANT)
    rows = rows.select_related("unit", "organization")
    return [(row.get_role_display(), row.unit or row.organization.name) for row in rows]


def people_of(training) -> dict:
    """Who opens it, and who reports for the committee."""
    rows = list(training.people.select_related("person"))
    of = {
        role: next((row for row in rows if row.role == role), None)
        for role in (ROLES.OPENER, ROLES.REPORTER)
    }
    return {"opener": of[ROLES.OPENER], "reporter": of[ROLES.REPORTER]}


def attached(training, groups) -> dict:
    """What is behind the report: lists, documents, press and photos."""
    dossier = getattr(training, "dossier", None)
    named = [group for group in groups if group.participants]
    documents = DossierDocument.objects.filter(dossier=dossier)
    return {
        # Phones stay out of what is passed on.
        "participants": [without_phone(participants(x, may_call=False)) for x in named],
        "attendances": [attendance(group) for group in named],
        "documents": list(documents.select_related("document")) if dossier else [],
        "photos": list(dossier.photos.all()) if dossier else [],
        "press": list(training.press.order_by("published_on")),
    }


def without_phone(table: Table) -> Table:
    """The list without its last column, which holds the phones."""
    table.columns = table.columns[:-1]
    table.rows = [row[:-1] for row in table.rows]
    return table
