"""
Who can join a class, and what they still have to hand in.

`unmet` is the one answer: the door asks it, and so do the pages and the officers.
What the portal knows is checked at once; what it cannot know is ticked or uploaded
and kept as an `Answer`.
"""

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from artisans.models import Artisan
from council.documents import keep_document
from council.kept_pieces import kept
from council.languages import in_each_language
from council.prepared import Prepared
from programs.models import EligibilityRule
from programs.models.funds import short_of

from .models import Answer, Enrolment, Exemption, Question, Requirement, TrainingClass

Kind = Requirement.Kind
requirements_in = Prepared(
    lambda key, training: Requirement.objects.asked_in(key, training).select_related(
        "region"
    )
)
questions_in = Prepared(lambda key, training: Question.objects.asked_in(key, training))


def asked_by(training_class) -> tuple[list[Requirement], list[Question]]:
    """What a class asks of everybody: many may read it at once."""
    keys = training_class.pk, training_class.training_id
    return requirements_in(*keys), questions_in(*keys)


class Checklist:
    """What a class asks of one artisan, with what is known and was answered."""

    def __init__(self, training_class: TrainingClass, artisan: Artisan):
        self.training_class, self.artisan = training_class, artisan
        self.training = training_class.training
        self.requirements, self.questions = kept(
            ("asked", training_class.pk), lambda: asked_by(training_class)
        )
        self.answers = {}
        if self.requirements or self.questions:
            self.read_again()

    def read_again(self) -> None:
        """Read what the artisan has answered by now."""
        self.__dict__.pop("known", None)
        given = Answer.objects.of_artisan(self.artisan)
        given = given.select_related("document", "question", "requirement")
        given = given.filter(training=self.training_class.training_id)
        self.answers = {key_of(answer): answer for answer in given}

    @property
    def handed_in(self) -> list[Answer]:
        """What was answered before, in the order in which it is asked."""
        found = [self.answer_to(each) for each in self.requirements + self.questions]
        return [answer for answer in found if answer]

    def answer_to(self, asked) -> Answer | None:
        return self.answers.get(key_of(asked))

    def lines(self) -> list[tuple[Requirement, str]]:
        """Each requirement with why it is not met; an empty text where it is."""
        return [(each, self.why_not(each)) for each in self.requirements]

    def why_not(self, requirement) -> str:
        """Why a requirement is not met, in a sentence; empty when it is."""
        if requirement.kind in Requirement.CHECKED:
            return CHECKS[requirement.kind](self, requirement)
        if requirement.kind == Kind.COPY or self.answer_to(requirement):
            return ""
        # Councils end their own sentences with a full stop, or do not.
        what = {"what": requirement.text.rstrip(" .")}
        if requirement.kind == Kind.DOCUMENT:
            return _("Still to upload: %(what)s.") % what
        return _("Still to confirm: %(what)s.") % what

    def to_hand_in(self) -> list:
        """What the form asks for: each thing not known, ticked or answered yet."""
        wanted = [each for each in self.requirements if self.is_wanted(each)]
        return wanted + [each for each in self.questions if not self.answer_to(each)]

    def is_wanted(self, requirement) -> bool:
        if requirement.kind == Kind.AGE:
            return self.artisan.person.birth_on is None
        if requirement.kind == Kind.NIB:
            return not self.has_nib(requirement)
        is_by_hand = requirement.kind in [Kind.DOCUMENT, *Requirement.TICKED]
        return is_by_hand and not self.answer_to(requirement)

    @cached_property
    def known(self) -> list[str]:
        """What is in order already, in words: checked, answered or uploaded."""
        kinds = Requirement.CHECKED
        checked = [each for each in self.requirements if each.kind in kinds]
        met = [each.sentence for each in checked if not self.why_not(each)]
        given = [answer for answer in self.handed_in if answer.asked not in checked]
        return met + [f"{answer.asked.title}: {answer.text}" for answer in given]

    @cached_property
    def unreachable(self) -> list[str]:
        """What no form can mend: requirements not met, and the funds' rules."""
        wanted = self.to_hand_in()
        unmet = [why for each, why in self.lines() if why and each not in wanted]
        return unmet + short_of(self.training, self.artisan)

    @property
    def to_bring(self) -> list[str]:
        """Documents and tools to bring on the first day."""
        kinds = [Kind.COPY, Kind.TOOLS]
        return [each.text for each in self.requirements if each.kind in kinds]

    def unanswered(self) -> list[str]:
        """Questions that must be answered and are not."""
        return [
            _("Still to answer: %(question)s") % {"question": each.text}
            for each in self.questions
            if each.is_required and not self.answer_to(each)
        ]

    # One check for each kind; each gives the sentence the artisan reads.

    def lives_there(self, requirement) -> str:
        village, code = self.artisan.village_id or "", requirement.region_id
        if village == code or village.startswith(f"{code}."):
            return ""
        return _("This class is for people who live in %(region)s.") % {
            "region": requirement.region
        }

    def is_of_age(self, requirement) -> str:
        born = self.artisan.person.birth_on
        if born is None:
            return _("Your date of birth is not known yet.")
        return self.why_not_this_age(requirement, born)

    def why_not_aged(self, born) -> str:
        """Why nobody born on that day can join; empty when they can."""
        ages = [each for each in self.requirements if each.kind == Kind.AGE]
        sentences = (self.why_not_this_age(each, born) for each in ages)
        return next(filter(None, sentences), "")

    def why_not_this_age(self, requirement, born) -> str:
        age = age_on(self.training.starts_on, born)
        lowest, highest = requirement.youngest or 0, requirement.oldest or 999
        if lowest <= age <= highest:
            return ""
        return _("On the first day you are %(age)s. This class is for: %(ages)s.") % {
            "age": age,
            "ages": requirement.ages,
        }

    def owns_business(self, requirement) -> str:
        if self.artisan.businesses.exists():
            return ""
        return _(
            "This class is for owners of a craft business. Ask your Dekranasda to "
            "register yours."
        )

    def is_untrained(self, requirement) -> str:
        earlier = earlier_classes(self.artisan, self.training_class, requirement.years)
        if (found := earlier.first()) is None:
            return ""
        return _(
            "You joined %(training)s, which ended on %(day)s. This class is for people "
            "not trained in this craft within %(years)s years."
        ) % {
            "training": found.training_class.training.shown_title,
            "day": date_format(found.training_class.training.ends_on, "DATE_FORMAT"),
            "years": requirement.years,
        }

    def has_nib(self, requirement) -> bool:
        answered = self.answer_to(requirement) is not None
        return answered or self.artisan.businesses.exclude(nib="").exists()

    def lacks_nib(self, requirement) -> str:
        if self.has_nib(requirement):
            return ""
        return _("A business number (NIB) is needed. Get one at oss.go.id.")


