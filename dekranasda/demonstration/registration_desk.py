"""What officers do with registrations: a group, a text of their own, reminders."""

from artisans.models import Artisan
from council.models import Message, Person, User
from trainings import groups
from trainings.models import GroupRegistration, MessageText, Training, TrainingClass

from .councils import unit

KECAMATAN, CITY = "36.74.04", "36.74"
WAITING_TEXT = {
    "subject": "Daftar tunggu {pelatihan}",
    "body": "Anda belum mendapat kursi: urutan {nomor} dari {antrean} di daftar "
    "tunggu {kelas}.\n\nKursi yang kosong diberikan menurut urutan. Sambil menunggu, "
    "lihat juga pelatihan lain di Tangerang Selatan.\n\n{rincian}",
    "whatsapp": "Yth. {nama}, Anda di daftar tunggu {pelatihan}, urutan {nomor} dari "
    "{antrean}. Kami mengabari Anda bila ada kursi kosong. Salam, {dewan}",
}


def build():
    own_text()
    training_class = TrainingClass.objects.filter(
        training__slug="pelatihan-ecoprint-untuk-pemula", name="Kelas Siang"
    ).first()
    officer = User.objects.filter(username="ciputat").first()
    if training_class and officer and not GroupRegistration.objects.exists():
        register_group(training_class, officer)


def own_text():
    MessageText.objects.get_or_create(
        unit=unit(CITY),
        training=None,
        situation=MessageText.Situation.WAITING,
        defaults=WAITING_TEXT,
    )


def register_group(training_class, officer):
    """Four members of one kecamatan, one of whom has not finished the profile."""
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    members = Artisan.objects.filter(is_example=True, unit__code__startswith=KECAMATAN)
    members = members.exclude(enrolments__training_class__training__is_example=True)
    group = [*members.select_related("person").order_by("pk")[:3], unfinished()]
    groups.register(training_class, group, request_key="contoh", by=officer)
    trainings = Training.objects.filter(pk=training_class.training_id)
    trainings.update(has_session_reminders=True)
    # Nobody has these numbers: what was written to them is not kept.
    letters = Message.objects.filter(pk__gt=before, cause__startswith="enrolment-")
    letters.delete()


def unfinished() -> Artisan:
    """A member whom the council knows by name only."""
    person, _made = Person.objects.get_or_create(
        unit=unit(KECAMATAN), full_name="Sumiyati Contoh", is_example=True
    )
    return Artisan.objects.get_or_create(
        person=person, defaults={"unit": unit(KECAMATAN), "is_example": True}
    )[0]
