"""One picture from a few words: what it looks like, its motif, colour and scene."""

from dataclasses import dataclass
from random import Random

from PIL import Image

from . import (
    bags,
    batik,
    cloths,
    household,
    jewellery,
    scenes,
    solids,
    stitches,
    vessels,
    weaving,
)
from .dyes import (
    BARK,
    CLAY,
    GOLD,
    INDIGO,
    IVORY,
    LEAF,
    LILAC,
    MADDER,
    MANGOSTEEN,
    MOSS,
    NIGHT,
    PEARL,
    REGALIA,
    ROSE,
    SAND,
    SEA,
    SILVER,
    SKY,
    SOGA,
    TURMERIC,
    WORN_TOGETHER,
    lighter,
    mix,
)

YARNS = [
    (IVORY, MADDER, INDIGO, TURMERIC),
    (SEA, IVORY, TURMERIC, ROSE),
    (MANGOSTEEN, ROSE, TURMERIC, IVORY),
    (MOSS, IVORY, SOGA, TURMERIC),
    (INDIGO, SKY, IVORY, MADDER),
    (ROSE, IVORY, MANGOSTEEN, SEA),
    (TURMERIC, SOGA, IVORY, MADDER),
    (SAND, SOGA, MADDER, BARK),
]
# ground, flower, heart, leaf
SILKS = [
    (IVORY, MADDER, "#f3c7c0", LEAF),
    (NIGHT, ROSE, TURMERIC, MOSS),
    (MADDER, IVORY, TURMERIC, MOSS),
    (SEA, IVORY, ROSE, LEAF),
    (MANGOSTEEN, LILAC, IVORY, MOSS),
    ("#efd9d4", MANGOSTEEN, ROSE, LEAF),
    (LEAF, TURMERIC, MADDER, MOSS),
    ("#1d1715", TURMERIC, MADDER, MOSS),
]
STRAWS = ["#d9b97a", "#c79f5c", "#b98a4c", "#e0c891", "#a97f48"]
CLAYS = [CLAY, "#a4532f", "#8a4a2f", "#c98a5a", "#6f4a3a"]
GLAZES = [(SEA, IVORY), (INDIGO, IVORY), (MOSS, SAND), ("#2b2522", CLAY), (IVORY, SKY)]
SHELLS = [
    ["#e8d3c0", "#d9a79a", "#efe6dd", "#c9b8a8"],
    ["#efe6dd", "#cfe0dc", "#d8c6d8", "#e8d9c4"],
    ["#d9a79a", "#b5633f", "#efd9c6", "#c98a7a"],
    ["#f1ebe2", "#d9c9b4", "#bfae98", "#efe6da"],
]
HIDES = ["#6b3a1e", "#8f5a30", "#3d2417", "#a8703c", "#7a211d"]
TIMBERS = ["#7a4a26", "#5a2f1c", "#96622f", "#8a5a3a", "#b48a5a"]


@dataclass(frozen=True)
class Recipe:
    """What to draw; equal recipes give equal pictures."""

    seed: str
    look: str
    scene: str
    motif: str = ""
    colour: int = 0

    def draw(self) -> Image.Image:
        seed = Random(self.seed)  # noqa: S311 (a drawing, not a secret)
        make, tone = LOOKS[self.look](seed, self.motif, self.colour)
        return SCENES[self.scene](seed, make, tone, self.colour)


def pick(choices, colour):
    return choices[colour % len(choices)]


def dyed_cloth(seed, motif, colour):
    worn = pick(WORN_TOGETHER, colour)
    tile = batik.BATIK[motif](seed, *worn)
    return (lambda size: batik.dyed(tile, size, seed)), worn[0]


def metal_cloth(seed, motif, colour):
    worn = pick(REGALIA, colour)
    return (lambda size: weaving.songket(seed, motif, size, *worn)), worn[0]


def banded_cloth(seed, motif, colour):
    worn = pick(REGALIA, colour)
    return (lambda size: weaving.tapis(seed, size, *worn)), worn[0]


def of_four(function, **how):
    """A cloth made of four colours that are worn together."""

    def look(seed, motif, colour):
        worn = pick(WORN_TOGETHER, colour)
        return (lambda size: function(seed, size, *worn, **how)), worn[0]

    return look


