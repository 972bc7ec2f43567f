from .allotments import Allotment, SeatTransfer
from .enrolments import Enrolment, MemberEnrolment
from .lessons import Engagement, Session
from .offers import Offer
from .records import Attendance, Score
from .trainings import Training, TrainingClass
from .weights import QueueWeights

__all__ = [
    "Allotment",
    "Attendance",
    "Engagement",
    "Enrolment",
    "MemberEnrolment",
    "Offer",
    "QueueWeights",
    "Score",
    "SeatTransfer",
    "Session",
    "Training",
    "TrainingClass",
]
