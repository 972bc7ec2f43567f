from .audit import AuditEntry
from .data_version import DataVersion
from .documents import Document
from .organizations import Organization, PressClipping
from .outbox import Message
from .people import Consent, Person, PersonAlias
from .regions import Region, RegionAlias
from .units import Division, Unit
from .users import User

__all__ = [
    "AuditEntry",
    "Consent",
    "DataVersion",
    "Division",
    "Document",
    "Message",
    "Organization",
    "Person",
    "PersonAlias",
    "PressClipping",
    "Region",
    "RegionAlias",
    "Unit",
    "User",
]
