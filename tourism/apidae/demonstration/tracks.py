"""Draws a walkable line through a few points known by name, and writes it as GPX 1.1.

The line passes exactly through the given points; between them it winds a little, as paths do, and rises and falls
smoothly. The same trail gives the same line always.
"""

import math
import random
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import escape

_EARTH_RADIUS = 6_371_008.8
_WAVELENGTHS = (1400.0, 420.0, 150.0)


@dataclass(frozen=True)
class Waypoint:
    """A point that the line passes through: degrees, metres; a name when people should read it."""

    latitude: float
    longitude: float
    elevation: float
    name: str = ""


@dataclass(frozen=True)
class Point:
    latitude: float
    longitude: float
    elevation: float


@dataclass(frozen=True)
class Track:
    """A line: points about `step` metres apart. Distance in metres, ascent and descent in whole metres."""

    points: tuple[Point, ...]

    @cached_property
    def distance(self) -> float:
        pairs = zip(self.points, self.points[1:], strict=False)
        return sum(separation(a.latitude, a.longitude, b.latitude, b.longitude) for a, b in pairs)

    @cached_property
    def ascent(self) -> int:
        return round(
            sum(max(0.0, b.elevation - a.elevation) for a, b in zip(self.points, self.points[1:], strict=False))
        )

    @cached_property
    def descent(self) -> int:
        return round(
            sum(max(0.0, a.elevation - b.elevation) for a, b in zip(self.points, self.points[1:], strict=False))
        )

    @cached_property
    def lowest(self) -> int:
        return round(min(point.elevation for point in self.points))

    @cached_property
    def highest(self) -> int:
        return round(max(point.elevation for point in self.points))


def separation(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Metres between two points, by the haversine formula."""
    phi, other_phi = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((other_phi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(half))


def draw_track(waypoints: tuple[Waypoint, ...], *, seed: int, step: float = 30.0, winding: float = 0.25) -> Track:
    """A natural-looking line through the waypoints.

    `winding` is how far the line strays sideways, as a share of the length of its bends; a first waypoint equal to
    the last makes a closed loop without a corner at the start.
    """
    random_source = random.Random(seed)
    first, last = waypoints[0], waypoints[-1]
    closed = (first.latitude, first.longitude) == (last.latitude, last.longitude)
    ring = list(waypoints)
    before = ring[-2] if closed else _mirrored(ring[0], ring[1])
    after = ring[1] if closed else _mirrored(ring[-1], ring[-2])
    extended = [before, *ring, after]
    slopes = _slopes(extended)
    points: list[Point] = []
    for index in range(1, len(extended) - 2):
        points += _segment(extended, slopes, index, random_source, step, winding)
    points.append(_rounded(last.latitude, last.longitude, last.elevation))
    return Track(tuple(points))


def there_and_back(waypoints: tuple[Waypoint, ...], *, seed: int, step: float = 30.0, winding: float = 0.25) -> Track:
    """The line to the last waypoint and back by the same way."""
    out = draw_track(waypoints, seed=seed, step=step, winding=winding).points
    return Track(out + out[-2::-1])


def gpx_document(track: Track, *, name: str, description: str, waypoints: tuple[Waypoint, ...] = ()) -> bytes:
    """A GPX 1.1 file with one track, elevations in metres, and the named waypoints."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gpx version="1.1" creator="Traverse" xmlns="http://www.topografix.com/GPX/1/1">',
        f"  <metadata><name>{escape(name)}</name><desc>{escape(description)}</desc></metadata>",
    ]
    lines += [
        f'  <wpt lat="{w.latitude:.6f}" lon="{w.longitude:.6f}"><ele>{w.elevation:.1f}</ele>'
        f"<name>{escape(w.name)}</name></wpt>"
        for w in waypoints
        if w.name
    ]
    lines += [f"  <trk><name>{escape(name)}</name><desc>{escape(description)}</desc><trkseg>"]
    lines += [
        f'    <trkpt lat="{p.latitude:.6f}" lon="{p.longitude:.6f}"><ele>{p.elevation:.1f}</ele></trkpt>'
        for p in track.points
    ]
    lines += ["  </trkseg></trk>", "</gpx>", ""]
    return "\n".join(lines).encode()


def _mirrored(centre: Waypoint, other: Waypoint) -> Waypoint:
    return Waypoint(
        2 * centre.latitude - other.latitude,
        2 * centre.longitude - other.longitude,
        2 * centre.elevation - other.elevation,
    )


