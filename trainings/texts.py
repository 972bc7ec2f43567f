"""
What people read in each situation of a registration.

The house has a text for every one. A council, or a training, may word it itself
(`MessageText`); what stands in curly brackets is filled in here.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from .models import Enrolment, MessageText, Offer, Session, TrainingClass
from .models.texts import PLACEHOLDER

Situation = MessageText.Situation

# Subject, first sentence of the e-mail and what else it says, WhatsApp text.
HOUSE = {
    Situation.APPLIED: (
        gettext_lazy("Your application for a training has arrived"),
        gettext_lazy("Your application has arrived; nothing is decided yet."),
        gettext_lazy("The council reads all applications and writes to you."),
        gettext_lazy(
            "Dear {nama}, your application for {pelatihan}, {kelas}, has arrived; "
            "nothing is decided yet. We write to you once it is: {tautan}\n{dewan}"
        ),
    ),
    Situation.ENDORSED: (
        gettext_lazy("Your council endorses your application"),
        gettext_lazy(
            "Your home council endorses your application; nothing is decided yet."
        ),
        "",
        gettext_lazy(
            "Dear {nama}, your home council endorses your application for "
            "{pelatihan}, {kelas}; nothing is decided yet: {tautan}\n{dewan}"
        ),
    ),
    Situation.CONFIRMED: (
        gettext_lazy("You are registered for a training"),
        gettext_lazy("You are registered."),
        "",
        gettext_lazy(
            "Dear {nama}, you are registered for {pelatihan}, {kelas}. It begins on "
            "{waktu}, place: {tempat}. If you cannot come, cancel here: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.ACCEPTED: (
        gettext_lazy("You have a seat in a training"),
        gettext_lazy("Your application is accepted: you have a seat."),
        "",
        gettext_lazy(
            "Dear {nama}, your application is accepted: you have a seat in "
            "{pelatihan}, {kelas}. It begins on {waktu}, place: {tempat}. If you "
            "cannot come, cancel here: {tautan}\n{dewan}"
        ),
    ),
    Situation.RESERVE: (
        gettext_lazy("You are in reserve for a training"),
        gettext_lazy(
            "You do not have a seat yet: you are on the waiting list, number {nomor} "
            "of {antrean}."
        ),
        "",
        gettext_lazy(
            "Dear {nama}, you do not have a seat in {pelatihan}, {kelas}, yet: you "
            "are in reserve, number {nomor} of {antrean}. We write to you when a "
            "seat becomes free: {tautan}\n{dewan}"
        ),
    ),
    Situation.REFUSED: (
        gettext_lazy("Your application was not accepted"),
        gettext_lazy("Your application was not accepted. {alasan}"),
        "",
        gettext_lazy(
            "Dear {nama}, your application for {pelatihan}, {kelas}, was not "
            "accepted. {alasan} We hope to see you in another training.\n{dewan}"
        ),
    ),
    Situation.WAITING: (
        gettext_lazy("Waiting list of a training"),
        gettext_lazy(
            "You do not have a seat yet: you are on the waiting list, number {nomor} "
            "of {antrean}."
        ),
        "",
        gettext_lazy(
            "Dear {nama}, you do not have a seat in {pelatihan}, {kelas}, yet: you "
            "are on the waiting list, number {nomor} of {antrean}. We write to you "
            "when a seat becomes free: {tautan}\n{dewan}"
        ),
    ),
    Situation.OFFERED: (
        gettext_lazy("A seat is offered to you"),
        gettext_lazy("A seat is offered to you; it is yours only once you accept it."),
        gettext_lazy(
            "Answer by {batas}, or it goes to the next person.\n\nAccept: "
            "{terima}\nDecline: {tolak}"
        ),
        gettext_lazy(
            "Dear {nama}, a seat in {pelatihan}, {kelas}, is offered to you; it is "
            "yours only once you accept it. Answer by {batas}, with the link in your "
            "message or here: {tautan}\n{dewan}"
        ),
    ),
    Situation.PASSED: (
        gettext_lazy("The offer of a seat has passed on"),
        gettext_lazy("You do not have a seat: the offer was not answered in time."),
        gettext_lazy(
            "You are at the end of the waiting list now. After a second offer "
            "without an answer your registration is cancelled."
        ),
        gettext_lazy(
            "Dear {nama}, you do not have a seat in {pelatihan}, {kelas}: the offer "
            "was not answered in time. You are at the end of the waiting list now: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.TOOK: (
        gettext_lazy("You have a seat in a training"),
        gettext_lazy("You accepted the offer: the seat is yours."),
        "",
        gettext_lazy(
            "Dear {nama}, the seat in {pelatihan}, {kelas}, is yours. It begins on "
            "{waktu}, place: {tempat}. If you cannot come, cancel here: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.PROMOTED: (
        gettext_lazy("You have a seat in a training"),
        gettext_lazy("A seat has become free, and it is yours."),
        "",
        gettext_lazy(
            "Dear {nama}, a seat has become free and it is yours: {pelatihan}, "
            "{kelas}. It begins on {waktu}, place: {tempat}. If you cannot come, "
            "cancel here: {tautan}\n{dewan}"
        ),
    ),
    Situation.CANCELLED: (
        gettext_lazy("Your registration is cancelled"),
        gettext_lazy("Your registration is cancelled. {alasan}"),
        "",
        gettext_lazy(
            "Dear {nama}, your registration for {pelatihan}, {kelas}, is cancelled. "
            "{alasan}\n{dewan}"
        ),
    ),
    Situation.CLOSING: (
        gettext_lazy("Registration closes soon"),
        gettext_lazy(
            "Something is still missing before registration closes on {batas}: "
            "{kurang}."
        ),
        "",
        gettext_lazy(
            "Dear {nama}, registration for {pelatihan} closes on {batas}. Still "
            "missing: {kurang}. Complete it here: {tautan}\n{dewan}"
        ),
    ),
    Situation.SOON: (
        gettext_lazy("Your training begins soon"),
        gettext_lazy("Your training begins soon, on {waktu}."),
        "",
        gettext_lazy(
            "Dear {nama}, {pelatihan}, {kelas}, begins on {waktu}, place: {tempat}. "
            "If you cannot come, cancel now so that somebody else can: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.TOMORROW: (
        gettext_lazy("Your training is about to begin"),
        gettext_lazy("Your training begins on {waktu}. We wait for you."),
        "",
        gettext_lazy(
            "Dear {nama}, {pelatihan}, {kelas}, begins on {waktu}, place: {tempat}. "
            "We wait for you. Details: {tautan}\n{dewan}"
        ),
    ),
    Situation.SESSION: (
        gettext_lazy("Your next session"),
        gettext_lazy("Your next session: {sesi}."),
        "",
        gettext_lazy(
            "Dear {nama}, the next session of {pelatihan}, {kelas}: {sesi}. Place: "
            "{tempat}. Details: {tautan}\n{dewan}"
        ),
    ),
}


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
    missing: str = ""

    @classmethod
    def of(cls, enrolment, **more):
        training_class = enrolment.training_class
        return cls(enrolment.artisan.person, training_class, enrolment, **more)

    @property
    def training(self):
        return self.training_class.training


def house(situation) -> Words:
    """The text of the house, with its brackets, in the language of the moment."""
    subject, status, more, whatsapp = HOUSE[Situation(situation)]
    paragraphs = [str(status), str(more), "{rincian}"]
    return Words(str(subject), "\n\n".join(filter(None, paragraphs)), str(whatsapp))


def texts_of(training) -> dict[str, Words]:
    """The texts a training goes by, by situation, with their brackets."""
    words = {each: in_portal_language(house, each) for each in Situation}
    own = {}
    for row in MessageText.objects.nearest_first(training):
        own.setdefault(row.situation, Words(row.subject, row.body, row.whatsapp))
    return {**words, **own}


def in_portal_language(act, *given):
    """Do it as the people reading will read it, whatever the officer's language."""
    with override(settings.LANGUAGE_CODE):
        return act(*given)


