from .classes import TrainingClassAdmin
from .endorsing import MemberEnrolmentAdmin
from .enrolments import EnrolmentAdmin
from .seats_per_unit import AllotmentAdmin, SeatTransferAdmin
from .trainings import TrainingAdmin
from .weights import QueueWeightsAdmin

__all__ = [
    "AllotmentAdmin",
    "EnrolmentAdmin",
    "MemberEnrolmentAdmin",
    "QueueWeightsAdmin",
    "SeatTransferAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
]
