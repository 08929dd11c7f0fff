"""Scenes of the cold months: Christmas chalets, cribs, lanterns, ice, snow and huts."""

import math
from collections.abc import Callable

from tourism.apidae.demonstration.pictures.canvas import (
    DAWN,
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
    Colour,
    Source,
    mix,
)

_WOOD = (132, 92, 62)
_EVENING = (34, 44, 72)


def _bulbs(canvas: Canvas, source: Source, y: float, sag: float, count: int = 22) -> None:
    """A string of coloured lights across the sheet."""
    rope = [(x, y + sag * math.sin(x / WIDTH * math.pi)) for x in range(0, WIDTH + 40, 40)]
    canvas.line(rope, mix(SLATE, _EVENING, 0.4), 3)
    for k in range(count):
        x = (k + 0.5) * WIDTH / count
        drop = y + sag * math.sin(x / WIDTH * math.pi) + 14
        ink = source.choice((YELLOW, TERRACOTTA, (236, 214, 150), TEAL))
        canvas.glow(x, drop, 46, ink, 0.5)
        canvas.disc(x, drop, 8, mix(ink, SNOW, 0.3), 1.25)


def _person(canvas: Canvas, x: float, base: float, size: float, coat: Colour) -> None:
    """Someone wrapped up, seen from behind."""
    canvas.polygon(
        [(x - size * 0.2, base), (x - size * 0.13, base - size * 0.62), (x + size * 0.13, base - size * 0.62)]
        + [(x + size * 0.2, base)],
        coat,
    )
    canvas.disc(x, base - size * 0.74, size * 0.12, mix(coat, PAPER, 0.35))
    canvas.disc(x, base - size * 0.81, size * 0.12, mix(coat, SLATE, 0.4), 0.7)


def chalets(canvas: Canvas, source: Source) -> None:
    canvas.wash(mix(_EVENING, SLATE, 0.5), mix(_EVENING, LAVENDER, 0.35))
    canvas.stars(source)
    canvas.ridge(430, 120, mix(_EVENING, LAVENDER, 0.25), source)
    canvas.wash(mix(SNOW, _EVENING, 0.3), mix(SNOW, _EVENING, 0.12), 560, HEIGHT)
    fir = source.choice((180.0, 1010.0))
    canvas.conifer(fir, 610, 360, mix((40, 84, 66), SLATE, 0.2))
    for k in range(26):
        y = 330 + k * 10.5
        canvas.disc(fir + math.sin(k * 2.4) * (y - 290) * 0.24, y, 7, source.choice((YELLOW, TERRACOTTA, SNOW)))
    canvas.glow(fir, 290, 80, YELLOW, 0.8)
    canvas.disc(fir, 288, 13, YELLOW)
    places = [x for x in (60.0, 300.0, 540.0, 780.0, 1010.0) if abs(x + 95 - fir) > 150]
    for rank, x in enumerate(places):
        base, wide, high = 640 + source.uniform(-12, 22), 200, 190
        wood = mix(_WOOD, source.choice((PAPER, SLATE, TERRACOTTA)), source.uniform(0.05, 0.22))
        canvas.glow(x + wide / 2, base - 90, 220, (255, 206, 120), 0.55)
        canvas.box(x, base - high, x + wide, base, wood)
        for plank in range(5):
            canvas.line([(x, base - 18 - plank * 16), (x + wide, base - 18 - plank * 16)], mix(wood, SLATE, 0.3), 2)
        canvas.box(x + 18, base - high + 24, x + wide - 18, base - 84, (255, 222, 150))
        for jar in range(5):
            ink = source.choice((TERRACOTTA, OLIVE, LAVENDER, TEAL))
            canvas.box(x + 28 + jar * 30, base - 116, x + 48 + jar * 30, base - 84, ink, 5)
        _person(canvas, x + wide / 2, base - 84, 92, mix(source.choice((TERRACOTTA, TEAL)), SLATE, 0.4))
        canvas.polygon(
            [(x - 22, base - high + 14), (x + wide / 2, base - high - 78), (x + wide + 22, base - high + 14)],
            mix(SNOW, _EVENING, 0.1),
        )
        canvas.polygon(
            [(x - 6, base - high + 14), (x + wide / 2, base - high - 52), (x + wide + 6, base - high + 14)],
            mix(wood, SLATE, 0.35),
        )
        if rank % 2:
            canvas.disc(x + wide / 2, base - high - 14, 18, mix(YELLOW, PAPER, 0.3))
    _bulbs(canvas, source, 250 + source.uniform(-30, 30), 70)
    for _ in range(11):
        _person(
            canvas,
            source.uniform(60, 1140),
            source.uniform(700, 770),
            source.uniform(100, 130),
            mix(source.choice((TERRACOTTA, TEAL, LAVENDER, OLIVE)), SLATE, 0.55),
        )
    for _ in range(130):
        canvas.disc(source.uniform(0, WIDTH), source.uniform(0, HEIGHT), source.uniform(1.5, 4), SNOW)


