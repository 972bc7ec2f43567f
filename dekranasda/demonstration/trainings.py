"""Invented trainings in every state that a visitor and an officer may meet."""

from dataclasses import dataclass, field
from datetime import time, timedelta
from itertools import cycle

from django.utils import timezone

from artisans.models import Artisan, Craft
from council.models import Message, Person
from programs.models import Activity, ActivityParty, HeadCount, Program
from trainings.enrolment import enrol
from trainings.models import Engagement, Session, Training, TrainingClass

from .attendance import attend
from .councils import unit
from .kept import at, heads, keep_activity, parties
from .news import agency_of

Status, Fund = Activity.Status, Activity.FundSource
FACILITIES = "Alat dan bahan\nMakan siang\nSertifikat keikutsertaan"
NEEDED = "Usia 18 tahun ke atas\nBersedia hadir pada semua sesi"


@dataclass(frozen=True)
class Group:
    """One class: its seats, and how many asked for one."""

    name: str
    craft: str
    quota: int
    asked: int
    topics: tuple = (
        "Pengenalan alat dan bahan",
        "Praktik dasar",
        "Menyelesaikan karya",
    )
    instructor: tuple = ()
    hours: tuple = (time(9), time(15))


@dataclass(frozen=True)
class Plan:
    """A training, in days from today."""

    code: str
    title: str
    title_en: str
    summary: str
    opens: int
    closes: int
    starts: int
    groups: tuple
    venue: str
    picture: tuple
    days: int = 3
    status: str = Status.PLANNED
    reason: str = ""
    is_public: bool = True
    program: str = ""
    audience: str = "Perajin dan calon perajin"
    fund: str = Fund.AGENCY
    budget: int = 24_000_000
    spent: int | None = None
    outcome: str = ""
    extra: dict = field(default_factory=dict)


