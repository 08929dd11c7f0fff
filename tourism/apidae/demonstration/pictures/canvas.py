"""A sheet to draw on, at twice the final size so that edges come out smooth, and the shapes that scenes share."""

import functools
import math
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 800
_SCALE = 2

Colour = tuple[int, int, int]
Source = random.Random

PAPER: Colour = (244, 239, 228)
SLATE: Colour = (34, 48, 58)
YELLOW: Colour = (232, 180, 0)
TEAL: Colour = (20, 128, 122)
TERRACOTTA: Colour = (190, 98, 64)
LAVENDER: Colour = (128, 108, 172)
OLIVE: Colour = (120, 128, 84)
SNOW: Colour = (250, 250, 248)

# Sky top, sky bottom, far ridge, near ridge, light.
Light = tuple[Colour, Colour, Colour, Colour, Colour]
DAWN: Light = ((170, 190, 208), (250, 222, 190), (176, 182, 196), (58, 78, 88), (255, 236, 200))
DAY: Light = ((124, 176, 196), (240, 238, 224), (158, 186, 196), (44, 92, 92), (255, 250, 232))
GOLDEN: Light = ((238, 200, 132), (253, 236, 196), (214, 174, 150), (62, 76, 92), (255, 232, 150))
DUSK: Light = ((72, 70, 110), (238, 158, 120), (140, 110, 140), (38, 40, 62), (255, 214, 160))
NIGHT: Light = ((14, 22, 40), (58, 76, 104), (44, 60, 82), (12, 20, 30), (246, 240, 214))
WINTER: Light = ((120, 162, 196), (232, 240, 244), (186, 204, 218), (70, 98, 118), (255, 252, 240))


def mix(a: Colour, b: Colour, share: float) -> Colour:
    return tuple(round(x + (y - x) * share) for x, y in zip(a, b, strict=True))  # type: ignore[return-value]


@functools.cache
def _grain(width: int, height: int) -> Image.Image:
    """Paper grain, soft and always the same for a size."""
    noise = Image.frombytes("L", (width, height), random.Random(4).randbytes(width * height))
    return noise.filter(ImageFilter.GaussianBlur(0.8)).convert("RGB")


# Few: they are large, and most scenes light the same sun.
@functools.lru_cache(maxsize=6)
def _halo(side: int, strength: float) -> Image.Image:
    """A mask that fades from its centre."""
    mask = (
        Image.radial_gradient("L")
        .resize((96, 96))
        .point([round(255 * strength * max(0.0, 1 - level / 180) ** 2) for level in range(256)])
    )
    return mask.resize((side, side), Image.Resampling.BILINEAR)


