"""The list as staff, helpers and participants open it, on screen and on paper."""

import io
import json
from datetime import time, timedelta

import pytest
import time_machine
from PIL import Image
from pypdf import PdfReader

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from council.models import AuditEntry, Document
from council.retention import purge
from tests.factories import (
    create_artisan,
    create_class,
    create_staff,
    create_training,
    create_unit,
    create_upload,
    create_user,
)
from trainings.attendance import call_off, record
from trainings.attending.helping import lend, withdraw
from trainings.attending.sheets import (
    door_code_of,
    keep_photo,
    renew_door_code,
    sheet_to_print,
)
from trainings.attending.walk_ins import write_down
from trainings.enrolment import cancel, enrol
from trainings.models import Attendance, Mark, SheetPhoto, WalkIn

pytestmark = pytest.mark.django_db

PRESENT, ILL, ABSENT = "hadir", "sakit", "alpa"
JSON = {"HTTP_ACCEPT": "application/json"}


class Hall:
    """A session of today with three people, its officer and a participant's phone."""

    def __init__(self, visit):
        self.unit = create_unit(code="36.74.04")
        training = create_training(unit=self.unit, days_ahead=0)
        self.group = create_class(training=training, name="Kelas Rajut", quota=4)
        self.session = self.group.sessions.create(
            held_on=timezone.localdate(), start_time=time(0), end_time=time(23, 59)
        )
        self.user = create_user()
        names = ("Ani Contoh", "Budi Contoh", "Citra Contoh")
        artisans = [create_artisan(unit=self.unit, full_name=name) for name in names]
        self.user.person = artisans[0].person
        self.user.save(update_fields=["person"])
        self.seats = [enrol(each, self.group, request_key="form") for each in artisans]
        self.officer = create_staff(unit=self.unit, first_name="Bram")
        self.desk, self.phone = visit(self.officer), visit(self.user)

    def address(self, page, *args):
        return reverse(f"attendance:{page}", args=args or [self.session.pk])

    def standing(self):
        rows = {row.enrolment_id: row.status for row in self.session.attendances.all()}
        return [rows.get(seat.pk) for seat in self.seats]

    def lend(self, **fields):
        now = timezone.now()
        terms = {
            "helper": "Rina",
            "session": self.session,
            "opens_at": now - timedelta(hours=1),
            "closes_at": now + timedelta(hours=1),
        }
        return lend(self.group, by=self.officer, **{**terms, **fields})


@pytest.fixture
def hall(visit):
    return Hall(visit)


def sent(*marks):
    return {"marks": json.dumps([list(mark) for mark in marks])}


# The list


def test_staff_keep_the_list_without_a_script(hall):
    first, second, _third = hall.seats
    record(hall.session, {second.pk: ILL}, way="daftar", key="lain")
    ticked = {f"s{first.pk}": PRESENT, f"s{second.pk}": ILL, f"w{second.pk}": ILL}

    page = hall.desk.post(hall.address("session"), {"key": "a", **ticked}, follow=True)

    assert hall.standing() == [PRESENT, ILL, None]
    assert "1 catatan tersimpan" in page.content.decode()
    assert Mark.objects.filter(key="a").get().made_by == hall.officer


def test_a_page_opened_long_ago_overwrites_nobody(hall):
    first, second, _third = hall.seats
    record(hall.session, {second.pk: ILL}, way="daftar", key="tablet")
    stale = {f"s{first.pk}": PRESENT, f"s{second.pk}": "", f"w{second.pk}": ""}

    hall.desk.post(hall.address("session"), {"key": "meja", **stale})

    assert hall.standing() == [PRESENT, ILL, None]


def test_all_others_are_present_and_undone_at_once(hall):
    first = hall.seats[0]
    ticked = {"key": "semua", "everybody": "1", f"s{first.pk}": ILL}

    hall.desk.post(hall.address("session"), ticked)
    assert hall.standing() == [ILL, PRESENT, PRESENT]

    hall.desk.post(hall.address("session"), {"undo": "semua"})
    assert hall.standing() == [None, None, None]


