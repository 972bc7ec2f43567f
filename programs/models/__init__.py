from .activities import (
    Activity,
    ActivityDay,
    ActivityParty,
    ActivityPerson,
    HeadCount,
)
from .funds import EligibilityRule
from .meetings import AgendaItem, Meeting
from .programs import Program, SupportLine
from .results import LaterResult

__all__ = [
    "Activity",
    "ActivityDay",
    "ActivityParty",
    "ActivityPerson",
    "AgendaItem",
    "EligibilityRule",
    "HeadCount",
    "LaterResult",
    "Meeting",
    "Program",
    "SupportLine",
]
