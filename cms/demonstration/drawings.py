"""Illustrations of the demonstration, drawn here so that no stranger's picture is needed. Pure: seed in, JPEG out."""

import io
import math
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
SIZE = (1600, 900)


def _mix(first: Colour, second: Colour, share: float) -> Colour:
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


def _sky(top: Colour, bottom: Colour) -> Image.Image:
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    for y in range(SIZE[1]):
        draw.line([(0, y), (SIZE[0], y)], fill=_mix(top, bottom, y / SIZE[1]))
    return image


def _ridge(chance: random.Random, base: float, height: float, roughness: int) -> list[tuple[float, float]]:
    """A mountain line from left to right, as a sum of waves of shrinking size."""
    waves = [(chance.uniform(0.6, 1.4) * 2**k, chance.uniform(0, math.tau), 0.55**k) for k in range(roughness)]
    points = []
    for x in range(0, SIZE[0] + 8, 8):
        share = x / SIZE[0] * math.tau
        points.append((x, base - height * sum(size * math.sin(f * share + phase) for f, phase, size in waves)))
    return points


def _ridges(image: Image.Image, chance: random.Random, far: Colour, near: Colour, count: int, top: float) -> None:
    draw = ImageDraw.Draw(image)
    for step in range(count):
        share = step / max(1, count - 1)
        line = _ridge(chance, SIZE[1] * (top + (0.92 - top) * share), 70 - 30 * share, 6)
        draw.polygon([*line, (SIZE[0], SIZE[1]), (0, SIZE[1])], fill=_mix(far, near, share))


def _plateau(chance: random.Random) -> Image.Image:
    """Lavender rows under the ridges of Lure."""
    image = _sky((250, 226, 190), (252, 243, 224))
    _ridges(image, chance, (186, 190, 202), (120, 132, 130), 4, 0.42)
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, 640, SIZE[0], SIZE[1]], fill=(196, 178, 138))
    for row in range(-22, 23):
        foot = SIZE[0] / 2 + row * 130
        draw.polygon(
            [(SIZE[0] / 2 + row * 26, 640), (foot - 42, SIZE[1]), (foot + 42, SIZE[1])],
            fill=_mix((116, 92, 158), (150, 124, 186), chance.random()),
        )
    return image


def _gorge(chance: random.Random) -> Image.Image:
    """Two limestone walls and the green river between them."""
    image = _sky((176, 208, 222), (240, 238, 226))
    _ridges(image, chance, (176, 182, 184), (148, 152, 142), 3, 0.34)
    draw = ImageDraw.Draw(image)
    draw.polygon([(620, 500), (980, 500), (1240, 900), (360, 900)], fill=(64, 152, 146))
    for _ in range(60):
        y = chance.uniform(510, 890)
        half = 60 + (y - 500) * 0.9
        x = SIZE[0] / 2 + chance.uniform(-half, half) * 0.8
        draw.line([(x, y), (x + chance.uniform(20, 90), y)], fill=(126, 196, 184), width=3)
    for side in (-1, 1):
        for step in range(7):
            inner = SIZE[0] / 2 + side * (190 + 90 * step)
            top = 480 - 66 * step + chance.uniform(-24, 24)
            foot = inner + side * 90
            edge = 0 if side < 0 else SIZE[0]
            shade = _mix((226, 210, 182), (150, 130, 108), 0.12 * step + chance.uniform(0, 0.15))
            draw.polygon(
                [(inner, top), (edge, top - 60), (edge, SIZE[1]), (foot, SIZE[1]), (inner, 560 + 30 * step)], fill=shade
            )
    return image


