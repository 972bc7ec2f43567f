from datetime import date, timedelta

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from artisans.models import Artisan
from council.models import Person
from programs.models import Activity
from tests.factories import (
    create_artisan,
    create_class,
    create_craft,
    create_person,
    create_question,
    create_region,
    create_training,
    create_unit,
    create_user,
)
from tests.forms import form_data
from trainings.enrolment import cancel, enrol, enrolments_of
from trainings.models import Engagement, Enrolment, Session, TrainingClass
from trainings.requirements import unmet

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def nadia(visit):
    """An artisan with a complete profile, signed in."""
    user = create_user(username="nadia")
    browser = visit(user)
    browser.artisan = create_artisan(user=user, full_name="Nadia Contoh")
    return browser


def address(name, *args, **query):
    return reverse(f"trainings:{name}", args=args, query=query or None)


def enrol_address(training_class, **query):
    return address("enrol", training_class.training.slug, **query)


def titles(response):
    return [training.title for training in response.context["search"].page]


def join(training_class, artisan=None):
    artisan = artisan or create_artisan()
    return enrol(artisan, training_class, request_key=f"key-{artisan.pk}")


def text_of(response):
    return " ".join(response.content.decode().split())


# The list


def test_a_visitor_finds_what_is_open_first(client):
    create_class(training=create_training(title="Lampau", days_ahead=-30))
    create_training(title="Nanti", days_ahead=3)
    create_class(training=create_training(title="Buka", days_ahead=40))
    create_class(training=create_training(title="Draf", published=False))

    response = client.get(address("list"))

    assert titles(response) == ["Buka", "Nanti", "Lampau"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Songket Ciputat", "Ukir Padang"]),
        ({"q": "songket"}, ["Songket Ciputat"]),
        ({"q": "balai"}, ["Ukir Padang"]),
        ({"q": "tidak ada"}, []),
        ({"kriya": "kayu"}, ["Ukir Padang"]),
        ({"kriya": ["kayu", "tenun"]}, ["Songket Ciputat", "Ukir Padang"]),
        ({"kota": "36.74"}, ["Songket Ciputat"]),
        ({"kota": "13"}, ["Ukir Padang"]),
        ({"bulan": "2030-03"}, ["Ukir Padang"]),
        ({"bulan": "2030-03", "kriya": "tenun"}, []),
        ({"status": "buka"}, ["Songket Ciputat"]),
        ({"status": "selesai"}, []),
        ({"kriya": "x", "kota": "%00", "bulan": "2030-13", "status": "'"}, None),
    ],
)
def test_a_visitor_narrows_the_list(client, query, found):
    ciputat = create_unit(code="36.74.04")
    songket = create_training(
        unit=ciputat, title="Songket Ciputat", starts_on=date(2030, 2, 1)
    )
    ukir = create_training(
        unit=create_unit(code="13.71"),
        title="Ukir Padang",
        venue="Balai Kota",
        starts_on=date(2030, 3, 1),
    )
    create_class(training=songket)
    create_class(
        training=ukir,
        craft=create_craft(slug="ukir", family="kayu"),
        opens_at=timezone.now() + timedelta(days=1),
    )

    response = client.get(address("list"), query)

    if found is None:
        found = ["Songket Ciputat", "Ukir Padang"]
    assert titles(response) == found
    assert response.context["search"].number == len(found)


def test_the_filters_count_what_they_would_find(client):
    unit = create_unit(code="13.71")
    for number in range(2):
        training = create_training(unit=unit, title=f"Tenun {number}")
        create_class(training=training)
        create_class(training=training)
    create_class(
        training=create_training(days_ahead=-30),
        craft=create_craft(slug="ukir", family="kayu"),
    )

    search = client.get(address("list"), {"kriya": "tenun"}).context["search"]
    groups = {
        group["name"]: {each.value: each.count for each in group["options"]}
        for group in search.groups
    }

    assert groups["kriya"] == {"tenun": 2, "kayu": 1}
    assert groups["status"] == {"buka": 2}
    assert groups["kota"] == {"13.71": 2}


@pytest.mark.once
@pytest.mark.parametrize("user", ["anonymous", "artisan"])
def test_the_list_asks_the_same_queries_at_any_length(client, nadia, user):
    browser = client if user == "anonymous" else nadia
    counts = []
    for size in (1, 3, 30):
        while Activity.objects.count() < size:
            training = create_training(title=f"Pelatihan {size}")
            create_class(training=training)
            create_class(training=training)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(address("list"))
        counts.append(len(queries))

    assert len(set(counts)) == 1
    # A session and its user are two more.
    assert counts[0] <= (6 if user == "anonymous" else 8)


