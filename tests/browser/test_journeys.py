"""What visitors, artisans and staff come for, from the first page to the last."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from django.utils import timezone

from council.models import Message
from tests.factories import create_artisan, create_class, create_craft, create_training
from trainings.enrolment import change_quota, enrol
from trainings.models import Enrolment, Training

from .town import jpeg_file

PASSWORD = "tenun-songket-biru"
Status = Enrolment.Status


@pytest.fixture
def phone(window, town):
    """A visitor's small phone with a browser that runs no scripts."""
    return window(width=360, java_script_enabled=False)


@pytest.fixture
def desk(window, town):
    """The computer of the officer of the kecamatan."""
    return window(town.officer)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name, *, part="main"):
    page.locator(part).get_by_role("link", name=name).first.click()


def heading(page):
    return page.get_by_role("heading", level=1)


def last_code():
    message = Message.objects.filter(channel=Message.Channel.PHONE).first()
    return re.search(r"\b\d{4}-\d{4}\b", message.body)[0]


def sign_up(page, *, name, number):
    follow(page, "Buat akun")
    page.fill("[name=full_name]", name)
    page.fill("[name=phone]", number)
    page.fill("[name=password1]", PASSWORD)
    press(page, "Buat akun")
    page.fill("[name=code]", last_code())
    press(page, "Konfirmasi")


def fill_in_profile(page):
    follow(page, "Lengkapi profil saya")
    page.get_by_label("perempuan").check()
    page.fill("[name=village_search]", "Sarua, Ciputat")
    press(page, "Cari")
    page.get_by_label("Kriya utama").select_option(label="Songket")
    press(page, "Simpan profil saya")


def seats_of(training_class):
    rows = training_class.enrolments.order_by("ticket")
    return [(str(row.artisan), row.status) for row in rows]


# Artisans


def test_an_artisan_takes_the_last_seat_and_gives_it_back(phone, town):
    training = create_training(unit=town.unit, title="Menyulam Taplak", days_ahead=9)
    group = create_class(training=training, name="Kelas Sulam", quota=1)

    phone.goto("/")
    follow(phone, "Cari pelatihan")
    follow(phone, "Menyulam Taplak")
    follow(phone, "Daftar")
    sign_up(phone, name="Wulan Contoh", number="0811-0000-901")
    fill_in_profile(phone)
    expect(phone.get_by_label("Kelas Sulam")).to_be_checked()
    press(phone, "Ya, daftarkan saya")

    expect(phone.locator("main")).to_contain_text("Anda terdaftar")
    rival = create_artisan(full_name="Rival Contoh")
    enrol(rival, group, request_key="rival")
    assert seats_of(group) == [
        ("Wulan Contoh", Status.CONFIRMED),
        ("Rival Contoh", Status.WAITING),
    ]

    phone.goto("/saya/")
    follow(phone, "Menyulam Taplak")
    follow(phone, "Saya tidak dapat hadir")
    press(phone, "Ya, batalkan")

    expect(phone.locator("main")).to_contain_text("Pendaftaran ini dibatalkan")
    assert seats_of(group) == [
        ("Wulan Contoh", Status.CANCELLED),
        ("Rival Contoh", Status.CONFIRMED),
    ]
    told = Message.objects.filter(recipients=[rival.person.phone.as_e164])
    assert told.exists()


def test_registering_takes_two_taps_and_going_back_shows_the_seat(window, town):
    page = window(town.artisan, width=360, java_script_enabled=False)
    training = create_training(unit=town.unit, title="Menganyam Pandan", days_ahead=9)
    group = create_class(training=training, name="Kelas Anyam")

    page.goto(training.get_absolute_url())
    follow(page, "Daftar")
    press(page, "Ya, daftarkan saya")
    page.go_back()

    expect(page.locator("main")).to_contain_text("Anda terdaftar")
    assert seats_of(group) == [("Nadia Contoh", Status.CONFIRMED)]


