"""What invented trainings ask for, who pays for them, and what was answered."""

from datetime import timedelta

from django.utils import timezone

from artisans.models import Business, Craft
from council.models import Region
from programs.models import Activity, EligibilityRule
from trainings.models import Answer, Question, Requirement, Training, TrainingClass

from .councils import unit

Kind = Requirement.Kind
SONGKET = "pelatihan-songket-tingkat-dasar"
BORDIR = "pelatihan-bordir-dan-kerancang"
ECOPRINT = "pelatihan-ecoprint-untuk-pemula"
PHOTOS = "pelatihan-foto-produk-dengan-ponsel"
CODES = {"kbli_2020": "13122, 13134", "kbli_2025": "13122, 13133"}


def build():
    rules()
    ask(SONGKET, songket)
    ask(BORDIR, embroidery)
    ask(ECOPRINT, ecoprint)
    ask(PHOTOS, photos)


def ask(slug, what):
    """Prepare a training once: whoever changed it later keeps the change."""
    training = Training.objects.filter(slug=slug).first()
    if training and not training.requirements_asked.exists():
        what(training, list(training.classes.order_by("pk")))
        # The checklist says it now.
        Training.objects.filter(pk=training.pk).update(requirements="")


def asks(training, kind, text="", **fields):
    return Requirement.objects.create(training=training, kind=kind, text=text, **fields)


def questions(training, text, **fields):
    return Question.objects.create(training=training, text=text, **fields)


def rules():
    """Tobacco excise for growers' districts, and a company's letter for weavers."""
    city, funds = unit("12.74"), Activity.FundSource
    if EligibilityRule.objects.filter(unit=city).exists():
        return
    excise = EligibilityRule.objects.create(
        unit=city,
        fund_source=funds.TOBACCO,
        family=Craft.Family.WEAVING,
        is_nib_needed=True,
        basis="Contoh: PMK 215/PMK.07/2021 dan surat Disdagper 500/12/2026",
        is_example=True,
    )
    excise.areas.set(Region.objects.filter(code="12.74"))
    give_numbers(city)


def give_numbers(city):
    """Some businesses of the city have a NIB and its codes."""
    businesses = Business.objects.filter(is_example=True, nib="")
    for number, business in enumerate(
        businesses.filter(unit__code__startswith=city.code).order_by("pk")[:6], 1
    ):
        business.nib = f"9120{number:09d}"
        business.kbli_2020, business.kbli_2025 = CODES.values()
        business.save(update_fields=["nib", *CODES])


def songket(training, classes):
    asks(training, Kind.DOMICILE, region_id="12.74", order=1)
    asks(training, Kind.AGE, youngest=18, oldest=50, order=2)
    asks(training, Kind.UNTRAINED, years=2, order=3)
    asks(training, Kind.DOCUMENT, "KTP", order=4)
    asks(training, Kind.COPY, "Fotokopi KK", order=5)
    asks(training, Kind.DECLARATION, "Saya bersedia hadir pada semua sesi.", order=6)
    Training.objects.filter(pk=training.pk).update(
        fund_source=Activity.FundSource.TOBACCO
    )
    taught(
        classes[0],
        ["Menghani benang", "Memasang lungsi", "Menyungkit motif dasar"],
        40,
        minimum=6,
    )


def embroidery(training, classes):
    asks(training, Kind.AGE, youngest=18, order=1)
    asks(training, Kind.TOOLS, "gunting bordir dan pemidangan", order=2)
    asks(training, Kind.BUSINESS, training_class=classes[-1], order=3)
    size = questions(
        training,
        "Ukuran baju kerja Anda?",
        kind=Question.Kind.CHOICE,
        choices="S\nM\nL\nXL",
        order=1,
    )
    questions(
        training,
        "Foto salah satu hasil bordir Anda",
        kind=Question.Kind.FILE,
        is_required=False,
        order=2,
    )
    for number, seat in enumerate(classes[0].enrolments.select_related("artisan")):
        Answer.objects.create(
            artisan=seat.artisan,
            training=training,
            question=size,
            text=size.options[number % 4],
        )
    for each in classes:
        taught(
            each, ["Memindahkan motif", "Membordir penuh", "Merapikan sisi dalam"], 32
        )


def ecoprint(training, classes):
    """The afternoon class has too few people on the day to decide."""
    asks(training, Kind.DECLARATION, "Saya bersedia hadir pada semua sesi.", order=1)
    for each in classes:
        taught(
            each, ["Memordan kain", "Memilih daun", "Mengukus warna"], 12, minimum=10
        )
    yesterday = timezone.now() - timedelta(days=1)
    TrainingClass.objects.filter(pk=classes[-1].pk).update(decide_at=yesterday)


def photos(training, classes):
    """Taught online: only participants see the link."""
    asks(training, Kind.TOOLS, "ponsel berkamera", order=1)
    questions(training, "Merek ponsel Anda?", is_required=False, order=1)
    taught(classes[0], ["Cahaya dan latar", "Memotret kain dan benda kecil"], 10)
    TrainingClass.objects.filter(pk=classes[0].pk).update(
        mode=TrainingClass.Mode.ONLINE,
        meeting_link="https://rapat.example/foto-produk",
        meeting_note="Kode rapat 2468",
    )


def taught(training_class, competences, hours, *, minimum=None):
    TrainingClass.objects.filter(pk=training_class.pk).update(
        syllabus="\n".join(competences), lesson_hours=hours, minimum=minimum
    )
