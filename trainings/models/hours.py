"""The hours of a class as people read them."""

from datetime import time

from django.utils.formats import date_format
from django.utils.translation import gettext as _

# So many are named one by one; of more, the first and the last day.
MOST_NAMED = 3


def hours_in_words(hours, unit) -> str:
    """Each day with its hours, or where there are many, from when until when."""
    hours = sorted(hours)
    if len(hours) <= MOST_NAMED:
        return "; ".join(line_of(each, unit) for each in hours)
    (first, start, end), (last, _start, _end) = hours[0], hours[-1]
    days = {
        name: date_format(day, "j F Y")
        for name, day in [("first", first), ("last", last)]
    }
    if is_all_day(start, end):
        return _("%(first)s until %(last)s") % days
    clock = f"{start:%H.%M} {unit.zone_name}"
    return _("%(first)s until %(last)s, beginning at %(clock)s") % {
        **days,
        "clock": clock,
    }


def line_of(hours, unit) -> str:
    """One day: Kamis, 22 Februari 2024, 09.00–12.00 WIB."""
    day, start, end = hours
    line = date_format(day, "l, j F Y")
    if is_all_day(start, end):
        return line
    until = "" if end == time.max else f"–{end:%H.%M}"
    return f"{line}, {start:%H.%M}{until} {unit.zone_name}"


def is_all_day(start, end) -> bool:
    """Whether nobody said the hours."""
    return (start.hour, end.hour) == (0, 23)
