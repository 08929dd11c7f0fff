"""The encoded polyline format: a line as a short ASCII text, for cards and maps.

Published by Google as "Encoded Polyline Algorithm Format"; latitude first, differences, five bits a character.
Elevations are not carried.
"""

from collections.abc import Sequence

from tourism.geometry.line import Line, Point


def encode(line: Sequence[Point], *, precision: int = 5) -> str:
    """The encoded polyline; precision 5 is about one metre."""
    factor = 10**precision
    characters: list[str] = []
    previous = (0, 0)
    for point in line:
        current = (round(point[1] * factor), round(point[0] * factor))
        for new, old in zip(current, previous, strict=True):
            characters += _encoded(new - old)
        previous = current
    return "".join(characters)


def _encoded(difference: int) -> list[str]:
    value = ~(difference << 1) if difference < 0 else difference << 1
    characters = []
    while value >= 0x20:
        characters.append(chr((0x20 | (value & 0x1F)) + 63))
        value >>= 5
    characters.append(chr(value + 63))
    return characters


def decode(text: str, *, precision: int = 5) -> Line:
    """The line of an encoded polyline, without elevations. Raises ValueError on a text that is not one."""
    factor = 10**precision
    numbers: list[int] = []
    value = shift = 0
    for character in text:
        bits = ord(character) - 63
        if not 0 <= bits < 64:
            raise ValueError("not an encoded polyline")
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    if shift or len(numbers) % 2:
        raise ValueError("the encoded polyline is cut")
    points: list[Point] = []
    lat = lon = 0
    for step_lat, step_lon in zip(numbers[::2], numbers[1::2], strict=True):
        lat, lon = lat + step_lat, lon + step_lon
        points.append((lon / factor, lat / factor, None))
    return Line(points)
