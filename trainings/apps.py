from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingsConfig(AppConfig):
    name = "trainings"
    verbose_name = _("Trainings")
    # A class keeps the number of its seats taken; the public reads that.
    unseen_models = frozenset(
        {"Attendance", "Enrolment", "Score"}
        # Answers are private; the public reads what is counted from them.
        | {"Feedback", "FeedbackRequest", "FollowUp"}
    )
