"""Exhibitions and other days: real ones from public reports, coming ones invented."""

from datetime import date, time, timedelta

from django.utils import timezone

from artisans.models import Craft
from events.models import Event
from programs.models import (
    Activity,
    ActivityDay,
    ActivityParty,
    AgendaItem,
    HeadCount,
    Meeting,
    Program,
    SupportLine,
)

from .councils import unit
from .kept import at, heads, keep_activity, parties
from .news import agency_of

Kind, Status, Scale, Role = (
    Activity.Kind,
    Activity.Status,
    Activity.Scale,
    Activity.Role,
)
Count = HeadCount.Category
PUBLIC_FIGURES = "Angka dari pemberitaan umum."

# unit, title, slug, dates, fields
REAL = [
    ("", "Kriyanusa 2018", date(2018, 9, 26), date(2018, 9, 30), {
        "venue": "JCC Jakarta", "stands": 313, "admission": "gratis", "host_name": "Dekranas",
        "summary": "313 stan kriya, 172 di antaranya dari Dekranasda.",
    }),
    ("", "Kriyanusa 2024", date(2024, 8, 28), date(2024, 9, 1), {
        "venue": "JCC Jakarta", "stands": 444, "visitors": 52_800, "sales": 20_200_000_000,
        "host_name": "Dekranas", "summary": "444 stan dan 52.800 pengunjung.",
    }),
    ("", "INACRAFT 2026", date(2026, 2, 4), date(2026, 2, 8), {
        "venue": "JCC Jakarta", "role": Role.PARTICIPANT,
        "host_name": "ASEPHI dan PT Mediatama Binakreasi", "edition": "Womenpreneurs",
        "summary": "1.013 peserta dari seluruh Indonesia.",
    }),
    ("", "Karya Kreatif Indonesia 2024", date(2024, 8, 1), date(2024, 8, 4), {
        "venue": "JCC Jakarta", "role": Role.PARTICIPANT, "host_name": "Bank Indonesia",
        "edition": "ke-9", "summary": "UMKM kriya binaan bertemu pembeli.",
    }),
    ("", "HUT ke-45 Dekranas", date(2025, 7, 9), date(2025, 7, 11), {
        "venue": "Balikpapan", "kind": Kind.GATHERING, "host_name": "Dekranas",
        "summary": "Peringatan hari ulang tahun Dekranas di Balikpapan.",
    }),
    ("12.74", "Tanjungbalai di Pekan Raya Sumatera Utara 2019", date(2019, 3, 1), date(2019, 3, 31), {
        "venue": "Tapian Daya, Medan", "role": Role.PARTICIPANT, "scale": Scale.PROVINCE,
        "host_name": "Pemerintah Provinsi Sumatera Utara", "edition": "ke-48",
        "summary": "Stan Tanjungbalai: Batik Kito, kerajinan kerang dan batok.",
        "description": "Tanggal persisnya tidak tercatat; PRSU biasa berlangsung bulan Maret.",
    }),
    ("18.72", "UMKM Expo Metro", date(2021, 4, 10), date(2021, 4, 11), {
        "venue": "Parkir TMII Metro", "scale": Scale.CITY, "host_name": "Dekranasda Kota Metro",
        "summary": "Sekitar 30 pelaku UMKM Kota Metro.",
    }),
    ("36.74", "Lomba Desain Batik Tangerang Selatan 2023", date(2023, 8, 28), date(2023, 10, 2), {
        "kind": Kind.CONTEST, "scale": Scale.CITY,
        "summary": "Hadiah Rp22,5 juta; kurasi 26-27 September, pemenang 2 Oktober.",
    }),
]  # fmt: skip
CONTEST_DAYS = (date(2023, 8, 28), date(2023, 9, 8), date(2023, 9, 26), date(2023, 9, 27), date(2023, 10, 2))  # fmt: skip

