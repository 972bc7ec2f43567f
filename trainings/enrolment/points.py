"""
The fair queue: points for what can be checked, by weights everybody can read.

Points are counted once, when the artisan registers, and stay with the enrolment
together with the facts they came from. Whoever knows the day and the weights can
count them again; nothing that others do later takes a point away.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artisans.models import Artisan
from council.models import Person
from trainings.models import Enrolment, QueueWeights

MANY_TRAININGS = 3
DISTRICT = len("36.74.04")


@dataclass(frozen=True)
class Line:
    """One rule on the page of an enrolment: what it says, and what it gave."""

    label: str
    fact: str
    points: int
    most: int


def reckon(artisan: Artisan, training_class) -> list[dict]:
    """The points of an artisan for a class, rule by rule, with the fact behind each."""
    today = training_class.today
    opens_on = training_class.local(training_class.opens_at).date()
    weights = QueueWeights.objects.in_force(training_class.training.unit, opens_on)
    found = {name: rule(artisan, training_class, today) for name, rule in RULES.items()}
    return [
        {
            "rule": name,
            "most": getattr(weights, name),
            # Half a point never decides: whole numbers are what people compare.
            "points": int(getattr(weights, name) * share),
            "fact": fact,
        }
        for name, (share, fact) in found.items()
        if getattr(weights, name)
    ]


def two_years_before(day: date) -> date:
    # 29 February has no day of its own two years before.
    return day.replace(
        year=day.year - 2, day=min(day.day, 28 if day.month == 2 else 31)
    )


def few_trainings(artisan, training_class, today):
    """Nothing so far gives all points, three trainings or more none."""
    since = two_years_before(today)
    mine = Enrolment.objects.confirmed().filter(
        artisan=artisan, training_class__training__starts_on__gte=since
    )
    number = mine.values("training_class__training").distinct().count()
    return Fraction(max(MANY_TRAININGS - number, 0), MANY_TRAININGS), number


def district_share(artisan, training_class, today):
    """Whether the kecamatan had fewer seats than its part of the artisans."""
    code = (artisan.village_id or "")[:DISTRICT]
    area = training_class.training.unit.code
    here = Q(artisan__village__code__startswith=f"{code}.")
    given = Enrolment.objects.confirmed().filter(
        training_class__training__unit__code__startswith=area,
        training_class__training__starts_on__gte=two_years_before(today),
    )
    seats = given.aggregate(all=Count("pk"), here=Count("pk", filter=here))
    people = Artisan.objects.filter(unit__code__startswith=area).aggregate(
        all=Count("pk"),
        here=Count("pk", filter=Q(village__code__startswith=f"{code}.")),
    )
    is_under = seats["here"] * people["all"] < seats["all"] * people["here"]
    fact = [seats["here"], seats["all"], people["here"], people["all"]]
    return int(is_under), fact


def craft_match(artisan, training_class, today):
    """All points for the craft of the class, half for one of its family."""
    mine, taught = artisan.main_craft, training_class.craft
    if mine == taught:
        return 1, "same"
    is_related = mine is not None and mine.family == taught.family
    return (Fraction(1, 2), "related") if is_related else (0, "other")


def women_led(artisan, training_class, today):
    is_woman = artisan.person.gender == Person.Gender.WOMAN
    return int(is_woman), is_woman


def complete_profile(artisan, training_class, today):
    is_shown = artisan.businesses.published().exists()
    return int(is_shown), is_shown


def waited_in_vain(artisan, training_class, today):
    """Whether a waiting list ended without a seat, and none was given up."""
    over = Enrolment.objects.filter(
        artisan=artisan,
        status=Enrolment.Status.WAITING,
        training_class__training__ends_on__lt=today,
        training_class__training__starts_on__gte=two_years_before(today),
    )
    has_waited = over.exists()
    return int(has_waited), has_waited


# In the order of the public page; each gives the share of its points, and the fact.
RULES = {
    "few_trainings": few_trainings,
    "district_share": district_share,
    "craft_match": craft_match,
    "women_led": women_led,
    "complete_profile": complete_profile,
    "waited_in_vain": waited_in_vain,
}


def explained(enrolment: Enrolment) -> list[Line]:
    """Why an enrolment has its points, line by line, in the reader's language."""
    return [
        Line(
            QueueWeights._meta.get_field(line["rule"]).verbose_name,
            IN_WORDS[line["rule"]](line["fact"]),
            line["points"],
            line["most"],
        )
        for line in enrolment.points_lines or []
    ]


def trainings_in_words(number) -> str:
    if not number:
        return _("No training in the last 24 months.")
    said = ngettext(
        "%(number)s training in the last 24 months.",
        "%(number)s trainings in the last 24 months.",
        number,
    )
    return said % {"number": number}


def share_in_words(fact) -> str:
    here, given, artisans, everybody = fact
    return _(
        "%(here)s of %(given)s seats went to the kecamatan, where %(artisans)s of "
        "%(everybody)s artisans live."
    ) % {"here": here, "given": given, "artisans": artisans, "everybody": everybody}


def craft_in_words(fact) -> str:
    return {
        "same": _("The main craft is that of the class."),
        "related": _("The main craft is related to that of the class."),
    }.get(fact, _("The main craft is another one."))


IN_WORDS = {
    "few_trainings": trainings_in_words,
    "district_share": share_in_words,
    "craft_match": craft_in_words,
    "women_led": lambda is_so: (
        _("Led by a woman.") if is_so else _("Not led by a woman.")
    ),
    "complete_profile": lambda is_so: (
        _("A business page is verified.")
        if is_so
        else _("No business page is verified yet.")
    ),
    "waited_in_vain": lambda is_so: (
        _("Waited for a training and got no seat.")
        if is_so
        else _("Has not waited in vain.")
    ),
}
