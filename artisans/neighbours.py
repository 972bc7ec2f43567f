"""What else to look at: more from this maker, alike products, makers nearby."""

from django.db.models import Case, IntegerField, Q, Value, When

from .models import Business, Product

FROM_MAKER, SIMILAR, NEARBY = 4, 4, 3


def products_near(product):
    """A few more products of the maker, then some of the same craft or family."""
    published = Product.objects.published().exclude(pk=product.pk)
    own = published.filter(business=product.business_id).order_by("-verified_at", "-pk")
    alike = published.exclude(business=product.business_id)
    alike = alike.filter(craft__family=product.craft.family).order_by(
        first_where(craft=product.craft_id),
        first_where(kind=product.kind_id),
        "-verified_at",
        "-pk",
    )
    picked = Q(pk__in=own.values("pk")[:FROM_MAKER]) | Q(
        pk__in=alike.values("pk")[:SIMILAR]
    )
    return (
        Product.objects.filter(picked)
        .for_cards()
        .prefetch_related(None)
        .annotate(from_maker=first_where(business=product.business_id))
        .order_by("from_maker", first_where(craft=product.craft_id), "-verified_at")
    )


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
