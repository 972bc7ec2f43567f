"""What is new, for those who follow the portal with a reader of feeds (Atom)."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from artisans.models import Business, Product
from council.public_pages import public_page
from programs.models import Activity

NEWEST = 40


class Newest(Feed):
    """The newest rows of one kind, under the portal's own address."""

    feed_type = Atom1Feed
    # Its name in the address, and the list that it follows.
    slug, page = "", ""

    def link(self):
        return settings.PUBLIC_BASE_URL + reverse(self.page)

    def feed_url(self):
        return settings.PUBLIC_BASE_URL + reverse("feed", args=[self.slug])

    def item_title(self, row):
        return str(row)

    def item_link(self, row):
        return settings.PUBLIC_BASE_URL + row.get_absolute_url()


class NewProducts(Newest):
    slug, page = "produk", "artisans:products"
    title = _("New products")
    subtitle = _("Products of makers whom their council has verified.")

    def items(self):
        return Product.objects.published().for_page().order_by("-verified_at")[:NEWEST]

    def item_description(self, product):
        return product.shown_description or f"{product.craft} · {product.business}"

    def item_author_name(self, product):
        return str(product.business)

    def item_pubdate(self, product):
        return product.verified_at

    item_updateddate = item_pubdate


class NewMakers(Newest):
    slug, page = "perajin", "artisans:makers"
    title = _("New makers")
    subtitle = _("Makers whom their council has verified.")

    def items(self):
        return Business.objects.published().for_page().order_by("-verified_at")[:NEWEST]

    def item_description(self, maker):
        return maker.shown_story or maker.city.name

    def item_pubdate(self, maker):
        return maker.verified_at

    item_updateddate = item_pubdate


class NewActivities(Newest):
    """What was announced last."""

    def item_title(self, activity):
        return activity.shown_title

    def item_description(self, activity):
        return activity.shown_summary

    def item_author_name(self, activity):
        return str(activity.unit)

    def item_pubdate(self, activity):
        return activity.published_at

    item_updateddate = item_pubdate

    def rows(self):
        activities = Activity.objects.published().select_related("unit")
        return activities.order_by("-published_at", "-pk")


class NewTrainings(NewActivities):
    slug, page = "pelatihan", "trainings:list"
    title = pgettext_lazy("feed", "New trainings")
    subtitle = _("Trainings of the Dekranasda councils, as soon as they are announced.")

    def items(self):
        return self.rows().filter(kind=Activity.Kind.TRAINING)[:NEWEST]


class NewEvents(NewActivities):
    slug, page = "acara", "events:list"
    title = pgettext_lazy("feed", "New exhibitions and events")
    subtitle = _("Exhibitions and events, as soon as they are announced.")

    def items(self):
        return self.rows().beside_trainings()[:NEWEST]


FEEDS = {
    kind.slug: kind() for kind in (NewProducts, NewMakers, NewTrainings, NewEvents)
}


@login_not_required
@public_page()
@require_safe
def feed(request, what):
    if what not in FEEDS:
        raise Http404
    return FEEDS[what](request)
