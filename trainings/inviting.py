"""
Asking instructors to teach a class, and what becomes of it.

Nothing else writes an `Engagement`. Every function holds the row first, so that of
two answers at the same moment one counts and the other is told so; every outcome is
told once, in the same transaction.
"""

from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.links import new_code
from council.outbox import post_mail, post_to

from .booked import beginning_of, hours_of
from .models import Engagement, Instructor
from .models.hours import line_of
from .picking import candidate

Status = Engagement.Status

# Who has not answered by then is asked once more.
SILENCE = timedelta(days=3)


class InvitationRefused(Exception):
    """Nothing was asked or answered. The message is written for the reader."""


class ReasonNeeded(InvitationRefused):
    """Somebody who is elsewhere, or said no, is asked only with a reason."""


class AnsweredMeanwhile(InvitationRefused):
    """Another answer came first; the reader has not seen it yet."""


@contextmanager
def held(engagement):
    """Hold an invitation: until the block ends nobody else changes it."""
    with transaction.atomic():
        Engagement.objects.select_for_update().get(pk=engagement.pk)
        # Read anew: a join would show the class as it was before the wait.
        yield Engagement.objects.with_class().get(pk=engagement.pk)


def invite(
    training_class,
    instructor: Instructor,
    *,
    by,
    terms="",
    reason="",
    has_agreed=False,
) -> Engagement:
    """
    Ask an instructor, or note that they agreed already. Asking twice asks once.

    `reason` says why somebody is asked who is elsewhere at these hours or said that
    they cannot; with `has_agreed` the class has its instructor at once.
    """
    if refusal := why_not_ask(training_class, has_agreed=has_agreed):
        raise InvitationRefused(refusal)
    if candidate(training_class, instructor).needs_reason and not reason:
        raise ReasonNeeded(_("Write why you ask this instructor all the same."))
    with transaction.atomic():
        engagement, _made = Engagement.objects.get_or_create(
            training_class=training_class, instructor=instructor.person
        )
        with held(engagement) as engagement:
            if is_asked(engagement):
                return engagement
            engagement.status = Status.CONFIRMED if has_agreed else Status.INVITED
            engagement.code = engagement.code or new_code()
            engagement.terms, engagement.pick_reason = terms, reason[:200]
            engagement.invited_by, engagement.invited_at = by, timezone.now()
            engagement.answered_at = timezone.now() if has_agreed else None
            engagement.reminded_at = None
            engagement.answer_reason = engagement.other_days = ""
            send(engagement, "agreed" if has_agreed else "invited", by=by)
            return engagement


def is_asked(engagement) -> bool:
    """Whether this person has been asked and it still stands."""
    return engagement.is_standing and engagement.invited_at is not None


def why_not_ask(training_class, *, has_agreed=False) -> str:
    """Why nobody can be asked to teach it, in a sentence; empty when they can."""
    if training_class.is_cancelled:
        return _("This class is cancelled.")
    if not has_agreed and timezone.now() >= beginning_of(training_class):
        return _(
            "This class has begun. Write down who teaches it as agreed, without asking."
        )
    return ""


def answer(engagement, *, is_yes: bool, seen: int, reason="", other_days="", by=None):
    """
    Keep what the instructor says, until the class begins. The same form counts once.

    `seen` is how many answers the page knew of: whoever has not seen the last one
    does not overwrite it.
    """
    with held(engagement) as engagement:
        said = Status.CONFIRMED if is_yes else Status.DECLINED
        is_stale = seen != engagement.times_answered
        if is_stale and engagement.status == said:
            return engagement
        if refusal := why_not_answer(engagement):
            raise InvitationRefused(refusal)
        if is_stale:
            raise AnsweredMeanwhile(
                _("Another answer came a moment ago. Look at it and answer once more.")
            )
        engagement.status, engagement.answered_at = said, timezone.now()
        engagement.times_answered += 1
        engagement.answer_reason = "" if is_yes else reason[:300]
        engagement.other_days = "" if is_yes else other_days[:300]
        save_by(engagement, by)
        tell_of_answer(engagement, by)
        return engagement


def why_not_answer(engagement) -> str:
    """Why no answer is taken any more, in a sentence; empty when it is."""
    training_class = engagement.training_class
    if engagement.is_withdrawn:
        return _("The council has withdrawn this invitation.")
    if training_class.is_cancelled:
        return _("This class is cancelled.")
    if timezone.now() >= beginning_of(training_class):
        return _("This class has begun.")
    if training_class.training.is_off:
        return _("This training is postponed. The council will write to you again.")
    return ""


