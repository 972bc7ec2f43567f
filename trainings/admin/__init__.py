from .classes import TrainingClassAdmin
from .enrolments import EnrolmentAdmin
from .preparing import TrainingTemplateAdmin
from .sessions import SessionAdmin
from .trainings import TrainingAdmin

__all__ = [
    "EnrolmentAdmin",
    "SessionAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
    "TrainingTemplateAdmin",
]
