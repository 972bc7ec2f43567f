"""The demonstration holds what the news reported, once, and nothing real beside it."""

import io
import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from artisans import taxonomy_data
from artisans.gifts.finding import found_for
from artisans.gifts.wishes import Wish
from artisans.models import (
    Artisan,
    Business,
    Centre,
    Collection,
    CraftRoute,
    Motif,
    Outlet,
    Placement,
    Product,
)
from council import region_data
from council.models import Message, Organization, Person, PressClipping, Region, Unit
from dekranasda.demonstration import ACCOUNTS
from dekranasda.demonstration.drawings.recipes import LOOKS, SCENES, Recipe
from dekranasda.demonstration.drawn import drawn
from dekranasda.demonstration.names import invented_phone
from dekranasda.demonstration.pictures import build as draw
from dekranasda.demonstration.pictures import keep, missing
from events.models import Event
from programs.models import Activity, Meeting, Program, SupportLine
from trainings.certification import verdicts
from trainings.models import (
    Certificate,
    Engagement,
    Instructor,
    Training,
    TrainingClass,
)
from trainings.teaching import OwnPages, taught_by

NEEDED = (
    "13.71",
    "12.74",
    "36.74",
    "13.76",
    "18.72",
    "13.75",
    "16.07",
    "32.18",
    "33.10",
)
# SQLite builds it whole in tests/frame/test_run.py.
pytestmark = pytest.mark.once
ARTICLES = Path(__file__).resolve().parents[2] / "docs" / "articles.md"


def load_regions():
    """The five cities whole, and what else is named; the country takes too long."""
    rows = [
        Region(code=code, **dict(zip(region_data.FIELDS, fields, strict=True)))
        for code, fields in region_data.facts()
        if len(code) == 2 or code.startswith(NEEDED)
    ]
    Region.objects.bulk_create(rows)
    known = {row.code for row in rows}
    for row in region_data.rows("villages_seed_cities.csv"):
        assert row["code"] in known
    region_data.load_aliases()


def run(**options):
    with override_settings(DEBUG=True):
        call_command("demo", stdout=io.StringIO(), **options)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The demonstration, built once for every test here and undone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_regions()
        taxonomy_data.load()
        run(without_pictures=True)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(built, db):
    return None


def counts():
    models = (
        Unit, Organization, Person, PressClipping, Activity, Program, Artisan, Business,
        Product, TrainingClass, Message, Centre, Outlet, Placement, Collection,
        CraftRoute,
    )  # fmt: skip
    return {model.__name__: model.objects.count() for model in models}


def test_a_second_run_changes_nothing(demonstration, django_assert_max_num_queries):
    before = counts()
    latest = Product.history.count(), Activity.objects.latest("pk").pk

    with django_assert_max_num_queries(800):
        run(without_pictures=True)

    assert counts() == before
    assert (Product.history.count(), Activity.objects.latest("pk").pk) == latest


def test_what_staff_changed_stays(demonstration):
    Unit.objects.filter(code="13.71").update(about="Ditulis pengurus")

    run(without_pictures=True)

    assert Unit.objects.get(code="13.71").about == "Ditulis pengurus"


def test_holds_enough_to_look_around(demonstration):
    assert Business.objects.filter(is_example=True).count() >= 60
    assert Business.objects.published().count() >= 55
    assert Product.objects.count() >= 240
    cities = {
        code[:5] for code in Business.objects.values_list("unit__code", flat=True)
    }
    assert cities == {"13.71", "12.74", "36.74", "13.76", "18.72"}


def test_a_visitor_has_somewhere_to_go(demonstration):
    real = {
        "Sentra Tenun Balai Panjang",
        "Sentra Rendang Payakumbuh",
        "Kampung Batik Kota Metro",
        "Sekam (Sentra Metro Kreatif)",
    }
    places = [*Centre.objects.published(), *Outlet.objects.published()]
    assert {each.name for each in places if not each.is_example} == real
    # Of a real place nothing is invented: no hours, no phone, no point, no picture.
    for each in places:
        is_bare = not (each.hours or each.phone or each.map_point or each.picture)
        assert each.is_example or is_bare, each

    assert all(
        item.why_en for row in Collection.objects.all() for item in row.items.all()
    )
    assert Collection.objects.published().with_something_to_see().count() == 3
    routes = CraftRoute.objects.published().with_something_to_see()
    assert [route.day_count for route in routes] == [2, 1]
    assert all(route.stop_count >= 4 for route in routes)
    assert Business.objects.published().on_the_map().count() >= 20
    assert Motif.objects.exclude(meaning="").count() >= 30


