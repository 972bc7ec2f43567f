"""
Holding a training again: as a copy with other dates, or from a template.

A training is written down as plain data whose days are counted from its first day
and whose moments are read on the clock of its unit; building it anew on another
first day moves everything by the same number of days. Who came, what it cost and
what the press wrote stay with the old one.
"""

import json
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from artisans.models import Craft
from council.admin_scope import slug_for
from programs.models import Activity, ActivityDay, ActivityParty

from .models import (
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
# What another council would have to change at once.
WHERE = ["venue", "address", "region_id"]
OF_CLASS = ["name", "quota", "minimum", "syllabus", "lesson_hours", "mode"]
OF_CLASS += ["venue", "address"]
MOMENTS = ["opens_at", "closes_at", "decide_at"]
OF_SESSION = ["start_time", "end_time", "topic", "venue"]
OF_DAY = ["start_time", "end_time"]
OF_PARTY = ["role", "unit_id", "organization_id"]
OF_REQUIREMENT = ["order", "kind", "text", "region_id", "youngest", "oldest", "years"]
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
        content = {**content, "parties": [], "training": without_place(content)}
    return built(content, unit=unit, starts_on=starts_on, craft=craft or template.craft)


def without_place(content) -> dict:
    """The texts without the places, and without the scale of another level."""
    own = {*WHERE, "scale"}
    return {k: v for k, v in content["training"].items() if k not in own}


def plain(content) -> dict:
    """As it is kept: dates and times as text."""
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))


def written_down(training: Training) -> dict:
    """All that a copy takes over, in days from the first day."""
    first, classes = training.starts_on, training.classes.order_by("pk")
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
        "classes": [class_written_down(each, first) for each in classes],
    }


def class_written_down(training_class, first) -> dict:
    return {
        **values(training_class, OF_CLASS),
        "craft": training_class.craft.slug,
        "moments": {name: offset(training_class, name, first) for name in MOMENTS},
        "sessions": [
            {**values(session, OF_SESSION), "day": (session.held_on - first).days}
            for session in training_class.sessions.all()
        ],
        **asked_of(training_class.training, training_class=training_class),
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
    for each in content["classes"]:
        make_class(training, each, craft)
    return training


def make_class(training, content, craft) -> None:
    """A class of the draft with its sessions and what it asks for."""
    zone, facts = ZoneInfo(training.unit.time_zone), dict(content)
    sessions, moments = facts.pop("sessions"), facts.pop("moments")
    asked = {name: facts.pop(name) for name in ("asks", "questions")}
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
