from .enrolments import Enrolment
from .instructors import Availability, Instructor, Skill
from .lessons import Engagement, Session
from .records import Attendance, Score
from .trainings import Training, TrainingClass

__all__ = [
    "Attendance",
    "Availability",
    "Engagement",
    "Enrolment",
    "Instructor",
    "Score",
    "Session",
    "Skill",
    "Training",
    "TrainingClass",
]
