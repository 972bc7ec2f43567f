from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingsConfig(AppConfig):
    name = "trainings"
    verbose_name = _("Trainings")
    # The public reads how many seats are taken and confirmed, and nothing of these.
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
            "Exemption",
            "Feedback",
            "FeedbackRequest",
            "FollowUp",
            "GroupAnswer",
            "GroupRegistration",
            "HelperLink",
            "Mark",
            "MemberEnrolment",
            "Move",
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
