"""
What is paid: to participants for the days they came, to instructors for lessons held.

Nothing is paid for a day or session that did not take place, and nothing for a day
somebody stayed away. Amounts come from the rates of the training alone.
"""

from dataclasses import dataclass

from django.utils.formats import date_format

from council.amounts import rupiah_in_words
from trainings.attendance import records_of
from trainings.models import PayRate, Session
from trainings.models.certificates import LESSON

from .lists import NOBODY, sign_column, titled
from .people import Group, origin_of, village_of
from .tables import DAYS, MONEY, NO, NUMBER, Column, Table, numbered

Receiver, Measure = PayRate.Receiver, PayRate.Measure
NO_RATES = "Besaran belum ditulis pada berkas pelatihan."
UNSHARED = (
    "JP belum ditulis: kelas ini diajar beberapa pelatih, maka JP setiap pelatih "
    "ditulis pada berkas pelatihan."
)


@dataclass
class Line:
    """What one person gets: an amount for each rate, the tax, and what is left."""

    name: str
    where: str
    units: int
    days: str
    amounts: list[int]
    tax: int

    @property
    def gross(self) -> int:
        return sum(self.amounts)

    @property
    def net(self) -> int:
        return self.gross - self.tax


@dataclass
class PayList:
    """The payments of one class to one group of receivers."""

    group: Group
    receiver: str
    rates: list[PayRate]
    lines: list[Line]
    note: str = ""

    @property
    def gross(self) -> int:
        return sum(line.gross for line in self.lines)

    @property
    def tax(self) -> int:
        return sum(line.tax for line in self.lines)

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    @property
    def table(self) -> Table:
        people = "peserta" if self.receiver == Receiver.PARTICIPANTS else "pelatih"
        amounts = (line.amounts for line in self.lines)
        sums = [sum(each) for each in zip(*amounts, strict=True)]
        return Table(
            f"{self.group.name}: {people}",
            self.columns,
            numbered(
                [
                    x.name,
                    x.where,
                    x.days,
                    x.units,
                    *x.amounts,
                    x.gross,
                    x.tax,
                    x.net,
                    "",
                ]
                for x in self.lines
            ),
            total=["", "Jumlah", "", "", "", *sums, self.gross, self.tax, self.net, ""]
            if self.lines
            else None,
            words=rupiah_in_words(self.net) if self.lines else "",
            note=self.note,
            empty=NOBODY if self.rates else NO_RATES,
        )

    @property
    def columns(self) -> list[Column]:
        is_teaching = self.receiver == Receiver.INSTRUCTORS
        return [
            NO,
            Column("Nama", is_wide=True),
            Column("Asal" if is_teaching else "Kelurahan"),
            Column("Hari mengajar" if is_teaching else "Hari hadir", DAYS),
            Column("JP" if is_teaching else "Hari", NUMBER),
            *(Column(label_of(rate), MONEY) for rate in self.rates),
            Column("Jumlah", MONEY),
            Column("Pajak", MONEY),
            Column("Diterima", MONEY),
            sign_column(),
        ]


def label_of(rate) -> str:
    """The rate with its amount: Uang saku, Rp100.000 per hari."""
    amount = f"{rate.amount:,}".replace(",", ".")
    per = {Measure.DAY: " per hari", Measure.LESSON: " per JP", Measure.ONCE: ""}
    return f"{rate.get_kind_display().capitalize()}, Rp{amount}{per[rate.measure]}"


def pay_lists(training, groups) -> list[PayList]:
    """Every class, participants first; receivers without a rate are left out."""
    dossier = getattr(training, "dossier", None)
    rates = list(dossier.rates.all()) if dossier else []
    taught = (
        {each.engagement_id: each.lessons for each in dossier.taught.all()}
        if dossier
        else {}
    )
    lists = []
    for group in groups:
        if group.training_class is None:
            continue
        for receiver in Receiver:
            own = [rate for rate in rates if rate.receiver == receiver]
            if own:
                lists.append(pay_list(group, receiver, own, taught))
    return lists


def pay_list(group, receiver, rates, taught) -> PayList:
    if receiver == Receiver.PARTICIPANTS:
        lines = participants_paid(group, rates)
        return PayList(group, receiver, rates, lines)
    lines = instructors_paid(group, rates, taught)
    has_gap = any(lessons_of(group, each, taught) is None for each in group.instructors)
    needs_hours = any(rate.is_per_lesson for rate in rates)
    note = UNSHARED if has_gap and needs_hours else ""
    return PayList(group, receiver, rates, lines, note)


def participants_paid(group, rates) -> list[Line]:
    """Those who came at least once, for the days they came."""
    records = records_of(group.training_class)
    lines = []
    for seat in group.participants:
        days = sorted({each.held_on for each in records[seat.pk].attended})
        if days:
            amounts = [amount_of(rate, days=len(days)) for rate in rates]
            where = village_of(seat).partition(",")[0]
            lines.append(line(titled(seat), where, len(days), days, rates, amounts))
    return lines


def instructors_paid(group, rates, taught) -> list[Line]:
    days = sorted({each.held_on for each in held_sessions(group)})
    lines = []
    for each in group.instructors if days else []:
        lessons = lessons_of(group, each, taught) or 0
        amounts = [amount_of(rate, days=len(days), lessons=lessons) for rate in rates]
        name = each.instructor.titled_name
        lines.append(line(name, origin_of(each), lessons, days, rates, amounts))
    return lines


def line(name, where, units, days, rates, amounts) -> Line:
    tax = sum(rate.tax_of(amount) for rate, amount in zip(rates, amounts, strict=True))
    return Line(name, where, units, in_short(days), amounts, tax)


def amount_of(rate, *, days: int, lessons: int = 0) -> int:
    units = {Measure.DAY: days, Measure.LESSON: lessons, Measure.ONCE: 1}
    return rate.amount * units[rate.measure]


def held_sessions(group) -> list[Session]:
    sessions = group.training_class.sessions.all()
    return [each for each in sessions if each.is_held]


def lessons_of(group, engagement, taught) -> int | None:
    """The lessons of an instructor; None where several teach and none are written."""
    if engagement.pk in taught:
        return taught[engagement.pk]
    if len(group.instructors) > 1:
        return None
    return sum(each.minutes for each in held_sessions(group)) // LESSON


def in_short(days) -> str:
    """The days, each month named once: 24, 25, 26 Nov."""
    parts = []
    for place, day in enumerate(days):
        is_last = place + 1 == len(days) or days[place + 1].month != day.month
        parts.append(date_format(day, "j M") if is_last else str(day.day))
    return ", ".join(parts)
