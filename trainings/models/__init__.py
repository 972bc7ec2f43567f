from .attending import DoorCode, HelperLink, Mark, Sheet, SheetPhoto, WalkIn
from .enrolments import Enrolment
from .lessons import Engagement, Session
from .records import Attendance, Score
from .trainings import Training, TrainingClass

__all__ = [
    "Attendance",
    "DoorCode",
    "Engagement",
    "Enrolment",
    "HelperLink",
    "Mark",
    "Score",
    "Session",
    "Sheet",
    "SheetPhoto",
    "Training",
    "TrainingClass",
    "WalkIn",
]
