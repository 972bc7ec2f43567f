"""How much interest makers' pages found: by craft, by unit and by way out."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, Sum
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from artisans.models import Craft, DailyCount, Enquiry
from council.models import Unit

from .charts import Bar, lying_bars
from .staff_home import changelist, may_view

PERIODS = [30, 90, 365]
MOST_ROWS = 12
IS_VIEW = Q(channel=DailyCount.Channel.VIEW)


@dataclass(frozen=True)
class Interest:
    """Looks and clicks of one craft or unit."""

    label: str
    looks: int
    clicks: int


def interest(request, site):
    if not may_view(request.user, DailyCount):
        raise PermissionDenied
    days = period_of(request.GET.get("hari", ""))
    since = timezone.localdate() - timedelta(days=days - 1)
    counts = DailyCount.objects.in_scope(request.user).filter(counted_on__gte=since)
    context = {
        **site.each_context(request),
        "title": _("Interest in makers' pages"),
        "days": days,
        "periods": PERIODS,
        "since": since,
        "by_craft": drawn(by_craft(counts)),
        "by_unit": drawn(by_unit(counts)),
        "by_channel": lying_bars(by_channel(counts, request.user, since)),
    }
    return TemplateResponse(request, "admin/interest.html", context)


def period_of(text) -> int:
    """The days asked for, where the page offers them."""
    return next((days for days in PERIODS if str(days) == text), PERIODS[0])


def by_craft(counts) -> list[Interest]:
    """Of products alone: a maker's own page has several crafts."""
    rows = grouped(counts.exclude(product=None), "product__craft")
    crafts = Craft.objects.in_bulk([key for key, _looks, _clicks in rows])
    return [Interest(str(crafts[key]), *numbers) for key, *numbers in rows]


def by_unit(counts) -> list[Interest]:
    rows = grouped(counts, "business__unit")
    units = Unit.objects.in_bulk([key for key, _looks, _clicks in rows])
    return [Interest(str(units[key]), *numbers) for key, *numbers in rows]


def grouped(counts, path):
    """The rows with most looks: the key, looks and clicks."""
    rows = (
        counts.order_by()
        .values_list(path)
        .annotate(
            looks=Sum("number", filter=IS_VIEW, default=0),
            clicks=Sum("number", filter=~IS_VIEW, default=0),
        )
        .order_by("-looks", "-clicks", path)
    )
    return list(rows[:MOST_ROWS])


def drawn(rows):
    """Each row with its bar."""
    bars = lying_bars([Bar(row.label, row.looks) for row in rows])
    return list(zip(rows, bars, strict=True))


def by_channel(counts, user, since) -> list[Bar]:
    """Ways from the page to the maker, the most used first."""
    totals = (
        counts.clicks().order_by().values_list("channel").annotate(total=Sum("number"))
    )
    labels = dict(DailyCount.Channel.choices)
    bars = [Bar(str(labels.get(key, key)), total) for key, total in totals]
    if may_view(user, Enquiry):
        asked = Enquiry.objects.in_scope(user).filter(asked_at__date__gte=since)
        total = asked.aggregate(total=Count("pk"))["total"]
        bars.append(Bar(_("Question by form"), total, changelist(Enquiry)))
    return sorted(bars, key=lambda bar: -bar.value)