def santons(canvas: Canvas, source: Source) -> None:
    canvas.wash((24, 36, 70), (206, 150, 110), 0, 640)
    canvas.stars(source)
    canvas.ridge(470, 90, (98, 82, 104), source, rough=0.5)
    canvas.wash(mix(OLIVE, PAPER, 0.25), mix(OLIVE, SLATE, 0.2), 560, HEIGHT)
    x = source.uniform(520, 680)
    canvas.glow(x, 190, 170, YELLOW, 0.9)
    canvas.polygon(
        [(x, 150), (x + 12, 180), (x + 44, 190), (x + 12, 200), (x, 232), (x - 12, 200), (x - 44, 190)]
        + [(x - 12, 180)],
        (255, 238, 180),
    )
    canvas.polygon([(x - 210, 640), (x - 190, 430), (x, 300), (x + 190, 430), (x + 210, 640)], mix(_WOOD, SLATE, 0.1))
    canvas.polygon([(x - 160, 640), (x - 150, 450), (x, 350), (x + 150, 450), (x + 160, 640)], (255, 214, 140))
    canvas.polygon([(x - 232, 446), (x, 278), (x + 232, 446), (x + 214, 466), (x, 318), (x - 214, 466)], _WOOD)
    canvas.box(x - 44, 596, x + 44, 636, mix(_WOOD, YELLOW, 0.3), 8)
    canvas.disc(x, 592, 20, (244, 214, 180), 0.8)
    inks = (TERRACOTTA, TEAL, LAVENDER, YELLOW, OLIVE, (176, 60, 60), (64, 96, 150))
    crowd = [x - 104, x + 104, *(place for place in range(90, 1150, 106) if abs(place - x) > 180)]
    for rank, place in enumerate(crowd):
        base, size = 650 + (rank % 3) * 46.0, 150 + (rank % 3) * 22.0
        coat = mix(source.choice(inks), PAPER, source.uniform(0, 0.2))
        canvas.disc(place, base, size * 0.3, mix(OLIVE, SLATE, 0.45), 0.25)
        canvas.polygon(
            [(place - size * 0.26, base), (place - size * 0.1, base - size * 0.6)]
            + [(place + size * 0.1, base - size * 0.6), (place + size * 0.26, base)],
            coat,
        )
        canvas.polygon(
            [(place - size * 0.12, base), (place, base - size * 0.5), (place + size * 0.12, base)],
            mix(coat, SNOW, 0.45),
        )
        canvas.disc(place, base - size * 0.7, size * 0.13, (236, 200, 164))
        canvas.disc(place, base - size * 0.8, size * 0.2, mix(coat, SLATE, 0.55), 0.3)
        canvas.disc(place, base - size * 0.85, size * 0.1, mix(coat, SLATE, 0.55), 0.8)
        if rank % 3 == 0:
            canvas.line([(place + size * 0.24, base), (place + size * 0.2, base - size * 0.8)], _WOOD, 5)
        elif rank % 3 == 1:
            canvas.disc(place + size * 0.2, base - size * 0.4, size * 0.12, mix(YELLOW, _WOOD, 0.5), 0.7)


