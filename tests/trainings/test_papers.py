"""Papers of a training, printed for real and read back: names, numbers and sums."""

import io
from datetime import date, time
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from django.core.exceptions import ValidationError
from django.utils.translation import override

from council.models import Person
from tests.factories import (
    create_attended_class,
    create_ceiling,
    create_dossier,
    create_engagement,
    create_instructor,
    create_region,
    create_unit,
)
from trainings.models import Engagement, PayRate, Score, Session, Training
from trainings.papers.payments import pay_lists
from trainings.papers.people import groups_of
from trainings.papers.printing import (
    BY_SLUG,
    Facts,
    NothingToPrint,
    as_excel,
    as_pdf,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]

DAILY = ("peserta", "uang_saku", "hari", 100_000)
JOURNEY = ("peserta", "transpor", "hari", 50_000)
FEE = ("pelatih", "honor", "jp", 150_000, 5)


def text_of(slug, training, **facts):
    content = as_pdf(BY_SLUG[slug], Facts(training, **facts))
    reader = PdfReader(io.BytesIO(content))
    text = " ".join(page.extract_text() for page in reader.pages)
    return reader, " ".join(text.split())


def book_of(slug, training, **facts):
    content = as_excel(BY_SLUG[slug], Facts(training, **facts), by="Panitia")
    return load_workbook(io.BytesIO(content))


def values(sheet):
    return [[cell.value for cell in row] for row in sheet]


def confirmed_teacher(training_class, *, full_name="Sri Kusumadewi", origin="36.74"):
    instructor = create_instructor(full_name=full_name)
    instructor.person.origin = create_region(code=origin)
    instructor.person.save()
    return create_engagement(
        training_class=training_class,
        instructor=instructor,
        status=Engagement.Status.CONFIRMED,
    )


@pytest.fixture
def taught():
    """Five sessions on five days: one came always, one twice, one never."""
    made = create_attended_class(5, 2, 0)
    # Lists are in the order of the names.
    seats = made.enrolments.order_by("ticket")
    for name, seat in zip(("Asih", "Budi", "Cahya"), seats, strict=True):
        Person.objects.filter(pk=seat.artisan.person_id).update(full_name=name)
    return made


def names(training_class):
    seats = training_class.enrolments.order_by("ticket")
    return [each.artisan.person.full_name for each in seats]


def test_only_days_attended_are_paid(taught):
    create_dossier(training=taught.training, rates=[DAILY, JOURNEY])

    reader, text = text_of("daftar-pembayaran", taught.training)

    always, twice, never = names(taught)
    assert always in text and twice in text and never not in text
    assert "Rp750.000" in text and "Rp300.000" in text
    assert "Rp1.050.000" in text
    assert "Satu juta lima puluh ribu rupiah" in text
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_two_sessions_on_one_day_are_one_day(taught):
    second = taught.sessions.last()
    seat = taught.enrolments.get(ticket=1)
    afternoon = Session.objects.create(
        training_class=taught,
        held_on=second.held_on,
        start_time=time(13),
        end_time=time(16),
        status=Session.Status.HELD,
    )
    afternoon.attendances.create(enrolment=seat, status="hadir", way="daftar")
    create_dossier(training=taught.training, rates=[DAILY])

    lines = pay_lists(taught.training, groups_of(taught.training))[0].lines

    assert [line.units for line in lines] == [5, 2]


def test_a_session_that_did_not_take_place_is_not_paid(taught):
    taught.sessions.filter(pk=taught.sessions.first().pk).update(status="batal")
    confirmed_teacher(taught)
    create_dossier(training=taught.training, rates=[DAILY, FEE])

    people, teachers = pay_lists(taught.training, groups_of(taught.training))

    assert [line.units for line in people.lines] == [4, 1]
    assert teachers.lines[0].units == 4 * 240 // 45


def test_an_instructor_is_paid_by_lessons_of_45_minutes_less_tax(taught):
    confirmed_teacher(taught)
    create_dossier(training=taught.training, rates=[FEE])

    (teachers,) = pay_lists(taught.training, groups_of(taught.training))

    line = teachers.lines[0]
    assert (line.units, line.gross, line.tax, line.net) == (
        26,
        3_900_000,
        195_000,
        3_705_000,
    )
    assert teachers.table.words == "Tiga juta tujuh ratus lima ribu rupiah"


