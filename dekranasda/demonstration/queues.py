"""Invented classes in each state of the queue: applied, offered, kept for units."""

from datetime import timedelta

from django.utils import timezone

from artisans.models import Artisan
from council.models import Message, User
from trainings import enrolment as door
from trainings.models import QueueWeights, TrainingClass

from .councils import unit
from .kept import parties
from .makers import HOME
from .trainings import Group, Plan, keep_class, keep_training, members, teach

MODERATED = Plan(
    "36.74", "Pelatihan Batik Tulis Pilihan", "Batik by application",
    "Delapan kursi, dipilih dari pendaftar tujuh kecamatan.", -5, 10, 20,
    (Group("Kelas Pilihan", "batik-tulis", 8, 13),),
    "Gedung Dekranasda Tangsel", ("batik", "spanduk", "kawung", 2), days=4,
)  # fmt: skip
OFFERING = Plan(
    "36.74", "Pelatihan Anyaman Pandan Wangi", "Plaiting with pandan",
    "Antrean adil: yang belum pernah dilatih lebih dulu.", -8, 9, 18,
    (Group("Kelas Anyam", "anyaman-pandan", 6, 11),),
    "Balai Warga Pamulang", ("anyam", "spanduk", "", 1), days=2,
)  # fmt: skip
SHARED = Plan(
    "36.74", "Pelatihan Ecoprint Bersama Kecamatan", "Ecoprint of all districts",
    "Setiap kecamatan mendapat kursi titipan.", -4, 12, 22,
    (Group("Kelas Bersama", "ecoprint", 16, 7),),
    "Gedung Dekranasda Tangsel", ("batik", "spanduk", "daun", 3), days=2,
)  # fmt: skip
PLANS = (MODERATED, OFFERING, SHARED)
RULES = {"has_fair_queue": True}
OWN_WEIGHTS = {"few_trainings": 35, "district_share": 25, "waited_in_vain": 0}


def build():
    today = timezone.localdate()
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    weights(today)
    scenes = [
        (MODERATED, {**RULES, "admission": "seleksi"}, moderated),
        (OFFERING, {**RULES, "has_offers": True}, offering),
        (SHARED, {}, shared),
    ]
    for plan, rules, scene in scenes:
        training, is_new = keep_training(plan, today)
        if is_new:
            scene(new_class(training, plan, rules, today))
    # Nobody has these numbers: what was written to them is not kept.
    written = Message.objects.filter(pk__gt=before)
    written.filter(cause__regex=r"^(enrolment|offer)-").delete()


def weights(today):
    """One council has its own weights, another has announced new ones."""
    sets = [
        ("13.71", today - timedelta(days=200), "Kecamatan pesisir lebih jarang ikut."),
        ("36.74", today + timedelta(days=40), "Disepakati dalam rapat kerja."),
    ]
    for code, day, why in sets:
        QueueWeights.objects.get_or_create(
            unit=unit(code), why=why, defaults={"applies_on": day, **OWN_WEIGHTS}
        )


def new_class(training, plan, rules, today):
    (group,) = plan.groups
    parties(training, ("penyelenggara", plan.code))
    made = keep_class(training, plan, group, today)
    TrainingClass.objects.filter(pk=made.pk).update(**rules)
    teach(made, plan, group, training)
    return TrainingClass.objects.get(pk=made.pk)


def artisan() -> Artisan:
    """The artisan who signs in."""
    return Artisan.objects.get(businesses__name=HOME)


def ask(training_class, artisans):
    return [
        door.enrol(
            each, training_class, request_key=f"contoh-{training_class.pk}-{each.pk}"
        )
        for each in artisans
    ]


def moderated(training_class):
    """Some are accepted, one waits in reserve, one is refused, the rest is open."""
    city, ciputat = User.objects.filter(username__in=["tangsel", "ciputat"]).order_by(
        "-username"
    )
    asked = ask(training_class, [*members()[:12], artisan()])
    for each in asked:
        if each.artisan.unit.code.startswith(ciputat.unit.code):
            door.endorse(each, ciputat, note="Anggota aktif, rajin datang.")
    ranked = list(training_class.enrolments.applied())
    ranked = [each for each in ranked if each.artisan_id != artisan().pk]
    for each in ranked[:4]:
        door.accept(each, city, reason="Sesuai peringkat dan syarat.")
    door.put_in_reserve(ranked[4], city)
    door.refuse(ranked[-1], city, reason="Sudah mengikuti kelas yang sama tahun lalu.")


def offering(training_class):
    """A full class with a line; the artisan who signs in is offered a seat."""
    city = User.objects.get(username="tangsel")
    seat, *_others = ask(training_class, members()[12:20])
    (mine,) = ask(training_class, [artisan()])
    door.cancel(seat, by=city, reason="Berhalangan karena sakit.", fill=False)
    door.offer(mine, city, reason="Tinggal paling dekat; kursi perlu segera diisi.")


def shared(training_class):
    """Seats kept for two kecamatan, one of which offers some to the other."""
    ciputat = User.objects.get(username="ciputat")
    until = timezone.localdate() + timedelta(days=7)
    kept = door.allot(training_class, unit("36.74.04"), 5, until)
    door.allot(training_class, unit("36.74.05"), 3, until)
    ask(training_class, members()[20:27])
    note = "Anggota kami sedang menyiapkan bazar."
    door.offer_seats(kept, unit("36.74.05"), 2, ciputat, note=note)