def lanterns(canvas: Canvas, source: Source) -> None:
    canvas.wash((22, 28, 52), (104, 82, 108))
    canvas.stars(source)
    canvas.ridge(360, 110, (50, 54, 84), source)
    canvas.village(source.uniform(330, 870), 470, source, NIGHT, count=24, size=1.3)
    canvas.wash((52, 50, 72), (28, 30, 48), 470, HEIGHT)
    for row in range(4):
        count = 9 - row
        for k in range(count):
            x = (k + 0.5 + source.uniform(-0.2, 0.2)) * WIDTH / count
            base, size = 560 + row * 76.0, 92 + row * 34.0
            ink = source.choice((YELLOW, TERRACOTTA, (244, 190, 110), LAVENDER, TEAL))
            _person(canvas, x, base, size, mix((28, 30, 48), SLATE, 0.4))
            hold = x + size * 0.34
            canvas.line([(x + size * 0.1, base - size * 0.5), (hold, base - size * 0.86)], SLATE, 4)
            canvas.glow(hold, base - size * 0.66, size * 0.8, ink, 0.6)
            canvas.box(
                hold - size * 0.13,
                base - size * 0.84,
                hold + size * 0.13,
                base - size * 0.5,
                mix(ink, SNOW, 0.4),
                size * 0.08,
            )
            canvas.line([(hold - size * 0.1, base - size * 0.67), (hold + size * 0.1, base - size * 0.67)], ink, 3)


def skating(canvas: Canvas, source: Source) -> None:
    canvas.wash((70, 84, 124), (236, 178, 150), 0, 480)
    peaks = canvas.ridge(360, 170, (120, 116, 150), source, rough=0.56)
    canvas.snow(peaks, 330, SNOW, source)
    for k in range(16):
        canvas.conifer(
            k * 80 + source.uniform(-20, 20),
            500,
            source.uniform(90, 190),
            mix((46, 78, 76), SLATE, source.uniform(0.1, 0.5)),
        )
    canvas.wash(SNOW, mix(SNOW, (150, 170, 200), 0.3), 480, HEIGHT)
    canvas.disc(600, 650, 560, mix(SLATE, SNOW, 0.6), 0.25)
    canvas.disc(600, 644, 548, (190, 214, 228), 0.24)
    for _ in range(20):
        x, y = source.uniform(200, 1000), source.uniform(560, 730)
        canvas.arc(x, y, source.uniform(30, 90), 20, 120, (226, 238, 244), 3)
    for k in range(8):
        x, y = 190 + k * 112 + source.uniform(-26, 26), source.uniform(600, 736)
        size, lean = 120.0, source.choice((-1, 1)) * source.uniform(14, 30)
        coat = mix(source.choice((TERRACOTTA, TEAL, LAVENDER, YELLOW)), SLATE, 0.2)
        canvas.line([(x, y), (x + lean * 0.5, y - size * 0.4)], SLATE, 9)
        canvas.line([(x - lean * 1.8, y - size * 0.12), (x + lean * 0.5, y - size * 0.4)], SLATE, 9)
        canvas.line([(x + lean * 0.5, y - size * 0.36), (x + lean, y - size * 0.78)], coat, 22)
        canvas.line([(x + lean - 34, y - size * 0.56), (x + lean + 34, y - size * 0.68)], coat, 8)
        canvas.disc(x + lean * 1.15, y - size * 0.96, 15, (236, 200, 164))
        canvas.disc(x + lean * 1.15, y - size * 1.03, 15, coat, 0.7)
    _bulbs(canvas, source, 130, 60, 18)


