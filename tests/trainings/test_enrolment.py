from datetime import UTC, datetime, time, timedelta
from unittest import mock

import pytest

from django.utils import timezone
from django.utils.translation import gettext, override

from artisans.models import Artisan
from council.models import Message, Person, Unit
from programs.models import Activity
from tests.factories import (
    create_artisan,
    create_class,
    create_staff,
    create_training,
    create_unit,
)
from trainings.enrolment import (
    EnrolmentRefused,
    ProfileIncomplete,
    cancel,
    cancel_class,
    cancel_training,
    change_quota,
    enrol,
    enrolments_of,
    promote,
)
from trainings.models import TrainingClass

pytestmark = pytest.mark.django_db

CONFIRMED, WAITING, CANCELLED = "terdaftar", "menunggu", "batal"


@pytest.fixture(autouse=True)
def _in_english():
    """Refusals come in the language of the page; here that is English."""
    with override("en"):
        yield


def join(training_class, artisan=None, *, request_key=None, by=None):
    artisan = artisan or create_artisan()
    key = request_key or f"key-{artisan.pk}"
    return enrol(artisan, training_class, request_key=key, by=by)


def fill(training_class, number):
    return [join(training_class) for _turn in range(number)]


def publish_at(training, moment):
    training.published_at = moment
    training.save(update_fields=["published_at"])


def states(training_class):
    """Statuses in order of the queue, and the kept number of seats."""
    training_class.refresh_from_db()
    rows = training_class.enrolments.order_by("ticket")
    return [row.status for row in rows], training_class.taken


def positions(training_class):
    rows = training_class.enrolments.with_position().order_by("ticket")
    return [row.position for row in rows]


def messages():
    return sorted(Message.objects.values_list("cause", flat=True))


def said(english, **values):
    """The portal's own sentence, in the language messages are written in."""
    with override("id"):
        return gettext(english) % values if values else gettext(english)


# A seat or a place in line


def test_seats_are_given_first_and_then_places_in_line():
    training_class = create_class(quota=2)

    fill(training_class, 4)

    assert states(training_class) == ([CONFIRMED, CONFIRMED, WAITING, WAITING], 2)
    assert positions(training_class) == [None, None, 1, 2]


def test_everyone_is_told_once_what_they_got():
    training_class = create_class(quota=1)
    seat, place = fill(training_class, 2)

    assert messages() == [
        f"enrolment-{seat.pk}-confirmed",
        f"enrolment-{place.pk}-waiting",
    ]
    told = Message.objects.get(cause=f"enrolment-{place.pk}-waiting")
    sentence = (
        "You do not have a seat yet: you are on the waiting list, number {nomor} of "
        "{antrean}."
    )
    assert told.body.startswith(said(sentence).format(nomor=1, antrean=1))
    assert told.recipients == [str(place.artisan.person.phone.as_e164)]
    assert told.unit == training_class.training.unit


def test_who_has_an_email_address_is_told_by_email():
    artisan = create_artisan()
    artisan.person.email = "siti@contoh.example"
    artisan.person.save(update_fields=["email"])

    join(create_class(), artisan)

    told = Message.objects.get()
    assert (told.channel, told.recipients) == ("email", ["siti@contoh.example"])


def test_asking_twice_gives_the_same_seat():
    training_class, artisan = create_class(), create_artisan()

    first = join(training_class, artisan, request_key="first")
    again = join(training_class, artisan, request_key="another form")

    assert again == first
    assert states(training_class) == ([CONFIRMED], 1)
    assert len(messages()) == 1


def test_the_same_form_after_a_cancellation_gives_the_old_answer():
    training_class, artisan = create_class(), create_artisan()
    first = cancel(join(training_class, artisan, request_key="form"))

    replayed = join(training_class, artisan, request_key="form")

    assert replayed == first
    assert states(training_class) == ([CANCELLED], 0)


def test_a_new_form_after_a_cancellation_registers_again_at_the_end():
    training_class, artisan = create_class(quota=1), create_artisan()
    cancel(join(training_class, artisan, request_key="first"))
    join(training_class)

    again = join(training_class, artisan, request_key="second")

    assert (again.status, again.ticket) == (WAITING, 3)
    # The first form still gets its own answer, not the new place.
    assert join(training_class, artisan, request_key="first").status == CANCELLED


def test_one_form_key_serves_two_classes():
    training, artisan = create_training(), create_artisan()

    for training_class in create_class(training=training), create_class():
        assert join(training_class, artisan, request_key="k").status == CONFIRMED


def test_an_officer_registers_on_behalf_and_stands_in_the_history():
    officer = create_staff()

    enrolment = join(create_class(), by=officer)

    assert enrolment.history.get().history_user == officer