def silk(seed, motif, colour):
    worn = pick(SILKS, colour)
    is_full = motif == "penuh"
    return (lambda size: stitches.embroidery(seed, size, *worn, is_full=is_full)), worn[
        0
    ]


def gold_thread(seed, motif, colour):
    worn = pick(REGALIA, colour)
    return (lambda size: stitches.gold_work(seed, size, *worn)), worn[0]


def open_work(seed, motif, colour):
    ground = pick(["#f0e6da", "#e6d6cf", "#d6dde0", "#eadfb8", "#d9c9d6"], colour)
    thread = lighter(ground, 0.7)
    return (lambda size: stitches.eyelets(seed, size, ground, thread)), ground


def yarn(worked, chart):
    def look(seed, motif, colour):
        worn = pick(YARNS, colour)
        drawn = chart(seed, worn)
        return (lambda size: worked(drawn, size)), worn[0]

    return look


def straw(function):
    def look(seed, motif, colour):
        ground = pick(STRAWS, colour)
        accent = pick([SOGA, MADDER, ground, INDIGO, BARK, LEAF], colour)
        return (lambda size: function(size, ground, accent)), ground

    return look


def coiled(seed, motif, colour):
    ground, accent = pick(STRAWS, colour), pick([BARK, MADDER, INDIGO, SOGA], colour)
    leaves = seed.choice((5, 6, 8, 10))
    return (
        lambda size: solids.coil(max(size), ground, accent, petals_on=leaves).crop(
            (0, 0, *size)
        )
    ), ground


def cut_wood(seed, motif, colour):
    tone = pick(TIMBERS, colour)
    gilt = GOLD if motif == "wajik" and colour % 2 else None
    return (
        lambda size: solids.carved(size, tone, seed, motif or "relung", gilt=gilt)
    ), tone


def one_tone(function, tones):
    def look(seed, motif, colour):
        tone = pick(tones, colour)
        return (lambda size: function(size, tone)), tone

    return look


def fired(seed, motif, colour):
    tone = pick(CLAYS, colour)
    line = pick([IVORY, BARK, "#efd9c6"], colour)
    return (
        lambda size: solids.incised(solids.clay(size, tone, seed), seed, line)
    ), tone


def glazed(seed, motif, colour):
    tone, second = pick(GLAZES, colour)
    return (lambda size: solids.glaze(size, tone, second, seed)), tone


def shell_mosaic(seed, motif, colour):
    tones = pick(SHELLS, colour)
    return (lambda size: solids.mosaic(size, tones, seed)), tones[0]


def mother_of_pearl(seed, motif, colour):
    return (lambda size: solids.nacre(size, PEARL, seed)), PEARL


def pieces(seed, motif, colour):
    worn = [*pick(WORN_TOGETHER, colour), pick([MADDER, TURMERIC, SEA], colour)]
    return (lambda size: solids.patchwork(seed, size, worn)), worn[0]


def rolled_paper(seed, motif, colour):
    tones = pick(YARNS, colour)[1:]
    return (lambda size: solids.quilled(seed, size, tones, IVORY)), IVORY


def knots(seed, motif, colour):
    tone = pick([IVORY, SAND, "#c9b28a", ROSE, MOSS], colour)
    behind = mix(tone, "#4a3a33", 0.5)
    return (lambda size: stitches.knotted(seed, size, tone, behind)), tone


def figured(seed, worn):
    return stitches.figures(seed, worn)


LOOKS = {
    "batik": dyed_cloth,
    "songket": metal_cloth,
    "tapis": banded_cloth,
    "ikat": of_four(weaving.ikat),
    "lurik": of_four(weaving.stripes),
    "kotak": of_four(weaving.stripes, is_checked=True),
    "ulos": of_four(weaving.ulos),
    "bordir": silk,
    "benang emas": gold_thread,
    "kerancang": open_work,
    "rajut": yarn(stitches.knitted, figured),
    "crochet": yarn(stitches.crocheted, lambda seed, w: stitches.bands(seed, w)),
    "granny": yarn(stitches.crocheted, lambda seed, w: stitches.squares(seed, w)),
    "polos": yarn(stitches.crocheted, lambda seed, w: stitches.plain(w[0])),
    "manik": yarn(stitches.beaded, figured),
    "makrame": knots,
    "anyam": straw(solids.twill),
    "keranjang": straw(solids.basket),
    "mata itik": straw(solids.hexagons),
    "lilit": coiled,
    "ukir": cut_wood,
    "kayu": one_tone(lambda size, tone: solids.wood(size, tone, None), TIMBERS),
    "gerabah": fired,
    "keramik": glazed,
    "kulit": one_tone(solids.leather, HIDES),
    "kuningan": one_tone(solids.metal, ["#b8863a", "#a8643a", "#c7a04a"]),
    "perak": one_tone(solids.metal, [SILVER]),
    "kerang": shell_mosaic,
    "nacre": mother_of_pearl,
    "perca": pieces,
    "kertas": rolled_paper,
}