# unit, title, English, kind, days from today, length, fields
INVENTED = [
    ("36.74", "Bazar Kriya Tangsel", "South Tangerang Craft Bazaar", Kind.EXHIBITION, 12, 3, {
        "venue": "Alun-alun Tangerang Selatan", "admission": "gratis", "stands": 54,
        "summary": "Satu stan untuk setiap kelurahan, 54 stan dalam tiga hari.",
    }),
    ("36.74.04", "Pasar Minggu Perajin Ciputat", "Ciputat Sunday Makers' Market", Kind.EXHIBITION, 7, 1, {
        "venue": "Halaman Kantor Kecamatan Ciputat", "admission": "gratis", "scale": Scale.DISTRICT,
        "summary": "Belanja langsung dari tangan pembuatnya.",
    }),
    ("13.71", "Pekan Bordir dan Sulam Padang", "Padang Embroidery Week", Kind.EXHIBITION, 33, 5, {
        "venue": "Gedung Dekranasda Kota Padang", "admission": "gratis", "stands": 30,
        "summary": "Demo menyulam setiap pukul 10.00 dan 14.00 WIB.",
    }),
    ("12.74", "Pesta Kerang Tanjungbalai", "Tanjungbalai Shell Fair", Kind.EXHIBITION, 52, 4, {
        "venue": "Lapangan Pasir Tanjungbalai", "admission": "gratis",
        "summary": "Kriya kerang, Batik Kito, dan jajanan laut.",
    }),
    ("13.76", "Gelar Tenun dan Rendang Payakumbuh", "Weaving and Rendang Days", Kind.EXHIBITION, 70, 3, {
        "venue": "Gedung UMKM Payakumbuh", "admission": "gratis",
        "summary": "Menenun dan mengaduk rendang di satu halaman.",
    }),
    ("18.72", "Lomba Cipta Motif Metro", "Metro Motif Contest", Kind.CONTEST, 5, 30, {
        "venue": "Sekam", "admission": "gratis",
        "summary": "Mencari motif yang langsung dikenali sebagai Metro.",
    }),
    ("36.74", "Peragaan Busana Kriya Nusantara", "Craft Fashion Show", Kind.FASHION_SHOW, 26, 1, {
        "venue": "Gedung Dekranasda Tangsel", "summary": "Dua puluh karya perajin di atas panggung.",
    }),
    ("36.74", "Kurasi Produk untuk Pameran Nasional", "Curation for national fairs", Kind.CURATION, 18, 2, {
        "venue": "Gedung Dekranasda Tangsel", "summary": "Delapan puluh produk dinilai untuk pameran tahun depan.",
    }),
    ("13.71", "Silaturahmi Perajin Menjelang Ramadan", "Makers' gathering", Kind.GATHERING, 64, 1, {
        "venue": "Gedung Dekranasda Kota Padang", "summary": "Bertemu, bertukar kabar, dan makan bersama.",
    }),
    ("36.74", "Bazar Merdeka Tangsel", "Independence Bazaar", Kind.EXHIBITION, -98, 2, {
        "venue": "Alun-alun Tangerang Selatan", "stands": 40, "visitors": 3200, "sales": 186_500_000,
        "summary": "Empat puluh stan, dua hari.", "outcome": "12 perajin mendapat pesanan lanjutan.",
        "budget_planned": 45_000_000, "budget_spent": 43_250_000,
        "took_part": ("perajin Tangerang Selatan", 40),
    }),
    ("13.71", "Padang Craft Week", "Padang Craft Week", Kind.EXHIBITION, -45, 4, {
        "venue": "Taman Budaya Padang", "stands": 36, "visitors": 5100, "sales": 241_000_000,
        "summary": "Sulaman, songket, dan tanah liek bertemu pembeli.",
        "outcome": "3 hotel memesan cendera mata.", "budget_planned": 60_000_000, "budget_spent": 58_900_000,
        "took_part": ("perajin Kota Padang", 36),
    }),
    ("18.72", "Bincang Kisah Perajin", "Makers' stories", Kind.PROMOTION, -20, 1, {
        "venue": "Sekam", "summary": "Perajin bercerita, tim kreatif merekam.",
        "outcome": "Enam video pendek siap tayang.", "took_part": ("perajin", 14),
    }),
]  # fmt: skip
LOOKS = {
    "36.74": ("batik", "daun", 8),
    "36.74.04": ("batik", "daun", 5),
    "13.71": ("songket", "saik galamai", 0),
    "12.74": ("batik", "kerang", 8),
    "13.76": ("crochet", "", 1),
    "18.72": ("tapis", "", 0),
    "": ("batik", "kawung", 0),
}
# unit, year, title, line, status
PROGRAMS = [
    ("13.71", "Pelatihan bordir dan sulaman 2026", 2, "berjalan", "pendek"),
    ("13.71", "Produk lokal untuk setiap acara kota", 5, "dianggarkan", "menengah"),
    ("12.74", "Kerang Tanjungbalai naik kelas", 8, "berjalan", "menengah"),
    ("12.74", "Fasilitasi merek 20 perajin", 6, "disetujui", "pendek"),
    ("36.74", "Bazar dan peragaan kriya wilayah", 5, "berjalan", "pendek"),
    ("36.74", "Seribu perajin baru dari 54 kelurahan", 1, "berjalan", "panjang"),
    ("36.74", "Alat produksi bagi industri rumah tangga", 4, "dianggarkan", "pendek"),
    ("13.76", "Rajutan dan tenun masuk toko oleh-oleh", 5, "berjalan", "menengah"),
    ("13.76", "Pendampingan industri rumah tangga pangan", 7, "disetujui", "pendek"),
    ("18.72", "Batik ciri khas Kota Metro 2026", 8, "berjalan", "menengah"),
    ("18.72", "Kampung Batik tahap pertama", 3, "ditunda", "panjang"),
]


