"""Links with which a helper keeps a list without an account, in set hours."""

from django.utils import timezone

from trainings.models import HelperLink


def lend(training_class, *, by, **terms) -> HelperLink:
    """Make a link that nobody can guess."""
    return training_class.helper_links.create(made_by=by, **terms)


def withdraw(link: HelperLink) -> None:
    """End a link at once; a second time changes nothing."""
    rows = HelperLink.objects.filter(pk=link.pk, withdrawn_at=None)
    rows.update(withdrawn_at=timezone.now())


def chosen_session(link: HelperLink, asked: int | None = None):
    """
    The session a link shows: its own, or of its class the one asked for.

    Without a wish it is the one of today, else the last before it, else the first.
    """
    if link.session_id:
        return link.session if asked in (None, link.session_id) else None
    sessions = list(link.training_class.sessions.all())
    if asked is not None:
        return next((each for each in sessions if each.pk == asked), None)
    today = link.training_class.local(timezone.now()).date()
    begun = [each for each in sessions if each.held_on <= today]
    todays = [each for each in begun if each.held_on == today]
    now = timezone.now()
    coming = [each for each in todays if each.ends_at >= now]
    return next(iter(coming or begun[-1:] or sessions[:1]), None)
