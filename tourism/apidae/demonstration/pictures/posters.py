"""Posters without words, for events and for what a landscape would not tell: readable in every language."""

import math
from collections.abc import Callable

from tourism.apidae.demonstration.pictures.canvas import (
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
    Colour,
    Source,
    mix,
)

_INKS = (TERRACOTTA, TEAL, YELLOW, LAVENDER, OLIVE)


def _ground(canvas: Canvas, source: Source, tone: Colour) -> None:
    canvas.wash(mix(tone, PAPER, 0.12), tone)
    for _ in range(90):
        x, y = source.uniform(0, WIDTH), source.uniform(0, HEIGHT)
        canvas.disc(x, y, source.uniform(1, 3), mix(tone, source.choice((PAPER, SLATE)), 0.16))


def _hills(canvas: Canvas, source: Source, tone: Colour, base: float = 700) -> None:
    canvas.ridge(base - 60, 90, mix(tone, PAPER, 0.18), source, rough=0.45)
    canvas.ridge(base, 60, tone, source, rough=0.42)


def market(canvas: Canvas, source: Source) -> None:
    canvas.wash((250, 232, 196), PAPER, 0, HEIGHT)
    canvas.glow(source.uniform(200, 1000), 120, 420, YELLOW, 0.4)
    for k in range(7):
        wide, high = 190, source.uniform(190, 330)
        canvas.house(
            k * 182 - 40,
            560,
            wide,
            high,
            mix((236, 208, 164), TERRACOTTA, source.uniform(0, 0.3)),
            mix(TERRACOTTA, SLATE, 0.2),
            lit=mix(TEAL, SLATE, 0.3),
        )
    canvas.wash((222, 204, 172), (204, 182, 148), 560, HEIGHT)
    for k in range(3):
        left = 40 + k * 390 + source.uniform(-14, 14)
        tone = source.choice((TERRACOTTA, TEAL, LAVENDER, YELLOW))
        canvas.line([(left + 14, 380), (left + 14, 720)], SLATE, 7)
        canvas.line([(left + 326, 380), (left + 326, 720)], SLATE, 7)
        for stripe in range(8):
            ink = tone if stripe % 2 == 0 else PAPER
            x = left + stripe * 42.5
            canvas.polygon([(x + 6, 330), (x + 42.5 + 2, 330), (x + 42.5, 430), (x, 430)], ink)
            canvas.disc(x + 21.25, 430, 21.25, ink)
        canvas.box(left, 590, left + 340, 720, mix((150, 110, 76), SLATE, 0.15), 8)
        for crate in range(4):
            cx = left + 14 + crate * 82
            canvas.box(cx, 560, cx + 72, 604, mix((180, 140, 98), SLATE, 0.1), 4)
            ink = source.choice((TERRACOTTA, YELLOW, (110, 150, 74), LAVENDER, (200, 60, 60)))
            for fruit in range(9):
                canvas.disc(
                    cx + 9 + fruit % 5 * 13.5, 556 - fruit // 5 * 11, 9.5, mix(ink, PAPER, source.uniform(0, 0.25))
                )


def concert(canvas: Canvas, source: Source) -> None:
    tone = source.choice((TERRACOTTA, TEAL, LAVENDER, (44, 72, 110)))
    accent = source.choice([ink for ink in (YELLOW, TERRACOTTA, TEAL) if ink != tone])
    deep = mix(tone, SLATE, 0.62)
    _ground(canvas, source, deep)
    x = source.uniform(420, 780)
    for ring in range(9, 0, -1):
        canvas.disc(x, 360, ring * 48, mix(deep, accent, 0.07 + 0.085 * (9 - ring)))
    for string in range(5):
        y = 250.0 + string * 44
        points = [(px, y + 90 * math.sin(px / 230 + string * 0.07)) for px in range(-10, WIDTH + 20, 20)]
        canvas.line(points, mix(PAPER, deep, 0.12), 4)
    for k in range(7):
        px = 130 + k * 155 + source.uniform(-20, 20)
        y = 250 + source.randint(0, 4) * 44 + 90 * math.sin(px / 230)
        canvas.disc(px, y, 22, PAPER, 0.76)
        canvas.line([(px + 20, y), (px + 20, y - 110)], PAPER, 6)
        if k % 2:
            canvas.line([(px + 20, y - 110), (px + 54, y - 74)], PAPER, 9)
    _hills(canvas, source, mix(deep, SLATE, 0.45))


