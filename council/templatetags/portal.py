"""
Words the templates use: strips, icons, money, dates, addresses of this page.

Loaded everywhere as a builtin of the template engine.
"""

import json
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils import timezone, translation
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from council.kept_pieces import kept, kept_for_good
from council.qr_codes import qr_image as qr_picture
from council.qr_codes import qr_svg

register = template.Library()

# Drawn on a 24 × 24 field with a 2 px line, see `.icon`.
ICONS = {
    "arrow": "M4 12h15M13 6l6 6-6 6",
    "back": "M20 12H5M11 6l-6 6 6 6",
    "bell": "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
    "camera": "M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7",
    "certificate": "M5 4h14v11H5zM9 8h6M9 11h4M10 15v6l2-1.5 2 1.5v-6",
    "chat": "M4 5h16v11H11l-5 4v-4H4z",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "clock": "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 8v4.5l3 2",
    "close": "M6 6l12 12M18 6L6 18",
    "cross": "M6 6l12 12M18 6L6 18",
    "dots": "M5 11h1v2H5zM12 11h1v2h-1zM19 11h1v2h-1z",
    "down": "M6 9l6 6 6-6",
    "download": "M12 4v11M7 10l5 5 5-5M5 20h14",
    "edit": "M4 20l1-4L16 5l3 3L8 19z",
    "filter": "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
    "globe": "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M4 12h16M12 4q5 8 0 16M12 4q-5 8 0 16",
    "heart": "M12 20C2 13 4 5 8.5 5c2 0 3 1.5 3.5 2.5C12.5 6.5 13.5 5 15.5 5"
    "c4.5 0 6.5 8-3.5 15",
    "info": "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 11v5M12 8h.01",
    "link": "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3"
    "a4 4 0 0 0 6 6l1-1",
    "lock": "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
    "mail": "M4 6h16v12H4zM4 7l8 6 8-6",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "minus": "M6 12h12",
    "people": "M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M3 20v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2"
    "M16 5.5a3 3 0 0 1 0 5M18 14a4 4 0 0 1 3 4v2",
    "person": "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 20c1-4 4-5 8-5s7 1 8 5",
    "phone": "M6 4h3l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v3a2 2 0 0 1-2 2"
    "A15 15 0 0 1 4 6a2 2 0 0 1 2-2",
    "pin": "M12 21c-5-6-7-8.5-7-11a7 7 0 0 1 14 0c0 2.5-2 5-7 11M12 8a2.3 2.3 0"
    " 1 1 0 4.6A2.3 2.3 0 0 1 12 8",
    "plus": "M12 5v14M5 12h14",
    "print": "M7 8V4h10v4M5 8h14v8H5zM8 14h8v6H8z",
    "search": "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14M16 16l5 5",
    "seal": "M12 3l2.5 2 3.2-.2.7 3.2 2.6 1.9-1.3 3 .5 3.1-3.1.9-1.8 2.7"
    "L12 18.5l-3.3 1.1-1.8-2.7-3.1-.9.5-3.1-1.3-3 2.6-1.9.7-3.2"
    " 3.2.2zM9 12l2 2 4-4",
    "sessions": "M3 5h13v10H3zM2 18h12M18 9h4v10h-4z",
    "shop": "M4 9l2-5h12l2 5M5 9v11h14V9M4 9h16M10 20v-6h4v6",
    "star": "M12 4l2.4 5.1 5.6.7-4.1 3.8 1 5.5-4.9-2.7-4.9 2.7 1-5.5L4 9.8l5.6-.7z",
    "trash": "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5",
    "up": "M6 15l6-6 6 6",
    "warning": "M12 4l9 16H3zM12 10v4M12 17h.01",
}

CHIPS = {
    "open": ("check", gettext_lazy("Open for registration")),
    "low": ("warning", gettext_lazy("Few seats left")),
    "waiting": ("dots", gettext_lazy("Waiting list")),
    "held": ("minus", gettext_lazy("Held")),
    "full": ("cross", gettext_lazy("Full")),
    "closed": ("cross", gettext_lazy("Closed")),
    "soon": ("clock", gettext_lazy("Not open yet")),
    "cancelled": ("cross", gettext_lazy("Cancelled")),
    "postponed": ("clock", gettext_lazy("Postponed")),
    "running": ("clock", gettext_lazy("Under way")),
    "finished": ("check", gettext_lazy("Finished")),
    "registered": ("check", gettext_lazy("Registered")),
    "apply": ("edit", gettext_lazy("Applications open")),
    "applied": ("clock", gettext_lazy("Not decided yet")),
    "offered": ("bell", gettext_lazy("Seat offered")),
    "refused": ("cross", gettext_lazy("Not accepted")),
}

