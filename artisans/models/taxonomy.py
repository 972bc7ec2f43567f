from collections import Counter

from django.db import models
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .numbers import number_of
from .status import Status


def shown(indonesian: str, english: str) -> str:
    """The English text to English readers where there is one, else Indonesian."""
    return english if english and get_language() == "en" else indonesian


class Facet(models.Model):
    """One word of the craft vocabulary, in Indonesian and, where known, English."""

    name = models.CharField(_("name"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return shown(self.name, self.name_en)


class CraftQuerySet(models.QuerySet):
    def with_numbers(self):
        """With how many products and makers the public finds of each craft."""
        return self.annotate(
            product_count=number_of(
                Craft,
                "products",
                status=Status.VERIFIED,
                business__status=Status.VERIFIED,
            ),
            maker_count=number_of(Craft, "businesses", status=Status.VERIFIED),
        )

    def beside(self, craft):
        """The other crafts of its family, those with most products first."""
        others = self.filter(family=craft.family).exclude(pk=craft.pk)
        return others.order_by("-product_count", "name")

    def families_with_counts(self) -> list[dict]:
        """Each family with its number of public products, the largest first."""
        shown = {"status": Status.VERIFIED, "business__status": Status.VERIFIED}
        products = self.model.products.rel.related_model.objects.filter(**shown)
        numbers = products.order_by().values_list("craft__family")
        counts = Counter(dict(numbers.annotate(number=Count("pk"))))
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
    typical_motifs = models.CharField(_("typical motifs"), max_length=200, blank=True)
    origin = models.CharField(_("where it comes from"), max_length=150, blank=True)
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

    @property
    def shown_about(self) -> str:
        return shown(self.about, self.about_en)


class Material(Facet):
    """What a product is made of."""

    class Meta(Facet.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")


class ProductKind(Facet):
    """What a product is: cloth, bag, bracelet."""

    class Meta(Facet.Meta):
        verbose_name = _("kind of product")
        verbose_name_plural = _("kinds of products")


class Motif(Facet):
    """A pattern with a name, such as pucuk rebung."""

    origin = models.CharField(_("where it comes from"), max_length=150, blank=True)

    class Meta(Facet.Meta):
        verbose_name = _("motif")
        verbose_name_plural = _("motifs")
