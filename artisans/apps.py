from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArtisansConfig(AppConfig):
    name = "artisans"
    verbose_name = _("Artisans and products")
    # What no public page reads; `council.data_version` watches the rest.
    unseen_models = frozenset(
        {
            "BusinessRevision",
            "CompetenceCertificate",
            "DailyCount",
            "Enquiry",
            "LabelReport",
            "ProductRevision",
            "RevisionPhoto",
        }
    )
