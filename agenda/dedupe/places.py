"""How the places of two events stand to each other, and how alike their names must be therefore."""

from dataclasses import dataclass
from enum import Enum

from agenda.dedupe.candidate import Candidate
from agenda.dedupe.reasons import Reason, ReasonCode
from agenda.dedupe.titles import words_of
from agenda.dedupe.venues import SAME_SPOT_M, SAME_VENUE, Venue, is_vague, venue_likeness
from agenda.dedupe.words import VENUE_WORDS
from tourism.geometry import haversine_m

# Farther apart than this is elsewhere.
NEAR_M = 5000
# Below this likeness, two names are two venues.
OTHER_VENUE = 0.5


class PlaceRelation(Enum):
    """From the same house to another town."""

    SAME_VENUE = "same venue"
    SAME_SPOT = "same spot"
    SAME_COMMUNE = "same commune"  # and one of them does not say where in it
    NEAR = "near"
    OTHER_VENUE = "other venue"  # of the same commune, or nobody knows of which
    UNKNOWN = "unknown"
    OTHER_COMMUNE = "other commune"
    FAR = "far"


@dataclass(frozen=True)
class PlaceLikeness:
    """`asked` is how alike titles must be for one event; `distance` in metres, None when not known."""

    relation: PlaceRelation
    asked: float
    closeness: float  # 0..1, for the score
    distance: float | None
    reasons: tuple[Reason, ...]


def may_be_one_place(a: Candidate, b: Candidate) -> bool:
    """A quick no for what is elsewhere; used before titles are compared."""
    if a.venue_id and a.venue_id == b.venue_id:
        return True
    if a.point and b.point:
        return haversine_m(a.point, b.point) <= NEAR_M or bool(a.municipality and a.municipality == b.municipality)
    return True


def _venue(candidate: Candidate) -> Venue:
    return Venue(
        candidate.venue, candidate.venue_aliases, candidate.commune_code, candidate.town, point=candidate.point
    )


def place_likeness(a: Candidate, b: Candidate) -> PlaceLikeness:
    """The relation of two places. The likeness asked of names grows with the distance."""
    distance = haversine_m(a.point, b.point) if a.point and b.point else None
    one_commune = bool(a.municipality and a.municipality == b.municipality)
    other_commune = bool(a.commune_code and b.commune_code and a.commune_code != b.commune_code)
    if not (a.commune_code and b.commune_code) and a.municipality and b.municipality and not one_commune:
        other_commune = bool(a.town and b.town and words_of(a.town) != words_of(b.town))
        one_commune = bool(a.town and b.town and not other_commune)
    named = bool(a.venue and b.venue and not is_vague(a.venue) and not is_vague(b.venue))
    likeness = (
        1.0 if a.venue_id and a.venue_id == b.venue_id else venue_likeness(_venue(a), _venue(b)) if named else 0.0
    )
    reasons = []
    if distance is not None:
        reasons.append(Reason(ReasonCode.DISTANCE, {"metres": round(distance)}))

    def answer(relation: PlaceRelation, asked: float, closeness: float, *more: Reason) -> PlaceLikeness:
        return PlaceLikeness(relation, asked, closeness, distance, (*more, *reasons))

    venues = " / ".join(sorted(filter(None, {a.venue, b.venue})))
    same_venue = Reason(ReasonCode.SAME_VENUE, {"venue": venues})
    other_venue = Reason(ReasonCode.OTHER_VENUE, {"venues": venues})
    if likeness == 1.0 and a.venue_id and a.venue_id == b.venue_id:
        return answer(PlaceRelation.SAME_VENUE, 0.55, 1.0, same_venue)
    if other_commune and (distance is None or distance > SAME_SPOT_M):
        communes = " / ".join(sorted(filter(None, {a.commune_code or a.town, b.commune_code or b.town})))
        told = Reason(ReasonCode.OTHER_COMMUNE, {"communes": communes})
        if likeness >= SAME_VENUE and (distance is None or distance <= NEAR_M):
            return answer(PlaceRelation.NEAR, 0.75, 0.7, same_venue, told)
        far = distance is not None and distance > NEAR_M
        return answer(PlaceRelation.FAR if far else PlaceRelation.OTHER_COMMUNE, 1.0, 0.0, told)
    if distance is not None and distance > NEAR_M and not one_commune:
        return answer(PlaceRelation.FAR, 1.0, 0.0)
    if likeness >= SAME_VENUE and (one_commune or distance is not None or not _is_common_name(a.venue)):
        return answer(PlaceRelation.SAME_VENUE, 0.55 if likeness >= 0.9 else 0.6, 0.95, same_venue)
    if named and likeness < OTHER_VENUE:
        asked = 0.7 + (min(distance, NEAR_M) / NEAR_M * 0.2 if distance is not None else 0.0)
        return answer(PlaceRelation.OTHER_VENUE, asked, 0.3, other_venue)
    if distance is not None and distance <= SAME_SPOT_M:
        return answer(PlaceRelation.SAME_SPOT, 0.6, 0.9)
    if one_commune:
        told = Reason(ReasonCode.SAME_COMMUNE)
        return answer(PlaceRelation.SAME_COMMUNE, 0.65, 0.7, told, *((other_venue,) if named else ()))
    if distance is not None:
        return answer(PlaceRelation.NEAR, 0.65 + distance / NEAR_M * 0.25, 0.7 - distance / NEAR_M * 0.5)
    return answer(PlaceRelation.UNKNOWN, 0.72, 0.3, Reason(ReasonCode.UNKNOWN_PLACE))


def _is_common_name(name: str) -> bool:
    return all(word in VENUE_WORDS for word in words_of(name))
