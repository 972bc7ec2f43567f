"""Lists of participants: who they are, and which sessions they attended."""

from django.utils.formats import date_format

from trainings.attendance import records_of
from trainings.models import Attendance, Session

from .people import LETTERS, business_of, phone_of, village_of
from .tables import NO, NUMBER, SIGN, Column, Table, numbered

NOBODY = "Belum ada peserta."
Status = Attendance.Status
SIGNS = {
    Status.PRESENT: "H",
    Status.EXCUSED: "I",
    Status.ILL: "S",
    Status.ABSENT: "A",
}
KEY = "H hadir · I izin · S sakit · A alpa · – belum dicatat · × sesi batal"


def addressees(group) -> Table:
    """Who is invited; the list that is attached to the letter."""
    rows = ([titled(each), village_of(each)] for each in group.participants)
    columns = [NO, Column("Nama", is_wide=True), Column("Kelurahan, kecamatan")]
    return Table(group.name, columns, numbered(rows), empty=NOBODY)


def participants(group, *, may_call: bool) -> Table:
    columns = [
        NO,
        Column("Nama", is_wide=True),
        Column("L/P"),
        Column("Kelurahan, kecamatan"),
        Column("Kriya"),
        Column("Usaha"),
        Column("Telepon"),
    ]
    rows = (
        [
            titled(each),
            LETTERS.get(each.artisan.person.gender, ""),
            village_of(each),
            str(each.artisan.main_craft or ""),
            business_of(each),
            phone_of(each, may_call=may_call),
        ]
        for each in group.participants
    )
    return Table(group.name, columns, numbered(rows), empty=NOBODY)


def attendance(group) -> Table:
    """Participants by sessions, and what it comes to of the sessions held."""
    sessions = list(group.training_class.sessions.all())
    signs = signs_of(sessions)
    records = records_of(group.training_class)
    columns = [NO, Column("Nama", is_wide=True)]
    columns += [Column(short_day(each)) for each in sessions]
    columns += [Column("Hadir", NUMBER), Column("%", NUMBER)]
    rows = (
        [
            titled(seat),
            *(sign(each, signs.get((seat.pk, each.pk))) for each in sessions),
            len(records[seat.pk].attended),
            records[seat.pk].percent_so_far,
        ]
        for seat in group.participants
    )
    present = [
        sum(signs.get((seat.pk, each.pk)) == "H" for seat in group.participants)
        for each in sessions
    ]
    total = ["", "Jumlah hadir", *present, sum(present), ""]
    return Table(
        group.name,
        columns,
        numbered(rows),
        total=total if group.participants else None,
        note=KEY,
        empty=NOBODY,
    )


def signs_of(sessions) -> dict:
    marks = Attendance.objects.filter(session__in=sessions)
    return {(row.enrolment_id, row.session_id): SIGNS[row.status] for row in marks}


def sign(session: Session, mark: str | None) -> str:
    return "×" if session.is_cancelled else mark or "–"


def short_day(session) -> str:
    return f"{date_format(session.held_on, 'j/n')} {session.start_time:%H.%M}"


def titled(enrolment) -> str:
    return enrolment.artisan.person.titled_name


def sign_column() -> Column:
    return Column("Tanda tangan", SIGN)
