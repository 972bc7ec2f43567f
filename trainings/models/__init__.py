from .allotments import Allotment, SeatTransfer
from .attending import DoorCode, HelperLink, Mark, Sheet, SheetPhoto, WalkIn
from .enrolments import Enrolment, MemberEnrolment
from .feedback import Feedback, FeedbackRequest
from .follow_ups import FollowUp
from .groups import GroupAnswer, GroupRegistration
from .instructors import Availability, Instructor, Skill
from .lessons import Engagement, Session
from .offers import Offer
from .preparing import Answer, Exemption, Question, Requirement
from .records import Attendance, Score
from .templates import TrainingTemplate
from .texts import MessageText
from .trainings import Training, TrainingClass
from .weights import QueueWeights
from .works import Work

__all__ = [
    "Allotment",
    "Answer",
    "Attendance",
    "Availability",
    "DoorCode",
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
    "Offer",
    "Question",
    "QueueWeights",
    "Requirement",
    "Score",
    "SeatTransfer",
    "Session",
    "Sheet",
    "SheetPhoto",
    "Skill",
    "Training",
    "TrainingClass",
    "TrainingTemplate",
    "WalkIn",
    "Work",
]