def test_a_word_that_is_no_status_keeps_what_was_ticked(hall):
    first, second, _third = hall.seats
    ticked = {"key": "a", f"s{first.pk}": "entah", f"s{second.pk}": ILL}

    html = hall.desk.post(hall.address("session"), ticked).content.decode()

    assert "Pilih hadir, izin, sakit, atau alpa." in html
    assert f'name="s{second.pk}" value="sakit" checked' in html
    assert hall.standing() == [None, None, None]


@pytest.mark.once
def test_the_list_asks_the_same_for_any_number_of_people(hall):
    def number():
        with CaptureQueriesContext(connection) as queries:
            hall.desk.get(hall.address("session"))
        return len(queries)

    alone = {hall.seats[0].pk: PRESENT}
    record(hall.session, alone, way="daftar", key="satu", by=hall.officer)
    few = number()
    hall.group.quota = 30
    hall.group.save(update_fields=["quota"])
    marks = {}
    for _turn in range(20):
        seat = enrol(create_artisan(unit=hall.unit), hall.group, request_key="form")
        marks[seat.pk] = PRESENT
    record(hall.session, marks, way="daftar", key="semua", by=hall.officer)

    assert number() == few


def test_a_session_that_did_not_take_place_has_no_list(hall):
    call_off(hall.session, reason="Banjir")
    html = hall.desk.get(hall.address("session")).content.decode()

    assert "Sesi ini tidak terlaksana" in html
    assert "data-roll" not in html

    hall.desk.post(hall.address("standing"))
    assert "data-roll" in hall.desk.get(hall.address("session")).content.decode()
    hall.desk.post(hall.address("standing"), {"reason": "Listrik padam"})
    hall.session.refresh_from_db()
    assert hall.session.is_cancelled


# Marks that a script sends


def test_marks_made_without_a_signal_count_from_their_own_moment(hall):
    first, second, _third = hall.seats
    queue = sent((first.pk, PRESENT, 3600, "k1"), (second.pk, ABSENT, 5, "k2"))

    answers = [hall.desk.post(hall.address("session"), queue, **JSON) for _ in "123"]

    assert answers[2].json()["standing"][str(first.pk)] == PRESENT
    assert answers[2].json()["counts"] == {
        PRESENT: 1, "izin": 0, ILL: 0, ABSENT: 1, "": 1,
    }  # fmt: skip
    assert Mark.objects.count() == 2
    ago = timezone.now() - Mark.objects.get(key="k1").made_at
    assert timedelta(minutes=59) < ago < timedelta(minutes=61)


@pytest.mark.parametrize(
    "marks",
    [
        "{", "[]x", "{}", "[1]", "[[1]]", '[[1,"entah",0,"k"]]',
        '[["1","hadir",0,"k"]]', '[[1,"hadir","x","k"]]', '[[1,"hadir",0,""]]',
        '[[1,"hadir",1e400,"k"]]', '[[1,"hadir",NaN,"k"]]', "null", "",
    ],
)  # fmt: skip
def test_odd_marks_are_refused_in_words(hall, marks):
    answer = hall.desk.post(hall.address("session"), {"marks": marks}, **JSON)

    assert answer.status_code in {200, 400}
    if answer.status_code == 400:
        assert "tidak terbaca" in answer.json()["refused"]
    assert hall.standing() == [None, None, None]


def test_marks_for_a_session_called_off_stay_with_the_device(hall):
    call_off(hall.session, reason="Banjir")
    queue = sent((hall.seats[0].pk, PRESENT, 0, "k1"))

    answer = hall.desk.post(hall.address("session"), queue, **JSON)

    assert answer.status_code == 409
    assert "tidak terlaksana" in answer.json()["refused"]


def test_a_kept_list_is_allowed_for_a_working_day(hall):
    seconds = int(hall.desk.get(hall.address("session"))["X-Keep-Offline"])
    link = hall.lend(closes_at=timezone.now() + timedelta(minutes=10))

    assert seconds == 12 * 3600
    assert int(Client().get(link.get_absolute_url())["X-Keep-Offline"]) <= 600
    assert "X-Keep-Offline" not in hall.desk.get(hall.address("paper"))


# The door and the own button