def _market(chance: random.Random) -> Image.Image:
    """Striped awnings and baskets on a village square."""
    image = _sky((248, 214, 160), (250, 236, 208))
    draw = ImageDraw.Draw(image)
    for house in range(9):
        left = house * 190 - 40
        roof = 250 + chance.randint(-70, 60)
        wall = _mix((232, 200, 160), (206, 164, 126), chance.random())
        draw.rectangle([left, roof, left + 190, 700], fill=wall)
        draw.polygon([(left - 8, roof), (left + 95, roof - 44), (left + 198, roof)], fill=(176, 98, 70))
        for window in range(2):
            draw.rectangle(
                [left + 36 + window * 74, roof + 60, left + 78 + window * 74, roof + 136], fill=(104, 130, 134)
            )
    draw.rectangle([0, 690, SIZE[0], SIZE[1]], fill=(212, 192, 160))
    for stall in range(5):
        left = 40 + stall * 315
        colour = chance.choice([(196, 72, 56), (86, 128, 92), (222, 168, 62), (112, 92, 150)])
        for stripe in range(8):
            fill = colour if stripe % 2 else (250, 244, 230)
            draw.rectangle([left + stripe * 33, 520, left + stripe * 33 + 33, 580], fill=fill)
            draw.pieslice([left + stripe * 33, 562, left + stripe * 33 + 33, 598], 0, 180, fill=fill)
        draw.rectangle([left + 6, 700, left + 258, 770], fill=(140, 100, 68))
        for _ in range(26):
            x, y = left + chance.uniform(16, 236), chance.uniform(676, 702)
            fill = chance.choice([(206, 64, 48), (232, 170, 60), (96, 136, 66), (120, 70, 120)])
            draw.ellipse([x, y, x + 22, y + 22], fill=fill)
    return image


def _night(chance: random.Random) -> Image.Image:
    """Stars over an observatory's dome."""
    image = _sky((10, 16, 44), (58, 58, 104))
    draw = ImageDraw.Draw(image)
    for _ in range(900):
        x, y = chance.uniform(0, SIZE[0]), chance.uniform(0, 640)
        along = abs(y - (120 + x * 0.28)) < chance.uniform(0, 150)
        radius = chance.choice([0.8, 0.8, 1.2, 2.2 if along else 1])
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(244, 238, chance.randint(200, 250)))
    _ridges(image, chance, (34, 38, 66), (14, 18, 30), 3, 0.72)
    draw.pieslice([1080, 520, 1320, 760], 180, 360, fill=(208, 210, 216))
    draw.rectangle([1080, 638, 1320, 720], fill=(168, 170, 178))
    draw.polygon([(1176, 522), (1224, 522), (1216, 640), (1184, 640)], fill=(26, 28, 48))
    return image


def _path(chance: random.Random) -> Image.Image:
    """A path with its yellow mark, climbing towards a pass."""
    image = _sky((178, 206, 220), (250, 240, 220))
    _ridges(image, chance, (168, 178, 186), (134, 146, 112), 5, 0.4)
    draw = ImageDraw.Draw(image)
    for step in range(60):
        share = step / 59
        x = SIZE[0] * 0.5 + math.sin(share * 7) * 260 * (1 - share)
        y = 900 - 420 * share
        half = 70 * (1 - share) + 5
        draw.ellipse([x - half, y - half * 0.4, x + half, y + half * 0.4], fill=(232, 216, 182))
    draw.polygon([(1180, 900), (1210, 640), (1400, 610), (1470, 900)], fill=(196, 188, 174))
    draw.rectangle([1262, 716, 1372, 742], fill=(240, 196, 40))
    return image


def _fossil(chance: random.Random) -> Image.Image:
    """Ammonites in a tilted slab."""
    image = _sky((150, 140, 126), (104, 98, 92))
    draw = ImageDraw.Draw(image)
    for _ in range(70):
        x, y, radius = chance.uniform(0, SIZE[0]), chance.uniform(0, SIZE[1]), chance.uniform(24, 110)
        turn = chance.uniform(0, math.tau)
        spiral = [
            (
                x + math.cos(a + turn) * radius * math.exp(-0.16 * a),
                y + math.sin(a + turn) * radius * math.exp(-0.16 * a),
            )
            for a in (k * 0.12 for k in range(150))
        ]
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(136, 128, 116))
        draw.line(spiral, fill=(74, 68, 62), width=max(2, round(radius / 14)))
    return image


DRAWINGS: dict[str, Callable[[random.Random], Image.Image]] = {
    "plateau": _plateau,
    "gorge": _gorge,
    "market": _market,
    "night": _night,
    "path": _path,
    "fossil": _fossil,
}


def drawing(name: str) -> bytes:
    """One of DRAWINGS as a 1600 × 900 JPEG; the same bytes every time."""
    image = DRAWINGS[name](random.Random(name))
    buffer = io.BytesIO()
    image.filter(ImageFilter.SMOOTH_MORE).save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