def _rounded(latitude: float, longitude: float, elevation: float) -> Point:
    return Point(round(latitude, 6), round(longitude, 6), round(elevation, 1))


def _gap(a: Waypoint, b: Waypoint) -> float:
    return max(1.0, separation(a.latitude, a.longitude, b.latitude, b.longitude))


def _slopes(points: list[Waypoint]) -> list[float]:
    """Slope of elevation at each point, limited so that the curve between two points never overshoots them."""
    rises = [(b.elevation - a.elevation) / _gap(a, b) for a, b in zip(points, points[1:], strict=False)]
    slopes = [0.0]
    for before, after in zip(rises, rises[1:], strict=False):
        slopes.append(0.0 if before * after <= 0 else 2 * before * after / (before + after))
    return [*slopes, 0.0]


def _segment(
    points: list[Waypoint], slopes: list[float], index: int, source: random.Random, step: float, winding: float
) -> list[Point]:
    """Points from one waypoint to just before the next, `step` metres apart along the winding line."""
    start, end = points[index], points[index + 1]
    gap = _gap(start, end)
    metres_per_degree = math.radians(1) * _EARTH_RADIUS
    stretch = math.cos(math.radians(start.latitude))
    north = (end.latitude - start.latitude) * metres_per_degree / gap
    east = (end.longitude - start.longitude) * metres_per_degree * stretch / gap
    bends = [_bends(gap, wavelength, source) for wavelength in _WAVELENGTHS]

    def place(share: float) -> tuple[float, float]:
        aside = sum(
            min(0.5 * winding * wavelength, 0.7 * winding * gap) * _noise(knots, share)
            for wavelength, knots in zip(_WAVELENGTHS, bends, strict=True)
        )
        latitude = _curve([p.latitude for p in points[index - 1 : index + 3]], share)
        longitude = _curve([p.longitude for p in points[index - 1 : index + 3]], share)
        return (
            latitude - east * aside / metres_per_degree,
            longitude + north * aside / (metres_per_degree * stretch),
        )

    fine = max(8, round(gap / 6))
    places = [place(rank / fine) for rank in range(fine + 1)]
    lengths = [0.0]
    for a, b in zip(places, places[1:], strict=False):
        lengths.append(lengths[-1] + separation(*a, *b))
    count = max(2, round(lengths[-1] / step))
    result = []
    for rank in range(count):
        target = lengths[-1] * rank / count
        cell = max(0, bisect_left(lengths, target) - 1)
        along = (target - lengths[cell]) / max(1e-9, lengths[cell + 1] - lengths[cell])
        latitude = places[cell][0] + along * (places[cell + 1][0] - places[cell][0])
        longitude = places[cell][1] + along * (places[cell + 1][1] - places[cell][1])
        height = _rise(start, end, slopes[index], slopes[index + 1], gap, rank / count)
        result.append(_rounded(latitude, longitude, height))
    return result


def _bends(gap: float, wavelength: float, source: random.Random) -> list[float]:
    """Random sideways values every half wavelength, none at the ends, so that the line meets its waypoints."""
    count = round(2 * gap / wavelength)
    return [0.0, *(source.uniform(-1.0, 1.0) for _ in range(max(1, count - 1) if count else 0)), 0.0]


def _noise(knots: list[float], share: float) -> float:
    """Smooth curve through the knots, spread evenly over 0..1."""
    position = share * (len(knots) - 1)
    cell = min(int(position), len(knots) - 2)
    padded = [0.0, *knots, 0.0]
    return _curve(padded[cell : cell + 4], position - cell)


def _curve(values: list[float], share: float) -> float:
    """Catmull-Rom between the two middle values."""
    a, b, c, d = values
    return 0.5 * (2 * b + (c - a) * share + (2 * a - 5 * b + 4 * c - d) * share**2 + (3 * b - a - 3 * c + d) * share**3)


def _rise(start: Waypoint, end: Waypoint, slope: float, next_slope: float, gap: float, share: float) -> float:
    """Hermite curve of elevation, with ripples of a few metres on long gaps that vanish at both ends."""
    square, cube = share**2, share**3
    height = (2 * cube - 3 * square + 1) * start.elevation + (cube - 2 * square + share) * gap * slope
    height += (3 * square - 2 * cube) * end.elevation + (cube - square) * gap * next_slope
    ripples = max(1, round(gap / 450))
    return height + min(4.0, gap / 400) * math.sin(2 * math.pi * ripples * share) * math.sin(math.pi * share)
