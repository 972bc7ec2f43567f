"""Who can join a class, checked by the door and said in words."""

from datetime import date, timedelta

import pytest
import time_machine

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from council.models import Document, Message
from council.retention import purge
from programs.models import Activity
from tests.factories import (
    create_artisan,
    create_business,
    create_class,
    create_craft,
    create_question,
    create_region,
    create_requirement,
    create_rule,
    create_staff,
    create_training,
    create_unit,
)
from trainings.enrolment import EnrolmentRefused, admit, cancel, enrol
from trainings.models import Answer, Enrolment, Exemption, Requirement, Training
from trainings.requirements import (
    Checklist,
    age_on,
    exempt,
    hand_in,
    unmet,
    years_before,
)

pytestmark = pytest.mark.django_db
Kind = Requirement.Kind


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def join(artisan, training_class):
    return enrol(artisan, training_class, request_key=f"key-{training_class.pk}")


def born_to_be(age, on_day, artisan):
    artisan.person.birth_on = on_day.replace(year=on_day.year - age)
    artisan.person.save(update_fields=["birth_on"])


def test_a_class_that_asks_nothing_takes_everybody():
    assert unmet(create_class(), create_artisan()) == []


def test_home_is_a_region_or_any_part_of_it():
    group, artisan = create_class(), create_artisan()
    create_requirement(
        Kind.DOMICILE, training_class=group, region=create_region(code="36.74")
    )

    assert unmet(group, artisan) == []
    other = create_artisan(village=create_region(code="13.71.04.1001"))
    assert unmet(group, other) == [
        "This class is for people who live in Kota Tangerang Selatan."
    ]


@pytest.mark.parametrize(
    ("age", "is_in"), [(17, False), (18, True), (45, True), (46, False)]
)
def test_age_counts_on_the_first_day(age, is_in):
    group, artisan = create_class(), create_artisan()
    create_requirement(Kind.AGE, training_class=group, youngest=18, oldest=45)
    born_to_be(age, group.training.starts_on, artisan)

    assert (unmet(group, artisan) == []) is is_in


def test_a_birthday_on_the_last_of_february():
    assert age_on(date(2026, 2, 28), date(2008, 2, 29)) == 17
    assert age_on(date(2026, 3, 1), date(2008, 2, 29)) == 18
    assert years_before(date(2028, 2, 29), 1) == date(2027, 2, 28)


def test_a_business_and_its_nib():
    group, artisan = create_class(), create_artisan()
    create_requirement(Kind.BUSINESS, training_class=group)
    create_requirement(Kind.NIB, training_class=group)
    assert len(unmet(group, artisan)) == 2

    business = create_business(owner=artisan)
    assert len(unmet(group, artisan)) == 1

    business.nib = "1234567890123"
    business.save()
    assert unmet(group, artisan) == []


def trained_before(artisan, craft, *, days_ago):
    """A seat in a class of the craft that ended some days ago."""
    training = create_training()
    group = create_class(training=training, craft=craft)
    seat = join(artisan, group)
    day = timezone.localdate() - timedelta(days=days_ago)
    Training.objects.filter(pk=training.pk).update(starts_on=day, ends_on=day)
    return seat


def test_who_learnt_the_craft_lately_waits():
    artisan, group = create_artisan(), create_class(craft=create_craft())
    create_requirement(Kind.UNTRAINED, training_class=group, years=2)
    trained_before(artisan, create_craft(slug="kayu"), days_ago=30)
    trained_before(artisan, create_craft(), days_ago=3 * 365)
    assert unmet(group, artisan) == []

    lately = trained_before(artisan, create_craft(), days_ago=300)

    assert "not trained in this craft within 2 years" in unmet(group, artisan)[0]
    Enrolment.objects.filter(pk=lately.pk).update(status=Enrolment.Status.CANCELLED)
    assert unmet(group, artisan) == []


def test_what_must_be_ticked_uploaded_or_answered():
    group, artisan = create_class(), create_artisan()
    create_requirement(Kind.DOCUMENT, training_class=group, text="KTP")
    ticked = create_requirement(Kind.DECLARATION, training_class=group, text="Hadir")
    create_requirement(Kind.COPY, training_class=group, text="Fotokopi KK")
    question = create_question(training_class=group)
    create_question("Catatan?", training_class=group, is_required=False)

    assert unmet(group, artisan) == [
        "Still to upload: KTP.",
        "Still to confirm: Hadir.",
        "Still to answer: Ukuran baju?",
    ]
    hand_in(group, artisan, [(ticked, True), (question, "M")])
    assert unmet(group, artisan) == ["Still to upload: KTP."]


def test_the_answer_zero_is_an_answer():
    group, artisan = create_class(), create_artisan()
    question = create_question(training_class=group, kind="angka")

    hand_in(group, artisan, [(question, 0)])

    assert unmet(group, artisan) == []


