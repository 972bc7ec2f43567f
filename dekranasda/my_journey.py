"""
An artisan's years with the council, moment by moment: what they learnt and became.

Each room tells its own moments; here they are put in one line, the newest first.
A room that is added later adds one function to `SOURCES`.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from artisans.models import (
    Business,
    CompetenceCertificate,
    FlagshipMark,
    TechniqueLabel,
)
from programs.models import Activity, ActivityPerson
from trainings import feedback as opinions
from trainings.attendance import percent
from trainings.models import (
    Attendance,
    Certificate,
    Enrolment,
    FollowUp,
    Session,
    Work,
)
from trainings.scores import scores_for, show_work

from .charts import Part
from .my_pages import artisan_of

FULL = 100


@dataclass(frozen=True)
class Moment:
    """One thing that happened: a day, a title, and perhaps more to say."""

    day: date
    title: str
    text: str = ""
    url: str = ""
    training: "Learning | None" = None
    is_large: bool = False


@dataclass(frozen=True)
class Gain:
    """The way from the test before to the test after, drawn from 0 to 100."""

    before: Part
    won: Part


class Learning:
    """One training of an artisan, with all that is known of how it went."""

    def __init__(self, enrolment: Enrolment):
        self.enrolment = enrolment
        self.training_class = enrolment.training_class
        self.scores = scores_for(enrolment)
        self.work = self.scores.work
        self.follow_ups = list(enrolment.follow_ups.all())

    @property
    def sessions(self) -> list:
        held = Session.Status.HELD
        sessions = self.training_class.sessions.all()
        return [each for each in sessions if each.status == held]

    @property
    def attended(self) -> int:
        held = {each.pk for each in self.sessions}
        present = Attendance.Status.PRESENT
        records = self.enrolment.attendances.all()
        return sum(row.session_id in held and row.status == present for row in records)

    @property
    def percent(self) -> int | None:
        """How many of the sessions held, of a hundred, as the certificate counts."""
        held = len(self.sessions)
        return percent(self.attended, held) if held else None

    @property
    def gain(self) -> Gain | None:
        scores = self.scores
        if not scores.gain or scores.gain < 0:
            return None
        before, won = float(scores.before), float(scores.gain)
        return Gain(
            Part("before", _("before"), scores.before, 0, before),
            Part("won", _("won"), scores.gain, before, won),
        )

    @property
    def feedback_url(self) -> str:
        """The artisan's own link, while it can be answered."""
        request = getattr(self.enrolment, "feedback_request", None)
        if request is None or request.is_answered or not opinions.is_open(request):
            return ""
        return opinions.link_of(request)

    @property
    def open_follow_up(self) -> FollowUp | None:
        """The question that waits for an answer now."""
        asked = [row for row in self.follow_ups if row.is_open and not row.declined_at]
        return next((row for row in asked if not row.is_answered), None)

    @property
    def has_more(self) -> bool:
        known = (self.percent is not None, self.work, self.feedback_url)
        return any(known) or self.has_points or self.open_follow_up is not None

    @property
    def has_points(self) -> bool:
        scores = self.scores
        return any(
            points is not None
            for points in (scores.before, scores.after, scores.product)
        )


@never_cache
@require_safe
def journey(request):
    artisan = artisan_of(request.user)
    sources = SOURCES if artisan else []
    moments = [moment for source in sources for moment in source(artisan)]
    moments.sort(key=lambda moment: (moment.day, moment.is_large), reverse=True)
    by_year = groupby(moments, key=lambda moment: moment.day.year)
    context = {
        "artisan": artisan,
        "years": [(year, list(group)) for year, group in by_year],
        "total": total_of(moments),
    }
    return render(request, "my/journey.html", context)


@never_cache
@require_POST
def work_shown(request, pk):
    """The maker lets the public see their work, or takes that back."""
    works = Work.objects.select_related("enrolment__training_class__training")
    work = get_object_or_404(
        works, pk=pk, enrolment__artisan__person__user=request.user
    )
    is_public = request.POST.get("tampil") == "ya"
    if is_public and not (work.photo and work.alt):
        raise Http404
    show_work(work, is_public)
    shown = _("Your work stands on the training's page, without your name.")
    hidden = _("Your work is private again.")
    messages.success(request, shown if is_public else hidden)
    return redirect("my:journey")


