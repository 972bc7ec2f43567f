"""Bags, vessels, jewellery and other things in their surroundings."""

import math

from PIL import Image, ImageDraw, ImageFilter

from .cloths import HEIGHT, WIDTH, backdrop, smooth, surface
from .dyes import DARK_WALLS, IVORY, WALLS, WOODS, darker, lighter, mix, rgb
from .forms import ball, disc, mouth, outline, puffed, rounded, turned
from .light import (
    DARK,
    SIZE,
    blurred,
    cast_shadow,
    field,
    grain,
    linen,
    lit,
    paint,
    put,
    radial,
    room,
    set_down,
    shaded,
    table,
    wall,
)
from .solids import leather, wood
from .tiles import oval


def standing(seed, tone, *, horizon=0.74):
    walls = DARK_WALLS if seed.random() < 0.25 else WALLS
    return room(seed, seed.choice(walls), seed.choice(WOODS), horizon=horizon)


def handle(canvas, points, colour, thick=20):
    """A strap or cane along points, round in the light."""
    large = Image.new("L", SIZE, 0)
    ImageDraw.Draw(large).line(points, fill=255, width=thick, joint="curve")
    cast_shadow(canvas, large, offset=(12, 16), radius=10, strength=0.45)
    for width, tone in (
        (thick, darker(colour, 0.35)),
        (thick * 0.72, colour),
        (thick * 0.26, lighter(colour, 0.35)),
    ):
        line = Image.new("L", SIZE, 0)
        ImageDraw.Draw(line).line(
            [
                (x - (thick - width) * 0.15, y - (thick - width) * 0.15)
                for x, y in points
            ],
            fill=255,
            width=max(2, round(width)),
            joint="curve",
        )
        paint(canvas, tone, line.filter(ImageFilter.BoxBlur(0.8)))


def arch(x, y, wide, tall, *, points=40):
    return [
        (
            x + math.cos(math.pi + math.pi * s / points) * wide,
            y + math.sin(math.pi + math.pi * s / points) * tall,
        )
        for s in range(points + 1)
    ]


def body_light(left, right):
    """Light on something that swells towards the viewer."""

    def level(x, y):
        share = (x * WIDTH - left) / (right - left) * 2 - 1
        return 150 - 62 * abs(share + 0.25) ** 1.7 - 26 * y

    return field(SIZE, level, cells=(40, 12))


def tote(seed, make, tone, *, strap=None):
    canvas = (
        backdrop(seed, tone)
        if seed.random() < 0.4
        else standing(seed, tone, horizon=0.8)
    )
    strap = strap or seed.choice(("#6b3a1e", "#3d2417", "#c79f5c"))
    top, bottom = 430, 950
    handle(canvas, arch(WIDTH / 2 + 14, top + 10, 150, 290), darker(strap, 0.25), 20)
    shape = smooth(
        [(190, top), (WIDTH - 190, top), (WIDTH - 140, bottom), (140, bottom)], rounds=3
    )
    shape = [(x, max(y, top)) for x, y in shape]
    cloth = lit(make(SIZE), body_light(140, WIDTH - 140), soft=False)
    mask = outline(SIZE, shape)
    put(canvas, cloth, mask, offset=(24, 22), radius=24, strength=0.55)
    paint(
        canvas,
        darker(tone, 0.35),
        rounded(SIZE, (236, top + 2, WIDTH - 236, top + 16), 6),
    )
    handle(canvas, arch(WIDTH / 2, top + 60, 150, 300), strap, 22)
    for side in (-1, 1):
        x = WIDTH / 2 + side * 150
        paint(canvas, strap, rounded(SIZE, (x - 17, top + 44, x + 17, top + 120), 8))
    return canvas


def handbag(seed, make, tone):
    """A small bag with a leather flap."""
    canvas = standing(seed, tone, horizon=0.78)
    hide = seed.choice(("#6b3a1e", "#3d2417", "#8f5a30", "#2a1d18", "#7a211d"))
    handle(canvas, arch(WIDTH / 2, 480, 190, 310), hide, 24)
    shape = smooth(
        [(150, 470), (WIDTH - 150, 470), (WIDTH - 110, 930), (110, 930)], rounds=3
    )
    cloth = lit(make(SIZE), body_light(110, WIDTH - 110), soft=False)
    put(canvas, cloth, outline(SIZE, shape), offset=(24, 20), radius=24, strength=0.6)
    flap = smooth(
        [
            (140, 455),
            (WIDTH - 140, 455),
            (WIDTH - 150, 610),
            (WIDTH / 2, 715),
            (150, 610),
        ],
        rounds=3,
    )
    skin = lit(leather(SIZE, hide), body_light(110, WIDTH - 110))
    put(canvas, skin, outline(SIZE, flap), offset=(6, 12), radius=10, strength=0.5)
    stitched(canvas, flap, WIDTH / 2, 580, hide)
    gold = rounded(SIZE, (WIDTH / 2 - 24, 662, WIDTH / 2 + 24, 712), 10)
    put(canvas, Image.new("RGB", SIZE, rgb("#c9973a")), gold, offset=(3, 5), radius=4)
    return canvas


