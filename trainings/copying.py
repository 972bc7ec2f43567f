"""
Holding a training again: as a copy with other dates, or from a template.

A training is written down as plain data whose days are counted from its first day
and whose moments are read on the clock of its unit; building it anew on another
first day moves everything by the same number of days. Who came, what it cost, what
was called off and what the press wrote stay with the old one.
"""

import json
from contextlib import suppress
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from artisans.models import Craft
from council.admin_scope import slug_for
from council.models import Unit
from programs.models import Activity, ActivityDay, ActivityParty

from .enrolment import EnrolmentRefused
from .enrolment.allotments import allot
from .models import (
    Dossier,
    Question,
    Requirement,
    Session,
    Training,
    TrainingClass,
    TrainingTemplate,
)

WHAT = ["title", "title_en", "summary", "description", "goal", "audience"]
WHAT += ["requirements", "facilities", "scale", "role", "start_time", "end_time"]
WHAT += ["fund_source", "budget_planned"]
WHAT += ["summary_en", "description_en", "goal_en", "audience_en"]
WHAT += ["requirements_en", "facilities_en"]
WHAT += ["certificate_percent", "certificate_score", "certificate_points"]
WHAT += ["has_own_button", "has_session_reminders"]
# What another council would have to change at once.
WHERE = ["venue", "venue_en", "address", "region_id"]
OF_CLASS = ["name", "quota", "minimum", "syllabus", "lesson_hours", "mode"]
OF_CLASS += [
    "name_en",
    "syllabus_en",
    "venue_en",
    "venue",
    "address",
    "admission",
    "has_fair_queue",
    "has_offers",
]
MOMENTS = ["opens_at", "closes_at", "decide_at"]
OF_SESSION = ["start_time", "end_time", "topic", "topic_en", "venue", "venue_en"]
OF_DOSSIER = ["bring", "background", "legal_basis", "purpose"]
OF_RATE = ["receiver", "kind", "measure", "amount", "tax_percent"]
OF_DAY = ["start_time", "end_time"]
OF_PARTY = ["role", "unit_id", "organization_id"]
OF_REQUIREMENT = ["order", "kind", "text", "text_en", "region_id"]
OF_REQUIREMENT += ["youngest", "oldest", "years"]
OF_QUESTION = ["order", "text", "help", "kind", "choices", "is_required"]


def copied(training: Training, starts_on) -> Training:
    """An unpublished draft of the same training that begins on another day."""
    content = written_down(training)
    draft = built(content, unit=training.unit, starts_on=starts_on)
    if training.program and training.program.year == starts_on.year:
        draft.program = training.program
        draft.save(update_fields=["program"])
    return draft


def kept_as_template(training: Training, name: str) -> TrainingTemplate:
    """Keep it to be used again; the same name replaces what was kept before."""
    crafts = {each.craft_id for each in training.classes.all()}
    template, _made = TrainingTemplate.objects.update_or_create(
        unit=training.unit,
        name=name,
        defaults={
            "craft_id": crafts.pop() if len(crafts) == 1 else None,
            "content": plain(written_down(training)),
        },
    )
    return template


def from_template(template, *, unit, starts_on, craft=None) -> Training:
    """An unpublished draft made from a template, for a unit that may be another."""
    content = template.content
    if template.unit_id != unit.pk:
        content = as_of(unit, content)
    return built(content, unit=unit, starts_on=starts_on, craft=craft or template.craft)


def lacks_craft(template) -> bool:
    """Whether a class of it still needs to be told which craft it teaches."""
    slugs = {each["craft"] for each in template.classes}
    known = Craft.objects.filter(slug__in=slugs).count()
    return template.craft_id is None and known < len(slugs)


def as_of(unit, content) -> dict:
    """What another unit takes over: no places, partners, seats or rates."""
    kept = without(content, {"parties", "dossier"})
    return {
        **kept,
        "parties": [],
        "training": without(content["training"], {*WHERE, "scale"}),
        "asks": asks_at(unit, content["asks"]),
        "classes": [class_as_of(unit, each) for each in content["classes"]],
    }


def class_as_of(unit, content) -> dict:
    return {
        **without(content, {"venue", "venue_en", "address", "allotments"}),
        "sessions": [
            without(each, {"venue", "venue_en"}) for each in content["sessions"]
        ],
        "asks": asks_at(unit, content["asks"]),
    }


def asks_at(unit, asks) -> list[dict]:
    """Whoever must live in a region must live in that of the unit, if it has one."""
    return [
        {**each, "region_id": unit.region_id} if each.get("region_id") else each
        for each in asks
        if unit.region_id or not each.get("region_id")
    ]


def without(content, names) -> dict:
    return {name: value for name, value in content.items() if name not in names}


def plain(content) -> dict:
    """As it is kept: dates and times as text."""
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))


def written_down(training: Training) -> dict:
    """All that a copy takes over, in days from the first day."""
    first, off = training.starts_on, TrainingClass.Status.CANCELLED
    classes = training.classes.exclude(status=off).order_by("pk")
    length = (training.ends_on - first).days + 1
    return {
        "training": {**values(training, WHAT + WHERE), "length": length},
        "crafts": [craft.slug for craft in training.crafts.all()],
        "days": [
            {**values(day, OF_DAY), "day": (day.held_on - first).days}
            for day in training.days.all()
        ],
        "parties": [values(party, OF_PARTY) for party in training.parties.all()],
        **asked_of(training, training_class=None),
        "dossier": dossier_written_down(training),
        "classes": [class_written_down(each, first) for each in classes],
    }


