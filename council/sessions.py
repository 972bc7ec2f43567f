"""Sessions in the database, as Django keeps them; the one question of every page."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import DateTimeField
from django.utils import timezone

from council.prepared import Prepared

open_session = Prepared(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now),
    None,
    DateTimeField(),
)


class SessionStore(DatabaseStore):
    """Django's store, which reads a session by a prepared question."""

    def _get_session_from_db(self):
        session = open_session.first(self.session_key, timezone.now())
        if session is None:
            self._session_key = None
        return session