def snowshoes(canvas: Canvas, source: Source) -> None:
    light = source.choice((WINTER, DAWN))
    canvas.sky(light, source)
    peaks = canvas.ridge(330, 190, mix(light[2], SLATE, 0.2), source, rough=0.57)
    canvas.snow(peaks, 400, SNOW, source)
    canvas.polygon(
        [(0, 560), (420, 470), (900, 540), (WIDTH, 430), (WIDTH, HEIGHT), (0, HEIGHT)], mix(SNOW, light[0], 0.18)
    )
    for side in (0, 1):
        for _ in range(9):
            x = source.uniform(0, 260) if side else source.uniform(930, 1200)
            canvas.conifer(
                x,
                560 + source.uniform(0, 130),
                source.uniform(130, 260),
                mix((52, 84, 84), SLATE, source.uniform(0.1, 0.5)),
            )
    canvas.polygon([(0, 720), (500, 600), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)], SNOW)
    for k in range(22):
        share = k / 21
        x, y = 200 + 560 * share**0.8, 790 - 190 * share
        size = 22 - 14 * share
        canvas.disc(x + (-1) ** k * size * 0.9, y, size, mix(SNOW, light[0], 0.45), 0.42)
    for rank, (x, y, size) in enumerate(((740.0, 640.0, 190.0), (850.0, 622.0, 165.0), (945.0, 612.0, 150.0))):
        coat = (TERRACOTTA, TEAL, LAVENDER)[(rank + source.randrange(3)) % 3]
        for aside, swing in ((-0.1, -0.06), (0.12, 0.1)):
            canvas.line([(x, y - size * 0.42), (x + size * (aside + swing), y - 8)], SLATE, size * 0.07)
            canvas.disc(x + size * (aside + swing), y - 4, size * 0.16, YELLOW, 0.28)
        canvas.line([(x, y - size * 0.42), (x + size * 0.05, y - size * 0.78)], coat, size * 0.17)
        canvas.box(x - size * 0.18, y - size * 0.78, x - size * 0.04, y - size * 0.46, mix(coat, SLATE, 0.4), 6)
        canvas.disc(x + size * 0.08, y - size * 0.93, size * 0.09, (232, 196, 160))
        canvas.disc(x + size * 0.08, y - size * 0.98, size * 0.09, coat, 0.8)
        for toward in (-1, 1):
            canvas.line([(x + toward * size * 0.2, y - size * 0.55), (x + toward * size * 0.34, y)], SLATE, 3)


def lift(canvas: Canvas, source: Source) -> None:
    """Chairs above the first runs of the season."""
    canvas.sky(WINTER, source)
    peaks = canvas.ridge(300, 220, mix(WINTER[2], SLATE, 0.25), source, rough=0.58)
    canvas.snow(peaks, 470, SNOW, source)
    canvas.polygon([(0, 640), (500, 520), (WIDTH, 400), (WIDTH, HEIGHT), (0, HEIGHT)], mix(SNOW, WINTER[0], 0.14))
    canvas.polygon([(0, 720), (700, 640), (WIDTH, 560), (WIDTH, HEIGHT), (0, HEIGHT)], SNOW)
    for _ in range(14):
        x = source.uniform(0, 1200)
        canvas.conifer(
            x,
            660 - x * 0.14 + source.uniform(0, 40),
            source.uniform(60, 120),
            mix((52, 84, 84), SLATE, source.uniform(0.1, 0.5)),
        )
    steel = mix(SLATE, WINTER[0], 0.15)
    for x, top, base in ((240.0, 300.0, 760.0), (830.0, 150.0, 620.0)):
        canvas.polygon([(x - 12, base), (x - 7, top), (x + 7, top), (x + 12, base)], steel)
        canvas.box(x - 70, top - 6, x + 70, top + 8, steel, 5)
    for aside in (-50, 50):
        canvas.line(
            [(-20, 372 + aside * 0.1), (240 + aside, 300), (830 + aside, 150), (1220, 56 + aside * 0.1)], SLATE, 4
        )
    seat = source.choice((TERRACOTTA, TEAL, YELLOW))
    for k in range(4):
        x = 60 + k * 290 + source.uniform(-16, 16)
        y = 352 - x * 0.25
        canvas.line([(x, y), (x, y + 76)], SLATE, 5)
        canvas.box(x - 48, y + 110, x + 48, y + 126, SLATE, 6)
        canvas.box(x - 50, y + 74, x + 50, y + 88, seat, 6)
        canvas.line([(x - 48, y + 80), (x - 48, y + 118)], SLATE, 5)
        canvas.line([(x + 48, y + 80), (x + 48, y + 118)], SLATE, 5)
        for toward in (-1, 1):
            coat = source.choice((TERRACOTTA, TEAL, LAVENDER, YELLOW))
            canvas.line([(x + toward * 22, y + 114), (x + toward * 22, y + 72)], coat, 26)
            canvas.disc(x + toward * 22, y + 50, 14, mix(coat, SLATE, 0.5))
            canvas.line([(x + toward * 22, y + 126), (x + toward * 26, y + 164)], SLATE, 8)
            canvas.line([(x + toward * 26 - 26, y + 172), (x + toward * 26 + 34, y + 160)], mix(SLATE, coat, 0.5), 5)
    for k in range(5):
        start = 420 + k * 120 + source.uniform(-20, 20)
        canvas.line([(start + 44 * (-1) ** j, 650 + j * 30) for j in range(6)], mix(SNOW, WINTER[0], 0.4), 4)


