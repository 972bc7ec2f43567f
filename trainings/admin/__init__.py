from .classes import TrainingClassAdmin
from .engagements import EngagementAdmin
from .enrolments import EnrolmentAdmin
from .instructors import InstructorAdmin
from .trainings import TrainingAdmin

__all__ = [
    "EngagementAdmin",
    "EnrolmentAdmin",
    "InstructorAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
]
