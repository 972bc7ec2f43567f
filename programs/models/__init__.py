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

__all__ = [
    "Activity",
    "ActivityDay",
    "ActivityParty",
    "ActivityPerson",
    "AgendaItem",
    "EligibilityRule",
    "HeadCount",
    "Meeting",
    "Program",
    "SupportLine",
]