def refuge(canvas: Canvas, source: Source) -> None:
    canvas.sky(DAWN, source)
    peaks = canvas.ridge(300, 240, mix(DAWN[2], SLATE, 0.3), source, rough=0.6)
    canvas.snow(peaks, 300, mix(SNOW, DAWN[1], 0.2), source)
    canvas.ridge(470, 130, mix(DAWN[2], DAWN[3], 0.4), source)
    meadow = mix(OLIVE, DAWN[3], 0.2)
    canvas.ridge(620, 60, meadow, source, rough=0.4)
    x = source.uniform(420, 640)
    stone = mix(PAPER, SLATE, 0.22)
    canvas.box(x, 470, x + 300, 640, stone)
    for _ in range(60):
        sx, sy = x + source.uniform(8, 270), source.uniform(480, 626)
        canvas.box(sx, sy, sx + source.uniform(14, 30), sy + 11, mix(stone, source.choice((SLATE, PAPER)), 0.22), 4)
    canvas.polygon([(x - 30, 480), (x + 46, 370), (x + 254, 370), (x + 330, 480)], mix(SLATE, TERRACOTTA, 0.2))
    canvas.box(x + 220, 330, x + 252, 400, mix(stone, SLATE, 0.3))
    for k in range(3):
        canvas.disc(x + 242 + k * 22, 310 - k * 34, 18 + k * 9, mix(DAWN[1], SNOW, 0.5))
    for k in range(3):
        left = x + 34 + k * 92
        if k == 1:
            canvas.box(left, 536, left + 58, 640, mix(_WOOD, SLATE, 0.3), 3)
            continue
        canvas.box(left, 530, left + 54, 588, YELLOW)
        for side in (-26, 56):
            canvas.box(left + side, 526, left + side + 24, 592, source.choice((TERRACOTTA, TEAL)))
    canvas.line([(x - 70, 640), (x - 70, 400)], _WOOD, 6)
    for k in range(6):
        canvas.polygon(
            [(x - 70 - k * 30, 410 + k * 20), (x - 96 - k * 30, 428 + k * 20), (x - 62 - k * 30, 444 + k * 20)],
            (YELLOW, TERRACOTTA, TEAL)[k % 3],
        )
    for _ in range(34):
        px, py = source.uniform(0, WIDTH), source.uniform(650, 790)
        canvas.disc(px, py, source.uniform(10, 40), mix(meadow, source.choice((SLATE, PAPER)), 0.3), 0.5)
    canvas.line([(x + 155, 645), (x + 120, 690), (x + 210, 740), (x + 120, 800)], mix(PAPER, meadow, 0.3), 16)


WINTERS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene for scene in (chalets, lanterns, lift, refuge, santons, skating, snowshoes)
}
