"""Invented technique labels: most of them valid, one withdrawn, one reported."""

from datetime import timedelta

from django.utils import timezone

from artisans.models import Craft, LabelReport, Product, TechniqueLabel

from .councils import CITIES, unit

Technique, Dye = TechniqueLabel.Technique, TechniqueLabel.Dye
BATIK, WEAVING = Craft.Family.BATIK, Craft.Family.WEAVING
FOUND = {
    BATIK: (
        (Technique.DRAWN, Dye.NATURAL, "Dilihat di bengkel; malam tembus dua sisi."),
        (Technique.STAMPED, Dye.SYNTHETIC, "Cap tembaga diperlihatkan perajin."),
        (Technique.COMBINED, "", "Isian motif dicanting setelah dicap."),
        (Technique.DRAWN, "", "Dilihat di bengkel, canting dan malam."),
    ),
    WEAVING: (
        (Technique.HANDLOOM, "", "Ditenun di ATBM bengkel sendiri."),
        (Technique.BACKSTRAP, Dye.NATURAL, "Gedogan; warna dari mengkudu dan tarum."),
        (Technique.HANDLOOM, Dye.SYNTHETIC, "Ditenun di ATBM bengkel sendiri."),
    ),
}
EACH = 7


def build():
    """Label some products of each city, once: a city with labels keeps its own."""
    for code in CITIES:
        council = unit(code)
        if TechniqueLabel.objects.filter(unit=council).exists():
            continue
        for place, product in enumerate(checked_in(code)):
            give(council, product, place)
    withdraw_and_report()


def checked_in(code):
    """A few public products of batik and weaving, spread over the makers."""
    products = Product.objects.published().in_city(code).filter(is_example=True)
    products = products.filter(craft__family__in=FOUND).select_related("craft")
    return products.order_by("slug")[: 2 * EACH : 2]


def give(council, product, place):
    found = FOUND[product.craft.family]
    technique, dye, findings = found[place % len(found)]
    TechniqueLabel.objects.create(
        product=product,
        unit=council,
        technique=technique,
        dye=dye,
        findings=findings,
        checked_on=timezone.localdate() - timedelta(days=20 + 13 * place),
    )


def withdraw_and_report():
    """One label that ended, and one that somebody wonders about."""
    labels = TechniqueLabel.objects.filter(product__is_example=True)
    if LabelReport.objects.exists() or labels.count() < 2:
        return
    wondered, ended = labels.order_by("pk")[:2]
    ended.withdraw(
        by=None, reason="Perajin beralih ke kain cetak; label ini tidak cocok lagi."
    )
    LabelReport.objects.create(
        label=wondered,
        seen_where="Kios contoh di pasar",
        what="Label ini tergantung pada kain cetak yang dijual sebagai batik tulis.",
        form_number="contoh",
    )
