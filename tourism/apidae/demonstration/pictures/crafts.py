"""Scenes of hands at work and of what they make."""

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
    Source,
    mix,
)

_WOOD = (150, 110, 76)
_INKS = (TERRACOTTA, TEAL, YELLOW, LAVENDER, OLIVE)


def _planks(canvas: Canvas, source: Source, top: float) -> None:
    """A wooden table top, from `top` down to the edge of the sheet."""
    canvas.wash(mix(_WOOD, PAPER, 0.25), mix(_WOOD, SLATE, 0.1), top, HEIGHT)
    for k in range(5):
        y = top + (k + 1) * (HEIGHT - top) / 6
        canvas.line([(0, y), (WIDTH, y + source.uniform(-4, 4))], mix(_WOOD, SLATE, 0.25), 3)


def truffles(canvas: Canvas, source: Source) -> None:
    canvas.wash(mix(PAPER, OLIVE, 0.3), mix(PAPER, _WOOD, 0.3), 0, 420)
    _planks(canvas, source, 400)
    straw = (206, 166, 104)
    canvas.disc(470, 560, 320, mix(straw, SLATE, 0.4), 0.5)
    canvas.disc(470, 520, 316, straw, 0.5)
    canvas.disc(470, 506, 280, mix(straw, SLATE, 0.35), 0.46)
    for k in range(26):
        angle = k * math.pi / 13
        canvas.line(
            [
                (470 + 284 * math.cos(angle), 510 + 132 * math.sin(angle)),
                (470 + 316 * math.cos(angle), 522 + 158 * math.sin(angle)),
            ],
            mix(straw, SLATE, 0.35),
            5,
        )
    for _ in range(17):
        angle, far = source.uniform(0, 2 * math.pi), 220 * math.sqrt(source.random())
        x, y, size = 470 + far * math.cos(angle), 470 + far * 0.4 * math.sin(angle), source.uniform(46, 72)
        skin = mix((50, 40, 36), SLATE, source.uniform(0, 0.5))
        canvas.disc(x, y, size, skin, 0.86)
        for _ in range(26):
            bump, turn = size * math.sqrt(source.random()) * 0.9, source.uniform(0, 2 * math.pi)
            canvas.disc(
                x + bump * math.cos(turn),
                y + bump * 0.8 * math.sin(turn),
                size * 0.1,
                mix(skin, PAPER, source.uniform(0.06, 0.2)),
            )
    for x, y in ((880.0, 560.0), (1010.0, 640.0), (860.0, 690.0)):
        x += source.uniform(-16, 16)
        canvas.disc(x + 5, y + 7, 74, mix(_WOOD, SLATE, 0.4), 0.8)
        canvas.disc(x, y, 74, (48, 40, 36), 0.8)
        canvas.disc(x, y, 66, (92, 74, 62), 0.8)
        for _ in range(15):
            turn = source.uniform(0, 2 * math.pi)
            canvas.line(
                [
                    (x + 8 * math.cos(turn), y + 8 * math.sin(turn)),
                    (x + 40 * math.cos(turn + 0.4), y + 28 * math.sin(turn + 0.4)),
                    (x + 60 * math.cos(turn), y + 46 * math.sin(turn)),
                ],
                (220, 200, 176),
                2,
            )


def cheese(canvas: Canvas, source: Source) -> None:
    wall = mix(PAPER, source.choice((TEAL, YELLOW, LAVENDER)), 0.22)
    canvas.wash(wall, mix(wall, _WOOD, 0.2), 0, 420)
    _planks(canvas, source, 410)
    for x, y, size in ((330.0, 520.0, 170.0), (700.0, 490.0, 150.0), (960.0, 620.0, 150.0), (520.0, 680.0, 140.0)):
        x += source.uniform(-20, 20)
        leaf = mix((132, 86, 50), source.choice((OLIVE, TERRACOTTA, SLATE)), source.uniform(0.1, 0.35))
        canvas.disc(x + 8, y + size * 0.34, size, mix(_WOOD, SLATE, 0.45), 0.5)
        canvas.box(x - size, y - size * 0.06, x + size, y + size * 0.3, mix(leaf, SLATE, 0.25))
        canvas.disc(x, y + size * 0.3, size, mix(leaf, SLATE, 0.25), 0.5)
        canvas.disc(x, y, size, leaf, 0.52)
        for k in range(10):
            turn = k * math.pi / 5
            canvas.line(
                [(x, y), (x + size * 0.92 * math.cos(turn), y + size * 0.48 * math.sin(turn))],
                mix(leaf, PAPER, 0.22),
                4,
            )
        straw = (232, 208, 150)
        canvas.line([(x - size, y + 4), (x + size, y - 4)], straw, 9)
        canvas.line([(x - 8, y - size * 0.52), (x + 10, y + size * 0.5), (x + 8, y + size * 0.8)], straw, 9)
        for toward in (-1, 1):
            canvas.disc(x + toward * 24, y - 8, 22, straw, 0.5)
        canvas.disc(x, y - 6, 9, mix(straw, SLATE, 0.2))