def total_of(moments) -> dict:
    """What the head of the page counts."""
    learnt = [moment.training for moment in moments if moment.training]
    return {"trainings": len(learnt), "sessions": sum(each.attended for each in learnt)}


def joined(artisan):
    text = _("Your council: %(unit)s") % {"unit": artisan.unit}
    day = timezone.localdate(artisan.registered_at)
    yield Moment(day, _("You joined the portal"), text)


def learnt(artisan):
    """Trainings with a seat, from their first day on."""
    seats = Enrolment.objects.confirmed().filter(artisan=artisan)
    seats = seats.select_related(
        "training_class__training__unit",
        "training_class__craft",
        "work",
        "feedback_request",
    ).prefetch_related(
        "scores",
        "attendances",
        "training_class__sessions",
        "follow_ups__enrolment__training_class__training__unit",
    )
    for seat in seats:
        each, training = seat.training_class, seat.training_class.training
        if training.starts_on <= timezone.localdate() and not each.is_cancelled:
            where = f"{each.name} · {training.unit}"
            url = seat.get_absolute_url()
            title = training.shown_title
            yield Moment(training.starts_on, title, where, url, Learning(seat))


def certified(artisan):
    """Certificates of the council that hold, and those of outside bodies."""
    rows = Certificate.objects.valid().filter(enrolment__artisan=artisan)
    for row in rows.select_related("enrolment"):
        title = _("Certificate: %(training)s") % {"training": row.title}
        page = reverse("trainings:certificate", args=[row.enrolment_id])
        yield Moment(row.issued_on, title, row.number, page, is_large=True)
    for row in CompetenceCertificate.objects.filter(artisan=artisan):
        text = f"{row.issuer} · {row.number}"
        yield Moment(row.issued_on, row.scheme, text, is_large=True)


def said_later(artisan):
    """What the artisan said months after a training."""
    rows = FollowUp.objects.answered().filter(enrolment__artisan=artisan)
    rows = rows.select_related("enrolment__training_class__training__unit")
    for row in rows:
        if row.answered_at:
            moment = row.training_class.local(row.answered_at)
            title = _("You told how it goes after %(training)s") % {
                "training": row.training_class.training.shown_title
            }
            said = row.get_producing_display() or row.get_rung_display()
            said = ", ".join(filter(None, [str(said), row.product_name]))
            text = f"{row.get_months_display()}: {said}"
            url = row.get_absolute_url() if row.is_open else ""
            yield Moment(moment.date(), title, text, url)


def shown_to_all(artisan):
    """Businesses that became public."""
    rows = Business.objects.filter(owner=artisan).published()
    for row in rows.exclude(verified_at=None):
        day = timezone.localdate(row.verified_at)
        title = _("%(business)s is open to the public") % {"business": row}
        yield Moment(day, title, url=row.get_absolute_url())


def labelled(artisan):
    """Technique labels that still hold."""
    rows = TechniqueLabel.objects.valid().filter(product__business__owner=artisan)
    for row in rows.select_related("product", "unit"):
        title = _("Technique label for %(product)s") % {"product": row.product}
        text = f"{row.shown_finding} · {row.unit}"
        yield Moment(row.checked_on, title, text, row.get_absolute_url(), is_large=True)


def chosen_as_flagship(artisan):
    rows = FlagshipMark.objects.filter(product__business__owner=artisan)
    for row in rows.select_related("product", "unit"):
        title = _("%(product)s is a flagship of %(unit)s") % {
            "product": row.product,
            "unit": row.unit,
        }
        # A mark is of a whole year.
        day = min(date(row.year, 12, 31), timezone.localdate())
        yield Moment(day, title, url=row.product.get_absolute_url(), is_large=True)


def took_part(artisan):
    """Exhibitions and other activities in which the artisan had a part by name."""
    rows = ActivityPerson.objects.filter(
        person__artisan=artisan, activity__published_at__lte=timezone.now()
    ).exclude(activity__status=Activity.Status.CANCELLED)
    for row in rows.select_related("activity__unit"):
        if row.activity.starts_on <= timezone.localdate():
            text = f"{row.get_role_display()} · {row.activity.unit}"
            page = row.activity.get_absolute_url()
            yield Moment(row.activity.starts_on, row.activity.shown_title, text, page)


SOURCES = [
    joined,
    learnt,
    certified,
    said_later,
    shown_to_all,
    labelled,
    chosen_as_flagship,
    took_part,
]
