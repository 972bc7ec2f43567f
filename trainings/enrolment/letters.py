"""What people are told of their registration; `trainings.texts` has the words."""

from council.outbox import post_to
from trainings.models import MessageText
from trainings.texts import Occasion, words_for


def tell(enrolment, outcome: str, *, offer=None) -> None:
    """Write the outcome to the outbox, once, in the language of the portal."""
    person = enrolment.artisan.person
    unit = enrolment.training_class.training.unit
    cause = f"offer-{offer.pk}" if offer else f"enrolment-{enrolment.pk}-{outcome}"
    situation = MessageText.Situation[outcome.upper()]
    words = words_for(Occasion.of(enrolment, offer=offer), situation)
    post_to(person, words.subject, words.body, cause=cause, unit=unit)
