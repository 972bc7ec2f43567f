"""
Giving certificates: only for what took place, and only to whoever was there.

Nothing else writes a `Certificate`. Every function holds the class first, so that
two officers give each participant one certificate, and then the counter of the
council, so that no number is left out or given twice. What is told to the artisan
is written in the same transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.models import Unit
from council.outbox import post_to

from .attendance import Record, records_of
from .enrolment.seats import held, save_by
from .models import (
    Certificate,
    Enrolment,
    NumberCounter,
    NumberPattern,
    Score,
    Session,
    Signatory,
    TrainingClass,
)

State = Certificate.State


class CertificateRefused(Exception):
    """No certificate was given or changed. The message is written for staff."""


@dataclass(frozen=True)
class Verdict:
    """What a participant gets, or why not: in words for staff, and for the artisan."""

    enrolment: Enrolment
    record: Record
    certificate: Certificate | None = None
    reason: str = ""
    own_reason: str = ""

    @property
    def is_eligible(self) -> bool:
        return not (self.reason or self.certificate)

    @property
    def is_fallen(self) -> bool:
        """Whether a valid certificate says what the facts of now do not."""
        return bool(self.reason and self.certificate)


# Who gets one


def verdicts(training_class: TrainingClass) -> list[Verdict]:
    """Every confirmed participant by name; says nothing of whether it is time yet."""
    records = records_of(training_class)
    participants = training_class.enrolments.confirmed().filter(pk__in=records)
    participants = participants.select_related("artisan__person")
    latest = {
        each.enrolment_id: each
        for each in Certificate.objects.of_class(training_class)
        .select_related("unit")
        .order_by("pk")
    }
    points = points_of(training_class)
    return [
        verdict(training_class, each, records[each.pk], latest, points)
        for each in participants.order_by("artisan__person__full_name", "pk")
    ]


def verdict(training_class, enrolment, record, latest, points) -> Verdict:
    certificate = latest.get(enrolment.pk)
    if certificate and not certificate.is_valid:
        said = _("The certificate was withdrawn on %(day)s.") % {
            "day": date_format(certificate.ended_on, "j F Y")
        }
        return Verdict(enrolment, record, reason=said, own_reason=said)
    training = training_class.training
    reasons = why_not_by_attendance(training, record) or why_not_by_points(
        training, points.get(enrolment.pk)
    )
    return Verdict(enrolment, record, certificate, *reasons)


def why_not_by_attendance(training, record) -> tuple[str, str]:
    """Why the sessions attended are too few, for staff and artisan; empty if not."""
    needed = training.certificate_percent
    if record.percent_of_all >= needed and record.attended:
        return ()
    facts = {
        "attended": len(record.attended),
        "held": record.held,
        "percent": record.percent_of_all,
        "needed": needed,
    }
    return (
        _(
            "Attended %(attended)s of %(held)s sessions (%(percent)s %%); "
            "%(needed)s %% are needed."
        )
        % facts,
        _(
            "You attended %(attended)s of %(held)s sessions (%(percent)s %%). The "
            "certificate needs %(needed)s %%."
        )
        % facts,
    )


def why_not_by_points(training, points) -> tuple[str, str]:
    """Why the points are too few, for staff and for the artisan; empty if not."""
    needed, what = training.certificate_points, training.get_certificate_score_display()
    if not training.certificate_score or (points is not None and points >= needed):
        return ()
    facts = {"what": what, "points": plain(points), "needed": needed}
    if points is None:
        return (
            _("No points are written down: %(what)s.") % facts,
            _("The council has not written down your points yet: %(what)s.") % facts,
        )
    return (
        _("%(points)s points (%(what)s); %(needed)s are needed.") % facts,
        _("You have %(points)s points (%(what)s). The certificate needs %(needed)s.")
        % facts,
    )


def plain(points) -> str:
    """Points without needless zeros: 70 and 70.5."""
    return "" if points is None else f"{points:f}".rstrip("0").rstrip(".") or "0"


def points_of(training_class) -> dict:
    """The points that count for the certificate, by the key of the enrolment."""
    scores = Score.objects.filter(
        enrolment__training_class=training_class,
        kind=training_class.training.certificate_score,
    )
    return dict(scores.values_list("enrolment", "points"))


def why_not_yet(training_class: TrainingClass) -> str:
    """Why nobody of the class can get one now, in a sentence; empty when they can."""
    if training_class.is_cancelled:
        return _("This class is cancelled.")
    sessions = training_class.sessions.exclude(status=Session.Status.CANCELLED)
    sessions = list(sessions.order_by("held_on", "end_time"))
    if not sessions:
        return _("No session of this class is written down.")
    if reason := why_not_over(training_class, sessions[-1]):
        return reason
    for each in sessions:
        if each.status != Session.Status.HELD:
            return _(
                "Write down the attendance of the session on %(day)s first, or that "
                "it did not take place."
            ) % {"day": date_format(each.held_on, "j F Y")}
    if not signatories_of(training_class, today_of(training_class)):
        return _("Nobody signs yet. Add the signatories of %(unit)s first.") % {
            "unit": training_class.training.unit
        }
    return ""


def why_not_over(training_class, last: Session) -> str:
    """Why the last session is not over on the clock of the unit; empty when it is."""
    zone = ZoneInfo(training_class.training.unit.time_zone)
    ends_at = datetime.combine(last.held_on, last.end_time, tzinfo=zone)
    if timezone.now() >= ends_at:
        return ""
    return _("The last session ends on %(moment)s. Certificates follow after it.") % {
        "moment": training_class.on_the_clock(ends_at)
    }


def own_news(enrolment: Enrolment) -> str:
    """What the artisan reads where a certificate would be; empty where none is due."""
    training_class = enrolment.training_class
    if not enrolment.is_confirmed or training_class.is_cancelled:
        return ""
    sessions = training_class.sessions.exclude(status=Session.Status.CANCELLED)
    last = sessions.order_by("held_on", "end_time").last()
    if last is None or why_not_over(training_class, last):
        return ""
    if sessions.exclude(status=Session.Status.HELD).exists():
        return _("The council is still completing the attendance of this class.")
    found = [each for each in verdicts(training_class) if each.enrolment == enrolment]
    if not found or found[0].certificate:
        return ""
    return found[0].own_reason or _(
        "You have met what the certificate asks. The council issues it soon and "
        "sends you a message."
    )


def certificate_of(enrolment: Enrolment) -> Certificate | None:
    """The newest certificate of a registration, valid or withdrawn."""
    certificates = enrolment.certificates.exclude(state=State.REPLACED)
    return certificates.select_related("unit").order_by("pk").last()


def today_of(training_class):
    """The day it is now where the unit is: the year of a number is its year."""
    return training_class.local(timezone.now()).date()


def signatories_of(training_class, day) -> list[Signatory]:
    return Signatory.objects.of_training(training_class.training, day)


def may_correct(user) -> bool:
    """Whether somebody may replace and withdraw: by role, from the city upwards."""
    if user.is_superuser:
        return True
    levels = {Unit.Level.CITY, Unit.Level.PROVINCE, Unit.Level.NATIONAL}
    is_above = user.unit is not None and user.unit.level in levels
    return is_above and user.has_perm("trainings.correct_certificate")


# Giving, replacing, withdrawing


def issue(training_class: TrainingClass, *, by=None) -> list[Certificate]:
    """Give a certificate to everybody who has earned one and has none yet."""
    with held(training_class.pk) as training_class:
        if reason := why_not_yet(training_class):
            raise CertificateRefused(reason)
        earned = [each for each in verdicts(training_class) if each.is_eligible]
        return [
            tell(certificate, "issued")
            for certificate in written(training_class, earned, by)
        ]


def reissue(certificate: Certificate, *, by, reason: str) -> Certificate:
    """Give a new one, as the facts stand now, in place of one that was wrong."""
    with held(certificate.enrolment.training_class_id) as training_class:
        old = read_again(certificate)
        if old.is_replaced:
            raise CertificateRefused(
                _("%(number)s is replaced already by %(other)s.")
                % {"number": old.number, "other": old.successor.number}
            )
        found = verdict_of(training_class, old)
        end(old, State.REPLACED, by, reason)
        (new,) = written(training_class, [found], by, replaces=old)
        return tell(new, "replaced")


def verdict_of(training_class, certificate) -> Verdict:
    """What the participant has earned by the facts of now; refuses what is nothing."""
    if reason := why_not_yet(training_class):
        raise CertificateRefused(reason)
    enrolment, points = certificate.enrolment, points_of(training_class)
    record = records_of(training_class).get(enrolment.pk)
    if record is None:
        raise CertificateRefused(_("This registration is not confirmed any more."))
    found = verdict(training_class, enrolment, record, {}, points)
    if found.reason:
        raise CertificateRefused(found.reason)
    return found


def withdraw(certificate: Certificate, *, by, reason: str) -> Certificate:
    """End one that should not have been given; its page says so from now on."""
    with held(certificate.enrolment.training_class_id):
        certificate = read_again(certificate)
        if not certificate.is_valid:
            raise CertificateRefused(
                _("%(number)s is not valid any more.") % {"number": certificate.number}
            )
        end(certificate, State.WITHDRAWN, by, reason)
        return tell(certificate, "withdrawn")


def read_again(certificate) -> Certificate:
    """The certificate as it is now that its class is held."""
    rows = Certificate.objects.with_standing()
    return rows.select_related("enrolment__artisan__person").get(pk=certificate.pk)


def end(certificate, state, by, reason) -> None:
    certificate.state, certificate.reason = state, reason
    certificate.ended_at, certificate.ended_by = timezone.now(), by
    fields = ["state", "reason", "ended_at", "ended_by"]
    save_by(certificate, by, reason=reason, update_fields=fields)


def written(
    training_class, earned: Iterable[Verdict], by, *, replaces=None
) -> list[Certificate]:
    """Write certificates with the next numbers; the class must be held."""
    earned, day = list(earned), today_of(training_class)
    if not earned:
        return []
    unit = training_class.training.unit
    pattern = NumberPattern.of(unit)
    numbers = NumberCounter.objects.held(unit, day.year).take(len(earned))
    common = facts_of(training_class, day)
    certificates = []
    for each, sequence in zip(earned, numbers, strict=True):
        certificate = Certificate(
            **common,
            **facts_about(training_class, each),
            number=pattern.number(sequence, day),
            sequence=sequence,
            issued_by=by,
            replaces=replaces,
        )
        save_by(certificate, by)
        certificates.append(certificate)
    return certificates


def facts_of(training_class, day) -> dict:
    """What is the same on every certificate of a class."""
    training = training_class.training
    return {
        "unit": training.unit,
        "title": training.title,
        "class_name": training_class.name,
        "craft": training_class.craft,
        "competences": training_class.competences,
        "year": day.year,
        "issued_on": day,
        "signatories": [
            {"name": each.name, "post": each.post, "picture": each.signature.name or ""}
            for each in signatories_of(training_class, day)
        ],
    }


def facts_about(training_class, verdict) -> dict:
    """What one participant did: days, hours and topics of the sessions attended."""
    attended = sorted(
        verdict.record.attended, key=lambda each: (each.held_on, each.start_time)
    )
    with override(settings.LANGUAGE_CODE):
        venue = training_class.shown_where
    venues = dict.fromkeys(each.venue or venue for each in attended)
    return {
        "enrolment": verdict.enrolment,
        "name": verdict.enrolment.artisan.person.titled_name,
        "venue": ", ".join(filter(None, venues))[:420],
        "starts_on": attended[0].held_on,
        "ends_on": attended[-1].held_on,
        "minutes": verdict.record.minutes,
        "lessons": [as_lesson(each) for each in attended],
    }


def as_lesson(session) -> dict:
    return {
        "day": session.held_on.isoformat(),
        "from": f"{session.start_time:%H.%M}",
        "until": f"{session.end_time:%H.%M}",
        "topic": session.topic,
        "minutes": session.minutes,
    }


# What the artisan is told


def tell(certificate, outcome: str) -> Certificate:
    """Write the news to the outbox, once, in the language of the portal."""
    with override(settings.LANGUAGE_CODE):
        subject, body = wording(certificate, outcome)
    post_to(
        certificate.enrolment.artisan.person,
        subject,
        body,
        cause=f"certificate-{certificate.pk}-{outcome}",
        unit=certificate.unit,
    )
    return certificate


def wording(certificate, outcome: str) -> tuple[str, str]:
    """The subject and text of a message; its first sentence is the news."""
    what = {"title": certificate.title, "number": certificate.number}
    page = reverse("trainings:enrolment", args=[certificate.enrolment_id])
    link = f"{settings.PUBLIC_BASE_URL}{page}"
    if outcome == "withdrawn":
        subject = _("Your certificate is withdrawn")
        said = _("Your certificate of %(title)s is not valid any more.") % what
        return subject, f"{said} {certificate.reason}\n\n{link}"
    if outcome == "replaced":
        subject = _("Your certificate has a new number")
        said = _(
            "Your certificate of %(title)s was corrected. The new number is "
            "%(number)s; the old sheet is not valid any more."
        )
    else:
        subject = _("Your certificate is ready")
        said = _("Your certificate of %(title)s is ready, number %(number)s.")
    read = _("Open your registration to download it:")
    return subject, f"{said % what}\n\n{read}\n{link}"
