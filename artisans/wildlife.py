"""
Protected wildlife, which no catalogue may show.

Killing, keeping and trading it, or goods made of it, is forbidden (UU 5/1990 and
UU 32/2024; the species are listed in Permen LHK P.106/2018). Words alone cannot
decide: a batik with a turtle on it is welcome, so a word counts only where it
names what the product is made of. Staff look at the rest.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TURTLE, ELEPHANT = _("sea turtles"), _("elephants")
CORAL, CLAM = _("corals"), _("giant clams")
BIG_CAT, BEAR = _("tigers and leopards"), _("sun bears")
HORNBILL, PARADISE = _("hornbills"), _("birds of paradise")
RHINO, PANGOLIN = _("rhinoceroses"), _("pangolins")
SHELL = _("protected shells")

# Parts of an animal: whatever stands before them, they are what it is made of.
PARTS = {
    "sisik penyu": TURTLE,
    "kulit penyu": TURTLE,
    "karapas penyu": TURTLE,
    "tempurung penyu": TURTLE,
    "cangkang penyu": TURTLE,
    "penyu awetan": TURTLE,
    "awetan penyu": TURTLE,
    "turtle shell": TURTLE,
    "gading gajah": ELEPHANT,
    "gading asli": ELEPHANT,
    "dari gading": ELEPHANT,
    "ukiran gading": ELEPHANT,
    "ukir gading": ELEPHANT,
    "pipa gading": ELEPHANT,
    "elephant ivory": ELEPHANT,
    "carved ivory": ELEPHANT,
    "made of ivory": ELEPHANT,
    "akar bahar": CORAL,
    "karang hitam": CORAL,
    "karang laut": CORAL,
    "batu karang": CORAL,
    "black coral": CORAL,
    "kulit kima": CLAM,
    "cangkang kima": CLAM,
    "kerang kima": CLAM,
    "kerang nautilus": SHELL,
    "cangkang nautilus": SHELL,
    "kerang kepala kambing": SHELL,
    "terompet triton": SHELL,
    "kulit harimau": BIG_CAT,
    "taring harimau": BIG_CAT,
    "kuku harimau": BIG_CAT,
    "kulit macan tutul": BIG_CAT,
    "taring beruang": BEAR,
    "kuku beruang": BEAR,
    "paruh enggang": HORNBILL,
    "paruh rangkong": HORNBILL,
    "bulu enggang": HORNBILL,
    "bulu rangkong": HORNBILL,
    "bulu cenderawasih": PARADISE,
    "cula badak": RHINO,
    "sisik trenggiling": PANGOLIN,
}
# Whole animals: a picture or a figure of one is no harm.
ANIMALS = {"penyu": TURTLE, "kima": CLAM}

FIGURED = {"motif", "bermotif", "corak", "bercorak", "pola", "warna", "berwarna"}
DEPICTED = FIGURED | {
    "gambar", "bergambar", "bentuk", "berbentuk", "figur", "relief", "siluet",
    "miniatur", "patung", "boneka", "lukisan", "pelestarian", "konservasi",
}  # fmt: skip
IMITATED = {"imitasi", "tiruan", "sintetis", "sintetik", "bukan", "tanpa"}
LONGEST_FIRST = sorted(PARTS | ANIMALS, key=len, reverse=True)
NAMED = re.compile(rf"\b({'|'.join(LONGEST_FIRST)})\b")
NEAR = 3


def protected_in(text: str) -> tuple[str, str] | None:
    """The first words that name protected wildlife as a material, and what it is."""
    text = " ".join(re.findall(r"\w+", text.lower()))
    for found in NAMED.finditer(text):
        before = set(text[: found.start()].split()[-NEAR:])
        after = set(text[found.end() :].split()[:1])
        harmless = FIGURED if found[0] in PARTS else DEPICTED
        if not before & (harmless | IMITATED) and not after & IMITATED:
            return found[0], (PARTS | ANIMALS)[found[0]]
    return None


def refuse_protected_wildlife(text: str) -> None:
    """Raise ValidationError where a text offers something of protected wildlife."""
    if found := protected_in(text):
        raise ValidationError(
            _(
                "“%(words)s”: goods made of %(animals)s are protected wildlife and may "
                "not be offered (UU 5/1990, UU 32/2024, Permen LHK P.106/2018). If it "
                "is only a motif or an imitation, say so: “motif …”, “… imitasi”."
            ),
            code="protected_wildlife",
            params={"words": found[0], "animals": found[1]},
        )


def refuse_protected_materials(materials) -> None:
    """Raise ValidationError where one of the materials is protected wildlife."""
    if names := [str(each) for each in materials if each.is_protected]:
        raise ValidationError(
            _(
                "%(names)s: protected wildlife may not be offered (UU 5/1990, "
                "UU 32/2024, Permen LHK P.106/2018)."
            ),
            code="protected_wildlife",
            params={"names": ", ".join(names)},
        )