def test_a_participant_scans_and_presses_once(hall):
    door = door_code_of(hall.session).get_absolute_url()

    assert "Saya hadir" in hall.phone.get(door).content.decode()
    assert hall.standing() == [None, None, None]
    page = hall.phone.post(door, follow=True).content.decode()
    hall.phone.post(door)

    assert "Anda tercatat hadir" in page
    assert hall.standing() == [PRESENT, None, None]
    assert Attendance.objects.get().way == "qr"
    assert Mark.objects.count() == 1


def test_the_scan_survives_signing_in(hall):
    door = door_code_of(hall.session).get_absolute_url()

    answer = Client().get(door)

    assert answer.status_code == 302
    assert answer.url == f"{reverse('account_login')}?next={door}"


def test_a_renewed_code_ends_the_old_one(hall, visit):
    old = door_code_of(hall.session).get_absolute_url()
    new = renew_door_code(hall.session).get_absolute_url()

    answer = hall.phone.post(old)

    assert answer.status_code == 404
    assert "tidak berlaku lagi" in answer.content.decode()
    assert hall.phone.get(new).status_code == 200


def test_whoever_has_no_seat_is_sent_to_the_committee(hall, visit):
    stranger = create_user()
    create_artisan(user=stranger)
    door = door_code_of(hall.session).get_absolute_url()

    page = visit(stranger).post(door).content.decode()

    assert "Beri tahu panitia" in page
    assert not Attendance.objects.exists()


def test_the_own_button_stands_where_the_participant_looks(hall):
    own = hall.address("own", hall.seats[0].pk, hall.session.pk)
    pages = [reverse("my:home"), hall.seats[0].get_absolute_url()]

    assert all(own in hall.phone.get(page).content.decode() for page in pages)
    hall.phone.post(own)

    assert Attendance.objects.get().way == "sendiri"
    assert not any(own in hall.phone.get(page).content.decode() for page in pages)


def test_a_training_may_leave_the_button_out(hall):
    hall.group.training.has_own_button = False
    hall.group.training.save()
    own = hall.address("own", hall.seats[0].pk, hall.session.pk)

    assert own not in hall.phone.get(reverse("my:home")).content.decode()
    assert "Pindai kode QR" in hall.phone.post(own).content.decode()
    hall.phone.post(door_code_of(hall.session).get_absolute_url())
    assert hall.standing() == [PRESENT, None, None]


def test_the_participant_reads_what_is_still_possible(hall):
    for days in (1, 2, 3, 4):
        hall.group.sessions.create(
            held_on=hall.session.held_on + timedelta(days=days),
            start_time=time(9),
            end_time=time(10),
        )
    page = hall.seats[0].get_absolute_url()
    marks = {hall.seats[0].pk: PRESENT}
    record(hall.session, marks, way="daftar", key="a")

    html = hall.phone.get(page).content.decode()
    assert "Hadir 1 dari 1 sesi." in html
    assert "Masih mungkin 80%" in html

    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        for session in hall.group.sessions.all()[1:3]:
            record(session, {hall.seats[0].pk: ABSENT}, way="daftar", key="a")
        html = hall.phone.get(page).content.decode()
        staff = hall.desk.get(hall.address("overview", hall.group.pk))

    assert "Hadir 1 dari 3 sesi." in html
    assert "Tidak lagi mungkin 80%" in html
    assert "80% tidak terkejar" in staff.content.decode()


# The helper


def test_a_helper_keeps_the_list_and_sees_names_alone(hall):
    phone = str(hall.seats[0].artisan.person.phone)
    write_down(hall.session, name="Tamu Contoh", phone=phone, key="a")
    link, visitor = hall.lend(), Client()
    address = link.get_absolute_url()

    html = visitor.get(address).content.decode()
    visitor.post(address, {"key": "a", f"s{hall.seats[0].pk}": PRESENT})

    assert "Ani Contoh" in html
    assert "Tamu Contoh" in html
    assert phone not in html and phone[3:] not in html
    assert hall.standing() == [PRESENT, None, None]
    mark = Mark.objects.get()
    assert (mark.way, mark.helper_link, mark.maker) == ("pembantu", link, "Rina")


