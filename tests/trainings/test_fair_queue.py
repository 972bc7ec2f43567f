"""Points by public weights, counted once and explained line by line."""

from datetime import date, timedelta

import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Person
from tests.factories import (
    create_artisan,
    create_business,
    create_class,
    create_craft,
    create_region,
    create_staff,
    create_training,
    create_unit,
    create_user,
    join,
)
from trainings.enrolment import EnrolmentRefused, accept, allot, explained
from trainings.enrolment.points import reckon, two_years_before
from trainings.models import Enrolment, QueueWeights

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def city():
    return create_unit(code="36.74")


def fair(city, **fields):
    training = create_training(unit=city)
    return create_class(training=training, has_fair_queue=True, **fields)


def points(artisan, training_class):
    lines = reckon(artisan, training_class)
    return {line["rule"]: line["points"] for line in lines}


def was_trained(artisan, *, days_ago, unit=None):
    """A seat in a training of the past."""
    day = timezone.localdate() - timedelta(days=days_ago)
    training = create_training(unit=unit or create_unit(code="13.71"), starts_on=day)
    return Enrolment.objects.create(
        training_class=create_class(training=training),
        artisan=artisan,
        status=Enrolment.Status.CONFIRMED,
        ticket=1,
        request_key="dulu",
    )


def test_few_trainings_in_24_months_give_more_points(city):
    training_class, artisan = fair(city), create_artisan()
    found = [points(artisan, training_class)["few_trainings"]]
    for days_ago in (20, 300, 700, 800):
        was_trained(artisan, days_ago=days_ago)
        found.append(points(artisan, training_class)["few_trainings"])

    assert found == [30, 20, 10, 0, 0]


def test_the_24_months_reach_back_over_a_leap_day():
    assert two_years_before(date(2028, 2, 29)) == date(2026, 2, 28)
    assert two_years_before(date(2027, 1, 1)) == date(2025, 1, 1)
    assert two_years_before(date(2026, 12, 31)) == date(2024, 12, 31)


def test_a_kecamatan_under_its_share_gets_points(city):
    training_class = fair(city)
    far = create_unit(code="36.74.01")
    village = create_region(code="36.74.01.1001")
    served, forgotten = create_artisan(), create_artisan(unit=far, village=village)
    was_trained(served, days_ago=50, unit=city)

    assert points(served, training_class)["district_share"] == 0
    assert points(forgotten, training_class)["district_share"] == 20


def test_the_own_craft_counts_wholly_and_a_related_one_by_half(city):
    training_class = fair(city, craft=create_craft(slug="songket"))
    crafts = [
        create_craft(slug="songket"),
        create_craft(slug="tapis"),
        create_craft(slug="rajut", family="anyam"),
    ]
    found = [
        points(create_artisan(main_craft=craft), training_class)["craft_match"]
        for craft in crafts
    ]

    assert found == [20, 10, 0]


def test_women_verified_pages_and_waiting_in_vain_count(city):
    training_class = fair(city)
    woman, man = create_artisan(), create_artisan()
    man.person.gender = Person.Gender.MAN
    create_business(owner=man)
    waited = was_trained(man, days_ago=90)
    waited.status = Enrolment.Status.WAITING
    waited.save(update_fields=["status"])

    counted = ("women_led", "complete_profile", "waited_in_vain")
    hers, his = points(woman, training_class), points(man, training_class)

    assert [hers[name] for name in counted] == [10, 0, 0]
    assert [his[name] for name in counted] == [0, 10, 10]


def test_more_points_come_first_and_the_ticket_settles_the_rest(city):
    training_class = fair(city, quota=1)
    often = create_artisan()
    was_trained(often, days_ago=10)
    join(training_class)
    third, first, second = (
        join(training_class, often), join(training_class), join(training_class)
    )  # fmt: skip

    line = training_class.enrolments.waiting().with_position()

    assert [row.pk for row in line] == [first.pk, second.pk, third.pk]
    assert [(row.position, row.queue_length) for row in line] == [
        (1, 3), (2, 3), (3, 3)
    ]  # fmt: skip
    assert line[0].points == line[1].points > line[2].points


def test_points_stay_as_they_were_when_the_artisan_registered(city):
    training_class = fair(city)
    mine = join(training_class)
    before = mine.points
    was_trained(mine.artisan, days_ago=1)

    mine.refresh_from_db()

    assert mine.points == before == sum(line.points for line in explained(mine))


def test_a_class_without_a_fair_queue_counts_nothing():
    mine = join(create_class())

    assert (mine.points, mine.points_lines, explained(mine)) == (0, None, [])