def words_for(occasion: Occasion, situation, texts=None) -> Words:
    """The text of a situation, filled in, in the language of the portal."""
    with override(settings.LANGUAGE_CODE):
        words = (texts or texts_of(occasion.training))[Situation(situation)]
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


def situation_of(enrolment) -> str:
    """What a person would be told of their registration at this moment."""
    return Situation[Enrolment.Status(enrolment.status).name]


def in_line(occasion):
    """The registration with its place in line, known already or counted now."""
    row = occasion.enrolment
    if hasattr(row, "queue_length"):
        return row
    return row.training_class.enrolments.with_position().get(pk=row.pk)


def reason_of(occasion) -> str:
    row = occasion.enrolment
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
    """Day and hour of the first day, on the clock of the council."""
    training = occasion.training
    day = date_format(training.starts_on, "DATE_FORMAT")
    if not training.start_time:
        return day
    clock = date_format(training.start_time, "TIME_FORMAT")
    return f"{day} {clock} {training.unit.zone_name}"


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
    return venue or occasion.training_class.where or _("still to be told")


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
    place = occasion.training_class.where
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
    "nomor": lambda occasion: in_line(occasion).position,
    "antrean": lambda occasion: in_line(occasion).queue_length,
    "alasan": reason_of,
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
    "batas": "8 Februari 2024 16.00 WIB",
    "kurang": "kelurahan, kriya utama",
    "terima": "https://portal.example/tawaran/7/terima/",
    "tolak": "https://portal.example/tawaran/7/tolak/",
    "sesi": "Selasa, 13 Februari 2024, 09.00–15.00 WIB, Praktik dasar",
}
