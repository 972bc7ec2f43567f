from .classes import TrainingClassAdmin
from .enrolments import EnrolmentAdmin
from .trainings import TrainingAdmin

__all__ = ["EnrolmentAdmin", "TrainingAdmin", "TrainingClassAdmin"]
