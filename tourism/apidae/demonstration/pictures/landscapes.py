"""Scenes of the country: ridges, lakes, lavender, snow."""

from collections.abc import Callable
from math import cos, exp, pi, sin

from tourism.apidae.demonstration.pictures.canvas import (
    DAWN,
    DAY,
    DUSK,
    GOLDEN,
    HEIGHT,
    LAVENDER,
    NIGHT,
    OLIVE,
    PAPER,
    SLATE,
    SNOW,
    TEAL,
    TERRACOTTA,
    WIDTH,
    WINTER,
    YELLOW,
    Canvas,
    Source,
    mix,
    profile,
)

_ROCK = (214, 196, 164)


def hills(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=5, top=330, bottom=590)
    ground = mix(OLIVE, light[3], 0.25)
    line = canvas.ridge(700, 60, ground, source, rough=0.4)
    for x, y in line[::3]:
        if source.random() < 0.6:
            canvas.tree(
                x + source.uniform(-20, 20),
                y + source.uniform(10, 60),
                source.uniform(50, 95),
                mix(ground, SLATE, source.uniform(0.2, 0.5)),
                cypress=source.random() < 0.25,
            )


def village(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DAWN, DUSK))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=330, bottom=560)
    x = source.uniform(430, 770)
    slope = mix(OLIVE, light[3], 0.35)
    canvas.polygon(
        [(x - 560, HEIGHT), (x - 330, 690), (x - 120, 600), (x + 120, 600), (x + 330, 690), (x + 560, HEIGHT)], slope
    )
    canvas.village(x, 660, source, light, count=22, size=1.25)
    front = canvas.ridge(745, 40, mix(slope, SLATE, 0.35), source, rough=0.4)
    for px, py in front[::5]:
        canvas.tree(px, py + 20, source.uniform(50, 90), mix(slope, SLATE, 0.55), cypress=source.random() < 0.4)


def cliffs(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DAWN))
    canvas.sky(light, source)
    canvas.ridge(400, 90, mix(light[2], _ROCK, 0.4), source)
    for side in (0, 1):
        rock = mix(_ROCK, light[3], 0.18 + 0.1 * side)
        inner, outer = (440, -10) if side == 0 else (760, WIDTH + 10)
        toward = 1 if side else -1
        steps = [
            (inner + toward * (k * 46 + source.uniform(-14, 14)), 210 - k * 12 + source.uniform(-34, 34))
            for k in range(10)
        ]
        canvas.polygon(
            [(inner, 640), (inner + toward * -18, 380), *steps, (outer, 120), (outer, HEIGHT), (inner, HEIGHT)], rock
        )
        for _ in range(26):
            x = inner + toward * source.uniform(14, 420)
            y = source.uniform(250, 560)
            canvas.line(
                [(x, y), (x + source.uniform(-12, 12), y + source.uniform(40, 130))],
                mix(rock, SLATE, source.uniform(0.08, 0.3)),
                source.uniform(1.5, 4),
            )
    canvas.line([(424, 250), (600, 292), (776, 250)], mix(SLATE, PAPER, 0.35), 2)
    star = [
        (600 + r * c, 296 + r * s)
        for r, c, s in (
            (24, 0, -1),
            (7, 0.7, -0.7),
            (24, 1, 0),
            (7, 0.7, 0.7),
            (24, 0, 1),
            (7, -0.7, 0.7),
            (24, -1, 0),
            (7, -0.7, -0.7),
        )
    ]
    canvas.glow(600, 296, 90, YELLOW, 0.7)
    canvas.polygon(star, YELLOW)
    slope = mix(OLIVE, light[3], 0.3)
    canvas.polygon([(330, HEIGHT), (470, 600), (600, 540), (730, 600), (880, HEIGHT)], slope)
    canvas.house(570, 545, 74, 58, PAPER, TERRACOTTA)
    canvas.tower(642, 545, 24, 92, PAPER, TERRACOTTA)
    canvas.village(600, 720, source, light, count=20, size=1.1)
    canvas.ridge(770, 26, mix(slope, SLATE, 0.4), source, rough=0.4)