def test_instructors_who_share_a_class_are_paid_what_is_written(taught):
    first = confirmed_teacher(taught)
    second = confirmed_teacher(taught, full_name="Rina Anggraini")
    dossier = create_dossier(training=taught.training, rates=[FEE])

    (unwritten,) = pay_lists(taught.training, groups_of(taught.training))
    dossier.taught.create(engagement=first, lessons=20)
    dossier.taught.create(engagement=second, lessons=6)
    training = Training.objects.get(pk=taught.training_id)
    (written,) = pay_lists(training, groups_of(training))

    assert unwritten.gross == 0 and "JP belum ditulis" in unwritten.note
    assert [line.units for line in written.lines] == [20, 6] and not written.note


def test_tax_is_cut_to_whole_rupiah():
    assert PayRate(tax_percent=Decimal("2.5")).tax_of(100_050) == 2501
    assert PayRate().tax_of(100_050) == 0


def test_a_rate_stays_below_the_lowest_ceiling():
    city, district = create_unit(), create_unit(code="36.74.04")
    training = create_attended_class(1, sessions=1).training
    training.unit = district
    training.save()
    year = training.starts_on.year
    create_ceiling(unit=city, most=60_000, year=year)
    create_ceiling(unit=district, most=80_000, year=year)
    create_ceiling(unit=district, most=10_000, year=year - 1)
    dossier = create_dossier(training=training)
    facts = {"receiver": "peserta", "kind": "transpor", "measure": "hari"}

    PayRate(dossier=dossier, amount=60_000, **facts).full_clean()
    with pytest.raises(ValidationError, match="60.000"):
        PayRate(dossier=dossier, amount=60_001, **facts).full_clean()


def test_participants_are_not_paid_by_lessons():
    rate = PayRate(
        dossier=create_dossier(),
        receiver="peserta",
        kind="honor",
        measure="jp",
        amount=1000,
    )
    with pytest.raises(ValidationError, match="per hari atau satu kali"):
        rate.full_clean()


def test_payments_in_excel_are_numbers_and_formulas_sleep(taught):
    person = taught.enrolments.get(ticket=1).artisan.person
    person.full_name = "=HYPERLINK(1)"
    person.save()
    create_dossier(training=taught.training, rates=[DAILY, JOURNEY])

    sheet = book_of("daftar-pembayaran", taught.training).worksheets[0]

    rows = values(sheet)
    first = next(row for row in rows if row[1] == "=HYPERLINK(1)")
    assert first[5:9] == [500_000, 250_000, 750_000, 0]
    assert first[9] == 750_000
    cell = next(cell for row in sheet for cell in row if cell.value == first[1])
    assert cell.data_type == "s"
    total = next(row for row in rows if row[1] == "Jumlah")
    assert total[5:9] == [700_000, 350_000, 1_050_000, 0]
    assert [row[0] for row in rows if str(row[0]).startswith("Terbilang")] == [
        "Terbilang: Satu juta lima puluh ribu rupiah"
    ]


def test_the_list_masks_phones_for_whoever_may_not_call(taught):
    person = taught.enrolments.get(ticket=1).artisan.person
    person.phone = "+6281234567890"
    person.save()

    _reader, masked = text_of("daftar-peserta", taught.training)
    _reader, whole = text_of("daftar-peserta", taught.training, may_call=True)

    assert person.full_name in masked and person.full_name in whole
    assert "34567" not in masked.replace("-", "")
    assert "081234567890" in whole.replace("-", "").replace(" ", "")


def test_attendance_shows_each_session_and_percent(taught):
    rows = values(book_of("rekap-kehadiran", taught.training).worksheets[0])

    by_name = {row[1]: row for row in rows}
    always, twice, never = names(taught)
    assert by_name[always][2:] == ["H"] * 5 + [5, 100]
    assert by_name[twice][2:] == ["H", "H", "–", "–", "–", 2, 40]
    assert by_name[never][-1] == 0
    assert by_name["Jumlah hadir"][2:8] == [2, 2, 1, 1, 1, 7]


