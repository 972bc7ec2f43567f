"""Applications: collected, endorsed by the home unit, decided by who runs the class."""

import pytest

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import override

from council.models import Message
from tests.factories import (
    create_artisan,
    create_class,
    create_staff,
    create_training,
    create_unit,
    create_user,
    join,
)
from trainings.enrolment import (
    EnrolmentRefused,
    accept,
    admit,
    cancel,
    change_quota,
    endorse,
    put_in_reserve,
    refuse,
)
from trainings.models import Enrolment, MemberEnrolment, TrainingClass

pytestmark = pytest.mark.django_db

APPLIED, CONFIRMED, WAITING = "diajukan", "terdaftar", "menunggu"
REFUSED, CANCELLED = "ditolak", "batal"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def city():
    return create_unit(code="36.74")


@pytest.fixture
def moderated(city):
    training = create_training(unit=city)
    return create_class(training=training, quota=2, admission="seleksi")


@pytest.fixture
def staff(city):
    return create_staff(unit=city)


def states(training_class):
    training_class.refresh_from_db()
    rows = training_class.enrolments.order_by("ticket")
    return [row.status for row in rows], training_class.taken


def last_letter(enrolment):
    causes = f"enrolment-{enrolment.pk}-"
    return Message.objects.filter(cause__startswith=causes).latest("pk").body


def act(browser, model, action, row, **answers):
    address = reverse(f"admin:trainings_{model.__name__.lower()}_changelist")
    chosen = {"action": action, "_selected_action": [row.pk]}
    assert browser.post(address, chosen).status_code == 200
    return browser.post(address, {**chosen, "confirmed": "1", **answers})


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_an_application_is_no_seat_and_does_not_sound_like_one(moderated):
    mine = join(moderated)

    assert states(moderated) == ([APPLIED], 0)
    with override("en"):
        first_sentence = last_letter(mine).split("\n")[0]
    assert Message.objects.get().cause == f"enrolment-{mine.pk}-applied"
    assert "seat" not in first_sentence


def test_the_council_accepts_keeps_in_reserve_and_refuses(moderated, staff):
    first, second, third = (join(moderated) for _turn in range(3))

    accept(first, staff)
    put_in_reserve(second, staff)
    refuse(third, staff, reason="Sudah ikut tahun lalu")

    assert states(moderated) == ([CONFIRMED, WAITING, REFUSED], 1)
    third.refresh_from_db()
    assert (third.decided_by, third.decision_reason) == (staff, "Sudah ikut tahun lalu")
    assert "Sudah ikut tahun lalu" in last_letter(third)


def test_a_refusal_needs_a_reason_and_stands(moderated, staff):
    mine = join(moderated)

    with pytest.raises(EnrolmentRefused, match="Write the reason"):
        refuse(mine, staff, reason=" ")
    refuse(mine, staff, reason="Di luar wilayah")

    # Asking again gives the same answer, and no second row.
    assert join(moderated, mine.artisan).status == REFUSED
    assert Enrolment.objects.count() == 1
    with pytest.raises(EnrolmentRefused, match="deciding otherwise"):
        accept(mine, staff)
    accept(mine, staff, reason="Salah baca alamat")
    assert states(moderated) == ([CONFIRMED], 1)


def test_somebody_refused_who_came_all_the_same_is_let_in_on_the_same_row(
    moderated, staff
):
    mine = join(moderated)
    refuse(mine, staff, reason="Di luar wilayah")

    came = admit(
        mine.artisan, moderated, by=staff, reason="Hadir", request_key="walk-in-1"
    )

    assert came == mine
    assert states(moderated) == ([CONFIRMED], 1)


def test_a_full_class_accepts_nobody_and_a_freed_seat_goes_to_the_reserve(
    moderated, staff
):
    first, second, third, fourth = (join(moderated) for _turn in range(4))
    accept(first, staff)
    accept(second, staff)
    put_in_reserve(third, staff)

    with pytest.raises(EnrolmentRefused, match="Every seat is taken"):
        accept(fourth, staff)
    cancel(first)

    assert states(moderated) == ([CANCELLED, CONFIRMED, CONFIRMED, APPLIED], 2)


