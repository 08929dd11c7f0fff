"""Walking time by DIN 33466, the rule of the German and Austrian alpine clubs' signposts.

The longer of the horizontal and the vertical time plus half of the shorter one. Multiplied by 1.1, it was the rule
closest to the published durations of walks in the Verdon.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class WalkerProfile:
    """Speeds on the flat (km/h), up and down (m of elevation an hour), and the factor on the whole."""

    speed_kmh: float = 4.0
    ascent_mh: float = 300.0
    descent_mh: float = 500.0
    factor: float = 1.1


PROFILES: dict[str, WalkerProfile] = {
    "hiker": WalkerProfile(),
    "family": WalkerProfile(factor=1.5),
    "fast": WalkerProfile(factor=0.8),
}


def duration_min(
    distance_m: float, ascent_m: float | None, descent_m: float | None, profile: str | WalkerProfile = "hiker"
) -> int:
    """Minutes of walking without rests, rounded. Unknown ascent or descent counts as none.

    Raises KeyError for an unknown profile name.
    """
    walker = PROFILES[profile] if isinstance(profile, str) else profile
    horizontal = distance_m / 1000 / walker.speed_kmh
    vertical = (ascent_m or 0) / walker.ascent_mh + (descent_m or 0) / walker.descent_mh
    hours = max(horizontal, vertical) + min(horizontal, vertical) / 2
    return round(hours * 60 * walker.factor)
