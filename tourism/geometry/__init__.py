"""Lines of trails: reading plans, measuring, simplifying, encoding. Pure: no Django, no network."""

from tourism.geometry.duration import PROFILES, WalkerProfile, duration_min
from tourism.geometry.encoding import decode, encode
from tourism.geometry.line import (
    BoundingBox,
    Line,
    Point,
    ascent_m,
    bbox,
    bbox_around,
    descent_m,
    haversine_m,
    length_m,
    simplify,
)
from tourism.geometry.plans import GeometryError, line_from_gpx, line_from_kml, line_from_kmz, line_from_plan

__all__ = [
    "PROFILES",
    "BoundingBox",
    "GeometryError",
    "Line",
    "Point",
    "WalkerProfile",
    "ascent_m",
    "bbox",
    "bbox_around",
    "decode",
    "descent_m",
    "duration_min",
    "encode",
    "haversine_m",
    "length_m",
    "line_from_gpx",
    "line_from_kml",
    "line_from_kmz",
    "line_from_plan",
    "simplify",
]