def test_a_full_class_gives_a_place_in_line_that_moves_up(window, town):
    page = window(town.artisan, width=360, java_script_enabled=False)
    training = create_training(unit=town.unit, title="Membatik Cap", days_ahead=9)
    group = create_class(training=training, name="Kelas Cap", quota=1)
    for number in range(2):
        enrol(create_artisan(), group, request_key=f"dulu-{number}")

    page.goto(training.get_absolute_url())
    follow(page, "Masuk daftar tunggu")
    press(page, "Ya, daftarkan saya")
    expect(page.locator("main")).to_contain_text("urutan 2 dari 2 di daftar tunggu")
    change_quota(group, 2)
    page.reload()

    expect(page.locator("main")).to_contain_text("urutan 1 dari 1 di daftar tunggu")


# Visitors


def test_a_visitor_finds_a_product_and_its_maker(phone, town):
    phone.goto("/")
    phone.locator("main input[type=search]").first.fill("pucuk rebung")
    phone.locator("main form[role=search] button").first.click()
    expect(phone.locator("main nav").first).to_contain_text("Produk 1")

    follow(phone, "Selendang Pucuk Rebung")
    expect(heading(phone)).to_have_text("Selendang Pucuk Rebung")
    assert phone.locator("main a[href^='/keluar/wa/p/']").count()

    follow(phone, "Tenun Nadia")
    expect(heading(phone)).to_contain_text("Tenun Nadia")


def test_a_visitor_narrows_the_showcase_and_takes_it_back(phone, town):
    phone.goto("/produk/")
    found = phone.get_by_role("status")
    everything = found.inner_text()
    phone.locator(".filters > summary").click()
    follow(phone, "Tenun", part=".filters")

    assert "tenun" in phone.url
    expect(found).not_to_have_text(everything)
    phone.locator("main").get_by_role("link", name="Hapus semua").click()
    expect(found).to_have_text(everything)


def test_a_visitor_sees_what_is_on_and_keeps_the_address(phone, town):
    month = town.trainings["buka"].starts_on

    phone.goto("/")
    phone.locator("footer").get_by_role("link", name="Kalender").click()
    phone.goto(f"{phone.url}?bulan={month:%Y-%m}")
    follow(phone, "Pelatihan buka")
    expect(heading(phone)).to_have_text("Pelatihan buka")
    assert phone.url.endswith("/pelatihan/pelatihan-buka/")


# Staff


def set_moment(page, name, moment):
    local = timezone.localtime(moment)
    page.fill(f"[name={name}_0]", f"{local:%d/%m/%Y}")
    page.fill(f"[name={name}_1]", f"{local:%H:%M}")


def add_row(page, group):
    page.locator(f"#{group}-group .add-row a").click()


def fill_in_class(page, number, *, name, craft):
    prefix = f"classes-{number}"
    add_row(page, "classes")
    now = timezone.now()
    page.fill(f"[name={prefix}-name]", name)
    page.select_option(f"[name={prefix}-craft]", value=str(craft.pk))
    page.fill(f"[name={prefix}-quota]", "1")
    set_moment(page, f"{prefix}-opens_at", now - timedelta(hours=1))
    set_moment(page, f"{prefix}-closes_at", now + timedelta(days=5))


def test_an_officer_opens_a_training_with_two_classes(desk, town):
    craft = create_craft(slug="songket")
    day = timezone.localdate() + timedelta(days=15)

    desk.goto("/admin/")
    desk.goto("/admin/trainings/training/add/")
    desk.fill("[name=title]", "Pelatihan Dua Kelas")
    desk.fill("[name=starts_on]", f"{day:%d/%m/%Y}")
    desk.fill("[name=ends_on]", f"{day:%d/%m/%Y}")
    fill_in_class(desk, 0, name="Kelas Pagi", craft=craft)
    fill_in_class(desk, 1, name="Kelas Siang", craft=craft)
    desk.locator("[name=_save]").click()

    expect(desk.locator(".messagelist .success")).to_be_visible()
    training = Training.objects.get(title="Pelatihan Dua Kelas")
    assert training.unit == town.unit
    assert [each.name for each in training.classes.all()] == [
        "Kelas Pagi",
        "Kelas Siang",
    ]
    assert not training.is_published