def test_every_invented_row_says_so_and_has_no_real_number(demonstration):
    assert not Product.objects.filter(is_example=False).exists()
    invented = re.compile(r"^\+628110000\d{4}$")
    people = Person.objects.exclude(phone="")
    assert all(person.is_example for person in people)
    phones = [person.phone.as_e164 for person in people]
    phones += [each.phone.as_e164 for each in Business.objects.exclude(phone="")]
    assert [phone for phone in phones if not invented.match(phone)] == []
    assert invented.match(invented_phone(1)) and invented.match(invented_phone(999))
    named = Person.objects.filter(is_example=False)
    assert not named.exclude(phone="", email="", gender="").exists()


def test_writes_to_nobody(demonstration):
    assert not Message.objects.exclude(status=Message.Status.FAILED).exists()


def test_trainings_stand_in_every_state(demonstration):
    states = {group.availability for group in TrainingClass.objects.all()}
    assert states == set(TrainingClass.Availability)
    assert Training.objects.filter(published_at=None).exists()
    waiting = TrainingClass.objects.with_waiting().filter(waiting_count__gt=2)
    assert waiting.exists()
    for group in TrainingClass.objects.all():
        assert group.taken == group.enrolments.seated().count(), group


def test_certificates_stand_in_every_state_and_only_for_who_was_there(demonstration):
    states = set(Certificate.objects.values_list("state", flat=True))
    assert states == set(Certificate.State.values)

    given = Certificate.objects.valid().select_related("enrolment__training_class")
    for each in given.exclude(replaces=None)[:1]:
        found = verdicts(each.enrolment.training_class)
        assert any(verdict.reason for verdict in found)
        assert sum(verdict.certificate is not None for verdict in found) > 5
    mine = given.filter(enrolment__artisan__person__user__username="perajin")
    assert mine.exists()


def test_tangerang_selatan_has_all_its_units(demonstration):
    below = Unit.objects.filter(code__startswith="36.74")
    levels = [below.filter(level=level).count() for level in Unit.Level]
    assert levels == [0, 0, 1, 7, 54]


FACTS = [
    # address, day, venue, agenda items, head counts
    ("raker-padang-2024", date(2024, 2, 22), "Suasso Resto Padang", 7, []),
    (
        "pelatihan-tenun-songket-dan-kerajinan-kulit-kerang",
        date(2018, 9, 4),
        "Pendopo rumah dinas Wali Kota",
        0,
        [10, 20],
    ),
    ("raker-tangsel-2024", date(2024, 3, 6), "Kantor Pemkot Tangsel", 6, [80]),
    (
        "studi-tiru-bukittinggi-2021",
        date(2021, 10, 11),
        "Industri Rajutan Fayari (Payocraft), Kelurahan Parik Muko Aia",
        0,
        [],
    ),
    ("workshop-bagi-10-ikm-pengrajin-rajutan", date(2021, 10, 1), "", 0, [10]),
    ("rakor-metro-2021", date(2021, 9, 1), "Sekam (Sentra Metro Kreatif)", 6, []),
]


@pytest.mark.parametrize(("slug", "day", "venue", "items", "heads"), FACTS)
def test_each_scene_has_its_day_place_and_numbers(
    demonstration, slug, day, venue, items, heads
):
    activity = Activity.objects.get(slug=slug)

    assert (activity.starts_on, activity.ends_on) == (day, day)
    assert activity.venue == venue
    assert activity.is_published and not activity.is_example
    meeting = Meeting.objects.filter(pk=activity.pk).first()
    assert (meeting.agenda.count() if meeting else 0) == items
    assert [count.total for count in activity.head_counts.all()] == heads


CAST = [
    ("raker-padang-2024", "pembuka", "Genny Hendri Septa", "Ketua Dekranasda"),
    ("raker-padang-2024", "undangan", "Vanny Andree Algamar", "Wakil Ketua II"),
    ("raker-padang-2024", "narasumber", "Ferri Erviyan Rinaldy", "Ketua Harian"),
    ("pelatihan-tenun", "pembuka", "Abdul Hayyi Nasution", "Asisten Ekbangsos"),
    ("pelatihan-tenun", "pelapor", "Arman", "Kepala Dinas Perdagangan"),
    ("raker-tangsel-2024", "narasumber", "Truetami Ajeng", "Ketua Dekranasda"),
    ("raker-tangsel-2024", "narasumber", "Appgraid Purwanto", "Kabid Perindustrian"),
    ("studi-tiru", "ketua_rombongan", "Meta", "Kepala Bidang Industri"),
    ("studi-tiru", "penerima", "Bambang Hermanto", "Kepala Bidang Perindustrian"),
    ("studi-tiru", "penerima", "Hayatil Mardhiyah", "Kepala Seksi Industri Sandang"),
    ("rakor-metro-2021", "pembuka", "Silfia Naharani Wahdi", "Ketua Dekranasda"),
    ("rakor-metro-2021", "narasumber", "Siti Aisyiah", "Ketua Harian"),
    ("rakor-metro-2021", "narasumber", "Estelita", "Divisi Daya Saing"),
    ("rakor-metro-2021", "narasumber", "Farida", "Divisi Humas dan Promosi"),
    ("rakor-metro-2021", "narasumber", "Ari", "Tim Kreatif dan Konsultan"),
]


