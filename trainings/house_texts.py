"""
The texts of the house, one for each situation; the first sentence says how it stands.

What stands in curly brackets is filled in by `trainings.texts`.
"""

from django.utils.translation import gettext_lazy as _

from .models import MessageText

Situation = MessageText.Situation

# Subject, first sentence of the e-mail and what else it says, WhatsApp text.
HOUSE = {
    Situation.APPLIED: (
        _("Your application for a training has arrived"),
        _("Your application has arrived; nothing is decided yet."),
        _("The council reads all applications and writes to you."),
        _(
            "Dear {nama}, your application for {pelatihan}, {kelas}, has arrived; "
            "nothing is decided yet. We write to you once it is: {tautan}\n{dewan}"
        ),
    ),
    Situation.ENDORSED: (
        _("Your council endorses your application"),
        _("Your home council endorses your application; nothing is decided yet."),
        "",
        _(
            "Dear {nama}, your home council endorses your application for "
            "{pelatihan}, {kelas}; nothing is decided yet: {tautan}\n{dewan}"
        ),
    ),
    Situation.CONFIRMED: (
        _("You are registered for a training"),
        _("You are registered."),
        "",
        _(
            "Dear {nama}, you are registered for {pelatihan}, {kelas}. It begins on "
            "{waktu}, place: {tempat}. If you cannot come, cancel here: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.ACCEPTED: (
        _("You have a seat in a training"),
        _("Your application is accepted: you have a seat."),
        "",
        _(
            "Dear {nama}, your application is accepted: you have a seat in "
            "{pelatihan}, {kelas}. It begins on {waktu}, place: {tempat}. If you "
            "cannot come, cancel here: {tautan}\n{dewan}"
        ),
    ),
    Situation.RESERVE: (
        _("You are in reserve for a training"),
        _(
            "You do not have a seat yet: you are on the waiting list, number {nomor} "
            "of {antrean}."
        ),
        "",
        _(
            "Dear {nama}, you do not have a seat in {pelatihan}, {kelas}, yet: you "
            "are in reserve, number {nomor} of {antrean}. We write to you when a "
            "seat becomes free: {tautan}\n{dewan}"
        ),
    ),
    Situation.REFUSED: (
        _("Your application was not accepted"),
        _("Your application was not accepted. {alasan}"),
        "",
        _(
            "Dear {nama}, your application for {pelatihan}, {kelas}, was not "
            "accepted. {alasan} We hope to see you in another training.\n{dewan}"
        ),
    ),
    Situation.WAITING: (
        _("Waiting list of a training"),
        _(
            "You do not have a seat yet: you are on the waiting list, number {nomor} "
            "of {antrean}."
        ),
        "",
        _(
            "Dear {nama}, you do not have a seat in {pelatihan}, {kelas}, yet: you "
            "are on the waiting list, number {nomor} of {antrean}. We write to you "
            "when a seat becomes free: {tautan}\n{dewan}"
        ),
    ),
    Situation.OFFERED: (
        _("A seat is offered to you"),
        _("A seat is offered to you; it is yours only once you accept it."),
        _(
            "Answer by {batas}, or it goes to the next person.\n\nAccept: "
            "{terima}\nDecline: {tolak}"
        ),
        _(
            "Dear {nama}, a seat in {pelatihan}, {kelas}, is offered to you; it is "
            "yours only once you accept it. Answer by {batas}, with the link in your "
            "message or here: {tautan}\n{dewan}"
        ),
    ),
    Situation.PASSED: (
        _("The offer of a seat has passed on"),
        _("You do not have a seat: the offer was not answered in time."),
        _(
            "You are at the end of the waiting list now. After a second offer "
            "without an answer your registration is cancelled."
        ),
        _(
            "Dear {nama}, you do not have a seat in {pelatihan}, {kelas}: the offer "
            "was not answered in time. You are at the end of the waiting list now: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.TOOK: (
        _("You have a seat in a training"),
        _("You accepted the offer: the seat is yours."),
        "",
        _(
            "Dear {nama}, the seat in {pelatihan}, {kelas}, is yours. It begins on "
            "{waktu}, place: {tempat}. If you cannot come, cancel here: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.PROMOTED: (
        _("You have a seat in a training"),
        _("A seat has become free, and it is yours."),
        "",
        _(
            "Dear {nama}, a seat has become free and it is yours: {pelatihan}, "
            "{kelas}. It begins on {waktu}, place: {tempat}. If you cannot come, "
            "cancel here: {tautan}\n{dewan}"
        ),
    ),
    Situation.CANCELLED: (
        _("Your registration is cancelled"),
        _("Your registration is cancelled. {alasan}"),
        "",
        _(
            "Dear {nama}, your registration for {pelatihan}, {kelas}, is cancelled. "
            "{alasan}\n{dewan}"
        ),
    ),
    Situation.MOVED: (
        _("Your training has other days"),
        _("Your training has other days. Now: {baru}."),
        _(
            "Earlier: {lama}.\n\nYour registration stands. If you cannot come on the "
            "new days, cancel so that somebody else can."
        ),
        _(
            "Dear {nama}, {pelatihan}, {kelas}, has other days. Now: {baru}. Earlier: "
            "{lama}. Your registration stands. If you cannot come, cancel here: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.POSTPONED: (
        _("Your training is postponed"),
        _("Your training is postponed; the date follows. {alasan}"),
        _(
            "Days that hold no longer: {lama}.\n\nYour registration stands. We write "
            "to you once there are new days."
        ),
        _(
            "Dear {nama}, {pelatihan}, {kelas}, is postponed; the date follows. "
            "{alasan} Days that hold no longer: {lama}. Your registration stands; we "
            "write to you once there are new days: {tautan}\n{dewan}"
        ),
    ),
    Situation.CLOSING: (
        _("Registration closes soon"),
        _(
            "Something is still missing before registration closes on {batas}: "
            "{kurang}."
        ),
        "",
        _(
            "Dear {nama}, registration for {pelatihan} closes on {batas}. Still "
            "missing: {kurang}. Complete it here: {tautan}\n{dewan}"
        ),
    ),
    Situation.SOON: (
        _("Your training begins soon"),
        _("Your training begins soon, on {waktu}."),
        "",
        _(
            "Dear {nama}, {pelatihan}, {kelas}, begins on {waktu}, place: {tempat}. "
            "If you cannot come, cancel now so that somebody else can: "
            "{tautan}\n{dewan}"
        ),
    ),
    Situation.TOMORROW: (
        _("Your training is about to begin"),
        _("Your training begins on {waktu}. We wait for you."),
        "",
        _(
            "Dear {nama}, {pelatihan}, {kelas}, begins on {waktu}, place: {tempat}. "
            "We wait for you. Details: {tautan}\n{dewan}"
        ),
    ),
    Situation.SESSION: (
        _("Your next session"),
        _("Your next session: {sesi}."),
        "",
        _(
            "Dear {nama}, the next session of {pelatihan}, {kelas}: {sesi}. Place: "
            "{tempat}. Details: {tautan}\n{dewan}"
        ),
    ),
}
