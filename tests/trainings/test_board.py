from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import time_machine

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from artisans.models import Artisan
from tests.factories import create_artisan, create_class, create_staff, create_unit
from trainings.enrolment import (
    accept,
    accept_offer,
    admit,
    cancel,
    change_quota,
    endorse,
    enrol,
    offer,
    pass_on,
    put_in_reserve,
)
from trainings.models import Enrolment, Offer, TrainingClass
from trainings.texts import Occasion, Situation, situations_of, words_for

from .test_admin import said, text_of
from .test_groups import a_class

pytestmark = pytest.mark.django_db

CONFIRMED, WAITING, CANCELLED = "terdaftar", "menunggu", "batal"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def ciputat():
    return create_unit(code="36.74.04")


@pytest.fixture
def desk(visit, ciputat):
    return visit(create_staff(unit=ciputat))


def join(training_class, name=""):
    artisan = create_artisan(full_name=name)
    return enrol(artisan, training_class, request_key=f"key-{artisan.pk}")


def board(training_class, **query):
    return reverse(
        "admin:trainings_trainingclass_board", args=[training_class.pk], query=query
    )


def act(row, name, **query):
    args = [row.training_class_id, row.pk, name]
    return reverse("admin:trainings_trainingclass_board_act", args=args, query=query)


def status_of(row):
    return Enrolment.objects.get(pk=row.pk).status


def sides(response):
    """The names on the left and on the right of the board."""
    return [
        [str(line.enrolment) for line in response.context[side]]
        for side in ("asking", "seated")
    ]


def test_applicants_stand_on_one_side_and_participants_on_the_other(desk):
    training_class = a_class(quota=1)
    for name in ("Ani", "Budi", "Cici"):
        join(training_class, name)

    response = desk.get(board(training_class))

    assert sides(response) == [["Budi", "Cici"], ["Ani"]]
    assert "1/1" in text_of(response)
    assert "2 on the waiting list" in text_of(response)


@pytest.mark.parametrize(
    "query", [{"q": "cic"}, {"keadaan": "menunggu", "q": "Cici"}, {"unit": "x"}]
)
def test_the_board_is_narrowed_by_what_makes_sense(desk, query):
    training_class = a_class(quota=1)
    for name in ("Ani", "Budi", "Cici"):
        join(training_class, name)

    found = sides(desk.get(board(training_class, **query)))

    assert found == ([["Cici"], []] if "q" in query else [["Budi", "Cici"], ["Ani"]])


