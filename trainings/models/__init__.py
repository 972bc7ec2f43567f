from .allotments import Allotment, SeatTransfer
from .enrolments import Enrolment, MemberEnrolment
from .groups import GroupAnswer, GroupRegistration
from .lessons import Engagement, Session
from .offers import Offer
from .records import Attendance, Score
from .texts import MessageText
from .trainings import Training, TrainingClass
from .weights import QueueWeights

__all__ = [
    "Allotment",
    "Attendance",
    "Engagement",
    "Enrolment",
    "GroupAnswer",
    "GroupRegistration",
    "MemberEnrolment",
    "MessageText",
    "Offer",
    "QueueWeights",
    "Score",
    "SeatTransfer",
    "Session",
    "Training",
    "TrainingClass",
]
