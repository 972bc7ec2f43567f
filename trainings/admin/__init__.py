from .classes import TrainingClassAdmin
from .endorsing import MemberEnrolmentAdmin
from .enrolments import EnrolmentAdmin
from .groups import ArtisanWithGroupsAdmin
from .preparing import TrainingTemplateAdmin
from .seats_per_unit import AllotmentAdmin, SeatTransferAdmin
from .sessions import SessionAdmin
from .texts import MessageTextAdmin
from .trainings import TrainingAdmin
from .weights import QueueWeightsAdmin

__all__ = [
    "AllotmentAdmin",
    "ArtisanWithGroupsAdmin",
    "EnrolmentAdmin",
    "MemberEnrolmentAdmin",
    "MessageTextAdmin",
    "QueueWeightsAdmin",
    "SeatTransferAdmin",
    "SessionAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
    "TrainingTemplateAdmin",
]
