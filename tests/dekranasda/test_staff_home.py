import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from artisans.models.businesses import Status
from council.models import Message
from tests.factories import (
    create_activity,
    create_artisan,
    create_business,
    create_class,
    create_event,
    create_meeting,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from trainings.enrolment import enrol

pytestmark = pytest.mark.django_db


def figures(client):
    waiting = client.get(reverse("admin:index")).context["home"]["waiting"]
    return {figure.label: figure for figure in waiting}


@pytest.fixture
def ciputat():
    create_unit(code="36.74")
    return create_unit(code="36.74.04")


def create_waiting_business(unit):
    return create_business(unit=unit, verified=False, status=Status.SUBMITTED)


def test_counts_what_waits_in_own_unit_only(visit, ciputat):
    create_waiting_business(ciputat)
    create_waiting_business(create_unit(code="36.74.01"))

    shown = figures(visit(create_staff(unit=ciputat)))

    assert shown["usaha perlu diverifikasi"].count == 1


def test_every_number_leads_to_its_list(visit, ciputat):
    create_waiting_business(ciputat)
    create_class(training=create_training(unit=ciputat))
    create_activity(unit=ciputat, days_ahead=-9)
    Message.objects.create(unit=ciputat, status=Message.Status.FAILED)
    group = create_class(training=create_training(unit=ciputat))
    enrol(create_artisan(unit=ciputat), group, request_key="baru")
    browser = visit(create_staff(unit=ciputat))

    for figure in figures(browser).values():
        response = browser.get(figure.url)
        assert response.status_code == 200, figure
        assert len(response.context["cl"].result_list) == figure.count, figure


def test_every_figure_of_the_year_leads_to_its_list(visit, ciputat):
    create_class(training=create_training(unit=ciputat, days_ahead=0))
    for create in (create_event, create_meeting, create_activity):
        create(unit=ciputat, days_ahead=0)
    browser = visit(create_staff(unit=ciputat))
    figures = browser.get(reverse("admin:index")).context["home"]["figures"]

    numbers = {}
    for name in ("activities", "trainings", "exhibitions"):
        listed = browser.get(figures[name].url).context["cl"].result_list
        numbers[name] = figures[name].count, len(listed)
    seats = browser.get(figures["seats_url"]).context["cl"].result_list

    assert numbers == {"activities": (4, 4), "trainings": (1, 1), "exhibitions": (1, 1)}
    assert len(seats) == 1


def test_says_who_works_here_and_for_whom(visit, ciputat):
    staff = create_staff(unit=ciputat, first_name="Siti", last_name="Rohmah")

    html = visit(staff).get(reverse("admin:index")).content.decode()

    for words in ("<strong>Siti Rohmah</strong>", "Pengelola unit", str(ciputat)):
        assert words in html


def test_shows_what_comes_next_with_drafts_marked(visit, ciputat):
    create_activity(unit=ciputat, title="Kunjungan pembinaan", published=False)

    html = visit(create_staff(unit=ciputat)).get(reverse("admin:index")).content

    assert "Kunjungan pembinaan" in html.decode()


@pytest.mark.once
def test_costs_the_same_for_few_and_many(visit, ciputat):
    browser = visit(create_staff(unit=ciputat))
    costs = []
    for _round in (1, 3):
        for _row in range(_round * 5):
            create_waiting_business(ciputat)
            create_class(training=create_training(unit=ciputat))
        browser.get(reverse("admin:index"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(reverse("admin:index"))
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_counts_no_further_than_the_cap(visit, ciputat):
    Message.objects.bulk_create(
        Message(unit=ciputat, status=Message.Status.FAILED) for _row in range(120)
    )

    shown = figures(visit(create_staff(unit=ciputat)))

    assert shown["pesan yang gagal terkirim"].shown == "99+"


def test_staff_without_a_role_see_an_empty_home(visit, ciputat):
    nobody = visit(create_user(is_staff=True, unit=ciputat))

    response = nobody.get(reverse("admin:index"))

    assert response.status_code == 200
    assert response.context["home"]["waiting"] == []
