"""Scenes of what is done on land and in the air: bicycles, beasts, rocks, balloons."""

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
_SKIN = (232, 196, 160)


def bicycle(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=340, bottom=520)
    field = source.choice((LAVENDER, OLIVE, (214, 184, 112)))
    canvas.wash(mix(field, light[1], 0.25), field, 540, HEIGHT)
    canvas.polygon([(-10, 690), (WIDTH + 10, 660), (WIDTH + 10, 800), (-10, 800)], mix(PAPER, SLATE, 0.35))
    frame = source.choice((TERRACOTTA, TEAL, (206, 60, 60), (60, 96, 150)))
    shift = source.uniform(-90, 90)
    rear, front, crank, post, head = (
        (430 + shift, 610.0),
        (790 + shift, 610.0),
        (575 + shift, 620.0),
        (535 + shift, 440.0),
        (735 + shift, 440.0),
    )
    for x, y in (rear, front):
        canvas.disc(x, y + 122, 120, mix(SLATE, PAPER, 0.3), 0.08)
        canvas.arc(x, y, 122, 0, 360, SLATE, 13)
        canvas.arc(x, y, 110, 0, 360, mix(PAPER, SLATE, 0.3), 4)
        for k in range(12):
            angle = k * math.pi / 6 + source.uniform(0, 0.1)
            canvas.line([(x, y), (x + 106 * math.cos(angle), y + 106 * math.sin(angle))], mix(SLATE, PAPER, 0.4), 2)
        canvas.disc(x, y, 13, SLATE)
    for a, b in ((rear, crank), (rear, post), (post, crank), (post, head), (head, crank), (head, front)):
        canvas.line([a, b], frame, 15)
    canvas.line([(post[0] - 6, post[1]), (post[0] - 14, post[1] - 46)], SLATE, 10)
    canvas.box(post[0] - 70, post[1] - 66, post[0] + 36, post[1] - 42, SLATE, 12)
    canvas.line([head, (head[0] - 10, head[1] - 56), (head[0] + 44, head[1] - 74)], SLATE, 11)
    canvas.disc(*crank, 30, SLATE)
    canvas.disc(*crank, 16, mix(frame, PAPER, 0.4))
    canvas.line([(crank[0] - 44, crank[1] + 46), (crank[0] + 44, crank[1] - 46)], SLATE, 9)
    bag = mix(_ROCK, TERRACOTTA, 0.4)
    canvas.box(rear[0] - 70, rear[1] - 176, rear[0] + 50, rear[1] - 70, bag, 16)
    canvas.box(rear[0] - 70, rear[1] - 176, rear[0] + 50, rear[1] - 146, mix(bag, SLATE, 0.3), 12)


def mules(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN))
    canvas.sky(light, source)
    peaks = canvas.ridge(330, 170, mix(light[2], SLATE, 0.15), source, rough=0.56)
    canvas.snow(peaks, 270, SNOW, source)
    canvas.ridge(500, 90, mix(OLIVE, light[2], 0.4), source)
    canvas.ridge(640, 40, mix((132, 156, 84), light[3], 0.1), source, rough=0.35)
    for x, y, size, way in ((330.0, 690.0, 1.15, 1), (720.0, 720.0, 1.35, -1), (1010.0, 650.0, 0.8, 1)):
        x, coat = (
            x + source.uniform(-40, 40),
            mix((96, 66, 48), source.choice((SLATE, PAPER)), source.uniform(0.1, 0.35)),
        )
        belly = y - 120 * size

        def at(
            dx: float, dy: float, x: float = x, y: float = y, size: float = size, way: int = way
        ) -> tuple[float, float]:
            return x + way * dx * size, y + dy * size

        for leg in (-92, -62, 62, 92):
            canvas.line([at(leg, -90), at(leg + 3, 0)], mix(coat, SLATE, 0.3 if abs(leg) < 70 else 0.1), 20 * size)
        canvas.disc(x, belly, 128 * size, coat, 0.46)
        canvas.polygon([at(60, -150), at(140, -262), at(186, -250), at(124, -96)], coat)
        canvas.polygon([at(136, -276), at(190, -268), at(252, -190), at(232, -166), at(168, -206)], coat)
        canvas.disc(*at(240, -178), 21 * size, mix(coat, PAPER, 0.45))
        for ear in (146, 170):
            canvas.polygon([at(ear - 8, -266), at(ear - 4, -312), at(ear + 12, -266)], mix(coat, SLATE, 0.2))
        canvas.disc(*at(186, -240), 6 * size, SLATE)
        canvas.line([at(-122, -140), at(-150, -60)], mix(coat, SLATE, 0.5), 10 * size)
    for k in range(7):
        canvas.box(k * 200 - 8, 690, k * 200 + 8, 800, mix((132, 92, 62), SLATE, 0.2))
    for y in (716, 760):
        canvas.line([(-10, y), (WIDTH + 10, y + source.uniform(-8, 8))], mix((132, 92, 62), SLATE, 0.1), 9)


