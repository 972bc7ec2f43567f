"""The list of a session on a device that loses its signal, and the door on a phone."""

from datetime import time, timedelta

import pytest
from playwright.sync_api import expect

from django.utils import timezone

from tests.factories import create_artisan, create_class, create_training
from trainings.attending.helping import lend
from trainings.attending.sheets import door_code_of
from trainings.enrolment import enrol
from trainings.models import Mark

from .conftest import session_cookie


@pytest.fixture(scope="module")
def room(town):
    """A session of today with Nadia and two others."""
    training = create_training(unit=town.unit, title="Merajut Tas", days_ahead=0)
    group = create_class(training=training, name="Kelas Rajut")
    session = group.sessions.create(
        held_on=timezone.localdate(), start_time=time(0), end_time=time(23, 59)
    )
    names = ("Ani Contoh", "Budi Contoh")
    others = [create_artisan(unit=town.unit, full_name=name) for name in names]
    for artisan in (*others, town.nadia):
        enrol(artisan, group, request_key="form")
    return session


def tick(page, name, word):
    row = page.locator("[data-row]", has_text=name)
    row.get_by_label(word, exact=True).check()


def status_of(session, name):
    rows = session.attendances.filter(enrolment__artisan__person__full_name=name)
    return rows.values_list("status", flat=True).first()


def said(page):
    return page.locator("[data-sync]")


def list_of(session):
    return f"/presensi/sesi/{session.pk}/"


def test_marks_made_without_a_signal_arrive_once(window, town, room):
    page = window(town.officer, width=360)
    page.goto(list_of(room))
    expect(said(page)).to_have_text("Semua tersimpan.")

    page.context.set_offline(True)
    tick(page, "Ani Contoh", "Hadir")
    tick(page, "Budi Contoh", "Izin")
    tick(page, "Budi Contoh", "Sakit")
    expect(said(page)).to_contain_text("2 belum terkirim")
    expect(said(page)).to_contain_text("Tidak ada sinyal")
    assert not room.attendances.exists()

    page.context.set_offline(False)
    expect(said(page)).to_have_text("Semua tersimpan.")
    page.reload()
    expect(said(page)).to_have_text("Semua tersimpan.")

    assert status_of(room, "Ani Contoh") == "hadir"
    assert status_of(room, "Budi Contoh") == "sakit"
    assert Mark.objects.filter(session=room).count() == 2
    assert page.evaluate("localStorage.length") == 0


def test_a_helper_reloads_a_list_without_a_signal(browser, server, room):
    now = timezone.now()
    hours = {"opens_at": now, "closes_at": now + timedelta(hours=2)}
    link = lend(room.training_class, by=None, helper="Rina", session=room, **hours)
    context = browser.new_context(base_url=server, locale="id-ID")
    page = context.new_page()
    page.goto(link.get_absolute_url())
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    expect(said(page)).to_have_text("Semua tersimpan.")

    context.set_offline(True)
    tick(page, "Nadia Contoh", "Alpa")
    page.reload()
    expect(page.locator("h1")).to_have_text("Sesi 1 dari 1")
    expect(said(page)).to_contain_text("1 belum terkirim")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "Nadia" not in kept

    context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(said(page)).to_have_text("Semua tersimpan.")
    assert status_of(room, "Nadia Contoh") == "alpa"
    context.close()


def test_signing_out_leaves_no_list_behind(browser, server, town, room):
    context = browser.new_context(base_url=server, locale="id-ID")
    context.add_cookies([session_cookie(town.officer, server)])
    page = context.new_page()
    page.goto(list_of(room))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    assert page.evaluate("caches.has('presensi')")

    page.goto("/akun/logout/")
    page.locator("main form button").click()
    page.wait_for_load_state()

    assert not page.evaluate("caches.has('presensi')")
    context.close()


def test_a_participant_marks_herself_without_a_script(window, town, room):
    room.attendances.all().delete()
    page = window(town.artisan, width=360, java_script_enabled=False)

    page.goto(door_code_of(room).get_absolute_url())
    page.get_by_role("button", name="Saya hadir").click()

    expect(page.locator("main")).to_contain_text("Anda tercatat hadir")
    assert status_of(room, "Nadia Contoh") == "hadir"


def press(page):
    page.get_by_role("button", name="Saya hadir").click()


def kept(page):
    return page.locator("[data-when=kept]")


def own_page(session, nadia):
    seat = session.training_class.enrolments.get(artisan=nadia)
    return f"/presensi/saya/{seat.pk}/{session.pk}/"


@pytest.fixture
def nobody_marked(room):
    room.marks.all().delete()
    room.attendances.all().delete()


