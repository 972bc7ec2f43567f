"""
What people read in each situation of a registration.

The house has a text for every one. A council, or a training, may word it itself
(`MessageText`); what stands in curly brackets is filled in here.
"""

from dataclasses import dataclass
from datetime import time

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.prepared import Prepared

from .house_texts import HOUSE
from .models import Enrolment, MessageText, Move, Offer, Session, TrainingClass
from .models.texts import PLACEHOLDER

Situation, Status = MessageText.Situation, Enrolment.Status
place_in_line = Prepared(
    lambda key: (
        Enrolment.objects.with_position()
        .order_by()
        .filter(pk=key)
        .values_list("position", "queue_length", named=True)
    )
)


@dataclass(frozen=True)
class Words:
    """A text with its brackets, or filled in."""

    subject: str
    body: str
    whatsapp: str


@dataclass(frozen=True)
class Occasion:
    """Whom a message is for, and all that its brackets may ask for."""

    person: object
    training_class: TrainingClass
    enrolment: Enrolment | None = None
    session: Session | None = None
    offer: Offer | None = None
    move: Move | None = None
    missing: str = ""

    @classmethod
    def of(cls, enrolment, **more):
        training_class = enrolment.training_class
        return cls(enrolment.artisan.person, training_class, enrolment, **more)

    @property
    def training(self):
        return self.training_class.training

    @cached_property
    def in_line(self):
        """`position` and `queue_length`, known already or counted now."""
        row = self.enrolment
        return row if hasattr(row, "queue_length") else place_in_line.get(row.pk)


def house(situation) -> Words:
    """The text of the house, with its brackets, in the language of the moment."""
    subject, status, more, whatsapp = HOUSE[Situation(situation)]
    paragraphs = [str(status), str(more), "{rincian}"]
    return Words(str(subject), "\n\n".join(filter(None, paragraphs)), str(whatsapp))


def texts_of(training) -> dict[str, Words]:
    """The texts a training goes by, by situation, with their brackets."""
    words = {each: in_portal_language(house, each) for each in Situation}
    return {**words, **own_texts_of(training)}


def own_texts_of(training) -> dict[str, Words]:
    """Those of them that a council worded itself."""
    own = {}
    for row in MessageText.objects.nearest_first(training):
        own.setdefault(row.situation, Words(row.subject, row.body, row.whatsapp))
    return own


def in_portal_language(act, *given):
    """Do it as the people reading will read it, whatever the officer's language."""
    with override(settings.LANGUAGE_CODE):
        return act(*given)


def words_for(occasion: Occasion, situation, texts=None) -> Words:
    """The text of a situation, filled in, in the language of the portal."""
    with override(settings.LANGUAGE_CODE):
        known = own_texts_of(occasion.training) if texts is None else texts
        words = known.get(Situation(situation)) or house(situation)
        return filled(words, lambda name: FACTS[name](occasion))


def sampled(text) -> Words:
    """How a text reads, with an invented person and training in its brackets."""
    return filled(text, SAMPLE.get)


def filled(words, fact) -> Words:
    """The text with everything in its place; what is known of nobody stays empty."""

    def put(match):
        return str(fact(match[1])) if match[1] in FACTS else match[0]

    def in_place(text):
        lines = PLACEHOLDER.sub(put, text).strip().splitlines()
        return "\n".join(line.rstrip() for line in lines)

    # A line break would start another header of the e-mail.
    subject = " ".join(in_place(words.subject).split())
    return Words(subject, in_place(words.body), in_place(words.whatsapp))


# What came of a registration: how it stood before, and how it stands now.
CAME = {
    (Status.APPLIED, Status.CONFIRMED): Situation.ACCEPTED,
    (Status.REFUSED, Status.CONFIRMED): Situation.ACCEPTED,
    (Status.WAITING, Status.CONFIRMED): Situation.PROMOTED,
    (Status.OFFERED, Status.CONFIRMED): Situation.TOOK,
    (Status.APPLIED, Status.WAITING): Situation.RESERVE,
    (Status.OFFERED, Status.WAITING): Situation.PASSED,
}


def situations_of(enrolments) -> dict[int, str]:
    """What each person was told last of the registration, by its key."""
    before = stood_before(enrolments)
    return {row.pk: situation_of(row, before.get(row.pk)) for row in enrolments}


def situation_of(enrolment, before) -> str:
    status = Status(enrolment.status)
    if enrolment.is_applied and enrolment.is_endorsed:
        return Situation.ENDORSED
    return CAME.get((before, status), Situation[status.name])


def stood_before(enrolments) -> dict[int, str]:
    """How each registration stood before it came to stand as it does."""
    rows = Enrolment.history.filter(id__in=[row.pk for row in enrolments])
    last, before = {}, {}
    for key, status in rows.order_by("history_id").values_list("id", "status"):
        if last.get(key, status) != status:
            before[key] = last[key]
        last[key] = status
    return before


