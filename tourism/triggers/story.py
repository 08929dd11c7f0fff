"""Reading the parts of a story, whatever is missing from them."""

from math import asin, cos, isfinite, radians, sin, sqrt
from typing import Any, TypeGuard

Json = dict[str, Any]

EARTH_RADIUS_M = 6_371_008.8
DEFAULT_FENCE_M = 30.0
# Beyond any coordinate, level or time; integers without end do not become floats.
LARGEST = 10**15


def position_of(step: Json) -> float:
    position = step.get("position")
    return position if is_number(position) else 0


def rules_of(step: Json) -> Json:
    return step.get("rules") or {}


def triggers_of(step: Json) -> list[Json]:
    return step.get("triggers") or []


def is_number(value: Any) -> TypeGuard[float]:
    # By exact type: JSON has no other numbers, and this is asked several times for each trigger of each fix.
    return (type(value) is float and isfinite(value)) or (type(value) is int and -LARGEST < value < LARGEST)


def positive(value: Any, default: float) -> float:
    return value if is_number(value) and value > 0 else default


def distance_m(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """On the sphere; the same formula as the web app's, so that both see the same metre."""
    a, b = radians(latitude_a), radians(latitude_b)
    square = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(longitude_b - longitude_a) / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(sqrt(min(1.0, square)))