def test_an_empty_list_says_what_to_do(client):
    assert "No training is announced yet" in text_of(client.get(address("list")))
    create_training()
    nothing = client.get(address("list"), {"q": "zzz"})
    assert "No training fits" in text_of(nothing)


def test_the_list_marks_what_the_artisan_is_in(nadia):
    training_class = create_class()
    create_class(training=create_training(title="Lain"))
    join(training_class, nadia.artisan)

    page = nadia.get(address("list")).context["search"].page

    assert [training.is_mine for training in page] == [
        training.title != "Lain" for training in page
    ]


# The page of a training


def test_a_visitor_reads_everything_about_a_training(client):
    bandung = create_region(code="32.73", name="Kota Bandung")
    training = create_training(
        title="Pelatihan songket",
        venue="Balai Ciputat",
        requirements="KTP\nSehat",
        start_time="09:00",
    )
    training_class = create_class(training=training, name="Kelas songket", quota=15)
    trainer = create_person(full_name="Pelatih Contoh", origin=bandung)
    Engagement.objects.create(training_class=training_class, instructor=trainer)
    declined = create_person(full_name="Pelatih Batal")
    Engagement.objects.create(
        training_class=training_class, instructor=declined, status="menolak"
    )
    Session.objects.create(
        training_class=training_class,
        held_on=training.starts_on,
        start_time="09:00",
        end_time="12:00",
        topic="Mengenal benang",
    )

    page = text_of(client.get(training.get_absolute_url()))

    for shown in [
        "Kelas songket",
        "Balai Ciputat",
        "<li>Sehat</li>",
        "Pelatih Contoh",
        "from Kota Bandung",
        "Mengenal benang",
        "EducationEvent",
        f"?kelas={training_class.pk}",
    ]:
        assert shown in page
    assert "Pelatih Batal" not in page


def test_public_pages_set_no_cookie_and_hold_no_form_token(client):
    training = create_class().training
    for page in address("list"), training.get_absolute_url():
        response = client.get(page)

        assert response.cookies == {}
        assert b"csrfmiddlewaretoken" not in response.content


def test_a_draft_is_not_found(client, nadia):
    draft = create_class(training=create_training(published=False)).training

    assert client.get(draft.get_absolute_url()).status_code == 404
    assert nadia.get(address("enrol", draft.slug)).status_code == 404


def soon():
    later = timezone.now() + timedelta(days=1)
    return create_class(opens_at=later, closes_at=later + timedelta(days=1))


def full():
    training_class = create_class(quota=1)
    join(training_class)
    return training_class


def nearly_full():
    training_class = create_class(quota=5)
    for _turn in range(4):
        join(training_class)
    return training_class


def closed():
    return create_class(closes_at=timezone.now())


def off(**fields):
    return lambda: create_class(training=create_training(**fields))


STATES = [
    (create_class, "chip--open", "Register"),
    (nearly_full, "chip--low", "Register (only 1 seat left)"),
    (full, "chip--waiting", "Join the waiting list"),
    (soon, "chip--soon", "Registration opens on "),
    (closed, "chip--closed", "Registration closed on "),
    (
        off(status=Activity.Status.CANCELLED, status_reason="Banjir besar"),
        "chip--cancelled",
        "Banjir besar",
    ),
    (off(status=Activity.Status.POSTPONED), "chip--closed", "is postponed"),
    (off(days_ahead=-9), "chip--finished", "This training is over"),
]


@pytest.mark.parametrize(("make", "chip", "words"), STATES)
def test_every_state_of_a_class_is_told(client, make, chip, words):
    page = text_of(client.get(make().training.get_absolute_url()))

    assert chip in page
    assert words in page


def test_the_number_of_seats_left_is_hidden_while_there_are_plenty(client):
    training_class = create_class(quota=20)
    join(training_class)

    assert "left" not in text_of(client.get(training_class.training.get_absolute_url()))


# Registering


def test_an_artisan_registers_in_two_taps(nadia):
    training_class = create_class()
    page = nadia.get(training_class.training.get_absolute_url())
    link = enrol_address(training_class, kelas=training_class.pk)
    assert link in page.content.decode()

    form = form_data(nadia.get(link).content.decode())
    assert form["training_class"] == str(training_class.pk)
    response = nadia.post(enrol_address(training_class), form)

    enrolment = Enrolment.objects.get()
    assert (enrolment.artisan, enrolment.status) == (nadia.artisan, "terdaftar")
    assert response.status_code == 302
    assert response.headers["Location"] == enrolment.get_absolute_url()
    assert "You are registered" in text_of(nadia.get(response.headers["Location"]))


def test_the_only_open_class_is_chosen_already(nadia):
    open_class = create_class()
    create_class(training=open_class.training, closes_at=timezone.now())

    form = form_data(nadia.get(enrol_address(open_class)).content.decode())

    assert form["training_class"] == str(open_class.pk)


