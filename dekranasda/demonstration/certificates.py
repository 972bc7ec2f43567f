"""Invented certificates of a training that is over: valid, replaced and withdrawn."""

from datetime import timedelta

from django.utils import timezone

from artisans.models import Artisan, CompetenceCertificate
from council.models import Message
from trainings.attendance import record
from trainings.certification import issue, reissue, why_not_yet, withdraw
from trainings.models import (
    Attendance,
    Certificate,
    NumberPattern,
    Signatory,
    TrainingClass,
)

from .councils import CITIES, unit
from .kept import at
from .trainings import fill

CODES = {
    "13.71": "PDG",
    "12.74": "TJB",
    "36.74": "TGS",
    "13.76": "PYK",
    "18.72": "MTR",
}
CHAIRS = ("Hj. Ratna Contoh, S.E.", "Hj. Laila Contoh", "Dra. Hj. Nur Contoh, M.M.")
# A class of the past, and how many of its participants were there each time.
CLASSES = (("Kelas Desain", 14), ("Kelas Manik", 10))
TAUGHT = {
    "Kelas Desain": (
        "Membaca motif siger, kapal, dan pohon kota",
        "Menggambar pola berulang",
        "Memilih paduan warna",
        "Menyiapkan gambar untuk canting",
    ),
    "Kelas Manik": (
        "Memilah dan membersihkan botol bekas",
        "Melebur dan membentuk manik dengan aman",
        "Merangkai kalung",
        "Menghitung harga pokok",
    ),
}
# The rest were there again: among them the artisan who signs in, who came last.
FAITHFUL = 18
SCHEMES = (
    ("Pembatik Tulis", "LSP Batik (BNSP)", -1070, 25),
    ("Pembuat Pewarna Alam", "LSP Batik (BNSP)", -1020, 75),
    ("Penenun Songket", "LSP Tekstil Contoh", -400, 695),
    ("Pembordir", "LSP Garmen Contoh", -1500, -405),
)


def build():
    today = timezone.localdate()
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for place, code in enumerate(CITIES):
        keep_office(code, CHAIRS[place % len(CHAIRS)], today)
    for name, keen in CLASSES:
        for each in TrainingClass.objects.filter(name=name, training__is_example=True):
            certify(each, keen)
    keep_competences(today)
    # Nobody has these numbers: what was written to them is not kept.
    letters = Message.objects.filter(
        pk__gt=before, cause__regex="^(certificate|enrolment)-"
    )
    letters.delete()


def keep_office(code, chair, today):
    """Who signs for a city, and how it numbers."""
    council = unit(code)
    NumberPattern.objects.get_or_create(unit=council, defaults={"code": CODES[code]})
    if Signatory.objects.filter(unit=council).exists():
        return
    since = today - timedelta(days=700)
    Signatory.objects.create(
        unit=council, name=chair, post=f"Ketua {council.name}", from_on=since
    )
    Signatory.objects.create(
        unit=council,
        name="Drs. Bambang Contoh, M.Si.",
        post="Kepala Dinas Perindustrian dan Perdagangan",
        from_on=since,
        order=2,
    )


def certify(training_class, keen):
    """Let participants have been there, and give what they have earned, once."""
    if Certificate.objects.of_class(training_class).exists():
        return
    seat_home(training_class)
    attend(training_class, keen)
    training_class.syllabus = "\n".join(TAUGHT[training_class.name])
    training_class.save(update_fields=["syllabus"])
    if why_not_yet(training_class):
        return
    given = issue(training_class)
    if len(given) > 2:
        person = given[0].enrolment.artisan.person
        person.title_after = person.title_after or "S.Sn."
        person.save(update_fields=["title_after"])
        reissue(given[0], by=None, reason="Gelar belum tercantum pada lembar pertama.")
        withdraw(given[1], by=None, reason="Kehadiran tercatat atas nama orang lain.")


def seat_home(training_class):
    """The artisan who signs in was in the first class with a free seat."""
    home = Artisan.objects.filter(person__user__username="perajin").first()
    if home and training_class.seats_left:
        fill(training_class.training, training_class, [home])


def attend(training_class, keen):
    """Keep the list of each session of whoever stands in none yet."""
    status = Attendance.Status
    seats = list(training_class.enrolments.confirmed().filter(attendances=None))
    for number, session in enumerate(training_class.sessions.all()):
        marks = {
            enrolment.pk: status.PRESENT
            if place not in range(keen, FAITHFUL) or number == 0
            else (status.EXCUSED, status.ILL, status.ABSENT)[place % 3]
            for place, enrolment in enumerate(seats)
        }
        key, moment = f"contoh-{session.pk}", at(session.held_on, "09:15")
        record(session, marks, way=Attendance.Way.LIST, key=key, at=moment)


def keep_competences(today):
    """A few certificates of outside bodies: one ends soon, one has ended."""
    if CompetenceCertificate.objects.filter(is_example=True).exists():
        return
    home = Artisan.objects.filter(person__user__username="perajin")
    others = Artisan.objects.filter(is_example=True).exclude(pk__in=home)
    owners = [*home, *others.order_by("pk")[: len(SCHEMES)]]
    for number, (owner, facts) in enumerate(zip(owners, SCHEMES, strict=False), 1):
        scheme, issuer, issued, expires = facts
        CompetenceCertificate.objects.create(
            artisan=owner,
            scheme=scheme,
            craft=owner.main_craft,
            issuer=issuer,
            number=f"CONTOH-{number:04}",
            issued_on=today + timedelta(days=issued),
            expires_on=today + timedelta(days=expires),
            is_example=True,
        )