@pytest.mark.parametrize(
    ("terms", "status", "words"),
    [
        ({"closes_at": timedelta(seconds=-1)}, 410, "sudah lewat"),
        ({"opens_at": timedelta(minutes=5)}, 403, "belum berlaku"),
    ],
)
def test_a_link_works_in_its_hours_alone(hall, terms, status, words):
    link = hall.lend(**{name: timezone.now() + ago for name, ago in terms.items()})
    queue = sent((hall.seats[0].pk, PRESENT, 0, "k1"))

    answer = Client().get(link.get_absolute_url())

    assert answer.status_code == status
    assert words in answer.content.decode()
    assert answer["Referrer-Policy"] == "strict-origin"
    refused = Client().post(link.get_absolute_url(), queue, **JSON)
    assert refused.status_code == status
    assert hall.standing() == [None, None, None]


def test_what_a_link_of_a_class_sends_goes_to_the_session_it_showed(hall):
    link = hall.lend(session=None)
    shown = Client().get(link.get_absolute_url()).context["address"]
    hall.session.end_time = time(0, 1)
    hall.session.save()
    next_one = hall.group.sessions.create(
        held_on=hall.session.held_on, start_time=time(0, 2), end_time=time(23, 59)
    )
    first, second, _third = hall.seats

    queued = sent((first.pk, PRESENT, 60, "k1"))
    assert Client().post(shown, queued, **JSON).status_code == 200
    Client().post(shown, {"key": "a", f"s{second.pk}": ILL})

    assert hall.standing() == [PRESENT, ILL, None]
    assert not next_one.attendances.exists()
    html = Client().get(link.get_absolute_url()).content.decode()
    assert f'action="{link.get_absolute_url()}{next_one.pk}/"' in html
    assert html.count(f'action="{link.get_absolute_url()}{next_one.pk}/"') >= 2


def test_marks_made_in_the_hours_of_a_link_may_arrive_a_day_later(hall):
    """The phone found a signal again only after the link had closed."""
    now, (first, second, third) = timezone.now(), hall.seats
    link = hall.lend(closes_at=now - timedelta(minutes=10))
    queue = sent((first.pk, PRESENT, 1200, "k1"), (second.pk, PRESENT, 60, "k2"))

    answer = Client().post(link.get_absolute_url(), queue, **JSON)

    assert answer.status_code == 200
    assert hall.standing() == [PRESENT, None, None]
    mine = {"key": "a", f"s{third.pk}": PRESENT}
    assert Client().post(link.get_absolute_url(), mine).status_code == 410
    with time_machine.travel(link.closes_at + timedelta(days=1), tick=False):
        late = sent((third.pk, PRESENT, 86400 + 600, "k3"))
        gone = Client().post(link.get_absolute_url(), late, **JSON)
    assert gone.status_code == 410
    withdraw(link)
    third_again = sent((third.pk, PRESENT, 1200, "k4"))
    assert (
        Client().post(link.get_absolute_url(), third_again, **JSON).status_code == 410
    )
    assert hall.standing() == [PRESENT, None, None]


def test_a_withdrawn_link_and_an_unknown_one_open_nothing(hall):
    link = hall.lend()
    assert Client().get(link.get_absolute_url()).status_code == 200

    withdraw(link)

    assert Client().get(link.get_absolute_url()).status_code == 410
    unknown = reverse("attendance:helper", args=["A" * 22])
    assert Client().get(unknown).status_code == 404


def test_a_link_of_a_class_shows_the_session_of_today(hall):
    other = hall.group.sessions.create(
        held_on=hall.session.held_on - timedelta(days=3),
        start_time=time(9),
        end_time=time(10),
        topic="Simpul lama",
    )
    whole, single = hall.lend(session=None), hall.lend()
    elsewhere = create_class().sessions.create(
        held_on=hall.session.held_on, start_time=time(9), end_time=time(10)
    )

    def opened(link, session):
        return Client().get(hall.address("helper_session", link.code, session.pk))

    assert "Sesi 2 dari 2" in Client().get(whole.get_absolute_url()).content.decode()
    assert "Simpul lama" in opened(whole, other).content.decode()
    assert opened(single, other).status_code == 404
    assert opened(whole, elsewhere).status_code == 404