def test_whoever_has_fewer_points_is_accepted_only_with_a_reason(city):
    training_class = fair(city, admission="seleksi")
    often, staff = create_artisan(), create_staff(unit=city)
    was_trained(often, days_ago=10)
    mine = join(training_class, often)
    best = join(training_class)

    with pytest.raises(EnrolmentRefused, match="not the most points"):
        accept(mine, staff)
    accept(best, staff)
    accept(mine, staff)

    assert training_class.enrolments.confirmed().count() == 2


def test_seats_of_a_unit_go_to_its_first_applicant_whoever_else_has_more_points(city):
    training_class = fair(city, quota=1, admission="seleksi")
    ciputat, staff = create_unit(code="36.74.04"), create_staff(unit=city)
    allot(training_class, ciputat, 1, timezone.localdate() + timedelta(days=3))
    best, second, third = (
        join(training_class, create_artisan(unit=unit))
        for unit in (create_unit(code="36.74.01"), ciputat, ciputat)
    )
    for points, row in enumerate([third, second, best]):
        training_class.enrolments.filter(pk=row.pk).update(points=points)

    with pytest.raises(EnrolmentRefused, match="kept for the artisans"):
        accept(best, staff)
    with pytest.raises(EnrolmentRefused, match="not the most points"):
        accept(third, staff)
    assert accept(second, staff).is_confirmed


def test_the_artisan_reads_own_points_and_why(city, visit):
    user = create_user()
    mine = join(fair(city), create_artisan(user=user))
    other = visit(create_user())

    page = " ".join(visit(user).get(mine.get_absolute_url()).content.decode().split())

    assert f"fair queue: {mine.points} points" in page
    assert "No training in the last 24 months." in page
    assert "The main craft is that of the class." in page
    assert other.get(mine.get_absolute_url()).status_code == 404


# The weights


def test_weights_of_the_nearest_council_hold_from_their_day(city):
    root, today = create_unit(code=""), timezone.localdate()
    kecamatan = create_unit(code="36.74.04")
    long_ago, later = today - timedelta(days=90), today + timedelta(days=9)
    everywhere = QueueWeights.objects.create(unit=root, applies_on=long_ago)
    own = QueueWeights.objects.create(unit=city, applies_on=today)
    QueueWeights.objects.create(unit=city, applies_on=later)
    weights = QueueWeights.objects

    assert weights.in_force(kecamatan, today) == own
    assert weights.in_force(kecamatan, today - timedelta(days=1)) == everywhere
    assert weights.in_force(create_unit(code="13.71"), today) == everywhere
    assert weights.in_force(city, long_ago - timedelta(days=1)).pk is None


def test_a_class_uses_the_weights_of_the_day_it_opens(city):
    training_class = fair(city)
    tomorrow = timezone.localdate() + timedelta(days=1)
    QueueWeights.objects.create(unit=city, applies_on=tomorrow, women_led=50)

    assert points(create_artisan(), training_class)["women_led"] == 10


def test_weights_are_announced_ahead_and_do_not_change_once_in_force(city, visit):
    browser = visit(create_staff(unit=city))
    today = timezone.localdate()
    used = QueueWeights.objects.create(unit=city, applies_on=today)
    coming = QueueWeights.objects.create(
        unit=city, applies_on=today + timedelta(days=3)
    )

    def has_form(row):
        address = reverse("admin:trainings_queueweights_change", args=[row.pk])
        return 'name="women_led"' in browser.get(address).content.decode()

    assert has_form(coming)
    assert not has_form(used)
    with pytest.raises(ValidationError, match="day to come"):
        QueueWeights(unit=city, applies_on=today).full_clean()


def test_everybody_reads_the_weights(city, client):
    QueueWeights.objects.create(
        unit=city, applies_on=timezone.localdate(), women_led=45, why="Sebab kami"
    )

    page = " ".join(
        client.get(reverse("trainings:fair_queue")).content.decode().split()
    )

    assert "Few trainings in 24 months" in page
    assert "<strong>30</strong>" in page
    assert "Sebab kami" in page
    assert "<strong>45</strong>" in page


def test_the_reason_for_weights_in_force_may_still_be_put_into_english(city, visit):
    used = QueueWeights.objects.create(
        unit=city, applies_on=timezone.localdate(), why="Sebab", women_led=10
    )
    address = reverse("admin:trainings_queueweights_change", args=[used.pk])

    answer = visit(create_staff(unit=city)).post(
        address, {"why_en": "Because", "why": "Lain", "women_led": 99}
    )

    used.refresh_from_db()
    assert answer.status_code == 302
    assert (used.why_en, used.why, used.women_led) == ("Because", "Sebab", 10)