CHECKS = {
    Kind.DOMICILE: Checklist.lives_there,
    Kind.AGE: Checklist.is_of_age,
    Kind.BUSINESS: Checklist.owns_business,
    Kind.UNTRAINED: Checklist.is_untrained,
    Kind.NIB: Checklist.lacks_nib,
}


def unmet(
    training_class: TrainingClass, artisan: Artisan, *, checklist=None
) -> list[str]:
    """What keeps the artisan out of a class, in sentences; empty when nothing does."""
    return still_lacking(checklist or Checklist(training_class, artisan))


def still_lacking(checklist: Checklist) -> list[str]:
    """The same of a checklist that is read already."""
    training_class, artisan = checklist.training_class, checklist.artisan
    lacking = [why for _each, why in checklist.lines() if why]
    lacking += short_of(training_class.training, artisan) + checklist.unanswered()
    return [] if lacking and is_exempted(training_class, artisan) else lacking


def asks_something(training_class: TrainingClass) -> bool:
    """Whether a class asks for more than a complete profile."""
    rules = EligibilityRule.objects.for_activity(training_class.training)
    asked = [Requirement.objects.of_class(training_class), rules]
    asked.append(Question.objects.of_class(training_class))
    return any(rows.exists() for rows in asked)


def is_exempted(training_class, artisan) -> bool:
    return training_class.exemptions.filter(artisan=artisan).exists()


def exempt(training_class, artisan, *, reason: str, by) -> None:
    """Let somebody in who lacks something; who said so and why is kept."""
    checklist = Checklist(training_class, artisan)
    if still_lacking(checklist):
        Exemption.objects.create(
            training_class=training_class,
            artisan=artisan,
            reason=reason,
            lacking_by_language=in_each_language(lambda: still_lacking(checklist)),
            given_by=by,
        )


def earlier_classes(artisan, training_class, years: int):
    """Seats of the artisan in classes of the same craft that ended within the years."""
    first_day = training_class.training.starts_on
    seats = Enrolment.objects.filter(
        artisan=artisan,
        status=Enrolment.Status.CONFIRMED,
        training_class__craft=training_class.craft_id,
        training_class__training__ends_on__gte=years_before(first_day, years),
        training_class__training__ends_on__lt=first_day,
    ).exclude(training_class__training=training_class.training_id)
    return seats.select_related("training_class__training").order_by(
        "-training_class__training__ends_on"
    )


@transaction.atomic
def hand_in(training_class, artisan, given: list[tuple], *, by=None) -> None:
    """
    Keep what was ticked, written or uploaded; each thing once.

    Not inside the door's transaction, which holds the class before the artisan.
    """
    hold(artisan)
    for asked, value in given:
        if isinstance(value, date):
            note_birth(artisan, value)
        elif value is not None and value is not False and value != "":
            keep_answer(training_class.training, artisan, asked, value, by)


def hold(artisan) -> None:
    """Let a form that is sent twice at once find what its twin kept."""
    Artisan.objects.select_for_update(no_key=True).get(pk=artisan.pk)


def note_birth(artisan, day) -> None:
    person = artisan.person
    if person.birth_on is None:
        person.birth_on = day
        person.save(update_fields=["birth_on"])


def keep_answer(training, artisan, asked, value, by) -> Answer:
    """Keep one answer; what was answered before stays, so that nothing doubles."""
    field = "question" if isinstance(asked, Question) else "requirement"
    known = Answer.objects.filter(artisan=artisan, **{field: asked}).first()
    if known:
        return known
    written = {"text": in_words(value)}
    if hasattr(value, "read"):
        document = keep_document(
            value, unit=training.unit, title=asked.text[:200], uploaded_by=by
        )
        written = {"text": document.original_name, "document": document}
    return Answer.objects.create(
        artisan=artisan, training=training, **{field: asked}, **written
    )


def in_words(value) -> str:
    return _("Yes") if value is True else str(value)[:500]


def key_of(row) -> tuple:
    """What an answer, a question or a requirement is found by."""
    if isinstance(row, Answer):
        return ("q", row.question_id) if row.question_id else ("r", row.requirement_id)
    return ("q" if isinstance(row, Question) else "r", row.pk)


def age_on(day: date, born: date) -> int:
    """Years lived on a day; the birthday itself counts."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def years_before(day: date, years: int) -> date:
    # From 29 February one arrives at 28 February of a common year.
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