# Refusals


def unpublished():
    return create_class(training=create_training(published=False))


def not_yet_open():
    soon = timezone.now() + timedelta(days=1)
    return create_class(opens_at=soon, closes_at=soon + timedelta(days=1))


def closed():
    return create_class(closes_at=timezone.now() - timedelta(seconds=1))


def cancelled_class():
    return create_class(status=TrainingClass.Status.CANCELLED)


def with_training(**fields):
    return lambda: create_class(training=create_training(**fields))


REFUSALS = [
    (unpublished, "This training is not published yet."),
    (not_yet_open, "Registration opens on "),
    (closed, "Registration closed on "),
    (cancelled_class, "This class is cancelled."),
    (
        with_training(
            status=Activity.Status.CANCELLED,
            status_reason="Banjir.",
            status_reason_en="A flood.",
        ),
        "This class is cancelled. A flood.",
    ),
    (
        with_training(status=Activity.Status.POSTPONED),
        "This training is postponed.",
    ),
    (with_training(status=Activity.Status.DONE), "This training is over."),
    (with_training(days_ahead=-5), "This training is over."),
]


@pytest.mark.parametrize(("make", "sentence"), REFUSALS)
def test_refuses_with_the_reason_and_writes_nothing(make, sentence):
    training_class = make()

    with pytest.raises(EnrolmentRefused) as refusal:
        join(training_class)

    assert str(refusal.value).startswith(sentence)
    assert states(training_class) == ([], 0)
    assert messages() == []


MISSING = {
    "phone number or e-mail": (Person, {"phone": ""}),
    "gender": (Person, {"gender": ""}),
    "kelurahan or desa": (Artisan, {"village": None}),
    "main craft": (Artisan, {"main_craft": None}),
}


@pytest.mark.parametrize("missing", MISSING)
def test_refuses_an_incomplete_profile_and_names_what_is_missing(missing):
    artisan, training_class = create_artisan(), create_class()
    model, emptied = MISSING[missing]
    model.objects.filter(
        pk=artisan.pk if model is Artisan else artisan.person_id
    ).update(**emptied)

    with pytest.raises(ProfileIncomplete) as refusal:
        join(training_class, Artisan.objects.get(pk=artisan.pk))

    sentence = "Complete your profile first. Still missing: "
    assert str(refusal.value) == f"{sentence}{missing}."
    assert states(training_class) == ([], 0)


ZONES = [
    (Unit.Zone.WIB, datetime(2026, 12, 1, 2, tzinfo=UTC)),
    (Unit.Zone.WITA, datetime(2026, 12, 1, 1, tzinfo=UTC)),
    (Unit.Zone.WIT, datetime(2026, 12, 1, 0, tzinfo=UTC)),
]


@pytest.mark.parametrize(("zone", "nine"), ZONES)
def test_the_window_holds_to_the_second_on_the_units_clock(zone, nine):
    unit = create_unit(code="91", time_zone=zone)
    training = create_training(unit=unit, starts_on=datetime(2026, 12, 20).date())
    closing = nine + timedelta(days=7)
    training_class = create_class(training=training, opens_at=nine, closes_at=closing)
    second = timedelta(seconds=1)

    def answer_at(moment):
        with mock.patch("django.utils.timezone.now", return_value=moment):
            try:
                return join(training_class).status
            except EnrolmentRefused as refusal:
                return str(refusal)

    publish_at(training, nine - timedelta(days=1))
    name = Unit.Zone(zone).label

    assert answer_at(nine - second) == (
        f"Registration opens on 1 December 2026 09:00 {name}."
    )
    assert answer_at(nine) == CONFIRMED
    assert answer_at(closing - second) == CONFIRMED
    assert answer_at(closing) == (
        f"Registration closed on 8 December 2026 09:00 {name}."
    )


@pytest.mark.parametrize(
    ("zone", "hour"), [(Unit.Zone.WIB, 17), (Unit.Zone.WITA, 16), (Unit.Zone.WIT, 15)]
)
def test_a_training_is_over_at_midnight_on_the_units_clock(zone, hour):
    unit = create_unit(code="91", time_zone=zone)
    last = datetime(2026, 12, 20).date()
    training = create_training(unit=unit, starts_on=last, ends_on=last)
    training_class = create_class(training=training)
    midnight = datetime(2026, 12, 20, hour, tzinfo=UTC)

    for moment, is_over in [(midnight - timedelta(seconds=1), False), (midnight, True)]:
        with mock.patch("django.utils.timezone.now", return_value=moment):
            assert training_class.is_over is is_over


# Two classes of one training


