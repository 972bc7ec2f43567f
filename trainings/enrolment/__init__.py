"""
Giving artisans their seats, and taking seats back: the one door.

Nothing else writes an `Enrolment`, `Offer`, `Allotment` or `SeatTransfer`, or the
seats, quota and status of a class. Every function holds the class's row first, so
that the seats it counts are still free when it gives them; every outcome is told
once, in the same transaction.
"""

from .allotments import accept_seats, allot, decline_seats, offer_seats, return_seats
from .changing import cancel_class, cancel_training, change_quota
from .deciding import accept, endorse, promote, put_in_reserve, refuse
from .offers import accept_offer, answer_by, decline_offer, offer, pass_on
from .points import explained
from .refusals import EnrolmentRefused, ProfileIncomplete
from .registering import (
    cancel,
    enrol,
    enrolments_of,
    why_not_now,
    why_not_together,
)
from .seats import seats_kept_for

__all__ = [
    "EnrolmentRefused",
    "ProfileIncomplete",
    "accept",
    "accept_offer",
    "accept_seats",
    "allot",
    "answer_by",
    "cancel",
    "cancel_class",
    "cancel_training",
    "change_quota",
    "decline_offer",
    "decline_seats",
    "endorse",
    "enrol",
    "enrolments_of",
    "explained",
    "offer",
    "offer_seats",
    "pass_on",
    "promote",
    "put_in_reserve",
    "refuse",
    "return_seats",
    "seats_kept_for",
    "why_not_now",
    "why_not_together",
]
