"""Whether two names of places mean one venue; for the comparison of events and for the registry of venues."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from agenda.dedupe.titles import fold, words_of
from agenda.dedupe.words import VAGUE_VENUES, VENUE_WORDS
from tourism.geometry import haversine_m

# From this likeness on two names in one town are one venue.
SAME_VENUE = 0.8
# Two positions this close are one place, sources' geocoders agree to about that.
SAME_SPOT_M = 150


@dataclass(frozen=True)
class Venue:
    """A place of events: a name, the other names it is known by, where it is. `town` is a name, `point` (lon, lat)."""

    name: str
    aliases: tuple[str, ...] = ()
    commune_code: str = ""
    town: str = ""
    point: tuple[float, float] | None = None


def is_vague(name: str) -> bool:
    """Whether a name says no more than "somewhere in this town"."""
    return not words_of(name) or bool(VAGUE_VENUES.fullmatch(fold(name)))


def venue_likeness(a: Venue, b: Venue) -> float:
    """0..1 that two venues are one; `SAME_VENUE` and more means yes.

    The best pair among names and aliases counts. The farther apart they are, the more alike the names must be; a name
    that many towns have ("Salle des fêtes") means one venue only in one commune. Names that say nothing ("centre
    ville") give at most 0.5.
    """
    towns = (a.town, b.town)
    name = max(
        (name_likeness(x, y, towns) for x in (a.name, *a.aliases) if x for y in (b.name, *b.aliases) if y), default=0.0
    )
    distance = haversine_m(a.point, b.point) if a.point and b.point else None
    if distance is not None and distance > SAME_SPOT_M:
        name *= max(0.3, 1 - (distance - SAME_SPOT_M) / 10_000)
        if distance > 1500 and name < 0.95:
            name = min(name, SAME_VENUE - 0.01)
    elif distance is not None and name >= 0.6:
        name = max(name, SAME_VENUE)
    if a.commune_code and b.commune_code and a.commune_code != b.commune_code and (distance is None or distance > 500):
        common = all(word in VENUE_WORDS for x in (a.name, b.name) for word in words_of(x))
        name = min(name, 0.4) if common else name * 0.85
    return round(name, 3)


def name_likeness(a: str, b: str, towns: Iterable[str] = ()) -> float:
    """0..1 that two names mean one venue, when both are in one town (whose names are ignored in them)."""
    return _name_likeness(*sorted((a, b)), tuple(sorted(set(towns))))


@lru_cache(maxsize=65536)
def _name_likeness(a: str, b: str, towns: tuple[str, ...]) -> float:
    if is_vague(a) or is_vague(b):
        return 0.5 if is_vague(a) and is_vague(b) else 0.4
    town_words = {word for town in towns for word in words_of(town)}
    words_a = [word for word in words_of(a) if word not in town_words] or list(words_of(a))
    words_b = [word for word in words_of(b) if word not in town_words] or list(words_of(b))
    if words_a == words_b or "".join(words_a) == "".join(words_b) or set(words_a) == set(words_b):
        return 1.0
    naming_a = {word for word in words_a if word not in VENUE_WORDS}
    naming_b = {word for word in words_b if word not in VENUE_WORDS}
    if not naming_a and not naming_b:
        # "Salle des fêtes" and "Salle polyvalente" may be one; "Mairie" and "Église" are not.
        common = len(set(words_a) & set(words_b)) / len(set(words_a) | set(words_b))
        contained = set(words_a) <= set(words_b) or set(words_b) <= set(words_a)
        return 0.75 if contained else 0.55 * common
    if not naming_a or not naming_b:
        # "Théâtre" and "Théâtre Durance": of one town perhaps, not certainly.
        return 0.7 if (set(words_a) <= set(words_b) or set(words_b) <= set(words_a)) else 0.3
    if naming_a == naming_b:
        # "Cinéma Le Cairn" and "Le Cairn", but the church and the square of Saint-Michel are two places.
        kinds_a, kinds_b = set(words_a) - naming_a, set(words_b) - naming_b
        return 0.95 if kinds_a <= kinds_b or kinds_b <= kinds_a else 0.6 if kinds_a & kinds_b else 0.45
    if naming_a <= naming_b or naming_b <= naming_a:
        return 0.85 if len(naming_a & naming_b) > 1 or max(len(naming_a), len(naming_b)) == 2 else 0.7
    likeness = fuzz.token_sort_ratio(" ".join(sorted(naming_a)), " ".join(sorted(naming_b))) / 100
    return likeness if likeness >= 0.88 else min(0.7, likeness * 0.8)
