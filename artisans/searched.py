"""What this room tells the search: crafts, motifs, makers and products."""

from functools import cache

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import pgettext_lazy

from council.models import Person, PersonAlias, Region, RegionAlias
from council.place_names import names_of
from council.search_kept import Page, Searched
from council.searched import ALWAYS, lies_in
from council.words import words_of

from .filters import MakerFilter, ProductFilter
from .models import (
    Artisan,
    Business,
    Centre,
    Craft,
    FlagshipMark,
    Material,
    Motif,
    Outlet,
    Product,
    ProductKind,
    TechniqueLabel,
)
from .questions import answers_by_key


def named(model, *others):
    """The words of a vocabulary by what pages say of them."""
    return model.objects.only("name", "name_en", *others)


def both(*words) -> list[str]:
    """The names of words of the vocabulary in both languages."""
    return [name for word in words for name in (word.name, word.name_en)]


def family_of(craft) -> str:
    return called(craft.family)


@cache
def called(family) -> str:
    """The one word for a family in each language; their labels say more."""
    if family == Craft.Family.OTHER:
        return ""
    with translation.override("en"):
        english = words_of(str(Craft.Family(family).label))[0]
    return f"{family} {english}"


def answers_to(filters):
    """What rows answer to the filters of their list, as it counts them."""
    return lambda conditions: answers_by_key(
        filters.questions, filters.Meta.model.objects.filter(**conditions)
    )


def craft_page(craft) -> Page:
    return Page(
        slug=craft.slug,
        name=craft.name,
        name_en=craft.name_en,
        shown_at=ALWAYS,
        facts=[family_of(craft), craft.technique, craft.typical_motifs, craft.origin],
        text=f"{craft.about} {craft.about_en}",
        place=craft.origin,
        place_en=craft.origin_en,
        family=craft.family,
    )


def motif_page(motif) -> Page:
    return Page(
        slug=motif.slug,
        name=motif.name,
        name_en=motif.name_en,
        shown_at=ALWAYS,
        facts=[motif.origin],
        text=f"{motif.meaning} {motif.meaning_en}",
        place=motif.origin,
        place_en=motif.origin_en,
    )


def place_page(place) -> Page:
    """A centre or an outlet."""
    crafts = list(place.crafts.all()) if hasattr(place, "crafts") else []
    return Page(
        slug=place.slug,
        name=place.name,
        shown_at=place.published_at,
        facts=[
            str(place.get_kind_display()),
            *both(*crafts),
            *map(family_of, crafts),
            *names_of(place.village or place.city),
        ],
        place=place.city.name,
        family=crafts[0].family if crafts else "",
        is_example=place.is_example,
    )


PLACES = ("village", "city")


def moved(changed) -> Q:
    """The places concerned by a name of a village, or of a city, that changed."""
    return lies_in("village")[Region](changed) | lies_in("city")[Region](changed)


def maker_page(maker) -> Page:
    person, crafts = maker.owner.person, maker.its_crafts
    return Page(
        slug=maker.slug,
        name=str(maker),
        shown_at=maker.verified_at or ALWAYS,
        also=[maker.name],
        facts=[
            person.full_name,
            *(alias.name for alias in person.other_names),
            *both(*crafts),
            *map(family_of, crafts),
            *names_of(maker.village),
        ],
        text=f"{maker.story} {maker.story_en} {maker.quote}",
        place=maker.city.name,
        family=crafts[0].family if crafts else "",
        is_example=maker.is_example,
    )


def product_page(product) -> Page:
    maker = product.business
    words = [product.craft, product.kind, *product.made_of, *product.patterned_with]
    return Page(
        slug=product.slug,
        name=product.name,
        name_en=product.name_en,
        shown_at=product.verified_at or product.added_at,
        facts=[
            *both(*words),
            family_of(product.craft),
            maker.name,
            maker.brand,
            *names_of(maker.village),
        ],
        text=f"{product.description} {product.description_en}",
        place=maker.city.name,
        family=product.craft.family,
        is_example=product.is_example,
    )