def festival(canvas: Canvas, source: Source) -> None:
    night = (30, 40, 66)
    canvas.wash(night, mix(TERRACOTTA, night, 0.35))
    canvas.stars(source)
    for row in range(3):
        sag = [
            (px, 90 + row * 74 + 70 * math.sin(px / WIDTH * math.pi * 2 + row * 1.3)) for px in range(0, WIDTH + 30, 30)
        ]
        canvas.line(sag, mix(PAPER, night, 0.4), 3)
        for rank, (px, py) in enumerate(sag[::2]):
            ink = _INKS[(rank + row) % 5]
            canvas.polygon([(px - 18, py), (px + 18, py), (px, py + 46)], mix(ink, PAPER, 0.12))
    canvas.glow(600, 560, 420, YELLOW, 0.6)
    canvas.polygon([(330, 660), (400, 470), (800, 470), (870, 660)], mix(TERRACOTTA, SLATE, 0.3))
    canvas.polygon([(360, 480), (600, 360), (840, 480)], PAPER)
    canvas.polygon([(600, 360), (840, 480), (720, 480)], mix(PAPER, SLATE, 0.18))
    for k in range(5):
        canvas.polygon(
            [(430 + k * 78, 660), (470 + k * 78, 480), (500 + k * 78, 660)], mix(YELLOW, PAPER, 0.55 if k % 2 else 0.2)
        )
    for row in range(3):
        for k in range(26 - row * 3):
            x = (k + 0.5) * WIDTH / (26 - row * 3) + source.uniform(-14, 14)
            y = 690 + row * 42
            canvas.disc(x, y, 17 + row * 5, mix(night, SLATE, 0.5 + row * 0.2))
            canvas.box(x - 24 - row * 6, y + 10, x + 24 + row * 6, HEIGHT, mix(night, SLATE, 0.5 + row * 0.2), 20)


def theatre(canvas: Canvas, source: Source) -> None:
    red = mix(TERRACOTTA, (150, 40, 44), source.uniform(0.3, 0.8))
    canvas.wash(mix(SLATE, red, 0.2), SLATE)
    canvas.polygon([(380, 0), (820, 0), (1010, 690), (190, 690)], mix(SLATE, YELLOW, 0.16))
    canvas.disc(600, 690, 380, mix(YELLOW, PAPER, 0.5), 0.22)
    for side in (-1, 1):
        for fold in range(8):
            x = 600 + side * (610 - fold * 36)
            low = 600 + side * (610 - fold * 26)
            canvas.polygon(
                [(x, 0), (x + side * 40, 0), (low + side * 44, HEIGHT), (low, HEIGHT)],
                mix(red, SLATE, 0.35 if fold % 2 else 0.05),
            )
    for scallop in range(9):
        canvas.disc(scallop * 150, 0, 96, mix(red, SLATE, 0.1 if scallop % 2 else 0.28))
    for aside, ink, mouth in ((-120, PAPER, (20, 160)), (120, YELLOW, (200, 340))):
        x, y = 600 + aside, 440 - aside * 0.2
        canvas.disc(x, y, 108, ink, 1.2)
        canvas.disc(x - 40, y - 30, 20, SLATE, 0.7)
        canvas.disc(x + 40, y - 30, 20, SLATE, 0.7)
        canvas.arc(x, y + (20 if mouth[0] < 100 else 90), 52, *mouth, SLATE, 13)


def exhibition(canvas: Canvas, source: Source) -> None:
    canvas.wash(PAPER, mix(PAPER, (206, 192, 164), 0.6), 0, 640)
    canvas.wash((172, 138, 104), (140, 108, 80), 640, HEIGHT)
    for k, (left, wide, high) in enumerate(((110, 270, 360), (450, 330, 400), (850, 250, 320))):
        top = 150 + (400 - high) / 2
        canvas.box(left + 8, top + 10, left + wide + 10, top + high + 12, mix(PAPER, SLATE, 0.25), 4)
        canvas.box(left, top, left + wide, top + high, SLATE, 4)
        canvas.box(left + 14, top + 14, left + wide - 14, top + high - 14, SNOW)
        base = source.choice(_INKS)
        inner = (left + 34, top + 34, left + wide - 34, top + high - 34)
        canvas.box(*inner, mix(base, PAPER, 0.55))
        for _ in range(7):
            ink = mix(source.choice(_INKS), PAPER, source.uniform(0, 0.3))
            cx, cy = source.uniform(inner[0] + 40, inner[2] - 40), source.uniform(inner[1] + 40, inner[3] - 40)
            canvas.disc(cx, cy, source.uniform(14, 40), ink) if k != 1 else canvas.polygon(
                [(cx - 40, cy + 30), (cx, cy - 40), (cx + 40, cy + 30)], ink
            )
        canvas.glow(left + wide / 2, top - 60, 220, (255, 244, 210), 0.4)
    canvas.box(380, 610, 820, 650, mix((120, 90, 66), SLATE, 0.3), 6)


