"""What else to look at: more from this maker, alike products, makers nearby."""

from django.db.models import Case, IntegerField, Value, When

from .models import Business, Product

FROM_MAKER, SIMILAR, NEARBY = 4, 4, 3
LOOKED_AT = 24


def products_near(product):
    """A few more products of the maker, then some of the same craft or family."""
    others = Product.objects.published().exclude(pk=product.pk)
    own = others.filter(business=product.business_id)
    alike = others.exclude(business=product.business_id)
    # Among the newest only: to look at all of a craft would cost more with each.
    candidates = any_of(
        own[:FROM_MAKER],
        alike.filter(craft=product.craft_id)[:LOOKED_AT],
        alike.filter(craft__family=product.craft.family)[:SIMILAR],
    )
    return (
        Product.objects.filter(pk__in=candidates)
        .for_cards()
        .prefetch_related(None)
        .annotate(from_maker=first_where(business=product.business_id))
        .order_by(
            "from_maker",
            first_where(craft=product.craft_id),
            first_where(kind=product.kind_id),
            "-verified_at",
            "-pk",
        )[: FROM_MAKER + SIMILAR]
    )


def any_of(*parts):
    """The keys of all rows of the parts; with OR a database would read the table."""
    first, *others = [
        Product.objects.filter(pk__in=part.values("pk")).order_by().values("pk")
        for part in parts
    ]
    return first.union(*others)


def makers_near(maker):
    """A few other makers of the same crafts, nearest first."""
    village = maker.village_id
    return (
        Business.objects.published()
        .exclude(pk=maker.pk)
        .of_crafts(pk__in=maker.crafts.values("pk"))
        .for_cards()
        .prefetch_related(None)
        .order_by(
            first_where(village__code__startswith=village[:8]),
            first_where(village__code__startswith=village[:5]),
            first_where(village__code__startswith=village[:2]),
            "-verified_at",
            "pk",
        )[:NEARBY]
    )


def first_where(*fits, **conditions):
    """An order that puts the rows that meet the conditions first."""
    return Case(
        When(*fits, **conditions, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
