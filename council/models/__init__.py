from .audit import AuditEntry
from .daily import DailyWork
from .data_version import DataVersion
from .documents import Document
from .jobs import Job
from .kept import SavedWhole
from .organizations import Organization, PressClipping
from .outbox import Message
from .people import Consent, Person, PersonAlias
from .regions import Region, RegionAlias
from .search import KeptBits, KeptCount, SearchEntry, SearchWord
from .units import Division, Unit
from .users import User

__all__ = [
    "AuditEntry",
    "Consent",
    "DailyWork",
    "DataVersion",
    "Division",
    "Document",
    "Job",
    "KeptBits",
    "KeptCount",
    "Message",
    "Organization",
    "Person",
    "PersonAlias",
    "PressClipping",
    "Region",
    "RegionAlias",
    "SavedWhole",
    "SearchEntry",
    "SearchWord",
    "Unit",
    "User",
]