def two_classes(first, second, **fields):
    """Two classes that meet on a day from and until the hours given."""
    training = create_training(**fields)
    day = training.starts_on
    classes = [create_class(training=training, name=name) for name in ("A", "B")]
    for training_class, hours in zip(classes, (first, second), strict=True):
        if hours:
            start, end = (time(hour) for hour in hours)
            training_class.sessions.create(held_on=day, start_time=start, end_time=end)
    return classes


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ((8, 12), (13, 17), False),
        ((8, 12), (12, 15), False),
        ((8, 13), (12, 15), True),
        ((9, 15), (9, 15), True),
        (None, (13, 17), True),
        (None, None, True),
    ],
)
def test_nobody_sits_in_two_classes_of_a_training_at_once(first, second, clash):
    one, other = two_classes(first, second)
    artisan = create_artisan()
    join(one, artisan)

    if clash:
        with pytest.raises(EnrolmentRefused, match="Already registered in A"):
            join(other, artisan, request_key="second")
    else:
        join(other, artisan, request_key="second")

    assert artisan.enrolments.count() == 2 - clash


def test_a_class_without_sessions_meets_at_the_hours_of_its_training():
    hours = {"start_time": time(8), "end_time": time(12)}
    one, other = two_classes(None, (13, 17), **hours)
    artisan = create_artisan()

    join(one, artisan)

    assert join(other, artisan, request_key="second").status == CONFIRMED


def test_the_other_class_can_be_joined_once_the_first_is_given_back():
    one, other = two_classes((9, 15), (9, 15))
    artisan = create_artisan()
    cancel(join(one, artisan))

    assert join(other, artisan, request_key="second").status == CONFIRMED


def test_another_training_at_the_same_time_is_the_artisans_own_matter():
    artisan = create_artisan()
    join(create_class(), artisan)

    assert join(create_class(), artisan, request_key="second").status == CONFIRMED


# Giving back, and who comes next


def test_a_cancelled_seat_goes_to_whoever_waits_first():
    training_class = create_class(quota=1)
    seat, first, second = fill(training_class, 3)

    cancel(seat, reason="Sakit")

    assert states(training_class) == ([CANCELLED, CONFIRMED, WAITING], 1)
    assert positions(training_class) == [None, None, 1]
    assert messages() == [
        f"enrolment-{seat.pk}-cancelled",
        f"enrolment-{seat.pk}-confirmed",
        f"enrolment-{first.pk}-promoted",
        f"enrolment-{first.pk}-waiting",
        f"enrolment-{second.pk}-waiting",
    ]


def test_nobody_is_promoted_when_somebody_leaves_the_line():
    training_class = create_class(quota=1)
    _seat, first, _second = fill(training_class, 3)

    cancel(first)

    assert states(training_class) == ([CONFIRMED, CANCELLED, WAITING], 1)
    assert positions(training_class) == [None, None, 1]


def test_cancelling_twice_gives_back_one_seat():
    training_class = create_class(quota=2)
    seat, _other, _waiting, _later = fill(training_class, 4)

    cancel(seat)
    cancel(seat)

    expected = [CANCELLED, CONFIRMED, CONFIRMED, WAITING]
    assert states(training_class) == (expected, 2)
    assert messages().count(f"enrolment-{seat.pk}-cancelled") == 1


def test_nobody_is_promoted_once_the_training_is_over():
    training_class = create_class(quota=1)
    seat, _waiting = fill(training_class, 2)
    training = training_class.training
    training.status = Activity.Status.DONE
    training.save(update_fields=["status"])

    cancel(seat, by=create_staff())

    assert states(training_class) == ([CANCELLED, WAITING], 0)


def test_an_artisan_cannot_cancel_once_the_training_is_over():
    training_class = create_class()
    (seat,) = fill(training_class, 1)
    training = training_class.training
    training.status = Activity.Status.DONE
    training.save(update_fields=["status"])

    with pytest.raises(EnrolmentRefused, match="This training is over."):
        cancel(seat)

    assert states(training_class) == ([CONFIRMED], 1)


def test_a_free_seat_is_not_taken_past_those_who_wait():
    training_class = create_class(quota=1)
    seat, _waiting = fill(training_class, 2)
    cancel(seat, by=create_staff(), fill=False)

    late = join(training_class)

    assert late.status == WAITING
    assert states(training_class) == ([CANCELLED, WAITING, WAITING], 0)


def test_an_officer_promotes_in_order_or_by_hand_with_a_reason():
    officer, training_class = create_staff(), create_class(quota=1)
    seat, _first, second = fill(training_class, 3)
    cancel(seat, by=officer, fill=False)

    with pytest.raises(EnrolmentRefused, match="is not first in line"):
        promote(second, officer)
    promoted = promote(second, officer, reason="Diutus kelurahan")

    assert states(training_class) == ([CANCELLED, WAITING, CONFIRMED], 1)
    assert positions(training_class) == [None, 1, None]
    record = promoted.history.first()
    assert (record.history_user, record.history_change_reason) == (
        officer,
        "Diutus kelurahan",
    )


