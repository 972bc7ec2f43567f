"""Asking instructors, their answers, and what everybody is told."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Message, Unit
from tests.factories import (
    create_class,
    create_craft,
    create_engagement,
    create_instructor,
    create_session,
    create_staff,
    create_training,
    create_unit,
)
from trainings.enrolment import cancel_class
from trainings.inviting import (
    AnsweredMeanwhile,
    InvitationRefused,
    ReasonNeeded,
    answer,
    invite,
    remind_silent,
    send_again,
    withdraw,
)
from trainings.models import Engagement

pytestmark = pytest.mark.django_db

INVITED, CONFIRMED, DECLINED = "diundang", "bersedia", "menolak"
WITHDRAWN = "ditarik"
DAY = date(2031, 3, 3)


@pytest.fixture(autouse=True)
def _in_english():
    """Pages are read in English; letters are written in the portal's language."""
    with override("en"):
        yield


def a_class(*, zone=Unit.Zone.WIB, day=DAY, unit=None, **fields):
    unit = unit or create_unit(code="12.74", time_zone=zone, email="dinas@x.example")
    training = create_training(unit=unit, starts_on=day, ends_on=day, **fields)
    made = create_class(training=training, craft=create_craft())
    create_session(training_class=made, held_on=day)
    return made


def somebody(**fields):
    return create_instructor(create_craft(), email="pelatih@x.example", **fields)


def officer(**fields):
    return create_staff(unit=create_unit(code="12.74"), **fields)


def asked(training_class=None, instructor=None, **how):
    training_class = training_class or a_class()
    return invite(training_class, instructor or somebody(), by=officer(), **how)


def letters(to="pelatih@x.example"):
    return [each for each in Message.objects.order_by("pk") if to in each.recipients]


def says(engagement, is_yes, **how):
    how.setdefault("seen", engagement.times_answered)
    return answer(engagement, is_yes=is_yes, **how)


# Asking


def test_an_invitation_says_what_is_asked_and_leads_to_the_answer():
    training_class = a_class(title="Pelatihan songket", venue="Pendopo")
    by = officer(first_name="Nur", last_name="Aini")

    engagement = invite(training_class, somebody(), by=by, terms="Rp1.000.000")

    assert (engagement.status, engagement.invited_by) == (INVITED, by)
    (letter,) = letters()
    for told in (
        "Pelatihan songket",
        training_class.name,
        "Pendopo",
        "Rp1.000.000",
        "Nur Aini dari",
        "Senin, 3 Maret 2031, 09.00–12.00 WIB",
        f"/undangan-mengajar/{engagement.code}/",
    ):
        assert told in letter.body
    assert engagement.instructor.full_name not in letter.subject


def test_asking_twice_asks_once():
    training_class, instructor = a_class(), somebody()

    first = asked(training_class, instructor)
    assert asked(training_class, instructor) == first

    assert len(letters()) == 1


def test_without_e_mail_the_phone_is_told():
    instructor = create_instructor(create_craft(), phone="+6281155512345")

    asked(instructor=instructor)

    assert Message.objects.get().channel == Message.Channel.PHONE


def test_somebody_elsewhere_is_asked_with_a_reason_only():
    instructor = somebody()
    asked(a_class(), instructor)
    training_class = a_class()

    with pytest.raises(ReasonNeeded):
        asked(training_class, instructor)
    assert not training_class.engagements.exists()

    made = asked(training_class, instructor, reason="Kelas pindah jam")
    assert (made.status, made.pick_reason) == (INVITED, "Kelas pindah jam")


def test_a_class_that_has_begun_only_notes_who_teaches():
    past = a_class(day=date(2018, 9, 4))

    with pytest.raises(InvitationRefused, match="begun"):
        asked(past)
    made = asked(past, has_agreed=True)

    assert made.status == CONFIRMED
    assert not Message.objects.exists()


def test_whoever_is_written_down_as_agreed_is_told():
    asked(has_agreed=True)

    assert "Bila keliru" in letters()[0].body


def test_nobody_is_asked_for_a_class_called_off():
    training_class = a_class()
    cancel_class(training_class, reason="Banjir")
    training_class.refresh_from_db()

    with pytest.raises(InvitationRefused, match="cancelled"):
        asked(training_class)


def test_whoever_said_no_may_be_asked_again():
    training_class, instructor = a_class(), somebody()
    first = asked(training_class, instructor)
    says(first, False, reason="Sakit")

    again = asked(training_class, instructor)

    assert (again.pk, again.status, again.answer_reason) == (first.pk, INVITED, "")
    assert len(letters()) == 2


# Answering


