"""Scenes of running and standing water: rafts, canyons, falls, beaches, bridges."""

import math
from collections.abc import Callable

from tourism.apidae.demonstration.pictures.canvas import (
    DAWN,
    DAY,
    GOLDEN,
    HEIGHT,
    LAVENDER,
    OLIVE,
    PAPER,
    SLATE,
    SNOW,
    TEAL,
    TERRACOTTA,
    WIDTH,
    YELLOW,
    Canvas,
    Source,
    mix,
)

_ROCK = (214, 196, 164)
_TURQUOISE = (40, 158, 154)
_SKIN = (232, 196, 160)


def rafting(canvas: Canvas, source: Source) -> None:
    canvas.sky(DAY, source)
    canvas.ridges(DAY, source, count=3, top=240, bottom=330)
    for toward in (-1, 1):
        wall: list[tuple[float, float]] = [(600 + toward * 640, 180)]
        wall += [(600 + toward * (600 - k * 62), 260 + k * 66 + source.uniform(-20, 20)) for k in range(6)]
        canvas.polygon([*wall, (600 + toward * 640, 760)], mix(_ROCK, SLATE, 0.2 if toward < 0 else 0.34))
    canvas.polygon(
        [(520, 400), (700, 400), (WIDTH + 40, 640), (WIDTH + 40, HEIGHT), (-40, HEIGHT), (-40, 660)], _TURQUOISE
    )
    for _ in range(70):
        share = source.random()
        y = 420 + 370 * share
        x = 600 + source.uniform(-1, 1) * (60 + 560 * share)
        canvas.arc(x, y, 12 + 40 * share, 200, 340, mix(_TURQUOISE, SNOW, source.uniform(0.4, 0.95)), 3 + 5 * share)
    x, y = 600 + source.uniform(-60, 60), 600.0
    hull = source.choice((YELLOW, TERRACOTTA, (206, 60, 60)))
    for _ in range(30):
        canvas.disc(
            x + source.uniform(-300, 300),
            y + 86 + source.uniform(-26, 30),
            source.uniform(14, 34),
            mix(SNOW, _TURQUOISE, source.uniform(0, 0.3)),
            0.7,
        )
    canvas.polygon(
        [
            (x - 280, y - 40),
            (x - 200, y + 66),
            (x + 200, y + 66),
            (x + 280, y - 40),
            (x + 210, y + 4),
            (x - 210, y + 4),
        ],
        hull,
    )
    canvas.polygon([(x - 210, y + 4), (x + 210, y + 4), (x + 200, y + 30), (x - 200, y + 30)], mix(hull, SLATE, 0.35))
    for k, side in ((0, -1), (1, 1), (2, -1), (3, 1), (4, -1)):
        px, vest = x - 160 + k * 80, (TEAL, LAVENDER, TERRACOTTA, YELLOW, OLIVE)[k]
        canvas.line([(px, y + 6), (px + side * 8, y - 74)], vest, 40)
        canvas.disc(px + side * 12, y - 112, 22, _SKIN)
        canvas.disc(px + side * 12, y - 120, 25, mix(vest, SLATE, 0.25), 0.8)
        canvas.line([(px - 20, y - 70), (px + side * 90, y + 92)], mix(SLATE, YELLOW, 0.2), 8)
        canvas.disc(px + side * 92, y + 100, 20, mix(SLATE, YELLOW, 0.3), 0.6)


