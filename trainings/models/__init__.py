from .enrolments import Enrolment
from .feedback import Feedback, FeedbackRequest
from .follow_ups import FollowUp
from .lessons import Engagement, Session
from .records import Attendance, Score
from .trainings import Training, TrainingClass
from .works import Work

__all__ = [
    "Attendance",
    "Engagement",
    "Enrolment",
    "Feedback",
    "FeedbackRequest",
    "FollowUp",
    "Score",
    "Session",
    "Training",
    "TrainingClass",
    "Work",
]
