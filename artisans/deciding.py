"""
From the maker to the staff and back: sending, approving, asking for a change, refusing.

Pages, admin and commands all decide through here. The page's row is held meanwhile, so
that of two people who decide at the same moment one decides and the other is told; what
a decision says reaches the maker once, by the outbox, in the same transaction.
"""

from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.outbox import post_mail, post_phone

from .models.status import Status
from .photographs import wanted
from .revising import (
    apply,
    conflicts_of,
    fingerprint,
    fold_in,
    held,
    open_revision,
)

LIVE, MAKERS = "live", "maker"


class NotReady(Exception):
    """It cannot be sent yet. The message is written for the maker."""


class DecisionRefused(Exception):
    """Nothing was decided. The message is written for the staff."""


def send(page) -> None:
    """Put what a maker wrote in the staff's queue."""
    with held(page) as page:
        if not page.is_approved:
            fold_in(page)
        sent = open_revision(page) if page.is_approved else page
        if sent is None:
            raise NotReady(_("Nothing has changed, so there is nothing to send."))
        revision = sent if page.is_approved else None
        if any(not photo.alt for photo in wanted(page, revision)):
            raise NotReady(_("Say in a few words what each photo shows, then send."))
        sent.submit()


# Revisions of public pages


def approve(revision, *, by, seen: str, answers=None) -> None:
    """
    Make a revision public.

    `seen` is the fingerprint of what the person saw. Where the page says something new
    since the maker wrote, `answers` says for each field which of the two stands.
    """
    answers = answers or {}
    try:
        with judged(revision, seen) as (revision, page):
            conflicts = conflicts_of(revision, page)
            if [name for name in conflicts if name not in answers]:
                raise DecisionRefused(
                    _("Choose for each field that changed twice which one stands.")
                )
            stays = {name for name in conflicts if answers[name] == LIVE}
            if "portrait" in stays:
                # Words and crop belong to the picture that stays.
                stays |= {"portrait_alt", "portrait_alt_en", "portrait_focus"}
            apply(revision, page, without=stays)
            end(revision, Status.VERIFIED, by=by)
    except ValidationError as error:
        raise DecisionRefused(" ".join(error.messages)) from error


def ask_for_change(revision, reason: str, *, by, seen: str) -> None:
    """Send a revision back to its maker; the page stays public as it is."""
    with judged(revision, seen) as (revision, _page):
        revision.close(Status.NEEDS_REVISION, by=by, reason=reason)
        tell_of(revision)


def refuse(revision, reason: str, *, by, seen: str) -> None:
    """Refuse a revision for good; the page stays public as it is."""
    with judged(revision, seen) as (revision, _page):
        end(revision, Status.REFUSED, by=by, reason=reason)


@contextmanager
def judged(revision, seen):
    """Hold the page, and go on only if the revision can be decided as it was seen."""
    with held(revision.page) as page:
        revision = page.revisions.waiting().filter(pk=revision.pk).first()
        if revision is None:
            raise DecisionRefused(
                _("Somebody has decided this already, or its maker took it back.")
            )
        if page.maker.is_withdrawn_by_owner:
            raise DecisionRefused(
                _("The maker has withdrawn this page; only they can allow it.")
            )
        if not page.is_approved:
            raise DecisionRefused(
                _("The page itself is not public now. Verify it first.")
            )
        if seen != fingerprint(revision, page):
            raise DecisionRefused(
                _("It has changed since you opened it. Look at it again, then decide.")
            )
        yield revision, page


def end(revision, status, *, by, reason="") -> None:
    revision.let_go_of_photos()
    revision.close(status, by=by, reason=reason)
    tell_of(revision)


# Pages on their way to the public


def verify_page(page) -> bool:
    """Show a page to the public, and give whether it was not public before."""
    with held(page) as page:
        if page.maker.is_withdrawn_by_owner:
            raise DecisionRefused(
                _("The maker has withdrawn this page; only they can allow it.")
            )
        if page.is_approved:
            return False
        page.verify()
        tell(page, page.status)
        return True


def send_page_back(page, reason: str) -> bool:
    """Ask the maker for a change, and give whether that is new."""
    with held(page) as page:
        if (page.status, page.status_reason) == (Status.NEEDS_REVISION, reason):
            return False
        page.send_back(reason)
        fold_in(page)
        tell(page, page.status, reason)
        return True


def refuse_page(page, reason: str) -> bool:
    """Keep a page from the public, and give whether that is new."""
    with held(page) as page:
        if page.status == Status.REFUSED:
            return False
        page.refuse(reason)
        fold_in(page)
        tell(page, page.status, reason)
        return True


# What the maker reads


def tell_of(revision) -> None:
    cause = f"{revision._meta.model_name}-{revision.pk}-{revision.edition}"
    tell(
        revision.page,
        revision.status,
        revision.status_reason,
        is_change=True,
        cause=f"{cause}-{revision.status}",
    )


def tell(page, outcome, reason="", *, is_change=False, cause="") -> None:
    """Write the decision to the outbox, in the language of the portal."""
    person, unit = page.maker.owner.person, page.maker.unit
    with override(settings.LANGUAGE_CODE):
        subject, status = wording(page, outcome, is_change)
    kind = page._meta.model_name
    address = settings.PUBLIC_BASE_URL + reverse(f"my:{kind}", args=[page.pk])
    body = "\n\n".join(part for part in (status, reason, address) if part)
    if person.email:
        post_mail(person.email, subject, body, cause=cause, unit=unit)
    elif person.phone:
        post_phone(person.phone, body, cause=cause, unit=unit)


def wording(page, outcome, is_change: bool) -> tuple[str, str]:
    """The subject and first sentence of a message."""
    named = {"page": str(page)}
    if outcome == Status.VERIFIED and is_change:
        return _("Your change is public"), _(
            "Your change of %(page)s is public."
        ) % named
    if outcome == Status.VERIFIED:
        return _("Your page is public"), _("%(page)s is approved.") % named
    if outcome == Status.NEEDS_REVISION:
        subject = _("Your council asks for a change")
        return subject, _("Please change this in %(page)s, then send it again:") % named
    if is_change:
        subject = _("Your change is not taken over")
        said = _(
            "Your change of %(page)s is not taken over; it stays public as it was."
        )
        return subject, said % named
    return _("Your page is not accepted"), _("%(page)s is not accepted.") % named
