"""
What the admin opens on: what waits, what happens next, and the year in figures.

Every number is counted no further than a cap and links to the list behind it,
so the page costs the same in a village and in the whole country.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.db.models.functions import ExtractMonth
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from artisans.models import (
    Artisan,
    Business,
    BusinessRevision,
    CompetenceCertificate,
    DailyCount,
    Enquiry,
    LabelReport,
    Product,
    ProductRevision,
)
from artisans.models.businesses import Status
from artisans.rotation import unseen
from council.accounts import display_name
from council.admin_scope import capped_count
from council.models import Message
from programs.models import Activity
from trainings.models import (
    Enrolment,
    FollowUp,
    MemberEnrolment,
    SeatTransfer,
    TrainingClass,
)

from .charts import Bar, bar_chart

CAP = 100
ACTIVE = [each for each in Enrolment.Status if each not in Enrolment.OUT]
NEW_FOR_DAYS = 7


@dataclass(frozen=True)
class Figure:
    """A number, its label, and the filtered list it stands for."""

    label: str
    count: int
    url: str
    is_urgent: bool = False

    @property
    def shown(self) -> str:
        return f"{CAP - 1}+" if self.count >= CAP else str(self.count)


def changelist(model, **lookups) -> str:
    """The address of a model's admin list, filtered."""
    address = reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    )
    return f"{address}?{urlencode(lookups)}" if lookups else address


def may_view(user, model) -> bool:
    return user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")


def what_waits(user) -> list[Figure]:
    """Queues that need a decision, for the person and unit signed in."""
    since = timezone.localdate() - timedelta(days=NEW_FOR_DAYS)
    now = timezone.now()
    queues = [
        (
            Business,
            _("businesses to verify"),
            lambda rows: rows.waiting(),
            {"status__exact": Status.SUBMITTED},
            True,
        ),
        (
            Product,
            _("products to verify"),
            lambda rows: rows.waiting(),
            {"status__exact": Status.SUBMITTED},
            True,
        ),
        (
            Enquiry,
            _("questions to makers not answered"),
            lambda rows: rows.unanswered(),
            {"state__exact": Enquiry.State.NEW},
            True,
        ),
        (
            Business,
            _("makers not shown for 90 days"),
            unseen,
            {"unseen": "90"},
            False,
        ),
        (
            LabelReport,
            _("reports of misused labels"),
            lambda rows: rows.unsettled(),
            {"settled": "no"},
            True,
        ),
        (
            Product,
            _("products with a certificate that ends within 60 days"),
            lambda rows: rows.published().expiring(within=60),
            {"ends": "soon"},
            False,
        ),
        (
            CompetenceCertificate,
            _("competence certificates that end within 90 days"),
            lambda rows: rows.expiring(within=90),
            {"ends": "90"},
            False,
        ),
        (
            ProductRevision,
            _("changes of products to decide"),
            lambda rows: rows.waiting(),
            {"status__exact": Status.SUBMITTED},
            True,
        ),
        (
            BusinessRevision,
            _("changes of businesses to decide"),
            lambda rows: rows.waiting(),
            {"status__exact": Status.SUBMITTED},
            True,
        ),
        (
            Artisan,
            _("new members this week"),
            lambda rows: rows.filter(registered_at__date__gte=since),
            {"registered_at__date__gte": since.isoformat()},
            False,
        ),
        (
            Enrolment,
            _("new registrations this week"),
            lambda rows: rows.active().filter(enrolled_at__date__gte=since),
            {
                "status__in": ",".join(ACTIVE),
                "enrolled_at__date__gte": since.isoformat(),
            },
            False,
        ),
        (
            Enrolment,
            _("applications to decide"),
            lambda rows: rows.filter(status=Enrolment.Status.APPLIED),
            {"status__exact": Enrolment.Status.APPLIED},
            True,
        ),
        (
            MemberEnrolment,
            _("applications of members to endorse"),
            lambda rows: rows.to_endorse(),
            {"endorsed": "open"},
            True,
        ),
        (
            SeatTransfer,
            _("offers of seats between units to answer"),
            lambda rows: rows.answerable_by(user),
            {"answer": "mine"},
            True,
        ),
        (
            TrainingClass,
            _("open classes with seats to fill"),
            lambda rows: rows.with_seats_to_fill(now),
            {"availability": "seats"},
            False,
        ),
        (
            TrainingClass,
            _("classes below their minimum: go or no-go"),
            lambda rows: rows.to_decide(now),
            {"go": "decide"},
            True,
        ),
        (
            TrainingClass,
            _("coming classes without a confirmed instructor"),
            lambda rows: rows.without_instructor(),
            {"instructor": "none"},
            True,
        ),
        (
            Enrolment,
            _("people on waiting lists"),
            lambda rows: rows.filter(status=Enrolment.Status.WAITING),
            {"status__exact": Enrolment.Status.WAITING},
            False,
        ),
        (
            FollowUp,
            _("participants to call: how is it going?"),
            lambda rows: rows.to_call(now),
            {"state": "call"},
            False,
        ),
        (
            Activity,
            _("activities over but not reported as done"),
            lambda rows: rows.published().filter(
                status__in=[Activity.Status.PLANNED, Activity.Status.RUNNING],
                ends_on__lt=timezone.localdate(),
            ),
            {
                "status__in": f"{Activity.Status.PLANNED},{Activity.Status.RUNNING}",
                "ends_on__lt": timezone.localdate().isoformat(),
                "published_at__isnull": "0",
            },
            True,
        ),
        (
            Message,
            _("messages that failed"),
            lambda rows: rows.failed(),
            {"status__exact": Message.Status.FAILED},
            True,
        ),
    ]
    return [
        Figure(
            label,
            capped_count(narrow(model.objects.in_scope(user)), CAP),
            changelist(model, **lookups),
            is_urgent,
        )
        for model, label, narrow, lookups, is_urgent in queues
        if may_view(user, model)
    ]


