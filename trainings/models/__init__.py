from .attending import DoorCode, HelperLink, Mark, Sheet, SheetPhoto, WalkIn
from .enrolments import Enrolment
from .lessons import Engagement, Session
from .preparing import Answer, Exemption, Question, Requirement
from .records import Attendance, Score
from .templates import TrainingTemplate
from .trainings import Training, TrainingClass

__all__ = [
    "Answer",
    "Attendance",
    "DoorCode",
    "Engagement",
    "Enrolment",
    "Exemption",
    "HelperLink",
    "Mark",
    "Question",
    "Requirement",
    "Score",
    "Session",
    "Sheet",
    "SheetPhoto",
    "Training",
    "TrainingClass",
    "TrainingTemplate",
    "WalkIn",
]
