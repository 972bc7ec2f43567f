"""Instructors and invitations in the work room."""

import pytest

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import override

from council.models import AuditEntry, Message
from tests.factories import (
    create_class,
    create_craft,
    create_engagement,
    create_instructor,
    create_person,
    create_staff,
    create_training,
    create_unit,
)
from tests.forms import form_data
from trainings.models import Engagement, Instructor, TrainingClass

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def unit():
    return create_unit(code="12.74")


@pytest.fixture
def officer(visit, unit):
    return visit(create_staff(unit=unit))


def a_class(unit, **fields):
    return create_class(training=create_training(unit=unit, **fields))


def text_of(response):
    return " ".join(response.content.decode().split())


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def change(row):
    name = row._meta.model_name
    return reverse(f"admin:trainings_{name}_change", args=[row.pk])


def act(browser, row, action, **answers):
    address = reverse(f"admin:trainings_{row._meta.model_name}_changelist")
    chosen = {"action": action, "_selected_action": [row.pk]}
    if answers:
        assert browser.post(address, chosen).status_code == 200, "it asks first"
        chosen |= {"confirmed": "1", **answers}
    return browser.post(address, chosen)


def test_an_officer_writes_down_an_instructor(officer, unit):
    person, craft = create_person(unit=unit, full_name="Tukimin"), create_craft()
    address = reverse("admin:trainings_instructor_add")
    form = form_data(officer.get(address).content.decode())
    form |= {"person": person.pk, "skills-0-craft": craft.pk, "skills-0-level": "empu"}

    response = officer.post(address, form)

    assert response.status_code == 302, text_of(response)
    instructor = Instructor.objects.get()
    assert (instructor.person, instructor.is_in_pool) == (person, False)
    assert instructor.skills.get().craft == craft


def test_a_person_of_another_unit_becomes_no_instructor_here(officer):
    person = create_person(unit=create_unit(code="16.07"))
    address = reverse("admin:trainings_instructor_add")
    form = form_data(officer.get(address).content.decode())

    officer.post(address, form | {"person": person.pk})

    assert not Instructor.objects.exists()


def test_the_pool_is_entered_and_left_by_consent(officer, unit):
    instructor = create_instructor(unit=unit, in_pool=False)

    act(officer, instructor, "put_in_pool")
    assert instructor.is_in_pool
    act(officer, instructor, "take_out_of_pool")
    assert not instructor.is_in_pool

    noted = AuditEntry.objects.values_list("what", flat=True)
    assert {"instructor.pool", "instructor.unpool"} <= set(noted)


def test_the_own_link_is_sent_and_shown_to_no_officer(officer, unit):
    instructor = create_instructor(unit=unit, email="pelatih@x.example")
    old = instructor.code

    act(officer, instructor, "renew_page")

    instructor.refresh_from_db()
    assert instructor.code != old
    assert instructor.code in Message.objects.get().body
    for address in (
        change(instructor),
        reverse("admin:trainings_instructor_changelist"),
        reverse("admin:trainings_instructor_history", args=[instructor.pk]),
    ):
        assert instructor.code not in officer.get(address).content.decode()


def test_without_e_mail_and_phone_the_officer_is_told(officer, unit):
    response = act(
        officer, create_instructor(unit=unit, full_name="Saluki"), "send_page"
    )

    assert said(response) == ["Saluki has neither e-mail nor phone."]


def invite_page(training_class, instructor):
    args = [training_class.pk, instructor.pk]
    return reverse("admin:trainings_engagement_invite", args=args)


def test_an_officer_asks_an_instructor_of_another_region(officer, unit):
    training_class = a_class(unit)
    instructor = create_instructor(
        create_craft(), unit=create_unit(code="16.07"), email="a@b.example"
    )
    address = invite_page(training_class, instructor)

    response = officer.post(address, {"way": "tanya", "terms": "Rp1.000.000"})

    assert response.url == change(training_class)
    made = training_class.engagements.get()
    assert (made.status, made.terms) == ("diundang", "Rp1.000.000")
    page = text_of(officer.get(change(made)))
    assert f"/undangan-mengajar/{made.code}/" in page
    # What was offered once is offered to the next one too.
    other = create_instructor(create_craft(), unit=unit)
    assert "Rp1.000.000" in text_of(officer.get(invite_page(training_class, other)))


