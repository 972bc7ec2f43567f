"""One question to all makers of a catalogue: each is told their own part."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from artisans.enquiries import ask
from artisans.models import Enquiry

from .catalogue import Catalogue


@transaction.atomic
def ask_all(catalogue: Catalogue, *, form_number: str, **answers) -> list[Enquiry]:
    """
    Keep a question to each maker and tell them and their councils.

    All are asked, or nobody; the same form asks each maker once.
    """
    return [
        ask_maker(maker, catalogue, form_number=form_number, **answers)
        for maker in catalogue.makers
    ]


def ask_maker(maker, catalogue, *, message, **answers) -> Enquiry:
    """Ask one maker about their own lines, named in their own language."""
    lines = [line for line in catalogue.lines if line.product.business_id == maker.pk]
    with override(settings.LANGUAGE_CODE):
        part = "\n".join(f"• {line.amount}: {line.product.name}" for line in lines)
        about = _("From a gift catalogue of %(makers)s makers. Your part:") % {
            "makers": len(catalogue.makers)
        }
    return ask(
        maker,
        lines[0].product if len(lines) == 1 else None,
        quantity=sum(line.number for line in lines),
        needed_on=catalogue.wish.needed_on if catalogue.wish else None,
        message=f"{message}\n\n{about}\n{part}",
        **answers,
    )
