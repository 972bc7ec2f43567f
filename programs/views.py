from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from .year import YearPage


@login_not_required
def program_list(request):
    context = {"year": YearPage(request.GET)}
    return render(request, "programs/program_list.html", context)
