"""The colours of natural dyes, and the ways they are worn together."""

from PIL import ImageColor

INDIGO = "#26356b"
NIGHT = "#161c3a"
SKY = "#7d9cc4"
MADDER = "#9c2f2a"
ROSE = "#c9706a"
SOGA = "#6b3a1e"
BARK = "#3d2417"
TURMERIC = "#d79a2b"
GOLD = "#d8ac4c"
IVORY = "#f4e8d0"
SAND = "#d9c3a0"
LEAF = "#3f6b4a"
MOSS = "#7f8a4d"
SEA = "#2f7f86"
MANGOSTEEN = "#5b2348"
LILAC = "#a487a8"
CLAY = "#b5633f"
EBONY = "#1d1715"
SILVER = "#c9ccd1"
PEARL = "#eee6dd"

# ground, motif, second motif, line
WORN_TOGETHER = [
    (INDIGO, IVORY, SKY, IVORY),
    (SOGA, IVORY, TURMERIC, IVORY),
    (EBONY, SAND, SOGA, IVORY),
    (MADDER, IVORY, TURMERIC, IVORY),
    (IVORY, INDIGO, SKY, NIGHT),
    (IVORY, SOGA, TURMERIC, BARK),
    (MANGOSTEEN, ROSE, GOLD, IVORY),
    (LEAF, IVORY, MOSS, IVORY),
    (SEA, IVORY, SAND, IVORY),
    (NIGHT, TURMERIC, MADDER, IVORY),
    (CLAY, IVORY, BARK, IVORY),
    (SAND, MADDER, SOGA, BARK),
]
# ground, metal thread, accent: what songket and gold embroidery are made of
REGALIA = [
    (MADDER, GOLD, IVORY),
    (EBONY, GOLD, MADDER),
    (MANGOSTEEN, GOLD, ROSE),
    (INDIGO, GOLD, SKY),
    (LEAF, GOLD, IVORY),
    ("#7a1530", GOLD, IVORY),
    (SEA, SILVER, IVORY),
    (NIGHT, SILVER, LILAC),
]
WALLS = ["#e9dcc6", "#dcc9ad", "#d8c6b8", "#c9cbb6", "#cfd3d0", "#e5cdb4", "#c7b198"]
DARK_WALLS = ["#4a3a33", "#37403f", "#3b3550", "#5a3a2e", "#2f3f4a"]
WOODS = ["#b48a5a", "#8f6238", "#6f4526", "#a5713f", "#c9a678"]


def rgb(colour) -> tuple[int, int, int]:
    return ImageColor.getrgb(colour) if isinstance(colour, str) else tuple(colour)


def mix(one, other, share: float) -> tuple[int, int, int]:
    """The first colour with a share of the other in it."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def lighter(colour, share=0.25):
    return mix(colour, "#ffffff", share)


def darker(colour, share=0.25):
    return mix(colour, "#120a06", share)


def brightness(colour) -> float:
    red, green, blue = rgb(colour)
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