@pytest.mark.parametrize(("slug", "role", "name", "post"), CAST)
def test_each_named_person_stands_by_name_and_post(
    demonstration, slug, role, name, post
):
    activity = Activity.objects.get(slug__startswith=slug)
    part = activity.people.get(role=role, person__full_name=name)
    assert post in part.post


PRESS = [
    ("bdadinfo.com", date(2024, 2, 22), None, "Humas Pemko Padang"),
    ("hetanews.com", date(2018, 9, 4), None, ""),
    ("SINDOnews", date(2024, 3, 7), time(18, 47), "Foto/Dok"),
    ("KLIKPOSITIF", date(2021, 10, 11), None, "Ade Suhendra"),
    ("Harian Koridor", date(2021, 9, 1), None, "Husni"),
]


@pytest.mark.parametrize(("medium", "day", "hour", "credit"), PRESS)
def test_each_report_is_clipped(demonstration, medium, day, hour, credit):
    clipping = PressClipping.objects.get(medium=medium)
    told = (clipping.published_on, clipping.published_time, clipping.photo_credit)
    assert told == (day, hour, credit)
    assert clipping.activities.exists()


def test_two_classes_learn_from_instructors_of_other_regions(demonstration):
    training = Training.objects.get(starts_on=date(2018, 9, 4))
    told = {
        (group.craft.slug, group.quota, engaged.instructor.full_name, engaged.status)
        + (engaged.instructor.origin.name,)
        for group in training.classes.all()
        for engaged in group.engagements.all()
    }
    banyuasin, pangandaran = "Kabupaten Banyuasin", "Kabupaten Pangandaran"
    assert told == {
        ("songket", 10, "Helwani", "bersedia", banyuasin),
        ("songket", 10, "Pasriyani", "bersedia", banyuasin),
        ("kerajinan-kerang", 20, "Tukimin", "bersedia", pangandaran),
        ("kerajinan-kerang", 20, "Saluki", "bersedia", pangandaran),
    }


def test_the_pool_holds_those_whom_the_news_named_and_every_answer(demonstration):
    named = Instructor.objects.filter(is_example=False)
    told = {(each.person.full_name, each.skills.get().craft.slug) for each in named}
    assert told == {
        ("Helwani", "songket"),
        ("Pasriyani", "songket"),
        ("Tukimin", "kerajinan-kerang"),
        ("Saluki", "kerajinan-kerang"),
    }
    # Of real people nothing is invented: no fee, no consent, no day.
    assert not any(each.fee or each.is_in_pool or each.periods.all() for each in named)
    statuses = set(Engagement.objects.values_list("status", flat=True))
    assert {"diundang", "bersedia", "menolak"} <= statuses
    home = Instructor.objects.get(person__user__username="perajin")
    assert len({each.has_begun for each in taught_by(OwnPages(home))}) == 2


def test_names_keep_their_spellings_and_titles(demonstration):
    chair = Person.objects.get(aliases__name="Treutami Ajeng")
    assert chair.full_name == "Truetami Ajeng"
    doctor = Person.objects.get(full_name="Silfia Naharani Wahdi")
    assert doctor.titled_name == "dr. Silfia Naharani Wahdi, Sp.KKLp, M.M"
    village = Region.objects.search("Parik Muko Aia").first()
    assert village.code == "13.76.04.1002"
    group = Business.objects.get(brand="Payocraft")
    assert (group.owner.person.full_name, group.form) == ("Latifah Maya Sari", "kub")
    assert not group.products.exists() and not group.phone


def test_agencies_and_partners_stand_by_their_full_names(demonstration):
    guest = Organization.objects.get(short_name="DPMPTSPPTK")
    assert len(guest.name) > 95 and guest.region_id == "13.75"
    assert Organization.objects.get(short_name="Disdagper").region_id == "12.74"
    brands = Organization.objects.filter(kind=Organization.Kind.BRAND)
    assert {brand.name for brand in brands} == {"Uniqlo", "Ikea"}