def plain_scene(function, **how):
    return lambda seed, make, tone, colour: function(seed, make, tone, **how)


def shaped(profile, **how):
    return plain_scene(vessels.vessel, profile=profile, **how)


def one_of(*functions):
    return lambda seed, make, tone, colour: seed.choice(functions)(seed, make, tone)


SCENES = {
    "kain": one_of(cloths.hung, cloths.folded, cloths.stacked),
    "lipat": plain_scene(cloths.folded),
    "selendang": lambda seed, make, tone, colour: cloths.hung(
        seed, make, tone, fringe=True
    ),
    "gantung": plain_scene(cloths.hung),
    "kemeja": plain_scene(cloths.worn),
    "kebaya": plain_scene(cloths.worn, shape=cloths.LONG),
    "rompi": plain_scene(cloths.worn, shape=cloths.VEST, has_buttons=False),
    "bantal": plain_scene(cloths.cushion),
    "bingkai": plain_scene(cloths.framed),
    "taplak": plain_scene(cloths.runner),
    "tas": plain_scene(bags.tote),
    "tas kulit": plain_scene(bags.handbag),
    "dompet": plain_scene(bags.clutch),
    "tas bundar": plain_scene(bags.round_bag),
    "vas": shaped("vase"),
    "tempayan": shaped("jar"),
    "kendi": shaped("bottle"),
    "mangkuk": shaped("bowl"),
    "cangkir": shaped("cup"),
    "pot": shaped("pot"),
    "keranjang": shaped("basket", has_handle=True),
    "lampu": plain_scene(vessels.lamp),
    "nampan": plain_scene(vessels.tray),
    "lilitan": plain_scene(vessels.tray, has_rim=False),
    "cermin": plain_scene(household.mirror),
    "kotak": plain_scene(household.chest),
    "sandal": plain_scene(household.sandals),
    "peci": plain_scene(household.hat),
    "panel": plain_scene(household.board),
    "tirai": plain_scene(household.garland),
    "boneka": lambda seed, make, tone, colour: household.doll(
        seed, make, tone, pick(YARNS, colour)[1]
    ),
    "kalung": lambda seed, make, tone, colour: jewellery.necklace(
        seed,
        [*pick(SHELLS, colour)[:3], pick([SEA, MADDER, INDIGO, GOLD], colour)],
        pendant=lambda *place: jewellery.shell(*place, pick(SHELLS, colour)[1]),
    ),
    "kalung manik": lambda seed, make, tone, colour: jewellery.necklace(
        seed, list(pick(YARNS, colour))
    ),
    "gelang": lambda seed, make, tone, colour: jewellery.bracelets(
        seed, list(pick(YARNS, colour))
    ),
    "gelang kerang": lambda seed, make, tone, colour: jewellery.bracelets(
        seed, pick(SHELLS, colour)
    ),
    "anting": lambda seed, make, tone, colour: jewellery.shells_on_sand(
        seed, pick(SHELLS, colour)
    ),
    "cermin kerang": lambda seed, make, tone, colour: jewellery.shell_wreath(
        seed, pick(SHELLS, colour)
    ),
    "filigri": lambda seed, make, tone, colour: jewellery.filigree(
        seed, SILVER, stone=pick([MADDER, SILVER, INDIGO, LEAF], colour)
    ),
    "mangkuk kayu": lambda seed, make, tone, colour: vessels.bowls(
        seed, tone, pick(TIMBERS, colour + 2)
    ),
    "kemasan": lambda seed, make, tone, colour: household.pouch(seed, tone, LEAF, make),
    "bengkel": scenes.samples,
    "spanduk": scenes.banner,
    "umbul": scenes.pennants,
    "bidang": lambda seed, make, tone, colour: make((800, 800)),
}