PLANS = (
    Plan(
        "36.74.04", "Pelatihan Ecoprint untuk Pemula", "Ecoprint for beginners",
        "Mencetak daun pekarangan menjadi kain dan tas.", -6, 12, 19,
        (Group("Kelas Pagi", "ecoprint", 20, 8, instructor=("Kartini Lestari", "33.10"), hours=(time(8), time(12))),
         Group("Kelas Siang", "ecoprint", 15, 5, hours=(time(13), time(17)))),
        "Aula Kecamatan Ciputat", ("batik", "spanduk", "daun", 5),
    ),
    Plan(
        "36.74", "Pelatihan Foto Produk dengan Ponsel", "Product photos by phone",
        "Cahaya jendela, latar polos, dan foto yang membuat orang berhenti.", -12, 4, 9,
        (Group("Kelas Tunggal", "batik-tulis", 25, 22, ("Cahaya dan latar", "Memotret kain dan benda kecil"), ("Arif Permata", "")),),
        "Gedung Dekranasda Tangsel", ("batik", "spanduk", "kawung", 0), days=2,
    ),
    Plan(
        "36.74.05", "Pelatihan Makrame Simpul Dasar", "Macramé: first knots",
        "Dua hari membuat hiasan dinding dan gantungan pot.", -15, 6, 13,
        (Group("Kelas Makrame", "makrame", 12, 17, ("Simpul dasar", "Hiasan dinding")),),
        "Balai Warga Rempoa", ("makrame", "spanduk", "", 0), days=2,
    ),
    Plan(
        "13.71", "Pelatihan Bordir dan Kerancang", "Embroidery and eyelet work",
        "Dari memilih benang sampai merapikan sisi dalam.", -4, 15, 24,
        (Group("Kelas Bordir", "bordir", 16, 9, instructor=("Yuliana Tanjung", "13.75")),
         Group("Kelas Kerancang", "bordir-kerancang", 10, 10)),
        "Gedung Dekranasda Kota Padang", ("bordir", "spanduk", "", 0), days=4,
        program="Pelatihan bordir dan sulaman 2026",
    ),
    Plan(
        "13.71", "Pelatihan Sulaman Benang Emas", "Gold thread embroidery",
        "Menempelkan benang emas di atas beludru, cara Padang dan Pariaman.", 9, 24, 38,
        (Group("Kelas Dasar", "sulaman-benang-emas", 20, 0),
         Group("Kelas Lanjutan", "sulaman-benang-emas", 12, 0)),
        "Gedung Dekranasda Kota Padang", ("benang emas", "spanduk", "", 5), days=5,
        program="Pelatihan bordir dan sulaman 2026",
    ),
    Plan(
        "12.74", "Pelatihan Kerajinan Kerang Lanjutan", "Shell craft, next steps",
        "Cermin, lampu, dan kotak tisu yang siap dijual.", -30, -2, 5,
        (Group("Kelas Kerang", "kerajinan-kerang", 20, 20),),
        "Aula Disdagper Tanjungbalai", ("kerang", "spanduk", "", 0),
    ),
    Plan(
        "13.76", "Pelatihan Rajut Motif Baru", "New crochet patterns",
        "Tas dan boneka rajut untuk pasar oleh-oleh.", -35, -8, -1,
        (Group("Kelas Rajut", "rajut-crochet", 15, 14),),
        "Gedung UMKM Payakumbuh", ("crochet", "spanduk", "", 1), status=Status.RUNNING,
    ),
    Plan(
        "18.72", "Pelatihan Mendesain Motif Kota Metro", "Designing Metro's motifs",
        "Siger, kapal, dan pohon kota menjadi motif yang dikenali.", -90, -70, -62,
        (Group("Kelas Desain", "batik-metro", 20, 18),),
        "Sekam", ("batik", "spanduk", "siger", 3), status=Status.DONE,
        spent=21_450_000, outcome="18 peserta menggambar 36 rancangan; 6 dibuat menjadi kain.",
        program="Batik ciri khas Kota Metro 2026",
    ),
    Plan(
        "36.74.06", "Pelatihan Manik Kaca Daur Ulang", "Beads from recycled glass",
        "Dari botol bekas menjadi kalung.", -120, -100, -92,
        (Group("Kelas Manik", "manik-kaca", 10, 10),),
        "Balai Kelurahan Pamulang Barat", ("manik", "spanduk", "", 3), status=Status.DONE,
        fund=Fund.CSR, spent=17_800_000, budget=18_000_000,
        outcome="10 peserta lulus; 4 sudah menjual di bazar kecamatan.",
    ),
    Plan(
        "18.72", "Pelatihan Tapis untuk Remaja", "Tapis for teenagers",
        "Menyulam cucuk pada dompet dan peci.", -10, 10, 16,
        (Group("Kelas Tapis", "tapis", 15, 0),),
        "Sekam", ("tapis", "spanduk", "", 0), status=Status.CANCELLED,
        reason="Ruang dipakai untuk pemilihan umum tingkat kelurahan.",
    ),
    Plan(
        "13.76", "Pelatihan Anyaman Mansiang", "Plaiting with mansiang",
        "Tas dan kotak dari mansiang yang dikeringkan.", -20, 3, 8,
        (Group("Kelas Anyam", "anyaman-pandan", 18, 6),),
        "Balai Kelurahan Payobasung", ("anyam", "spanduk", "", 0), status=Status.POSTPONED,
        reason="Panen mansiang mundur karena hujan; tanggal baru menyusul.",
    ),
    Plan(
        "36.74.04", "Pelatihan Kemasan dan Label", "Packaging and labels",
        "Kemasan yang melindungi dan bercerita.", 20, 40, 48,
        (Group("Kelas Kemasan", "quilling-kertas", 20, 0),),
        "Aula Kecamatan Ciputat", ("kertas", "spanduk", "", 2), is_public=False,
    ),
    Plan(
        "12.74", "Pelatihan Songket Tingkat Dasar", "Songket, first steps",
        "Menyungkit motif pertama di alat tenun bukan mesin.", -3, 18, 27,
        (Group("Kelas Songket", "songket", 10, 8, instructor=("Sri Kusumadewi", "16.07")),),
        "Pendopo Kota Tanjungbalai", ("songket", "spanduk", "bintang", 0), days=5,
    ),
)  # fmt: skip


def build():
    today = timezone.localdate()
    queue = cycle(members())
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for plan in PLANS:
        training, is_new = keep_training(plan, today)
        if is_new:
            belongings(training, plan, today, queue)
    # Nobody has these numbers: what was written to them is not kept.
    letters = Message.objects.filter(pk__gt=before, cause__startswith="enrolment-")
    letters.delete()