def sport(canvas: Canvas, source: Source) -> None:
    sky, trail = source.sample((TEAL, YELLOW, TERRACOTTA, LAVENDER), 2)
    canvas.wash(mix(sky, PAPER, 0.35), mix(sky, PAPER, 0.75))
    canvas.disc(source.uniform(200, 1000), 190, 76, mix(PAPER, YELLOW, 0.3))
    tone = mix(sky, SLATE, 0.5)
    for rank in range(4):
        canvas.ridge(
            330 + rank * 120,
            150 - rank * 26,
            mix(mix(sky, PAPER, 0.3), mix(tone, SLATE, 0.4), rank / 3),
            source,
            rough=0.52,
        )
    ribbon = [(600 + (330 - k * 2.3) * math.sin(k / 9) * (0.3 + k / 100), 340 + k * 4.9) for k in range(96)]
    for (x, y), (px, py) in zip(ribbon, ribbon[1:], strict=False):
        canvas.line([(x, y), (px, py)], trail, 3 + (y - 330) * 0.052)
    for x, y in ribbon[30::22]:
        size = 0.4 + (y - 330) / 400
        canvas.disc(x, y - 54 * size, 13 * size, SLATE)
        canvas.line(
            [(x, y - 42 * size), (x - 6 * size, y - 12 * size), (x - 26 * size, y + 14 * size)], SLATE, 11 * size
        )
        canvas.line([(x - 6 * size, y - 12 * size), (x + 20 * size, y + 12 * size)], SLATE, 10 * size)
        canvas.line(
            [(x - 22 * size, y - 30 * size), (x, y - 34 * size), (x + 22 * size, y - 24 * size)], SLATE, 7 * size
        )


def cinema(canvas: Canvas, source: Source) -> None:
    canvas.wash((24, 30, 46), (46, 44, 66))
    canvas.stars(source)
    canvas.polygon([(600, 760), (290, 150), (910, 150)], mix((46, 44, 66), PAPER, 0.14))
    canvas.box(282, 142, 918, 488, SLATE, 8)
    canvas.wash(mix(TERRACOTTA, PAPER, 0.5), mix(YELLOW, PAPER, 0.4), 150, 480)
    canvas.box(0, 140, 282, 490, (32, 36, 54))
    canvas.box(918, 140, WIDTH, 490, (32, 36, 54))
    canvas.disc(600 + source.uniform(-120, 120), 320, 70, mix(YELLOW, PAPER, 0.2))
    canvas.polygon(
        [(290, 480), (290, 400), (430, 340), (560, 420), (700, 350), (910, 430), (910, 480)], mix(LAVENDER, SLATE, 0.3)
    )
    for row in range(4):
        for k in range(13 - row):
            x = (k + 0.5 + 0.2 * row) * WIDTH / (13 - row)
            y = 560 + row * 62
            canvas.disc(x, y, 24 + row * 5, mix((24, 30, 46), SLATE, 0.3))
            canvas.box(
                x - 38 - row * 6, y + 16, x + 38 + row * 6, HEIGHT, mix((70, 40, 46), SLATE, 0.3 + row * 0.1), 18
            )


def book(canvas: Canvas, source: Source) -> None:
    canvas.wash(mix(PAPER, YELLOW, 0.12), mix(PAPER, TERRACOTTA, 0.25))
    for shelf in range(3):
        base = 250 + shelf * 240
        x = 30.0
        while x < WIDTH - 60:
            wide, high = source.uniform(22, 58), source.uniform(130, 196)
            ink = mix(source.choice(_INKS), source.choice((PAPER, SLATE)), source.uniform(0.05, 0.4))
            canvas.box(x, base - high, x + wide, base, ink, 3)
            canvas.box(x + 4, base - high * 0.8, x + wide - 4, base - high * 0.74, mix(ink, PAPER, 0.5))
            x += wide + source.choice((2, 2, 2, 34))
        canvas.box(0, base, WIDTH, base + 22, mix((140, 102, 70), SLATE, 0.15))


