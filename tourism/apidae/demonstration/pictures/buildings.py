"""Scenes of what people built: villages, citadels, houses, the train."""

from collections.abc import Callable

from tourism.apidae.demonstration.pictures.canvas import (
    DAWN,
    DAY,
    DUSK,
    GOLDEN,
    HEIGHT,
    LAVENDER,
    OLIVE,
    PAPER,
    SLATE,
    TEAL,
    TERRACOTTA,
    WIDTH,
    YELLOW,
    Canvas,
    Source,
    mix,
)

_ROCK = (214, 196, 164)


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


def citadel(canvas: Canvas, source: Source) -> None:
    light = source.choice((GOLDEN, DAY, DUSK))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=320, bottom=560)
    rock = mix(_ROCK, light[3], 0.28)
    canvas.polygon(
        [(200, HEIGHT), (300, 620), (360, 470), (460, 380), (760, 360), (850, 450), (930, 610), (1060, HEIGHT)], rock
    )
    canvas.polygon(
        [(690, HEIGHT), (650, 420), (760, 360), (850, 450), (930, 610), (1060, HEIGHT)], mix(rock, SLATE, 0.16)
    )
    wall = mix(PAPER, light[3], 0.3)
    canvas.polygon([(420, 400), (420, 320), (800, 300), (800, 400)], wall)
    for k in range(13):
        canvas.box(424 + k * 29, 300 + (12 - k) * 1.6, 440 + k * 29, 326 + (12 - k) * 1.6, wall)
    canvas.tower(540, 330, 70, 120, mix(wall, SLATE, 0.05), mix(TERRACOTTA, light[3], 0.3))
    canvas.box(690, 210, 760, 320, mix(wall, SLATE, 0.1))
    for k in range(3):
        canvas.box(690 + k * 26, 196, 708 + k * 26, 214, mix(wall, SLATE, 0.1))
    zigzag = [(860, 760), (740, 700), (850, 640), (730, 580), (810, 520), (720, 460), (760, 410)]
    canvas.line(zigzag, mix(wall, SLATE, 0.08), 15)
    canvas.village(480, 760, source, light, count=24, size=1.15)
    canvas.ridge(800, 34, mix(OLIVE, SLATE, 0.5), source, rough=0.4)


def church(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=360, bottom=590)
    canvas.ridge(690, 30, mix(OLIVE, light[3], 0.3), source, rough=0.35)
    stone = mix((232, 212, 172), light[3], 0.1)
    dark = mix(stone, SLATE, 0.2)
    x = source.uniform(360, 520)
    canvas.box(x, 470, x + 400, 700, stone)
    canvas.polygon([(x - 14, 470), (x + 40, 400), (x + 400, 400), (x + 420, 470)], mix(TERRACOTTA, light[3], 0.2))
    canvas.polygon(
        [(x - 40, 700), (x - 40, 480), (x + 60, 370), (x + 160, 480), (x + 160, 700)], mix(stone, PAPER, 0.3)
    )
    canvas.disc(x + 60, 470, 30, dark)
    canvas.disc(x + 60, 470, 20, mix(TEAL, PAPER, 0.35))
    canvas.box(x + 26, 580, x + 94, 700, dark)
    canvas.disc(x + 60, 580, 34, dark)
    canvas.tower(x + 300, 480, 82, 230, stone, mix(TERRACOTTA, light[3], 0.25))
    for k in range(3):
        canvas.box(x + 190 + k * 66, 530, x + 210 + k * 66, 610, dark, 10)
    canvas.tree(x - 140, 740, 210, mix(OLIVE, SLATE, 0.4), cypress=True)
    canvas.tree(x + 520, 750, 180, mix(OLIVE, SLATE, 0.3))
    canvas.ridge(770, 20, mix(OLIVE, SLATE, 0.4), source, rough=0.3)


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


def camp(canvas: Canvas, source: Source) -> None:
    light = source.choice((DUSK, GOLDEN, DAY))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=4, top=320, bottom=540)
    canvas.water(560, 660, mix(light[1], TEAL, 0.5), TEAL, source)
    canvas.ridge(680, 24, mix(OLIVE, light[3], 0.3), source, rough=0.35)
    for x, size, tone in ((330.0, 1.3, TERRACOTTA), (700.0, 1.0, YELLOW), (960.0, 0.8, TEAL)):
        x += source.uniform(-50, 50)
        base = 740 - (1.3 - size) * 80
        canvas.polygon(
            [(x - 130 * size, base), (x, base - 150 * size), (x + 130 * size, base)], mix(tone, light[3], 0.1)
        )
        canvas.polygon([(x, base - 150 * size), (x + 130 * size, base), (x + 60 * size, base)], mix(tone, SLATE, 0.25))
        canvas.polygon(
            [(x - 34 * size, base), (x, base - 104 * size), (x + 22 * size, base)],
            mix(YELLOW, PAPER, 0.5) if light is DUSK else mix(tone, SLATE, 0.55),
        )
    for _ in range(11):
        x = source.choice((source.uniform(-20, 220), source.uniform(1000, 1220)))
        canvas.conifer(
            x, source.uniform(690, 800), source.uniform(160, 330), mix((48, 78, 66), SLATE, source.uniform(0.2, 0.6))
        )
    canvas.ridge(800, 20, mix(OLIVE, SLATE, 0.4), source, rough=0.3)


def train(canvas: Canvas, source: Source) -> None:
    light = source.choice((DAY, GOLDEN, DAWN))
    canvas.sky(light, source)
    canvas.ridges(light, source, count=5, top=300, bottom=560)
    stone = mix((222, 200, 162), light[3], 0.22)
    canvas.box(0, 560, WIDTH, 596, stone)
    for k in range(8):
        left = k * 160.0 - 30
        canvas.box(left, 590, left + 34, HEIGHT, stone)
        canvas.box(left + 34, 590, left + 160, 640, stone)
        canvas.disc(left + 97, 650, 63, mix(light[3], OLIVE, 0.5))
        canvas.box(left + 34, 650, left + 160, HEIGHT, mix(light[3], OLIVE, 0.5))
    front = source.uniform(160, 420)
    for k, tone in enumerate((YELLOW, PAPER, PAPER)):
        left = front + k * 232
        canvas.box(left, 466, left + 222, 548, tone, 12)
        canvas.box(left, 520, left + 222, 548, mix(TEAL, SLATE, 0.2), 6)
        for pane in range(5):
            canvas.box(left + 16 + pane * 41, 482, left + 46 + pane * 41, 512, mix(SLATE, TEAL, 0.3), 4)
        for wheel in (44, 178):
            canvas.disc(left + wheel, 552, 14, SLATE)
    canvas.ridge(800, 30, mix(OLIVE, SLATE, 0.4), source, rough=0.4)


BUILDINGS: dict[str, Callable[[Canvas, Source], None]] = {
    scene.__name__: scene for scene in (camp, church, citadel, house, train, village)
}
