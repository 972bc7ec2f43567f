"""Who can teach: four whom the news named, and invented ones in every standing."""

from datetime import timedelta

from django.utils import timezone

from artisans.models import Artisan, Craft
from council.models import Message, Person, User
from trainings.inviting import answer, invite
from trainings.models import Availability, Engagement, Instructor, Skill, TrainingClass
from trainings.models.instructors import POOL, PUBLIC_LINE

from .councils import unit
from .makers import HOME
from .names import invented_phone
from .people import named

FREE, AWAY = Availability.Kind.FREE, Availability.Kind.AWAY
MASTER, ADVANCED, BASIC = Skill.RANKS
# Of real people only what was reported: what they taught, where and when.
NAMED = (
    ("Helwani", "songket"),
    ("Pasriyani", "songket"),
    ("Tukimin", "kerajinan-kerang"),
    ("Saluki", "kerajinan-kerang"),
)
REPORTED = "Melatih di Kota Tanjungbalai, September 2018"
# keeper, name, home region, crafts, what they said, everybody finds them, institution
INVENTED = (
    ("36.74.04", "Kartini Lestari", "33.10", {"ecoprint": MASTER}, FREE, True, "Sanggar Contoh Klaten"),
    ("36.74", "Arif Permata", "", {"batik-tulis": ADVANCED}, None, False, ""),
    ("13.71", "Yuliana Tanjung", "13.75", {"bordir": MASTER, "bordir-kerancang": ADVANCED}, FREE, True, ""),
    ("12.74", "Sri Kusumadewi", "16.07", {"songket": MASTER}, FREE, True, "Rumah Songket Contoh"),
    ("13.71", "Nova Lubis", "13.71", {"songket": ADVANCED, "bordir": BASIC}, FREE, True, "SMK Contoh Padang"),
    ("13.76", "Elvira Sitorus", "13.76", {"songket": BASIC}, None, True, ""),
    ("13.76", "Marlina Siregar", "13.76", {"songket": ADVANCED}, AWAY, True, ""),
    ("18.72", "Wagiman Santoso", "18.72", {"tapis": MASTER}, FREE, True, ""),
    ("12.74", "Hendrik Manurung", "12.74", {"kerajinan-kerang": ADVANCED}, None, True, ""),
    ("12.74", "Zulkifli Hakim", "12.74", {"kerajinan-kerang": BASIC}, AWAY, False, ""),
)  # fmt: skip
TERMS = (
    "Honor Rp150.000 tiap jam pelajaran\n"
    "Tiket dan penginapan ditanggung panitia (contoh)"
)
LINE = "Contoh: melatih sejak 2012 dan menerima pesanan dari tiga kota."


def build():
    for full_name, craft in NAMED:
        keep(named(full_name), {craft: BASIC}, evidence=REPORTED, is_example=False)
    for number, row in enumerate(INVENTED):
        invented(number, *row)
    maker = Artisan.objects.get(businesses__name=HOME).person
    home, is_new = keep(maker, {"ecoprint": ADVANCED}, evidence="Contoh: 3 kelas")
    if is_new:
        before = Message.objects.order_by("-pk").values_list("pk", flat=True).first()
        home.agree(POOL, True)
        ask(home)
        # Nobody has these numbers: what was written to them is not kept.
        letters = Message.objects.filter(pk__gt=before or 0)
        letters.filter(cause__startswith="teaching-").delete()


def keep(person, skills, *, evidence="", is_example=True, **fields):
    instructor, is_new = Instructor.objects.get_or_create(
        person=person, defaults={"is_example": is_example, **fields}
    )
    if is_new:
        for slug, level in skills.items():
            craft = Craft.objects.get(slug=slug)
            instructor.skills.create(craft=craft, level=level, evidence=evidence)
    return instructor, is_new


def invented(number, code, full_name, origin, skills, said, is_found, institution):
    person, _made = Person.objects.get_or_create(
        unit=unit(code),
        full_name=full_name,
        is_example=True,
        defaults={"origin_id": origin or None},
    )
    instructor, is_new = keep(
        person,
        skills,
        evidence="Contoh: sertifikat kompetensi",
        institution=institution,
        languages=["id"],
        fee="Contoh: Rp150.000 tiap jam pelajaran",
        public_line=LINE if institution else "",
    )
    if not is_new:
        return
    person.phone = invented_phone(9000 + number)
    person.save(update_fields=["phone"])
    instructor.agree(POOL, is_found)
    instructor.agree(PUBLIC_LINE, bool(institution))
    if said:
        today = timezone.localdate()
        last = today + timedelta(days=90)
        instructor.periods.create(kind=said, starts_on=today, ends_on=last)


def ask(home):
    """The artisan who signs in taught, teaches and is asked; two others answered."""
    officer = User.objects.get(username="admin")
    how = {"by": officer, "terms": TERMS}
    beads = class_of("pelatihan-manik-kaca-daur-ulang", "Kelas Manik")
    invite(beads, home, has_agreed=True, **how)
    ecoprint = "pelatihan-ecoprint-untuk-pemula"
    invite(class_of(ecoprint, "Kelas Siang"), home, **how)
    teaches = invite(class_of(ecoprint, "Kelas Pagi"), home, **how)
    answer(teaches, is_yes=True, seen=0)
    shells = class_of("pelatihan-kerajinan-kerang-lanjutan", "Kelas Kerang")
    declined = invite(shells, of("Zulkifli Hakim"), reason="Contoh", **how)
    answer(
        declined,
        is_yes=False,
        seen=0,
        reason="Sedang pameran di Medan.",
        other_days="Minggu pertama bulan depan",
    )
    accepted = invite(shells, of("Hendrik Manurung"), **how)
    answer(accepted, is_yes=True, seen=0)
    eyelets = class_of("pelatihan-bordir-dan-kerancang", "Kelas Kerancang")
    silent = invite(eyelets, of("Nova Lubis"), **how)
    days_ago = timezone.now() - timedelta(days=2)
    Engagement.objects.filter(pk=silent.pk).update(invited_at=days_ago)


def class_of(slug, name) -> TrainingClass:
    classes = TrainingClass.objects.select_related("training__unit")
    return classes.get(training__slug=slug, name=name)


def of(full_name) -> Instructor:
    return Instructor.objects.get(person__full_name=full_name, is_example=True)
