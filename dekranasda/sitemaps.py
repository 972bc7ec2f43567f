"""What search engines may find: every public page, in both languages."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, sitemap
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from artisans.linked_data import picture_of
from artisans.models import (
    Business,
    Centre,
    Collection,
    Craft,
    CraftRoute,
    Motif,
    Outlet,
    Product,
)
from council.models import Unit
from council.public_pages import public_page
from programs.models import Activity

from .region_pages import numbers_by_province


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

    def get_urls(self, *args, **kwargs):
        urls = super().get_urls(*args, **kwargs)
        # Only for the rows of this file: the others' pictures are not asked for.
        self.load_pictures([url["item"][0] for url in urls])
        for url in urls:
            url["pictures"] = self.pictures_of(url["item"][0])
        return urls

    def load_pictures(self, rows):
        """Fetch what the pictures of these rows need, together."""

    def pictures_of(self, row) -> list[str]:
        """The full addresses of the pictures on a row's page."""
        return []


class Pages(PortalSitemap):
    """Pages that are always there."""

    NAMES = [
        *("home", "artisans:products", "artisans:makers", "artisans:crafts"),
        *("trainings:list", "events:list", "calendar", "programs:list"),
        *("council:list", "gifts:search", "artisans:fairness", "privacy"),
        *("artisans:motifs", "artisans:centres", "trainings:ladder"),
        *("artisans:outlets", "artisans:collections", "artisans:routes", "regions"),
    ]

    def items(self):
        return self.NAMES

    def location(self, item):
        return reverse(item)


class Products(PortalSitemap):
    """Products of verified makers."""

    def items(self):
        return Product.objects.published().only("slug").order_by("pk")

    def load_pictures(self, rows):
        prefetch_related_objects(rows, "photos")

    def pictures_of(self, row):
        return [picture_of(photo.image) for photo in row.photos.all()]


class Makers(PortalSitemap):
    """Verified makers."""

    def items(self):
        makers = Business.objects.published().only("slug", "portrait")
        return makers.order_by("pk")

    def pictures_of(self, row):
        return [picture_of(row.portrait)] if row.portrait else []


class Crafts(PortalSitemap):
    """The crafts."""

    def items(self):
        return Craft.objects.only("slug").order_by("pk")


class Motifs(PortalSitemap):
    """The motifs of which there is something to tell."""

    def items(self):
        return Motif.objects.worth_a_page().only("slug").order_by("pk")


class Centres(PortalSitemap):
    """Craft centres and craft villages."""

    def items(self):
        return Centre.objects.published().only("slug").order_by("pk")


class Outlets(PortalSitemap):
    """Galleries, shops and corners."""

    def items(self):
        return Outlet.objects.published().only("slug").order_by("pk")


class Collections(PortalSitemap):
    """What councils chose."""

    def items(self):
        shown = Collection.objects.published().with_something_to_see()
        return shown.only("slug").order_by("pk")


class Routes(PortalSitemap):
    """Ways for a visitor to follow."""

    def items(self):
        shown = CraftRoute.objects.published().with_something_to_see()
        return shown.only("slug").order_by("pk")


class Regions(PortalSitemap):
    """Provinces, cities and regencies in which there is something to find."""

    def items(self):
        provinces = numbers_by_province()
        return [each for one in provinces for each in (one, *one.parts)]

    def location(self, item):
        return item.url


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
    "motif": Motifs,
    "sentra": Centres,
    "galeri": Outlets,
    "koleksi": Collections,
    "rute": Routes,
    "wilayah": Regions,
    "pelatihan": Trainings,
    "acara": Events,
    "dekranasda": Councils,
}

# Nothing for a search engine, in either language: pages of persons, files of one
# moment, and hops that only count.
CLOSED = [
    *("admin/", "akun/", "saya/", "berkas/", "keluar/", "hitung/"),
    *("katalog-cenderamata/pdf/", "katalog-cenderamata/pilihan/"),
    *("pelatihan/kabar/", "pelatihan/umpan-balik/"),
]
OPEN = ["akun/signup/"]


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
    rules = [f"Allow: {home}{path}" for home in ("/", "/en/") for path in OPEN]
    rules += [f"Disallow: {home}{path}" for home in ("/", "/en/") for path in CLOSED]
    address = settings.PUBLIC_BASE_URL + reverse("sitemap")
    text = "\n".join(["User-agent: *", *rules, "", f"Sitemap: {address}", ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
