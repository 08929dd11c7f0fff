"""Lines on the ground and what is measured on them. Pure; WGS 84, metres, minutes."""

from collections.abc import Iterable, Sequence
from math import asin, cos, degrees, isfinite, radians, sin, sqrt

from shapely import LineString

EARTH_RADIUS_M = 6_371_008.8
Point = tuple[float, float, float | None]
Position = tuple[float, float] | Point
BoundingBox = tuple[float, float, float, float]

# A rise or fall counts once it exceeds this, after averaging over so much path: barometers and GPS wander by some
# metres on flat ground. On two recorded walks whose ascent is published (860 m and 1200 m) these values come 8 % and
# 1 % above it; the plain sum of the rises is 48 % and 16 % above.
CLIMB_THRESHOLD_M = 10.0
SMOOTHING_M = 100.0


class Line(tuple[Point, ...]):
    """Points (longitude, latitude, elevation in metres or None) in walking order.

    ``notes`` are French sentences about what had to be decided while reading the line; they take no part in equality.
    """

    notes: tuple[str, ...]

    def __new__(cls, points: Iterable[Point] = (), *, notes: Iterable[str] = ()) -> "Line":
        line = super().__new__(cls, points)
        line.notes = tuple(notes)
        return line


def haversine_m(a: Position, b: Position) -> float:
    """The distance on the sphere between two points (longitude, latitude, …), in metres."""
    lon_a, lat_a, lon_b, lat_b = radians(a[0]), radians(a[1]), radians(b[0]), radians(b[1])
    square = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(sqrt(min(1.0, square)))


def length_m(line: Sequence[Point]) -> float:
    """The length on the map, without slopes."""
    return sum(haversine_m(a, b) for a, b in zip(line, line[1:], strict=False))


def ascent_m(line: Sequence[Point]) -> float | None:
    """The sum of the rises, noise left out (``CLIMB_THRESHOLD_M``); None when elevations are missing."""
    climbs = _climbs(line)
    return None if climbs is None else climbs[0]


def descent_m(line: Sequence[Point]) -> float | None:
    """The sum of the falls, as a positive number; None when elevations are missing."""
    climbs = _climbs(line)
    return None if climbs is None else climbs[1]


def _climbs(line: Sequence[Point]) -> tuple[float, float] | None:
    known = [point for point in line if point[2] is not None]
    # A line with a few holes is measured across them; one that is mostly holes is not measured at all.
    if len(known) < 2 or len(known) < len(line) / 2:
        return None
    heights = _smoothed(known)
    up = down = 0.0
    lowest = highest = turn = extreme = heights[0]
    rising: bool | None = None
    for height in heights[1:]:
        if rising is None:
            lowest, highest = min(lowest, height), max(highest, height)
            if height - lowest >= CLIMB_THRESHOLD_M:
                rising, turn, extreme = True, lowest, height
            elif highest - height >= CLIMB_THRESHOLD_M:
                rising, turn, extreme = False, highest, height
        elif (height > extreme) == rising and height != extreme:
            extreme = height
        elif abs(height - extreme) >= CLIMB_THRESHOLD_M:
            up, down = (up + extreme - turn, down) if rising else (up, down + turn - extreme)
            turn, extreme, rising = extreme, height, not rising
    if rising is not None:
        up, down = (up + extreme - turn, down) if rising else (up, down + turn - extreme)
    return up, down


def _smoothed(points: Sequence[Point]) -> list[float]:
    """Known elevations averaged over a window of path around each point; the ends keep theirs."""
    distances = [0.0]
    for a, b in zip(points, points[1:], strict=False):
        distances.append(distances[-1] + haversine_m(a, b))
    heights = [height for _, _, height in points if height is not None]
    sums = [0.0]
    for height in heights:
        sums.append(sums[-1] + height)
    smooth, low, high = [], 0, 0
    for index, distance in enumerate(distances):
        # The window is cut equally on both sides, so that a steady slope stays what it is at the ends.
        half = min(SMOOTHING_M / 2, distance, distances[-1] - distance) + 1e-6
        while distances[low] < distance - half:
            low += 1
        while high + 1 < len(distances) and distances[high + 1] <= distance + half:
            high += 1
        while low > 0 and distances[low - 1] >= distance - half:
            low -= 1
        while high > index and distances[high] > distance + half:
            high -= 1
        smooth.append((sums[high + 1] - sums[low]) / (high + 1 - low))
    return smooth


def bbox(line: Sequence[Point]) -> BoundingBox:
    """(west, south, east, north) in degrees. Raises ValueError on an empty line."""
    if not line:
        raise ValueError("an empty line has no bounding box")
    longitudes, latitudes = [point[0] for point in line], [point[1] for point in line]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def bbox_around(lat: float, lon: float, radius_m: float) -> BoundingBox:
    """(west, south, east, north) that contains the circle.

    Cut at the poles and at the antimeridian, which no circle of this territory reaches: a box never has west > east.
    """
    if not (isfinite(lat) and isfinite(lon) and isfinite(radius_m)) or radius_m < 0:
        raise ValueError("a circle has a centre and a radius")
    angle = radius_m / EARTH_RADIUS_M
    south, north = lat - degrees(angle), lat + degrees(angle)
    if south <= -90 or north >= 90:
        return -180.0, max(south, -90.0), 180.0, min(north, 90.0)
    # The circle is widest a little nearer to the pole than its centre.
    half = degrees(asin(min(1.0, sin(angle) / cos(radians(lat))))) if angle < radians(90) else 180.0
    return max(lon - half, -180.0), south, min(lon + half, 180.0), north


def simplify(line: Line, tolerance_m: float) -> Line:
    """Fewer points, none of the removed ones farther than the tolerance from the new line (Douglas–Peucker).

    The ends stay and the points that are kept keep their elevation.
    """
    if len(line) < 3 or tolerance_m <= 0:
        return line
    middle = radians(sum(point[1] for point in line) / len(line))
    metres = radians(1) * EARTH_RADIUS_M
    # The number of the point travels as its third coordinate, which the algorithm carries along without reading.
    flat = LineString(
        [(point[0] * metres * cos(middle), point[1] * metres, number) for number, point in enumerate(line)]
    )
    kept = [int(coordinate[2]) for coordinate in flat.simplify(tolerance_m, preserve_topology=False).coords]
    return Line((line[number] for number in kept), notes=line.notes)