def table(canvas: Canvas, source: Source) -> None:
    cloth = source.choice((mix(PAPER, YELLOW, 0.2), mix(PAPER, LAVENDER, 0.28), mix(PAPER, TEAL, 0.18)))
    canvas.wash(cloth, mix(cloth, SLATE, 0.1))
    check = mix(cloth, SNOW, 0.45)
    for k in range(0, WIDTH, 120):
        canvas.box(k, 0, k + 60, HEIGHT, check)
    for k in range(0, HEIGHT, 120):
        for j in range(0, WIDTH, 120):
            canvas.box(j, k, j + 60, k + 60, mix(check, SNOW, 0.5))
    canvas.disc(612, 424, 280, mix(cloth, SLATE, 0.3))
    canvas.disc(600, 410, 280, SNOW)
    canvas.disc(600, 410, 270, mix(SNOW, TEAL, 0.1))
    canvas.disc(600, 410, 214, SNOW)
    for _ in range(64):
        angle, radius = source.uniform(0, 2 * math.pi), 165 * math.sqrt(source.random())
        ink = source.choice((TERRACOTTA, YELLOW, OLIVE, (104, 140, 70), (198, 66, 52)))
        canvas.disc(
            600 + radius * math.cos(angle),
            410 + radius * math.sin(angle),
            source.uniform(14, 40),
            mix(ink, PAPER, source.uniform(0, 0.3)),
            source.uniform(0.6, 1),
        )
    for _ in range(14):
        x, y = 600 + source.uniform(-130, 130), 410 + source.uniform(-130, 130)
        canvas.disc(x, y, 12, mix((70, 120, 60), SLATE, 0.1), 0.5)
    for x in (232, 962):
        canvas.box(x, 190, x + 13, 650, (160, 164, 164), 6)
    for k in range(4):
        canvas.box(214 + k * 13, 180, 220 + k * 13, 270, (160, 164, 164), 3)
    canvas.disc(1060, 150, 74, mix(TERRACOTTA, SLATE, 0.35))
    canvas.disc(1060, 150, 62, mix((120, 30, 48), SLATE, 0.15))


def pottery(canvas: Canvas, source: Source) -> None:
    wall = source.choice((mix(TEAL, PAPER, 0.55), mix(YELLOW, PAPER, 0.6), mix(LAVENDER, PAPER, 0.6)))
    canvas.wash(wall, mix(wall, PAPER, 0.4), 0, 600)
    canvas.wash((190, 150, 112), (160, 122, 90), 600, HEIGHT)
    blue = (58, 96, 150)
    canvas.disc(420, 396, 214, mix(wall, SLATE, 0.25))
    canvas.disc(410, 386, 212, SNOW)
    for petal in range(16):
        angle = petal * math.pi / 8
        canvas.disc(410 + 178 * math.cos(angle), 386 + 178 * math.sin(angle), 15, blue if petal % 2 else TERRACOTTA)
    canvas.disc(410, 386, 146, mix(SNOW, blue, 0.08))
    for petal in range(8):
        angle = petal * math.pi / 4 + source.uniform(0, 0.2)
        canvas.line([(410, 386), (410 + 110 * math.cos(angle), 386 + 110 * math.sin(angle))], blue, 5)
        canvas.disc(410 + 112 * math.cos(angle), 386 + 112 * math.sin(angle), 17, mix(blue, PAPER, 0.2))
    canvas.disc(410, 386, 32, YELLOW)
    canvas.box(880, 356, 960, 430, SNOW, 10)
    canvas.disc(920, 560, 136, SNOW, 0.95)
    canvas.disc(920, 352, 52, mix(SNOW, SLATE, 0.15), 0.25)
    canvas.arc(1046, 500, 62, 250, 110, SNOW, 20)
    for k in range(9):
        canvas.disc(810 + k * 27, 560 + 18 * math.sin(k), 9, blue if k % 2 else TERRACOTTA)
    canvas.line([(796, 520), (1044, 520)], blue, 4)
    canvas.line([(796, 602), (1044, 602)], blue, 4)


def jars(canvas: Canvas, source: Source) -> None:
    tone = source.choice((LAVENDER, OLIVE, YELLOW, TEAL))
    canvas.wash(mix(tone, PAPER, 0.72), mix(tone, PAPER, 0.5))
    for shelf in range(2):
        base = 360 + shelf * 320
        for k in range(8):
            x = 60 + k * 140 + source.uniform(-8, 8)
            high = source.uniform(130, 220)
            ink = mix(source.choice((YELLOW, TERRACOTTA, OLIVE, LAVENDER)), PAPER, source.uniform(0, 0.25))
            canvas.box(x, base - high, x + 92, base, ink, 16)
            canvas.box(x + 12, base - high - 22, x + 80, base - high + 8, mix((170, 130, 90), SLATE, 0.1), 6)
            canvas.box(x + 14, base - high * 0.66, x + 78, base - high * 0.28, PAPER, 4)
            canvas.disc(x + 46, base - high * 0.47, 12, ink)
            canvas.box(x + 10, base - high + 16, x + 18, base - 18, mix(ink, SNOW, 0.5), 4)
        canvas.box(0, base, WIDTH, base + 26, mix((150, 110, 76), SLATE, 0.15))


