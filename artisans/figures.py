"""What makers are told of the interest in their work, month by month."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.db.models.functions import Coalesce, TruncMonth
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from artisans.models import Business, DailyCount, Enquiry, Product
from council.models import Consent, Message
from council.outbox import post_mail, post_phone

VIEW = DailyCount.Channel.VIEW
LOOKS, CLICKS, QUESTIONS = "looks", "clicks", "questions"
MONTHS = 6


def months_to(day: date, number: int = MONTHS) -> list[date]:
    """The first days of the month of a day and of those before, oldest first."""
    firsts = [day.replace(day=1)]
    while len(firsts) < number:
        month, year = firsts[0].month - 1, firsts[0].year
        firsts.insert(0, date(year, month, 1) if month else date(year - 1, 12, 1))
    return firsts


@dataclass(frozen=True)
class Pair:
    """A number of this month beside that of the month before."""

    now: int
    before: int


@dataclass(frozen=True)
class Line:
    """A product, or a maker's own page, with the interest in it."""

    row: Business | Product
    looks: Pair
    clicks: Pair
    questions: Pair


class MakerFigures:
    """The interest in all that one account's maker shows, for the last months."""

    def __init__(self, user, today: date | None = None):
        self.months = months_to(today or timezone.localdate())
        self.businesses = Business.objects.filter(owner__person__user=user)
        self.counts = Counter()
        self._count(DailyCount.objects.to_account(user))
        self._count_questions(Enquiry.objects.to_account(user))

    def _count(self, rows):
        rows = (
            rows.filter(counted_on__gte=self.months[0])
            .order_by()
            .annotate(month=TruncMonth("counted_on"))
            .values_list("month", "business", "product", "channel")
            .annotate(total=Sum("number"))
        )
        for month, business, product, channel, total in rows:
            what = LOOKS if channel == VIEW else CLICKS
            self.counts[month, business, product, what] += total

    def _count_questions(self, rows):
        rows = (
            rows.filter(asked_at__date__gte=self.months[0])
            .order_by()
            .annotate(month=TruncMonth("asked_at"))
            .values_list("month", "business", "product")
            .annotate(total=Count("pk"))
        )
        for month, business, product, total in rows:
            month = timezone.localtime(month).date()
            self.counts[month, business, product, QUESTIONS] += total

    def _pair(self, what, *place) -> Pair:
        before, now = self.months[-2:]
        return Pair(self._sum(what, now, *place), self._sum(what, before, *place))

    def _sum(self, what, month, business=None, product=None) -> int:
        if business:
            return self.counts[month, business, product, what]
        return sum(
            number
            for key, number in self.counts.items()
            if key[0] == month and key[3] == what
        )

    @property
    def total(self) -> dict[str, Pair]:
        """Everything together, this month and the last."""
        return {what: self._pair(what) for what in (LOOKS, CLICKS, QUESTIONS)}

    @property
    def looks_by_month(self) -> list[tuple[date, int]]:
        return [(month, self._sum(LOOKS, month)) for month in self.months]

    @property
    def lines(self) -> list[Line]:
        """Each maker's page, then what is public of it, most looked at first."""
        lines = []
        for maker in self.businesses:
            products = maker.products.published().select_related("business")
            own = [self._line(product, maker.pk, product.pk) for product in products]
            own.sort(key=lambda line: (-line.looks.now, -line.looks.before))
            lines += [self._line(maker, maker.pk, None), *own]
        return lines

    def _line(self, row, *place) -> Line:
        return Line(
            row,
            self._pair(LOOKS, *place),
            self._pair(CLICKS, *place),
            self._pair(QUESTIONS, *place),
        )


def tell_makers(month: date) -> int:
    """Tell every maker who agreed to messages how a month went, each once."""
    told = 0
    for business in makers_to_tell(month).iterator(chunk_size=500):
        with transaction.atomic(), override(settings.LANGUAGE_CODE):
            told += tell(business, month)
    return told


def makers_to_tell(month):
    """Public makers somebody looked at or asked, who agreed to messages."""
    owner = OuterRef("owner__person")
    agreed = Consent.objects.filter(
        person=owner, purpose=Consent.Purpose.MESSAGES, withdrawn_at=None
    )
    in_month = Q(
        daily_counts__counted_on__year=month.year,
        daily_counts__counted_on__month=month.month,
    )
    is_view = Q(daily_counts__channel=VIEW)
    return (
        Business.objects.published()
        .filter(Exists(agreed))
        .annotate(
            looks=Coalesce(Sum("daily_counts__number", filter=in_month & is_view), 0),
            clicks=Coalesce(Sum("daily_counts__number", filter=in_month & ~is_view), 0),
        )
        .filter(Q(looks__gt=0) | Q(clicks__gt=0))
        .select_related("owner__person", "unit")
        .order_by("pk")
    )


def tell(business, month) -> bool:
    """Write one maker's message, unless it is written already."""
    person, cause = business.owner.person, f"figures-{business.pk}-{month:%Y-%m}"
    phone = business.phone or person.phone
    if Message.objects.filter(cause=cause).exists() or not (phone or person.email):
        return False
    body, unit = wording(business, month), business.unit
    if phone:
        post_phone(phone, body, cause=cause, unit=unit)
    else:
        subject = _("Your pages on the portal last month")
        post_mail(person.email, subject, body, cause=cause, unit=unit)
    return True


def wording(business, month) -> str:
    looks = ngettext(
        "In %(month)s the pages of %(maker)s were looked at %(count)s time.",
        "In %(month)s the pages of %(maker)s were looked at %(count)s times.",
        business.looks,
    ) % {
        "month": date_format(month, "F Y"),
        "maker": business,
        "count": business.looks,
    }
    clicks = ngettext(
        "%(count)s visitor went on to your WhatsApp or shop.",
        "%(count)s visitors went on to your WhatsApp or shop.",
        business.clicks,
    ) % {"count": business.clicks}
    page = settings.PUBLIC_BASE_URL + reverse("my:figures")
    return f"{looks} {clicks}\n\n" + _("For each product: %(page)s") % {"page": page}
