from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Facet(models.Model):
    """One word of the craft vocabulary, in Indonesian and, where known, English."""

    name = models.CharField(_("name"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        if self.name_en and get_language() == "en":
            return self.name_en
        return self.name


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

    class Meta(Facet.Meta):
        verbose_name = _("craft")
        verbose_name_plural = _("crafts")

    def get_absolute_url(self):
        return reverse("artisans:craft", args=[self.slug])


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