def what_comes_next(user, limit=8):
    """The next activities of the unit and those below, drafts included."""
    if not may_view(user, Activity):
        return []
    coming = (
        Activity.objects.in_scope(user)
        .upcoming()
        .exclude(status=Activity.Status.CANCELLED)
    )
    return coming.select_related("unit")[:limit]


def months_of(user, year: int):
    """A bar for each month: how many activities begin in it."""
    counted = (
        Activity.objects.in_scope(user)
        .filter(starts_on__year=year)
        .order_by()
        .annotate(month=ExtractMonth("starts_on"))
        .values("month")
        .annotate(count=Count("pk"))
    )
    found = {row["month"]: row["count"] for row in counted}
    return [
        Bar(
            str(MONTHS_3[month]),
            found.get(month, 0),
            changelist(
                Activity,
                starts_on__gte=date(year, month, 1).isoformat(),
                starts_on__lte=date(
                    year, month, monthrange(year, month)[1]
                ).isoformat(),
            ),
        )
        for month in range(1, 13)
    ]


def fullest_classes(user, limit=6):
    """A bar for each class now open: seats taken of its quota."""
    now = timezone.now()
    classes = (
        TrainingClass.objects.in_scope(user)
        .open_at(now)
        .select_related("training")
        .order_by("closes_at")[:limit]
    )
    return [
        Bar(
            f"{item.training.title} · {item.name}",
            item.taken,
            reverse("admin:trainings_trainingclass_board", args=[item.pk]),
            total=item.quota,
        )
        for item in classes
    ]


def year_in_figures(user, year: int) -> dict:
    """What the unit and those below have done this year."""
    if not may_view(user, TrainingClass):
        return {}
    first, last = date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    classes = TrainingClass.objects.in_scope(user).filter(
        training__starts_on__year=year
    )
    seats = classes.aggregate(taken=Sum("taken"), quota=Sum("quota"))
    activities = Activity.objects.in_scope(user).filter(starts_on__year=year)
    kinds = {
        row["kind"]: row["count"]
        for row in activities.order_by().values("kind").annotate(count=Count("pk"))
    }
    spent = activities.aggregate(
        planned=Sum("budget_planned"), spent=Sum("budget_spent")
    )
    window = {"starts_on__gte": first, "starts_on__lte": last}
    return {
        "activities": Figure(
            _("activities"), sum(kinds.values()), changelist(Activity, **window)
        ),
        "trainings": Figure(
            _("trainings"),
            kinds.get(Activity.Kind.TRAINING, 0),
            changelist(Activity, kind__exact=Activity.Kind.TRAINING, **window),
        ),
        "exhibitions": Figure(
            _("exhibitions"),
            kinds.get(Activity.Kind.EXHIBITION, 0),
            changelist(Activity, kind__exact=Activity.Kind.EXHIBITION, **window),
        ),
        "seats_taken": seats["taken"] or 0,
        "seats_url": changelist(
            TrainingClass, training__starts_on__gte=first, training__starts_on__lte=last
        ),
        "quota": seats["quota"] or 0,
        "planned": spent["planned"] or 0,
        "spent": spent["spent"] or 0,
        "budget_url": changelist(Activity, budget_planned__isnull="0", **window),
    }


def who_works_here(user) -> dict:
    """The person signed in, the role and the unit they work for."""
    roles = [group.name for group in user.groups.all()]
    if user.is_superuser:
        roles.insert(0, _("Administrator of the portal"))
    return {
        "name": display_name(user),
        "roles": ", ".join(roles),
        "unit": user.unit,
    }


def staff_home(user) -> dict:
    """Everything the staff home shows to one person."""
    year = timezone.localdate().year
    sees_plan = may_view(user, Activity)
    sees_classes = may_view(user, TrainingClass)
    return {
        "who": who_works_here(user),
        "waiting": what_waits(user),
        "coming": what_comes_next(user),
        "year": year,
        "figures": year_in_figures(user, year),
        "months": bar_chart(months_of(user, year)) if sees_plan else None,
        "classes": fullest_classes(user) if sees_classes else [],
        "sees_interest": may_view(user, DailyCount),
        "sees_results": may_view(user, FollowUp),
    }
