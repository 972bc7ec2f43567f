"""Seats a class keeps for the artisans of a unit (kuota titipan)."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Unit
from tests.factories import (
    create_artisan,
    create_class,
    create_region,
    create_staff,
    create_training,
    create_unit,
    create_user,
    join,
)
from tests.forms import form_data
from trainings.enrolment import (
    EnrolmentRefused,
    accept_seats,
    allot,
    cancel,
    cancel_class,
    change_quota,
    decline_seats,
    offer_seats,
    pass_on,
    return_seats,
)
from trainings.models import Allotment, SeatTransfer, TrainingClass

pytestmark = pytest.mark.django_db

CONFIRMED, WAITING, CANCELLED = "terdaftar", "menunggu", "batal"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def city():
    return create_unit(code="36.74")


@pytest.fixture
def ciputat():
    return create_unit(code="36.74.04")


@pytest.fixture
def serpong():
    return create_unit(code="36.74.01")


@pytest.fixture
def training_class(city):
    return create_class(training=create_training(unit=city), quota=4)


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def of(unit):
    village = create_region(code=f"{unit.code}.1001")
    return create_artisan(unit=unit, village=village)


def figures(training_class):
    training_class.refresh_from_db()
    kept = training_class.allotments.values_list("unit__code", "seats", "taken")
    return training_class.taken, training_class.reserved, list(kept)


def test_an_artisan_takes_the_seat_of_the_own_unit_first(
    training_class, ciputat, serpong
):
    allot(training_class, ciputat, 2, in_days(3))

    mine, other = join(training_class, of(ciputat)), join(training_class, of(serpong))

    assert mine.allotment.unit == ciputat
    assert other.allotment is None
    assert figures(training_class) == (2, 1, [("36.74.04", 2, 1)])
    assert training_class.seats_left == 1


def test_others_wait_while_seats_are_kept_and_the_unit_still_gets_its_own(
    training_class, ciputat, serpong
):
    allot(training_class, ciputat, 2, in_days(3))
    join(training_class, of(serpong))
    join(training_class, of(serpong))

    waiting = join(training_class, of(serpong))
    mine = join(training_class, of(ciputat))

    assert (waiting.status, mine.status) == (WAITING, CONFIRMED)
    assert training_class.availability == TrainingClass.Availability.OPEN
    training_class.refresh_from_db()
    assert training_class.availability == TrainingClass.Availability.WAITING_LIST


def test_a_unit_takes_from_the_pool_once_its_seats_are_gone(training_class, ciputat):
    allot(training_class, ciputat, 1, in_days(3))

    first, second = join(training_class, of(ciputat)), join(training_class, of(ciputat))

    assert first.allotment
    assert second.allotment is None
    assert figures(training_class) == (2, 0, [("36.74.04", 1, 1)])


def test_a_seat_given_back_returns_to_its_unit(training_class, ciputat, serpong):
    allot(training_class, ciputat, 1, in_days(3))
    mine = join(training_class, of(ciputat))
    for _turn in range(3):
        join(training_class, of(serpong))
    theirs, ours = (join(training_class, of(unit)) for unit in (serpong, ciputat))

    cancel(mine)

    theirs.refresh_from_db()
    ours.refresh_from_db()
    # Behind in line, but it is their unit's seat.
    assert (theirs.status, ours.status) == (WAITING, CONFIRMED)
    cancel(ours)
    assert figures(training_class) == (3, 1, [("36.74.04", 1, 0)])


def test_on_the_morning_of_their_day_unused_seats_go_to_who_waits(city):
    papua = create_unit(code="91", time_zone=Unit.Zone.WIT)
    training = create_training(unit=papua, starts_on=date(2027, 1, 20))
    with time_machine.travel(datetime(2026, 12, 30, tzinfo=UTC), tick=False):
        training.published_at = timezone.now()
        training.save(update_fields=["published_at"])
        training_class = create_class(training=training, quota=2)
        # The first morning of the year, nine hours before it comes to Greenwich.
        allot(training_class, create_unit(code="91.71"), 1, date(2027, 1, 1))
        join(training_class)
        waiting = join(training_class)
    midnight = datetime(2026, 12, 31, 15, tzinfo=UTC)

    with time_machine.travel(midnight - timedelta(seconds=1), tick=False):
        assert pass_on() == 0
    with time_machine.travel(midnight, tick=False):
        assert pass_on() == 1

    waiting.refresh_from_db()
    assert waiting.status == CONFIRMED
    assert figures(training_class) == (2, 0, [("91.71", 0, 0)])
    assert training_class.allotments.get().returned == 1


def test_a_class_called_off_leaves_no_seat_of_a_unit_taken(training_class, ciputat):
    allot(training_class, ciputat, 3, in_days(3))
    for _turn in range(3):
        join(training_class, of(ciputat))

    cancel_class(training_class, reason="Banjir")

    assert figures(training_class) == (0, 3, [("36.74.04", 3, 0)])


def test_a_seat_of_a_unit_given_back_after_its_day_goes_to_who_waits_first(
    training_class, ciputat, serpong
):
    allot(training_class, ciputat, 1, in_days(3))
    mine = join(training_class, of(ciputat))
    for _turn in range(3):
        join(training_class, of(serpong))
    first, behind = join(training_class, of(serpong)), join(training_class, of(ciputat))

    with time_machine.travel(timezone.now() + timedelta(days=4), tick=False):
        cancel(mine)

    first.refresh_from_db()
    behind.refresh_from_db()
    assert (first.status, behind.status) == (CONFIRMED, WAITING)
    assert figures(training_class) == (4, 0, [("36.74.04", 0, 0)])


def test_a_taken_seat_of_a_unit_stays_taken_when_the_others_go_back(
    training_class, ciputat, serpong
):
    made = allot(training_class, ciputat, 3, in_days(3))
    mine = join(training_class, of(ciputat))

    assert return_seats(made) == 2
    assert return_seats(made) == 0
    cancel(mine)

    # Given up after the day, it is everybody's as well.
    assert figures(training_class) == (0, 0, [("36.74.04", 0, 0)])
    training_class.refresh_from_db()
    assert training_class.seats_left == 4


@pytest.mark.parametrize(
    ("number", "days", "sentence"),
    [
        (5, 3, "Only 4 seats of the class are free"),
        (1, 0, "day to come"),
        (1, 30, "by the first day of the training"),
    ],
)
def test_seats_that_cannot_be_kept_are_refused(
    training_class, ciputat, number, days, sentence
):
    with pytest.raises(EnrolmentRefused, match=sentence):
        allot(training_class, ciputat, number, in_days(days))
    assert not Allotment.objects.exists()


def test_the_database_refuses_more_seats_than_the_quota(training_class, ciputat):
    allot(training_class, ciputat, 4, in_days(3))
    classes = TrainingClass.objects.filter(pk=training_class.pk)

    for wrong in ({"reserved": 5}, {"taken": 1}, {"quota": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            classes.update(**wrong)
    with pytest.raises(EnrolmentRefused, match="4 are kept for units"):
        change_quota(training_class, 3)


def test_seats_pass_from_one_unit_to_another(training_class, ciputat, serpong):
    giver, taker = create_staff(unit=ciputat), create_staff(unit=serpong)
    made = allot(training_class, ciputat, 3, in_days(3))
    # One takes the last seat of everybody, one waits.
    pool, waiting = (join(training_class, of(serpong)) for _turn in range(2))

    transfer = offer_seats(made, serpong, 2, giver, note="Kami hanya bertiga")
    with pytest.raises(EnrolmentRefused, match="Only the unit itself"):
        accept_seats(transfer, giver)
    accept_seats(transfer, taker)

    waiting.refresh_from_db()
    assert (pool.allotment, waiting.allotment.unit) == (None, serpong)
    assert figures(training_class) == (
        2, 2, [("36.74.01", 2, 1), ("36.74.04", 1, 0)]
    )  # fmt: skip
    with pytest.raises(EnrolmentRefused, match="answered before"):
        decline_seats(transfer, taker)


def test_a_unit_offers_no_more_than_it_has_and_takes_offers_back(
    training_class, ciputat, serpong
):
    giver = create_staff(unit=ciputat)
    made = allot(training_class, ciputat, 2, in_days(3))
    join(training_class, of(ciputat))

    with pytest.raises(EnrolmentRefused, match="Only 1 of these"):
        offer_seats(made, serpong, 2, giver)
    with pytest.raises(EnrolmentRefused, match="Only the unit itself"):
        offer_seats(made, serpong, 1, create_staff(unit=serpong))
    transfer = offer_seats(made, serpong, 1, giver)

    assert decline_seats(transfer, giver).status == SeatTransfer.Status.WITHDRAWN
    assert figures(training_class) == (1, 1, [("36.74.04", 2, 1)])


def test_seats_gone_meanwhile_cannot_be_taken_over(training_class, ciputat, serpong):
    made = allot(training_class, ciputat, 1, in_days(3))
    transfer = offer_seats(made, serpong, 1, create_staff(unit=ciputat))
    join(training_class, of(ciputat))

    with pytest.raises(EnrolmentRefused, match="Only 0 of these"):
        accept_seats(transfer, create_staff(unit=serpong))
    assert decline_seats(transfer, create_staff(unit=serpong)).status == "ditolak"


# The pages


def test_an_officer_types_the_seats_beside_the_class(
    training_class, ciputat, city, visit
):
    browser = visit(create_staff(unit=city))
    address = reverse("admin:trainings_trainingclass_change", args=[training_class.pk])

    def typed(seats):
        data = form_data(browser.get(address).content.decode())
        row = {"unit": ciputat.pk, "seats": seats, "returns_on": in_days(3)}
        number = int(data["allotments-TOTAL_FORMS"])
        data |= {f"allotments-{number}-{name}": value for name, value in row.items()}
        data["allotments-TOTAL_FORMS"] = number + 1
        return browser.post(address, data)

    refused = typed(9)
    assert "Only 4 seats of the class are free to be kept." in refused.content.decode()
    assert typed(3).status_code == 302
    assert figures(training_class) == (0, 3, [("36.74.04", 3, 0)])


def act(browser, model, action, row, **answers):
    address = reverse(f"admin:trainings_{model.__name__.lower()}_changelist")
    chosen = {"action": action, "_selected_action": [row.pk]}
    assert browser.post(address, chosen).status_code == 200
    response = browser.post(address, {**chosen, "confirmed": "1", **answers})
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_units_pass_seats_on_in_the_admin(training_class, ciputat, serpong, visit):
    giver, taker = (visit(create_staff(unit=unit)) for unit in (ciputat, serpong))
    made = allot(training_class, ciputat, 3, in_days(3))

    said = act(giver, Allotment, "offer", made, to_unit=serpong.pk, seats=2)
    transfer = SeatTransfer.objects.get()
    theirs = act(taker, SeatTransfer, "accept", transfer)
    rest = act(giver, Allotment, "give_back", made)

    assert said == ["The seats are offered; the unit accepts or declines."]
    assert theirs == ["1 offer is accepted; the seats are yours."]
    assert rest == ["1 seat is everybody's now."]
    assert figures(training_class)[2] == [("36.74.01", 2, 0), ("36.74.04", 0, 0)]


def test_an_offer_waits_on_the_home_of_the_unit_it_is_made_to_alone(
    training_class, ciputat, serpong, city, visit
):
    made = allot(training_class, ciputat, 3, in_days(3))
    offer_seats(made, serpong, 2, create_staff(unit=ciputat))
    address = reverse("admin:trainings_seattransfer_changelist") + "?answer=mine"

    def waiting(unit):
        browser = visit(create_staff(unit=unit))
        figures = browser.get(reverse("admin:index")).context["home"]["waiting"]
        shown = {each.url: each.count for each in figures}[address]
        assert len(browser.get(address).context["cl"].result_list) == shown
        return shown

    assert (waiting(serpong), waiting(ciputat)) == (1, 0)


def test_an_artisan_reads_that_seats_are_kept(training_class, ciputat, visit):
    allot(training_class, ciputat, 2, in_days(3))
    user = create_user()
    create_artisan(user=user, unit=ciputat)
    address = reverse("trainings:enrol", args=[training_class.training.slug])

    page = visit(user).get(address).content.decode()

    assert "2 seats are kept for the artisans of your council." in page
