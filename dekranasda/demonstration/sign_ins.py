"""The accounts of the demonstration, and the artisan behind one of them."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone

from artisans.models import Artisan
from council.models import Message, User
from trainings.enrolment import enrol
from trainings.models import TrainingClass

from .accounts import ACCOUNTS
from .councils import unit
from .makers import HOME

STAFF = {
    "padang": ("13.71", "Pengelola unit", "Yusra Chaniago"),
    "tangsel": ("36.74", "Pengelola unit", "Nur Aini"),
    "ciputat": ("36.74.04", "Pengelola unit", "Siti Rohmah"),
    "humas": ("36.74", "Humas", "Dimas Prakoso"),
}
JOINED = ("pelatihan-foto-produk-dengan-ponsel", "pelatihan-makrame-simpul-dasar")


def build():
    known = set(User.objects.values_list("username", flat=True))
    for username, password, who in ACCOUNTS:
        if username not in known:
            add(username, password, who)
    join_trainings()
    undelivered()


def add(username, password, who):
    user = User(username=username, first_name=who.split(",")[0], is_example=True)
    user.is_superuser = username == "admin"
    user.is_staff = username != "perajin"
    if username in STAFF:
        code, _role, full_name = STAFF[username]
        user.unit = unit(code)
        user.first_name, user.last_name = full_name.split()
    if username == "perajin":
        user.person = Artisan.objects.get(businesses__name=HOME).person
        user.first_name = user.person.full_name
    user.set_password(password)
    user.save()
    if username in STAFF:
        user.groups.add(Group.objects.get_or_create(name=STAFF[username][1])[0])


def join_trainings():
    """The artisan who signs in has a seat in one class and waits for another."""
    artisan = Artisan.objects.get(businesses__name=HOME)
    if artisan.enrolments.exists():
        return
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for group in TrainingClass.objects.filter(training__slug__in=JOINED):
        enrol(artisan, group, request_key=f"contoh-{group.pk}-{artisan.pk}")
    letters = Message.objects.filter(pk__gt=before, cause__startswith="enrolment-")
    letters.delete()


def undelivered():
    """One message that did not arrive, so that staff see how it is told."""
    Message.objects.get_or_create(
        channel=Message.Channel.PHONE,
        cause="contoh-tidak-sampai",
        defaults={
            "unit": unit("36.74.04"),
            "recipients": ["+6281100009999"],
            "body": "Contoh: pengingat sesi pertama besok pukul 09.00 WIB.",
            "status": Message.Status.FAILED,
            "attempts": 8,
            "last_error": "Nomor tidak terdaftar",
            "created_at": timezone.now() - timedelta(days=1),
        },
    )