def test_a_yes_tells_the_council_and_gives_the_way_to_the_own_page():
    instructor = somebody(full_name="Ayu")
    engagement = asked(instructor=instructor)

    says(engagement, True)

    engagement.refresh_from_db()
    assert (engagement.status, engagement.times_answered) == (CONFIRMED, 1)
    assert f"/mengajar/{instructor.code}/" in letters()[-1].body
    assert "Ayu bersedia mengajar" in letters("dinas@x.example")[0].body


def test_a_no_keeps_the_reason_and_other_days():
    by = officer(email="petugas@x.example")
    engagement = invite(a_class(), somebody(full_name="Ayu"), by=by)

    says(engagement, False, reason="Pameran", other_days="Minggu depan")

    (letter,) = letters("petugas@x.example")
    assert "Ayu tidak bersedia mengajar" in letter.body
    assert "Pameran" in letter.body and "Minggu depan" in letter.body
    assert not letters("dinas@x.example")


def test_the_same_answer_sent_again_changes_nothing():
    engagement = asked()
    says(engagement, True, seen=0)
    told = Message.objects.count()

    says(engagement, True, seen=0)

    engagement.refresh_from_db()
    assert engagement.times_answered == 1
    assert Message.objects.count() == told


def test_an_answer_that_has_not_seen_the_last_one_is_refused():
    engagement = asked()
    says(engagement, False, seen=0)

    with pytest.raises(AnsweredMeanwhile):
        says(engagement, True, seen=0)

    assert says(engagement, True, seen=1).status == CONFIRMED


@pytest.mark.parametrize("zone", Unit.Zone)
def test_answers_are_taken_until_the_second_it_begins_there(zone):
    engagement = asked(a_class(zone=zone))
    begins = datetime(2031, 3, 3, 9, tzinfo=ZoneInfo(zone))

    at_nine = time_machine.travel(begins, tick=False)
    with at_nine, pytest.raises(InvitationRefused, match="begun"):
        says(engagement, True)
    with time_machine.travel(begins - timedelta(seconds=1), tick=False):
        assert says(engagement, True).status == CONFIRMED


def test_a_postponed_training_waits_for_its_new_days():
    engagement = asked()
    engagement.training_class.training.postpone("Banjir")

    with pytest.raises(InvitationRefused, match="postponed"):
        says(engagement, True)


# Taking back, sending again, reminding


def test_a_withdrawn_invitation_is_told_once_and_takes_no_answer():
    engagement, by = asked(), officer()

    withdraw(engagement, by=by, reason="Kelas digabung")
    withdraw(engagement, by=by, reason="Kelas digabung")

    assert Engagement.objects.get().status == WITHDRAWN
    assert ["Kelas digabung" in letter.body for letter in letters()] == [False, True]
    with pytest.raises(InvitationRefused, match="withdrawn"):
        says(engagement, True)


def test_an_invitation_is_sent_again_until_it_is_answered():
    engagement = asked()

    assert send_again(engagement, by=officer())
    assert len(letters()) == 2
    says(engagement, True)

    with pytest.raises(InvitationRefused, match="answered"):
        send_again(engagement, by=officer())


def test_a_silent_instructor_is_reminded_once():
    engagement, other = asked(), asked(a_class(day=DAY + timedelta(days=1)))
    says(other, True)
    now = timezone.now()

    with time_machine.travel(now + timedelta(days=3) - timedelta(minutes=1)):
        assert remind_silent() == 0
    with time_machine.travel(now + timedelta(days=3, minutes=1)):
        assert remind_silent() == 1
        call_command("invitations")
    with time_machine.travel(now + timedelta(days=30)):
        assert remind_silent() == 0

    reminders = [each for each in letters() if "belum menjawab" in each.body]
    assert len(reminders) == 1 and engagement.code in reminders[0].body


def test_nobody_is_reminded_of_what_is_over_or_off():
    began, off = asked(a_class(day=date(2030, 1, 7))), asked()
    off.training_class.training.postpone("Banjir")
    assert began.is_invited

    with time_machine.travel(datetime(2030, 1, 8, tzinfo=ZoneInfo("UTC"))):
        assert remind_silent() == 0


def test_a_class_called_off_tells_those_who_would_teach_it():
    engagement = asked()
    declined = asked(engagement.training_class)
    says(declined, False)
    told = len(letters())

    cancel_class(engagement.training_class, reason="Banjir")

    assert len(letters()) == told + 1
    assert "Banjir" in letters()[-1].body


# The page


def page_of(engagement):
    return reverse("teaching_invitation", args=[engagement.code])


def text_of(response):
    return " ".join(response.content.decode().split())


