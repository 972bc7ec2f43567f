from .classes import TrainingClassAdmin
from .endorsing import MemberEnrolmentAdmin
from .engagements import EngagementAdmin
from .enrolments import EnrolmentAdmin
from .groups import ArtisanWithGroupsAdmin
from .instructors import InstructorAdmin
from .preparing import TrainingTemplateAdmin
from .seats_per_unit import AllotmentAdmin, SeatTransferAdmin
from .sessions import SessionAdmin
from .texts import MessageTextAdmin
from .trainings import TrainingAdmin
from .weights import QueueWeightsAdmin

__all__ = [
    "AllotmentAdmin",
    "ArtisanWithGroupsAdmin",
    "EngagementAdmin",
    "EnrolmentAdmin",
    "InstructorAdmin",
    "MemberEnrolmentAdmin",
    "MessageTextAdmin",
    "QueueWeightsAdmin",
    "SeatTransferAdmin",
    "SessionAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
    "TrainingTemplateAdmin",
]
