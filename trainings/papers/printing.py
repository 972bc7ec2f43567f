"""Each paper of a training: what it is called, what it shows, and its PDF and Excel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from council.amounts import rupiah_in_words
from council.pdf import printed
from trainings.models import Signatory, Training

from . import lists, reports
from .payments import pay_lists
from .people import groups_of
from .tables import Table
from .workbooks import workbook

STYLES = ["css/tokens.css", "css/paper-print.css"]
# So many letters of their own fit in the time that a document may take.
MOST_LETTERS = 60
# More columns than these need the sheet on its side.
MOST_UPRIGHT = 12
LANGUAGE = "id"


class NothingToPrint(Exception):
    """The paper would be empty. The message is written for staff."""


@dataclass
class Facts:
    """A training as its papers see it, for one reader."""

    training: Training
    may_call: bool = False

    @cached_property
    def groups(self) -> list:
        return groups_of(self.training)

    @cached_property
    def named(self) -> list:
        """The classes whose participants are known by name."""
        return [group for group in self.groups if group.participants]

    @cached_property
    def number(self) -> int:
        return sum(len(group.participants) for group in self.groups)

    @property
    def dossier(self):
        return getattr(self.training, "dossier", None)

    @cached_property
    def today(self) -> date:
        return self.now.date()

    @property
    def now(self) -> datetime:
        return timezone.now().astimezone(ZoneInfo(self.training.unit.time_zone))

    @cached_property
    def signatories(self) -> list:
        return Signatory.objects.of_training(self.training, self.today)

    @cached_property
    def pay_lists(self) -> list:
        return pay_lists(self.training, self.groups)


def letter(facts: Facts) -> dict:
    dossier = facts.dossier
    return {
        "day": (dossier and dossier.letter_on) or facts.today,
        "number": dossier.letter_number if dossier else "",
        "bring": reports.lines_of(dossier.bring) if dossier else [],
        "invited": facts.named,
        "addressees": [(group, lists.addressees(group)) for group in facts.named],
    }


def payments(facts: Facts) -> dict:
    net = sum(each.net for each in facts.pay_lists)
    return {
        "is_wide": True,
        "pay_lists": facts.pay_lists,
        "net": net,
        "net_in_words": rupiah_in_words(net),
    }


def committee(facts: Facts) -> dict:
    return reports.committee_facts(facts.training, facts.groups)


def full_report(facts: Facts) -> dict:
    return reports.report_facts(facts.training, facts.groups)


def addressee_tables(facts) -> list[Table]:
    return [lists.addressees(group) for group in facts.named]


def participant_tables(facts) -> list[Table]:
    return [lists.participants(x, may_call=facts.may_call) for x in facts.named]


def attendance_tables(facts) -> list[Table]:
    return [lists.attendance(group) for group in facts.named]


def payment_tables(facts) -> list[Table]:
    return [each.table for each in facts.pay_lists]


def report_tables(facts) -> list[Table]:
    found = full_report(facts)
    own = [found[name] for name in ("heads", "villages", "instructors")]
    money = [found["budget"], found["paid"]]
    return [*own, *found["scores"], *money, found["later"]]


def attendance(facts: Facts) -> dict:
    tables = attendance_tables(facts)
    is_wide = any(len(each.columns) > MOST_UPRIGHT for each in tables)
    return {"tables": tables, "is_wide": is_wide}


@dataclass(frozen=True)
class Paper:
    """One paper: its name, what it is for, and what makes it."""

    slug: str
    title: str
    label: str
    about: str
    template: str
    facts: Callable = lambda facts: {}
    tables: Callable | None = None
    why_not: Callable = lambda facts: ""
    # Whose names it holds; each time it is taken that is noted.
    has_names: bool = True


def nobody_yet(facts) -> str:
    return "" if facts.number else _("No class has a confirmed participant.")


def too_many_letters(facts) -> str:
    if facts.number > MOST_LETTERS:
        return _(
            "More than %(most)s letters do not fit in one file: use the letter with "
            "the list."
        ) % {"most": MOST_LETTERS}
    return nobody_yet(facts)


def nothing_paid(facts) -> str:
    if not facts.pay_lists:
        return _("Write the rates of payment in the file of the training first.")
    if not any(each.lines for each in facts.pay_lists):
        return _("Nothing is due: nobody is listed as present on any day.")
    return ""


def has_sessions(facts) -> str:
    if reason := nobody_yet(facts):
        return reason
    has_any = any(x.training_class.sessions.exists() for x in facts.named)
    return "" if has_any else _("No session is planned yet.")


PAPERS = [
    Paper(
        "undangan",
        "Undangan",
        _("Invitation with the list of participants"),
        _("One letter to all, with their names attached."),
        "papers/invitation.html",
        letter,
        addressee_tables,
        nobody_yet,
    ),
    Paper(
        "undangan-perorangan",
        "Undangan",
        _("Invitation for each participant"),
        _("A letter of its own for each, to hand out."),
        "papers/invitations.html",
        letter,
        None,
        too_many_letters,
    ),
    Paper(
        "daftar-peserta",
        "Daftar peserta",
        _("List of participants"),
        _("Name, home, craft and business by class."),
        "papers/lists.html",
        lambda facts: {"tables": participant_tables(facts)},
        participant_tables,
        nobody_yet,
    ),
    Paper(
        "rekap-kehadiran",
        "Rekapitulasi kehadiran",
        _("Attendance of all sessions"),
        _("Who was there, by session and in percent."),
        "papers/lists.html",
        attendance,
        attendance_tables,
        has_sessions,
    ),
    Paper(
        "daftar-pembayaran",
        "Daftar pembayaran",
        _("Payment list"),
        _("For days really attended and lessons really held."),
        "papers/payments.html",
        payments,
        payment_tables,
        nothing_paid,
    ),
    Paper(
        "laporan-panitia",
        "Laporan panitia",
        _("Report of the committee"),
        _("One page, read aloud at the opening."),
        "papers/committee.html",
        committee,
        has_names=False,
    ),
    Paper(
        "laporan-kegiatan",
        "Laporan kegiatan",
        _("Report of activities"),
        _("The full report with its attachments, as agencies ask for it."),
        "papers/report.html",
        full_report,
        report_tables,
    ),
]
BY_SLUG = {paper.slug: paper for paper in PAPERS}


def as_pdf(paper: Paper, facts: Facts) -> bytes:
    refuse_empty(paper, facts)
    with override(LANGUAGE):
        context = {
            "paper": paper,
            "training": facts.training,
            "unit": facts.training.unit,
            "dossier": facts.dossier,
            "groups": facts.groups,
            "signatories": facts.signatories,
            "today": facts.today,
            "reach": reach_of(facts.training.unit),
            **paper.facts(facts),
        }
        return printed(paper.template, context, styles=STYLES)


def reach_of(unit) -> list[str]:
    """Where the council can be reached, as its letterhead says."""
    phone = f"Telepon {unit.phone.as_national}" if unit.phone else ""
    return [part for part in (unit.address, phone, unit.email) if part]


def as_excel(paper: Paper, facts: Facts, *, by: str) -> bytes:
    refuse_empty(paper, facts)
    with override(LANGUAGE):
        return workbook(paper, paper.tables(facts), facts, by=by)


def refuse_empty(paper, facts) -> None:
    if reason := paper.why_not(facts):
        raise NothingToPrint(str(reason))


def file_name(paper, training, extension) -> str:
    return f"{paper.slug}-{slugify(training.title)[:60]}.{extension}"
