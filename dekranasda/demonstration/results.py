"""Invented trainings that ended long ago, and what their participants say since."""

from datetime import date, timedelta
from itertools import cycle

from django.utils import timezone

from artisans.models import Artisan
from council.models import Message
from trainings.attendance import record
from trainings.feedback import OPEN_FOR
from trainings.follow_ups import count_again, stages_of
from trainings.ladder import rung_of
from trainings.models import (
    Attendance,
    Feedback,
    FeedbackRequest,
    FollowUp,
    TrainingClass,
)
from trainings.rubrics import rubric_of
from trainings.scores import Typed, assess, write_scores

from .kept import at
from .makers import HOME
from .trainings import Fund, Group, Plan, Status, belongings, keep_training, members

PLANS = (
    Plan(
        "36.74.04", "Pelatihan Ecoprint Tahap Pertama", "Ecoprint, the first stage",
        "Mordan, pukul, dan kukus: kain pertama dari daun sendiri.", -440, -415, -412,
        (Group("Kelas Ecoprint", "ecoprint", 12, 11, instructor=("Kartini Lestari", "33.10")),),
        "Aula Kecamatan Ciputat", ("batik", "spanduk", "daun", 2), status=Status.DONE,
        fund=Fund.CSR, budget=20_000_000, spent=19_250_000,
        outcome="Dua belas kain dipamerkan pada hari terakhir.",
    ),
    Plan(
        "36.74", "Pelatihan Batik Tulis untuk Pemula", "Drawn batik for beginners",
        "Dari canting pertama sampai lorod.", -250, -220, -214,
        (Group("Kelas Batik", "batik-tulis", 14, 14, instructor=("Arif Permata", "")),),
        "Gedung Dekranasda Tangsel", ("batik", "spanduk", "kawung", 3), status=Status.DONE,
        budget=28_000_000, spent=27_400_000,
        outcome="Setiap peserta membawa pulang satu selendang batik.",
    ),
    Plan(
        "13.71", "Pelatihan Sulaman Bayang", "Shadow embroidery",
        "Sulaman yang tampak dari balik kain tipis.", -245, -216, -208,
        (Group("Kelas Sulaman", "sulaman-benang-emas", 12, 12, instructor=("Yuliana Tanjung", "13.75")),),
        "Gedung Dekranasda Kota Padang", ("bordir", "spanduk", "", 3), status=Status.DONE,
        program="Pelatihan bordir dan sulaman 2026", budget=24_000_000, spent=23_900_000,
        outcome="Dua belas peserta menyelesaikan satu selendang.",
    ),
    Plan(
        "36.74.05", "Pelatihan Makrame Gantungan Pot", "Macramé plant hangers",
        "Empat simpul yang cukup untuk gantungan pertama.", -150, -125, -119,
        (Group("Kelas Makrame", "makrame", 10, 10, ("Simpul dasar", "Gantungan pot"), ("Rina Wulandari", "33.10")),),
        "Balai Warga Rempoa", ("makrame", "spanduk", "", 2), days=2, status=Status.DONE,
        fund=Fund.PARTNER, budget=9_000_000, spent=8_600_000,
        outcome="Sepuluh gantungan pot terjual di bazar kelurahan.",
    ),
    Plan(
        "36.74.04", "Pelatihan Menganyam Pandan", "Plaiting with pandan",
        "Tikar kecil dan tempat tisu dalam tiga hari.", -40, -15, -8,
        (Group("Kelas Pandan", "anyaman-pandan", 10, 8),),
        "Aula Kecamatan Ciputat", ("anyam", "spanduk", "", 2), status=Status.DONE,
        budget=12_000_000, spent=11_300_000,
        outcome="Delapan peserta menyelesaikan tempat tisu pertama.",
    ),
)  # fmt: skip

WORKS = {
    "ecoprint": ("Selendang ecoprint daun jati", "Selendang bermotif daun"),
    "batik-tulis": ("Selendang kawung", "Selendang batik bermotif kawung"),
    "sulaman-benang-emas": ("Selendang sulaman bayang", "Selendang bersulam bunga"),
    "makrame": ("Gantungan pot", "Gantungan pot dari tali katun"),
    "anyaman-pandan": ("Tempat tisu pandan", "Tempat tisu anyaman"),
}
LOOKS = {
    "ecoprint": ("batik", "daun"),
    "batik-tulis": ("batik", "kawung"),
    "sulaman-benang-emas": ("bordir", ""),
    "makrame": ("makrame", ""),
    "anyaman-pandan": ("anyam", ""),
}
GRADES = ((4, 3, 3, 4, 3), (3, 3, 2, 3, 2), (2, 3, 3, 2, 1), (4, 4, 3, 3, 4))
BEFORE = (35, 50, 42, 60, 28, 55, 47)
WON = (38, 22, 30, 25, 41, 12, 33)
NOTES = ("Cepat paham dan rapi.", "", "Perlu latihan warna.", "")