def test_staff_lend_and_withdraw_a_link(hall):
    helpers = hall.address("helpers", hall.group.pk)
    day = hall.session.held_on
    terms = {"helper": "Rina", "from_day": day, "from_time": "08:00", "hours": "48"}

    hall.desk.post(helpers, terms)

    link = hall.group.helper_links.get()
    assert link.closes_at - link.opens_at == timedelta(hours=48)
    assert link.code in hall.desk.get(helpers).content.decode()
    hall.desk.post(reverse("attendance:withdraw_link", args=[link.pk]))
    assert link.code not in hall.desk.get(helpers).content.decode()
    old = {**terms, "from_day": "2001-01-01"}
    assert "sudah lewat" in hall.desk.post(helpers, old).content.decode()


# People without a seat


def test_somebody_without_a_seat_becomes_a_participant(hall):
    guest = create_artisan(unit=hall.unit, full_name="Dewi Tamu")
    hall.group.closes_at = timezone.now() - timedelta(hours=1)
    hall.group.save(update_fields=["closes_at"])
    typed = {"walk_in": "1", "key": "a", "name": "Dewi", "phone": guest.person.phone}
    Client().post(hall.lend().get_absolute_url(), typed)
    person = WalkIn.objects.get()
    page = reverse("attendance:walk_in", args=[person.pk])

    assert "nomor ponsel sama" in hall.desk.get(page).content.decode()
    answer = {"artisan": guest.pk, "reason": "Datang sejak sesi pertama"}
    hall.desk.post(page, answer)

    seat = hall.group.enrolments.get(artisan=guest)
    assert seat.is_confirmed
    assert seat.history.filter(history_change_reason=answer["reason"]).exists()
    assert hall.session.attendances.get().enrolment == seat
    person.refresh_from_db()
    assert (person.name, person.phone, person.enrolment) == ("", "", seat)
    assert hall.desk.get(page).status_code == 404


def test_a_full_class_gives_no_seat_to_who_walked_in(hall):
    guests = [create_artisan(unit=hall.unit, full_name=f"Tamu {n}") for n in "ab"]
    pages = []
    for guest in guests:
        person = write_down(hall.session, name="Tamu", phone="", key=str(guest.pk))
        pages.append(reverse("attendance:walk_in", args=[person.pk]))

    for page, guest in zip(pages, guests, strict=True):
        answer = hall.desk.post(page, {"artisan": guest.pk, "reason": "Hadir"})

    assert "Semua kursi" in answer.content.decode()
    assert hall.group.enrolments.confirmed().count() == hall.group.quota == 4
    assert WalkIn.objects.open().count() == 1


def test_a_neighbours_artisan_is_not_found(hall):
    create_artisan(unit=create_unit(code="13.71"), full_name="Dewi Tetangga")
    person = write_down(hall.session, name="Dewi", phone="", key="a")

    page = hall.desk.get(reverse("attendance:walk_in", args=[person.pk]))

    assert "Dewi Tetangga" not in page.content.decode()


def test_a_name_is_searched_for_without_standing_in_an_address(hall):
    for name in ("Dewi Tamu", "Ratna Tamu"):
        create_artisan(unit=hall.unit, full_name=name)
    person = write_down(hall.session, name="Dewi", phone="", key="a")
    page = reverse("attendance:walk_in", args=[person.pk])

    by_address = hall.desk.get(page, {"q": "Ratna"}).content.decode()
    assert "Dewi Tamu" in by_address and "Ratna Tamu" not in by_address
    found = hall.desk.post(page, {"search": "1", "q": "Ratna"}).content.decode()

    assert "Ratna Tamu" in found and "Dewi Tamu" not in found
    assert "errors" not in found
    assert WalkIn.objects.open().count() == 1


