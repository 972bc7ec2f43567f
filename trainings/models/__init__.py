from .allotments import Allotment, SeatTransfer
from .attending import DoorCode, HelperLink, Mark, Sheet, SheetPhoto, WalkIn
from .certificates import Certificate
from .dossiers import (
    ActivityPhoto,
    Dossier,
    DossierDocument,
    PayCeiling,
    PayRate,
    TaughtLessons,
)
from .enrolments import Enrolment, MemberEnrolment
from .feedback import Feedback, FeedbackRequest
from .follow_ups import FollowUp
from .groups import GroupAnswer, GroupRegistration
from .instructors import Availability, Instructor, Skill
from .lessons import Engagement, Session
from .moves import Move
from .numbering import NumberCounter, NumberPattern
from .offers import Offer
from .preparing import Answer, Exemption, Question, Requirement
from .records import Attendance, Score
from .signatories import Signatory
from .templates import TrainingTemplate
from .texts import MessageText
from .trainings import Training, TrainingClass
from .weights import QueueWeights
from .works import Work

__all__ = [
    "ActivityPhoto",
    "Allotment",
    "Answer",
    "Attendance",
    "Availability",
    "Certificate",
    "DoorCode",
    "Dossier",
    "DossierDocument",
    "Engagement",
    "Enrolment",
    "Exemption",
    "Feedback",
    "FeedbackRequest",
    "FollowUp",
    "GroupAnswer",
    "GroupRegistration",
    "HelperLink",
    "Instructor",
    "Mark",
    "MemberEnrolment",
    "MessageText",
    "Move",
    "NumberCounter",
    "NumberPattern",
    "Offer",
    "PayCeiling",
    "PayRate",
    "Question",
    "QueueWeights",
    "Requirement",
    "Score",
    "SeatTransfer",
    "Session",
    "Sheet",
    "SheetPhoto",
    "Signatory",
    "Skill",
    "TaughtLessons",
    "Training",
    "TrainingClass",
    "TrainingTemplate",
    "WalkIn",
    "Work",
]