@pytest.mark.once
def test_the_board_costs_the_same_for_few_and_for_many(desk, django_assert_num_queries):
    few, many = (a_class(quota=quota, has_offers=True) for quota in (2, 8))
    for training_class, number in ((few, 4), (many, 20)):
        for _turn in range(number):
            join(training_class)
        change_quota(training_class, training_class.quota + number // 4)
    desk.get(board(few))

    with CaptureQueriesContext(connection) as asked:
        desk.get(board(few))
    with django_assert_num_queries(len(asked)):
        desk.get(board(many))
    assert len(asked) <= 20


def test_whoever_is_next_gets_a_free_seat_with_one_tap(desk):
    training_class = a_class(quota=1)
    seat, first, second = (join(training_class, name) for name in ("Ani", "Bu", "Ci"))
    desk.post(act(seat, "tarik"), {"reason": "Sakit", "is_kept_free": "on"})
    assert status_of(seat) == CANCELLED

    response = desk.post(act(first, "kursi", q="b", keadaan="menunggu"))

    # The name that was searched for stays out of every address.
    assert response.url == board(training_class, keadaan="menunggu")
    assert (status_of(first), status_of(second)) == (CONFIRMED, WAITING)
    assert said(response)[-1] == "Bu has a seat."


def test_out_of_turn_needs_a_reason_which_is_kept(desk):
    training_class = a_class(quota=1)
    seat, _first, second = (join(training_class) for _turn in range(3))
    desk.post(act(seat, "tarik"), {"reason": "Sakit", "is_kept_free": "on"})

    asked = desk.post(act(second, "kursi"), {"reason": ""})
    given = desk.post(act(second, "kursi"), {"reason": "Alat sendiri"})

    assert "Write the reason for going first." in text_of(asked)
    assert given.status_code == 302
    assert status_of(second) == CONFIRMED
    assert second.history.first().history_change_reason == "Alat sendiri"


def test_a_seat_taken_back_goes_to_the_next_and_the_page_says_to_whom(desk):
    training_class = a_class(quota=1)
    seat, following = join(training_class, "Ani"), join(training_class, "Budi")

    response = desk.post(act(seat, "tarik"), {"reason": "Sakit"})

    assert status_of(following) == CONFIRMED
    assert "Budi" in said(response)[-1]


def test_saving_leads_to_the_next_person_of_the_same_side(desk):
    training_class = a_class(quota=1, admission="seleksi")
    one, two, three = (join(training_class, name) for name in ("Ani", "Budi", "Cici"))

    asked = desk.get(act(one, "tolak"))
    following = desk.post(act(one, "tolak"), {"reason": "Umur", "_next": "1"})
    desk.post(act(two, "tolak"), {"reason": "Umur", "_next": "1"})
    last = desk.post(act(three, "tolak"), {"reason": "Umur", "_next": "1"})

    assert "Save, and next: Budi" in text_of(asked)
    assert following.url == act(two, "tolak")
    assert last.url == board(training_class)
    assert {status_of(row) for row in (one, two, three)} == {"ditolak"}


def test_applications_are_accepted_and_put_in_reserve_with_one_tap(desk):
    training_class = a_class(quota=1, admission="seleksi")
    one, two = join(training_class), join(training_class)

    desk.post(act(one, "terima"))
    desk.post(act(two, "cadangan"))

    assert (status_of(one), status_of(two)) == (CONFIRMED, WAITING)


def test_a_seat_is_offered_and_taken_by_phone(desk):
    training_class = a_class(quota=1, has_offers=True)
    seat, first = join(training_class), join(training_class)
    desk.post(act(seat, "tarik"), {"reason": "Sakit", "is_kept_free": "on"})

    desk.post(act(first, "tawarkan"))
    shown = text_of(desk.get(board(training_class)))
    desk.post(act(first, "ambil"))

    assert "offered a seat, until" in shown
    assert status_of(first) == CONFIRMED


@pytest.mark.parametrize("name", ["kursi", "terima"])
def test_what_cannot_be_done_any_more_changes_nothing(desk, name):
    seat = join(a_class())

    response = desk.post(act(seat, name))

    assert "stands differently by now" in said(response)[-1]
    assert status_of(seat) == CONFIRMED
    assert desk.get(act(seat, "apa")).status_code == 404


def test_looking_changes_nothing(desk):
    training_class = a_class(quota=1)
    seat, waiting = join(training_class), join(training_class)

    for row, name in ((seat, "tarik"), (waiting, "keluar"), (waiting, "kursi")):
        desk.get(act(row, name))

    assert (status_of(seat), status_of(waiting)) == (CONFIRMED, WAITING)


def test_the_board_of_another_unit_does_not_exist(visit, desk):
    training_class = a_class()
    seat = join(training_class)
    neighbour = visit(create_staff(unit=create_unit(code="36.74.01")))

    for address in (board(training_class), act(seat, "tarik"), act(seat, "pesan")):
        assert desk.get(address).status_code == 200
        assert neighbour.get(address).status_code == 404


def test_a_person_is_found_only_on_the_board_of_their_class(desk):
    seat, other = join(a_class()), a_class()
    address = act(seat, "tarik").replace(
        f"/{seat.training_class_id}/papan", f"/{other.pk}/papan"
    )

    assert desk.get(address).status_code == 404


def test_the_observer_sees_the_board_and_does_nothing(visit, ciputat):
    training_class = a_class()
    seat = join(training_class)
    observer = visit(create_staff(unit=ciputat, role="Pengamat"))

    html = text_of(observer.get(board(training_class)))

    assert "wa.me" not in html and "/tarik/" not in html
    assert observer.post(act(seat, "tarik"), {"reason": "x"}).status_code == 403
    assert observer.get(act(seat, "pesan")).status_code == 403


def test_whatsapp_opens_with_the_text_of_the_situation(desk):
    training_class = a_class(quota=1)
    join(training_class), join(training_class, "Budi")

    line = desk.get(board(training_class)).context["asking"][0]

    address = urlsplit(line.talk)
    text = unquote(parse_qs(address.query)["text"][0])
    assert address.netloc == "wa.me"
    assert "Budi" in text and training_class.name in text
    assert "1 dari 1" in text


def accepted(training_class, officer):
    return accept(join(training_class), officer)


def in_reserve(training_class, officer):
    return put_in_reserve(join(training_class), officer)


def endorsed(training_class, officer):
    return endorse(join(training_class), officer)


def promoted(training_class, officer):
    seat, following = join(training_class), join(training_class)
    cancel(seat, by=officer)
    return following


def offered_to_next(training_class, officer):
    seat, following, _after = (join(training_class) for _turn in range(3))
    cancel(seat, by=officer)
    return following, Offer.objects.get(enrolment=following)


def took(training_class, officer):
    following, made = offered_to_next(training_class, officer)
    return accept_offer(made)


def passed(training_class, officer):
    following, made = offered_to_next(training_class, officer)
    with time_machine.travel(made.ends_at):
        pass_on()
    return following


BY_CHOICE, BY_OFFER = {"admission": "seleksi"}, {"has_offers": True}


@pytest.mark.parametrize(
    ("come_to_it", "rules", "situation"),
    [
        (accepted, BY_CHOICE, Situation.ACCEPTED),
        (in_reserve, BY_CHOICE, Situation.RESERVE),
        (endorsed, BY_CHOICE, Situation.ENDORSED),
        (promoted, {}, Situation.PROMOTED),
        (took, BY_OFFER, Situation.TOOK),
        (passed, BY_OFFER, Situation.PASSED),
    ],
)
def test_what_came_of_it_is_ready_for_whatsapp(
    desk, ciputat, come_to_it, rules, situation
):
    training_class = a_class(quota=1, **rules)
    row = come_to_it(training_class, create_staff(unit=ciputat, username="kedua"))
    row = Enrolment.objects.with_position().get(pk=row.pk)

    page, lines = desk.get(act(row, "pesan")), desk.get(board(training_class))

    text = words_for(Occasion.of(row), situation).whatsapp
    assert page.context["words"].whatsapp == text
    assert str(situation.label) in text_of(page)
    everybody = lines.context["asking"] + lines.context["seated"]
    (talk,) = [each.talk for each in everybody if each.enrolment == row]
    assert parse_qs(urlsplit(talk).query)["text"] == [text]


def test_whoever_is_admitted_beside_the_line_was_promoted_by_nobody(desk, ciputat):
    officer, training_class = create_staff(unit=ciputat), a_class()
    guest = create_artisan()

    row = admit(guest, training_class, by=officer, reason="Hadir", request_key="tamu")

    assert situations_of([row]) == {row.pk: Situation.CONFIRMED}


def test_what_is_missing_is_ready_for_whatsapp_until_registration_closes(desk):
    training_class = a_class()
    whole, row = join(training_class), join(training_class)
    Artisan.objects.filter(pk=row.artisan_id).update(main_craft=None)

    def reminders(row):
        return desk.get(act(row, "pesan")).context["reminders"]

    ((label, text),) = reminders(row)
    assert label == Situation.CLOSING.label and "kriya utama" in text
    assert reminders(whole) == []
    closed = timezone.now() - timedelta(hours=1)
    TrainingClass.objects.filter(pk=training_class.pk).update(closes_at=closed)
    assert reminders(row) == []


def test_those_who_left_have_their_text_too(desk):
    seat = join(a_class(), "Ani")
    desk.post(act(seat, "tarik"), {"reason": "Sakit"})

    assert act(seat, "pesan") in text_of(desk.get(board(seat.training_class)))
    assert "Sakit" in desk.get(act(seat, "pesan")).context["words"].whatsapp


def test_the_coming_day_is_ready_for_whatsapp_beside_a_participant(desk):
    training_class = a_class(quota=1)
    seat, waiting = join(training_class), join(training_class)
    training = training_class.training

    def reminders(row):
        return desk.get(act(row, "pesan")).context["reminders"]

    assert reminders(seat) == []
    training.starts_on = timezone.localdate() + timedelta(days=1)
    training.save(update_fields=["starts_on"])

    ((label, text),) = reminders(seat)
    assert label == Situation.TOMORROW.label and training.title in text
    assert reminders(waiting) == []


def test_the_code_of_an_offer_stays_the_artisans_own(desk):
    training_class = create_class(
        training=a_class().training, quota=1, has_offers=True, name="Lain"
    )
    seat, first = join(training_class), join(training_class)
    desk.post(act(seat, "tarik"), {"reason": "Sakit", "is_kept_free": "on"})
    made = offer(first, None, reason="x")

    html = desk.get(act(first, "pesan")).content.decode()

    assert made.code not in html
    assert "wa.me" in html
