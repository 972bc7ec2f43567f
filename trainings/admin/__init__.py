from .classes import TrainingClassAdmin
from .endorsing import MemberEnrolmentAdmin
from .enrolments import EnrolmentAdmin
from .preparing import TrainingTemplateAdmin
from .seats_per_unit import AllotmentAdmin, SeatTransferAdmin
from .sessions import SessionAdmin
from .trainings import TrainingAdmin
from .weights import QueueWeightsAdmin

__all__ = [
    "AllotmentAdmin",
    "EnrolmentAdmin",
    "MemberEnrolmentAdmin",
    "QueueWeightsAdmin",
    "SeatTransferAdmin",
    "SessionAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
    "TrainingTemplateAdmin",
]
