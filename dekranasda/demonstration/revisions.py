"""Changes that makers want, so that they and staff see how one waits and is decided."""

from artisans.deciding import send
from artisans.models import Business, BusinessRevision, Product, ProductRevision
from artisans.models.status import Status
from artisans.revising import keep, open_revision, wished_values

from .makers import HOME

# maker, what the maker wants changed on the newest product, and the staff's answer
PRODUCTS = (
    (HOME, {"description": "Daun jati dan lanang dari kebun sendiri, dikukus dua jam pada katun. Warnanya tidak luntur setelah dicuci dengan sabun lerak.", "price": 285000, "price_up_to": None}, ""),
    ("Simpul Bintaro", {"lead_time_days": 10, "is_made_to_order": True, "minimum_order": 2}, ""),
    ("Sulam Rabuang", {"size": "60 × 200 cm"}, ""),
    ("Tungku Serpong", {"description": "Keramik berlapis glasir abu sekam."}, "Sebutkan apakah aman untuk makanan."),
)  # fmt: skip
BUSINESSES = (
    (HOME, {"visiting": "Senin-Sabtu 08.00-17.00, kabari sehari sebelumnya", "quote": "Daun yang gugur di halaman masih bisa jadi kain."}),
    ("Bordir Anggrek Hutan", {"visiting": "Setiap hari 09.00-17.00"}),
)  # fmt: skip


def build():
    if ProductRevision.objects.exists() or BusinessRevision.objects.exists():
        return
    for name, changes, answer in PRODUCTS:
        products = Product.objects.filter(business__name=name, status=Status.VERIFIED)
        want(products.order_by("pk").first(), changes, answer)
    for name, changes in BUSINESSES:
        want(Business.objects.filter(name=name).first(), changes)


def want(page, changes, answer=""):
    """Let a maker ask for a change as on their own page, and staff perhaps answer."""
    if page is None or not page.is_approved:
        return
    shown = wished_values(page, None)
    keep(page, {**shown, **changes}, shown)
    if open_revision(page) is None:
        return
    send(page)
    if answer:
        open_revision(page).close(Status.NEEDS_REVISION, by=None, reason=answer)
