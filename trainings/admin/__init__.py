from .certificates import CertificateAdmin, NumberPatternAdmin, SignatoryAdmin
from .classes import TrainingClassAdmin
from .enrolments import EnrolmentAdmin
from .trainings import TrainingAdmin

__all__ = [
    "CertificateAdmin",
    "EnrolmentAdmin",
    "NumberPatternAdmin",
    "SignatoryAdmin",
    "TrainingAdmin",
    "TrainingClassAdmin",
]
