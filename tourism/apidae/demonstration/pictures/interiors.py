"""Scenes of baths, villas, domes and voices."""

import math
from collections.abc import Callable

from tourism.apidae.demonstration.pictures.canvas import (
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
    YELLOW,
    Canvas,
    Source,
    mix,
)

_WOOD = (150, 110, 76)
_INKS = (TERRACOTTA, TEAL, YELLOW, LAVENDER, OLIVE)


def _blue(source: Source) -> tuple[int, int, int]:
    return mix(TEAL, (70, 160, 200), source.random())


def pool(canvas: Canvas, source: Source) -> None:
    """Warm water below arches."""
    wall = source.choice(((236, 214, 172), (226, 206, 190), (214, 220, 206)))
    canvas.wash(mix(wall, PAPER, 0.3), wall, 0, 520)
    for k in range(5):
        left = 30 + k * 236
        canvas.disc(left + 92, 220, 92, mix(TEAL, SNOW, 0.62))
        canvas.box(left, 220, left + 184, 470, mix(TEAL, SNOW, 0.62))
        canvas.glow(left + 92, 260, 160, SNOW, 0.6)
        canvas.polygon(
            [
                (left, 470),
                (left, 380),
                (left + 60, 320 + source.uniform(-20, 20)),
                (left + 130, 370),
                (left + 184, 330),
                (left + 184, 470),
            ],
            mix(TEAL, SLATE, 0.2),
        )
        canvas.box(left + 184, 90, left + 236, 500, mix(wall, SLATE, 0.12))
    canvas.box(0, 480, WIDTH, 530, mix(wall, SLATE, 0.22))
    canvas.water(530, HEIGHT, mix(_blue(source), SNOW, 0.3), mix(TEAL, SLATE, 0.2), source)
    for _ in range(14):
        canvas.glow(source.uniform(0, WIDTH), source.uniform(440, 640), source.uniform(90, 190), SNOW, 0.35)
    for k in range(3):
        x, y = 260 + k * 330 + source.uniform(-60, 60), 640 + source.uniform(-20, 50)
        canvas.disc(x, y + 8, 66, mix(TEAL, SNOW, 0.55), 0.3)
        canvas.disc(x, y - 26, 33, (232, 196, 160))
        canvas.disc(x, y - 42, 33, mix(source.choice((SLATE, _WOOD, TERRACOTTA)), SLATE, 0.2), 0.65)


def villa(canvas: Canvas, source: Source) -> None:
    """A house that Mexican money built."""
    light = GOLDEN
    canvas.sky(light, source)
    peaks = canvas.ridge(310, 190, mix(light[2], SLATE, 0.2), source, rough=0.57)
    canvas.snow(peaks, 230, SNOW, source)
    canvas.ridge(520, 70, mix(OLIVE, light[3], 0.45), source)
    canvas.wash((160, 172, 108), mix(OLIVE, SLATE, 0.1), 640, HEIGHT)
    wall = source.choice(((238, 222, 190), (232, 206, 176), (226, 214, 206)))
    trim, roof = source.choice((TERRACOTTA, TEAL, (150, 70, 70))), mix(SLATE, LAVENDER, 0.25)
    canvas.box(360, 330, 840, 680, wall)
    canvas.box(700, 330, 840, 680, mix(wall, SLATE, 0.1))
    canvas.polygon([(330, 336), (430, 230), (770, 230), (870, 336)], roof)
    canvas.box(520, 250, 680, 680, mix(wall, PAPER, 0.3))
    canvas.polygon([(500, 256), (600, 160), (700, 256)], mix(roof, SLATE, 0.2))
    canvas.box(836, 300, 930, 680, mix(wall, SLATE, 0.05))
    canvas.polygon([(822, 306), (883, 170), (944, 306)], mix(roof, SLATE, 0.1))
    for row in range(2):
        for x in (400, 460, 556, 616, 716, 776, 868):
            y = 370 + row * 150
            canvas.box(x - 6, y - 8, x + 38, y + 84, trim, 4)
            canvas.box(x, y, x + 32, y + 80, mix(SLATE, TEAL, 0.35), 3)
            canvas.line([(x + 16, y), (x + 16, y + 80)], wall, 3)
    canvas.box(500, 486, 700, 498, SLATE)
    for k in range(17):
        canvas.line([(506 + k * 12, 452), (506 + k * 12, 490)], SLATE, 3)
    canvas.box(566, 580, 634, 680, mix(_WOOD, SLATE, 0.2), 6)
    canvas.polygon([(540, 690), (660, 690), (760, HEIGHT), (440, HEIGHT)], mix(PAPER, _WOOD, 0.25))
    for x in (110, 240, 1010, 1120):
        canvas.tree(x, 730, source.uniform(200, 290), mix((70, 104, 70), SLATE, source.uniform(0.1, 0.4)))
    for _ in range(60):
        px = source.choice((source.uniform(0, 430), source.uniform(770, 1200)))
        canvas.disc(px, source.uniform(710, 790), 8, mix(source.choice(_INKS), PAPER, 0.2))