def test_somebody_who_is_elsewhere_is_asked_with_a_reason(officer, unit):
    training_class, instructor = a_class(unit), create_instructor(unit=unit)
    create_engagement(training_class=a_class(unit), instructor=instructor)
    address = invite_page(training_class, instructor)

    refused = officer.post(address, {"way": "tanya", "reason": ""})
    assert "This field is required." in text_of(refused)
    assert not training_class.engagements.exists()

    officer.post(address, {"way": "setuju", "reason": "Jam kelas itu pindah"})
    assert training_class.engagements.get().is_confirmed


def test_a_hidden_instructor_of_another_unit_cannot_be_asked(officer, unit):
    theirs = create_instructor(unit=create_unit(code="16.07"), in_pool=False)
    training_class = a_class(unit)
    address = invite_page(training_class, theirs)

    assert officer.get(address).status_code == 404
    assert officer.post(address, {"way": "setuju"}).status_code == 404
    assert not Engagement.objects.exists()


def test_an_instructor_nobody_can_write_to_is_given_the_text(officer, unit):
    training_class, instructor = a_class(unit), create_instructor(unit=unit)

    response = officer.post(invite_page(training_class, instructor), {"way": "tanya"})

    made = training_class.engagements.get()
    assert response.url == change(made)
    assert "Hand over the text below" in said(response)[0]


def test_an_officer_notes_answers_and_withdraws(officer, unit):
    engagement = create_engagement(training_class=a_class(unit))

    act(officer, engagement, "note_yes")
    engagement.refresh_from_db()
    assert engagement.is_confirmed

    act(officer, engagement, "note_no", reason="Sakit", other_days="April")
    engagement.refresh_from_db()
    assert (engagement.is_declined, engagement.other_days) == (True, "April")
    history = Engagement.history.filter(id=engagement.pk)
    assert history.first().history_user is not None

    again = create_engagement(training_class=a_class(unit))
    act(officer, again, "withdraw", reason="Kelas digabung")
    again.refresh_from_db()
    assert again.is_withdrawn


def test_what_cannot_be_done_is_said(officer, unit):
    engagement = create_engagement(training_class=a_class(unit), status="bersedia")

    response = act(officer, engagement, "send_again")

    assert "answered already" in said(response)[0]


def test_the_class_tells_who_was_asked_and_leads_to_the_pick_list(officer, unit):
    training_class = a_class(unit)
    create_engagement(
        training_class=training_class,
        instructor=create_instructor(full_name="Helwani"),
        status="menolak",
        other_days="Minggu depan",
    )

    page = text_of(officer.get(change(training_class)))

    assert "Helwani" in page and "Minggu depan" in page
    pick = reverse("admin:trainings_engagement_pick", args=[training_class.pk])
    assert pick in page


def test_a_class_without_a_confirmed_instructor_waits_on_the_staff_home(officer, unit):
    training_class = a_class(unit)
    engagement = create_engagement(training_class=training_class)
    assert training_class in TrainingClass.objects.without_instructor()
    page = text_of(officer.get(reverse("admin:index")))
    assert "coming classes without a confirmed instructor" in page

    Engagement.objects.filter(pk=engagement.pk).update(status="bersedia")

    assert training_class not in TrainingClass.objects.without_instructor()
    listed = reverse("admin:trainings_trainingclass_changelist") + "?instructor=none"
    assert training_class.name not in text_of(officer.get(listed))


def test_an_observer_sees_the_answer_without_the_number(visit, unit):
    instructor = create_instructor(phone="+6281155512345", full_name="Helwani")
    engagement = create_engagement(training_class=a_class(unit), instructor=instructor)
    numbers = {
        role: text_of(visit(create_staff(unit=unit, role=role)).get(change(engagement)))
        for role in ("Pengamat", "Petugas pelatihan")
    }

    assert "811-5551-2345" in numbers["Petugas pelatihan"]
    assert "Helwani" in numbers["Pengamat"]
    assert "5551" not in numbers["Pengamat"]
    assert engagement.code not in numbers["Pengamat"]