def gorge(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, DAWN, GOLDEN))
    canvas.sky(light, source)
    canvas.ridge(330, 60, mix(light[2], _ROCK, 0.5), source)
    turquoise = (40, 158, 154)
    canvas.water(500, HEIGHT, mix(turquoise, SNOW, 0.3), mix(turquoise, SLATE, 0.12), source)
    bend = source.uniform(-60, 60)
    banks = {
        toward: [
            (600 + bend * (4 - depth) / 4 + toward * (34 + 112 * depth**1.15), 512.0 + depth * 84) for depth in range(5)
        ]
        for toward in (-1, 1)
    }
    for depth in range(4):
        share = depth / 3
        rock = mix(mix(_ROCK, light[2], 0.45), mix(_ROCK, SLATE, 0.42), share)
        for toward, bank in banks.items():
            (x, y), top, edge = bank[depth], 316.0 - 66 * depth, 600.0 + toward * 640
            wall: list[tuple[float, float]] = [(x, y)]
            while y > top:
                y -= source.uniform(36, 80)
                x += toward * source.uniform(-4, 30)
                wall.append((x, y))
            canvas.polygon([*wall, (edge, top - 30), (edge, HEIGHT + 5), *reversed(bank[depth + 1 :])], rock)
            for _ in range(12):
                lx, ly = bank[depth][0] + toward * source.uniform(60, 230), source.uniform(top + 50, 460 + depth * 60)
                canvas.line(
                    [(lx, ly), (lx + toward * source.uniform(20, 80), ly + source.uniform(-6, 6))],
                    mix(rock, source.choice((SLATE, SLATE, PAPER)), 0.15),
                    source.uniform(2, 4),
                )
            for _ in range(3 + depth):
                tx = bank[depth][0] + toward * source.uniform(30, 150)
                canvas.tree(
                    tx, bank[depth][1] + source.uniform(0, 50), 24 + 22 * depth, mix(OLIVE, SLATE, 0.3 + 0.1 * share)
                )


def lake(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=310, bottom=470)
    blue = mix(TEAL, (60, 150, 190), source.random())
    canvas.water(500, HEIGHT, mix(light[1], blue, 0.55), mix(blue, SLATE, 0.15), source)
    if source.random() < 0.7:
        x, y = source.uniform(300, 900), source.uniform(580, 660)
        canvas.polygon([(x - 46, y), (x + 46, y), (x + 30, y + 14), (x - 30, y + 14)], TERRACOTTA)
        canvas.polygon([(x, y - 6), (x, y - 104), (x + 54, y - 6)], SNOW)
        canvas.polygon([(x - 5, y - 6), (x - 5, y - 84), (x - 38, y - 6)], mix(SNOW, YELLOW, 0.4))
    shore = canvas.ridge(800, 50, mix(OLIVE, SLATE, 0.3), source, rough=0.45)
    for x, y in shore[::6]:
        canvas.tree(x, y + 24, source.uniform(70, 130), mix(OLIVE, SLATE, 0.45))


def mountain_lake(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, WINTER, DAWN))
    canvas.sky(light, source)
    peaks = canvas.ridge(330, 200, mix(light[2], SLATE, 0.25), source, rough=0.58)
    canvas.snow(peaks, 260, mix(SNOW, light[2], 0.15), source)
    canvas.ridges(light, source, count=3, top=410, bottom=500)
    canvas.water(540, HEIGHT, mix(light[0], TEAL, 0.4), mix(TEAL, SLATE, 0.35), source)
    for edge in (0, 1):
        for _ in range(13):
            x = source.uniform(-30, 330) if edge == 0 else source.uniform(870, 1230)
            base = 600 + abs(x - 600) * 0.22 + source.uniform(-20, 20)
            canvas.conifer(x, base, source.uniform(90, 210), mix((52, 84, 72), SLATE, source.uniform(0.1, 0.5)))