def reason_of(occasion) -> str:
    row = occasion.enrolment
    if occasion.move:
        return occasion.move.reason
    return row.decision_reason if row.is_refused else row.cancel_reason


def answer_with(occasion, address) -> str:
    """The link that answers an offer; where staff read along, only a word for it."""
    if occasion.offer is None:
        return _("(link in the message)")
    return settings.PUBLIC_BASE_URL + getattr(occasion.offer, address)


def last_moment(occasion) -> str:
    """Until when to answer the offer, or else to register."""
    row = occasion.enrolment
    is_offer = row is not None and row.is_offered
    offer = occasion.offer or (is_offer and row.offers.open().first())
    if not offer:
        return occasion.training_class.closing
    return occasion.training_class.on_the_clock(offer.ends_at)


def beginning(occasion) -> str:
    """Day and hour the class begins, on the clock of the council."""
    if occasion.training.is_postponed:
        return _("the date follows")
    starts_at = occasion.training_class.starts_at
    # At midnight begins only what has no hour.
    if starts_at.time() == time.min:
        return date_format(starts_at, "DATE_FORMAT")
    return occasion.training_class.on_the_clock(starts_at)


def session_in_words(occasion) -> str:
    """Day, hour and topic of a session."""
    session = occasion.session
    if session is None:
        return ""
    day = date_format(session.held_on, "l, j F Y")
    hours = f"{session.start_time:%H.%M}–{session.end_time:%H.%M}"
    when = f"{day}, {hours} {occasion.training.unit.zone_name}"
    return f"{when}, {session.topic}" if session.topic else when


def place_of(occasion) -> str:
    venue = occasion.session.venue if occasion.session else ""
    return venue or occasion.training_class.shown_where or _("still to be told")


def page_of(occasion) -> str:
    """Where the person goes on: their registration, or their profile."""
    if occasion.enrolment:
        page = reverse("trainings:enrolment", args=[occasion.enrolment.pk])
    else:
        page = reverse("trainings:enrol", args=[occasion.training.slug])
    return settings.PUBLIC_BASE_URL + page


def particulars(occasion) -> str:
    """Which class, when and where, and the page to come back to."""
    training, when = occasion.training, beginning(occasion)
    what = f"{occasion.training_class.name} · {training.title}"
    place = occasion.training_class.shown_where
    where = f"{when} · {place}" if place else when
    return f"{what}\n{where}\n{page_of(occasion)}"


FACTS = {
    "nama": lambda occasion: occasion.person.full_name,
    "pelatihan": lambda occasion: occasion.training.title,
    "kelas": lambda occasion: occasion.training_class.name,
    "waktu": beginning,
    "tempat": place_of,
    "rincian": particulars,
    "dewan": lambda occasion: occasion.training.unit.name,
    "tautan": page_of,
    "nomor": lambda occasion: occasion.in_line.position,
    "antrean": lambda occasion: occasion.in_line.queue_length,
    "alasan": reason_of,
    "lama": lambda occasion: occasion.move.old_days if occasion.move else "",
    "baru": lambda occasion: occasion.move.new_days if occasion.move else "",
    "batas": last_moment,
    "kurang": lambda occasion: occasion.missing,
    "sesi": session_in_words,
    "terima": lambda occasion: answer_with(occasion, "accept_url"),
    "tolak": lambda occasion: answer_with(occasion, "decline_url"),
}

# What stands in the brackets of a preview, in the language of the portal.
SAMPLE = {
    "nama": "Rosmawati",
    "pelatihan": "Pelatihan Songket Tingkat Dasar",
    "kelas": "Kelas Songket",
    "waktu": "12 Februari 2024 09.00 WIB",
    "tempat": "Pendopo Kota",
    "rincian": "Kelas Songket · Pelatihan Songket Tingkat Dasar\n"
    "12 Februari 2024 09.00 WIB · Pendopo Kota\n"
    "https://portal.example/pelatihan/pendaftaran/7/",
    "dewan": "Dekranasda Kota Contoh",
    "tautan": "https://portal.example/pelatihan/pendaftaran/7/",
    "nomor": "3",
    "antrean": "11",
    "alasan": "Ruang dipakai untuk pemilihan umum.",
    "lama": "Senin, 12 Februari 2024, 09.00–15.00 WIB",
    "baru": "Senin, 19 Februari 2024, 09.00–15.00 WIB",
    "batas": "8 Februari 2024 16.00 WIB",
    "kurang": "kelurahan, kriya utama",
    "terima": "https://portal.example/tawaran/7/terima/",
    "tolak": "https://portal.example/tawaran/7/tolak/",
    "sesi": "Selasa, 13 Februari 2024, 09.00–15.00 WIB, Praktik dasar",
}
