"""
How complete the file of a training is, and where what is missing is written.

One rule for the list and the page: each part is a condition of the database.
"""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trainings.models import (
    ActivityPhoto,
    Certificate,
    Dossier,
    DossierDocument,
    Enrolment,
    Session,
    Training,
    TrainingClass,
)

OURS = OuterRef("pk")
FILE, CHANGE, CLASSES, SESSIONS = "file", "change", "classes", "sessions"


@dataclass(frozen=True)
class Part:
    """One part of a complete file: when it is there, and where it is written."""

    name: str
    label: str
    hint: str
    place: str
    anchor: str = ""


PARTS = [
    Part(
        "has_money",
        _("Budget and spending"),
        _("Write both sums under “Money”."),
        CHANGE,
    ),
    Part(
        "has_people",
        _("List of participants"),
        _("No class has a confirmed participant."),
        CLASSES,
    ),
    Part(
        "has_attendance",
        _("Attendance of all sessions"),
        _("Some session has no list yet, or none is planned."),
        SESSIONS,
    ),
    Part(
        "has_photos",
        _("Photos of the training"),
        _("Add at least one photo."),
        FILE,
        "photos-group",
    ),
    Part(
        "has_material",
        _("Syllabus or teaching material"),
        _("Write the competences of each class, or add the material."),
        FILE,
        "documents-group",
    ),
    Part(
        "has_receipts",
        _("Receipts"),
        _("Add the receipts as documents."),
        FILE,
        "documents-group",
    ),
    Part(
        "has_press",
        _("Links to the press"),
        _("Choose press clippings under “Result”."),
        CHANGE,
    ),
    Part(
        "has_texts",
        _("Texts of the report"),
        _("Write the texts that the report needs."),
        FILE,
    ),
    Part(
        "has_certificates",
        _("Certificates"),
        _("Issue the certificates of each class."),
        CLASSES,
    ),
]


def conditions() -> dict:
    """What must hold for each part, for a QuerySet of trainings."""
    classes = TrainingClass.objects.filter(
        training=OURS, status=TrainingClass.Status.ON
    )
    sessions = Session.objects.filter(
        training_class__training=OURS, training_class__status=TrainingClass.Status.ON
    )
    documents = DossierDocument.objects.filter(dossier__training=OURS)
    material = documents.filter(kind=DossierDocument.Kind.MATERIAL)
    untaught = classes.filter(syllabus="")
    written = ~Q(**dict.fromkeys(Dossier.TEXTS[:1], ""))
    for name in Dossier.TEXTS[1:]:
        written &= ~Q(**{name: ""})
    return {
        "has_money": Q(budget_planned__isnull=False, budget_spent__isnull=False),
        "has_people": Exists(seats(OURS)),
        "has_attendance": Exists(sessions.filter(status=Session.Status.HELD))
        & ~Exists(sessions.filter(status=Session.Status.PLANNED)),
        "has_photos": Exists(ActivityPhoto.objects.filter(dossier__training=OURS)),
        "has_material": Exists(material) | (Exists(classes) & ~Exists(untaught)),
        "has_receipts": Exists(documents.filter(kind=DossierDocument.Kind.RECEIPT)),
        "has_press": Exists(Training.press.through.objects.filter(activity=OURS)),
        "has_texts": Exists(Dossier.objects.filter(written, training=OURS)),
        "has_certificates": Exists(
            Certificate.objects.valid().filter(enrolment__training_class__training=OURS)
        ),
    }


def seats(training):
    return Enrolment.objects.confirmed().filter(training_class__training=training)


def with_completeness(trainings):
    """Add a yes or no for each part, and `parts_there`, how many there are."""
    found = {
        name: Case(
            When(condition, then=Value(1)),
            default=Value(0),
            output_field=IntegerField(),
        )
        for name, condition in conditions().items()
    }
    rows = trainings.annotate(**found)
    total = sum((F(name) for name in found), Value(0))
    return rows.annotate(parts_there=total)


@dataclass(frozen=True)
class Meter:
    """How much of a file is there, and its parts with the way to each."""

    there: int
    parts: list[dict]

    @property
    def percent(self) -> int:
        return percent(self.there)

    @property
    def missing(self) -> list[dict]:
        return [part for part in self.parts if not part["is_there"]]

    @property
    def is_full(self) -> bool:
        return not self.missing


def percent(there: int) -> int:
    """In whole percent, rounded down: nothing less than all is 100."""
    return there * 100 // len(PARTS)


def meter_of(training) -> Meter:
    row = with_completeness(Training.objects.filter(pk=training.pk)).get()
    parts = [
        {
            "label": part.label,
            "hint": part.hint,
            "is_there": bool(getattr(row, part.name)),
            "address": address_of(part, training),
        }
        for part in PARTS
    ]
    return Meter(row.parts_there, parts)


def address_of(part, training) -> str:
    """Where a part is written in the admin."""
    if part.place == FILE:
        anchor = f"#{part.anchor}" if part.anchor else ""
        return file_address(training) + anchor
    if part.place == CHANGE:
        return reverse("admin:trainings_training_change", args=[training.pk])
    if part.place == SESSIONS:
        query = {"training_class__training__id__exact": training.pk}
        return reverse("admin:trainings_session_changelist", query=query)
    query = {"training__id__exact": training.pk}
    return reverse("admin:trainings_trainingclass_changelist", query=query)


def file_address(training) -> str:
    """The file of a training, or the form that begins it."""
    if dossier := getattr(training, "dossier", None):
        return reverse("admin:trainings_dossier_change", args=[dossier.pk])
    return reverse("admin:trainings_dossier_add", query={"training": training.pk})
