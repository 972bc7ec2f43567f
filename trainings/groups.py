"""
Registering several members at once: all of them, or as many as can be.

The class is held once for the whole group, and each member goes through the one
door, so two officers with the same list give each member one place.
"""

from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from artisans.models import Artisan
from council.scopes import codes_above, scope_of

from . import enrolment as door
from .enrolment import seats
from .models import Enrolment, GroupAnswer, GroupRegistration, TrainingClass
from .requirements import Checklist, asks_something, still_lacking

# What a page shows at once, and what one form may carry.
MOST_MEMBERS = 60


class NotAllOfThem(Exception):
    """Somebody of the group got no seat, so nobody gets one."""


@dataclass(frozen=True)
class Candidate:
    """A member, and whether the class takes them now."""

    artisan: Artisan
    place: Enrolment | None = None
    refusal: str = ""
    can_hand_in: bool = False
    # What keeps them out can be mended before registration closes.
    is_lacking: bool = False

    @property
    def can_join(self) -> bool:
        return not (self.place or self.refusal)


def candidates(training_class: TrainingClass, artisans) -> list[Candidate]:
    """Say of each member whether the class takes them now, in a few queries."""
    artisans = list(artisans)
    closed = door.why_not_now(training_class)
    places = places_of(artisans, training_class=training_class)
    clashes, asks = clashes_of(training_class, artisans), asks_something(training_class)
    found = []
    for artisan in artisans:
        place = places.get(artisan.pk)
        refusal = closed or clashes.get(artisan.pk)
        missing = "" if refusal else what_is_missing(artisan)
        if refusal or missing or not asks:
            refusal = refusal or missing
            found.append(Candidate(artisan, place, refusal, is_lacking=bool(missing)))
        else:
            found.append(asked_of(Checklist(training_class, artisan), place))
    return found


def asked_of(checklist, place) -> Candidate:
    """Somebody whom only what the class asks can keep out."""
    lacking = still_lacking(checklist)
    is_open = bool(lacking and checklist.to_hand_in())
    refusal = " ".join(lacking)
    return Candidate(checklist.artisan, place, refusal, is_open, bool(lacking))


def places_of(artisans, **conditions) -> dict:
    """The seats and places in line that members have, by the member's key."""
    rows = Enrolment.objects.current().filter(artisan__in=artisans, **conditions)
    return {row.artisan_id: row for row in rows.with_position()}


def clashes_of(training_class, artisans) -> dict:
    """Why members cannot be in it beside another class, by the member's key."""
    others = Enrolment.objects.active().filter(
        artisan__in=artisans, training_class__training=training_class.training_id
    )
    others = others.exclude(training_class=training_class)
    groups = {}
    for row in others.order_by("training_class"):
        groups.setdefault(row.artisan_id, []).append(row.training_class_id)
    # Who is in the same classes gets the same answer, so it is asked for once.
    answers, by_key = {}, {artisan.pk: artisan for artisan in artisans}
    for key, classes in groups.items():
        among = tuple(classes)
        if among not in answers:
            answers[among] = door.why_not_together(training_class, by_key[key])
    return {key: answers[tuple(classes)] for key, classes in groups.items()}


def what_is_missing(artisan) -> str:
    missing = ", ".join(artisan.what_is_missing())
    sentence = _("The profile is incomplete. Still missing: %(missing)s.")
    return sentence % {"missing": missing} if missing else ""


def register(
    training_class: TrainingClass, artisans, *, request_key, by, needs_all=False
) -> GroupRegistration:
    """
    Register members in the order given; the same form is answered once.

    With `needs_all`, one who is refused, or for whom only the waiting list has
    room, leaves everybody where they were.
    """
    with seats.held(training_class.pk) as training_class:
        if earlier := earlier_answer(training_class, request_key):
            return earlier
        hold_in_order(artisans)
        answers, is_refused = [], True
        with suppress(NotAllOfThem), transaction.atomic():
            for artisan in artisans:
                answers.append(ask(training_class, artisan, request_key, by))
            if needs_all and not all(is_in(answer) for answer in answers):
                raise NotAllOfThem
            is_refused = False
        registration = GroupRegistration.objects.create(
            unit=by.unit or training_class.training.unit,
            training_class=training_class,
            registered_by=by,
            request_key=request_key,
            is_all_or_nothing=needs_all,
            is_refused=is_refused,
        )
        if is_refused:
            answers = [as_it_stayed(answer) for answer in answers]
        for answer in answers:
            answer.registration = registration
        GroupAnswer.objects.bulk_create(answers)
        return registration


def earlier_answer(training_class, request_key) -> GroupRegistration | None:
    """What the same form was answered before."""
    known = training_class.group_registrations.filter(request_key=request_key)
    return known.first()


def hold_in_order(artisans) -> None:
    """Hold the members in one order, or two groups could wait for each other."""
    keys = [artisan.pk for artisan in artisans]
    held = Artisan.objects.select_for_update(no_key=True).filter(pk__in=keys)
    list(held.order_by("pk").values_list("pk"))


def ask(training_class, artisan, request_key, by) -> GroupAnswer:
    """Send one member through the door, and note the answer."""
    try:
        given = door.enrol(artisan, training_class, request_key=request_key, by=by)
    except door.ProfileIncomplete:
        # The door speaks to the artisan; this is read by the officer.
        return GroupAnswer(artisan=artisan, refusal=what_is_missing(artisan)[:400])
    except door.EnrolmentRefused as refusal:
        return GroupAnswer(artisan=artisan, refusal=str(refusal)[:400])
    # Another form than this one means that the place was there before.
    is_earlier = given.request_key != request_key
    return GroupAnswer(artisan=artisan, enrolment=given, is_earlier=is_earlier)


def is_in(answer) -> bool:
    """Whether a member got what the group came for."""
    given = answer.enrolment
    return given is not None and not (given.is_waiting or given.is_refused)


def as_it_stayed(answer) -> GroupAnswer:
    """The answer once everything was taken back: what hindered, or nothing."""
    given, refusal = answer.enrolment, answer.refusal
    if given and given.is_waiting:
        refusal = _("Only the waiting list has room.")
    if given and given.is_refused:
        refusal = _("This application was refused.")
    if answer.is_earlier:
        answer.refusal = refusal
        return answer
    return GroupAnswer(artisan=answer.artisan, refusal=refusal)


def open_to(user):
    """Coming classes an officer may register members for: own, and those above."""
    above = Q(
        training__unit__code__in=codes_above(user),
        training__published_at__lte=timezone.now(),
    )
    rows = TrainingClass.objects.filter(
        scope_of(user, TrainingClass.unit_path) | above,
        training__ends_on__gte=timezone.localdate(),
    )
    return rows.select_related("training__unit", "craft")