def test_an_answer_holds_in_every_class_and_after_a_cancellation():
    training = create_training()
    morning, noon = create_class(training=training), create_class(training=training)
    artisan = create_artisan()
    question = create_question(training_class=morning)
    hand_in(morning, artisan, [(question, "M")])

    cancel(join(artisan, morning))

    assert Checklist(noon, artisan).to_hand_in() == []
    assert enrol(artisan, morning, request_key="again").is_confirmed


def test_what_one_class_asks_does_not_bind_the_other():
    training = create_training()
    morning, noon = create_class(training=training), create_class(training=training)
    create_requirement(Kind.BUSINESS, training_class=morning)
    artisan = create_artisan()

    assert unmet(morning, artisan)
    assert unmet(noon, artisan) == []


def test_the_money_of_the_training_is_asked_too():
    training = create_training(fund_source=Activity.FundSource.TOBACCO)
    group, artisan = create_class(training=training), create_artisan()
    assert unmet(group, artisan) == []

    create_rule(is_nib_needed=True)

    assert "These funds need a NIB" in unmet(group, artisan)[0]


def test_the_door_refuses_whoever_lacks_something():
    group, artisan = create_class(), create_artisan()
    create_requirement(Kind.BUSINESS, training_class=group)

    with pytest.raises(EnrolmentRefused, match="owners of a craft business"):
        join(artisan, group)
    assert not Enrolment.objects.exists()

    create_business(owner=artisan)
    assert join(artisan, group).is_confirmed


def test_an_officer_lets_somebody_in_with_a_reason_that_is_kept():
    group, artisan, officer = create_class(), create_artisan(), create_staff()
    create_requirement(Kind.BUSINESS, training_class=group)

    exempt(group, artisan, reason="Usaha sedang diurus", by=officer)

    assert join(artisan, group).is_confirmed
    kept = Exemption.objects.get()
    assert (kept.reason, kept.given_by) == ("Usaha sedang diurus", officer)
    assert "owners of a craft business" in kept.told_lacking
    with override("id"):
        assert "pemilik usaha kriya" in kept.told_lacking
    earlier = Exemption(lacking="This class is for people who live in Ciputat.")
    assert earlier.told_lacking == earlier.lacking
    assert unmet(group, create_artisan())


def test_whoever_is_let_in_at_the_door_lacking_something_has_a_kept_exemption():
    group, guest, staff = create_class(), create_artisan(), create_staff()
    create_requirement(Kind.BUSINESS, training_class=group)

    with time_machine.travel(group.starts_at + timedelta(hours=1), tick=False):
        came = admit(guest, group, by=staff, reason="Hadir", request_key="walk-in-1")

    kept = Exemption.objects.get()
    assert came.is_confirmed
    assert (kept.artisan, kept.reason, kept.given_by) == (guest, "Hadir", staff)
    assert "craft business" in kept.told_lacking
    # They sit in it: no letter says how to cancel.
    assert not Message.objects.exists()


def test_nobody_is_exempted_from_nothing():
    group, artisan = create_class(), create_artisan()

    exempt(group, artisan, reason="Iseng", by=create_staff())

    assert not Exemption.objects.exists()


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        (Kind.DOMICILE, {}, "region"),
        (Kind.AGE, {}, "youngest"),
        (Kind.UNTRAINED, {}, "years"),
        (Kind.DOCUMENT, {}, "text"),
        (Kind.AGE, {"youngest": 40, "oldest": 30}, "__all__"),
        (Kind.BUSINESS, {}, ""),
    ],
)
def test_a_requirement_says_all_it_needs(kind, fields, wrong):
    training = create_training()
    requirement = Requirement(training=training, kind=kind, **fields)

    if not wrong:
        requirement.full_clean()
        return
    with pytest.raises(ValidationError) as error:
        requirement.full_clean()
    assert list(error.value.message_dict) == [wrong]


def test_answers_and_files_go_a_year_after_the_training(settings):
    artisan = create_artisan()
    kept = {}
    for name, days_ago in [("old", 400), ("new", 300)]:
        group = create_class()
        requirement = create_requirement(Kind.DOCUMENT, training_class=group, text=name)
        hand_in(group, artisan, [(requirement, pdf())])
        day = timezone.localdate() - timedelta(days=days_ago)
        trainings = Training.objects.filter(pk=group.training_id)
        trainings.update(starts_on=day, ends_on=day)
        kept[name] = Answer.objects.get(requirement=requirement)

    assert purge(dry_run=True)[str(Answer._meta.verbose_name_plural)] == 1
    purge()

    assert list(Answer.objects.all()) == [kept["new"]]
    assert list(Document.objects.all()) == [kept["new"].document]


def pdf(name="ktp.pdf"):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, b"%PDF-1.4\n%%EOF", "application/pdf")


def test_a_council_elsewhere_asks_for_what_it_likes():
    """A requirement of one training is nothing to another."""
    group = create_class(training=create_training(unit=create_unit(code="13.71")))
    create_requirement(Kind.BUSINESS, training_class=group, for_all=True)

    assert unmet(create_class(), create_artisan()) == []