def test_the_invitation_says_who_where_when_and_by_whom(taught):
    training = taught.training
    training.venue = "Aula Contoh"
    training.save()
    create_dossier(
        training=training,
        letter_number="005/27/DKRN/XI/2026",
        letter_on=date(2026, 11, 2),
        bring="Gunting\nKTP",
    )

    _reader, text = text_of("undangan", training)

    for words in ("005/27/DKRN/XI/2026", "2 November 2026", "Aula Contoh", "Gunting"):
        assert words in text
    assert all(name in text for name in names(taught))
    assert "Hj. Contoh, S.E." in text and "Materi 5" in text


def test_each_participant_has_a_letter_of_their_own(taught):
    reader, text = text_of("undangan-perorangan", taught.training)

    assert len(reader.pages) == 3
    for page, name in zip(reader.pages, sorted(names(taught)), strict=True):
        assert name in " ".join(page.extract_text().split())
    assert text.count("Yth.") == 3


def test_the_report_of_the_committee_is_one_page(taught):
    confirmed_teacher(taught, origin="13.71")

    reader, text = text_of("laporan-panitia", taught.training)

    assert len(reader.pages) == 1
    assert "3 orang dalam 1 kelas" in text
    assert "Sri Kusumadewi" in text and "Kota Padang" in text


def test_a_training_known_by_its_head_counts_is_reported_too():
    training = create_attended_class(sessions=1).training
    training.head_counts.create(category="peserta", group="Songket", total=10, women=8)
    training.head_counts.create(category="peserta", group="Kerang", total=20)

    _reader, text = text_of("laporan-panitia", training)

    assert "30 orang" in text and "Songket 2 8 10" in text.replace("– ", "")


def test_the_full_report_keeps_to_the_outline(taught):
    training = taught.training
    training.budget_planned, training.budget_spent = 24_000_000, 21_450_000
    training.fund_source, training.outcome = "hibah", "Tiga selendang selesai."
    training.save()
    seat = taught.enrolments.get(ticket=1)
    for kind, points in (("awal", 40), ("akhir", 75)):
        Score.objects.create(enrolment=seat, kind=kind, points=points)
    create_dossier(
        training=training,
        background="Penenun makin sedikit.",
        legal_basis="SK Contoh 1",
        obstacles="Benang terlambat.",
        solutions="Hari pertama diisi teori.",
        conclusion="Berjalan baik.",
        rates=[DAILY],
    )

    _reader, text = text_of("laporan-kegiatan", training)

    outline = ["Pendahuluan", "Pelaksanaan", "Hasil", "Anggaran", "Kendala dan"]
    places = [text.index(each) for each in [*outline, "Kesimpulan dan", "Lampiran"]]
    assert places == sorted(places)
    for words in (
        *("Penenun makin sedikit.", "SK Contoh 1", "Tiga selendang selesai."),
        *("Rp24.000.000", "Rp21.450.000", "Rp2.550.000", "89,38%", "Rp700.000"),
        *("Benang terlambat.", "Hari pertama diisi teori.", "Berjalan baik."),
        *("Sarua, Ciputat", "(belum ditulis)"),
    ):
        assert words in text, words
    assert "40 75 35" in text


def test_the_report_in_excel_holds_its_tables(taught):
    book = book_of("laporan-kegiatan", taught.training)

    assert book.sheetnames[:3] == [
        "Peserta menurut kelas",
        "Asal peserta",
        "Pelatih dan asalnya",
    ]
    heads = values(book["Peserta menurut kelas"])
    assert heads[-1][-1] == 3


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [("undangan", "Belum ada kelas"), ("daftar-pembayaran", "besaran pembayaran")],
)
def test_an_empty_paper_says_why(slug, sentence):
    training = create_attended_class(sessions=1).training

    with pytest.raises(NothingToPrint, match=sentence):
        as_pdf(BY_SLUG[slug], Facts(training))


def test_ready_papers_are_spoken_in_indonesian_whoever_asks(taught):
    create_dossier(training=taught.training, rates=[DAILY])

    with override("en"):
        _reader, text = text_of("daftar-pembayaran", taught.training)

    assert "Uang saku, Rp100.000 per hari" in text
