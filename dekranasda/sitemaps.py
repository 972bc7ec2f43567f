"""What search engines may find: every public page, in both languages."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, sitemap
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from artisans.models import Business, Craft, Product
from council.models import Unit
from council.public_pages import public_page
from programs.models import Activity


class PortalSitemap(Sitemap):
    """Pages under the portal's own address, whatever host a request names."""

    i18n = True
    alternates = True
    x_default = True
    limit = 5000

    @property
    def protocol(self):
        return urlsplit(settings.PUBLIC_BASE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.PUBLIC_BASE_URL).netloc


class Pages(PortalSitemap):
    """Pages that are always there."""

    NAMES = [
        *("home", "artisans:products", "artisans:makers", "artisans:crafts"),
        *("trainings:list", "events:list", "calendar", "programs:list"),
        *("council:list", "privacy"),
    ]

    def items(self):
        return self.NAMES

    def location(self, item):
        return reverse(item)


class Products(PortalSitemap):
    """Products of verified makers."""

    def items(self):
        return Product.objects.published().only("slug").order_by("pk")


class Makers(PortalSitemap):
    """Verified makers."""

    def items(self):
        return Business.objects.published().only("slug").order_by("pk")


class Crafts(PortalSitemap):
    """The crafts."""

    def items(self):
        return Craft.objects.only("slug").order_by("pk")


class Trainings(PortalSitemap):
    """Published trainings."""

    def items(self):
        trainings = Activity.objects.published().filter(kind=Activity.Kind.TRAINING)
        return trainings.only("slug", "kind").order_by("pk")


class Events(PortalSitemap):
    """Published events, meetings and other activities."""

    def items(self):
        events = Activity.objects.published().beside_trainings()
        return events.only("slug", "kind").order_by("pk")


class Councils(PortalSitemap):
    """The councils of the tree."""

    def items(self):
        return Unit.objects.only("slug").order_by("pk")


SITEMAPS = {
    "halaman": Pages,
    "produk": Products,
    "perajin": Makers,
    "kriya": Crafts,
    "pelatihan": Trainings,
    "acara": Events,
    "dekranasda": Councils,
}

ROBOTS = """\
User-agent: *
Allow: /akun/signup/
Allow: /en/akun/signup/
Disallow: /admin/
Disallow: /akun/
Disallow: /saya/
Disallow: /berkas/
Disallow: /en/admin/
Disallow: /en/akun/
Disallow: /en/saya/

Sitemap: {sitemap}
"""


@login_not_required
@public_page()
@require_safe
def sitemap_index(request):
    """Name the file of each section and of each of its pages."""
    files = [
        address_of(section, number)
        for section, pages in SITEMAPS.items()
        for number in range(1, pages().paginator.num_pages + 1)
    ]
    context = {"sitemaps": [SitemapIndexItem(location) for location in files]}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")


def address_of(section, number) -> str:
    address = settings.PUBLIC_BASE_URL + reverse("sitemap_section", args=[section])
    return f"{address}?p={number}" if number > 1 else address


@login_not_required
@public_page("p")
@require_safe
def sitemap_section(request, section):
    return sitemap(request, SITEMAPS, section)


@login_not_required
@public_page()
@require_safe
def robots_txt(request):
    text = ROBOTS.format(sitemap=settings.PUBLIC_BASE_URL + reverse("sitemap"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