def garden(canvas: Canvas, source: Source) -> None:
    canvas.wash((214, 226, 214), (196, 208, 160))
    for _ in range(150):
        x, y = source.uniform(0, WIDTH), source.uniform(210, HEIGHT)
        high = 40 + (y - 180) * 0.28
        leaf = mix((92, 128, 74), SLATE, source.uniform(0, 0.3))
        canvas.line([(x, y), (x + source.uniform(-16, 16), y - high)], leaf, 4)
        ink = mix(source.choice((LAVENDER, YELLOW, TERRACOTTA, SNOW)), PAPER, 0.1)
        for petal in range(5):
            angle = petal * 2 * math.pi / 5
            canvas.disc(x + 9 * math.cos(angle), y - high + 9 * math.sin(angle), 8, ink)
        canvas.disc(x, y - high, 5, mix(YELLOW, SLATE, 0.2))


def kayak(canvas: Canvas, source: Source) -> None:
    turquoise = (36, 156, 154)
    canvas.water(0, HEIGHT, mix(turquoise, SNOW, 0.25), mix(turquoise, SLATE, 0.3), source)
    for x, y, ink in ((330.0, 300.0, YELLOW), (760.0, 500.0, TERRACOTTA)):
        x, y = x + source.uniform(-60, 60), y + source.uniform(-40, 40)
        canvas.polygon([(x - 230, y + 40), (x, y + 78), (x + 230, y + 40), (x, y + 6)], mix(turquoise, SLATE, 0.45))
        canvas.polygon(
            [
                (x - 220, y + 18),
                (x - 60, y - 22),
                (x + 60, y - 22),
                (x + 220, y + 18),
                (x + 60, y + 52),
                (x - 60, y + 52),
            ],
            ink,
        )
        canvas.disc(x, y + 14, 48, mix(ink, SLATE, 0.5), 0.5)
        canvas.box(x - 26, y - 50, x + 26, y + 18, mix(LAVENDER, SLATE, 0.2), 16)
        canvas.disc(x, y - 66, 22, mix(TERRACOTTA, PAPER, 0.5))
        canvas.line([(x - 150, y - 70), (x + 150, y + 24)], mix((150, 110, 76), SLATE, 0.2), 8)
        for end in (-1, 1):
            canvas.disc(x + 152 * end, y - 23 + 48 * end, 30, PAPER, 0.5)


def welcome(canvas: Canvas, source: Source) -> None:
    """A tourist office: an open door under an awning, with a fingerpost."""
    canvas.wash(mix(PAPER, source.choice((TEAL, LAVENDER, YELLOW)), 0.24), PAPER)
    wall = source.choice(((236, 214, 172), (232, 198, 164), (240, 230, 206), (222, 206, 190)))
    awning = source.choice((TEAL, TERRACOTTA, LAVENDER, OLIVE))
    canvas.box(250, 170, 950, 700, mix(wall, SLATE, 0.04))
    canvas.polygon([(220, 180), (300, 110), (900, 110), (980, 180)], TERRACOTTA)
    canvas.box(430, 330, 770, 700, mix(SLATE, awning, 0.4), 8)
    canvas.glow(600, 520, 200, YELLOW, 0.6)
    for stripe in range(10):
        x = 390 + stripe * 42
        canvas.polygon([(x + 8, 270), (x + 42, 270), (x + 42, 350), (x, 350)], awning if stripe % 2 == 0 else PAPER)
    for left in (290, 820):
        canvas.box(left, 380, left + 90, 520, mix(SLATE, awning, 0.3), 6)
    canvas.wash((214, 198, 166), (196, 178, 144), 700, HEIGHT)
    canvas.line([(1060, 300), (1060, 760)], SLATE, 12)
    for k, ink in enumerate((YELLOW, TEAL, TERRACOTTA)):
        y, turn = 320 + k * 76, 1 if source.random() < 0.5 else -1
        canvas.polygon(
            [
                (1060 - 80 * turn, y),
                (1060 + 76 * turn, y),
                (1060 + 110 * turn, y + 26),
                (1060 + 76 * turn, y + 52),
                (1060 - 80 * turn, y + 52),
            ],
            ink,
        )


POSTERS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene
    for scene in (
        book,
        cinema,
        concert,
        exhibition,
        festival,
        garden,
        jars,
        kayak,
        market,
        pottery,
        sport,
        table,
        theatre,
        welcome,
    )
}
