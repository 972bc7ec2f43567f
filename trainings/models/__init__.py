from .certificates import Certificate
from .enrolments import Enrolment
from .lessons import Engagement, Session
from .numbering import NumberCounter, NumberPattern
from .records import Attendance, Score
from .signatories import Signatory
from .trainings import Training, TrainingClass

__all__ = [
    "Attendance",
    "Certificate",
    "Engagement",
    "Enrolment",
    "NumberCounter",
    "NumberPattern",
    "Score",
    "Session",
    "Signatory",
    "Training",
    "TrainingClass",
]