def dossier_written_down(training) -> dict:
    """The texts of its letters and its rates; empty when nobody began its file."""
    dossier = Dossier.objects.filter(training=training).first()
    if dossier is None:
        return {}
    rates = [values(each, OF_RATE) for each in dossier.rates.all()]
    return {**values(dossier, OF_DOSSIER), "rates": rates}


def class_written_down(training_class, first) -> dict:
    sessions = training_class.sessions.exclude(status=Session.Status.CANCELLED)
    return {
        **values(training_class, OF_CLASS),
        "craft": training_class.craft.slug,
        "moments": {name: offset(training_class, name, first) for name in MOMENTS},
        "sessions": [
            {**values(session, OF_SESSION), "day": (session.held_on - first).days}
            for session in sessions
        ],
        "allotments": [
            allotment_written_down(each, first)
            for each in training_class.allotments.all()
        ],
        **asked_of(training_class.training, training_class=training_class),
    }


def allotment_written_down(allotment, first) -> dict:
    """The seats a unit had at the beginning, those that went back too."""
    return {
        "unit": allotment.unit_id,
        "seats": allotment.seats + allotment.returned,
        "day": (allotment.returns_on - first).days,
    }


def asked_of(training, **whose) -> dict:
    """Requirements and questions, of one class or of all."""
    requirements = training.requirements_asked.filter(**whose)
    questions = training.questions_asked.filter(**whose)
    return {
        "asks": [values(each, OF_REQUIREMENT) for each in requirements],
        "questions": [values(each, OF_QUESTION) for each in questions],
    }


def values(row, names) -> dict:
    return {name: getattr(row, name) for name in names}


def offset(training_class, name, first) -> list | None:
    """A moment as days from the first day and an hour on the unit's clock."""
    if (moment := getattr(training_class, name)) is None:
        return None
    local = training_class.local(moment)
    return [(local.date() - first).days, local.time().isoformat()]


@transaction.atomic
def built(content, *, unit, starts_on, craft=None) -> Training:
    """Make the draft that the plain data describes, beginning on a day."""
    facts = dict(content["training"])
    length = timedelta(days=facts.pop("length") - 1)
    training = Training(unit=unit, starts_on=starts_on, ends_on=starts_on + length)
    fill(training, {"scale": Activity.Scale.of_level(unit.level), **facts})
    training.slug = slug_for(Activity, f"{training.title} {starts_on:%Y}")
    training.save()
    training.crafts.set(Craft.objects.filter(slug__in=content["crafts"]))
    for each in content["days"]:
        make(ActivityDay, each, starts_on, activity=training)
    for party in content["parties"]:
        ActivityParty.objects.create(activity=training, **party)
    make_asked(content, training=training)
    make_dossier(training, content.get("dossier"))
    for each in content["classes"]:
        make_class(training, each, craft)
    return training


def make_dossier(training, content) -> None:
    if content:
        facts = dict(content)
        rates = facts.pop("rates")
        dossier = Dossier.objects.create(training=training, **facts)
        for each in rates:
            dossier.rates.create(**each)


def make_class(training, content, craft) -> None:
    """A class of the draft with its sessions and what it asks for."""
    zone, facts = ZoneInfo(training.unit.time_zone), dict(content)
    sessions, moments = facts.pop("sessions"), facts.pop("moments")
    asked = {name: facts.pop(name) for name in ("asks", "questions")}
    allotments = facts.pop("allotments", [])
    known = Craft.objects.filter(slug=facts.pop("craft")).first()
    made = TrainingClass(training=training, craft=known or craft)
    fill(made, facts)
    for name, moment in moments.items():
        if moment:
            setattr(made, name, moment_of(training.starts_on, *moment, zone))
    made.save()
    for each in sessions:
        make(Session, each, training.starts_on, training_class=made)
    make_asked(asked, training=training, training_class=made)
    for each in allotments:
        keep_seats(made, each)


def keep_seats(training_class, content) -> None:
    """Keep seats for a unit as before; none where their day is over already."""
    returns_on = training_class.training.starts_on + timedelta(days=content["day"])
    unit = Unit.objects.get(pk=content["unit"])
    with suppress(EnrolmentRefused):
        allot(training_class, unit, content["seats"], returns_on)


def moment_of(first, days, clock, zone):
    """The moment that lies some days from the first day, on the unit's clock."""
    day = first + timedelta(days=days)
    return datetime.combine(day, time.fromisoformat(clock), zone)


def make(model, content, first, **whose) -> None:
    """A session or day, as many days after the first day as before."""
    facts = dict(content)
    row = model(held_on=first + timedelta(days=facts.pop("day")), **whose)
    fill(row, facts).save()


def make_asked(content, **whose) -> None:
    for each in content["asks"]:
        Requirement.objects.create(**each, **whose)
    for each in content["questions"]:
        Question.objects.create(**each, **whose)


def fill(row, facts):
    """Set what was written down; hours may come as text."""
    for name, value in facts.items():
        field = row._meta.get_field(name.removesuffix("_id"))
        setattr(row, name, field.to_python(value))
    return row