def lavender(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DUSK, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=3, top=360, bottom=440)
    horizon = 475
    soil = mix((196, 160, 118), light[3], 0.12)
    canvas.wash(mix(soil, light[1], 0.3), soil, horizon, HEIGHT)
    vanishing = source.uniform(380, 820)
    for row in range(-22, 23):
        near = vanishing + row * 150
        flower = mix(LAVENDER, (96, 76, 150), source.random() * 0.7)
        flower = mix(flower, light[1], 0.1)
        canvas.polygon(
            [
                (vanishing + row * 9 - 2.6, horizon),
                (vanishing + row * 9 + 2.6, horizon),
                (near + 56, HEIGHT),
                (near - 46, HEIGHT),
            ],
            flower,
        )
        canvas.polygon(
            [
                (vanishing + row * 9 - 2.6, horizon),
                (vanishing + row * 9 - 0.6, horizon),
                (near - 8, HEIGHT),
                (near - 46, HEIGHT),
            ],
            mix(flower, PAPER, 0.26),
        )
    for _ in range(1500):
        share = source.random() ** 0.7
        y = horizon + 8 + (HEIGHT - horizon) * share
        canvas.disc(source.uniform(0, WIDTH), y, 0.7 + 2.4 * share, mix(LAVENDER, PAPER, source.uniform(0.1, 0.6)), 1.3)
    x = source.choice((source.uniform(120, 330), source.uniform(870, 1040)))
    canvas.house(x, horizon + 22, 96, 58, mix(PAPER, light[3], 0.15), TERRACOTTA)
    canvas.tree(x + 130, horizon + 26, 86, mix(OLIVE, SLATE, 0.3))
    canvas.tree(x - 26, horizon + 24, 64, mix(OLIVE, SLATE, 0.4), cypress=True)


def plateau(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=3, top=380, bottom=450)
    fields = ((222, 190, 112), LAVENDER, OLIVE, (206, 170, 120), (232, 208, 140))
    y = 470.0
    while y < HEIGHT:
        high = 22 + (y - 470) * 0.34
        canvas.polygon(
            [(-5, y), (WIDTH + 5, y + source.uniform(-16, 16)), (WIDTH + 5, HEIGHT + 5), (-5, HEIGHT + 5)],
            mix(source.choice(fields), light[3], 0.12),
        )
        y += high
    for _ in range(9):
        share = source.random()
        canvas.tree(source.uniform(40, 1160), 500 + 260 * share, 46 + 90 * share, mix(OLIVE, SLATE, 0.35))


def snow(canvas: Canvas, source: Source) -> None:
    light = source.choice((WINTER, DAWN))
    canvas.sky(light, source)
    peaks = canvas.ridge(340, 210, mix(light[2], SLATE, 0.3), source, rough=0.57)
    canvas.snow(peaks, 420, SNOW, source)
    canvas.ridge(520, 110, mix(SNOW, light[2], 0.45), source, rough=0.45)
    slope = canvas.ridge(640, 90, mix(SNOW, light[2], 0.15), source, rough=0.35)
    for x, y in slope[::3]:
        if source.random() < 0.75:
            canvas.conifer(
                x,
                y + source.uniform(4, 60),
                source.uniform(50, 120),
                mix((54, 84, 84), SLATE, source.uniform(0.1, 0.5)),
            )
    canvas.polygon([(0, HEIGHT), (0, 730), (430, 690), (900, 760), (WIDTH, 700), (WIDTH, HEIGHT)], SNOW)
    for k in range(3):
        start = source.uniform(300, 900)
        track = [(start + 40 * k + 60 * (-1) ** j, 690 + j * 24) for j in range(6)]
        canvas.line(track, mix(SNOW, light[2], 0.6), 3)
    pylon = source.uniform(220, 980)
    canvas.line([(pylon - 900, 760), (pylon, 470), (pylon + 700, 240)], mix(SLATE, light[2], 0.2), 2)
    canvas.line([(pylon, 470), (pylon, 620)], mix(SLATE, light[2], 0.1), 7)
    for share in (0.25, 0.55, 0.82):
        cx, cy = pylon - 900 + 900 * share, 760 - 290 * share
        canvas.line([(cx, cy), (cx, cy + 22)], SLATE, 2)
        canvas.box(cx - 15, cy + 20, cx + 15, cy + 34, TERRACOTTA, 5)