def alembic(canvas: Canvas, source: Source) -> None:
    canvas.wash(mix(LAVENDER, PAPER, 0.55), mix(PAPER, YELLOW, 0.2), 0, 600)
    canvas.wash((176, 156, 132), (140, 120, 100), 600, HEIGHT)
    copper, x = (190, 110, 66), source.uniform(360, 460)
    canvas.glow(x, 650, 200, (255, 150, 60), 0.8)
    canvas.box(x - 170, 560, x + 170, 720, mix(SLATE, TERRACOTTA, 0.35), 10)
    canvas.box(x - 60, 620, x + 60, 720, (255, 176, 80), 30)
    canvas.disc(x, 450, 170, mix(copper, SLATE, 0.1), 0.95)
    canvas.box(x - 150, 470, x + 150, 580, copper, 24)
    canvas.disc(x - 46, 420, 74, mix(copper, PAPER, 0.35), 1.1)
    canvas.box(x - 52, 230, x + 52, 330, copper)
    canvas.disc(x, 220, 92, copper, 0.75)
    canvas.line([(x + 50, 206), (x + 260, 150), (x + 420, 260), (x + 440, 400)], copper, 34)
    canvas.line([(x + 54, 200), (x + 260, 144), (x + 410, 250)], mix(copper, PAPER, 0.4), 8)
    vat = mix(_WOOD, SLATE, 0.1)
    canvas.box(x + 320, 390, x + 560, 700, vat, 14)
    for k in range(6):
        canvas.line([(x + 340 + k * 40, 396), (x + 340 + k * 40, 696)], mix(vat, SLATE, 0.25), 3)
    for y in (440, 640):
        canvas.box(x + 316, y, x + 564, y + 18, SLATE)
    canvas.line([(x + 560, 620), (x + 620, 640), (x + 620, 680)], copper, 14)
    canvas.box(x + 590, 690, x + 652, 760, mix(TEAL, SNOW, 0.55), 10)
    for k in range(6):
        canvas.disc(x + 30 * math.sin(k * 1.4), 130 - k * 26, 30 + k * 9, mix(PAPER, LAVENDER, 0.25))
    for k in range(44):
        px = source.uniform(20, x - 170) if k % 3 else source.uniform(1040, 1190)
        high = source.uniform(150, 260)
        canvas.line([(px, 780), (px + source.uniform(-26, 26), 780 - high)], mix(OLIVE, SLATE, 0.15), 4)
        for bud in range(6):
            canvas.disc(
                px + source.uniform(-14, 14),
                780 - high + bud * 15,
                8,
                mix(LAVENDER, source.choice((SLATE, PAPER)), 0.18),
            )


def workshop(canvas: Canvas, source: Source) -> None:
    """A children's table: paper, paint, scissors."""
    canvas.wash(mix(PAPER, YELLOW, 0.16), mix(PAPER, TEAL, 0.16))
    for _ in range(9):
        x, y, turn = source.uniform(60, 1100), source.uniform(60, 720), source.uniform(-0.5, 0.5)
        ink = mix(source.choice(_INKS), PAPER, source.uniform(0.15, 0.5))
        corners = [
            (x + a * math.cos(turn) - b * math.sin(turn), y + a * math.sin(turn) + b * math.cos(turn))
            for a, b in ((-120, -84), (120, -84), (120, 84), (-120, 84))
        ]
        canvas.polygon([(cx + 6, cy + 8) for cx, cy in corners], mix(PAPER, SLATE, 0.25))
        canvas.polygon(corners, ink)
    canvas.polygon([(330, 180), (900, 130), (940, 610), (370, 660)], SNOW)
    canvas.disc(760, 260, 60, YELLOW)
    canvas.polygon(
        [(372, 560), (520, 330), (640, 500), (720, 400), (925, 560), (932, 612), (370, 660)], mix(TEAL, PAPER, 0.2)
    )
    canvas.house(480, 610, 110, 90, TERRACOTTA, mix(LAVENDER, SLATE, 0.2))
    for k in range(7):
        canvas.disc(650 + k * 36, 590, 13, source.choice(_INKS))
        canvas.line([(650 + k * 36, 600), (650 + k * 36, 630)], OLIVE, 4)
    for k, ink in enumerate(_INKS):
        x, y = 130 + k * 46.0, 640 - k * 12.0
        canvas.disc(x, y + 90, 40, mix(SLATE, PAPER, 0.5), 0.4)
        canvas.box(x - 36, y, x + 36, y + 86, mix(SNOW, SLATE, 0.12), 8)
        canvas.disc(x, y + 4, 36, ink, 0.4)
    for k in range(4):
        x = 990 + k * 46.0
        canvas.line([(x, 320 + k * 16), (x - 60, 620)], source.choice((TERRACOTTA, OLIVE, _WOOD)), 13)
        canvas.line([(x, 320 + k * 16), (x + 10, 270 + k * 16)], source.choice(_INKS), 18)