def stitched(canvas, points, x, y, tone):
    pen = ImageDraw.Draw(canvas)
    for one, other in zip(points[::1], [*points[1:], points[0]], strict=False):
        place = [(x + (px - x) * 0.95, y + (py - y) * 0.9) for px, py in (one, other)]
        pen.line(place, fill=rgb(mix(tone, IVORY, 0.55)), width=3)


def clutch(seed, make, tone):
    """A purse lying on a table."""
    canvas = surface(seed, tone)
    cloth = lit(
        make(SIZE),
        field(SIZE, lambda x, y: 152 - 30 * x - 24 * y, cells=(8, 8)),
        soft=False,
    )
    box = (105, 350, WIDTH - 105, 800)
    put(canvas, cloth, rounded(SIZE, box, 34), offset=(22, 30), radius=24, strength=0.6)
    flap = smooth(
        [
            (105, 350),
            (WIDTH - 105, 350),
            (WIDTH - 105, 520),
            (WIDTH / 2, 640),
            (105, 520),
        ],
        rounds=2,
    )
    top = shaded(
        make(SIZE).transpose(Image.Transpose.FLIP_TOP_BOTTOM), Image.new("L", SIZE, 232)
    )
    put(canvas, top, outline(SIZE, flap), offset=(4, 14), radius=12, strength=0.5)
    picture, mask = ball(24, "#c9973a")
    cast_shadow(
        canvas,
        disc(SIZE, (WIDTH / 2 - 24, 570, WIDTH / 2 + 24, 618)),
        offset=(5, 7),
        radius=5,
    )
    canvas.paste(picture, (round(WIDTH / 2 - 24), 570), mask)
    loop = [
        (WIDTH - 120 + 60 * math.sin(s / 9), 400 + s * 9 + 20 * math.cos(s / 7))
        for s in range(56)
    ]
    handle(canvas, loop, darker(tone, 0.2), 11)
    return canvas


