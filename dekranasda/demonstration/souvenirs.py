"""
Small gifts of the invented makers of Tangerang Selatan, made in numbers.

An official who asks for 300 gifts at Rp75.000 finds some that one maker can make,
some that two must share, and some that do not fit.
"""

from dataclasses import dataclass

from artisans.models.status import Status

from .lines_of_craft import Thing


@dataclass(frozen=True)
class Souvenir:
    """A gift and what its maker says of an order of many."""

    thing: Thing
    capacity: int
    lead: int | None = None
    least: int | None = None
    up_to: int | None = None
    is_to_ask: bool = False

    @property
    def facts(self) -> dict:
        """The fields of the product that are not left to chance."""
        return {
            "price": None if self.is_to_ask else self.thing.price,
            "price_up_to": self.up_to,
            "price_unit": "buah",
            "is_gift": True,
            "capacity_per_month": self.capacity,
            "minimum_order": self.least,
            "is_made_to_order": self.lead is not None,
            "lead_time_days": self.lead,
            "status": Status.VERIFIED,
            "status_reason": "",
        }


# fmt: off
CARD = Thing("kartu", "bingkai", "Kartu ucapan gulung", "quilled card", 35_000, "A6")
BEADS = Thing("gelang", "gelang", "Gelang manik kaca", "glass bead bracelet", 45_000, "6–7 cm")
CUP = Thing("cangkir", "cangkir", "Cangkir kecil", "small cup", 60_000, "150 ml")
PURSE = Thing("dompet", "dompet", "Dompet koin", "coin purse", 42_000, "12 × 10 cm", "crochet")
BOX = Thing("kotak-tisu", "kotak", "Kotak tisu kecil", "small tissue box", 55_000, "16 × 12 cm")
BAMBOO = Thing("kotak-tisu", "kotak", "Kotak tisu", "tissue box", 62_000, "18 × 12 cm")
WALLET = Thing("dompet", "dompet", "Dompet kartu", "card wallet", 72_000, "10 × 8 cm")
POUCH = Thing("dompet", "dompet", "Pouch", "pouch", 58_000, "20 × 14 cm")
BAG = Thing("tas-jinjing", "tas", "Tas belanja lipat", "folding bag", 68_000, "36 × 40 cm")
PATCHED = Thing("tas", "tas", "Tas cenderamata perca", "patchwork gift bag", 60_000, "26 × 24 cm")
# fmt: on

# by the maker's address on the portal
SOUVENIRS = {
    "jejak-daun-ciputat": Souvenir(POUCH, 450, lead=10, least=50),
    "batik-situ-gintung": Souvenir(BAG, 600, lead=14, least=100),
    "kertas-gulung": Souvenir(CARD, 900, lead=7),
    "kaca-pamulang": Souvenir(BEADS, 320, lead=5, least=25),
    "celup-pelangi": Souvenir(BAG, 360, lead=12),
    "bambu-keranggan": Souvenir(BAMBOO, 180, lead=7, least=25),
    "anyam-sawah-baru": Souvenir(BOX, 220, lead=10, least=50),
    "rajut-pondok-ranji": Souvenir(PURSE, 120, lead=7),
    "rajut-serua-indah": Souvenir(PURSE, 240, lead=7, least=50),
    "tungku-serpong": Souvenir(CUP, 150, lead=21, least=24),
    "kulit-jelita": Souvenir(WALLET, 90, lead=14),
    "perca-rempoa": Souvenir(PATCHED, 400, lead=10, up_to=90_000),
    "eceng-situ-rompong": Souvenir(BOX, 400, lead=14, is_to_ask=True),
}  # fmt: skip
