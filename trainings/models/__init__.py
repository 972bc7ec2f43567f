from .enrolments import Enrolment
from .groups import GroupAnswer, GroupRegistration
from .lessons import Engagement, Session
from .records import Attendance, Score
from .texts import MessageText
from .trainings import Training, TrainingClass

__all__ = [
    "Attendance",
    "Engagement",
    "Enrolment",
    "GroupAnswer",
    "GroupRegistration",
    "MessageText",
    "Score",
    "Session",
    "Training",
    "TrainingClass",
]
