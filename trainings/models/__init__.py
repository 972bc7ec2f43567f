from .enrolments import Enrolment
from .lessons import Engagement, Session
from .preparing import Answer, Exemption, Question, Requirement
from .records import Attendance, Score
from .templates import TrainingTemplate
from .trainings import Training, TrainingClass

__all__ = [
    "Answer",
    "Attendance",
    "Engagement",
    "Enrolment",
    "Exemption",
    "Question",
    "Requirement",
    "Score",
    "Session",
    "Training",
    "TrainingClass",
    "TrainingTemplate",
]