def observatory(canvas: Canvas, source: Source) -> None:
    canvas.sky(NIGHT, source, sun=False)
    for _ in range(420):
        x = source.uniform(0, WIDTH)
        y = 420 - x * 0.3 + source.gauss(0, 46)
        canvas.disc(x, y, source.choice((0.8, 1.2, 1.9)), mix((90, 104, 140), SNOW, source.random()))
    canvas.ridges(NIGHT, source, count=3, top=560, bottom=660)
    for x, size, dark in ((source.uniform(420, 520), 210.0, 0.0), (source.uniform(860, 940), 120.0, 0.25)):
        shell = mix(mix(SNOW, NIGHT[1], 0.4), SLATE, dark)
        base = 700.0
        canvas.box(x - size * 0.92, base - size * 0.75, x + size * 0.92, base, mix(shell, SLATE, 0.25))
        canvas.disc(x, base - size * 0.75, size, shell)
        canvas.box(x - size, base - size * 0.75, x + size, base - size * 0.6, mix(shell, SLATE, 0.45))
        canvas.box(x - size * 1.02, base - size * 0.6, x + size * 1.02, base, mix(shell, SLATE, 0.3))
        canvas.polygon(
            [
                (x + size * 0.08, base - size * 1.74),
                (x + size * 0.46, base - size * 1.62),
                (x + size * 0.62, base - size * 0.8),
                (x + size * 0.2, base - size * 0.8),
            ],
            (24, 28, 44),
        )
        canvas.line(
            [(x + size * 0.3, base - size * 0.9), (x + size * 0.42, base - size * 1.5)],
            mix(YELLOW, SLATE, 0.2),
            size * 0.14,
        )
        for k in range(5):
            canvas.arc(x, base - size * 0.75, size * (0.98 - k * 0.2), 180, 262, mix(shell, SLATE, 0.18), 3)
        canvas.box(x - size * 0.6, base - size * 0.34, x - size * 0.34, base, YELLOW, 4)
    canvas.wash((20, 28, 34), (10, 16, 22), 698, HEIGHT)
    for _ in range(12):
        canvas.tree(source.uniform(0, WIDTH), 770 + source.uniform(0, 40), source.uniform(70, 130), (14, 24, 28))