def test_the_reserve_gets_only_the_seats_just_freed_not_those_of_applicants(
    moderated, staff
):
    change_quota(moderated, 4)
    first, second, third, fourth = (join(moderated) for _turn in range(4))
    accept(first, staff)
    for each in (second, third):
        put_in_reserve(each, staff)

    moved = cancel(first).made_room_for
    raised = change_quota(moderated, 5)

    assert [row.pk for row in moved] == [second.pk]
    assert [row.pk for row in raised] == [third.pk]
    assert states(moderated) == ([CANCELLED, CONFIRMED, CONFIRMED, APPLIED], 2)


def test_only_the_home_unit_endorses_and_decides_nothing_by_it(moderated):
    mine = join(moderated)
    home = create_staff(unit=create_unit(code="36.74.04"))
    neighbour = create_staff(unit=create_unit(code="36.74.01"))

    with pytest.raises(EnrolmentRefused, match="home unit"):
        endorse(mine, neighbour)
    endorse(mine, home, note="Rajin datang")

    mine.refresh_from_db()
    assert (mine.endorsed_by, mine.endorsement) == (home, "Rajin datang")
    assert mine.is_applied


def test_a_home_unit_endorses_its_members_in_the_admin(moderated, visit):
    mine = join(moderated)
    home = visit(create_staff(unit=create_unit(code="36.74.04")))
    neighbour = visit(create_staff(unit=create_unit(code="36.74.01")))
    address = reverse("admin:trainings_memberenrolment_changelist")

    assert str(mine.artisan) in home.get(address).content.decode()
    assert str(mine.artisan) not in neighbour.get(address).content.decode()
    response = act(home, MemberEnrolment, "endorse", mine, note="Rajin")

    assert said(response) == ["1 application is endorsed."]
    # The home unit does not decide in the class of another.
    enrolments = reverse("admin:trainings_enrolment_changelist")
    assert str(mine.artisan) not in home.get(enrolments).content.decode()


def test_the_home_unit_cannot_spell_out_why_the_other_decided_so(moderated, visit):
    mine = join(moderated)
    Enrolment.objects.filter(pk=mine.pk).update(decision_reason="Alasan rahasia")
    home = visit(create_staff(unit=create_unit(code="36.74.04")))
    address = reverse("admin:trainings_memberenrolment_changelist")

    assert home.get(address, {"status__exact": "diajukan"}).status_code == 200
    for start in ("Alasan", "Bukan"):
        response = home.get(address, {"decision_reason__startswith": start})
        assert response.status_code in (302, 400)


@pytest.mark.parametrize(
    ("action", "status"),
    [("accept", CONFIRMED), ("reserve", WAITING), ("refuse", REFUSED)],
)
def test_an_officer_decides_in_the_admin(moderated, staff, visit, action, status):
    mine = join(moderated)
    browser = visit(staff)
    page = browser.get(reverse("admin:trainings_enrolment_change", args=[mine.pk]))

    act(browser, Enrolment, action, mine, reason="Sesuai syarat")

    assert f'value="{action}"' in page.content.decode()
    assert states(moderated)[0] == [status]


def test_the_applicant_reads_how_it_stands(moderated, staff, visit):
    user = create_user()
    browser = visit(user)
    mine = join(moderated, create_artisan(user=user))
    page = mine.get_absolute_url()

    assert "nothing is decided yet" in browser.get(page).content.decode()
    refuse(mine, staff, reason="Di luar wilayah")
    refused = browser.get(page).content.decode()

    assert "Your application was not accepted" in refused
    assert "Di luar wilayah" in refused
    training = moderated.training.get_absolute_url()
    assert "Not accepted" in browser.get(training).content.decode()


def test_the_page_of_a_moderated_class_says_apply(moderated, client):
    page = client.get(moderated.training.get_absolute_url()).content.decode()

    assert "Applications open" in page
    assert "You apply; the council decides." in page


def test_how_seats_are_given_is_settled_with_the_first_registration(moderated):
    join(moderated)
    moderated = TrainingClass.objects.get(pk=moderated.pk)

    assert moderated.what_came_too_late() == {}
    moderated.admission = TrainingClass.Admission.FIRST_COME
    assert list(moderated.what_came_too_late()) == ["admission"]


def test_whoever_joined_another_class_meanwhile_is_not_accepted_too(moderated, staff):
    mine = join(moderated)
    refuse(mine, staff, reason="Penuh")
    join(create_class(training=moderated.training), mine.artisan)

    with pytest.raises(EnrolmentRefused, match="meets at the same time"):
        accept(mine, staff, reason="Ada kursi lagi")