def round_bag(seed, make, tone):
    """A round rattan bag, a beloved souvenir."""
    canvas = backdrop(seed, tone)
    hide = seed.choice(("#6b3a1e", "#3d2417"))
    strap = [
        (WIDTH / 2 - 265 + s * 13.25, 520 - math.sin(math.pi * s / 40) * 500)
        for s in range(41)
    ]
    handle(canvas, strap, hide, 18)
    side = 600
    box = (WIDTH / 2 - side / 2, 400, WIDTH / 2 + side / 2, 400 + side)
    texture = make((side, side)).resize((side, side))
    layer = Image.new("RGB", SIZE, rgb(darker(tone, 0.4)))
    layer.paste(texture, (round(box[0]), round(box[1])))
    light = radial(SIZE, (0.38, 0.5), inner=158, outer=84, reach=0.5)
    put(
        canvas,
        lit(layer, light, soft=False),
        disc(SIZE, box),
        offset=(26, 30),
        radius=26,
        strength=0.6,
    )
    ring = disc(SIZE, box)
    inner = disc(SIZE, (box[0] + 16, box[1] + 16, box[2] - 16, box[3] - 16))
    ring.paste(0, mask=inner)
    paint(canvas, darker(tone, 0.3), ring)
    paint(canvas, hide, rounded(SIZE, (WIDTH / 2 - 40, 380, WIDTH / 2 + 40, 500), 16))
    picture, mask = ball(17, "#c9973a")
    canvas.paste(picture, (WIDTH // 2 - 17, 455), mask)
    return canvas


HALF = [level // 2 for level in range(256)]
PROFILES = {
    "vase": [(210, 92), (270, 74), (380, 150), (560, 262), (740, 236), (880, 150), (930, 138)],
    "jar": [(300, 168), (340, 158), (450, 252), (640, 290), (800, 240), (930, 166)],
    "bottle": [(170, 54), (330, 50), (440, 88), (600, 226), (780, 244), (900, 190), (930, 176)],
    "bowl": [(520, 330), (620, 322), (760, 262), (880, 150), (915, 140), (930, 146)],
    "cup": [(420, 206), (600, 204), (800, 186), (900, 150), (930, 146)],
    "basket": [(430, 292), (600, 300), (800, 262), (930, 236)],
    "drum": [(330, 238), (500, 244), (720, 244), (930, 238)],
    "pot": [(400, 270), (450, 262), (700, 226), (930, 176)],
}  # fmt: skip


def vessel(seed, make, tone, profile="vase", *, is_open=True, has_handle=False):
    canvas = standing(seed, tone)
    points = PROFILES[profile]
    foot_y, foot = points[-1]
    ground = disc(
        SIZE,
        (WIDTH / 2 - foot * 1.15, foot_y - 34, WIDTH / 2 + foot * 1.5, foot_y + 44),
    )
    cast_shadow(canvas, ground, offset=(26, 6), radius=18, strength=0.75)
    if has_handle:
        handle(
            canvas,
            arch(WIDTH / 2 + 6, points[0][0] - 10, points[0][1] - 12, 270),
            darker(tone, 0.35),
            24,
        )
    thing, mask = turned(make(SIZE), points, SIZE)
    if is_open:
        mouth(thing, points, tone)
    put(canvas, thing, mask, offset=(30, 14), radius=30, strength=0.4, contact=False)
    if has_handle:
        handle(
            canvas, arch(WIDTH / 2, points[0][0] + 16, points[0][1] - 4, 300), tone, 26
        )
    if profile in {"vase", "bottle"} and is_open:
        twigs(canvas, seed, points[0][0])
    return canvas


def twigs(canvas, seed, top):
    """Dry grass in a vase."""
    pen = ImageDraw.Draw(canvas)
    tone = seed.choice(("#b08a4e", "#8a7a4a", "#a8643a"))
    for _ in range(7):
        lean, long = seed.uniform(-0.5, 0.5), seed.uniform(150, 300)
        x, y = WIDTH / 2 + seed.uniform(-24, 24), top + 8
        for step in range(12):
            nx, ny = x + lean * long / 12 * (1 + step / 12), y - long / 12
            if ny < 12:
                break
            pen.line((x, y, nx, ny), fill=rgb(darker(tone, 0.2)), width=4)
            if step > 5:
                for side in (-1, 1):
                    pen.polygon(
                        oval(
                            nx + side * 9,
                            ny - 4,
                            13,
                            5,
                            -math.pi / 2 + side * 0.6,
                            points=10,
                        ),
                        fill=rgb(lighter(tone, 0.1 * (step % 3))),
                    )
            x, y = nx, ny


def lamp(seed, make, tone):
    """A lamp of woven strips, lit from within."""
    canvas = shaded(
        wall(seed, "#5a4636"), radial(SIZE, (0.5, 0.45), inner=255, outer=70, reach=0.8)
    )
    glow = radial(SIZE, (0.5, 0.42), inner=215, outer=128, reach=0.62)
    canvas = lit(canvas, glow, soft=False)
    pen = ImageDraw.Draw(canvas)
    pen.line((WIDTH / 2, 0, WIDTH / 2, 240), fill=rgb("#231a15"), width=7)
    points = [(230, 70), (290, 180), (470, 268), (640, 240), (760, 130)]
    texture = make(SIZE)
    bright = Image.composite(
        texture,
        Image.new("RGB", SIZE, rgb("#ffdf9a")),
        texture.convert("L").point(lambda level: 255 if level > 92 else 60),
    )
    thing, mask = turned(bright, points, SIZE, light=0.0)
    thing = lit(
        thing, radial(SIZE, (0.5, 0.45), inner=210, outer=110, reach=0.34), soft=False
    )
    halo = blurred(mask, 70).point(lambda level: level // 3)
    paint(canvas, "#ffcf7a", halo)
    canvas.paste(thing, mask=mask)
    return canvas


def tray(seed, make, tone, *, has_rim=True):
    """Something round from above."""
    canvas = surface(seed, tone)
    side = 720
    box = (
        WIDTH / 2 - side / 2,
        HEIGHT / 2 - side / 2,
        WIDTH / 2 + side / 2,
        HEIGHT / 2 + side / 2,
    )
    layer = Image.new("RGB", SIZE, rgb(tone))
    layer.paste(make((side, side)), (round(box[0]), round(box[1])))
    light = radial(SIZE, (0.36, 0.36), inner=160, outer=96, reach=0.7)
    put(
        canvas,
        lit(layer, light, soft=False),
        disc(SIZE, box),
        offset=(24, 32),
        radius=26,
        strength=0.6,
    )
    if has_rim:
        for inset, wide, tones in (
            (0, 26, lighter(tone, 0.18)),
            (26, 6, darker(tone, 0.45)),
        ):
            ring = disc(
                SIZE, (box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset)
            )
            ring.paste(
                0,
                mask=disc(
                    SIZE,
                    (
                        box[0] + inset + wide,
                        box[1] + inset + wide,
                        box[2] - inset - wide,
                        box[3] - inset - wide,
                    ),
                ),
            )
            paint(canvas, tones, ring)
    return canvas


def mirror(seed, make, tone):
    """A mirror in a worked frame."""
    canvas = wall(seed, seed.choice((*WALLS, *DARK_WALLS[:2])))
    outer, inner = (
        (110, 130, WIDTH - 110, HEIGHT - 130),
        (250, 290, WIDTH - 250, HEIGHT - 290),
    )
    is_round = seed.random() < 0.5
    cut = (
        (lambda box: disc(SIZE, box))
        if is_round
        else (lambda box: rounded(SIZE, box, 40))
    )
    light = field(SIZE, lambda x, y: 160 - 34 * x - 34 * y, cells=(6, 6))
    put(
        canvas,
        lit(make(SIZE), light),
        cut(outer),
        offset=(26, 32),
        radius=26,
        strength=0.6,
    )
    hole = cut(inner)
    cast_shadow(canvas, hole, offset=(0, 0), radius=10, strength=0.6)
    glass = (
        Image.linear_gradient("L")
        .rotate(25, resample=Image.Resampling.BILINEAR, expand=False)
        .resize(SIZE)
    )
    sky = Image.composite(
        Image.new("RGB", SIZE, rgb("#e9eef0")),
        Image.new("RGB", SIZE, rgb("#93a3a8")),
        glass,
    )
    pen = ImageDraw.Draw(sky)
    for x in (420, 520):
        pen.polygon(
            [(x, 0), (x + 50, 0), (x - 350, HEIGHT), (x - 400, HEIGHT)],
            fill=rgb("#f4f7f7"),
        )
    canvas.paste(sky.filter(ImageFilter.GaussianBlur(5)), mask=hole)
    return canvas


def chest(seed, make, tone):
    """A box with a lid, seen from a corner."""
    canvas = standing(seed, tone, horizon=0.66)
    texture = make((700, 700))
    front = [(120, 560), (560, 620), (560, 940), (120, 860)]
    side = [(560, 620), (780, 530), (780, 830), (560, 940)]
    top = [(120, 560), (350, 480), (780, 530), (560, 620)]
    ground = outline(SIZE, [(120, 860), (560, 945), (850, 850), (780, 800)])
    cast_shadow(canvas, ground, offset=(16, 14), radius=18, strength=0.7)
    for quad, level in ((front, 150), (side, 92), (top, 178)):
        piece = slanted(texture, quad)
        canvas.paste(
            lit(piece, Image.new("L", SIZE, level), soft=False),
            mask=outline(SIZE, quad),
        )
    pen = ImageDraw.Draw(canvas)
    for one, other in ((front[0], front[1]), (side[0], side[1])):
        pen.line(
            [(one[0], one[1] + 66), (other[0], other[1] + 66)],
            fill=rgb(darker(tone, 0.6)),
            width=5,
        )
    for one, other in ((front[0], front[1]), (front[1], front[2]), (side[0], side[1])):
        pen.line([one, other], fill=rgb(lighter(tone, 0.35)), width=3)
    return canvas


def slanted(texture, quad):
    """The texture seen at a slant, in the four corners given."""
    width, height = texture.size
    flat = [(0, 0), (width, 0), (width, height), (0, height)]
    rows = []
    for (x, y), (u, v) in zip(quad, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return texture.transform(
        SIZE, Image.Transform.PERSPECTIVE, solved(rows), Image.Resampling.BILINEAR
    )


def solved(rows):
    """The unknowns of eight equations (Gauss)."""
    count = len(rows)
    for column in range(count):
        pivot = max(range(column, count), key=lambda row, c=column: abs(rows[row][c]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(count):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [
                    a - factor * b for a, b in zip(rows[row], rows[column], strict=True)
                ]
    return [rows[number][-1] / rows[number][number] for number in range(count)]


def string_of(seed, canvas, points, tones, sizes):
    """Beads along a line, largest in the middle."""
    count = len(points)
    for number, (x, y) in enumerate(points):
        middle = 1 - abs(number / (count - 1) * 2 - 1)
        radius = round(sizes[0] + (sizes[1] - sizes[0]) * middle)
        picture, mask = ball(radius, rgb(tones[number % len(tones)]))
        shade = Image.new("L", (radius * 4, radius * 4), 0)
        shade.paste(mask, (radius, radius))
        shade = shade.filter(ImageFilter.BoxBlur(radius * 0.35)).point(HALF)
        canvas.paste(
            rgb("#1a100a"),
            (round(x - radius * 2 + 6), round(y - radius * 2 + 9)),
            shade,
        )
        canvas.paste(picture, (round(x - radius), round(y - radius)), mask)


def necklace(seed, tones, *, pendant=None):
    canvas = linen(seed, seed.choice((*WALLS, "#3b3550", "#2f3f4a", "#4a3a33")))
    canvas = shaded(canvas, radial(SIZE, (0.4, 0.35), inner=255, outer=150, reach=0.9))
    for keep, sizes in ((1.0, (12, 30)), (0.74, (9, 20))):
        points, step = [], 0.0
        while step < 1:
            angle = math.pi * (-0.12 + 1.24 * step)
            points.append(
                (
                    WIDTH / 2 - math.cos(angle) * 300 * keep,
                    250 + math.sin(angle) * 520 * keep,
                )
            )
            step += (
                (sizes[0] + (sizes[1] - sizes[0]) * (1 - abs(step * 2 - 1)))
                * 2.02
                / (1230 * keep)
            )
        string_of(seed, canvas, points, tones, sizes)
    if pendant:
        pendant(canvas, WIDTH / 2, 850, 96)
    return canvas


def bracelets(seed, tones):
    canvas = surface(seed, tones[0])
    for number, (x, y, reach) in enumerate(
        ((330, 400, 205), (560, 640, 215), (300, 800, 170))
    ):
        radius = 22 - number * 3
        count = round(math.tau * reach / (radius * 2.02))
        points = [
            (
                x + math.cos(math.tau * s / count) * reach,
                y + math.sin(math.tau * s / count) * reach * 0.86,
            )
            for s in range(count)
        ]
        order = tones[number:] + tones[:number]
        string_of(seed, canvas, points, order, (radius, radius))
    return canvas


def shell(canvas, x, y, reach, tone, turn=math.pi / 2):
    """One scallop, ribbed."""
    k = 2
    side = round(reach * 2.6)
    picture = Image.new("RGB", (side * k, side * k), rgb(tone))
    mask = Image.new("L", picture.size, 0)
    pen, cut = ImageDraw.Draw(picture), ImageDraw.Draw(mask)
    base_x, base_y = (
        side * k / 2 - math.cos(turn) * reach * k * 0.8,
        side * k / 2 - math.sin(turn) * reach * k * 0.8,
    )
    fan = [(base_x, base_y)]
    for step in range(49):
        angle = turn - 0.95 + 1.9 * step / 48
        far = reach * k * 1.75 * (1 + 0.035 * abs(math.sin(step * math.pi / 4)))
        fan.append((base_x + math.cos(angle) * far, base_y + math.sin(angle) * far))
    cut.polygon(fan, fill=255)
    for share in range(10, 0, -1):
        ring = [
            (base_x + (px - base_x) * share / 10, base_y + (py - base_y) * share / 10)
            for px, py in fan
        ]
        shade = (
            lighter(tone, 0.3)
            if share % 3 == 1
            else mix(tone, lighter(tone, 0.5), share / 14)
        )
        pen.polygon(ring, fill=rgb(shade))
    for step in range(0, 49, 4):
        end = fan[step + 1]
        pen.line((base_x, base_y, *end), fill=rgb(darker(tone, 0.28)), width=4)
        pen.line(
            (base_x + 5, base_y, end[0] + 7, end[1]),
            fill=rgb(lighter(tone, 0.6)),
            width=4,
        )
    picture, mask = picture.reduce(k), mask.reduce(k)
    place = (round(x - side / 2), round(y - side / 2))
    canvas.paste(DARK, (place[0] + 6, place[1] + 9), blurred(mask, 5).point(HALF))
    canvas.paste(picture, place, mask)


def shell_wreath(seed, tones):
    """A mirror framed with shells."""
    canvas = wall(seed, seed.choice((*WALLS, "#2f4f57", "#37403f")))
    x, y = WIDTH / 2, HEIGHT / 2
    ring = disc(SIZE, (x - 260, y - 260, x + 260, y + 260))
    cast_shadow(canvas, ring, offset=(24, 30), radius=30, strength=0.6)
    paint(canvas, "#b9a284", disc(SIZE, (x - 330, y - 330, x + 330, y + 330)))
    for reach, count, size in ((300, 17, 56), (245, 22, 36)):
        for number in range(count):
            angle = math.tau * number / count + reach
            tone = mix(seed.choice(tones), "#ffffff", seed.uniform(0, 0.25))
            shell(
                canvas,
                x + math.cos(angle) * reach,
                y + math.sin(angle) * reach,
                size,
                tone,
                angle,
            )
    glass = disc(SIZE, (x - 190, y - 190, x + 190, y + 190))
    sky = lit(
        Image.new("RGB", SIZE, rgb("#c3cfd2")),
        field(
            SIZE,
            lambda u, v: 190 - 110 * v + 40 * math.sin(8 * (u - v)),
            cells=(20, 20),
        ),
    )
    canvas.paste(sky, mask=glass)
    points = [
        (x + math.cos(math.tau * s / 62) * 202, y + math.sin(math.tau * s / 62) * 202)
        for s in range(62)
    ]
    string_of(seed, canvas, points, ["#efe6da", "#d9c9b4"], (10, 10))
    return canvas


def shells_on_sand(seed, tones):
    """Earrings and pendants of shell."""
    canvas = linen(seed, seed.choice(("#37403f", "#2f3f4a", "#c7b198", "#3b3550")))
    for side in (-1, 1):
        x = WIDTH / 2 + side * 190
        pen = ImageDraw.Draw(canvas)
        pen.arc((x - 26, 190, x + 26, 260), 150, 20, fill=rgb("#d8ac4c"), width=7)
        string_of(seed, canvas, [(x, 278), (x, 322)], [tones[0], "#d8ac4c"], (17, 17))
        shell(canvas, x, 455, 92, tones[1 % len(tones)], math.pi / 2)
        for number in (-1, 0, 1):
            drop = [
                (x + number * 62, 590 + s * 34 - abs(number) * 22)
                for s in range(3 + (number == 0) * 2)
            ]
            string_of(seed, canvas, drop, [tones[2 % len(tones)], "#efe6da"], (13, 13))
        shell(canvas, x, 800, 50, tones[0], math.pi / 2)
    return canvas


def filigree(seed, metal, *, stone=None):
    """Brooch and earrings of twisted silver wire."""
    canvas = linen(seed, seed.choice(("#2a2440", "#1d2b33", "#3a1d22", "#26211f")))
    for x, y, reach, count in (
        (WIDTH / 2, 470, 250, 8),
        (270, 880, 105, 6),
        (WIDTH - 270, 880, 105, 6),
    ):
        wire_flower(canvas, seed, x, y, reach, count, metal)
        string_of(
            seed,
            canvas,
            [(x, y), (x, y)],
            [stone or metal],
            (reach * 0.15, reach * 0.15),
        )
        points = [
            (
                x + math.cos(math.tau * s / (count * 4)) * reach * 0.24,
                y + math.sin(math.tau * s / (count * 4)) * reach * 0.24,
            )
            for s in range(count * 4)
        ]
        string_of(
            seed, canvas, points, [lighter(metal, 0.2)], (reach * 0.022, reach * 0.022)
        )
    return canvas


def wire_flower(canvas, seed, x, y, reach, count, metal):
    layer = Image.new("L", (SIZE[0] * 2, SIZE[1] * 2), 0)
    pen = ImageDraw.Draw(layer)
    for number in range(count):
        turn = math.tau * number / count
        for keep in (1, 0.82, 0.62, 0.4):
            cx, cy = (
                x + math.cos(turn) * reach * 0.62,
                y + math.sin(turn) * reach * 0.62,
            )
            shape = oval(
                cx,
                cy,
                reach * 0.4 * keep,
                reach * 0.23 * keep,
                turn,
                sharp=1.15,
                points=40,
            )
            pen.line(
                [(a * 2, b * 2) for a, b in [*shape, shape[0]]],
                fill=255,
                width=max(5, round(reach / 22)),
            )
        for side in (-1, 1):
            cx, cy = (
                x + math.cos(turn + 0.39) * reach * 0.92,
                y + math.sin(turn + 0.39) * reach * 0.92,
            )
            curl_ = [
                (
                    cx + math.cos(s / 5 * side + turn) * reach * 0.13 * (1 - s / 40),
                    cy + math.sin(s / 5 * side + turn) * reach * 0.13 * (1 - s / 40),
                )
                for s in range(36)
            ]
            pen.line(
                [(a * 2, b * 2) for a, b in curl_],
                fill=255,
                width=max(4, round(reach / 30)),
            )
    mask = layer.reduce(2)
    cast_shadow(canvas, mask, offset=(7, 10), radius=6, strength=0.7)
    paint(canvas, darker(metal, 0.3), mask)
    shine = mask.filter(ImageFilter.MinFilter(3))
    canvas.paste(rgb(lighter(metal, 0.55)), (-1, -1), shine)


def bowls(seed, tone, accent):
    """Wooden bowls and spoons from above."""
    canvas = linen(seed, seed.choice(WALLS))
    grain_ = wood(SIZE, tone, seed, upright=True)
    for x, y, reach in ((350, 420, 250), (600, 760, 180)):
        for keep, level in ((1, 138), (0.9, 96), (0.86, 74), (0.6, 118)):
            mask = disc(
                SIZE,
                (
                    x - reach * keep,
                    y - reach * keep,
                    x + reach * keep,
                    y + reach * keep,
                ),
            )
            if keep == 1:
                cast_shadow(canvas, mask, offset=(24, 32), radius=24, strength=0.55)
            light = field(
                SIZE,
                lambda u, v, level=level, keep=keep, x=x, y=y: (
                    level
                    + (30 if keep < 0.95 else -30)
                    * ((u * WIDTH - x) + (v * HEIGHT - y))
                    / reach
                ),
                cells=(20, 24),
            )
            canvas.paste(lit(grain_, light, soft=False), mask=mask)
    for x, lean in ((170, -0.1), (255, 0.06)):
        shape = oval(x, 720, 62, 44, math.pi / 2 + lean)
        grip = [
            (x - 10, 760),
            (x + 10, 760),
            (x + 14 + lean * 300, 1010),
            (x - 14 + lean * 300, 1010),
        ]
        mask = outline(SIZE, shape)
        mask.paste(255, mask=outline(SIZE, grip))
        spoon = lit(
            wood(SIZE, accent, seed, upright=True),
            Image.new("L", SIZE, 140),
            soft=False,
        )
        put(canvas, spoon, mask, offset=(12, 16), radius=12)
        hollow = outline(SIZE, oval(x, 716, 46, 31, math.pi / 2 + lean), soft=2)
        paint(canvas, darker(accent, 0.3), hollow.point(lambda level: level // 2))
    return canvas


def board(seed, make, tone):
    """A carved panel on the wall."""
    canvas = wall(seed, seed.choice(WALLS))
    box = (120, 150, WIDTH - 120, HEIGHT - 150)
    put(
        canvas,
        make(SIZE),
        rounded(SIZE, box, 12),
        offset=(24, 30),
        radius=26,
        strength=0.6,
    )
    pen = ImageDraw.Draw(canvas)
    for inset, change in ((0, 0.3), (26, -0.4), (32, 0.2)):
        tone_ = lighter(tone, change) if change > 0 else darker(tone, -change)
        pen.rounded_rectangle(
            [box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset],
            10,
            outline=rgb(tone_),
            width=6,
        )
    return canvas


def doll(seed, make, tone, second):
    """A crocheted bear."""
    canvas = standing(seed, tone, horizon=0.78)
    texture = make(SIZE)
    ground = disc(SIZE, (220, 900, 720, 1010))
    cast_shadow(canvas, ground, offset=(16, 8), radius=20, strength=0.7)
    parts = [
        (250, 300, 90), (WIDTH - 250, 300, 90), (225, 690, 88), (WIDTH - 225, 690, 88),
        (WIDTH / 2, 760, 230), (290, 930, 104), (WIDTH - 290, 930, 104), (WIDTH / 2, 430, 215),
    ]  # fmt: skip
    for x, y, reach in parts:
        box = (x - reach, y - reach, x + reach, y + reach * 0.94)
        part = puffed(texture, box, roundness=2.05)
        set_down(canvas, *part, offset=(8, 12), radius=12)
    scarf = lit(Image.new("RGB", SIZE, rgb(second)), texture.convert("L"))
    muzzle = puffed(scarf, (350, 440, 530, 570), roundness=2.05)
    set_down(canvas, *muzzle, offset=(2, 4), radius=6, strength=0.3)
    string_of(seed, canvas, [(365, 400), (515, 400), (440, 480)], ["#1d1715"], (18, 20))
    put(
        canvas,
        scarf,
        rounded(SIZE, (270, 590, WIDTH - 270, 650), 30),
        offset=(4, 8),
        radius=8,
    )
    put(canvas, scarf, rounded(SIZE, (500, 610, 570, 800), 20), offset=(4, 8), radius=8)
    return canvas


def sandals(seed, make, tone):
    """A pair of sandals from above."""
    canvas = table(seed, seed.choice(WOODS))
    sole = seed.choice(("#c79f5c", "#8f6238", "#3d2417"))
    for x, side in ((270, -1), (610, 1)):
        shape = smooth(
            [
                (x - 110 - side * 6, 330),
                (x - 40 * side, 220),
                (x + 95 + side * 10, 300),
                (x + 105, 520),
                (x + 70, 700),
                (x + 86, 900),
                (x, 960),
                (x - 86, 900),
                (x - 76, 700),
                (x - 116, 520),
            ],
            rounds=3,
        )
        put(
            canvas,
            leather(SIZE, sole),
            outline(SIZE, shape),
            offset=(18, 24),
            radius=16,
            strength=0.6,
        )
        strap = smooth(
            [
                (x - 130, 430),
                (x - 20, 360),
                (x + 125, 420),
                (x + 130, 590),
                (x, 540),
                (x - 132, 600),
            ],
            rounds=2,
        )
        light = field(
            SIZE,
            lambda u, v, x=x: 170 - 90 * abs(u * WIDTH - x + 40) / 150,
            cells=(60, 6),
        )
        put(
            canvas,
            lit(make(SIZE), light, soft=False),
            outline(SIZE, strap),
            offset=(10, 18),
            radius=12,
            strength=0.6,
        )
    return canvas


def pouch(seed, tone, accent, motif):
    """Packed food with a label of patterned paper."""
    canvas = standing(seed, tone, horizon=0.72)
    for x, y, wide, tall in ((560, 880, 300, 560), (340, 960, 340, 640)):
        shape = smooth(
            [
                (x - wide / 2, y - tall),
                (x + wide / 2, y - tall),
                (x + wide / 2 + 14, y),
                (x - wide / 2 - 14, y),
            ],
            cut_off=0.06,
        )
        mask = outline(SIZE, shape)
        paper = lit(
            Image.new("RGB", SIZE, rgb("#b98a56" if x > 400 else "#2b211b")),
            grain(SIZE, cell=3, contrast=30),
        )
        light = field(
            SIZE,
            lambda u, v, x=x, w=wide: (
                160 - 100 * abs((u * WIDTH - x + w * 0.2) / w) ** 1.4
            ),
            cells=(60, 6),
        )
        put(
            canvas,
            lit(paper, light, soft=False),
            mask,
            offset=(24, 16),
            radius=22,
            strength=0.6,
        )
        label = rounded(
            SIZE,
            (x - wide / 2 + 24, y - tall * 0.66, x + wide / 2 - 24, y - tall * 0.2),
            12,
        )
        canvas.paste(lit(motif(SIZE), light), mask=label)
        seal = disc(SIZE, (x - 70, y - tall * 0.52, x + 70, y - tall * 0.52 + 140))
        paint(canvas, IVORY, seal)
        pen = ImageDraw.Draw(canvas)
        for number in range(5):
            turn = -math.pi / 2 + (number - 2) * 0.5
            cx, cy = x + math.cos(turn) * 30, y - tall * 0.52 + 80 + math.sin(turn) * 30
            pen.polygon(oval(cx, cy, 28, 10, turn, sharp=1.3), fill=rgb(accent))
    return canvas


def hat(seed, make, tone):
    """A peci on a wooden stand."""
    canvas = standing(seed, tone, horizon=0.78)
    stem, mask = turned(
        wood(SIZE, "#8f6238", seed, upright=True),
        [(600, 40), (860, 36), (900, 150), (930, 170)],
        SIZE,
    )
    put(canvas, stem, mask, offset=(24, 12), radius=18)
    points = [(300, 246), (420, 252), (640, 262)]
    thing, mask = turned(make(SIZE), points, SIZE)
    top = disc(SIZE, (WIDTH / 2 - 246, 260, WIDTH / 2 + 246, 340))
    put(canvas, thing, mask, offset=(26, 20), radius=24, strength=0.5)
    canvas.paste(shaded(make(SIZE), Image.new("L", SIZE, 220)), mask=top)
    return canvas


def garland(seed, make, tone):
    """A wall hanging of knots on a branch."""
    canvas = wall(seed, seed.choice((*WALLS, *DARK_WALLS)))
    texture = make(SIZE)
    shape = [
        (170, 170),
        (WIDTH - 170, 170),
        (WIDTH - 170, 560),
        (WIDTH / 2, 880),
        (170, 560),
    ]
    handle(
        canvas, [(90, 176), (300, 160), (560, 172), (WIDTH - 90, 158)], "#8f6238", 30
    )
    put(canvas, texture, outline(SIZE, shape), offset=(20, 26), radius=20, strength=0.5)
    pen = ImageDraw.Draw(canvas)
    for x in range(176, WIDTH - 168, 9):
        start = 560 + 320 * (1 - abs(x - WIDTH / 2) / (WIDTH / 2 - 170))
        end = start + 120 + seed.uniform(-8, 8)
        pen.line(
            (x, start - 6, x + seed.uniform(-3, 3), end),
            fill=rgb(darker(tone, 0.12 + 0.2 * (x % 2))),
            width=4,
        )
    return canvas
