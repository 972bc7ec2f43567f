from .certificates import CertificateAdmin, NumberPatternAdmin, SignatoryAdmin
from .classes import TrainingClassAdmin
from .dossiers import DossierAdmin, PayCeilingAdmin
from .endorsing import MemberEnrolmentAdmin
from .engagements import EngagementAdmin
from .enrolments import EnrolmentAdmin
from .follow_ups import FollowUpAdmin
from .groups import ArtisanWithGroupsAdmin
from .instructors import InstructorAdmin
from .preparing import TrainingTemplateAdmin
from .results import ScoreAdmin
from .seats_per_unit import AllotmentAdmin, SeatTransferAdmin
from .sessions import SessionAdmin
from .texts import MessageTextAdmin
from .trainings import TrainingAdmin
from .weights import QueueWeightsAdmin

__all__ = [
    "AllotmentAdmin",
    "ArtisanWithGroupsAdmin",
    "CertificateAdmin",
    "DossierAdmin",
    "EngagementAdmin",
    "EnrolmentAdmin",
    "FollowUpAdmin",
    "InstructorAdmin",
    "MemberEnrolmentAdmin",
    "MessageTextAdmin",
    "NumberPatternAdmin",
    "PayCeilingAdmin",
    "QueueWeightsAdmin",
    "ScoreAdmin",
    "SeatTransferAdmin",
    "SessionAdmin",
    "SignatoryAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
    "TrainingTemplateAdmin",
]
