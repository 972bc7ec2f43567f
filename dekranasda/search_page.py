"""One search over everything the public may find, each kind in its own group."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from artisans.models import Craft, Product
from council.languages import shown, translated_fields
from council.models import SearchEntry
from council.public_pages import public_page
from council.search import CANDIDATES, find, understand
from council.search_kept import SEARCHED, Searched

SHOWN, PRODUCTS, CRAFTS = 6, 8, 10


@dataclass
class Group:
    """What was found of one kind."""

    searched: Searched
    entries: list[SearchEntry]
    words: str

    @property
    def kind(self) -> str:
        return self.searched.kind

    @property
    def shown(self) -> list[SearchEntry]:
        return self.entries[: PRODUCTS if self.kind == "produk" else SHOWN]

    @property
    def number(self) -> str:
        """How many there are, as far as they were looked at."""
        number = len(self.entries)
        return f"{number}+" if number >= CANDIDATES else str(number)

    @property
    def more_url(self) -> str:
        """The list of all that fit, where this page does not show them."""
        has_more = len(self.entries) > len(self.shown) and self.searched.has_search
        if not has_more:
            return ""
        return f"{reverse(self.searched.list_name)}?{urlencode({'q': self.words})}"


@login_not_required
@public_page("q")
@require_safe
def search(request):
    asked = understand(request.GET.get("q", ""))
    found = find(asked)
    groups = in_groups(found.entries, asked.instead or asked.typed)
    context = {
        "asked": asked,
        "found": found,
        "groups": groups,
        "products": products_of(groups),
    }
    if not groups:
        context["crafts"] = list(Craft.objects.most_shown()[:CRAFTS])
    return render(request, "search.html", context)


def in_groups(entries, words) -> list[Group]:
    """The entries by kind; the kind of the best entry comes first."""
    groups = {}
    for entry in entries:
        searched = SEARCHED[entry.kind]
        entry.url = searched.address(entry.slug)
        entry.shown_name = name_of(entry, searched.model)
        entry.shown_place = place_of(entry, searched.model)
        group = groups.setdefault(entry.kind, Group(searched, [], words))
        group.entries.append(entry)
    return list(groups.values())


def name_of(entry, model) -> str:
    """Its name in the reader's language; a maker's or council's own name is no word."""
    name, english = capfirst(entry.name), capfirst(entry.name_en)
    is_translated = {"name", "title"} & set(translated_fields(model))
    return shown(name, english) if is_translated else name


def place_of(entry, model) -> str:
    """Where it is, in the reader's language; the name of a town is no word."""
    is_translated = {"origin", "venue"} & set(translated_fields(model))
    return shown(entry.place, entry.place_en) if is_translated else entry.place


def products_of(groups) -> list[Product]:
    """The products found, as their cards need them, in the order found."""
    entries = [
        each for group in groups if group.kind == "produk" for each in group.shown
    ]
    keys = [entry.object_id for entry in entries]
    if not keys:
        return []
    products = Product.objects.published().for_cards().in_bulk(keys)
    return [products[key] for key in keys if key in products]