CRAFTS = Searched(
    kind="kriya",
    model=Craft,
    title=pgettext_lazy("search", "Crafts"),
    called="kriya kerajinan craft",
    list_name="artisans:crafts",
    address=lambda slug: reverse("artisans:craft", args=[slug]),
    rows=lambda: Craft.objects.all(),
    page=craft_page,
    has_search=False,
)
MOTIFS = Searched(
    kind="motif",
    model=Motif,
    title=pgettext_lazy("search", "Motifs"),
    called="motif corak pola ragam hias pattern",
    list_name="artisans:motifs",
    address=lambda slug: reverse("artisans:motif", args=[slug]),
    rows=lambda: Motif.objects.all(),
    page=motif_page,
)
CENTRES = Searched(
    kind="sentra",
    model=Centre,
    title=pgettext_lazy("search", "Craft centres"),
    called="sentra kampung kriya centre cluster",
    list_name="artisans:centres",
    address=lambda slug: reverse("artisans:centre", args=[slug]),
    rows=lambda: Centre.objects.exclude(published_at=None).prefetch_related("crafts"),
    page=place_page,
    places=PLACES,
    causes={
        Craft: lambda craft: Q(crafts=craft),
        Region: moved,
        RegionAlias: moved,
    },
    new_causes=frozenset({RegionAlias}),
)
OUTLETS = Searched(
    kind="galeri",
    model=Outlet,
    title=pgettext_lazy("search", "Galleries and shops"),
    called="galeri toko gerai gallery shop outlet",
    list_name="artisans:outlets",
    address=lambda slug: reverse("artisans:outlet", args=[slug]),
    rows=lambda: Outlet.objects.exclude(published_at=None),
    page=place_page,
    places=PLACES,
    causes={Region: moved, RegionAlias: moved},
    new_causes=frozenset({RegionAlias}),
)
MAKERS = Searched(
    kind="perajin",
    model=Business,
    title=pgettext_lazy("search", "Makers"),
    called="perajin pengrajin maker crafter artisan",
    list_name="artisans:makers",
    address=lambda slug: reverse("artisans:maker", args=[slug]),
    rows=lambda: (
        Business.objects.published()
        .select_related("owner__person")
        .only(
            *("slug", "name", "brand", "story", "story_en", "quote", "verified_at"),
            *("is_example", "village", "owner__person__full_name"),
        )
        .prefetch_related(
            Prefetch("crafts", named(Craft, "family"), to_attr="its_crafts"),
            Prefetch("owner__person__aliases", to_attr="other_names"),
        )
    ),
    page=maker_page,
    places=("village",),
    causes={
        Craft: lambda craft: Q(crafts=craft),
        Artisan: lambda artisan: Q(owner=artisan),
        Person: lambda person: Q(owner__person=person),
        PersonAlias: lambda alias: Q(owner__person=alias.person_id),
        **lies_in("village"),
    },
    new_causes=frozenset({PersonAlias, RegionAlias}),
    answers=answers_to(MakerFilter),
    is_many=True,
)
PRODUCTS = Searched(
    kind="produk",
    model=Product,
    title=pgettext_lazy("search", "Products"),
    called="produk kriya kerajinan product craft",
    list_name="artisans:products",
    address=lambda slug: reverse("artisans:product", args=[slug]),
    # Read by the hundred thousand: what is shared once, and nothing unneeded.
    rows=lambda: (
        Product.objects.published()
        .only(
            *("slug", "name", "name_en", "description", "description_en"),
            *("verified_at", "added_at", "is_example", "business", "craft", "kind"),
        )
        .prefetch_related(
            Prefetch("business", Business.objects.only("name", "brand", "village")),
            Prefetch("craft", named(Craft, "family")),
            Prefetch("kind", named(ProductKind)),
            Prefetch("materials", named(Material), to_attr="made_of"),
            Prefetch("motifs", named(Motif), to_attr="patterned_with"),
        )
    ),
    page=product_page,
    places=("business__village",),
    causes={
        Craft: lambda craft: Q(craft=craft),
        ProductKind: lambda kind: Q(kind=kind),
        Material: lambda material: Q(materials=material),
        Motif: lambda motif: Q(motifs=motif),
        Business: lambda maker: Q(business=maker),
        FlagshipMark: lambda mark: Q(pk=mark.product_id),
        TechniqueLabel: lambda label: Q(pk=label.product_id),
        **lies_in("business__village"),
    },
    new_causes=frozenset({FlagshipMark, RegionAlias, TechniqueLabel}),
    answers=answers_to(ProductFilter),
    is_many=True,
)