def posted(client, engagement, word, **more):
    data = {"answer": word, "seen": engagement.times_answered, **more}
    return client.post(page_of(engagement), data)


def test_looking_changes_nothing(client):
    engagement = asked()
    before = list(Engagement.objects.values()), Message.objects.count()

    response = client.get(page_of(engagement))
    client.head(page_of(engagement))

    assert "Yes, I will teach" in text_of(response)
    assert (list(Engagement.objects.values()), Message.objects.count()) == before


def test_an_instructor_says_yes_and_then_no_without_an_account(client):
    engagement = asked()

    response = posted(client, engagement, "ya")
    assert response.url == page_of(engagement)
    page = text_of(client.get(page_of(engagement)))
    assert "You teach this class" in page and "Yes, I will teach" not in page

    engagement.refresh_from_db()
    posted(client, engagement, "tidak", reason="Sakit", other_days="April")
    assert "You said no" in text_of(client.get(page_of(engagement)))
    engagement.refresh_from_db()
    assert (engagement.status, engagement.other_days) == (DECLINED, "April")


def test_a_stale_page_shows_what_was_answered_meanwhile(client):
    engagement = asked()
    posted(client, engagement, "tidak")

    page = text_of(posted(client, engagement, "ya"))

    assert "Another answer came a moment ago" in page
    assert Engagement.objects.get().status == DECLINED


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"answer": "mungkin"},
        {"answer": "ya", "seen": "x"},
        {"answer": "ya", "seen": "9" * 40},
        {"answer": "tidak", "reason": "a" * 301},
        {"answer": "tidak", "reason": "a\0b"},
    ],
)
def test_an_odd_answer_changes_nothing(client, data):
    engagement = asked()

    response = client.post(page_of(engagement), data)

    assert response.status_code in {200, 400}
    assert Engagement.objects.get().status == INVITED


def test_what_was_typed_stays_when_it_is_too_long(client):
    engagement = asked()

    page = text_of(posted(client, engagement, "tidak", reason="b" * 301))

    assert "b" * 301 in page and '<details class="disclosure" open>' in page


def test_a_page_that_is_over_says_so(client):
    withdrawn, cancelled = asked(), asked()
    withdraw(withdrawn, by=officer())
    cancel_class(cancelled.training_class, reason="Banjir")
    begun = create_engagement(training_class=a_class(day=date(2018, 9, 4)))

    for engagement, said in (
        (withdrawn, "withdrawn this invitation"),
        (cancelled, "does not take place"),
        (begun, "has begun"),
    ):
        response = client.get(page_of(engagement))
        assert response.status_code == 410
        assert said in text_of(response)
        assert "Yes, I will teach" not in text_of(response)


def test_whoever_taught_still_opens_the_page(client):
    past = create_engagement(
        training_class=a_class(day=date(2018, 9, 4)), status=CONFIRMED
    )

    assert client.get(page_of(past)).status_code == 200


def test_an_unknown_code_gets_a_designed_page(client):
    response = client.get(reverse("teaching_invitation", args=["TIDAKADA"]))

    assert response.status_code == 404
    assert "This link opens nothing" in text_of(response)


def test_no_personal_data_stands_in_the_address():
    engagement = asked(instructor=somebody(full_name="Helwani"))

    assert re.fullmatch(r"/(en/)?undangan-mengajar/[2-9A-Z]{22}/", page_of(engagement))


# In public


def test_the_public_reads_who_teaches_not_who_was_only_asked(client):
    training_class = a_class()
    named = {"training_class": training_class}
    names = {"Bersedia": CONFIRMED, "Menolak": DECLINED, "Ditarik": WITHDRAWN}
    for name, status in {**names, "Diundang": INVITED}.items():
        instructor = somebody(full_name=f"Pelatih {name}")
        create_engagement(instructor=instructor, status=status, **named)

    page = text_of(client.get(training_class.training.get_absolute_url()))

    assert "Pelatih Bersedia" in page
    for name in ("Menolak", "Ditarik", "Diundang"):
        assert f"Pelatih {name}" not in page


def test_the_line_about_an_instructor_shows_with_consent(client):
    instructor = somebody(public_line="Menenun sejak 1998")
    training_class = a_class()
    create_engagement(
        training_class=training_class, instructor=instructor, status=CONFIRMED
    )
    address = training_class.training.get_absolute_url()
    assert "sejak 1998" not in text_of(client.get(address))

    instructor.agree("mengajar", True)
    assert "sejak 1998" in text_of(client.get(address))

    instructor.agree("mengajar", False)
    assert "sejak 1998" not in text_of(client.get(address))