def games(canvas: Canvas, source: Source) -> None:
    cloth = source.choice((mix(TEAL, SLATE, 0.2), mix(TERRACOTTA, SLATE, 0.15), mix(OLIVE, SLATE, 0.2)))
    canvas.wash(mix(cloth, PAPER, 0.1), mix(cloth, SLATE, 0.25))
    canvas.box(300, 90, 900, 690, mix(_WOOD, SLATE, 0.2), 20)
    for row in range(8):
        for column in range(8):
            x, y = 330 + column * 67.5, 120 + row * 67.5
            canvas.box(
                x, y, x + 67.5, y + 67.5, mix(PAPER, _WOOD, 0.1) if (row + column) % 2 else mix(_WOOD, SLATE, 0.1)
            )
    cells = source.sample([(r, c) for r in range(8) for c in range(8)], 17)
    for rank, (row, column) in enumerate(cells):
        x, y = 364 + column * 67.5, 154 + row * 67.5
        ink = (TERRACOTTA, YELLOW)[rank % 2]
        canvas.disc(x + 4, y + 6, 27, SLATE)
        canvas.disc(x, y, 27, ink)
        canvas.disc(x, y, 17, mix(ink, PAPER, 0.35))
    for x, y, pips in ((160.0, 260.0, 5), (210.0, 520.0, 3), (1040.0, 250.0, 6)):
        x += source.uniform(-20, 20)
        canvas.box(x - 52, y - 46, x + 60, y + 66, mix(cloth, SLATE, 0.5), 18)
        canvas.box(x - 60, y - 60, x + 52, y + 52, SNOW, 18)
        spots = {
            3: ((-28, -28), (0, 0), (28, 28)),
            5: ((-28, -28), (28, -28), (0, 0), (-28, 28), (28, 28)),
            6: ((-28, -30), (28, -30), (-28, 0), (28, 0), (-28, 30), (28, 30)),
        }[pips]
        for dx, dy in spots:
            canvas.disc(x - 4 + dx, y - 4 + dy, 10, SLATE)
    for k in range(3):
        x = 980 + k * 64.0
        canvas.polygon([(x, 690), (x + 26, 560), (x + 52, 690)], _INKS[k])
        canvas.disc(x + 26, 548, 24, _INKS[k])


def loaves(canvas: Canvas, source: Source) -> None:
    canvas.wash(mix(PAPER, source.choice((TEAL, LAVENDER, YELLOW)), 0.22), mix(PAPER, _WOOD, 0.2), 0, 420)
    for k in range(44):
        x = 60 + k * 25 + source.uniform(-10, 10)
        high = source.uniform(190, 320)
        canvas.line([(x, 430), (x + source.uniform(-30, 30), 430 - high)], (206, 166, 84), 3)
        for grain in range(6):
            canvas.disc(x + (-1) ** grain * 8, 430 - high + grain * 15, 8, (222, 186, 104), 1.5)
    _planks(canvas, source, 420)
    for x, y, wide in ((300.0, 560.0, 210.0), (690.0, 540.0, 190.0), (990.0, 600.0, 170.0), (520.0, 690.0, 200.0)):
        crust = mix((190, 126, 66), source.choice((SLATE, PAPER)), source.uniform(0.05, 0.2))
        x += source.uniform(-20, 20)
        canvas.disc(x + 8, y + 34, wide, mix(_WOOD, SLATE, 0.4), 0.42)
        canvas.disc(x, y, wide, crust, 0.48)
        canvas.disc(x - wide * 0.1, y - wide * 0.12, wide * 0.82, mix(crust, (236, 190, 120), 0.5), 0.36)
        for k in range(4):
            cx = x - wide * 0.55 + k * wide * 0.36
            canvas.line([(cx, y + wide * 0.2), (cx + wide * 0.16, y - wide * 0.3)], mix(PAPER, crust, 0.2), 11)


CRAFTS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene for scene in (alembic, cheese, games, loaves, truffles, workshop)
}
