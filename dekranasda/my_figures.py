"""How much interest a maker's pages found, for the maker alone."""

from django.shortcuts import render
from django.utils.dates import MONTHS_3
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from artisans.figures import MakerFigures

from .charts import Bar, bar_chart


@never_cache
@require_safe
def figures(request):
    found = MakerFigures(request.user)
    bars = [
        Bar(str(MONTHS_3[month.month]), number)
        for month, number in found.looks_by_month
    ]
    context = {
        "total": found.total,
        "lines": found.lines,
        "months": bar_chart(bars),
        "this_month": found.months[-1],
        "last_month": found.months[-2],
    }
    return render(request, "my/figures.html", context)
