"""Free seats that are offered for a set time, and answered by a link."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Message, Unit
from tests.factories import (
    create_artisan,
    create_class,
    create_session,
    create_staff,
    create_training,
    create_unit,
    create_user,
    join,
)
from trainings.enrolment import (
    EnrolmentRefused,
    accept_offer,
    answer_by,
    cancel,
    cancel_class,
    change_quota,
    decline_offer,
    offer,
    pass_on,
    promote,
)
from trainings.models import Enrolment, Offer, Training

pytestmark = pytest.mark.django_db

CONFIRMED, WAITING, OFFERED, CANCELLED = "terdaftar", "menunggu", "ditawari", "batal"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def offering(*, quota=1, people=3, **fields):
    """A class that offers its free seats, with everybody in it in order."""
    training_class = create_class(quota=quota, has_offers=True, **fields)
    return training_class, [join(training_class) for _turn in range(people)]


def states(training_class):
    training_class.refresh_from_db()
    rows = training_class.enrolments.order_by("ticket")
    return [row.status for row in rows], training_class.taken


def open_offer(enrolment):
    return enrolment.offers.open().get()


def after(made):
    """The first second at which an offer does not hold any longer."""
    return time_machine.travel(made.ends_at, tick=False)


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_freed_seat_is_offered_to_the_next_and_counts_as_taken():
    training_class, (seat, second, _third) = offering()

    given_back = cancel(seat)

    assert [row.pk for row in given_back.made_room_for] == [second.pk]
    assert states(training_class) == ([CANCELLED, OFFERED, WAITING], 1)
    told = Message.objects.get(cause=f"offer-{open_offer(second).pk}")
    code = open_offer(second).code
    assert f"/pelatihan/tawaran/{code}/terima/" in told.body
    assert f"/pelatihan/tawaran/{code}/tolak/" in told.body


def test_an_accepted_offer_is_a_seat_and_answering_twice_changes_nothing():
    training_class, (seat, second, _third) = offering()
    cancel(seat)
    made = open_offer(second)

    accept_offer(made)
    accept_offer(made)

    assert states(training_class) == ([CANCELLED, CONFIRMED, WAITING], 1)
    with pytest.raises(EnrolmentRefused, match="accepted this seat before"):
        decline_offer(made)


def test_a_declined_offer_goes_to_the_next():
    training_class, (seat, second, third) = offering()
    cancel(seat)

    decline_offer(open_offer(second))

    assert states(training_class) == ([CANCELLED, CANCELLED, OFFERED], 1)
    assert open_offer(third)
    # Kept for all to read, so not in the language of whoever answered.
    second.refresh_from_db()
    assert second.cancel_reason == "Kursi yang ditawarkan ditolak."


def test_an_offer_holds_to_the_last_second():
    training_class, (seat, second, _third) = offering()
    cancel(seat)
    made = open_offer(second)

    with time_machine.travel(made.ends_at - timedelta(seconds=1), tick=False):
        accept_offer(made)

    assert states(training_class)[0] == [CANCELLED, CONFIRMED, WAITING]


def test_at_the_second_it_expires_an_offer_has_gone_to_the_next():
    training_class, (seat, second, third) = offering()
    cancel(seat)
    made = open_offer(second)

    with after(made), pytest.raises(EnrolmentRefused, match="time to answer"):
        accept_offer(made)

    # What the clock decided is kept, though the answer was refused.
    assert states(training_class) == ([CANCELLED, WAITING, OFFERED], 1)
    line = training_class.enrolments.waiting()
    assert [row.pk for row in line] == [second.pk]
    assert Message.objects.filter(cause=f"enrolment-{second.pk}-passed").exists()
    assert open_offer(third).ends_at > made.ends_at


def test_who_is_silent_twice_leaves_the_line(capsys):
    training_class, (seat, second) = offering(people=2)
    cancel(seat)

    with after(open_offer(second)):
        call_command("offers")
    second.refresh_from_db()
    assert (second.status, second.passes) == (OFFERED, 1)
    with after(open_offer(second)):
        call_command("offers")

    assert states(training_class) == ([CANCELLED, CANCELLED], 0)
    assert "1" in capsys.readouterr().out


def test_silence_moves_behind_everybody_who_waits():
    training_class, (seat, second, third) = offering()
    fourth = join(training_class)
    cancel(seat)

    with after(open_offer(second)):
        assert pass_on() == 1
        assert pass_on() == 0

    line = training_class.enrolments.waiting()
    assert [row.pk for row in line] == [fourth.pk, second.pk]
    assert open_offer(third)


def test_whoever_asks_next_finds_nothing_overdue():
    training_class, (seat, second, third) = offering()
    cancel(seat)

    with after(open_offer(second)):
        join(training_class)

    assert states(training_class)[0] == [CANCELLED, WAITING, OFFERED, WAITING]


def test_an_offer_by_hand_expires_also_where_seats_are_given_at_once():
    training_class = create_class(quota=1)
    seat, second, third = (join(training_class) for _turn in range(3))
    officer = create_staff()
    cancel(seat, by=officer, fill=False)
    made = offer(second, officer)

    with after(made):
        join(training_class)

    assert states(training_class)[0] == [CANCELLED, WAITING, CONFIRMED, WAITING]


def test_a_raised_quota_offers_as_many_as_fit_and_a_leaver_in_line_nothing():
    training_class, (_seat, second, third, fourth, fifth) = offering(people=5)

    moved = change_quota(training_class, 3)
    cancel(fourth)

    assert [row.pk for row in moved] == [second.pk, third.pk]
    assert states(training_class)[0] == [
        CONFIRMED, OFFERED, OFFERED, CANCELLED, WAITING
    ]  # fmt: skip
    assert not fifth.offers.exists()


def test_a_class_called_off_withdraws_its_offers():
    training_class, (seat, second, _third) = offering()
    cancel(seat)
    made = open_offer(second)

    cancel_class(training_class, reason="Banjir")

    made.refresh_from_db()
    assert made.status == Offer.Status.WITHDRAWN
    with pytest.raises(EnrolmentRefused, match="does not hold"):
        accept_offer(made)
    assert states(training_class)[1] == 0


def test_a_postponed_training_makes_and_ends_no_offers_until_it_is_on_again():
    training_class, (seat, other, second, third) = offering(quota=2, people=4)
    cancel(seat)
    made = open_offer(second)
    training_class.training.postpone("Banjir")

    with after(made):
        cancel(other)
        assert pass_on() == 0
        assert states(training_class)[0] == [CANCELLED, CANCELLED, OFFERED, WAITING]
        Training.objects.update(status=Training.Status.PLANNED)
        assert pass_on() == 1

    assert states(training_class)[0] == [CANCELLED, CANCELLED, OFFERED, OFFERED]
    assert open_offer(second) != made
    assert open_offer(third)


def test_an_officer_offers_by_hand_and_out_of_turn_only_with_a_reason():
    training_class, (seat, _second, third) = offering()
    officer = create_staff()
    cancel(seat, by=officer, fill=False)

    with pytest.raises(EnrolmentRefused, match="not first in line"):
        offer(third, officer)
    offer(third, officer, reason="Membawa alat sendiri")

    third.refresh_from_db()
    assert third.status == OFFERED
    assert third.decided_by == officer
    assert third.decision_reason == "Membawa alat sendiri"


def test_an_officer_takes_the_offered_seat_for_somebody_on_the_phone():
    training_class, (seat, second, _third) = offering()
    cancel(seat)

    promote(second, create_staff())

    assert states(training_class) == ([CANCELLED, CONFIRMED, WAITING], 1)
    assert second.offers.get().status == Offer.Status.ACCEPTED


# Until when an offer holds

NOON = datetime(2026, 12, 1, 5, tzinfo=UTC)


def starting(day, hour=None, zone=Unit.Zone.WIB):
    unit = create_unit(code="91", time_zone=zone)
    start = time(hour) if hour is not None else None
    training = create_training(unit=unit, starts_on=day, start_time=start)
    return create_class(training=training)


@pytest.mark.parametrize(
    ("day", "hour", "now", "shown"),
    [
        # A whole day while the start is far, less when it comes near.
        (date(2026, 12, 20), 9, NOON, "2 December 2026 12:00 WIB"),
        (date(2026, 12, 3), 9, NOON, "1 December 2026 18:00 WIB"),
        (date(2026, 12, 2), 9, NOON, "1 December 2026 14:00 WIB"),
        (date(2026, 12, 1), 13, NOON, "1 December 2026 13:00 WIB"),
        # Never at night: 13 o'clock UTC is eight in the evening.
        (date(2026, 12, 3), 9, NOON + timedelta(hours=8), "2 December 2026 08:00 WIB"),
        # New year's eve has a morning after it.
        (
            date(2027, 1, 3),
            9,
            datetime(2026, 12, 31, 15, 30, 1, tzinfo=UTC),
            "1 January 2027 08:00 WIB",
        ),
    ],
)
def test_an_offer_is_shorter_near_the_start_and_never_ends_at_night(
    day, hour, now, shown
):
    training_class = starting(day, hour)

    assert training_class.on_the_clock(answer_by(training_class, now)) == shown


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        (Unit.Zone.WIB, "2 December 2026 12:00 WIB"),
        (Unit.Zone.WITA, "2 December 2026 13:00 WITA"),
        (Unit.Zone.WIT, "2 December 2026 14:00 WIT"),
    ],
)
def test_an_offer_ends_on_the_clock_of_the_unit(zone, shown):
    training_class = starting(date(2026, 12, 20), 9, zone)

    assert training_class.on_the_clock(answer_by(training_class, NOON)) == shown


def test_an_offer_ends_and_tells_the_hours_of_the_class_not_of_the_training(client):
    training_class, (seat, second) = offering(people=2)
    day = training_class.training.starts_on
    create_session(training_class=training_class, held_on=day, status="batal")
    create_session(
        training_class=training_class, held_on=day, start="13:00", end="15:00"
    )

    hour_before = training_class.starts_at - timedelta(hours=1)
    cancel(seat)

    made = open_offer(second)
    assert training_class.starts_at.hour == 13
    assert answer_by(training_class, hour_before) == training_class.starts_at
    assert "13.00 WIB" in Message.objects.get(cause=f"offer-{made.pk}").body
    assert ", 13.00 WIB" in text_of(client.get(made.accept_url))


# The pages


def test_a_link_asks_and_only_the_button_answers(client):
    training_class, (seat, second, _third) = offering()
    cancel(seat)
    made = open_offer(second)

    page = client.get(made.accept_url)

    assert "Accept this seat?" in text_of(page)
    assert page["Referrer-Policy"] == "strict-origin"
    assert "noindex" in page.content.decode()
    assert states(training_class)[0] == [CANCELLED, OFFERED, WAITING]
    assert "The seat is yours" in text_of(client.post(made.accept_url, follow=True))
    assert states(training_class)[0] == [CANCELLED, CONFIRMED, WAITING]
    # Using it twice, or the other link later, is harmless and said.
    assert "The seat is yours" in text_of(client.post(made.decline_url, follow=True))


def test_a_link_declines(client):
    training_class, (seat, second, _third) = offering()
    cancel(seat)
    made = open_offer(second)

    assert "Decline this seat?" in text_of(client.get(made.decline_url))
    page = client.post(made.decline_url, follow=True)

    assert "You declined the seat" in text_of(page)
    assert states(training_class)[0] == [CANCELLED, CANCELLED, OFFERED]


def test_a_link_that_is_late_or_unknown_says_so(client):
    _training_class, (seat, second, _third) = offering()
    cancel(seat)
    made = open_offer(second)

    with after(made):
        late = client.get(made.accept_url)
        posted = client.post(made.accept_url, follow=True)
    unknown = client.get(reverse("trainings:offer", args=["X" * 22, "terima"]))
    odd = client.get(reverse("trainings:offer", args=[made.code, "mungkin"]))

    assert (late.status_code, posted.status_code) == (410, 410)
    assert "The time to answer ended on" in text_of(late)
    assert unknown.status_code == odd.status_code == 404
    assert "This link leads to no offer" in text_of(unknown)


def test_the_own_page_holds_the_offer_with_both_buttons(visit):
    user = create_user()
    training_class = create_class(quota=1, has_offers=True)
    seat, mine = join(training_class), join(training_class, create_artisan(user=user))
    browser = visit(user)
    waiting = text_of(browser.get(mine.get_absolute_url()))
    cancel(seat)

    page = browser.get(mine.get_absolute_url())

    assert "You do not have a seat yet: number 1 of 1" in waiting
    made = open_offer(mine)
    assert f'action="{made.accept_url}"' in page.content.decode()
    assert f'action="{made.decline_url}"' in page.content.decode()
    assert made.deadline in text_of(page)
    assert "Answer the offer" in text_of(browser.get(reverse("my:home")))


def test_a_class_without_offers_gives_its_seats_at_once():
    training_class = create_class(quota=1)
    seat, second = join(training_class), join(training_class)

    cancel(seat)

    assert states(training_class) == ([CANCELLED, CONFIRMED], 1)
    assert not Offer.objects.exists()
    assert Enrolment.objects.get(pk=second.pk).confirmed_at <= timezone.now()
