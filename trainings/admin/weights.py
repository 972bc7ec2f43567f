from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ScopedAdmin
from trainings.models import QueueWeights
from trainings.models.weights import RULE_NAMES


@admin.register(QueueWeights)
class QueueWeightsAdmin(ScopedAdmin):
    """
    From their day on weights stay as they are: whoever registered relied on them.

    Only their English may still be written.
    """

    list_display = ["unit", "applies_on", "most"]
    list_select_related = ["unit"]
    fieldsets = [
        (
            None,
            {
                "fields": ["unit", "applies_on", "why", "why_en"],
                "description": _(
                    "Everybody reads them at /pelatihan/antrean-adil/. A class uses "
                    "those of the day its registration opens."
                ),
            },
        ),
        (_("Points"), {"fields": list(RULE_NAMES)}),
    ]

    def get_readonly_fields(self, request, obj=None):
        is_fixed = obj is not None and obj.is_in_force
        return ["unit", "applies_on", "why", *RULE_NAMES] if is_fixed else []

    def has_delete_permission(self, request, obj=None):
        is_open = obj is None or not obj.is_in_force
        return is_open and super().has_delete_permission(request, obj)

    def view_on_site(self, obj):
        return None

    @admin.display(description=_("at most"))
    def most(self, weights):
        return weights.most