# The models' own words for how things stand.
CHIP_OF = {
    "buka": "open",
    "sedikit": "low",
    "tunggu": "waiting",
    "menunggu": "waiting",
    "belum": "soon",
    "tutup": "closed",
    "batal": "cancelled",
    "dibatalkan": "cancelled",
    "ditunda": "postponed",
    "berjalan": "running",
    "selesai": "finished",
    "terdaftar": "registered",
    "ajukan": "apply",
    "diajukan": "applied",
    "ditawari": "offered",
    "ditolak": "refused",
}

NAVIGATION = [
    ("artisans:products", pgettext_lazy("menu", "Products")),
    ("artisans:makers", pgettext_lazy("menu", "Makers")),
    ("artisans:crafts", pgettext_lazy("menu", "Crafts")),
    ("trainings:list", pgettext_lazy("menu", "Trainings")),
    ("events:list", pgettext_lazy("menu", "Events")),
    ("programs:list", pgettext_lazy("menu", "Programs")),
    ("calendar", pgettext_lazy("menu", "Calendar")),
]

# Looked for in this order: most browsers name the others too.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "UCBrowser": "UC Browser",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


class MenuLink(NamedTuple):
    """A line of the main menu; plain, so that a piece can be kept by its menu."""

    url: str
    label: str
    is_here: bool


ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
DEFAULT_ZONE = "WIB"


@register.simple_tag
def icon(name, label=""):
    """One drawn icon; with a label it speaks, without one it is decoration."""
    if label:
        opening = format_html('<svg class="icon" role="img" aria-label="{}"', label)
    else:
        opening = mark_safe('<svg class="icon" aria-hidden="true"')  # noqa: S308
    return format_html(
        '{} viewBox="0 0 24 24"><path d="{}"/></svg>', opening, ICONS[name]
    )


@register.simple_tag
def strip(family="", size=""):
    """The woven band of a craft family; without a family, the council's songket."""
    classes = ["strip"]
    if size:
        classes.append(f"strip--{size}")
    if family:
        classes.append(f"craft--{family}")
    return format_html('<span class="{}" aria-hidden="true"></span>', " ".join(classes))


@register.simple_tag
def cloth(family="lain"):
    """The craft's cloth in place of a photo nobody has taken yet."""
    return format_html(
        '<span class="cloth craft--{}" role="img" aria-label="{}"></span>',
        family or "lain",
        gettext("No photo yet"),
    )


@register.inclusion_tag("includes/_chip.html")
def chip(kind, label="", note=""):
    """How a class or event stands: icon, word and colour."""
    kind = CHIP_OF.get(kind, kind)
    drawing, word = CHIPS.get(kind, ("info", kind))
    return {"kind": kind, "icon_name": drawing, "label": label or word, "note": note}


@register.filter
def qr(text):
    """A QR code of an address."""
    return qr_svg(str(text))


@register.filter
def qr_image(text):
    """A QR code of an address, for the `src` of a picture in a document."""
    return qr_picture(str(text))


@register.filter
def rupiah(amount):
    """Money as it is written here: Rp1.250.000."""
    if amount in (None, ""):
        return ""
    try:
        whole = round(float(amount))
    except (TypeError, ValueError, OverflowError):
        return ""
    sign = "-" if whole < 0 else ""
    return f"{sign}Rp" + f"{abs(whole):,}".replace(",", ".")


@register.filter
def grouped(number):
    """A whole number with its thousands apart: 1.250."""
    return "" if number is None else number_format(number, force_grouping=True)


@register.filter
def weight(grams):
    """A weight as on a parcel: 350 g, 1,2 kg."""
    if not grams:
        return ""
    kilos = f"{plain_number(grams / 1000)} kg"
    return kilos if grams >= 1000 else f"{grams} g"


@register.filter
def percent(share):
    """A share of a hundred without idle zeros: 42,5%."""
    return "" if share is None else f"{plain_number(share)}%"


def plain_number(number) -> str:
    return number_format(f"{number:.2f}".rstrip("0").rstrip("."))


@register.filter
def clock(moment, zone=""):
    """A time with its zone: 09.00 WIB. The zone of a bare time is given or WIB."""
    if not moment:
        return ""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
        hours = moment.utcoffset().total_seconds() // 3600
        zone = zone or ZONES.get(int(hours), "")
    return f"{moment:%H.%M} {zone or DEFAULT_ZONE}".strip()


@register.filter
def full_date(day):
    """A day with its weekday: Kamis, 22 Februari 2024."""
    return date_format(day, "l, j F Y") if day else ""


@register.filter
def date_range(first, last=None):
    """Two days as people write them: 22–24 Februari 2024."""
    if not first:
        return ""
    if not last or last == first:
        return full_date(first)
    if first.year != last.year:
        return f"{date_format(first, 'j F Y')} – {date_format(last, 'j F Y')}"
    if first.month != last.month:
        return f"{date_format(first, 'j F')} – {date_format(last, 'j F Y')}"
    return f"{first.day}–{date_format(last, 'j F Y')}"