def test_a_full_class_gives_a_place_in_line(nadia):
    training_class = full()
    join(training_class)
    form = form_data(nadia.get(enrol_address(training_class)).content.decode())

    response = nadia.post(enrol_address(training_class), form, follow=True)

    assert "You do not have a seat yet: number 2 of 2" in text_of(response)


def test_back_button_double_click_and_replay_give_one_place(nadia):
    training_class = create_class()
    form = form_data(nadia.get(enrol_address(training_class)).content.decode())

    answers = [nadia.post(enrol_address(training_class), form) for _turn in range(3)]
    back = nadia.get(enrol_address(training_class, kelas=training_class.pk))

    enrolment = Enrolment.objects.get()
    locations = {each.headers["Location"] for each in [*answers, back]}
    assert locations == {enrolment.get_absolute_url()}

    cancel(enrolment)
    replayed = nadia.post(enrol_address(training_class), form)
    assert replayed.headers["Location"] == enrolment.get_absolute_url()
    assert Enrolment.objects.active().count() == 0


def test_a_visitor_is_asked_to_sign_in_first(client):
    training_class = create_class()
    link = enrol_address(training_class, kelas=training_class.pk)

    response = client.get(link)

    assert response.status_code == 302
    assert "next=" in response.headers["Location"]
    posted = client.post(link, {"training_class": training_class.pk})
    assert posted.status_code == 302
    assert Enrolment.objects.count() == 0


@pytest.mark.parametrize("make", [soon, closed, off(days_ahead=-9)])
def test_a_post_past_the_page_is_refused_with_the_reason(nadia, make):
    training_class = make()
    form = {"training_class": training_class.pk, "request_key": "forged"}

    response = nadia.post(enrol_address(training_class), form)

    assert response.status_code == 200
    assert response.context["form"].errors["training_class"]
    assert Enrolment.objects.count() == 0


def test_an_incomplete_profile_is_asked_for_what_is_missing(nadia):
    training_class = create_class()
    link = enrol_address(training_class, kelas=training_class.pk)
    Person.objects.filter(artisan=nadia.artisan).update(gender="")
    Artisan.objects.filter(pk=nadia.artisan.pk).update(village=None)

    page = text_of(nadia.get(link))
    form = {"training_class": training_class.pk, "request_key": "forged"}
    nadia.post(link, form)

    assert "<li>gender</li><li>kelurahan or desa</li>" in page
    assert f"{reverse('my:profile')}?next=%2Fen%2Fpelatihan%2F" in page
    assert Enrolment.objects.count() == 0


def test_somebody_who_is_no_artisan_yet_is_led_to_the_profile(visit):
    browser, training_class = visit(create_user()), create_class()
    link = enrol_address(training_class)

    page = text_of(browser.get(link))
    form = {"training_class": training_class.pk, "request_key": "forged"}
    posted = browser.post(link, form)

    assert "You have no artisan profile yet" in page
    assert posted.status_code == 200
    assert Enrolment.objects.count() == 0


NASTY = [
    {},
    {"training_class": ""},
    {"training_class": "0", "request_key": "k"},
    {"training_class": "9" * 40, "request_key": "k"},
    {"training_class": "-1'--", "request_key": "k"},
    {"training_class": "\ud83e", "request_key": "k"},
    {"request_key": "k" * 500},
    {"request_key": "a\nb"},
]


@pytest.mark.parametrize("typed", NASTY)
def test_a_mangled_form_gets_a_sentence_and_writes_nothing(nadia, typed):
    training_class = create_class()
    typed = {key: value.encode(errors="ignore") for key, value in typed.items()}

    response = nadia.post(enrol_address(training_class), typed)

    assert response.status_code == 200
    assert Enrolment.objects.count() == 0


def test_a_class_of_another_training_cannot_be_slipped_in(nadia):
    mine, other = create_class(), create_class()

    nadia.post(enrol_address(mine), {"training_class": other.pk, "request_key": "k"})

    assert Enrolment.objects.count() == 0


@pytest.mark.parametrize(
    "query",
    ["page=-1", "page=" + "9" * 30, "page=x", "q=" + "a" * 4000, "kelas=x", "bulan=0"],
)
def test_odd_addresses_still_show_a_page(client, nadia, query):
    training_class = create_class()

    assert client.get(f"{address('list')}?{query}").status_code == 200
    assert nadia.get(f"{enrol_address(training_class)}?{query}").status_code == 200


# My registration


def test_only_the_owner_sees_a_registration(nadia, visit):
    enrolment = join(create_class())
    numbers = [enrolment.pk, 0, 10**30]

    for name in "enrolment", "cancel":
        for number in numbers:
            assert nadia.get(address(name, number)).status_code == 404
    assert nadia.post(address("cancel", enrolment.pk)).status_code == 404
    assert Enrolment.objects.active().count() == 1


