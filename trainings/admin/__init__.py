from .classes import TrainingClassAdmin
from .enrolments import EnrolmentAdmin
from .groups import ArtisanWithGroupsAdmin
from .texts import MessageTextAdmin
from .trainings import TrainingAdmin

__all__ = [
    "ArtisanWithGroupsAdmin",
    "EnrolmentAdmin",
    "MessageTextAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
]
