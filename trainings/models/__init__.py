from .enrolments import Enrolment
from .lessons import Engagement, Session
from .records import Attendance, Score
from .trainings import Training, TrainingClass

__all__ = [
    "Attendance",
    "Engagement",
    "Enrolment",
    "Score",
    "Session",
    "Training",
    "TrainingClass",
]
