from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from council.public_pages import public_page

from .year import YearPage


@login_not_required
@public_page("tahun", "unit", "kelompok", "page")
@require_safe
def program_list(request):
    context = {"year": YearPage(request.GET)}
    return render(request, "programs/program_list.html", context)
