from .activities import (
    Activity,
    ActivityDay,
    ActivityParty,
    ActivityPerson,
    HeadCount,
)
from .meetings import AgendaItem, Meeting
from .programs import Program, SupportLine

__all__ = [
    "Activity",
    "ActivityDay",
    "ActivityParty",
    "ActivityPerson",
    "AgendaItem",
    "HeadCount",
    "Meeting",
    "Program",
    "SupportLine",
]
