"""
The training of Tanjungbalai of September 2018, from the call to the report.

The clock goes from the call in August to the answers a year later, for the server
and for what is done beside it. Facts: two classes, songket for 10 people with two
instructors from Banyuasin, shells for 20 with two from Pangandaran.
"""

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from playwright.sync_api import expect
from pypdf import PdfReader

from django.urls import reverse

from council.jobs import work
from council.models import Message
from tests.factories import (
    create_artisan,
    create_class,
    create_craft,
    create_instructor,
    create_question,
    create_region,
    create_requirement,
    create_session,
    create_signatory,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from trainings import (
    attendance,
    certification,
    enrolment,
    feedback,
    follow_ups,
    groups,
    inviting,
    requirements,
)
from trainings.attending.sheets import door_code_of
from trainings.models import (
    Attendance,
    Certificate,
    Enrolment,
    FollowUp,
    Instructor,
    Requirement,
    Training,
)

from .test_journeys import add_row, answer, choose, follow, press

WIB = ZoneInfo("Asia/Jakarta")
TITLE = "Pelatihan Tenun Songket dan Kerajinan Kulit Kerang"
SONGKET, SHELLS = "Kelas Songket", "Kelas Kerang"
FIRST, SECOND = date(2018, 9, 4), date(2018, 9, 5)
INSTRUCTORS = {
    SONGKET: (("Helwani", "Pasriyani"), "16.07", "Kabupaten Banyuasin"),
    SHELLS: (("Tukimin", "Saluki"), "32.18", "Kabupaten Pangandaran"),
}
CONFIRMED = Enrolment.Status.CONFIRMED
SILENT = {"obstacle": "", "turnover": "", "need": "", "words": "", "product_name": ""}
SILENT |= {"helpers": None, "has_new_product": None}


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.fixture
def clock():
    """What time it is for the server; `clock.move_to(moment(…))` lets it pass."""
    with time_machine.travel(moment("2018-08-20 09:00")) as clock:
        yield clock


class Cast:
    """Who takes part: an officer, four instructors of other regions, 32 artisans."""

    def __init__(self):
        city = create_region(code="12.74", name="Kota Tanjungbalai")
        self.village = create_region(code="12.74.01.1001", name="Perwira")
        self.unit = create_unit(code=city.code)
        self.officer = create_staff(unit=self.unit, first_name="Arman Contoh")
        self.crafts = {
            SONGKET: create_craft(slug="songket"),
            SHELLS: create_craft(slug="kerajinan-kerang", family="kerang"),
        }
        for name, (names, code, region) in INSTRUCTORS.items():
            origin = create_region(code=code, name=region)
            for each in names:
                create_instructor(
                    self.crafts[name],
                    unit=create_unit(code=code, name=f"Dekranasda {region}"),
                    full_name=each,
                    origin=origin,
                    email=f"{each.lower()}@contoh.example",
                )
        create_signatory(unit=self.unit, from_on=date(2015, 1, 1))
        self.weavers = [self.artisan(f"Penenun {n:02}") for n in range(1, 11)]
        self.carvers = [self.artisan(f"Pengrajin {n:02}") for n in range(1, 21)]
        self.nur = self.artisan("Nur Contoh", has_account=True)
        self.siti = self.artisan("Siti Contoh", has_account=True)

    def artisan(self, name, *, has_account=False):
        user = create_user() if has_account else None
        return create_artisan(
            unit=self.unit, user=user, full_name=name, village=self.village
        )


@pytest.fixture
def cast(_own_files, transactional_db, clock):
    return Cast()


@pytest.fixture
def phone(window):
    """Open somebody's cheap phone, whose browser runs no scripts."""

    def open_phone(artisan=None):
        user = artisan.person.user if artisan else None
        return window(user, width=360, java_script_enabled=False)

    return open_phone


def say(page, words):
    expect(page.locator("main")).to_contain_text(words)


def link_to(person, part):
    """The address in the newest message to a person that leads to a page."""
    to = person.email or person.phone.as_e164
    for message in Message.objects.order_by("-pk"):
        found = re.search(rf"https?://[^/\s]+(/\S*{part}/\S*)", message.body)
        if found and to in message.recipients:
            return found[1]
    raise AssertionError(f"{person} was told no address of {part}")


def seats_of(group):
    return group.enrolments.filter(status=CONFIRMED).count()


# August: the call


def date_and_time(page, name, day, clock="08.00"):
    page.fill(f"[name={name}_0]", f"{day:%d/%m/%Y}")
    page.fill(f"[name={name}_1]", clock.replace(".", ":"))


def write_class(desk, number, name, craft, quota):
    prefix = f"classes-{number}"
    if not desk.locator(f"[name={prefix}-name]").count():
        add_row(desk, "classes")
    desk.fill(f"[name={prefix}-name]", name)
    desk.select_option(f"[name={prefix}-craft]", value=str(craft.pk))
    desk.fill(f"[name={prefix}-quota]", str(quota))
    date_and_time(desk, f"{prefix}-opens_at", date(2018, 8, 20))
    date_and_time(desk, f"{prefix}-closes_at", date(2018, 9, 3), "16.00")


def write_training(desk, cast):
    desk.goto("/admin/trainings/training/add/")
    desk.fill("[name=title]", TITLE)
    desk.fill("[name=venue]", "Pendopo Rumah Dinas Wali Kota")
    desk.fill("[name=starts_on]", f"{FIRST:%d/%m/%Y}")
    desk.fill("[name=ends_on]", f"{SECOND:%d/%m/%Y}")
    for number, (name, quota) in enumerate([(SONGKET, 10), (SHELLS, 20)]):
        write_class(desk, number, name, cast.crafts[name], quota)
    add_row(desk, "requirements_asked")
    desk.select_option("[name=requirements_asked-0-kind]", value="fotokopi")
    desk.fill("[name=requirements_asked-0-text]", "KTP Kota Tanjungbalai")
    add_row(desk, "questions_asked")
    desk.fill("[name=questions_asked-0-text]", "Berapa ukuran baju kerja Anda?")
    desk.uncheck("[name=questions_asked-0-is_required]")
    desk.locator("[name=_save]").click()
    expect(answer(desk)).to_be_visible()
    return Training.objects.get(title=TITLE)


def write_sessions(desk, group, *, has_offers=False):
    desk.goto(f"/admin/trainings/trainingclass/{group.pk}/change/")
    desk.set_checked("[name=has_offers]", has_offers)
    for number, day in enumerate([FIRST, SECOND]):
        add_row(desk, "sessions")
        prefix = f"sessions-{number}"
        desk.fill(f"[name={prefix}-held_on]", f"{day:%d/%m/%Y}")
        desk.fill(f"[name={prefix}-start_time]", "09:00")
        desk.fill(f"[name={prefix}-end_time]", "15:00")
        desk.fill(f"[name={prefix}-topic]", f"Materi {number + 1}")
    desk.locator("[name=_save]").click()
    expect(answer(desk)).to_be_visible()


def ask_instructors(desk, group, officer):
    """The first is picked in the browser, the other by the same function."""
    (first, second), _code, region = INSTRUCTORS[group.name]
    desk.goto(f"/admin/trainings/engagement/pilih/{group.pk}/")
    row = desk.locator("tr", has_text=first)
    expect(row).to_contain_text(region)
    row.get_by_role("link", name="Minta").click()
    press(desk, "Minta pelatih ini")
    expect(answer(desk)).to_be_visible()
    inviting.invite(group, Instructor.objects.get(person__full_name=second), by=officer)


def agree(phone, group):
    """The first says yes by the link of the letter, without an account."""
    asked, other = group.engagements.select_related("instructor").order_by("pk")
    page = phone()
    page.goto(link_to(asked.instructor, "undangan-mengajar"))
    press(page, "Ya, saya bersedia mengajar")
    say(page, "Anda mengajar kelas ini")
    inviting.answer(other, is_yes=True, seen=0)
    assert group.engagements.confirmed().count() == 2


def publish(desk, training):
    desk.goto("/admin/trainings/training/")
    choose(desk, [training], "publish")
    expect(answer(desk)).to_be_visible()


# August: registering


def register(page, group, *, is_full=False):
    """From the list of trainings to the seat, in the artisan's own browser."""
    page.goto("/pelatihan/")
    follow(page, TITLE)
    word = "Masuk daftar tunggu" if is_full else "Daftar"
    follow(page, re.compile(f"{word}.*{group.name}"))
    page.get_by_label("Berapa ukuran baju kerja Anda?").fill("L")
    press(page, "Ya, daftarkan saya")


def register_group(desk, group, members):
    desk.goto(f"/admin/trainings/trainingclass/{group.pk}/kelompok/")
    for member in members:
        desk.check(f"[name=chosen][value='{member.pk}']")
    press(desk, "Daftarkan yang dicentang")
    expect(desk.locator("#content")).to_contain_text(str(members[-1]))


def give_back(page):
    follow(page, "Saya tidak dapat hadir")
    press(page, "Ya, batalkan")
    say(page, "Pendaftaran ini dibatalkan")


def place_of(artisan):
    return artisan.enrolments.order_by("-pk").first()


def own_page(page, artisan):
    page.goto(place_of(artisan).get_absolute_url())


# September: two days of sessions


def present_by_list(desk, session, absent=()):
    """Everybody is there but those the officer marks."""
    desk.goto(f"/presensi/sesi/{session.pk}/")
    for name in absent:
        row = desk.locator("[data-row]", has_text=name)
        row.get_by_label("Alpa", exact=True).check()
    press(desk, "Lainnya hadir semua")
    desk.wait_for_load_state("networkidle")


def present_by_button(page, artisan):
    own_page(page, artisan)
    follow(page, "Saya hadir")
    press(page, "Saya hadir")
    say(page, "Anda tercatat hadir")


def present_by_code(page, session):
    page.goto(door_code_of(session).get_absolute_url())
    press(page, "Saya hadir")
    say(page, "Anda tercatat hadir")


def everybody_present(session):
    seats = session.training_class.enrolments.confirmed()
    marks = {seat.pk: Attendance.Status.PRESENT for seat in seats}
    attendance.record(session, marks, way=Attendance.Way.LIST, key="semua")


def write_points(desk, group):
    desk.goto(f"/admin/trainings/score/kelas/{group.pk}/")
    for number, seat in enumerate(group.enrolments.confirmed()):
        desk.fill(f"[name='{seat.pk}-before']", str(40 + number))
        desk.fill(f"[name='{seat.pk}-after']", str(75 + number))
    press(desk, "Simpan semua nilai")
    expect(answer(desk)).to_contain_text("10")


def give_opinion(page, artisan):
    page.goto(link_to(artisan.person, "umpan-balik"))
    for name, points in (("material", 5), ("instructor", 5), ("organisation", 4)):
        page.check(f"[name={name}][value='{points}']")
    press(page, "Kirim jawaban saya")
    say(page, "Tersimpan")


# September: certificates


def issue(desk, group, number):
    desk.goto(f"/admin/trainings/trainingclass/{group.pk}/certificates/")
    press(desk, f"Terbitkan {number} sertifikat")
    expect(desk.locator(".job")).to_be_visible()
    assert work() == 1
    desk.reload()
    expect(desk.locator(".job__file")).to_be_visible()


def download(page, artisan):
    """The certificate as the artisan gets it: its weight and its text."""
    own_page(page, artisan)
    say(page, "Sertifikat Anda sudah terbit")
    with page.expect_download() as arriving:
        follow(page, "Unduh sertifikat (PDF)")
    path = Path(arriving.value.path())
    pages = PdfReader(path).pages
    return path.stat().st_size, "\n".join(each.extract_text() for each in pages)


def check(page, certificate):
    page.goto(certificate.get_absolute_url())
    say(page, "Sertifikat ini berlaku")
    say(page, certificate.name)
    say(page, certificate.number)


# A year of answers


def tell_how_it_goes(page, artisan):
    page.goto(link_to(artisan.person, "kabar"))
    page.check("[name=producing][value=ya]")
    page.check("[name=turnover][value=sampai-5]")
    press(page, "Kirim jawaban saya")
    say(page, "jawaban Anda tersimpan")


def others_tell(months, said):
    """Others answer by the same function, one after another."""
    rows = FollowUp.objects.filter(months=months, rung="").order_by("pk")
    for row, producing in zip(rows, said, strict=False):
        follow_ups.answer(row, way=FollowUp.Way.LINK, **SILENT, producing=producing)


def open_report(desk, training):
    """The page of the papers, on which the reports of the training are ready."""
    desk.goto(reverse("admin:trainings_training_papers", args=[training.pk]))
    reports = desk.get_by_role("link", name=re.compile("^PDF.*Laporan")).all()
    assert reports
    for button in reports:
        with desk.expect_download() as arriving:
            button.click()
        pages = PdfReader(arriving.value.path()).pages
        text = "\n".join(each.extract_text() for each in pages)
        assert TITLE in " ".join(text.split())


def test_the_training_of_2018_from_call_to_report(window, phone, cast, clock):
    # The call: a draft with two classes, their sessions and four instructors.
    desk = window(cast.officer)
    training = write_training(desk, cast)
    songket, shells = training.classes.order_by("quota")
    write_sessions(desk, songket)
    write_sessions(desk, shells, has_offers=True)
    for group in (songket, shells):
        ask_instructors(desk, group, cast.officer)
        agree(phone, group)
    publish(desk, training)

    # Registering: ten and twenty seats are filled, and one waits for each class.
    nur, siti = phone(cast.nur), phone(cast.siti)
    register(nur, songket)
    say(nur, "Anda terdaftar")
    register_group(desk, songket, cast.weavers[:9])
    register(siti, songket, is_full=True)
    say(siti, "urutan 1 dari 1")
    groups.register(shells, cast.carvers, request_key="kerang", by=cast.officer)
    waiting = enrolment.enrol(cast.weavers[9], shells, request_key="kerang")
    assert (seats_of(songket), seats_of(shells)) == (10, 20)

    # One leaves each class: the next has the seat, or is offered it by a link.
    own_page(nur, cast.nur)
    give_back(nur)
    own_page(siti, cast.siti)
    say(siti, "Anda terdaftar")
    enrolment.cancel(place_of(cast.carvers[0]), reason="Sakit.")
    page = phone()
    page.goto(link_to(cast.weavers[9].person, "terima"))
    press(page, "Ya, saya ambil kursinya")
    say(page, "Kursi ini milik Anda")
    assert place_of(cast.weavers[9]) == waiting
    assert (seats_of(songket), seats_of(shells)) == (10, 20)

    # Two days: by the artisan's own button, the code at the door, and the list.
    clock.move_to(moment("2018-09-04 09:05"))
    desk, siti = window(cast.officer), phone(cast.siti)
    first, second = songket.sessions.order_by("held_on")
    present_by_button(siti, cast.siti)
    present_by_list(desk, first, absent=["Penenun 09"])
    everybody_present(shells.sessions.order_by("held_on").first())
    clock.move_to(moment("2018-09-05 09:05"))
    present_by_code(siti, second)
    present_by_list(desk, second, absent=["Penenun 09"])
    everybody_present(shells.sessions.order_by("held_on").last())

    # The end: scores, opinions and certificates for those who were there.
    clock.move_to(moment("2018-09-06 10:00"))
    desk, siti = window(cast.officer), phone(cast.siti)
    write_points(desk, songket)
    feedback.ask_all()
    give_opinion(siti, cast.siti)
    issue(desk, songket, 9)
    issue(desk, shells, 20)
    certificate = Certificate.objects.get(enrolment=place_of(cast.siti))
    size, text = download(siti, cast.siti)
    for words in ("Siti Contoh", TITLE, certificate.number, certificate.shown_code):
        assert words in text
    assert size <= 60 * 1024
    check(phone(), certificate)
    assert not Certificate.objects.filter(enrolment=place_of(cast.weavers[8])).exists()
    assert Certificate.objects.count() == 29

    # What came of it, three months and a year later.
    clock.move_to(moment("2018-12-06 10:00"))
    follow_ups.ask_and_remind()
    siti, visitor = phone(cast.siti), phone()
    tell_how_it_goes(siti, cast.siti)
    others_tell(3, ["ya"] * 5 + ["kadang"] * 4 + ["tidak"] * 3)
    visitor.goto("/pelatihan/hasil/")
    expect(visitor.locator(".rung-table tbody tr").first).to_contain_text("13")
    visitor.goto(training.get_absolute_url())
    say(visitor, "6 dari 13 peserta yang menjawab rutin membuat dan menjual")
    siti.goto(reverse("my:journey"))
    say(siti, TITLE)
    clock.move_to(moment("2019-09-06 10:00"))
    follow_ups.ask_and_remind()
    assert FollowUp.objects.filter(months=12).count() == 29
    desk = window(cast.officer)
    desk.goto(f"/admin/trainings/score/kelas/{songket.pk}/hasil/")
    expect(desk.locator("#content")).to_contain_text("setelah 12 bulan")
    open_report(desk, training)


# The artisan alone


def a_training_that_offers(cast):
    """One seat, which Nur has; it asks for a declaration and a size."""
    training = create_training(
        unit=cast.unit, title="Melukis Cangkang", starts_on=FIRST, ends_on=FIRST
    )
    group = create_class(
        training=training,
        name="Kelas Lukis",
        quota=1,
        has_offers=True,
        closes_at=moment("2018-09-03 16:00"),
    )
    create_session(training_class=group, held_on=FIRST, start="09:00", end="12:00")
    kind = Requirement.Kind.DECLARATION
    create_requirement(kind, training_class=group, text="Saya hadir sampai selesai")
    create_question("Ukuran celemek?", training_class=group)
    requirements.hand_in(group, cast.nur, asked_of(group, cast.nur))
    return group, enrolment.enrol(cast.nur, group, request_key="nur")


def asked_of(group, artisan):
    """Everything a class asks of an artisan, answered."""
    asked = requirements.Checklist(group, artisan).to_hand_in()
    return [(each, True if isinstance(each, Requirement) else "M") for each in asked]


def test_an_artisan_alone_on_a_small_phone_without_scripts(phone, cast, clock):
    group, seat = a_training_that_offers(cast)

    # Found, asked for what is missing, and number one in the line.
    page = phone(cast.siti)
    page.goto("/")
    follow(page, "Cari pelatihan")
    follow(page, "Melukis Cangkang")
    follow(page, re.compile("Masuk daftar tunggu.*Kelas Lukis"))
    press(page, "Ya, daftarkan saya")
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    page.get_by_label("Saya hadir sampai selesai").check()
    page.get_by_label("Ukuran celemek?").fill("L")
    press(page, "Ya, daftarkan saya")
    say(page, "urutan 1 dari 1")

    # Offered by a message, accepted by its link, on a phone that knows nobody.
    enrolment.cancel(seat, reason="Sakit.")
    stranger = phone()
    stranger.goto(link_to(cast.siti.person, "terima"))
    press(stranger, "Ya, saya ambil kursinya")
    say(stranger, "Kursi ini milik Anda")
    own_page(page, cast.siti)
    say(page, "Anda terdaftar")

    # There, by the own button.
    clock.move_to(moment("2018-09-04 09:05"))
    page = phone(cast.siti)
    present_by_button(page, cast.siti)

    # The certificate, the opinion, and how it goes three months later.
    clock.move_to(moment("2018-09-05 10:00"))
    certification.issue(group)
    feedback.ask_all()
    page = phone(cast.siti)
    _size, text = download(page, cast.siti)
    assert "Siti Contoh" in text and "Melukis Cangkang" in text
    follow(page, "Yang dilihat orang saat memindainya")
    say(page, "Sertifikat ini berlaku")
    give_opinion(stranger, cast.siti)
    clock.move_to(moment("2018-12-05 10:00"))
    follow_ups.ask_and_remind()
    tell_how_it_goes(phone(), cast.siti)
    told = FollowUp.objects.get(enrolment=place_of(cast.siti))
    assert told.rung == FollowUp.Rung.PRODUCTIVE
