"""What readers of English get of each text: English, a marked text, or a name."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from django.db import models
from django.utils import timezone
from django.utils.translation import override

from artisans.models import Centre, Motif, Outlet, Product, TechniqueLabel
from council.languages import IN_ENGLISH, parts_of, translated_fields
from council.models import (
    Consent,
    Division,
    Organization,
    Person,
    PressClipping,
    Region,
)
from dekranasda.english import READ
from programs.models import Activity, EligibilityRule, Program, SupportLine
from trainings.models import QueueWeights, Training, Work

from .test_access import world as opened_as_everybody
from .test_public_pages import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.once]

world = opened_as_everybody

# What stays as it is in every language: docs/architecture.md says why.
NAMES = {
    *("Region.name", "Unit.name", "Organization.name", "Centre.name", "Outlet.name"),
    *("Centre.host", "Outlet.host", "Event.host_name"),
    *("Centre.address", "Outlet.address", "Unit.address", "Activity.address"),
    *("TrainingClass.address", "Business.name", "Business.brand"),
    *("Person.full_name", "Person.title_before", "Person.title_after"),
    *("Motif.record_number", "Product.halal_number"),
    *("PressClipping.medium", "PressClipping.photo_credit"),
    "EligibilityRule.basis",
}
WORD = re.compile(r"[Kk]ata(\d+)x\d+")
VOID = {"img", "br", "input", "meta", "link", "hr", "source", "wbr", "path", "circle"}


# What is shorter than a word of this test is no sentence.
LONG = 12
# Where no mark can stand.
UNMARKED = {"title", "script", "textarea", "option"}


class Reader(HTMLParser):
    """What stands on a page and is not said to be Indonesian."""

    def __init__(self, html):
        super().__init__()
        self.open, self.said = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") == "id"))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        is_plain = UNMARKED.isdisjoint(tag for tag, _is_foreign in self.open)
        if is_plain and not any(is_foreign for _tag, is_foreign in self.open):
            self.said.append(data)


def free_texts(model):
    """The fields that somebody fills in their own words."""
    for field in model._meta.local_concrete_fields:
        is_text = type(field) in {models.CharField, models.TextField}
        is_fixed = field.choices or field.primary_key or not field.editable
        if is_text and not is_fixed and (field.max_length or LONG) >= LONG:
            yield field


def fill(model, known):
    """Give every text of every row a word of its own, and no English."""
    english = {f"{name}{IN_ENGLISH}" for name in translated_fields(model)}
    model.objects.update(**dict.fromkeys(english, ""))
    for field in free_texts(model):
        if field.name not in english:
            known.append(f"{model.__name__}.{field.name}")
            keys = list(model.objects.values_list("pk", flat=True))
            for number, pk in enumerate(keys):
                word = f"kata{len(known) - 1}x{number}"
                model.objects.filter(pk=pk).update(**{field.name: word})


def told_models():
    parts = [part.related_model for each in READ for part in parts_of(each)]
    return list(dict.fromkeys([*READ, *parts]))


@pytest.fixture(scope="module")
def known(world):
    """The world with every part of a page; each of its texts says where it stands."""
    person, rows = world.scene.person, world.scene.rows
    training = rows[Training]
    for activity in (training, rows[Activity], world.scene.meeting):
        activity.people.get_or_create(person=person, role="narasumber")
        activity.head_counts.get_or_create(category="undangan", total=3)
        activity.press.add(rows[PressClipping])
    training.requirements_asked.create(kind="fotokopi", text="KTP")
    Consent.objects.create(person=person, purpose=Consent.Purpose.TEACHING_LINE)
    QueueWeights.objects.update(applies_on=timezone.localdate() - timedelta(days=1))
    Work.objects.update(public_page=training)
    rows[Product].materials.create(name="Benang", slug="benang")
    Product.objects.update(price=9000)
    line, division = SupportLine.objects.first(), rows[Division]
    Program.objects.update(status="dianggarkan", line=line, division=division)
    for model in (Activity, Centre, Outlet, Motif):
        model.objects.update(picture="x.webp")
    known = []
    for model in [*told_models(), Region, Person, Organization, EligibilityRule]:
        fill(model, known)
    return known


def pages(world):
    yield from map(world.address, PAGES)
    for activity in Activity.objects.published():
        yield activity.get_absolute_url()


def read_in_english(world):
    visitor = world.browsers["visitor"]
    with override("en"):
        addresses = list(pages(world))
    answers = [(address, visitor.get(address)) for address in addresses]
    return {
        address: answer.content.decode()
        for address, answer in answers
        if "html" in answer["Content-Type"]
    }


def fields_in(text, known):
    return {known[int(number)] for number in WORD.findall(text)}


def bare_on(html, known):
    """The fields of which words stand on a page without a mark, names apart."""
    return fields_in(" ".join(Reader(html).said), known) - NAMES


def test_every_text_is_in_english_or_marked_or_a_name(world, known):
    announced = read_in_english(world)
    Activity.objects.update(status=Activity.Status.CANCELLED)
    TechniqueLabel.objects.update(withdrawn_at=timezone.now())
    called_off = read_in_english(world)

    drawn = set()
    for address, html in [*announced.items(), *called_off.items()]:
        assert bare_on(html, known) == set(), address
        drawn |= fields_in(html, known)
    assert twins() - drawn == set()


def twins():
    """Every field with an English twin: each of them stands on some page."""
    return {
        f"{model.__name__}.{field.name}"
        for model in told_models()
        for field in free_texts(model)
        if field.name in translated_fields(model)
    }


def test_the_walk_sees_a_text_without_a_mark():
    bare = "<p>kata0x1</p>"
    marked = '<p><span lang="id">kata0x1</span></p>'

    assert bare_on(bare, ["Product.name"]) == {"Product.name"}
    assert bare_on(marked, ["Product.name"]) == set()