def withdraw(engagement, *, by, reason="") -> Engagement:
    """Take an invitation or an agreement back, and tell the instructor."""
    with held(engagement) as engagement:
        if not engagement.is_standing:
            return engagement
        engagement.status = Status.WITHDRAWN
        save_by(engagement, by, reason=reason)
        if engagement.times_sent and not has_begun(engagement):
            subject = _("Your invitation to teach is withdrawn")
            with override(settings.LANGUAGE_CODE):
                body = [_("The council does not need you for this class."), reason]
                tell(engagement, subject, body, f"withdrawn-{engagement.times_sent}")
        return engagement


def send_again(engagement, *, by) -> bool:
    """Send the invitation once more; say whether there was a way."""
    with held(engagement) as engagement:
        if not engagement.is_invited:
            raise InvitationRefused(_("This instructor has answered already."))
        if refusal := why_not_answer(engagement):
            raise InvitationRefused(refusal)
        engagement.code = engagement.code or new_code()
        engagement.invited_at = engagement.invited_at or timezone.now()
        engagement.invited_by = engagement.invited_by or by
        return send(engagement, "invited", by=by)


def send(engagement, what, *, by=None) -> bool:
    """Count one more sending, save, and write it; the row must be held."""
    if has_begun(engagement):
        # Written down afterwards: there is nothing left to ask.
        save_by(engagement, by)
        return False
    engagement.times_sent += 1
    save_by(engagement, by)
    with override(settings.LANGUAGE_CODE):
        subject, lines = opening_of(engagement, what)
        return tell(engagement, subject, lines, f"{what}-{engagement.times_sent}")


def remind_silent() -> int:
    """Ask those once more who have not answered; say how many."""
    waiting = Engagement.objects.filter(
        status=Status.INVITED,
        reminded_at=None,
        invited_at__lte=timezone.now() - SILENCE,
    )
    return sum(remind(engagement) for engagement in waiting.order_by("pk"))


def remind(engagement) -> bool:
    with held(engagement) as engagement:
        is_due = engagement.is_invited and engagement.reminded_at is None
        if not is_due or why_not_answer(engagement):
            return False
        engagement.reminded_at = timezone.now()
        return send(engagement, "reminded")


def tell_called_off(training_class, reason) -> None:
    """Tell those who teach a class, or were asked to, that it does not take place."""
    for engagement in Engagement.objects.standing().filter(
        training_class=training_class
    ):
        with held(engagement) as engagement, override(settings.LANGUAGE_CODE):
            if is_asked(engagement) and not has_begun(engagement):
                subject = _("A class you were asked to teach is cancelled")
                lines = [_("This class does not take place."), reason]
                tell(engagement, subject, lines, "called-off")


def tell_moved_class(move) -> None:
    """Tell those who teach a class, or were asked to, that it gets other days."""
    standing = Engagement.objects.standing()
    for engagement in standing.filter(training_class=move.training_class):
        with held(engagement) as engagement, override(settings.LANGUAGE_CODE):
            if is_asked(engagement):
                subject, lines = news_of(move)
                tell(engagement, subject, lines, f"moved-{move.pk}")


def news_of(move) -> tuple[str, list[str]]:
    """What an instructor reads of other days."""
    days = {"old": move.old_days, "new": move.new_days}
    if move.is_postponed:
        subject = _("A class you were asked to teach is postponed")
        first = _("This class is postponed; the date follows.")
        last = _("You need not do anything: the council writes again.")
    else:
        subject = _("A class you were asked to teach has other days")
        first = _("Now: %(new)s") % days
        last = _("If you cannot come then, say so with the link below.")
    return subject, [first, _("Earlier: %(old)s") % days, move.reason, last]


def has_begun(engagement) -> bool:
    return timezone.now() >= beginning_of(engagement.training_class)


def save_by(engagement, by, *, reason="") -> None:
    """Save with the officer and the reason in the history."""
    if by is not None:
        engagement._history_user = by
    if reason:
        engagement._change_reason = reason[:100]
    engagement.save()


def tell(engagement, subject, lines, outcome) -> bool:
    """Write to the instructor, once for each outcome; say whether there was a way."""
    body = "\n\n".join([*filter(None, lines), particulars(engagement)])
    return post_to(
        engagement.instructor,
        subject,
        body,
        cause=f"teaching-{engagement.pk}-{outcome}",
        unit=engagement.training_class.training.unit,
    )


