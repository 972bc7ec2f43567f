from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingsConfig(AppConfig):
    name = "trainings"
    verbose_name = _("Trainings")
    # A class keeps the number of its seats taken; the public reads that.
    unseen_models = frozenset(
        {
            "ActivityPhoto",
            "Allotment",
            "Answer",
            "Attendance",
            "Availability",
            "Certificate",
            "DoorCode",
            "Dossier",
            "DossierDocument",
            "Enrolment",
            "Exemption",
            "Feedback",
            "FeedbackRequest",
            "FollowUp",
            "GroupAnswer",
            "GroupRegistration",
            "HelperLink",
            "Mark",
            "MemberEnrolment",
            "MessageText",
            "NumberCounter",
            "NumberPattern",
            "Offer",
            "PayCeiling",
            "PayRate",
            "Score",
            "SeatTransfer",
            "Sheet",
            "SheetPhoto",
            "Signatory",
            "Skill",
            "TaughtLessons",
            "TrainingTemplate",
            "WalkIn",
        }
    )