def choir(canvas: Canvas, source: Source) -> None:
    glass = source.choice((TEAL, LAVENDER, TERRACOTTA))
    canvas.wash((66, 58, 66), (150, 126, 104))
    for x, wide, top in ((600.0, 150.0, 60.0), (250.0, 96.0, 150.0), (950.0, 96.0, 150.0)):
        canvas.glow(x, top + 160, 300, mix(YELLOW, glass, 0.3), 0.6)
        for layer, ink in ((0, SLATE), (10, mix(glass, SNOW, 0.5))):
            canvas.polygon(
                [
                    (x - wide + layer, 430),
                    (x - wide + layer, top + 120),
                    (x - wide * 0.5, top + 34 + layer),
                    (x, top + layer),
                    (x + wide * 0.5, top + 34 + layer),
                    (x + wide - layer, top + 120),
                    (x + wide - layer, 430),
                ],
                ink,
            )
        for _ in range(30):
            px, py = x + source.uniform(-wide * 0.8, wide * 0.8), source.uniform(top + 110, 410)
            canvas.polygon(
                [(px, py - 26), (px + 22, py), (px, py + 26), (px - 22, py)],
                mix(source.choice(_INKS), SNOW, source.uniform(0, 0.35)),
            )
        for k in (-1, 0, 1):
            canvas.line([(x + k * wide * 0.5, top + 40), (x + k * wide * 0.5, 430)], SLATE, 6)
    robe = mix(source.choice((TERRACOTTA, TEAL, LAVENDER)), SLATE, 0.25)
    for row in range(3):
        count = 11 - row
        for k in range(count):
            x = (k + 0.5) * WIDTH / count + source.uniform(-8, 8)
            y, size = 470 + row * 110.0, 36 + row * 7.0
            canvas.polygon(
                [
                    (x - size * 1.5, y + 240),
                    (x - size * 1.2, y + size * 1.5),
                    (x - size * 0.5, y + size),
                    (x + size * 0.5, y + size),
                    (x + size * 1.2, y + size * 1.5),
                    (x + size * 1.5, y + 240),
                ],
                mix(robe, SLATE if (k + row) % 2 else PAPER, 0.12),
            )
            canvas.disc(x, y, size * 0.74, mix((232, 196, 160), _WOOD, source.uniform(0, 0.6)))
            canvas.disc(
                x, y - size * 0.36, size * 0.76, mix(source.choice((SLATE, _WOOD, (90, 60, 44))), SLATE, 0.2), 0.62
            )
            canvas.disc(x, y + size * 0.34, size * 0.16, (110, 44, 44), 1.2)
            canvas.polygon(
                [
                    (x - size, y + size * 2.6),
                    (x, y + size * 2.2),
                    (x + size, y + size * 2.6),
                    (x + size, y + size * 3.3),
                    (x, y + size * 2.9),
                    (x - size, y + size * 3.3),
                ],
                SNOW,
            )


def sundial(canvas: Canvas, source: Source) -> None:
    """A painted dial on a wall: the shadow tells the hour."""
    wall = source.choice(((236, 206, 156), (232, 190, 150), (238, 222, 190)))
    canvas.wash(mix(wall, PAPER, 0.2), mix(wall, TERRACOTTA, 0.16))
    for _ in range(70):
        x, y = source.uniform(0, WIDTH), source.uniform(0, HEIGHT)
        canvas.disc(x, y, source.uniform(14, 70), mix(wall, source.choice((PAPER, TERRACOTTA)), 0.1), 0.6)
    blue = mix(TEAL, LAVENDER, source.random() * 0.5)
    canvas.box(240, 90, 960, 700, mix(blue, PAPER, 0.2), 30)
    canvas.box(262, 112, 938, 678, SNOW, 22)
    canvas.disc(600, 250, 66, YELLOW)
    for k in range(24):
        angle = k * math.pi / 12
        far = 104 if k % 2 else 86
        canvas.line(
            [
                (600 + 72 * math.cos(angle), 250 + 72 * math.sin(angle)),
                (600 + far * math.cos(angle), 250 + far * math.sin(angle)),
            ],
            mix(YELLOW, TERRACOTTA, 0.3),
            7,
        )
    for k in range(11):
        angle = math.radians(12 + k * 15.6)
        end = (600 + 330 * math.cos(angle), 250 + 400 * math.sin(angle))
        canvas.line([(600 + 120 * math.cos(angle), 250 + 120 * math.sin(angle)), end], mix(SLATE, blue, 0.4), 4)
        canvas.disc(*end, 15, source.choice(_INKS))
    angle = math.radians(source.uniform(50, 130))
    canvas.line([(600, 250), (600 + 340 * math.cos(angle), 250 + 340 * math.sin(angle))], mix(SLATE, SNOW, 0.35), 15)
    canvas.line([(600, 250), (640, 420)], SLATE, 9)
    canvas.disc(600, 250, 14, SLATE)
    canvas.polygon([(0, 0), (WIDTH, 0), (WIDTH, 34), (0, 74)], mix(TERRACOTTA, SLATE, 0.2))
    for k in range(24):
        canvas.disc(k * 52 + 10, 62 - k * 1.7, 26, TERRACOTTA, 0.7)


INTERIORS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene for scene in (choir, observatory, pool, sundial, villa)
}
