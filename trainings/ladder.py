"""
The ladder of results: productive, partly, not yet.

The one home of the rule: `rung_of` decides, `RULE` is what the public reads.
"""

from django.utils.translation import gettext_lazy as _

from .models import FollowUp

Producing, Turnover, Rung = FollowUp.Producing, FollowUp.Turnover, FollowUp.Rung

RULE = [
    (
        Rung.PRODUCTIVE,
        _("Makes craft regularly, and has not said that nothing was sold yet."),
    ),
    (
        Rung.PARTLY,
        _("Makes craft sometimes; or regularly, but has sold nothing yet."),
    ),
    (Rung.NOT_YET, _("Does not make craft at the moment.")),
]


def rung_of(*, producing: str, turnover: str = "", **_others) -> str:
    """The rung of an answer. What somebody would rather not say counts for nothing."""
    if producing == Producing.NO:
        return Rung.NOT_YET
    if producing == Producing.SOMETIMES or turnover == Turnover.NOTHING:
        return Rung.PARTLY
    return Rung.PRODUCTIVE
