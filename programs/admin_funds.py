from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.admin_scope import SharedBelowAdmin

from .models import EligibilityRule
from .models.funds import gaps_in_words, with_trades

PER_PAGE = 50


@admin.register(EligibilityRule)
class EligibilityRuleAdmin(SharedBelowAdmin):
    list_display = ["basis", "fund_source", "year", "eligible", "unit"]
    list_filter = ["fund_source", "year", "unit"]
    list_select_related = ["unit"]
    search_fields = ["basis"]
    ordering = ["unit__code", "fund_source", "pk"]
    autocomplete_fields = ["unit", "areas", "crafts"]
    fieldsets = [
        (
            _("Which money"),
            {
                "fields": ["unit", ("fund_source", "year"), "basis", "basis_url"],
                "description": _("As the law or the letter of the agency says."),
            },
        ),
        (
            _("Whom it may serve"),
            {
                "fields": [
                    "areas",
                    "crafts",
                    "family",
                    "is_nib_needed",
                    ("kbli_2020", "kbli_2025"),
                ],
                "description": _("What is left empty is not asked for."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_lists()

    def get_urls(self):
        people = path(
            "<int:pk>/layak/",
            self.admin_site.admin_view(self.people),
            name="programs_eligibilityrule_people",
        )
        return [people, *super().get_urls()]

    @admin.display(description=_("eligible artisans"))
    def eligible(self, rule):
        address = reverse("admin:programs_eligibilityrule_people", args=[rule.pk])
        return format_html('<a href="{}">{}</a>', address, _("eligible artisans"))

    def people(self, request, pk):
        """Who may be served, or who lacks what; within the units of the officer."""
        rule = get_object_or_404(self.get_queryset(request), pk=pk)
        sees_artisans = request.user.has_perm("artisans.view_artisan")
        if not (sees_artisans and self.has_view_permission(request)):
            raise PermissionDenied
        own = Artisan.objects.in_scope(request.user)
        own = own.filter(unit__code__startswith=rule.unit.code)
        is_lacking = request.GET.get("kurang") == "1"
        served = rule.eligible(own)
        rows = own.exclude(pk__in=served.values("pk")) if is_lacking else served
        rows = with_trades(rows).order_by("person__full_name", "pk")
        page = Paginator(rows, PER_PAGE)
        page = page.get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Who may be served"),
            "rule": rule,
            "is_lacking": is_lacking,
            "page": page,
            "people": [(each, gaps_in_words([rule], each)) for each in page],
        }
        return render(request, "admin/programs/eligible.html", context)
