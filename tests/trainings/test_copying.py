"""A training held again: other dates, everything else as it was."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from django.urls import reverse
from django.utils.translation import override

from artisans.models import Craft
from programs.models import Activity, ActivityDay, ActivityParty
from tests.factories import (
    create_artisan,
    create_class,
    create_clipping,
    create_craft,
    create_program,
    create_question,
    create_region,
    create_requirement,
    create_staff,
    create_training,
    create_unit,
)
from trainings import copying
from trainings.enrolment import enrol
from trainings.models import (
    Allotment,
    Dossier,
    Enrolment,
    Requirement,
    Session,
    Training,
    TrainingClass,
    TrainingTemplate,
)

pytestmark = pytest.mark.django_db
FIRST, NEW = date(2026, 12, 1), date(2027, 1, 12)
MOVED = NEW - FIRST


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def prepared(*, code="36.74", **fields):
    """A training with a row of everything that a copy takes over, and what not."""
    unit = create_unit(code=code, **fields)
    training = create_training(
        unit=unit,
        title="Pelatihan Songket",
        starts_on=FIRST,
        ends_on=FIRST + timedelta(days=2),
        start_time=time(9),
        fund_source=Activity.FundSource.CSR,
        budget_planned=24_000_000,
        budget_spent=20_000_000,
        outcome="10 kain",
        requirements="Bersedia hadir",
        status=Activity.Status.DONE,
        venue="Aula",
        region=create_region(code=f"{code}.04"),
        program=create_program(unit=unit, year=2026),
    )
    training.crafts.add(create_craft())
    training.press.add(create_clipping(unit=unit))
    ActivityDay.objects.create(activity=training, held_on=FIRST + timedelta(days=2))
    ActivityParty.objects.create(
        activity=training, unit=unit, role=ActivityParty.Role.FUNDER
    )
    group = create_class(
        training=training,
        name="Kelas Pagi",
        quota=12,
        minimum=6,
        syllabus="Menyungkit\nMenenun",
        lesson_hours=24,
        opens_at=datetime(2026, 10, 31, 17, 30, tzinfo=UTC),
        closes_at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        decide_at=datetime(2026, 11, 25, 5, 0, tzinfo=UTC),
        went_ahead_at=datetime(2026, 11, 25, 6, 0, tzinfo=UTC),
        mode="daring",
        meeting_link="https://rapat.example/rahasia",
    )
    Session.objects.create(
        training_class=group,
        held_on=FIRST + timedelta(days=1),
        start_time=time(9),
        end_time=time(12),
        topic="Menyungkit",
        status=Session.Status.HELD,
    )
    create_requirement(
        Requirement.Kind.AGE, training_class=group, for_all=True, youngest=18
    )
    create_requirement(
        Requirement.Kind.DOMICILE,
        training_class=group,
        region=create_region(code=code),
    )
    create_question(training_class=group, kind="pilihan", choices="S\nM")
    return training


def test_everything_moves_by_the_same_number_of_days():
    training = prepared()

    draft = copying.copied(training, NEW)

    assert (draft.starts_on, draft.ends_on) == (NEW, NEW + timedelta(days=2))
    assert [day.held_on for day in draft.days.all()] == [NEW + timedelta(days=2)]
    old, new = training.classes.get(), draft.classes.get()
    for name in copying.MOMENTS:
        assert getattr(new, name) - getattr(old, name) == MOVED, name
    session = new.sessions.get()
    assert session.held_on == NEW + timedelta(days=1)
    assert (session.topic, session.status) == ("Menyungkit", Session.Status.PLANNED)


def test_the_copy_is_a_draft_that_keeps_what_was_planned():
    training = prepared()

    draft = copying.copied(training, NEW)

    assert draft.published_at is None
    assert draft.status == Activity.Status.PLANNED
    assert draft.slug != training.slug
    for name in [*copying.WHAT, *copying.WHERE]:
        assert getattr(draft, name) == getattr(training, name), name
    assert [str(party) for party in draft.parties.all()] == [str(training.unit)]
    assert list(draft.crafts.all()) == list(training.crafts.all())
    old, new = training.classes.get(), draft.classes.get()
    for name in [*copying.OF_CLASS, "craft"]:
        assert getattr(new, name) == getattr(old, name), name
    asked = [each.sentence for each in draft.requirements_asked.order_by("pk")]
    assert asked == ["At least 18 years old", "Lives in Kota Tangerang Selatan"]
    assert new.requirements_asked.get().region_id == "36.74"
    assert draft.questions_asked.get().options == ["S", "M"]


STAYS = {
    Training: {"id", "activity_ptr", "unit", "program", "kind", "slug", "starts_on"}
    | {"ends_on", "picture", "picture_alt", "picture_alt_en", "status"}
    | {"status_reason", "status_reason_en", "published_at", "budget_spent"}
    | {"outcome", "outcome_en", "is_example"},
    TrainingClass: {"id", "training", "craft", "taken", "reserved", "last_ticket"}
    | {"status", "went_ahead_at", "meeting_link", "meeting_note"},
    Session: {"id", "training_class", "held_on", "status"},
}
COPIED = {
    Training: {*copying.WHAT, *copying.WHERE},
    TrainingClass: {*copying.OF_CLASS, *copying.MOMENTS},
    Session: {*copying.OF_SESSION},
}


@pytest.mark.parametrize("model", COPIED)
def test_no_field_is_forgotten(model):
    names = {field.name for field in model._meta.concrete_fields}
    copied = {name.removesuffix("_id") for name in COPIED[model]}

    assert copied | STAYS[model] == names
    assert not copied & STAYS[model]


def test_rules_of_class_certificate_and_seats_go_along():
    training = prepared()
    training.certificate_percent, training.has_own_button = 60, False
    training.certificate_score, training.certificate_points = "akhir", 70
    training.summary_en = "Three days"
    training.save()
    group = training.classes.get()
    TrainingClass.objects.update(admission="seleksi", has_offers=True)
    below, last = create_unit(code="36.74.04"), FIRST + timedelta(days=-3)
    Allotment.objects.create(
        training_class=group, unit=below, seats=1, taken=1, returned=3, returns_on=last
    )
    create_class(training=training, name="Batal", status="dibatalkan")
    Session.objects.create(
        training_class=group,
        held_on=FIRST,
        start_time=time(9),
        end_time=time(12),
        status=Session.Status.CANCELLED,
    )
    dossier = Dossier.objects.create(training=training, purpose="Naik kelas")
    dossier.rates.create(
        kind="uang_saku", receiver="peserta", measure="hari", amount=5000
    )

    draft = copying.from_template(
        copying.kept_as_template(training, "Songket"),
        unit=training.unit,
        starts_on=NEW,
    )

    for name in copying.WHAT:
        assert getattr(draft, name) == getattr(training, name), name
    new = draft.classes.get()
    assert (new.admission, new.has_offers) == ("seleksi", True)
    assert new.sessions.count() == 1
    kept = new.allotments.get()
    assert (kept.unit, kept.seats, kept.taken) == (below, 4, 0)
    assert kept.returns_on - last == MOVED
    assert new.reserved == 4
    assert draft.dossier.purpose == "Naik kelas"
    assert draft.dossier.rates.get().amount == 5000


def test_another_unit_takes_over_no_place_and_no_foreign_home():
    training = prepared()
    group = training.classes.get()
    group.venue, group.address = "Sanggar Kota", "Jalan Kota"
    group.save()
    group.sessions.update(venue="Ruang Kota")
    template = copying.kept_as_template(training, "Songket")

    def used_by(unit):
        made = copying.from_template(template, unit=unit, starts_on=NEW).classes.get()
        homes = made.requirements_asked.filter(kind=Requirement.Kind.DOMICILE)
        venues = (made.venue, made.address, made.sessions.get().venue)
        return venues, [each.region_id for each in homes]

    assert used_by(create_unit(code="91.71")) == (("", "", ""), ["91.71"])
    assert used_by(create_unit(code="")) == (("", "", ""), [])
    assert used_by(training.unit) == (
        ("Sanggar Kota", "Jalan Kota", "Ruang Kota"),
        ["36.74"],
    )


def test_a_template_whose_classes_name_their_crafts_asks_for_none():
    template = copying.kept_as_template(prepared(), "Songket")
    template.craft = None
    assert not copying.lacks_craft(template)

    template.content["classes"][0]["craft"] = ""
    assert copying.lacks_craft(template)


def test_what_happened_stays_with_the_old_one():
    training = prepared()
    group = create_class(training=training)
    Training.objects.filter(pk=training.pk).update(
        status=Activity.Status.PLANNED, ends_on=date(2099, 1, 1)
    )
    training.requirements_asked.all().delete()
    training.questions_asked.all().delete()
    enrol(create_artisan(), group, request_key="a")

    draft = copying.copied(Training.objects.get(pk=training.pk), NEW)

    assert Enrolment.objects.filter(training_class__training=draft).count() == 0
    assert {each.taken for each in draft.classes.all()} == {0}
    assert (draft.budget_spent, draft.outcome) == (None, "")
    assert draft.press.count() == 0
    new = draft.classes.get(name="Kelas Pagi")
    assert (new.went_ahead_at, new.meeting_link) == (None, "")


def test_a_program_goes_along_within_its_year():
    training = prepared()

    assert copying.copied(training, NEW).program is None
    assert copying.copied(training, date(2026, 12, 20)).program == training.program


def test_a_template_keeps_the_hour_of_the_clock_in_another_zone():
    """08.00 WIB in Padang is 08.00 WIT in Jayapura."""
    template = copying.kept_as_template(prepared(), "Songket dasar")
    east = create_unit(code="91.71", time_zone="Asia/Jayapura")

    draft = copying.from_template(template, unit=east, starts_on=NEW)

    old, new = TrainingClass.objects.order_by("pk")
    assert old.local(old.opens_at).time() == new.local(new.opens_at).time()
    assert new.local(new.closes_at).utcoffset() == timedelta(hours=9)
    assert (draft.venue, draft.region_id, draft.parties.count()) == ("", None, 0)
    assert draft.days.get().held_on == NEW + timedelta(days=2)


def test_a_template_of_the_same_name_is_replaced():
    training = prepared()
    copying.kept_as_template(training, "Songket")
    training.title = "Songket Baru"
    training.save()

    copying.kept_as_template(training, "Songket")

    template = TrainingTemplate.objects.get()
    assert template.content["training"]["title"] == "Songket Baru"
    assert template.craft == create_craft()
    assert Activity.objects.count() == 1


def test_a_template_for_every_craft_takes_the_chosen_one():
    training = prepared()
    template = copying.kept_as_template(training, "Kemasan")
    template.content["classes"][0]["craft"] = ""
    craft = create_craft(slug="rajut", family=Craft.Family.KNITTING)

    draft = copying.from_template(
        template, unit=training.unit, starts_on=NEW, craft=craft
    )

    assert draft.classes.get().craft == craft


def test_a_copy_on_the_same_day_finds_a_free_address():
    training = prepared()

    slugs = {copying.copied(training, NEW).slug for _each in range(2)}

    assert len(slugs) == 2


# From the admin


def listed(name):
    return reverse(f"admin:trainings_{name}_changelist")


def sent(browser, name, row, action, /, **typed):
    data = {"action": action, "_selected_action": [row.pk], **typed}
    return browser.post(listed(name), data, follow=True)


def test_an_officer_copies_in_two_steps(visit):
    training = prepared()
    browser = visit(create_staff(unit=training.unit))

    asking = sent(browser, "training", training, "copy")
    assert "New first day" in asking.content.decode()
    assert Training.objects.count() == 1

    wrong = sent(
        browser, "training", training, "copy", confirmed=1, starts_on="1 mei 12"
    )
    assert "Enter a valid date" in wrong.content.decode()
    done = sent(
        browser, "training", training, "copy", confirmed=1, starts_on="2027-01-12"
    )
    assert "is a draft now" in done.content.decode()
    assert Training.objects.order_by("pk").last().starts_on == NEW


def test_an_officer_keeps_a_template_and_a_unit_below_uses_it(visit):
    training = prepared()
    browser = visit(create_staff(unit=training.unit))
    sent(browser, "training", training, "keep", confirmed=1, name="Songket dasar")
    template = TrainingTemplate.objects.get()
    below = create_unit(code="36.74.04")
    officer = visit(create_staff(unit=below, role="Petugas pelatihan"))

    change = reverse("admin:trainings_trainingtemplate_change", args=[template.pk])
    assert "Use for a new training" in officer.get(change).content.decode()
    assert officer.post(change, {"name": "Lain"}).status_code == 403
    done = sent(
        officer,
        "trainingtemplate",
        template,
        "use",
        confirmed=1,
        starts_on="2027-01-12",
        unit=below.pk,
    )

    assert "is a draft now" in done.content.decode()
    assert Training.objects.get(unit=below).classes.get().name == "Kelas Pagi"


def test_nobody_makes_a_training_for_a_neighbour(visit):
    template = copying.kept_as_template(prepared(), "Songket")
    neighbour = create_unit(code="36.74.01")
    officer = visit(create_staff(unit=create_unit(code="36.74.04")))
    typed = {"confirmed": 1, "starts_on": "2027-01-12", "unit": neighbour.pk}

    answer = sent(officer, "trainingtemplate", template, "use", **typed)

    assert "Select a valid choice" in answer.content.decode()
    assert Training.objects.count() == 1


def test_an_observer_copies_nothing(visit):
    training = prepared()
    browser = visit(create_staff(unit=training.unit, role="Pengamat"))

    sent(browser, "training", training, "copy", confirmed=1, starts_on="2027-01-12")

    assert Training.objects.count() == 1
