"""Whether an event is outside the territory. What nobody says where it is, is not. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from agenda.records import EventRecord
from tourism.geometry import haversine_m

# No commune is so long that a point of it is so far from its town hall, nor from that of every other one.
FAR_M = 15_000
# State of a record whose feed leaves out what is outside (`tourism.records`).
OUTSIDE = "OUTSIDE"


@dataclass(frozen=True)
class Where:
    """A commune of the territory: INSEE code, postcode ('' unknown), town hall in degrees (None unknown)."""

    code: str
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None


class Territory:
    """The communes that an instance serves."""

    def __init__(self, communes: Iterable[Where] = ()) -> None:
        self._communes = tuple(sorted(communes, key=lambda one: one.code))
        self._codes = frozenset(one.code for one in self._communes)
        self._postcodes = frozenset(one.postcode for one in self._communes)
        # A commune has more postcodes than the one that we know: those of its boxes, of a hamlet.
        self._departments = frozenset(one.code[:2] for one in self._communes)
        self._points = [
            (one.longitude, one.latitude)
            for one in self._communes
            if one.latitude is not None and one.longitude is not None
        ]

    @cached_property
    def signature(self) -> str:
        """Changes when the same event may be outside no more, or be it now."""
        said = "|".join(f"{one.code} {one.postcode} {one.latitude} {one.longitude}" for one in self._communes)
        return sha256(said.encode()).hexdigest()[:16]

    def outside(self, record: EventRecord) -> str:
        """Where an event is said to be ("81000 Albi", a position), when that is outside; '' when it is not, or when
        nobody knows. The commune counts, else the postcode, else the position."""
        if not self._communes:
            return ""
        postcode, city = record.address.get("postcode", ""), record.address.get("city", "")
        if record.commune_code:
            if record.commune_code in self._codes:
                return ""
            return f"{postcode} {city}".strip() or record.commune_code
        if postcode:
            theirs = postcode not in self._postcodes and postcode[:2] not in self._departments
            return f"{postcode} {city}".strip() if theirs else ""
        return self._far(record.latitude, record.longitude, city)

    def _far(self, latitude: float | None, longitude: float | None, city: str) -> str:
        # A commune whose place we do not know may be anywhere.
        if latitude is None or longitude is None or len(self._points) < len(self._communes):
            return ""
        if any(haversine_m((longitude, latitude), point) <= FAR_M for point in self._points):
            return ""
        return city or f"{latitude:.2f}, {longitude:.2f}"