def canyon(canvas: Canvas, source: Source) -> None:
    canvas.wash((214, 232, 226), (120, 196, 188))
    canvas.glow(600, 120, 500, (255, 250, 224), 0.8)
    for depth in range(5):
        rock = mix(mix(_ROCK, (150, 200, 190), 0.4), mix(_ROCK, SLATE, 0.6), depth / 4)
        for toward in (-1, 1):
            gap = 44 + depth * 76
            wall = [
                (600 + toward * (gap + 46 * math.sin(k * 0.9 + depth) + source.uniform(-14, 14)), k * 68 - 10)
                for k in range(13)
            ]
            canvas.polygon([*wall, (600 + toward * 700, HEIGHT), (600 + toward * 700, -20)], rock)
            for k in range(3):
                canvas.line(
                    [(px + toward * (26 + k * 30), py) for px, py in wall[1:-2]],
                    mix(rock, PAPER if k % 2 else SLATE, 0.12),
                    3,
                )
    canvas.water(690, HEIGHT, mix(_TURQUOISE, SNOW, 0.25), mix(_TURQUOISE, SLATE, 0.35), source)
    x = 600 + source.uniform(-70, 70)
    canvas.line([(x + 30, -10), (x + 6, 330)], YELLOW, 6)
    canvas.line([(x + 6, 330), (x - 10, 700)], mix(YELLOW, SLATE, 0.3), 4)
    suit = mix(SLATE, TEAL, 0.2)
    canvas.line([(x, 330), (x - 34, 420)], suit, 46)
    canvas.line([(x - 30, 415), (x + 46, 440), (x + 56, 510)], suit, 22)
    canvas.line([(x - 34, 420), (x + 24, 480), (x + 22, 556)], suit, 22)
    canvas.line([(x + 4, 350), (x + 10, 286)], suit, 16)
    canvas.disc(x - 4, 296, 26, _SKIN)
    canvas.disc(x - 4, 286, 29, source.choice((TERRACOTTA, YELLOW, (206, 60, 60))), 0.8)
    for _ in range(40):
        fx = 600 + source.uniform(-30, 30)
        canvas.line(
            [(fx, 560), (fx + source.uniform(-14, 14), 700)], mix(SNOW, _TURQUOISE, source.uniform(0.1, 0.5)), 3
        )


def waterfall(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, DAWN))
    canvas.sky(light, source, sun=False)
    rock = mix(_ROCK, light[3], 0.3)
    canvas.polygon(
        [(0, 210), (360, 150), (470, 200), (520, 190), (700, 180), (760, 140), (WIDTH, 200), (WIDTH, 720), (0, 720)],
        rock,
    )
    for _ in range(46):
        x, y = source.uniform(0, WIDTH), source.uniform(230, 640)
        canvas.line(
            [(x, y), (x + source.uniform(-14, 14), y + source.uniform(40, 120))],
            mix(rock, source.choice((SLATE, PAPER)), 0.2),
            5,
        )
    x = source.uniform(540, 660)
    for _ in range(60):
        aside = source.gauss(0, 22)
        canvas.line(
            [(x + aside, 186), (x + aside * 1.4, 420), (x + aside * 2.2 + source.uniform(-12, 12), 690)],
            mix(SNOW, light[0], source.uniform(0, 0.45)),
            source.uniform(3, 9),
        )
    canvas.water(660, HEIGHT, mix(_TURQUOISE, SNOW, 0.35), mix(_TURQUOISE, SLATE, 0.3), source)
    for _ in range(34):
        canvas.disc(
            x + source.gauss(0, 90),
            676 + source.uniform(-24, 22),
            source.uniform(14, 40),
            mix(SNOW, light[1], source.uniform(0, 0.5)),
            0.6,
        )
    for side in (0, 1):
        for _ in range(7):
            px = source.uniform(-20, 330) if side else source.uniform(870, 1220)
            canvas.tree(
                px,
                740 + source.uniform(0, 60),
                source.uniform(130, 250),
                mix((84, 118, 70), SLATE, source.uniform(0.05, 0.4)),
            )


