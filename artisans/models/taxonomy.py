from collections import Counter

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown, shown_field
from council.models import KeptCount, SavedWhole


class Facet(SavedWhole):
    """One word of the craft vocabulary, in Indonesian and, where known, English."""

    name = models.CharField(_("name"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return shown(self.name, self.name_en)


def kept_number(kind: str):
    """How many public pages of a kind show a craft, as it is kept beside its filter."""
    numbers = KeptCount.objects.numbers(kind, "kriya").filter(answer=OuterRef("slug"))
    return Coalesce(Subquery(numbers.values("number")[:1]), 0)


class CraftQuerySet(models.QuerySet):
    def with_numbers(self):
        """With how many products and makers the public finds of each craft."""
        return self.annotate(
            product_count=kept_number("produk"), maker_count=kept_number("perajin")
        )

    def most_shown(self):
        """Crafts with public products, those with most first."""
        crafts = self.with_numbers().filter(product_count__gt=0)
        return crafts.order_by("-product_count", "name")

    def beside(self, craft):
        """The other crafts of its family, those with most products first."""
        others = self.filter(family=craft.family).exclude(pk=craft.pk)
        return others.order_by("-product_count", "name")

    def families_with_counts(self) -> list[dict]:
        """Each family with its number of public products, the largest first."""
        counts = Counter()
        for family, number in self.with_numbers().values_list(
            "family", "product_count"
        ):
            counts[family] += number
        address = reverse("artisans:products")
        return [
            {
                "key": family,
                "label": Craft.Family(family).label,
                "count": number,
                "url": f"{address}?keluarga={family}",
            }
            for family, number in counts.most_common()
            if number
        ]


class Craft(Facet):
    """A craft technique, such as tenun songket; the first of the four facets."""

    class Family(models.TextChoices):
        BATIK = "batik", _("batik and dyed cloth")
        WEAVING = "tenun", _("weaving and songket")
        EMBROIDERY = "sulam", _("embroidery")
        KNITTING = "rajut", _("knitting and crochet")
        PLAITING = "anyam", _("plaiting")
        WOOD = "kayu", _("wood and carving")
        SHELL = "kerang", _("shell, bone and coconut")
        METAL = "logam", _("metal and jewellery")
        CLAY = "tanah", _("clay, glass and stone")
        LEATHER = "kulit", _("leather")
        FOOD = "pangan", _("food")
        OTHER = "lain", _("other crafts")

    family = models.CharField(_("family"), max_length=10, choices=Family)
    technique = models.CharField(_("how it is made"), max_length=150, blank=True)
    technique_en = english_field(_("how it is made, in English"), max_length=150)
    typical_motifs = models.CharField(_("typical motifs"), max_length=200, blank=True)
    typical_motifs_en = english_field(_("typical motifs, in English"), max_length=200)
    origin = models.CharField(_("where it comes from"), max_length=150, blank=True)
    origin_en = english_field(_("where it comes from, in English"), max_length=150)
    about = models.TextField(_("about"), blank=True)
    about_en = models.TextField(_("about, in English"), blank=True)
    kbli_2020 = models.CharField(_("KBLI 2020"), max_length=30, blank=True)
    kbli_2025 = models.CharField(_("KBLI 2025"), max_length=30, blank=True)

    objects = CraftQuerySet.as_manager()

    class Meta(Facet.Meta):
        verbose_name = _("craft")
        verbose_name_plural = _("crafts")

    def get_absolute_url(self):
        return reverse("artisans:craft", args=[self.slug])

    shown_about = shown_field("about")
    shown_technique = shown_field("technique")
    shown_typical_motifs = shown_field("typical_motifs")
    shown_origin = shown_field("origin")


class Material(Facet):
    """What a product is made of."""

    is_protected = models.BooleanField(
        _("protected wildlife"),
        default=False,
        db_default=False,
        help_text=_("Products made of it are refused and leave the showcase."),
    )

    is_animal = models.BooleanField(
        _("of an animal"),
        default=False,
        db_default=False,
        help_text=_("Worn goods of it need a halal certificate (PP 42/2024)."),
    )

    class Meta(Facet.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def protect(self) -> None:
        """Refuse it from now on: public products made of it leave the showcase."""
        with override(settings.LANGUAGE_CODE):
            reason = gettext("“%(material)s” is protected wildlife (UU 32/2024).")
        for product in self.products.published():
            product.send_back(reason % {"material": self.name})


class ProductKind(Facet):
    """What a product is: cloth, bag, bracelet."""

    class Meta(Facet.Meta):
        verbose_name = _("kind of product")
        verbose_name_plural = _("kinds of products")