def rocks(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=3, top=330, bottom=470)
    for rank in range(9):
        x = source.uniform(-60, 1160)
        base = 600 + rank * 24
        wide, high = source.uniform(130, 290), source.uniform(140, 330)
        rock = mix((206, 170, 126), SLATE, 0.08 + rank * 0.03)
        canvas.polygon(
            [
                (x, base),
                (x + wide * 0.06, base - high * 0.7),
                (x + wide * 0.3, base - high),
                (x + wide * 0.8, base - high * 0.92),
                (x + wide, base - high * 0.4),
                (x + wide * 0.96, base),
                (x + wide, HEIGHT),
                (x, HEIGHT),
            ],
            rock,
        )
        canvas.polygon(
            [
                (x + wide * 0.55, base),
                (x + wide * 0.6, base - high * 0.8),
                (x + wide * 0.8, base - high * 0.92),
                (x + wide, base - high * 0.4),
                (x + wide * 0.96, base),
                (x + wide, HEIGHT),
                (x + wide * 0.55, HEIGHT),
            ],
            mix(rock, SLATE, 0.16),
        )
    for _ in range(16):
        canvas.tree(
            source.uniform(0, WIDTH),
            source.uniform(680, 810),
            source.uniform(70, 140),
            mix(OLIVE, SLATE, source.uniform(0.25, 0.5)),
        )


def forest(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAWN, GOLDEN, DAY))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=3, top=310, bottom=440)
    for row in range(6):
        tone = mix(mix((108, 136, 92), light[2], 0.5), (36, 62, 54), row / 5)
        for _ in range(26 - row * 2):
            canvas.conifer(
                source.uniform(-20, WIDTH + 20),
                500 + row * 62,
                source.uniform(80, 120) + row * 24,
                mix(tone, SLATE, source.uniform(0, 0.18)),
            )
    canvas.polygon(
        [(560, HEIGHT), (610, 640), (650, 560), (668, 560), (690, 650), (760, HEIGHT)],
        mix((206, 178, 136), light[3], 0.15),
    )


def ammonite(canvas: Canvas, source: Source) -> None:
    """A fossil seen from near, on a slab with smaller ones."""
    stone = source.choice(((142, 142, 140), (156, 140, 118), (124, 138, 148), (168, 146, 112)))
    canvas.wash(mix(stone, PAPER, 0.25), mix(stone, SLATE, 0.3))
    for _ in range(60):
        x, y = source.uniform(0, WIDTH), source.uniform(0, HEIGHT)
        canvas.line(
            [(x, y), (x + source.uniform(40, 220), y + source.uniform(-20, 20))],
            mix(stone, source.choice((SLATE, PAPER)), 0.18),
            2,
        )
    for x, y, size in ((610, 420, 300.0), (170, 190, 92.0), (1050, 230, 110.0), (1010, 660, 84.0), (190, 640, 120.0)):
        size *= source.uniform(0.88, 1.06)
        _spiral(canvas, x + source.uniform(-30, 30), y + source.uniform(-20, 20), size, stone)


def _spiral(canvas: Canvas, x: float, y: float, size: float, stone: tuple[int, int, int]) -> None:
    turns, steps = 3.4, 300
    canvas.disc(x + size * 0.03, y + size * 0.05, size * 1.01, mix(stone, SLATE, 0.45))
    canvas.disc(x, y, size, mix(stone, PAPER, 0.16))
    outer = []
    for k in range(steps + 1):
        angle = 2 * pi * turns * k / steps
        radius = size * exp(-0.19 * (2 * pi * turns - angle) * 0.62)
        outer.append((x + radius * cos(angle), y + radius * sin(angle), angle, radius))
    canvas.line([(a, b) for a, b, _, _ in outer], mix(stone, SLATE, 0.6), max(2.5, size * 0.022))
    for a, b, angle, radius in outer[::4]:
        inner = radius * 0.62
        canvas.line(
            [(a, b), (x + inner * cos(angle + 0.12), y + inner * sin(angle + 0.12))],
            mix(stone, SLATE, 0.34),
            max(1.2, size * 0.011),
        )


