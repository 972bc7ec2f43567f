"""Invented products of the invented makers, four of each."""

from datetime import timedelta
from random import Random

from django.utils import timezone
from django.utils.text import slugify

from artisans.models import Business, Material, Motif, Product, ProductKind
from artisans.models.businesses import Status
from council.search_kept import written_in_bulk

from .drawings.recipes import Recipe
from .lines_of_craft import LINES, PALETTES
from .makers import WORKSHOPS
from .product_facts import facts_of
from .souvenirs import SOUVENIRS

PRODUCTS_EACH = 4
CITY_EN = {
    "13.71": "Padang",
    "12.74": "Tanjungbalai",
    "36.74": "South Tangerang",
    "13.76": "Payakumbuh",
    "18.72": "Metro",
}
CLOSING = (
    ("Cocok untuk hadiah dan dipakai sendiri.", "A gift, or something to keep."),
    ("Dapat dipesan dalam warna lain.", "Other colours can be ordered."),
    ("Warna dapat sedikit berbeda dari gambar.", "Colours may differ slightly."),
    ("Dikemas dalam kotak kertas daur ulang.", "Packed in a recycled paper box."),
    ("Rawat dengan tangan dan jemur di tempat teduh.", "Wash by hand, dry in the shade."),
)  # fmt: skip


def build():
    """Make the products that are not there yet, and what their pictures show."""
    kinds = ProductKind.objects.in_bulk(field_name="slug")
    materials = Material.objects.in_bulk(field_name="slug")
    motifs = Motif.objects.in_bulk(field_name="slug")
    known = set(Product.objects.values_list("slug", flat=True))
    rows = [row for row in invented() if row["slug"] not in known]
    products = [
        Product(kind=kinds[row["kind"]], **row["fields"], slug=row["slug"])
        for row in rows
    ]
    made = Product.objects.bulk_create(products)
    link(made, rows, "materials", materials)
    link(made, rows, "motifs", motifs)
    written_in_bulk(Product)


def link(products, rows, words, known):
    through = getattr(Product, words).through
    column = f"{words.removesuffix('s')}_id"
    through.objects.bulk_create(
        [
            through(product_id=product.pk, **{column: known[slug].pk})
            for product, row in zip(products, rows, strict=True)
            for slug in row[words]
            if slug in known
        ]
    )


def workshops():
    """Yield each invented business that is there: its number, itself, its line."""
    kept = Business.objects.select_related("owner__main_craft")
    kept = kept.in_bulk(field_name="slug")
    rows = (row for rows in WORKSHOPS.values() for row in rows)
    for number, (craft, name) in enumerate(rows):
        if business := kept.get(slugify(name)):
            yield number, business, LINES[craft]


def invented():
    """Yield each product: its slug, fields, words of the vocabulary and recipe."""
    for number, business, line in workshops():
        seed = Random(f"{business.slug} produk")  # noqa: S311 (example data)
        things = seed.sample(line.things, min(PRODUCTS_EACH, len(line.things)))
        start = seed.randrange(12)
        for place, thing in enumerate(things):
            yield product(number, business, line, thing, place, start + place * 5, seed)
        if gift := SOUVENIRS.get(business.slug):
            place = PRODUCTS_EACH
            row = product(number, business, line, gift.thing, place, start + 2, seed)
            yield row | {
                "fields": row["fields"]
                | gift.facts
                | {"verified_at": row["fields"]["added_at"]}
            }


def product(number, business, line, thing, place, colour, seed):
    motif = line.motifs[(place + number) % len(line.motifs)]
    shade = PALETTES[line.colours][colour % len(PALETTES[line.colours])]
    name = " ".join(
        part
        for part in (thing.name, motif[2] and f"motif {motif[2]}", shade[0])
        if part
    )
    name_en = ", ".join(
        part for part in (f"{motif[3]} {thing.name_en}".strip(), shade[1]) if part
    )
    slug = slugify(f"{name} {business.slug}")[:150]
    status, reason = status_of(business, number, place)
    city = CITY_EN[business.village_id[:5]]
    closing, closing_en = CLOSING[(number + place) % len(CLOSING)]
    price, up_to = priced(thing.price, number, place, seed)
    # One product of each maker before the second of any, so that lists are varied.
    added = timezone.now() - timedelta(hours=5 * (place * 64 + (number * 29) % 64) + 2)
    fields = {
        "business": business,
        "craft": business.owner.main_craft,
        "name": capitalised(name),
        "name_en": capitalised(name_en),
        "description": f"{line.touch} {closing}",
        "description_en": f"{line.touch_en} Made in {city}. {closing_en}",
        "price": price,
        "price_up_to": up_to,
        "price_unit": "lembar"
        if thing.scene in {"kain", "lipat", "selendang", "gantung"}
        else "buah",
        "size": thing.size,
        "is_made_to_order": (number + place) % 3 == 0,
        "lead_time_days": (7, 14, 21, 30)[number % 4]
        if (number + place) % 3 == 0
        else None,
        **facts_of(business.owner.main_craft.family, thing, number, place),
        "status": status,
        "status_reason": reason,
        "added_at": added,
        "verified_at": added if status == Status.VERIFIED else None,
        "is_example": True,
    }
    look = thing.look or line.look
    return {
        "slug": slug,
        "kind": thing.kind,
        "fields": fields,
        "materials": line.materials,
        "motifs": [motif[0]] if motif[0] else [],
        # What a visitor meets first is the sharpest.
        "width": 720 if place == 0 else 600,
        "recipe": Recipe(slug, look, thing.scene, motif[1], colour),
        "alt": capitalised(f"{name} (gambar buatan)")[:150],
        "alt_en": capitalised(f"{name_en} (drawing)")[:150],
    }  # fmt: skip


def capitalised(words):
    return words[:1].upper() + words[1:]


def status_of(business, number, place):
    if business.status != Status.VERIFIED:
        return (
            Status.SUBMITTED if business.status == Status.SUBMITTED else Status.DRAFT
        ), ""
    turn = (number * PRODUCTS_EACH + place) % 31
    if turn == 11:
        return Status.SUBMITTED, ""
    if turn == 20:
        return Status.NEEDS_REVISION, "Sebutkan bahan dan ukurannya."
    return (Status.DRAFT, "") if turn == 27 else (Status.VERIFIED, "")


def priced(price, number, place, seed):
    """A price, a range, or nothing for those who prefer to be asked."""
    price = round(price * seed.uniform(0.8, 1.35) / 5000) * 5000
    if (number + place) % 9 == 4:
        return None, None
    return price, (price * 3 // 2 // 5000 * 5000 if (number + place) % 6 == 2 else None)
