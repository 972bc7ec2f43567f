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