def swim(canvas: Canvas, source: Source) -> None:
    canvas.sky(DAY, source)
    canvas.ridges(DAY, source, count=3, top=250, bottom=340)
    blue = mix(_TURQUOISE, (60, 150, 190), source.random() * 0.6)
    canvas.water(360, 640, mix(blue, SNOW, 0.2), blue, source)
    for k in range(13):
        canvas.disc(40 + k * 94, 470 + 14 * math.sin(k), 10, TERRACOTTA if k % 2 else SNOW)
    for _ in range(5):
        x, y = source.uniform(120, 1080), source.uniform(400, 450)
        canvas.disc(x, y, 17, _SKIN)
        canvas.arc(x, y + 16, 34, 200, 340, SNOW, 5)
    sand = (232, 212, 168)
    canvas.polygon([(0, 630), (400, 610), (820, 650), (WIDTH, 620), (WIDTH, HEIGHT), (0, HEIGHT)], sand)
    for k in range(3):
        x, y = 190 + k * 390 + source.uniform(-70, 70), 740 + source.uniform(-20, 30)
        ink = source.choice((TERRACOTTA, YELLOW, TEAL, LAVENDER))
        canvas.box(x - 110, y - 6, x + 110, y + 32, mix(ink, PAPER, 0.45), 10)
        canvas.line([(x, y), (x + 14, y - 170)], mix((132, 92, 62), SLATE, 0.1), 7)
        for stripe in range(6):
            left = x + 14 - 120 + stripe * 40
            canvas.polygon(
                [(left, y - 130 - 8 * (stripe % 5 == 0)), (left + 40, y - 130), (x + 14, y - 214)],
                ink if stripe % 2 else PAPER,
            )
    buoy = source.choice((385.0, 775.0)) + source.uniform(-30, 30)
    canvas.arc(buoy, 540, 36, 0, 360, SNOW, 20)
    for k in range(4):
        canvas.arc(buoy, 540, 36, k * 90, k * 90 + 40, TERRACOTTA, 20)


def bridge(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=300, bottom=470)
    canvas.water(560, HEIGHT, mix(_TURQUOISE, SNOW, 0.3), mix(_TURQUOISE, SLATE, 0.3), source)
    stone = mix(_ROCK, light[3], 0.22)
    x, radius = source.uniform(560, 640), source.uniform(190, 225)
    canvas.polygon([(x - 560, 620), (x - 520, 470), (x, 330), (x + 520, 470), (x + 560, 620)], stone)
    canvas.polygon(
        [(x - 530, 474), (x, 326), (x + 530, 474), (x + 530, 452), (x, 304), (x - 530, 452)], mix(stone, PAPER, 0.25)
    )
    canvas.disc(x, 620, radius + 26, mix(stone, SLATE, 0.2))
    canvas.disc(x, 620, radius, mix(light[2], light[3], 0.5))
    canvas.water(600, HEIGHT, mix(_TURQUOISE, SNOW, 0.3), mix(_TURQUOISE, SLATE, 0.3), source)
    for k in range(15):
        angle = math.pi + k * math.pi / 14
        a, b = radius + 2, radius + 26
        canvas.line(
            [
                (x + a * math.cos(angle), 620 + a * math.sin(angle)),
                (x + b * math.cos(angle), 620 + b * math.sin(angle)),
            ],
            mix(stone, SLATE, 0.4),
            3,
        )
    canvas.wash(mix(_TURQUOISE, SNOW, 0.2), mix(_TURQUOISE, SLATE, 0.3), 622, HEIGHT)
    canvas.water(622, HEIGHT, mix(_TURQUOISE, SNOW, 0.25), mix(_TURQUOISE, SLATE, 0.3), source)
    for toward in (-1, 1):
        bank = [
            (x + toward * 660, 560),
            (x + toward * 420, 600),
            (x + toward * 260, 640),
            (x + toward * 420, HEIGHT),
            (x + toward * 660, HEIGHT),
        ]
        canvas.polygon(bank, mix(OLIVE, SLATE, 0.25))
        for _ in range(7):
            canvas.tree(
                x + toward * source.uniform(400, 600),
                640 + source.uniform(0, 120),
                source.uniform(80, 170),
                mix(OLIVE, SLATE, source.uniform(0.3, 0.55)),
            )


RIVERS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene for scene in (bridge, canyon, rafting, swim, waterfall)
}