def opening_of(engagement, what) -> tuple[str, list[str]]:
    """The subject and the first lines of what is sent to an instructor."""
    unit = engagement.training_class.training.unit
    if what == "agreed":
        subject = _("You are written down as an instructor")
        first = _(
            "%(unit)s has written down that you agreed to teach. If this is wrong, say "
            "so with the link below."
        ) % {"unit": unit}
    else:
        subject = _("Invitation to teach")
        first = _("%(unit)s asks you to teach this class.") % {"unit": unit}
    lines = [first]
    if what == "reminded":
        subject = _("Invitation to teach: please answer")
        lines = [_("You have not answered yet."), first]
    if what != "agreed":
        lines.append(
            _("Say yes or no with the link below. You need no account for it.")
        )
    return subject, lines


def invitation_text(engagement) -> str:
    """The invitation as an officer sends it by WhatsApp."""
    with override(settings.LANGUAGE_CODE):
        what = "agreed" if engagement.is_confirmed else "invited"
        _subject, lines = opening_of(engagement, what)
        name = engagement.instructor.titled_name
        greeting = _("Dear %(name)s,") % {"name": name}
        return "\n\n".join([greeting, *lines, particulars(engagement)])


def particulars(engagement) -> str:
    """Training, class, days, place and terms, and the page to answer on."""
    training_class = engagement.training_class
    training = training_class.training
    link = settings.PUBLIC_BASE_URL + engagement.get_absolute_url()
    facts = [
        f"{training.title} · {training_class.name} ({training_class.craft})",
        *days_of(training_class),
        training_class.whole_where,
        engagement.terms,
        _("Asked by %(name)s") % {"name": asker(engagement)},
    ]
    return "\n".join([*filter(None, facts), link])


def asker(engagement) -> str:
    """Who asks, as the instructor reads it: the officer and the council."""
    unit = engagement.training_class.training.unit
    officer = engagement.invited_by.get_full_name() if engagement.invited_by else ""
    if not officer:
        return str(unit)
    return _("%(officer)s of %(unit)s") % {"officer": officer, "unit": unit}


def days_of(training_class) -> list[str]:
    """A line for each session, or that the days are still to come."""
    training = training_class.training
    if training.is_postponed:
        return [_("the date follows")]
    return [line_of(each, training.unit) for each in sorted(hours_of(training_class))]


def tell_of_answer(engagement, by) -> None:
    """Tell the council; an instructor who said yes gets the way to the own page."""
    with override(settings.LANGUAGE_CODE):
        if by is None:
            tell_council(engagement)
        if engagement.is_confirmed:
            tell_own_page(engagement)


def tell_council(engagement) -> None:
    """The officer who asked; without an address of theirs, the council's office."""
    training_class = engagement.training_class
    unit = training_class.training.unit
    mailbox = mailbox_of(engagement)
    if not mailbox:
        return
    said = _("said yes") if engagement.is_confirmed else _("said no")
    named = {"name": engagement.instructor.titled_name, "said": said}
    page = reverse("admin:trainings_engagement_change", args=[engagement.pk])
    rows = [
        _("%(name)s %(said)s.") % named,
        f"{training_class.training.title} · {training_class.name}",
        engagement.answer_reason,
        engagement.other_days
        and _("Other days that suit: %(days)s") % {"days": engagement.other_days},
        settings.PUBLIC_BASE_URL + page,
    ]
    post_mail(
        mailbox,
        _("Answer of an instructor"),
        "\n\n".join(filter(None, rows)),
        cause=f"teaching-{engagement.pk}-answer-{engagement.times_answered}",
        unit=unit,
    )


def mailbox_of(engagement) -> str:
    officer = engagement.invited_by
    if officer and officer.is_active and officer.email:
        return officer.email
    office = engagement.training_class.training.unit.office
    return office.email if office else ""


def tell_own_page(engagement) -> None:
    instructor = Instructor.objects.filter(person=engagement.instructor_id).first()
    if instructor:
        lines = [_("Thank you for agreeing to teach."), way_to(instructor)]
        outcome = f"yes-{engagement.times_answered}"
        tell(engagement, _("You teach a class"), lines, outcome)


def way_to(instructor) -> str:
    """Where the instructor finds classes and participants, and says when they can."""
    page = settings.PUBLIC_BASE_URL + reverse("teaching:home", args=[instructor.code])
    return _(
        "Your own page with all your classes; keep the link to yourself: %(page)s"
    ) % {"page": page}


def send_own_page(instructor, *, by) -> bool:
    """Send the instructor the link to the own page; say whether there was a way."""
    with override(settings.LANGUAGE_CODE):
        return post_to(
            instructor.person,
            _("Your page as an instructor"),
            way_to(instructor),
            # Once a minute, however often somebody clicks.
            cause=f"own-page-{instructor.pk}-{timezone.now():%Y%m%d%H%M}",
            unit=by.unit,
        )
