from datetime import date, timedelta

import pytest

from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Message, Unit
from programs.models import Activity
from tests.factories import (
    create_artisan,
    create_class,
    create_craft,
    create_person,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from tests.forms import form_data
from trainings.enrolment import cancel, enrol
from trainings.models import Enrolment, Training, TrainingClass

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
def officer(visit, ciputat):
    """A member of staff of Ciputat, signed in to the admin."""
    user = create_staff(unit=ciputat)
    browser = visit(user)
    browser.user = user
    return browser


def address(model, page="changelist", *args):
    return reverse(f"admin:trainings_{model.__name__.lower()}_{page}", args=args)


def a_class(unit, **fields):
    return create_class(training=create_training(unit=unit), **fields)


def fill(training_class, number):
    return [join(training_class) for _turn in range(number)]


def join(training_class):
    artisan = create_artisan()
    return enrol(artisan, training_class, request_key=f"key-{artisan.pk}")


def statuses(training_class):
    return [row.status for row in training_class.enrolments.order_by("ticket")]


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def act(browser, model, action, rows, **answers):
    """Choose an action for the rows and answer the question it asks."""
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    asked = browser.post(address(model), chosen)
    assert asked.status_code == 200, "an action on seats asks first"
    return browser.post(address(model), {**chosen, "confirmed": "1", **answers})


def filled_in(browser, page, **changes):
    """What a browser would post from the page, with some fields changed."""
    response = browser.get(page)
    assert response.status_code == 200
    return {**form_data(response.content.decode()), **changes}


def text_of(response):
    return " ".join(response.content.decode().split())


# Trainings


def new_class(number, **fields):
    now = timezone.localtime()
    values = {
        "name": f"Kelas {number}",
        "craft": create_craft().pk,
        "quota": 12,
        "opens_at_0": now.date().isoformat(),
        "opens_at_1": "08:00",
        "closes_at_0": (now + timedelta(days=5)).date().isoformat(),
        "closes_at_1": "16:00",
        **fields,
    }
    return {f"classes-{number}-{name}": value for name, value in values.items()}


def test_an_officer_creates_a_training_with_two_classes(officer, ciputat):
    day = (timezone.localdate() + timedelta(days=20)).isoformat()
    page = address(Training, "add")
    form = filled_in(
        officer,
        page,
        title="Pelatihan Tenun Contoh",
        starts_on=day,
        ends_on=day,
        **{"classes-TOTAL_FORMS": 2},
        **new_class(0),
        **new_class(1),
    )

    response = officer.post(page, form)

    assert response.status_code == 302, text_of(response)
    training = Training.objects.get()
    assert (training.unit, training.slug) == (ciputat, "pelatihan-tenun-contoh")
    assert training.kind == Activity.Kind.TRAINING
    assert [each.quota for each in training.classes.all()] == [12, 12]


def test_moments_are_read_on_the_clock_of_the_officers_unit(visit):
    unit = create_unit(code="73.71", time_zone=Unit.Zone.WITA)
    training = create_training(unit=unit, starts_on=date(2030, 1, 5))
    training_class = create_class(training=training)
    browser = visit(create_staff(unit=unit))
    page = address(TrainingClass, "change", training_class.pk)
    form = filled_in(browser, page, closes_at_0="2030-01-02", closes_at_1="16:00")

    shown = form["opens_at_1"]
    browser.post(page, form)

    assert shown == f"{training_class.local(training_class.opens_at):%H:%M:%S}"
    training_class.refresh_from_db()
    assert training_class.closing == "2 January 2030 16:00 WITA"


def test_the_list_shows_seats_at_a_glance(officer, ciputat):
    training_class = a_class(ciputat, name="Songket", quota=2)
    fill(training_class, 3)

    page = text_of(officer.get(address(Training)))

    assert "<div>Songket: 2/2, waiting 1</div>" in page


def test_publishing_answers_in_a_sentence(officer, ciputat):
    draft = create_training(unit=ciputat, published=False)

    response = officer.post(
        address(Training), {"action": "publish", "_selected_action": [draft.pk]}
    )

    draft.refresh_from_db()
    assert draft.is_published
    assert said(response) == ["1 published."]


def test_cancelling_a_training_asks_why_and_tells_everyone(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    fill(training_class, 2)

    refused = act(officer, Training, "cancel", [training_class.training])
    assert refused.context["form"].errors["reason"]
    response = act(
        officer, Training, "cancel", [training_class.training], reason="Banjir"
    )

    assert said(response) == ["Cancelled; 2 people are told."]
    assert statuses(training_class) == [CANCELLED, CANCELLED]
    training = Training.objects.get()
    assert (training.status, training.status_reason) == ("dibatalkan", "Banjir")
    assert Message.objects.filter(cause__endswith="-cancelled").count() == 2


def test_a_form_cannot_cancel_a_training_silently(officer, ciputat):
    training = a_class(ciputat).training
    page = address(Training, "change", training.pk)

    response = officer.post(page, filled_in(officer, page, status="dibatalkan"))

    assert response.status_code == 200
    training.refresh_from_db()
    assert training.status == "rencana"


# Quotas


def test_a_quota_raised_beside_the_training_promotes(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    fill(training_class, 3)
    page = address(Training, "change", training_class.training.pk)

    response = officer.post(page, filled_in(officer, page, **{"classes-0-quota": 2}))

    assert response.status_code == 302
    assert statuses(training_class) == [CONFIRMED, CONFIRMED, WAITING]
    promoted = training_class.enrolments.get(ticket=2)
    assert f"Promoted from the waiting list: {promoted}." in said(response)


def test_seats_freed_while_a_training_was_postponed_are_given_once_it_is_on(
    officer, ciputat
):
    training_class = a_class(ciputat, quota=1)
    fill(training_class, 2)
    training_class.training.postpone("Banjir")
    cancel(training_class.enrolments.first())
    assert statuses(training_class) == [CANCELLED, WAITING]
    page = address(Training, "change", training_class.training.pk)

    officer.post(page, filled_in(officer, page, status="rencana", status_reason=""))

    assert statuses(training_class) == [CANCELLED, CONFIRMED]


def test_a_quota_raised_on_the_class_promotes(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    fill(training_class, 3)
    page = address(TrainingClass, "change", training_class.pk)

    officer.post(page, filled_in(officer, page, quota=3))

    training_class.refresh_from_db()
    assert (training_class.quota, training_class.taken) == (3, 3)
    assert statuses(training_class) == [CONFIRMED] * 3
    record = training_class.history.first()
    assert (record.quota, record.history_user) == (3, officer.user)


@pytest.mark.parametrize(
    ("model", "field"), [(Training, "classes-0-quota"), (TrainingClass, "quota")]
)
def test_a_quota_below_the_confirmed_is_refused_beside_its_field(
    officer, ciputat, model, field
):
    training_class = a_class(ciputat, quota=3)
    fill(training_class, 2)
    row = training_class if model is TrainingClass else training_class.training
    page = address(model, "change", row.pk)

    response = officer.post(page, filled_in(officer, page, **{field: 1}))

    sentence = "2 seats are taken; the quota cannot be lower."
    assert response.status_code == 200
    assert sentence in text_of(response)
    training_class.refresh_from_db()
    assert training_class.quota == 3


def test_an_old_form_does_not_take_seats_back(officer, ciputat):
    training_class = a_class(ciputat, quota=3)
    page = address(TrainingClass, "change", training_class.pk)
    old_form = filled_in(officer, page, name="Nama baru")
    fill(training_class, 2)

    officer.post(page, old_form)

    training_class.refresh_from_db()
    assert (training_class.name, training_class.taken) == ("Nama baru", 2)


# Classes


def test_the_class_page_shows_who_is_in_and_who_waits(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    _seat, first = fill(training_class, 2)
    cancel(join(training_class))

    page = officer.get(address(TrainingClass, "change", training_class.pk))

    formset = next(
        each.formset
        for each in page.context["inline_admin_formsets"]
        if each.formset.model is Enrolment
    )
    shown = [(form.instance.status, form.instance.position) for form in formset]
    assert shown == [(CONFIRMED, None), (WAITING, 1)]
    assert str(first.artisan) in text_of(page)


def test_enrolments_cannot_be_forged_through_the_class_page(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    _seat, waiting = fill(training_class, 2)
    page = address(TrainingClass, "change", training_class.pk)
    forged = {
        "enrolments-TOTAL_FORMS": 3,
        "enrolments-INITIAL_FORMS": 2,
        "enrolments-1-id": waiting.pk,
        "enrolments-1-status": CONFIRMED,
        "enrolments-2-artisan": create_artisan().pk,
    }

    officer.post(page, filled_in(officer, page, **forged))

    assert statuses(training_class) == [CONFIRMED, WAITING]


def test_cancelling_a_class_tells_everyone(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    fill(training_class, 2)

    response = act(officer, TrainingClass, "cancel", [training_class], reason="Sakit")

    assert said(response) == ["Cancelled; 2 people are told."]
    assert statuses(training_class) == [CANCELLED, CANCELLED]


@pytest.mark.parametrize(
    ("value", "names"),
    [("seats", ["Lega"]), ("waiting", ["Penuh"]), ("", ["Lega", "Nanti", "Penuh"])],
)
def test_classes_are_found_by_what_waits(officer, ciputat, value, names):
    a_class(ciputat, name="Lega")
    fill(a_class(ciputat, name="Penuh", quota=1), 2)
    later = timezone.now() + timedelta(days=1)
    a_class(ciputat, name="Nanti", opens_at=later, closes_at=later + timedelta(days=1))

    response = officer.get(address(TrainingClass), {"availability": value})

    found = [row.name for row in response.context["cl"].result_list]
    assert sorted(found) == names


# Enrolments


def test_an_officer_registers_an_artisan_on_behalf(officer, ciputat):
    training_class, artisan = a_class(ciputat), create_artisan(unit=ciputat)
    page = address(Enrolment, "add")
    form = filled_in(
        officer, page, training_class=training_class.pk, artisan=artisan.pk
    )

    response = officer.post(page, form)
    officer.post(page, form)

    assert response.status_code == 302, text_of(response)
    enrolment = Enrolment.objects.get()
    assert (enrolment.artisan, enrolment.status) == (artisan, CONFIRMED)
    assert enrolment.history.get().history_user == officer.user
    assert Message.objects.count() == 1


def register(officer, training_class, artisan, **extra):
    page = address(Enrolment, "add")
    form = filled_in(
        officer, page, training_class=training_class.pk, artisan=artisan.pk
    )
    return officer.post(page, {**form, **extra})


def test_an_officer_reads_what_was_given(officer, ciputat):
    group = a_class(ciputat, name="Pagi", quota=1)
    first, second = (create_artisan(unit=ciputat) for _turn in range(2))

    told = [
        said(register(officer, group, artisan))[-1]
        for artisan in (first, second, first, second)
    ]

    title = f"{group.training} · Pagi"
    assert told == [
        f"{first} has a seat in {title}.",
        f"{second} is number 1 on the waiting list of {title}.",
        f"{first} had a seat in {title} already; nothing was changed.",
        f"{second} was on the waiting list of {title} already, as number 1; "
        "nothing was changed.",
    ]
    assert Enrolment.objects.count() == 2


def test_an_officer_goes_on_with_the_same_class(officer, ciputat):
    group, artisan = a_class(ciputat), create_artisan(unit=ciputat)

    response = register(officer, group, artisan, _addanother="1")

    assert response.url == f"{address(Enrolment, 'add')}?training_class={group.pk}"


def test_an_officer_is_refused_a_second_class_at_the_same_time(officer, ciputat):
    training, artisan = create_training(unit=ciputat), create_artisan(unit=ciputat)
    one, other = (create_class(training=training, name=name) for name in ("A", "B"))
    register(officer, one, artisan)

    refused = register(officer, other, artisan)

    errors = refused.context["adminform"].form.errors["training_class"]
    assert "Already registered in A of this training" in errors[0]
    assert Enrolment.objects.get().training_class == one


def test_classes_of_the_same_name_are_told_apart_by_their_training(officer, ciputat):
    group = a_class(ciputat, name="Kelas Pagi")
    join(group)
    a_class(ciputat)
    asked = {"app_label": "trainings", "model_name": "enrolment", "term": "pagi"}

    offered = officer.get(
        reverse("admin:autocomplete"), {**asked, "field_name": "training_class"}
    ).json()["results"]
    page = text_of(officer.get(address(Enrolment)))

    title = f"{group.training} · Kelas Pagi"
    assert [row["text"] for row in offered] == [title]
    assert page.count(title) >= 2, "in the row and in the filter"


def test_an_enrolment_has_buttons_that_ask_first(officer, ciputat):
    seat, waiting = fill(a_class(ciputat, quota=1), 2)
    shown = {
        row.status: text_of(officer.get(address(Enrolment, "change", row.pk)))
        for row in (seat, waiting)
    }

    assert "Cancel this registration …" in shown[CONFIRMED]
    assert "Give a free seat …" not in shown[CONFIRMED]
    assert "Give a free seat …" in shown[WAITING]
    assert reverse("trainings:enrolment", args=[seat.pk]) not in shown[CONFIRMED]
    assert 'name="_save"' not in shown[CONFIRMED]
    asked = officer.post(
        address(Enrolment), {"action": "cancel", "_selected_action": [seat.pk]}
    )
    assert 'value="Cancel registrations"' in text_of(asked)
    assert "Back without changing anything" in text_of(asked)
    assert statuses(seat.training_class) == [CONFIRMED, WAITING]


def test_who_may_only_look_sees_no_button(visit, ciputat):
    (seat,) = fill(a_class(ciputat), 1)
    browser = visit(create_staff(unit=ciputat, role="Pengamat"))

    page = text_of(browser.get(address(Enrolment, "change", seat.pk)))

    assert str(seat.artisan) in page
    assert "Cancel this registration" not in page


def test_a_class_leads_to_its_registrations(officer, ciputat):
    group = a_class(ciputat)
    seat = join(group)
    join(a_class(ciputat))
    listed = f"{address(Enrolment)}?training_class__id__exact={group.pk}"

    page = text_of(officer.get(address(TrainingClass, "change", group.pk)))

    assert listed in page
    assert list(officer.get(listed).context["cl"].result_list) == [seat]


@pytest.mark.parametrize(("days_late", "is_taken"), [(0, True), (1, False)])
def test_registration_closes_before_the_training_ends(
    officer, ciputat, days_late, is_taken
):
    group = a_class(ciputat)
    day = group.training.ends_on + timedelta(days=days_late)
    for model, field in [
        (TrainingClass, "closes_at"),
        (Training, "classes-0-closes_at"),
    ]:
        row = group if model is TrainingClass else group.training
        page = address(model, "change", row.pk)

        response = officer.post(page, filled_in(officer, page, **{f"{field}_0": day}))

        assert (response.status_code == 302) is is_taken
        sentence = "Registration must close by the last day"
        assert is_taken or sentence in text_of(response)


def test_a_training_is_put_off_together_with_its_class(officer, ciputat):
    group = a_class(ciputat)
    later = group.training.ends_on + timedelta(days=9)
    page = address(Training, "change", group.training.pk)
    dates = {"ends_on": later, "classes-0-closes_at_0": later}

    response = officer.post(page, filled_in(officer, page, **dates))

    assert response.status_code == 302
    group.refresh_from_db()
    assert group.local(group.closes_at).date() == later


def test_an_earlier_version_is_read_and_not_brought_back(officer, ciputat):
    group = a_class(ciputat, name="Nama lama")
    version = group.history.first()
    group.name = "Nama baru"
    group.save()
    page = address(TrainingClass, "simple_history", group.pk, version.pk)

    shown = text_of(officer.get(page))
    refused = officer.post(page, {"name": "Nama lama"})
    history = text_of(officer.get(address(TrainingClass, "history", group.pk)))

    assert "Nama lama" in shown
    assert "Revert" not in shown and '<input type="submit"' not in shown
    assert "istorical " not in shown
    assert "revert" not in history and "See this version" in history
    assert refused.status_code == 405
    group.refresh_from_db()
    assert group.name == "Nama baru"


def test_an_officer_is_refused_beside_the_field(officer, ciputat):
    closed = a_class(ciputat, closes_at=timezone.now())
    nobody = create_artisan(unit=ciputat, complete=False)
    page = address(Enrolment, "add")
    form = filled_in(officer, page, training_class=closed.pk, artisan=nobody.pk)

    response = officer.post(page, form)

    errors = response.context["adminform"].form.errors
    assert errors["training_class"][0].startswith("Registration closed on ")
    assert errors["artisan"][0].startswith("The profile is incomplete.")
    assert Enrolment.objects.count() == 0


def test_an_artisan_of_another_unit_cannot_be_registered(officer, ciputat):
    other = create_artisan(unit=create_unit(code="13.71"))
    page = address(Enrolment, "add")
    form = filled_in(
        officer, page, training_class=a_class(ciputat).pk, artisan=other.pk
    )

    response = officer.post(page, form)

    assert response.context["adminform"].form.errors["artisan"]
    assert Enrolment.objects.count() == 0


def test_cancelling_gives_the_seat_to_the_next(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    seat, first, _second = fill(training_class, 3)

    response = act(officer, Enrolment, "cancel", [seat], reason="Pindah")

    assert said(response) == [
        "1 registration is cancelled.",
        f"Promoted from the waiting list: {first}.",
    ]
    assert statuses(training_class) == [CANCELLED, CONFIRMED, WAITING]


def test_a_seat_kept_free_is_given_by_hand_with_a_reason(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    seat, _first, second = fill(training_class, 3)
    act(officer, Enrolment, "cancel", [seat], reason="Pindah", is_kept_free="on")

    refused = act(officer, Enrolment, "promote", [second])
    given = act(officer, Enrolment, "promote", [second], reason="Diutus kelurahan")

    assert "is not first in line" in said(refused)[0]
    assert said(given)[-1] == "1 person has a seat."
    assert statuses(training_class) == [CANCELLED, WAITING, CONFIRMED]


def test_promoting_into_a_full_class_is_refused_with_a_sentence(officer, ciputat):
    training_class = a_class(ciputat, quota=1)
    _seat, first = fill(training_class, 2)

    response = act(officer, Enrolment, "promote", [first])

    assert "Every seat is taken." in said(response)[0]
    assert statuses(training_class) == [CONFIRMED, WAITING]


def test_an_enrolment_is_read_and_never_edited_or_deleted(officer, ciputat):
    seat, _waiting = fill(a_class(ciputat, quota=1), 2)
    page = address(Enrolment, "change", seat.pk)
    form = filled_in(officer, page, status=CANCELLED, ticket=99)

    officer.post(page, form)
    deleted = officer.post(address(Enrolment, "delete", seat.pk), {"post": "yes"})

    seat.refresh_from_db()
    assert (seat.status, seat.ticket) == (CONFIRMED, 1)
    assert deleted.status_code == 403


def test_a_phone_number_is_masked_for_who_may_not_see_people(visit, ciputat):
    seat = join(a_class(ciputat))
    number = str(seat.artisan.person.phone)

    for role, is_shown in [("Petugas pelatihan", True), ("Pengamat", False)]:
        browser = visit(create_staff(unit=ciputat, role=role))
        page = browser.get(address(Enrolment)).content.decode()
        assert (number in page) is is_shown
        assert ("••••" in page) is not is_shown


def test_an_observer_may_look_and_not_touch(visit, ciputat):
    training_class = a_class(ciputat, quota=1)
    seat, _first = fill(training_class, 2)
    browser = visit(create_staff(unit=ciputat, role="Pengamat"))
    page = address(TrainingClass, "change", training_class.pk)

    assert browser.get(page).status_code == 200
    assert browser.post(page, {"quota": 5}).status_code == 403
    assert browser.get(address(Enrolment, "add")).status_code == 403
    browser.post(
        address(Enrolment),
        {"action": "cancel", "_selected_action": [seat.pk], "confirmed": "1"},
    )
    assert statuses(training_class) == [CONFIRMED, WAITING]


def test_an_action_does_not_reach_another_units_seats(officer):
    other = a_class(create_unit(code="13.71"), quota=1)
    seat, _first = fill(other, 2)

    for action in "cancel", "promote":
        officer.post(
            address(Enrolment),
            {
                "action": action,
                "_selected_action": [seat.pk],
                "confirmed": "1",
                "reason": "x",
            },
        )

    assert statuses(other) == [CONFIRMED, WAITING]


@pytest.mark.once
@pytest.mark.parametrize("model", [Training, TrainingClass, Enrolment])
def test_lists_ask_the_same_queries_at_any_length(visit, ciputat, model):
    root = create_user(is_staff=True, is_superuser=True)
    browser, counts = visit(root), []
    for size in (1, 3, 30):
        while Enrolment.objects.count() < size:
            join(a_class(ciputat))
        with CaptureQueriesContext(connection) as queries:
            browser.get(address(model))
        counts.append(len(queries))

    assert len(set(counts)) == 1, counts


def test_an_instructor_is_chosen_among_own_people(officer, ciputat):
    create_person(unit=ciputat, full_name="Pelatih Kita")
    create_person(unit=create_unit(code="13.71"), full_name="Pelatih Mereka")

    response = officer.get(
        reverse("admin:autocomplete"),
        {
            "term": "Pelatih",
            "app_label": "trainings",
            "model_name": "engagement",
            "field_name": "instructor",
        },
    )

    assert [row["text"] for row in response.json()["results"]] == ["Pelatih Kita"]


@pytest.mark.parametrize("quota", [5, ""])
def test_a_class_is_removed_though_its_quota_was_touched(officer, ciputat, quota):
    training_class = a_class(ciputat)
    page = address(Training, "change", training_class.training.pk)
    touched = {"classes-0-DELETE": "on", "classes-0-quota": quota}

    response = officer.post(page, filled_in(officer, page, **touched))

    assert response.status_code == 302
    assert not TrainingClass.objects.exists()