def build():
    programs()
    for code, title, first, last, fields in REAL:
        real(code, title, first, last, fields)
    today = timezone.localdate()
    for row in INVENTED:
        invented(today, *row)
    meetings(today)


def programs():
    year = timezone.localdate().year
    for code, title, line, status, horizon in PROGRAMS:
        Program.objects.get_or_create(
            unit=unit(code),
            year=year,
            title=title,
            defaults={
                "line": SupportLine.objects.get(order=line),
                "status": status,
                "horizon": horizon,
                "lead_agency": agency_of(code),
                "is_example": True,
            },
        )


def real(code, title, first, last, fields):
    defaults = {"kind": Kind.EXHIBITION, "scale": Scale.NATIONAL, **fields}
    defaults.setdefault("description", PUBLIC_FIGURES)
    activity, is_new = keep_activity(
        Event,
        code,
        title,
        starts_on=first,
        ends_on=last,
        region_id=code or None,
        status=Status.DONE,
        published_at=at(first, "08:00"),
        **defaults,
    )
    if is_new and defaults["kind"] == Kind.CONTEST:
        days = [ActivityDay(activity=activity, held_on=day) for day in CONTEST_DAYS]
        ActivityDay.objects.bulk_create(days)
    if is_new and title == "UMKM Expo Metro":
        heads(activity, (Count.BUSINESSES, "sekitar 30 pelaku UMKM", 30))


def invented(today, code, title, title_en, kind, start, length, fields):
    starts_on = today + timedelta(days=start)
    is_past = start + length <= 0
    fields, took_part = dict(fields), fields.get("took_part")
    fields.pop("took_part", None)
    program = Program.objects.filter(
        unit=unit(code[:5]), line__order=5, year=today.year
    )
    activity, is_new = keep_activity(
        Event,
        code,
        title,
        title_en=title_en,
        kind=kind,
        program=program.first(),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=length - 1),
        start_time=time(10),
        end_time=time(20) if kind == Kind.EXHIBITION else time(16),
        region_id=code,
        status=Status.DONE if is_past else Status.PLANNED,
        published_at=at(today + timedelta(days=min(start, 0) - 10), "09:00"),
        is_example=True,
        crafts=Craft.objects.filter(activities__unit__code=code).distinct()[:3],
        **{"description": fields["summary"], **fields},
    )
    if is_new:
        parties(activity, (ActivityParty.Role.ORGANISER, code))
    if is_new and took_part:
        heads(activity, (Count.PARTICIPANTS, *took_part))


def meetings(today):
    """The next raker of two councils, one of them already with its agenda."""
    year = today.year + 1
    for code, days, theme in (("36.74", 95, "Satu jadwal"), ("13.71", 88, "")):
        city = unit(code).name.removeprefix("Dekranasda Kota ")
        raker, is_new = keep_activity(
            Meeting,
            code,
            f"Raker Dekranasda Kota {city} {year}",
            meeting_kind=Meeting.MeetingKind.RAKER,
            year=year,
            theme=theme,
            starts_on=today + timedelta(days=days),
            start_time=time(9),
            end_time=time(15),
            region_id=code,
            published_at=at(today - timedelta(days=2), "09:00"),
            summary=f"Menyusun program kerja {year}.",
            is_example=True,
        )
        if is_new:
            parties(raker, (ActivityParty.Role.ORGANISER, code))
            for order, title in enumerate(
                (
                    f"Evaluasi kegiatan {year - 1}",
                    "Paparan setiap bidang",
                    f"Program kerja {year}",
                ),
                1,
            ):
                AgendaItem.objects.create(meeting=raker, order=order, title=title)
