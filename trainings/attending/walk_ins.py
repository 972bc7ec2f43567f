"""
People who came without having registered.

They are written down by name and phone, and later tied to an artisan, whose seat
the door gives, or discarded. Nothing else writes a `WalkIn`.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from artisans.models import Artisan
from council.names import tidy_name
from trainings.attendance import AttendanceRefused, held, record, why_not_record
from trainings.enrolment import admit
from trainings.models import Attendance, WalkIn

MOST_FOUND = 8
MOST_A_SESSION = 60


def write_down(session, *, name, phone, key, by=None, helper=None) -> WalkIn:
    """Keep who came; the same form sent again keeps them once."""
    with held(session.pk) as session:
        if known := session.walk_ins.filter(key=key).first():
            return known
        if reason := why_not_record(session):
            raise AttendanceRefused(reason)
        if session.walk_ins.count() >= MOST_A_SESSION:
            raise AttendanceRefused(_("There are too many people without a seat."))
        return session.walk_ins.create(
            name=name, phone=phone, key=key, written_by=by, helper_link=helper
        )


def found_for(walk_in: WalkIn, words: str, user):
    """Artisans of the officer's units who may be this person, by phone and name."""
    words = tidy_name(words)[:80] or walk_in.name
    looked_for = Q(pk__in=[])
    if walk_in.phone:
        looked_for |= Q(person__phone=walk_in.phone)
    if parts := [part for part in words.split() if len(part) > 2][:4]:
        named = Q()
        for part in parts:
            named &= Q(person__full_name__icontains=part)
        looked_for |= named
    artisans = Artisan.objects.choosable_by(user).filter(looked_for)
    artisans = artisans.select_related("person", "unit")
    found = artisans.order_by("person__full_name").values_list("pk", flat=True)
    return artisans.filter(pk__in=list(found[:MOST_FOUND]))


@transaction.atomic
def tie(walk_in: WalkIn, artisan: Artisan, *, by, reason: str) -> WalkIn:
    """Make the person a participant, and carry over that they were there."""
    walk_in = hold(walk_in)
    if walk_in.settled_at:
        return walk_in
    session = walk_in.session
    enrolment = admit(
        artisan,
        session.training_class,
        by=by,
        reason=reason,
        request_key=f"walk-in-{walk_in.pk}",
    )
    record(
        session,
        {enrolment.pk: Attendance.Status.PRESENT},
        way=Attendance.Way.LIST,
        key=f"walk-in-{walk_in.pk}",
        by=by,
        at=walk_in.written_at,
        helper=walk_in.helper_link,
    )
    return settle(walk_in, by=by, reason=reason, enrolment=enrolment)


@transaction.atomic
def discard(walk_in: WalkIn, *, by, reason: str) -> WalkIn:
    """Let a person go who gets no seat, with name and phone."""
    walk_in = hold(walk_in)
    return walk_in if walk_in.settled_at else settle(walk_in, by=by, reason=reason)


def hold(walk_in) -> WalkIn:
    WalkIn.objects.select_for_update().get(pk=walk_in.pk)
    rows = WalkIn.objects.select_related("session__training_class", "helper_link")
    return rows.get(pk=walk_in.pk)


def settle(walk_in, *, by, reason, enrolment=None) -> WalkIn:
    """Nobody needs name and phone once it is settled."""
    walk_in.enrolment, walk_in.reason = enrolment, reason[:200]
    walk_in.settled_at, walk_in.settled_by = timezone.now(), by
    walk_in.name = walk_in.phone = ""
    walk_in.save()
    return walk_in