@register.filter
def whatsapp(phone, text=""):
    """The address that opens a WhatsApp talk with this number."""
    digits = "".join(sign for sign in str(phone or "") if sign.isdigit())
    if digits.startswith("0"):
        digits = "62" + digits[1:]
    if not digits:
        return ""
    return f"https://wa.me/{digits}" + (f"?text={quote(str(text))}" if text else "")


@register.simple_tag(takes_context=True)
def query_with(context, name, value):
    """This page's query with one more value of a filter, from the first page."""
    query = bounded_query(context)
    if str(value) not in query.getlist(name):
        query.appendlist(name, str(value))
    return "?" + query.urlencode()


@register.simple_tag(takes_context=True)
def query_without(context, name, value=None):
    """This page's query without a filter, or without one of its values."""
    query = bounded_query(context)
    kept = [each for each in query.getlist(name) if value is not None]
    query.setlist(name, [each for each in kept if each != str(value)])
    return "?" + query.urlencode()


def bounded_query(context):
    query = context["request"].GET.copy()
    query.pop("page", None)
    return query


@register.simple_tag(takes_context=True)
def navigation(context):
    """The main menu, with the room the visitor is in marked."""
    path = getattr(context.get("request"), "path", "")
    lines = kept_for_good(("menu", translation.get_language()), menu)
    return tuple(MenuLink(url, label, path.startswith(url)) for url, label in lines)


def menu() -> list[tuple[str, str]]:
    lines = []
    for name, label in NAVIGATION:
        try:
            lines.append((reverse(name), str(label)))
        except NoReverseMatch:
            continue
    return lines


@register.simple_tag(takes_context=True)
def alternate_urls(context):
    """This page in each language: code, name, path and full address."""
    request = context.get("request")
    path = request.path if request else reverse("home")
    return [alternate(path, code, name) for code, name in settings.LANGUAGES]


def alternate(path, code, name) -> dict:
    is_here = code == translation.get_language()
    url = path if is_here else translate_url(path, code)
    address = settings.PUBLIC_BASE_URL + url
    return {
        "code": code,
        "name": name,
        "url": url,
        "address": address,
        "is_here": is_here,
    }


@register.simple_tag(takes_context=True)
def other_language(context):
    """This page, as filtered now, in the language the visitor is not reading."""
    other = next(each for each in alternate_urls(context) if not each["is_here"])
    query = getattr(context.get("request"), "META", {}).get("QUERY_STRING", "")
    return {**other, "url": f"{other['url']}?{query}" if query else other["url"]}


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of this page: no filters, but its own list page."""
    request = context.get("request")
    if not request:
        return ""
    page = request.GET.get("page", "")
    is_deep = page.isascii() and page.isdigit() and len(page) < 6 and int(page) > 1
    return (
        settings.PUBLIC_BASE_URL + request.path + (f"?page={page}" if is_deep else "")
    )


@register.filter
def absolute(path):
    """The full address of a path on this portal."""
    return settings.PUBLIC_BASE_URL + str(path) if str(path).startswith("/") else path


@register.filter
def linked_data(data):
    """What a search engine reads about this page, unable to end its own element."""
    text = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text),  # noqa: S308
    )


@register.filter
def page_numbers(page):
    """Page numbers with gaps around the one shown."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def is_checkbox(bound_field):
    """Whether a field is one box to tick, whose label stands after it."""
    return getattr(bound_field.field.widget, "input_type", "") == "checkbox" and not (
        hasattr(bound_field.field, "choices")
    )


@register.filter
def is_group(bound_field):
    """Whether a field is several boxes under one question."""
    return bound_field.use_fieldset


@register.filter
def device_name(user_agent):
    """What a person would call the device: Chrome · Android."""
    words = str(user_agent or "")
    browser = next((name for sign, name in BROWSERS.items() if sign in words), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in words), "")
    known = [name for name in (browser, system) if name]
    return " · ".join(known) or gettext("Unknown device")


@register.filter
def labelled(bound_field):
    """The field without a placeholder: its label says what it is for."""
    return bound_field.as_widget(attrs={"placeholder": False})


@register.tag
def keep(parser, token):
    """
    Keep what stands between `{% keep "name" … %}` and `{% endkeep %}`.

    The name and what follows must say all that the piece is made of, but for the
    language; it may use nothing of the visitor.
    """
    return piece(parser, token, kept)


@register.tag
def keep_for_good(parser, token):
    """The same up to `{% endkeep_for_good %}`, of what nobody's writing changes."""
    return piece(parser, token, kept_for_good)


def piece(parser, token, keeper):
    tag, *words = token.split_contents()
    inside = parser.parse([f"end{tag}"])
    parser.delete_first_token()
    return Keep(inside, [parser.compile_filter(word) for word in words], keeper)


class Keep(template.Node):
    def __init__(self, nodelist, words, keeper):
        self.nodelist, self.words, self.keeper = nodelist, words, keeper

    def render(self, context):
        made_of = [word.resolve(context) for word in self.words]
        key = (*made_of, translation.get_language())
        return self.keeper(key, lambda: self.nodelist.render(context))