# What people say; whoever has None stays silent.
SAID = (
    {"producing": "ya", "has_new_product": True, "product_name": "Tas bahu", "helpers": 1, "turnover": "sampai-5", "need": "pasar"},
    {"producing": "ya", "has_new_product": True, "product_name": "Syal kecil", "helpers": 0, "turnover": "sampai-1", "need": "kemasan"},
    {"producing": "kadang", "obstacle": "modal", "has_new_product": False, "helpers": 0, "turnover": "sampai-1", "need": "modal"},
    None,
    {"producing": "tidak", "obstacle": "waktu", "has_new_product": False, "need": "latihan", "words": "Anak masih kecil, ingin mulai lagi tahun depan."},
    {"producing": "ya", "has_new_product": True, "product_name": "Dompet", "helpers": 3, "turnover": "sampai-15", "need": "izin"},
    {"producing": "ya", "has_new_product": False, "helpers": 0, "turnover": "nihil", "need": "pasar"},
    {"producing": "kadang", "obstacle": "pembeli", "has_new_product": False, "helpers": 1, "turnover": "sampai-1", "need": "pasar"},
)  # fmt: skip
NOTHING = {
    "obstacle": "",
    "has_new_product": None,
    "product_name": "",
    "helpers": None,
    "turnover": "",
    "need": "",
    "words": "",
}
OPINIONS = (
    (5, 5, 4, "Pelatihnya sabar, contohnya jelas."),
    (4, 5, 3, "Ruangan terlalu panas sesudah siang."),
    (5, 4, 4, ""),
    (4, 4, 5, "Ingin tahap lanjutan."),
    (3, 5, 4, ""),
)


def build():
    today = timezone.localdate()
    artisan = Artisan.objects.get(businesses__name=HOME)
    others = [each for each in reversed(members()) if each != artisan]
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for number, plan in enumerate(PLANS):
        training, is_new = keep_training(plan, today)
        if is_new:
            # The artisan who signs in learnt first and last in this list.
            own = [artisan] if number in (0, len(PLANS) - 1) else []
            start = number * 7 % max(len(others), 1)
            queue = cycle([*own, *others[start:], *others[:start]])
            belongings(training, plan, today, queue)
            for group in training.classes.all():
                aftermath(group, today)
    # Nobody has these numbers: what was written to them is not kept.
    letters = Message.objects.filter(pk__gt=before, cause__startswith="enrolment-")
    letters.delete()


def aftermath(group: TrainingClass, today: date):
    """All that is written down of a class while it is held and later."""
    seats = group.enrolments.confirmed().select_related(
        "training_class__training", "training_class__craft"
    )
    seats = list(seats.order_by("ticket"))
    attend(group, seats)
    points(group, seats)
    works(group, seats)
    opinions(group, seats)
    follow(group, seats, today)


def attend(group, seats):
    """Fill the lists of a class whose lists nobody kept."""
    if Attendance.objects.filter(session__training_class=group).exists():
        return
    statuses, way = Attendance.Status, Attendance.Way.LIST
    for day, session in enumerate(group.sessions.all()):
        marks = {
            seat.pk: statuses.ILL if (day + place) % 9 == 8 else statuses.PRESENT
            for place, seat in enumerate(seats)
        }
        key, moment = f"contoh-{session.pk}", at(session.held_on, "09:15")
        record(session, marks, way=way, key=key, at=moment)


def points(group, seats):
    rows = [
        Typed(
            seat.pk,
            {
                "before": BEFORE[place % len(BEFORE)],
                "after": BEFORE[place % len(BEFORE)] + WON[place % len(WON)],
            },
            {},
            NOTES[place % len(NOTES)],
        )
        for place, seat in enumerate(seats)
    ]
    write_scores(group, rows)


def works(group, seats):
    """Two of three made something worth a look."""
    craft = group.craft
    name, alt = WORKS[craft.slug]
    for place, seat in enumerate(seats):
        if place % 3 == 2:
            continue
        grades = GRADES[place % len(GRADES)]
        rubric = rubric_of(craft.family)
        given = {each.key: grade for each, grade in zip(rubric, grades, strict=True)}
        note = NOTES[place % len(NOTES)]
        assess(seat, grades=given, name=name, alt=f"{alt} (gambar)", note=note)


def opinions(group, seats):
    """Most answered; the first one, who may be trying out the portal, did not yet."""
    closes_on = group.sessions.latest("held_on").held_on + OPEN_FOR
    for place, seat in enumerate(seats):
        answered = place % 4 != 0
        FeedbackRequest.objects.create(
            enrolment=seat, closes_on=closes_on, is_answered=answered
        )
        if answered:
            material, instructor, organisation, words = OPINIONS[place % len(OPINIONS)]
            Feedback.objects.create(
                training_class=group,
                material=material,
                instructor=instructor,
                organisation=organisation,
                words=words,
                month_on=closes_on.replace(day=1),
            )


def follow(group, seats, today):
    ended_on = group.sessions.latest("held_on").held_on
    for stage, (months, due_on, closes_on) in enumerate(stages_of(ended_on)):
        if due_on > today:
            continue
        for place, seat in enumerate(seats):
            said = SAID[(place + stage * 3) % len(SAID)]
            row = ask(seat, months, due_on, closes_on, said)
        count_again(row)


def ask(seat, months, due_on, closes_on, said):
    """A question of the past with its answer, or with the silence after it."""
    asked_at = at(due_on, "07:00")
    answers = {**NOTHING, **said} if said else {}
    if said:
        answers |= {"rung": rung_of(**answers), "way": FollowUp.Way.LINK}
        answers["answered_at"] = asked_at + timedelta(hours=30)
    else:
        answers["reminded_at"] = asked_at + timedelta(days=7)
    return FollowUp.objects.create(
        enrolment=seat,
        months=months,
        due_on=due_on,
        closes_on=closes_on,
        asked_at=asked_at,
        sent_at=asked_at,
        **answers,
    )