def test_names_of_walk_ins_are_gone_at_once_or_after_90_days(hall):
    away, kept = (
        write_down(hall.session, name="Tamu", phone="+628110000001", key=key)
        for key in "ab"
    )
    page = reverse("attendance:walk_in", args=[away.pk])
    hall.desk.post(page, {"discard": "1", "away-reason": "Hanya mengantar"})

    away.refresh_from_db()
    assert (away.name, away.phone, away.reason) == ("", "", "Hanya mengantar")
    with time_machine.travel(timezone.now() + timedelta(days=89)):
        purge()
        kept.refresh_from_db()
        assert kept.name == "Tamu"
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        purge()
    kept.refresh_from_db()
    assert (kept.name, kept.phone) == ("", "")


# Paper


@pytest.mark.once
def test_the_sheet_carries_names_numbers_and_the_code(hall):
    answer = hall.desk.post(reverse("attendance:sheet_pdf", args=[hall.session.pk]))

    assert answer["Content-Type"] == "application/pdf"
    text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Daftar hadir" in text
    for name in ("Ani Contoh", "Budi Contoh", "Citra Contoh"):
        assert name in text


def test_a_sheet_keeps_its_rows_when_seats_change(hall, settings):
    sheet = sheet_to_print(hall.session)
    assert sheet_to_print(hall.session) == sheet
    photo = keep_photo(hall.session, create_upload(), by=hall.officer)
    cancel(hall.seats[0])
    late = create_artisan(unit=hall.unit, full_name="Aaa Paling Awal")
    newcomer = enrol(late, hall.group, request_key="form")
    page = reverse("attendance:tick", args=[photo.pk])

    rows = hall.desk.get(page).context["rows"]
    assert [(row.number, row.pk) for row in rows] == [
        (2, hall.seats[1].pk),
        (3, hall.seats[2].pk),
        (None, newcomer.pk),
    ]
    hall.desk.post(page, {"key": "a", "signed": [hall.seats[1].pk]})

    assert hall.standing() == [None, PRESENT, None]
    assert Attendance.objects.get().way == "kertas"
    assert sheet_to_print(hall.session).number == 2


def test_who_did_not_sign_was_absent_only_where_nothing_is_known(hall):
    record(hall.session, {hall.seats[0].pk: ILL}, way="daftar", key="lain")
    photo = keep_photo(hall.session, create_upload(), by=hall.officer)
    ticked = {"key": "a", "signed": [hall.seats[1].pk], "rest_is_absent": "on"}

    hall.desk.post(reverse("attendance:tick", args=[photo.pk]), ticked)

    assert hall.standing() == [ILL, PRESENT, ABSENT]


def test_the_photo_says_nothing_but_the_picture_and_is_for_few(hall, visit):
    upload = io.BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (6.0, 18.0, 43.0)}
    Image.new("RGB", (900, 1200), "white").save(upload, "JPEG", exif=exif)
    upload.seek(0)
    upload.name = "IMG_2041.jpg"
    assert 0x8825 in Image.open(upload).getexif()
    upload.seek(0)

    hall.desk.post(hall.address("paper"), {"photo": upload})

    photo = SheetPhoto.objects.get()
    file = reverse("attendance:photo_file", args=[photo.pk])
    answer = hall.desk.get(file)
    kept = Image.open(io.BytesIO(answer.getvalue()))
    assert (kept.format, dict(kept.getexif())) == ("JPEG", {})
    assert AuditEntry.objects.filter(what="document.read").exists()
    press = create_staff(unit=hall.unit, role="Humas")
    far = create_staff(unit=create_unit(code="13.71"))
    for other in (hall.user, press, far):
        assert visit(other).get(file).status_code == 404


def test_what_is_no_photo_is_refused_beside_the_field(hall):
    upload = io.BytesIO(b"bukan foto")
    upload.name = "lembar.jpg"

    page = hall.desk.post(hall.address("paper"), {"photo": upload})

    assert "bukan foto" in page.content.decode()
    assert not SheetPhoto.objects.exists()


def test_photos_of_sheets_are_kept_ten_years(hall):
    keep_photo(hall.session, create_upload(), by=hall.officer)

    with time_machine.travel(timezone.now() + timedelta(days=3600)):
        purge()
        assert SheetPhoto.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=3660)):
        purge()
    assert not SheetPhoto.objects.exists()
    assert not Document.objects.exists()
