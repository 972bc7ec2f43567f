"""Invented weights, numbers and certificates of the invented products."""

from datetime import timedelta

from django.utils import timezone

from artisans.models import Craft

LIGHT, MIDDLING, HEAVY = 60, 350, 1_800
GRAMS = {
    "kain": 600, "kain-panjang": 450, "selendang": 220, "kemeja": 320, "sarung": 480,
    "tas": 550, "tas-jinjing": 400, "dompet": 160, "busana": 380, "taplak": 300,
    "kalung": LIGHT, "gelang": 45, "anting": 20, "bros": 25, "kartu": 40,
    "peci": 110, "kerudung": 130, "syal": 180, "rendang-kemasan": 300,
    "lampu": 1_400, "bingkai-cermin": 2_600, "relief": 6_500, "vas": HEAVY,
    "pot": 2_200, "kendi": 1_500, "talam": 1_250, "penutup-tempat-tidur": 2_100,
}  # fmt: skip
# Families whose goods hold animal parts, for which halal certificates are asked.
OF_ANIMALS = {Craft.Family.LEATHER, Craft.Family.FOOD}
ECATALOGUE = "https://katalog.inaproc.id/"


def facts_of(family, thing, number, place) -> dict:
    """What one product says beyond its price; some run out soon, a few have."""
    turn = number * 4 + place
    capacity = (None, 40, 120, 15, 300, 60)[turn % 6]
    is_gift = bool(capacity and capacity >= 40 and thing.price <= 700_000)
    return {
        "weight_grams": GRAMS.get(thing.kind, MIDDLING),
        "capacity_per_month": capacity,
        "minimum_order": (None, None, 10, None, 25)[turn % 5] if is_gift else None,
        "is_gift": is_gift,
        **government(turn),
        **halal(family, turn),
    }


def government(turn) -> dict:
    if turn % 7 != 3:
        return {}
    return {
        "ecatalog_url": ECATALOGUE,
        "ecatalog_until_on": in_days(20 if turn % 5 == 0 else 300 + turn),
        "tkdn_percent": 62 + turn % 30,
        "tkdn_until_on": in_days(45 if turn % 3 == 0 else 900 + turn),
    }


def halal(family, turn) -> dict:
    if family not in OF_ANIMALS or turn % 4 == 1:
        return {}
    ends = {0: in_days(30), 2: in_days(-12)}.get(turn % 8)
    return {"halal_number": f"CONTOH-{turn:06d}", "halal_until_on": ends}


def in_days(days):
    return timezone.localdate() + timedelta(days=days)
