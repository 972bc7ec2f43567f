"""What a participant reads of their own attendance, and what is still possible."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings.attendance import records_of, sessions_to_join
from trainings.models import Session

from .lists import WORDS


class Standing:
    """The sessions of one participant, in words."""

    def __init__(self, enrolment):
        self.enrolment = enrolment
        self.training_class = enrolment.training_class

    @cached_property
    def record(self):
        return records_of(self.training_class).get(self.enrolment.pk)

    @cached_property
    def sessions_now(self) -> list[Session]:
        """The sessions of this class with a button to press now."""
        if not self.enrolment.is_confirmed:
            return []
        found = sessions_to_join(self.enrolment.artisan)
        return [each for each in found if each.enrolment_key == self.enrolment.pk]

    @property
    def sessions(self) -> list[Session]:
        """Every session that has a day, with the word for how it went."""
        marks = dict(self.enrolment.attendances.values_list("session", "status"))
        sessions = self.training_class.sessions.all()
        if self.training_class.training.is_postponed:
            sessions = sessions.exclude(status=Session.Status.PLANNED)
        sessions = list(sessions)
        for each in sessions:
            status = marks.get(each.pk)
            each.word = WORDS[status] if status else each.get_status_display()
        return sessions

    @property
    def sentence(self) -> str:
        """Hadir 3 dari 4 sesi."""
        held = self.record.held
        if not held:
            return _("No session was held yet.")
        said = ngettext(
            "Present in %(number)s of %(held)s session.",
            "Present in %(number)s of %(held)s sessions.",
            held,
        )
        return said % {"number": len(self.record.attended), "held": held}

    @property
    def outlook(self) -> str:
        """Whether the certificate's percentage is reached, possible or lost."""
        wanted = {"percent": self.training_class.training.certificate_percent}
        if self.record.percent_of_all >= wanted["percent"]:
            return _("The %(percent)s%% for the certificate are reached.") % wanted
        if self.record.best_possible >= wanted["percent"]:
            return _("%(percent)s%% for the certificate is still possible.") % wanted
        return _("%(percent)s%% for the certificate is no longer possible.") % wanted