def test_an_artisan_gives_the_seat_back_after_a_question(nadia):
    training_class = create_class(quota=1)
    mine = join(training_class, nadia.artisan)
    waiting = join(training_class)

    question = nadia.get(address("cancel", mine.pk))
    assert Enrolment.objects.active().count() == 2
    form = {**form_data(question.content.decode()), "reason": "Sakit"}
    response = nadia.post(address("cancel", mine.pk), form, follow=True)

    assert "This registration is cancelled" in text_of(response)
    mine.refresh_from_db()
    waiting.refresh_from_db()
    assert (mine.cancel_reason, waiting.status) == ("Sakit", "terdaftar")
    again = nadia.get(address("cancel", mine.pk))
    assert again.headers["Location"] == mine.get_absolute_url()


def test_a_reason_that_is_too_long_gets_a_sentence(nadia):
    mine = join(create_class(), nadia.artisan)

    response = nadia.post(address("cancel", mine.pk), {"reason": "a" * 201})

    assert response.context["form"].errors["reason"]
    assert Enrolment.objects.active().count() == 1


def test_a_finished_training_offers_no_cancelling(nadia):
    mine = join(create_class(), nadia.artisan)
    Activity.objects.update(status=Activity.Status.DONE)

    assert "I cannot come" not in text_of(nadia.get(mine.get_absolute_url()))
    refused = nadia.post(address("cancel", mine.pk), {"reason": ""})
    assert refused.headers["Location"] == mine.get_absolute_url()
    assert Enrolment.objects.active().count() == 1


def test_private_pages_are_kept_by_no_cache(nadia):
    training_class = create_class()
    mine = join(training_class, nadia.artisan)

    for page in mine.get_absolute_url(), address("cancel", mine.pk):
        assert "no-store" in nadia.get(page).headers["Cache-Control"]
    other = enrol_address(create_class())
    assert "no-store" in nadia.get(other).headers["Cache-Control"]


def test_the_artisans_own_page_lists_places_past_and_coming(nadia):
    coming = create_class(quota=1)
    join(coming)
    place = join(coming, nadia.artisan)
    past = join(create_class(training=create_training(title="Lampau")), nadia.artisan)
    Activity.objects.filter(title="Lampau").update(
        starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 2)
    )

    page = text_of(nadia.get(reverse("my:home")))

    assert [row.pk for row in enrolments_of(nadia.artisan)] == [place.pk, past.pk]
    assert "number 1" in page
    assert address("cancel", place.pk) in page
    assert address("cancel", past.pk) not in page


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_reading_pages_take_no_other_method(client, method):
    training = create_class().training
    for page in address("list"), training.get_absolute_url():
        assert getattr(client, method)(page).status_code == 405


def test_the_kept_seats_agree_with_the_enrolments(nadia):
    full()
    nearly_full()

    for training_class in TrainingClass.objects.all():
        confirmed = training_class.enrolments.confirmed().count()
        assert training_class.taken == confirmed


def test_a_training_is_found_by_the_english_name_of_its_craft(client):
    craft = create_craft(slug="anyaman", name="Anyaman", name_en="Wickerwork")
    training_class = create_class(craft=craft)

    search = client.get(address("list"), {"q": "wickerwork"}).context["search"]

    assert list(search.page) == [training_class.training]


def test_a_class_at_the_same_hours_is_not_offered_beside_ones_own(nadia):
    training = create_training()
    mine, beside = (create_class(training=training, name=name) for name in "AB")
    join(mine, nadia.artisan)

    page = text_of(nadia.get(address("detail", training.slug)))
    nadia.post(enrol_address(beside), {"training_class": beside.pk, "request_key": "k"})

    assert "Already registered in A of this training" in page
    assert [row.training_class for row in enrolments_of(nadia.artisan)] == [mine]


def test_what_is_asked_later_is_handed_in_on_the_registration_page(nadia, visit):
    group = create_class()
    row = enrol(nadia.artisan, group, request_key="dini")
    address = reverse("trainings:complete", args=[row.pk])
    assert address not in nadia.get(row.get_absolute_url()).content.decode()
    assert nadia.get(address).status_code == 302

    question = create_question("Ukuran baju?", training_class=group)
    html = nadia.get(row.get_absolute_url()).content.decode()
    assert address in html and "Ukuran baju?" in html
    assert "id_q" in nadia.post(address, {}).content.decode()
    assert visit(create_user()).post(address, {}).status_code == 404
    response = nadia.post(address, {f"q{question.pk}": "M"}, follow=True)

    assert unmet(group, nadia.artisan) == []
    assert "Thank you, it has arrived." in response.content.decode()
    assert address not in response.content.decode()
