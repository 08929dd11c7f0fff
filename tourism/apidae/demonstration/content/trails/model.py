"""What is said of an itinerary before its line is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from tourism.apidae.demonstration.builder import Text, t
from tourism.apidae.demonstration.tracks import Track, Waypoint, draw_track

WALK, TRAIL_RUN, MOUNTAIN_BIKE, ROAD_BIKE, E_BIKE = 3333, 4201, 3284, 3283, 5447
GREENWAY, SNOWSHOES, THEMED = 3280, 3302, 3331
# Distinctions (DistinctionNom): registered path, cycling and cheese, mountain-bike area of the federation.
PDIPR, CYCLING_AND_CHEESE, FFC = 8607, 8673, 8674

GREEN, BLUE, RED = 587, 588, 589

NOTE = "Tracé de démonstration : ne pas s’y fier sur le terrain."

YELLOW_MARKS = t("Balisage jaune (PR).", "Yellow waymarks (PR).", "Segnavia gialli (PR).", de="Gelbe Markierung (PR).")


@dataclass(frozen=True, kw_only=True)
class Trail:
    """An itinerary: the draft of its APIDAE object is made from it and from the line that `draw` gives.

    `months` are the first and the last month that it is open, over the new year when the first is the later one; None
    for all year. `closed` says why it is shut for now; `days` is how many days a route of several stages takes; `links`
    are (type, id) pairs; `audience` and `access` are ids of TypeClientele and TourismeAdapte.
    """

    id: int
    name: Text
    commune: str
    activities: tuple[int, ...]
    level: int
    loop: bool
    waypoints: tuple[Waypoint, ...]
    short: Text
    long: Text
    steps: Text
    marking: Text
    dangers: Text | None = None
    alert: Text | None = None
    ground: tuple[int, ...] = (4240, 4241)
    picture: str
    office: int
    draw: Callable[..., Track] = draw_track
    step: float = 30.0
    winding: float = 0.25
    one_way: bool = False
    months: tuple[int, int] | None = None
    closed: Text | None = None
    days: int | None = None
    links: tuple[tuple[str, int], ...] = ()
    audience: tuple[int, ...] = ()
    access: tuple[int, ...] = ()
    dogs: bool = True
    distinctions: tuple[int, ...] = ()
