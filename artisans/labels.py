"""
Technique labels towards the public: what they mean, and reports that one is misused.

A report and what tells of it are written together: both are kept, or neither.
"""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from council.outbox import post_mail, post_to

from .models import LabelReport, TechniqueLabel

Technique, Dye = TechniqueLabel.Technique, TechniqueLabel.Dye

MEANINGS = {
    Technique.DRAWN: gettext_lazy(
        "The wax is drawn by hand with a canting. No two pieces are quite alike."
    ),
    Technique.STAMPED: gettext_lazy(
        "The wax is stamped with a copper block. The pattern repeats evenly."
    ),
    Technique.COMBINED: gettext_lazy(
        "Part of the wax is stamped, part of it drawn by hand."
    ),
    Technique.PRINTED: gettext_lazy(
        "The motif is printed, without wax. It is textile with a batik motif."
    ),
    Technique.BACKSTRAP: gettext_lazy(
        "Woven on a loom that the weaver holds tight with her back."
    ),
    Technique.HANDLOOM: gettext_lazy(
        "Woven on a loom that hands and feet move, without a motor."
    ),
    Technique.MACHINE: gettext_lazy("Woven on a loom with a motor."),
    Dye.NATURAL: gettext_lazy("Coloured with plants, bark or earth."),
    Dye.SYNTHETIC: gettext_lazy("Coloured with dyes from a factory."),
}


def meanings_of(label) -> list[tuple[str, str]]:
    """What was found, each with a sentence that says what it means."""
    found = [
        (label.get_technique_display(), label.technique),
        (label.get_dye_display(), label.dye),
    ]
    return [(name, MEANINGS[key]) for name, key in found if key]


@transaction.atomic
def withdraw(label: TechniqueLabel, *, by, reason: str, reason_en: str = "") -> None:
    """End a valid label and tell the maker why."""
    label.withdraw(by=by, reason=reason, reason_en=reason_en)
    product = label.product
    with override(settings.LANGUAGE_CODE):
        subject = _("A technique label was withdrawn")
        body = _(
            "The label “%(label)s” is no longer valid: %(reason)s\n\n"
            "Please take its tags off. Questions go to %(unit)s."
        ) % {"label": label, "reason": reason, "unit": label.unit}
    post_to(
        product.business.owner.person,
        subject,
        body,
        cause=f"label-{label.pk}-withdrawn",
        unit=label.unit,
    )


@transaction.atomic
def report(label: TechniqueLabel, *, form_number: str, **answers) -> LabelReport:
    """Keep what somebody saw and tell the council. The same form reports once."""
    made, is_new = LabelReport.objects.get_or_create(
        form_number=form_number, defaults={"label": label, **answers}
    )
    if is_new and (office := label.unit.office):
        with override(settings.LANGUAGE_CODE):
            subject, body = wording(made)
        cause = f"label-report-{made.pk}"
        post_mail(office.email, subject, body, cause=cause, unit=label.unit)
    return made


def wording(made) -> tuple[str, str]:
    """What the council reads; the person's contact stays in the admin."""
    page = reverse("admin:artisans_labelreport_change", args=[made.pk])
    subject = _("A technique label may be misused")
    body = _(
        "Somebody reports the label “%(label)s”.\n\n"
        "Where: %(where)s\n\n%(what)s\n\n%(page)s"
    ) % {
        "label": made.label,
        "where": made.seen_where,
        "what": made.what,
        "page": settings.PUBLIC_BASE_URL + page,
    }
    return subject, body