def climbing(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN))
    canvas.sky(light, source, sun=False)
    canvas.ridges(light, source, count=3, top=430, bottom=600)
    face = [(WIDTH, -10), (560, -10)] + [
        (520 - 24 * math.sin(k) + source.uniform(-26, 26) - k * 12, 70 * k) for k in range(13)
    ]
    canvas.polygon([*face, (WIDTH, HEIGHT + 10)], mix(_ROCK, light[1], 0.2))
    for _ in range(70):
        x, y = source.uniform(580, WIDTH), source.uniform(0, HEIGHT)
        ink = mix(_ROCK, source.choice((SLATE, (196, 140, 100), PAPER)), source.uniform(0.1, 0.35))
        canvas.polygon(
            [
                (x, y),
                (x + source.uniform(20, 70), y + source.uniform(-10, 20)),
                (x + source.uniform(0, 50), y + source.uniform(60, 150)),
            ],
            ink,
        )
    x, y = 640 + source.uniform(-20, 40), 360.0
    canvas.line([(x + 40, -10), (x + 52, 180), (x + 20, y)], TERRACOTTA, 6)
    canvas.line([(x + 10, y + 10), (x - 60, 620), (x - 100, HEIGHT)], TERRACOTTA, 6)
    arm = mix(_SKIN, SLATE, 0.3)
    top = source.choice((TEAL, YELLOW, LAVENDER))
    canvas.line([(x, y - 70), (x + 6, y + 16)], top, 46)
    canvas.line([(x - 6, y - 62), (x + 48, y - 130), (x + 70, y - 176)], arm, 16)
    canvas.line([(x + 6, y - 54), (x + 78, y - 70), (x + 104, y - 104)], arm, 16)
    canvas.line([(x + 6, y + 16), (x + 82, y + 46), (x + 60, y + 120)], SLATE, 24)
    canvas.line([(x, y + 20), (x + 4, y + 108), (x + 30, y + 190)], SLATE, 24)
    canvas.disc(x + 12, y - 108, 26, arm)
    canvas.disc(x + 8, y - 116, 28, mix(top, SLATE, 0.3), 0.8)


def balloons(canvas: Canvas, source: Source) -> None:
    canvas.sky(DAWN, source)
    canvas.ridges(DAWN, source, count=4, top=460, bottom=620)
    canvas.ridge(740, 40, mix(OLIVE, DAWN[3], 0.3), source, rough=0.35)
    for x, y, size in ((360.0, 330.0, 175.0), (800.0, 230.0, 120.0), (1010.0, 430.0, 82.0)):
        x, ink = x + source.uniform(-50, 50), source.choice((TERRACOTTA, TEAL, LAVENDER, YELLOW))
        canvas.disc(x, y, size, ink, 1.06)
        canvas.polygon(
            [
                (x - size * 0.9, y + size * 0.42),
                (x + size * 0.9, y + size * 0.42),
                (x + size * 0.18, y + size * 1.5),
                (x - size * 0.18, y + size * 1.5),
            ],
            ink,
        )
        for k, share in enumerate((0.72, 0.36)):
            canvas.disc(x, y, size * share, mix(ink, PAPER, 0.75) if k == 0 else ink, 1.06 / share)
            low = size * share * 0.9
            canvas.polygon(
                [
                    (x - low, y + size * 0.42),
                    (x + low, y + size * 0.42),
                    (x + size * 0.18 * share, y + size * 1.5),
                    (x - size * 0.18 * share, y + size * 1.5),
                ],
                mix(ink, PAPER, 0.75) if k == 0 else ink,
            )
        for toward in (-1, 1):
            canvas.line(
                [(x + toward * size * 0.17, y + size * 1.48), (x + toward * size * 0.13, y + size * 1.72)], SLATE, 3
            )
        canvas.box(x - size * 0.15, y + size * 1.7, x + size * 0.15, y + size * 1.92, mix((132, 92, 62), SLATE, 0.2), 5)


def flock(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=320, bottom=500)
    canvas.ridge(590, 50, mix((140, 156, 88), light[3], 0.15), source, rough=0.35)
    for row in range(5):
        for k in range(12 - row):
            size = 0.5 + row * 0.2
            x, y = (k + source.uniform(0.2, 0.8)) * WIDTH / (12 - row), 600 + row * 44 + source.uniform(-10, 10)
            wool = mix(SNOW, (206, 184, 150), source.uniform(0.1, 0.6))
            for leg in (-24, -8, 10, 26):
                canvas.line([(x + leg * size, y), (x + leg * size, y + 34 * size)], mix(SLATE, wool, 0.2), 6 * size)
            canvas.disc(x, y - 10 * size, 46 * size, wool, 0.66)
            canvas.disc(x - 20 * size, y - 18 * size, 26 * size, mix(wool, SNOW, 0.4), 0.8)
            canvas.disc(x + 50 * size, y - 20 * size, 19 * size, mix(SLATE, wool, 0.3), 1.2)
            canvas.disc(x + 34 * size, y - 36 * size, 9 * size, mix(SLATE, wool, 0.3), 0.5)
    canvas.line([(1074, 700), (1084, 440)], mix((132, 92, 62), SLATE, 0.1), 8)
    canvas.polygon([(980, 720), (1000, 510), (1062, 510), (1086, 720)], mix(SLATE, TERRACOTTA, 0.35))
    canvas.disc(1031, 484, 27, _SKIN)
    canvas.disc(1031, 468, 52, mix(SLATE, OLIVE, 0.3), 0.22)
    canvas.disc(1031, 456, 26, mix(SLATE, OLIVE, 0.3), 0.7)


OUTDOORS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene for scene in (balloons, bicycle, climbing, flock, mules)
}