def test_nobody_is_promoted_into_a_full_class():
    training_class = create_class(quota=1)
    _seat, first = fill(training_class, 2)

    with pytest.raises(EnrolmentRefused, match="Every seat is taken."):
        promote(first, create_staff())

    assert states(training_class) == ([CONFIRMED, WAITING], 1)


def test_a_cancelled_registration_is_not_promoted():
    training_class = create_class(quota=1)
    (seat,) = fill(training_class, 1)
    cancel(seat)

    with pytest.raises(EnrolmentRefused, match="This registration is cancelled."):
        promote(seat, create_staff())


# The quota


def test_a_raised_quota_promotes_as_many_as_fit_in_order():
    training_class = create_class(quota=1)
    fill(training_class, 4)

    promoted = change_quota(training_class, 3)

    expected = [CONFIRMED, CONFIRMED, CONFIRMED, WAITING]
    assert states(training_class) == (expected, 3)
    assert [enrolment.ticket for enrolment in promoted] == [2, 3]
    assert sum(cause.endswith("-promoted") for cause in messages()) == 2


def test_a_quota_below_the_confirmed_is_refused_with_a_sentence():
    training_class = create_class(quota=3)
    fill(training_class, 2)

    with pytest.raises(EnrolmentRefused, match="2 seats are taken;"):
        change_quota(training_class, 1)
    change_quota(training_class, 2)

    training_class.refresh_from_db()
    assert (training_class.quota, training_class.taken) == (2, 2)


def test_a_class_has_at_least_one_seat():
    with pytest.raises(EnrolmentRefused, match="at least one seat"):
        change_quota(create_class(), 0)


def test_saving_an_old_copy_of_a_class_leaves_its_seats_alone():
    training_class = create_class(quota=2)
    old_copy = TrainingClass.objects.get(pk=training_class.pk)
    fill(training_class, 1)
    cancel_class(create_class())

    old_copy.name, old_copy.quota = "Kelas baru", 99
    old_copy.save()

    training_class.refresh_from_db()
    kept = training_class.name, training_class.quota, training_class.taken
    assert kept == ("Kelas baru", 2, 1)


# Calling off


def test_a_cancelled_class_tells_everyone_once_and_promotes_nobody():
    training_class = create_class(quota=1)
    gone, seat, waiting = fill(training_class, 3)
    cancel(gone)
    before = len(messages())

    told = cancel_class(training_class, reason="Pelatih sakit")
    cancel_class(training_class, reason="Pelatih sakit")

    assert told == 2
    assert states(training_class) == ([CANCELLED] * 3, 0)
    assert len(messages()) == before + 2
    last = Message.objects.get(cause=f"enrolment-{seat.pk}-cancelled")
    assert "Pelatih sakit" in last.body.splitlines()[0]


def test_a_cancelled_training_calls_off_all_its_classes():
    training = create_training()
    classes = [create_class(training=training) for _turn in range(2)]
    for training_class in classes:
        join(training_class)

    told = cancel_training(training, reason="Gedung dipakai")

    training.refresh_from_db()
    assert (told, training.status) == (2, Activity.Status.CANCELLED)
    assert [states(each)[0] for each in classes] == [[CANCELLED], [CANCELLED]]


def test_what_took_place_is_not_called_off_afterwards():
    training = create_training(days_ahead=-30)
    training_class = create_class(training=training)

    for call_off in (
        lambda: cancel_class(training_class, reason="Salah tekan"),
        lambda: cancel_training(training, reason="Salah tekan"),
    ):
        with pytest.raises(EnrolmentRefused, match="This training is over"):
            call_off()

    training.postpone("Banjir")
    assert cancel_training(training, reason="Tidak jadi") == 0


# What the artisan sees


def test_the_artisan_sees_own_places_with_their_positions():
    artisan, other = create_artisan(), create_artisan()
    training_class = create_class(quota=1)
    join(training_class, other)
    join(training_class, artisan)

    assert [row.position for row in enrolments_of(artisan)] == [1]
    assert [row.position for row in enrolments_of(other)] == [None]


def test_the_order_in_line_survives_a_clock_that_jumps_back():
    training_class = create_class(quota=1)
    _seat, _first, late = fill(training_class, 3)
    late.enrolled_at = timezone.now() - timedelta(hours=1)
    late.save(update_fields=["enrolled_at"])

    assert positions(training_class) == [None, 1, 2]
