"""Invented lists: who was there in classes that are held, and what is at the door."""

from datetime import timedelta

from django.utils import timezone

from trainings.attendance import record, sessions_in_full
from trainings.attending.helping import lend
from trainings.attending.sheets import door_code_of, sheet_to_print
from trainings.attending.walk_ins import write_down
from trainings.models import Attendance

Status, Way = Attendance.Status, Attendance.Way
# Of seven people somebody is always ill, and somebody stays away without a word.
HABITS = (
    (Status.PRESENT,),
    (Status.PRESENT,),
    (Status.PRESENT, Status.EXCUSED, Status.PRESENT),
    (Status.PRESENT,),
    (Status.PRESENT, Status.PRESENT, Status.ILL),
    (Status.PRESENT,),
    (Status.ABSENT, Status.ABSENT, Status.PRESENT),
)


def attend(group):
    """Keep the lists of the sessions before today, and open today's door."""
    seats = list(group.enrolments.confirmed().values_list("pk", flat=True))
    sessions = sessions_in_full().filter(training_class=group)
    today = timezone.localdate()
    for number, session in enumerate(sessions.filter(held_on__lt=today)):
        marks = {
            pk: habit[number % len(habit)]
            for pk, habit in zip(seats, HABITS * len(seats), strict=False)
        }
        at = session.ends_at
        record(session, marks, way=Way.LIST, key=f"contoh-{session.pk}", at=at)
    for session in sessions.filter(held_on=today):
        open_today(session, seats)


def open_today(session, seats):
    """A door with a code, a sheet, a helper, and somebody who came without a seat."""
    door_code_of(session)
    sheet_to_print(session)
    begins = session.starts_at - timedelta(hours=1)
    ends = session.ends_at + timedelta(days=2)
    helper = lend(
        session.training_class,
        by=None,
        helper="Rina (panitia)",
        session=None,
        opens_at=begins,
        closes_at=ends,
    )
    for number, pk in enumerate(seats[:3]):
        marks, key = {pk: Status.PRESENT}, f"contoh-{number}"
        record(session, marks, way=Way.HELPER, key=key, helper=helper)
    name = {"name": "Yanti Tamu", "phone": ""}
    write_down(session, **name, key="contoh", helper=helper)