class Canvas:
    """All coordinates are in pixels of the final picture, 1200 by 800, from the top left."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def finished(self, width: int = WIDTH) -> Image.Image:
        """The picture, `width` pixels wide at 3:2."""
        size = (width, round(width * HEIGHT / WIDTH))
        small = self.image.reduce(_SCALE) if width == WIDTH else self.image.resize(size, Image.Resampling.BOX)
        return Image.blend(small, _grain(*size), 0.045 * width / WIDTH)

    def polygon(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        self.pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def line(self, points: Sequence[tuple[float, float]], colour: Colour, width: float = 3) -> None:
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * _SCALE)), joint="curve")

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour, radius: float = 0) -> None:
        corners = (left * _SCALE, top * _SCALE, right * _SCALE, bottom * _SCALE)
        self.pen.rounded_rectangle(corners, radius=radius * _SCALE, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour, squash: float = 1.0) -> None:
        high = radius * squash
        self.pen.ellipse(
            ((x - radius) * _SCALE, (y - high) * _SCALE, (x + radius) * _SCALE, (y + high) * _SCALE), fill=colour
        )

    def arc(self, x: float, y: float, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        corners = tuple(v * _SCALE for v in (x - radius, y - radius, x + radius, y + radius))
        self.pen.arc(corners, start, end, fill=colour, width=round(width * _SCALE))

    def wash(self, top: Colour, bottom: Colour, upper: float = 0, lower: float = HEIGHT) -> None:
        """A vertical gradient over the whole width."""
        strip = Image.new("RGB", (1, 64))
        strip.putdata([mix(top, bottom, row / 63) for row in range(64)])
        box = (0, round(upper * _SCALE), WIDTH * _SCALE, round(lower * _SCALE))
        size = (WIDTH * _SCALE, box[3] - box[1])
        # One column, then repeated: nothing to interpolate across.
        column = strip.resize((1, size[1]), Image.Resampling.BICUBIC)
        self.image.paste(column.resize(size, Image.Resampling.NEAREST), box[:2])

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 0.55) -> None:
        """Light that fades away from a point."""
        big = _halo(round(radius * 2 * _SCALE), strength)
        self.image.paste(colour, (round((x - radius) * _SCALE), round((y - radius) * _SCALE)), big)

    def sky(self, light: Light, source: Source, *, sun: bool = True) -> None:
        top, bottom, _, _, shine = light
        self.wash(top, bottom, 0, HEIGHT * 0.72)
        self.wash(bottom, bottom, HEIGHT * 0.72, HEIGHT)
        if light is NIGHT:
            self.stars(source)
        if sun:
            x, y = source.uniform(180, 1020), source.uniform(120, 260)
            self.glow(x, y, 330, shine)
            self.disc(x, y, source.uniform(34, 52), shine)
        if light is not NIGHT:
            for _ in range(source.randint(1, 3)):
                self._cloud(source.uniform(0, WIDTH), source.uniform(70, 230), source, mix(top, SNOW, 0.55))

    def _cloud(self, x: float, y: float, source: Source, colour: Colour) -> None:
        """A flat-bottomed cloud of discs."""
        wide = source.uniform(70, 150)
        self.box(x - wide, y - 16, x + wide, y + 4, colour, 10)
        for aside in (-0.5, -0.12, 0.3, 0.62):
            radius = wide * source.uniform(0.2, 0.34)
            self.disc(x + aside * wide, y - 10 - radius * 0.25, radius, colour, 0.62)

    def stars(self, source: Source) -> None:
        for _ in range(170):
            bright = source.uniform(0.35, 1.0)
            x, y = source.uniform(0, WIDTH), source.uniform(0, HEIGHT * 0.62)
            self.disc(x, y, source.choice((0.9, 1.2, 1.6, 2.4)), mix((58, 76, 104), (255, 250, 230), bright))

    def ridge(
        self, base: float, height: float, colour: Colour, source: Source, *, rough: float = 0.5
    ) -> list[tuple[float, float]]:
        """A mountain line over the whole width; gives its points back, left to right."""
        line = profile(source, base, height, rough)
        self.polygon([(-5, HEIGHT + 5), *line, (WIDTH + 5, HEIGHT + 5)], colour)
        return line

    def ridges(
        self, light: Light, source: Source, *, count: int = 4, top: float = 300, bottom: float = 600
    ) -> list[tuple[float, float]]:
        """Ridges one before the other, paler with distance; gives the nearest line back."""
        _, _, far, near, _ = light
        line: list[tuple[float, float]] = []
        for rank in range(count):
            share = rank / max(1, count - 1)
            base = top + (bottom - top) * share
            line = self.ridge(
                base, 130 - 60 * share, mix(far, near, share**1.2 * 0.85), source, rough=0.56 - 0.12 * share
            )
        return line

    def snow(self, line: list[tuple[float, float]], limit: float, colour: Colour, source: Source) -> None:
        """Snow on what rises above `limit`, with a ragged lower edge."""
        lower = [(x, max(y, min(limit + source.uniform(-22, 26), y + source.uniform(24, 110)))) for x, y in line]
        self.polygon([*line, *reversed(lower)], colour)

    def house(
        self, x: float, base: float, wide: float, high: float, wall: Colour, roof: Colour, *, lit: Colour | None = None
    ) -> None:
        self.box(x, base - high, x + wide, base, wall)
        self.polygon(
            [(x + wide * 0.55, base - high), (x + wide, base - high), (x + wide, base), (x + wide * 0.55, base)],
            mix(wall, SLATE, 0.14),
        )
        eave, peak = wide * 0.07, high * 0.26
        self.polygon(
            [(x - eave, base - high), (x + wide * 0.5, base - high - peak), (x + wide + eave, base - high)], roof
        )
        if wide > 22:
            pane = lit or mix(wall, SLATE, 0.6)
            for column in (0.2, 0.68):
                left, upper = x + wide * column, base - high * 0.72
                self.box(left, upper, left + wide * 0.14, upper + high * 0.24, pane)

    def tower(self, x: float, base: float, wide: float, high: float, wall: Colour, roof: Colour) -> None:
        self.box(x, base - high, x + wide, base, wall)
        self.box(x + wide * 0.6, base - high, x + wide, base, mix(wall, SLATE, 0.16))
        self.box(
            x + wide * 0.34, base - high * 0.9, x + wide * 0.66, base - high * 0.72, mix(wall, SLATE, 0.7), wide * 0.15
        )
        self.polygon(
            [(x - 3, base - high), (x + wide / 2, base - high - wide * 1.15), (x + wide + 3, base - high)], roof
        )

    def village(
        self, x: float, base: float, source: Source, light: Light, *, count: int = 14, size: float = 1.0
    ) -> None:
        """Houses stepped up a slope around a bell tower."""
        night = light in (NIGHT, DUSK)
        shade = mix(light[3], light[1], 0.25)
        places = sorted(
            ((max(-190, min(190, source.gauss(0, 115))) * size, source.uniform(0, 80 * size)) for _ in range(count)),
            key=lambda p: -p[1],
        )
        for rank, (aside, up) in enumerate(places):
            if rank == count // 2:
                self.tower(x - 14 * size, base - 34 * size, 28 * size, 128 * size, mix(PAPER, shade, 0.3), TERRACOTTA)
            wall = mix(
                mix(PAPER, (226, 196, 150), source.random()), shade, 0.62 if light is NIGHT else 0.34 if night else 0.14
            )
            roof = mix(TERRACOTTA, shade, 0.55 if night else source.uniform(0.05, 0.25))
            wide, high = source.uniform(38, 66) * size, source.uniform(42, 74) * size
            y = base - up * math.exp(-((aside / (150 * size)) ** 2))
            self.house(
                x + aside - wide / 2, y, wide, high, wall, roof, lit=YELLOW if night and source.random() < 0.6 else None
            )

    def tree(self, x: float, base: float, size: float, colour: Colour, *, cypress: bool = False) -> None:
        self.box(x - size * 0.05, base - size * 0.3, x + size * 0.05, base, mix(colour, SLATE, 0.5))
        if cypress:
            self.polygon(
                [
                    (x - size * 0.15, base - 6),
                    (x - size * 0.12, base - size * 0.6),
                    (x, base - size * 1.3),
                    (x + size * 0.12, base - size * 0.6),
                    (x + size * 0.15, base - 6),
                ],
                colour,
            )
            return
        for aside, up, radius in ((-0.22, 0.45, 0.24), (0.22, 0.45, 0.24), (0, 0.62, 0.31)):
            self.disc(x + size * aside, base - size * up, size * radius, colour)
        self.disc(x - size * 0.08, base - size * 0.68, size * 0.18, mix(colour, PAPER, 0.16))

    def conifer(self, x: float, base: float, high: float, colour: Colour) -> None:
        for share, wide in ((0.0, 0.30), (0.28, 0.24), (0.54, 0.17)):
            y = base - high * share
            self.polygon([(x - high * wide, y), (x, y - high * 0.46), (x + high * wide, y)], colour)

    def water(self, top: float, bottom: float, upper: Colour, lower: Colour, source: Source) -> None:
        self.wash(upper, lower, top, bottom)
        for _ in range(46):
            share = source.random() ** 1.5
            y = top + 6 + (bottom - top - 10) * share
            wide = source.uniform(20, 120) * (0.4 + share)
            x = source.uniform(-40, WIDTH)
            self.box(
                x, y, x + wide, y + 1.5 + 2 * share, mix(mix(upper, lower, share), SNOW, source.uniform(0.15, 0.45)), 2
            )


def profile(source: Source, base: float, height: float, rough: float) -> list[tuple[float, float]]:
    """Midpoint displacement between the two edges of the picture."""
    heights = [source.uniform(-0.4, 0.4), source.uniform(0.1, 1.0), source.uniform(-0.4, 0.6)]
    spread = 0.8
    for _ in range(6):
        spread *= rough
        heights = [
            value
            for a, b in zip(heights, heights[1:], strict=False)
            for value in (a, (a + b) / 2 + source.uniform(-spread, spread))
        ] + [heights[-1]]
    step = (WIDTH + 10) / (len(heights) - 1)
    return [(-5 + index * step, base - value * height) for index, value in enumerate(heights)]
