"""A certificate is true: of sessions held and attended, numbered once, never before."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from council.models import Message, Person
from tests.factories import (
    add_participant,
    create_attended_class,
    create_certificate,
    create_signatory,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from trainings import certification
from trainings.attendance import record
from trainings.certification import (
    CertificateRefused,
    issue,
    may_correct,
    own_news,
    reissue,
    verdicts,
    why_not_yet,
    withdraw,
)
from trainings.enrolment import EnrolmentRefused, cancel
from trainings.models import (
    Attendance,
    Certificate,
    Enrolment,
    NumberCounter,
    NumberPattern,
    Score,
    Session,
    Signatory,
    TrainingClass,
)
from trainings.models.numbering import number_of, validate_pattern

pytestmark = pytest.mark.django_db

State = Certificate.State


def reasons_of(training_class):
    return [each.reason for each in verdicts(training_class)]


def score(enrolment, kind, points):
    Score.objects.create(enrolment=enrolment, kind=kind, points=points)


# Who gets one


def test_whoever_attended_enough_gets_one_and_the_others_read_why():
    training_class = create_attended_class(5, 4, 3)

    given = issue(training_class)

    assert len(given) == 2
    found = {each.record.percent_of_all: each for each in verdicts(training_class)}
    assert found[80].certificate and found[100].certificate
    refused = found[60]
    assert not refused.is_eligible
    assert "3 dari 5" in refused.reason and "80" in refused.reason
    assert "Anda" in refused.own_reason


def test_only_confirmed_participants_count():
    training_class = create_attended_class(5, 5)
    waiting, _confirmed = training_class.enrolments.order_by("pk")
    Enrolment.objects.filter(pk=waiting.pk).update(status="menunggu")

    assert len(issue(training_class)) == 1


def test_sessions_that_did_not_take_place_count_for_nobody():
    training_class = create_attended_class(4)
    last = training_class.sessions.last()
    assert len(reasons_of(training_class)) == 1
    Session.objects.filter(pk=last.pk).update(status=Session.Status.CANCELLED)

    (given,) = issue(training_class)

    assert given.minutes == 4 * 240
    assert given.ends_on < last.held_on


def test_whoever_attended_nothing_gets_none_however_little_is_asked():
    training = create_training(days_ahead=-6, certificate_percent=1)
    training_class = create_attended_class(0, 1, training=training)

    assert len(issue(training_class)) == 1


@pytest.mark.parametrize(
    ("points", "is_given"), [(None, False), ("69.5", False), ("70", True), (100, True)]
)
def test_the_training_may_ask_for_points(points, is_given):
    training = create_training(
        days_ahead=-6, certificate_score=Score.Kind.AFTER, certificate_points=70
    )
    training_class = create_attended_class(5, training=training)
    enrolment = training_class.enrolments.get()
    # Points of another kind do not help.
    score(enrolment, Score.Kind.PRODUCT, 100)
    if points is not None:
        score(enrolment, Score.Kind.AFTER, points)

    assert bool(issue(training_class)) is is_given
    if not is_given:
        assert ("69.5" if points else "nilai") in reasons_of(training_class)[0]


def test_points_are_asked_with_their_kind():
    training = create_training(certificate_score="akhir", certificate_points=70)
    training.full_clean()
    training.certificate_score = ""

    with pytest.raises(ValidationError, match="sertifikat"):
        training.full_clean()


# Never before the last session is over


def at(moment):
    return time_machine.travel(moment, tick=False)


@pytest.mark.parametrize(
    ("zone", "hour"),
    [("Asia/Jakarta", 5), ("Asia/Makassar", 4), ("Asia/Jayapura", 3)],
)
def test_not_before_the_last_session_ends_on_the_clock_of_the_unit(zone, hour):
    with at(datetime(2026, 3, 10, 0, tzinfo=UTC)):
        training = create_training(days_ahead=-6)
        training_class = create_attended_class(5, training=training)
    training.unit.time_zone = zone
    training.unit.save()
    # The last session is on 9 March, 08.00 to 12.00 of the unit's own clock.
    end = datetime(2026, 3, 9, hour, tzinfo=UTC)

    with at(end - timedelta(seconds=1)), pytest.raises(CertificateRefused) as refusal:
        issue(training_class)
    assert "12.00" in str(refusal.value)
    with at(end):
        assert len(issue(training_class)) == 1


def test_not_before_every_session_is_settled():
    training_class = create_attended_class(5)
    first = training_class.sessions.first()
    Session.objects.filter(pk=first.pk).update(status=Session.Status.PLANNED)

    with pytest.raises(CertificateRefused, match=str(first.held_on.day)):
        issue(training_class)
    Session.objects.filter(pk=first.pk).update(status=Session.Status.HELD)
    assert issue(training_class)


def test_not_without_sessions():
    training_class = create_attended_class(sessions=0)

    assert why_not_yet(training_class)
    with pytest.raises(CertificateRefused):
        issue(training_class)


def test_not_without_anybody_to_sign():
    training_class = create_attended_class(5, signed=False)

    with pytest.raises(CertificateRefused, match="Kota Tangerang Selatan"):
        issue(training_class)
    create_signatory()
    assert issue(training_class)


# What it says is frozen


def test_it_says_what_was_attended_and_keeps_it():
    training_class = create_attended_class(4)
    enrolment = training_class.enrolments.get()
    person = enrolment.artisan.person
    person.title_after = "S.Sn."
    person.save()

    (given,) = issue(training_class)
    Person.objects.filter(pk=person.pk).update(full_name="Nama Lain")
    Session.objects.update(topic="Lain")
    Signatory.objects.all().delete()
    given.refresh_from_db()

    assert given.name == person.titled_name
    assert given.lesson_hours == 4 * 240 // 45 == 21
    assert [each["topic"] for each in given.lessons] == [
        f"Materi {place}" for place in range(1, 5)
    ]
    assert (given.ends_on - given.starts_on).days == 3
    assert given.ends_on < training_class.sessions.last().held_on
    assert given.signatories[0]["name"] == "Hj. Contoh, S.E."


def test_the_artisan_is_told_once():
    training_class = create_attended_class(5)

    issue(training_class)
    issue(training_class)

    (letter,) = Message.objects.filter(cause__startswith="certificate-")
    assert Certificate.objects.get().number in letter.body


def test_issuing_twice_gives_nothing_new():
    training_class = create_attended_class(5, 5)

    assert len(issue(training_class)) == 2
    assert issue(training_class) == []
    assert NumberCounter.objects.get().last == 2


def test_who_came_in_later_gets_the_next_number():
    training_class = create_attended_class(5)
    issue(training_class)
    add_participant(training_class, training_class.sessions.all(), ticket=2)

    (given,) = issue(training_class)

    assert given.number.startswith("002/")


# What the artisan reads


def test_the_artisan_reads_why_there_is_none():
    training_class = create_attended_class(5, 2)
    good, short = training_class.enrolments.order_by("ticket")

    assert "segera" in own_news(good)
    assert "2 dari 5" in own_news(short)
    issue(training_class)
    assert own_news(good) == ""


def test_the_artisan_reads_nothing_before_the_end():
    training_class = create_attended_class(5)
    enrolment = training_class.enrolments.get()
    later = timezone.localdate() + timedelta(days=3)
    Session.objects.create(
        training_class=training_class,
        held_on=later,
        start_time=time(8),
        end_time=time(12),
    )

    assert own_news(enrolment) == ""


# Numbers


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{urut 3 digit}/SERT/DKRN-{KODE}/{bulan Romawi}/{tahun}",)
        + ("007/SERT/DKRN-TGS/XII/2026",),
        ("{urut}.{bulan}.{tahun}", "7.12.2026"),
        ("S-{tahun}-{urut 6 digit}", "S-2026-000007"),
    ],
)
def test_a_number_follows_the_pattern(pattern, number):
    validate_pattern(pattern)

    assert number_of(pattern, sequence=7, code="TGS", day=date(2026, 12, 31)) == number


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "SERT/{tahun}",
        "{urut}/SERT",
        "{urut}/{urut 3 digit}/{tahun}",
        "{urut 9 digit}/{tahun}",
        "{nomor}/{tahun}",
        "{urut}/{tahun",
        "{urut}}/{tahun}",
        "{urut.__class__}/{tahun}",
    ],
)
def test_a_pattern_that_could_give_a_number_twice_is_refused(pattern):
    with pytest.raises(ValidationError):
        validate_pattern(pattern)


def test_a_wide_number_is_not_cut():
    number = number_of(
        "{urut 3 digit}/{tahun}", sequence=1234, code="", day=date(2026, 1, 1)
    )

    assert number == "1234/2026"


@pytest.mark.parametrize(
    ("zone", "hours_east"),
    [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)],
)
def test_the_year_ends_on_the_clock_of_the_unit(zone, hours_east):
    """Its last second gives a number of the old year, midnight one of the new."""
    midnight = datetime(2027, 1, 1, tzinfo=UTC) - timedelta(hours=hours_east)
    with at(midnight - timedelta(hours=12)):
        training_class = create_attended_class(5, 5)
        unit = training_class.training.unit
        unit.time_zone = zone
        unit.save()
        NumberCounter.objects.create(unit=unit, year=2026, last=41)
        late = training_class.enrolments.last()
        Attendance.objects.filter(enrolment=late).delete()

    # As the pages of an officer elsewhere do: the clock of the reader counts nothing.
    elsewhere = timezone.override(
        "Asia/Jakarta" if hours_east == 9 else "Asia/Jayapura"
    )
    with at(midnight - timedelta(seconds=1)), elsewhere:
        (old,) = issue(training_class)
    with at(midnight), elsewhere:
        for session in training_class.sessions.all():
            record(session, {late.pk: "hadir"}, way="daftar", key="susulan")
        (new,) = issue(training_class)
        again = reissue(old, by=None, reason="Nama salah")

    assert old.number == "042/SERT/DKRN-36.74/XII/2026"
    assert (old.issued_on, old.year) == (date(2026, 12, 31), 2026)
    assert new.number == "001/SERT/DKRN-36.74/I/2027"
    assert (new.issued_on, new.year) == (date(2027, 1, 1), 2027)
    assert again.number == "002/SERT/DKRN-36.74/I/2027"


def test_each_council_counts_for_itself():
    first = create_attended_class(5)
    other = create_unit(code="13.71")
    second = create_attended_class(
        5, training=create_training(unit=other, days_ahead=-6)
    )
    NumberPattern.objects.create(
        unit=other, code="PDG", pattern="{urut}/{KODE}/{tahun}"
    )

    (one,), (two,) = issue(first), issue(second)

    assert one.sequence == two.sequence == 1
    assert two.number == f"1/PDG/{two.year}"


def test_a_council_without_a_pattern_counts_by_that_of_the_council_above():
    city, district = create_unit(), create_unit(code="36.74.04")
    day = date(2026, 11, 3)
    assert NumberPattern.of(district).number(1, day).startswith("001/SERT/DKRN-36.74")
    above = NumberPattern.objects.create(
        unit=city, code="TGS", pattern="{KODE}-{urut}-{tahun}"
    )

    assert NumberPattern.of(district).number(1, day) == "36.74.04-1-2026"
    assert NumberPattern.of(city).number(1, day) == "TGS-1-2026"
    other = create_unit(code="13.71")
    assert NumberPattern.of(other).number(1, day).startswith("001/SERT/DKRN-13.71")

    # Without a code the numbers of both would look the same.
    NumberPattern.objects.filter(pk=above.pk).update(pattern="{urut}/{tahun}")
    assert NumberPattern.of(district).number(1, day).startswith("001/SERT/DKRN-36.74")


def test_a_number_is_lost_with_nothing(monkeypatch):
    """What fails after the number was taken gives it back."""
    training_class = create_attended_class(5)
    with monkeypatch.context() as broken, pytest.raises(RuntimeError):
        broken.setattr(certification, "tell", raising)
        issue(training_class)
    assert not Certificate.objects.exists()

    (given,) = issue(training_class)

    assert given.sequence == 1


def raising(*args):
    raise RuntimeError


# Who signs


def test_the_nearest_council_with_signatories_signs():
    district = create_unit(code="36.74.04")
    city = create_signatory(name="Ketua Kota")
    create_signatory(unit=create_unit(code="13.71"), name="Kota Lain")
    create_signatory(unit=create_unit(code=""), name="Pusat")
    training = create_training(unit=district)
    today = timezone.localdate()

    def names():
        found = Signatory.objects.of_training(training, today)
        return [each.name for each in found]

    assert names() == ["Ketua Kota"]
    create_signatory(unit=district, name="Camat")
    assert names() == ["Camat"]
    create_signatory(unit=district, name="Khusus", training=training)
    assert names() == ["Khusus"]
    city.delete()


def test_whoever_left_office_signs_no_more():
    today = timezone.localdate()
    training = create_training()
    create_signatory(name="Lama", until_on=today - timedelta(days=1))
    create_signatory(name="Baru", from_on=today)
    create_signatory(name="Nanti", from_on=today + timedelta(days=1))

    found = Signatory.objects.of_training(training, today)

    assert [each.name for each in found] == ["Baru"]


# Corrections


def test_a_wrong_name_is_replaced_by_a_new_number():
    training_class = create_attended_class(5)
    (old,) = issue(training_class)
    Person.objects.filter(pk=old.enrolment.artisan.person_id).update(
        full_name="Nama Benar"
    )
    chair = create_user()

    new = reissue(old, by=chair, reason="Nama salah tulis")
    old.refresh_from_db()

    assert (new.name, new.number[:3]) == ("Nama Benar", "002")
    assert new.is_valid and new.replaces == old
    assert old.state == State.REPLACED and old.successor == new
    assert (old.ended_by, old.reason) == (chair, "Nama salah tulis")
    assert old.code != new.code
    assert old.history.count() == 2
    assert Message.objects.filter(cause=f"certificate-{new.pk}-replaced").exists()


def test_a_replaced_one_is_not_replaced_again():
    (old,) = issue(create_attended_class(5))
    reissue(old, by=None, reason="Salah")

    with pytest.raises(CertificateRefused, match="002"):
        reissue(old, by=None, reason="Salah lagi")
    assert Certificate.objects.valid().count() == 1


def test_a_certificate_not_earned_any_more_is_not_replaced():
    (old,) = issue(create_attended_class(4))
    Attendance.objects.first().delete()

    with pytest.raises(CertificateRefused, match="3"):
        reissue(old, by=None, reason="Salah")
    old.refresh_from_db()
    assert old.is_valid


def test_a_withdrawn_one_is_not_issued_again_by_itself():
    training_class = create_attended_class(5)
    (given,) = issue(training_class)

    withdraw(given, by=None, reason="Hadir dipalsukan")

    given.refresh_from_db()
    assert given.state == State.WITHDRAWN
    assert issue(training_class) == []
    assert "ditarik" in reasons_of(training_class)[0]
    with pytest.raises(CertificateRefused):
        withdraw(given, by=None, reason="Lagi")
    assert reissue(given, by=None, reason="Ternyata benar").is_valid


def test_the_database_keeps_one_valid_certificate_each():
    certificate = create_certificate()

    with pytest.raises(IntegrityError), transaction.atomic():
        create_certificate(enrolment=certificate.enrolment)
    Certificate.objects.filter(pk=certificate.pk).update(
        state=State.WITHDRAWN, ended_at=timezone.now(), reason="Salah"
    )
    create_certificate(enrolment=certificate.enrolment)


@pytest.mark.parametrize(
    ("role", "code", "may"),
    [
        ("Ketua", "36.74", True),
        ("Pengelola unit", "36.74", True),
        ("Pengelola unit", "36", True),
        ("Pengelola unit", "36.74.04", False),
        ("Petugas pelatihan", "36.74", False),
        ("Pengamat", "36.74", False),
    ],
)
def test_the_city_corrects_by_role(role, code, may):
    assert may_correct(create_staff(unit=create_unit(code=code), role=role)) is may


def test_a_seat_with_a_valid_certificate_is_not_cancelled():
    (given,) = issue(create_attended_class(5))
    TrainingClass.objects.update(taken=1)

    with pytest.raises(EnrolmentRefused, match=given.number):
        cancel(given.enrolment, by=create_user())
    assert verdicts(given.enrolment.training_class)

    withdraw(given, by=None, reason="Salah orang")
    assert not cancel(given.enrolment, by=create_user()).is_confirmed


def test_a_certificate_names_the_place_of_the_class():
    training = create_training(days_ahead=-6, venue="Aula")
    own = create_attended_class(5, training=training, venue="Sanggar")
    online = create_attended_class(5, training=training, mode="daring", signed=False)
    first = online.sessions.first()
    first.venue = "Ruang 2"
    first.save()

    assert issue(own)[0].venue == "Sanggar"
    assert issue(online)[0].venue == "Ruang 2, Daring"