def choose(page, rows, action):
    """Tick rows of a list in the admin and start an action on them."""
    for row in rows:
        page.check(f"input[name=_selected_action][value='{row.pk}']")
    page.select_option("select[name=action]", value=action)
    page.locator(".actions button").click()


def answer(page):
    return page.locator(".messagelist .success")


def test_an_officer_publishes_and_calls_off_a_training(desk, town, phone):
    training = create_training(unit=town.unit, title="Masih draf", published=False)
    create_class(training=training)

    desk.goto("/admin/trainings/training/?q=Masih")
    choose(desk, [training], "publish")
    expect(answer(desk)).to_be_visible()
    phone.goto(training.get_absolute_url())
    expect(heading(phone)).to_have_text("Masih draf")

    choose(desk, [training], "cancel")
    desk.fill("[name=reason]", "Gedung direnovasi.")
    desk.locator("#content form [type=submit]").first.click()
    expect(answer(desk)).to_be_visible()
    phone.reload()
    expect(phone.locator("main")).to_contain_text("Gedung direnovasi.")


def test_an_officer_sees_promotes_and_cancels_registrations(desk, town):
    training = create_training(unit=town.unit, title="Melukis Kain")
    group = create_class(training=training, quota=2)
    names = ["Ani Contoh", "Budi Contoh", "Cici Contoh", "Dedi Contoh"]
    first, second, third, fourth = (
        enrol(create_artisan(full_name=name), group, request_key=name) for name in names
    )

    desk.goto(f"/admin/trainings/trainingclass/{group.pk}/change/")
    for name in names:
        expect(desk.locator("#enrolments-group")).to_contain_text(name)

    desk.goto("/admin/trainings/enrolment/?q=Melukis")
    choose(desk, [first, second], "cancel")
    desk.fill("[name=reason]", "Tidak dapat dihubungi.")
    desk.check("[name=is_kept_free]")
    desk.locator("#content form [type=submit]").first.click()
    expect(answer(desk)).to_be_visible()
    choose(desk, [fourth], "promote")
    desk.fill("[name=reason]", "Membawa alat sendiri.")
    desk.locator("#content form [type=submit]").first.click()
    expect(answer(desk)).to_be_visible()

    off, seat, waits = Status.CANCELLED, Status.CONFIRMED, Status.WAITING
    assert [status for _, status in seats_of(group)] == [off, off, waits, seat]


def test_an_officer_edits_a_business_and_adds_a_photo_to_its_product(desk, town):
    photo = {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": jpeg_file()}

    desk.goto(f"/admin/artisans/business/{town.business.pk}/change/")
    desk.fill("[name=quote]", "Benang yang sabar menjadi kain.")
    desk.locator("[name=_save]").click()
    expect(answer(desk)).to_be_visible()
    desk.goto(f"/admin/artisans/product/{town.product.pk}/change/")
    add_row(desk, "photos")
    desk.set_input_files("[name=photos-2-image]", files=[photo])
    desk.fill("[name=photos-2-alt]", "Ujung selendang dari dekat")
    desk.locator("[name=_save]").click()
    expect(answer(desk)).to_be_visible()

    desk.goto(town.business.get_absolute_url())
    expect(desk.locator("main")).to_contain_text("Benang yang sabar")
    desk.goto(town.product.get_absolute_url())
    picture = desk.get_by_alt_text("Ujung selendang dari dekat").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_an_officer_never_meets_a_row_of_another_unit(desk, town):
    desk.goto("/admin/artisans/business/")

    expect(desk.locator("#content")).to_contain_text("Batik Menunggu")
    expect(desk.locator("#content")).not_to_contain_text("Ukir Tetangga")