def house(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY, DUSK))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=330, bottom=560)
    canvas.ridge(670, 40, mix(OLIVE, light[3], 0.3), source, rough=0.35)
    stone = mix((236, 214, 172), light[3], 0.12)
    lit = mix(YELLOW, PAPER, 0.3) if light is DUSK else mix(SLATE, TEAL, 0.3)
    shutter = source.choice((TEAL, LAVENDER, (92, 120, 150)))
    x = source.uniform(330, 480)
    canvas.box(x, 440, x + 380, 700, stone)
    canvas.box(x + 380, 520, x + 560, 700, mix(stone, SLATE, 0.1))
    canvas.polygon([(x - 22, 446), (x + 60, 386), (x + 320, 386), (x + 402, 446)], mix(TERRACOTTA, light[3], 0.12))
    canvas.polygon([(x + 380, 524), (x + 400, 478), (x + 556, 478), (x + 580, 524)], mix(TERRACOTTA, light[3], 0.22))
    for column in range(3):
        for row in range(2):
            left, top = x + 56 + column * 108, 476 + row * 112
            if (column, row) == (1, 1):
                canvas.box(left - 4, top - 4, left + 52, 700, mix(shutter, SLATE, 0.3), 6)
                continue
            canvas.box(left, top, left + 48, top + 66, lit)
            canvas.box(left - 20, top, left - 2, top + 66, shutter)
            canvas.box(left + 50, top, left + 68, top + 66, shutter)
    canvas.box(x + 440, 580, x + 500, 640, lit)
    for k in range(9):
        canvas.disc(
            x - 60 + k * 84,
            712 + source.uniform(-6, 6),
            source.uniform(26, 44),
            mix(LAVENDER, OLIVE, source.random() * 0.5),
        )
    canvas.tree(x - 110, 740, 250, mix(OLIVE, SLATE, 0.35))
    canvas.tree(x + 650, 740, 240, mix(OLIVE, SLATE, 0.45), cypress=True)
    canvas.ridge(790, 20, mix(OLIVE, SLATE, 0.25), source, rough=0.3)


def olives(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=340, bottom=520)
    canvas.ridge(560, 20, mix((206, 176, 120), light[1], 0.2), source, rough=0.3)
    for row in range(4):
        count = 9 - row * 2
        for k in range(count):
            x = (k + 0.5 + 0.35 * (row % 2)) * WIDTH / count + source.uniform(-14, 14)
            canvas.tree(x, 600 + row * 66, 90 + row * 52, mix((142, 152, 116), SLATE, 0.08 + row * 0.07))


def stars(canvas: Canvas, source: Source) -> None:
    canvas.sky(NIGHT, source, sun=False)
    band = profile(source, 250, 120, 0.5)
    for x, y in band[::4]:
        canvas.glow(x, y, source.uniform(90, 150), (120, 130, 170), 0.3)
    canvas.stars(source)
    canvas.ridges(NIGHT, source, count=3, top=560, bottom=680)
    x = source.uniform(380, 820)
    white = mix(PAPER, NIGHT[3], 0.28)
    canvas.box(x - 78, 610, x + 78, 720, mix(white, SLATE, 0.2))
    canvas.disc(x, 612, 84, white)
    canvas.polygon([(x - 12, 530), (x + 14, 528), (x + 44, 606), (x - 2, 612)], SLATE)
    canvas.line([(x + 14, 560), (x + 56, 498)], mix(white, SLATE, 0.4), 13)
    canvas.ridge(745, 26, NIGHT[3], source, rough=0.35)


LANDSCAPES: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene
    for scene in (
        ammonite,
        cliffs,
        forest,
        gorge,
        hills,
        lake,
        lavender,
        mountain_lake,
        olives,
        plateau,
        rocks,
        snow,
        stars,
    )
}