def test_programs_come_from_their_meetings(demonstration):
    padang = Meeting.objects.get(slug="raker-padang-2024").programs
    assert padang.count() == 5
    assert set(
        padang.filter(horizon=Program.Horizon.SHORT).values_list("title", flat=True)
    ) == {"Pelatihan bordir", "Pelatihan sulaman benang emas"}
    metro = Meeting.objects.get(slug="rakor-metro-2021").programs
    assert metro.filter(title="Kampung Batik", goal__contains="wilayah 29").exists()
    assert Meeting.objects.get(slug="raker-tangsel-2024").theme == "Kolaborasi"
    lines = Program.objects.filter(unit__code="12.74", year=2018).values("line")
    assert lines.distinct().count() == SupportLine.objects.count() == 8


def test_a_study_visit_keeps_its_lessons(demonstration):
    visit = Event.objects.get(slug="studi-tiru-bukittinggi-2021")
    assert "Kota Bukittinggi" in visit.lessons
    guests = visit.parties.filter(role="tamu")
    assert [str(guest) for guest in guests] == ["DPMPTSPPTK"]


def test_every_account_signs_in_while_trying_out_only(demonstration):
    for username, password, _who in ACCOUNTS:
        assert authenticate(None, username=username, password=password) is None
        with override_settings(DEBUG=True):
            user = authenticate(None, username=username, password=password)
        assert user.is_example and user.username == username


def test_the_artisan_has_a_seat_and_a_place_in_line(demonstration):
    artisan = Artisan.objects.get(person__user__username="perajin")
    assert artisan.what_is_missing() == []
    kinds = {each.status for each in artisan.enrolments.all()}
    assert kinds == {"terdaftar", "menunggu", "diajukan", "ditawari"}
    assert artisan.businesses.get().is_published


@pytest.mark.django_db
def test_refuses_a_portal_that_people_use():
    with pytest.raises(CommandError, match="DEBUG=1"):
        call_command("demo")


def test_prints_the_accounts():
    out = io.StringIO()
    with override_settings(DEBUG=True):
        call_command("demo", accounts=True, stdout=out)
    for username, password, _who in ACCOUNTS:
        assert username in out.getvalue() and password in out.getvalue()


def test_every_fact_is_mapped_once():
    rows = re.findall(r"^\| (S\d-\d\d) \| .+ \| (.+) \|$", ARTICLES.read_text(), re.M)
    last = {"S0": 26, "S1": 25, "S2": 26, "S3": 16, "S4": 23}
    wanted = [f"{a}-{n:02}" for a, count in last.items() for n in range(1, count + 1)]
    assert [fact for fact, _where in rows] == wanted
    assert all(len(where) > 15 for _fact, where in rows)


def test_every_picture_can_be_drawn(demonstration):
    jobs = list(missing())
    assert {job.recipe.look for job in jobs} <= set(LOOKS)
    assert {job.recipe.scene for job in jobs} <= set(SCENES)
    products = [job for job in jobs if job.field == "image"]
    assert len(products) == Product.objects.count()
    assert all(job.row.alt for job in products)


def test_the_same_words_give_the_same_picture():
    recipe = Recipe("selendang", "songket", "selendang", "bintang", 2)
    assert recipe.draw().tobytes() == recipe.draw().tobytes()
    other = Recipe("lain", "songket", "selendang", "bintang", 2)
    assert other.draw().tobytes() != recipe.draw().tobytes()


def test_a_picture_is_kept_in_every_size(demonstration, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    job = next(missing())
    keep(job, drawn(job.recipe, job.width))

    photo = job.row.product.photos.get()
    assert photo.image.width_px == job.width
    assert job.row.product.pk not in {
        other.row.product_id for other in missing() if other.field == "image"
    }


def test_drawing_again_draws_nothing_new(demonstration, monkeypatch):
    monkeypatch.setattr("dekranasda.demonstration.pictures.missing", lambda: iter(()))
    seen = []
    draw(lambda done, total: seen.append(done))
    assert seen == []


def test_an_official_finds_300_gifts_in_a_month(demonstration):
    today = timezone.localdate()
    wish = Wish(300, today + timedelta(days=30), today, 300 * 75_000, place="36.74")

    found = found_for(wish)

    assert len(found.alone) >= 5
    assert len({offer.maker for offer in found.alone}) >= 4
    assert len(found.together) >= 2
    assert all(sum(each.number for each in shares) == 300 for shares in found.together)
    assert found.part
    assert found.to_ask
