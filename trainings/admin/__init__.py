from .classes import TrainingClassAdmin
from .enrolments import EnrolmentAdmin
from .follow_ups import FollowUpAdmin
from .results import ScoreAdmin
from .trainings import TrainingAdmin

__all__ = [
    "EnrolmentAdmin",
    "FollowUpAdmin",
    "ScoreAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
]
