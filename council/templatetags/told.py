"""
Content in the reader's language, marked where only the Indonesian words exist.

Loaded everywhere as a builtin of the template engine.
"""

from django import template
from django.template.defaultfilters import linebreaks, linebreaksbr
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language, gettext

from council.languages import shown

register = template.Library()


@register.simple_tag
def told(text, form="", words=0):
    """
    A text as it is, or in Indonesian with a mark that eyes and screen readers notice.

    Forms: `prose` (paragraphs), `list` (one item a line), `lines`, `quote` (in
    quotation marks), `name` (a short mark, for cards and titles).
    """
    # A word of the vocabulary says by itself what the reader gets.
    text = text if isinstance(text, str) else str(text)
    is_foreign = getattr(text, "is_only_indonesian", False)
    said = in_form(Truncator(text).words(words) if words else text, form)
    if not is_foreign:
        return said
    if form in {"prose", "list"}:
        return format_html('<div lang="id">{}</div><p>{}</p>', said, mark())
    return format_html(
        '<span lang="id">{}</span> {}', said, mark(is_short=form == "name")
    )


def in_form(text, form):
    if form == "prose":
        return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308
    if form == "list":
        lines = ((line,) for line in text.splitlines() if line.strip())
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", lines))
    if form == "lines":
        return mark_safe(linebreaksbr(text, autoescape=True))  # noqa: S308
    return format_html("“{}”", text) if form == "quote" else conditional_escape(text)


def mark(*, is_short=False):
    said = gettext("Indonesian only")
    if not is_short:
        return format_html('<span class="only-id">{}</span>', said)
    return format_html(
        '<span class="only-id" title="{0}"><span aria-hidden="true">ID</span>'
        '<span class="visually-hidden">({0})</span></span>',
        said,
    )


@register.simple_tag
def only_indonesian():
    """The mark alone, beside what readers of English get in Indonesian."""
    return mark() if get_language() == "en" else ""


@register.filter
def capital(text):
    """A text with a capital at its beginning, marked as before."""
    text = text if isinstance(text, str) else str(text)
    return type(text)(capfirst(text))


@register.filter
def indonesian(text):
    """A text that exists in Indonesian alone."""
    return shown(str(text or ""))
