"""What people are told of their registration; `trainings.texts` has the words."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime

from council.kept_pieces import kept
from council.outbox import post_to
from trainings.models import MessageText
from trainings.texts import Occasion, own_texts_of, words_for


@dataclass(frozen=True)
class AtHand:
    """What the messages of a class are made of, to be read before it is held."""

    texts: dict
    starts_at: datetime

    @classmethod
    def of(cls, training_class):
        # A copy, so that the class itself goes on asking for its sessions.
        starts_at = copy(training_class).starts_at
        return cls(own_texts_of(training_class.training), starts_at)


def at_hand(training_class) -> AtHand:
    return kept(("messages", training_class.pk), lambda: AtHand.of(training_class))


def tell(enrolment, outcome: str, *, offer=None, texts=None) -> None:
    """Write the outcome to the outbox, once, in the language of the portal."""
    person = enrolment.artisan.person
    unit = enrolment.training_class.training.unit
    cause = f"offer-{offer.pk}" if offer else f"enrolment-{enrolment.pk}-{outcome}"
    situation = MessageText.Situation[outcome.upper()]
    words = words_for(Occasion.of(enrolment, offer=offer), situation, texts)
    post_to(person, words.subject, words.body, cause=cause, unit=unit)