@pytest.mark.usefixtures("nobody_marked")
@pytest.mark.parametrize("by_code", [True, False], ids=["door", "own button"])
def test_a_press_without_a_signal_arrives_once(window, town, room, by_code):
    page = window(town.artisan, width=360)
    page.goto(
        door_code_of(room).get_absolute_url() if by_code else own_page(room, town.nadia)
    )

    page.context.set_offline(True)
    press(page)
    expect(kept(page)).to_contain_text("tersimpan di ponsel ini")
    expect(kept(page)).to_contain_text("begitu ada sinyal")
    expect(page.locator("[data-press]")).to_be_hidden()
    assert "Nadia" not in page.evaluate("JSON.stringify(localStorage)")
    assert not room.attendances.exists()

    page.context.set_offline(False)
    expect(page.locator("main")).to_contain_text("Anda tercatat hadir")
    page.reload()
    expect(page.locator("main")).to_contain_text("Anda tercatat hadir")
    mark = Mark.objects.get(session=room)
    assert mark.way == ("qr" if by_code else "sendiri")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.usefixtures("nobody_marked")
def test_another_page_sends_what_the_phone_kept(window, town, room):
    page = window(town.artisan, width=360)
    page.goto(own_page(room, town.nadia))
    page.context.set_offline(True)
    press(page)
    expect(kept(page)).to_be_visible()
    # The tab is closed in the moment the signal returns.
    page.route("**/presensi/saya/**", lambda route: route.abort())
    page.context.set_offline(False)
    page.goto("/saya/")
    expect(kept(page)).to_contain_text("belum dapat dikirim")

    page.unroute("**/presensi/saya/**")
    page.reload()
    expect(kept(page)).to_be_hidden()

    expect(page.locator("main")).not_to_contain_text("Sekarang: Merajut Tas")
    assert status_of(room, "Nadia Contoh") == "hadir"


@pytest.mark.usefixtures("nobody_marked")
def test_a_press_that_does_not_count_says_why(window, town, room):
    page = window(town.artisan, width=360)
    page.goto(own_page(room, town.nadia))
    page.context.set_offline(True)
    press(page)
    expect(kept(page)).to_be_visible()
    room.status = "batal"
    room.save()

    try:
        page.context.set_offline(False)
        expect(page.locator("[data-when=refused]")).to_contain_text("tidak terlaksana")
    finally:
        room.status = "direncanakan"
        room.save()
    assert page.evaluate("localStorage.length") == 0
    assert not room.attendances.exists()


@pytest.mark.usefixtures("nobody_marked")
def test_a_page_opened_at_home_is_pressed_where_nothing_reaches(
    browser, server, town, room
):
    context = browser.new_context(base_url=server, locale="id-ID")
    context.add_cookies([session_cookie(town.artisan, server)])
    page = context.new_page()
    page.goto(own_page(room, town.nadia))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()

    context.set_offline(True)
    page.reload()
    press(page)
    page.reload()
    expect(kept(page)).to_be_visible()
    expect(page.locator("[data-press]")).to_be_hidden()

    context.set_offline(False)
    expect(page.locator("main")).to_contain_text("Anda tercatat hadir")
    assert status_of(room, "Nadia Contoh") == "hadir"
    context.close()


def test_a_link_of_a_class_sends_each_mark_to_its_own_session(window, room):
    """The address without a session shows another one by the time there is a signal."""
    now = timezone.now()
    hours = {"opens_at": now, "closes_at": now + timedelta(hours=2)}
    link = lend(room.training_class, by=None, helper="Rina", **hours)
    page = window(width=360)
    page.goto(link.get_absolute_url())
    room.marks.all().delete()
    room.attendances.all().delete()

    page.context.set_offline(True)
    tick(page, "Ani Contoh", "Izin")
    expect(said(page)).to_contain_text("1 belum terkirim")
    room.end_time = time(0, 1)
    room.save()
    following = room.training_class.sessions.create(
        held_on=room.held_on, start_time=time(0, 2), end_time=time(23, 59)
    )
    page.context.set_offline(False)
    expect(said(page)).to_have_text("Semua tersimpan.")
    assert status_of(room, "Ani Contoh") == "izin"

    # The page was closed before it could send: the next session's page sends it.
    page.goto(f"{link.get_absolute_url()}{room.pk}/")
    page.route("**/presensi/bantu/**", lambda route: route.abort())
    tick(page, "Budi Contoh", "Sakit")
    expect(said(page)).to_contain_text("1 belum terkirim")
    page.unroute("**/presensi/bantu/**")
    page.goto(link.get_absolute_url())
    expect(page.locator("h1")).to_have_text("Sesi 2 dari 2")
    expect(said(page)).to_have_text("Semua tersimpan.")
    assert status_of(room, "Budi Contoh") == "sakit"
    assert not following.attendances.exists()
    assert page.evaluate("localStorage.length") == 0
