"""Points and gains as people write them."""

from django import template

from council.templatetags.portal import plain_number

register = template.Library()

UNKNOWN = "–"


@register.filter
def points(number):
    """Points with at most one decimal: 82,5."""
    return UNKNOWN if number is None else plain_number(round(float(number), 1))


@register.filter
def gain(number):
    """Points won or lost, with their sign: +24."""
    if number is None:
        return UNKNOWN
    sign = "+" if number > 0 else "−" if number < 0 else "±"
    return sign + plain_number(round(abs(float(number)), 1))


@register.filter
def share(part):
    """A part of one as a share of a hundred: 48%."""
    return "" if part is None else f"{round(part * 100)}%"