def members() -> list[Artisan]:
    """Invented artisans without a business, who fill the classes."""
    artisans = Artisan.objects.filter(is_example=True, businesses=None)
    return list(artisans.select_related("person").order_by("pk"))


def keep_training(plan, today):
    starts_on = today + timedelta(days=plan.starts)
    code = plan.code[:5]
    program = Program.objects.filter(unit=unit(code), title=plan.program).first()
    published = at(today + timedelta(days=min(plan.opens, 0) - 3), "09:00")
    return keep_activity(
        Training,
        plan.code,
        plan.title,
        title_en=plan.title_en,
        program=program,
        summary=plan.summary,
        description=f"{plan.summary} Peserta membawa pulang hasil karyanya.",
        goal="Perajin mampu membuat dan menjual karyanya sendiri.",
        audience=plan.audience,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=plan.days - 1),
        start_time=min(group.hours[0] for group in plan.groups),
        end_time=max(group.hours[1] for group in plan.groups),
        venue=plan.venue,
        region_id=plan.code,
        status=plan.status,
        status_reason=plan.reason,
        published_at=published if plan.is_public else None,
        fund_source=plan.fund,
        budget_planned=plan.budget,
        budget_spent=plan.spent,
        outcome=plan.outcome,
        requirements=NEEDED,
        facilities=FACILITIES,
        is_example=True,
        crafts=Craft.objects.filter(slug__in=[group.craft for group in plan.groups]),
    )


def belongings(training, plan, today, queue):
    roles = ActivityParty.Role
    organisers = [
        (roles.ORGANISER, plan.code),
        (roles.FUNDER, agency_of(plan.code[:5])),
    ]
    parties(training, *organisers)
    for group in plan.groups:
        made = keep_class(training, plan, group, today)
        seats = [next(queue) for _ in range(group.asked)]
        fill(training, made, seats)
        teach(made, plan, group, training)
        if plan.status in {Status.RUNNING, Status.DONE}:
            attend(made)
        if plan.status == Status.DONE:
            heads(training, (HeadCount.Category.PARTICIPANTS, group.name, group.asked))


def keep_class(training, plan, group, today):
    return TrainingClass.objects.create(
        training=training,
        name=group.name,
        craft=Craft.objects.get(slug=group.craft),
        quota=group.quota,
        opens_at=at(today + timedelta(days=plan.opens), "08:00"),
        closes_at=at(today + timedelta(days=plan.closes), "16:00"),
    )


def fill(training, group, artisans):
    """
    Register artisans through the one door there is.

    It is open only before the closing day, so a class of the past is moved to
    tomorrow while they register, and moved back.
    """
    if not artisans:
        return
    now, day = timezone.now(), timedelta(days=1)
    trainings = Training.objects.filter(pk=training.pk)
    classes = TrainingClass.objects.filter(pk=group.pk)
    trainings.update(
        starts_on=now.date() + 2 * day,
        ends_on=now.date() + 3 * day,
        status=Status.PLANNED,
        published_at=now - day,
    )
    classes.update(opens_at=now - day, closes_at=now + day)
    for artisan in artisans:
        enrol(artisan, group, request_key=f"contoh-{group.pk}-{artisan.pk}")
    classes.update(opens_at=group.opens_at, closes_at=group.closes_at)
    trainings.update(
        starts_on=training.starts_on,
        ends_on=training.ends_on,
        status=training.status,
        published_at=training.published_at,
    )


def teach(group, plan, what, training):
    for number, topic in enumerate(what.topics[: plan.days]):
        Session.objects.create(
            training_class=group,
            held_on=training.starts_on + timedelta(days=number),
            start_time=what.hours[0],
            end_time=what.hours[1],
            topic=topic,
        )
    if what.instructor:
        full_name, origin = what.instructor
        instructor, _made = Person.objects.get_or_create(
            unit=training.unit,
            full_name=full_name,
            is_example=True,
            defaults={"origin_id": origin or None},
        )
        answers = Engagement.Status
        answer = answers.INVITED if plan.opens > 0 else answers.CONFIRMED
        Engagement.objects.create(
            training_class=group, instructor=instructor, status=answer
        )
