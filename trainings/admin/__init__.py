from .classes import TrainingClassAdmin
from .enrolments import EnrolmentAdmin
from .preparing import TrainingTemplateAdmin
from .trainings import TrainingAdmin

__all__ = [
    "EnrolmentAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
    "TrainingTemplateAdmin",
]
