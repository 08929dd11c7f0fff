"""The normalised form of what a source says about one thing: what mappings return, what `SourceRecord.record` keeps.

Every source's mapping ends here, so nothing past this point knows APIDAE, Geotrek or a CSV. Pure dataclasses;
`to_json` leaves out what is empty, so that a record changes only when something was really said.

Shapes used below:
- *plain texts*: ``{"fr": "…", "en": "…"}``;
- *label*: ``{"id": int | None, "family": str, "label": plain texts}`` (an element of a referential).
"""

from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

PlainTexts = dict[str, str]
LabelJson = dict[str, Any]


@dataclass
class ThingRecord:
    """What places, trails and events have in common."""

    name: PlainTexts = field(default_factory=dict)
    summary: PlainTexts = field(default_factory=dict)
    description: PlainTexts = field(default_factory=dict)
    latitude: float | None = None  # degrees, WGS 84; both or none
    longitude: float | None = None
    altitude: int | None = None  # metres
    commune_code: str = ""  # INSEE, five characters
    address: dict[str, Any] = field(default_factory=dict)  # {venue, lines: [str], postcode, city}
    access: PlainTexts = field(default_factory=dict)  # how to get there
    contacts: list[dict[str, Any]] = field(default_factory=list)  # {kind: ContactKind, value, note: plain texts}
    # {url, credit, title: plain texts, expires: "YYYY-MM-DD" | None, modified: str}
    images: list[dict[str, Any]] = field(default_factory=list)
    # {kind: APIDAE multimedia type, url, title: plain texts, credit, expires}
    media: list[dict[str, Any]] = field(default_factory=list)
    categories: list[LabelJson] = field(default_factory=list)
    labels: list[LabelJson] = field(default_factory=list)  # quality labels, brands, distinctions
    audiences: list[LabelJson] = field(default_factory=list)
    accessibility: list[LabelJson] = field(default_factory=list)
    services: list[LabelJson] = field(default_factory=list)
    equipments: list[LabelJson] = field(default_factory=list)
    payment: list[LabelJson] = field(default_factory=list)
    spoken_languages: list[LabelJson] = field(default_factory=list)
    opening: PlainTexts = field(default_factory=dict)  # the source's own sentence
    schedule: dict[str, Any] = field(default_factory=dict)  # tourism.schedule.Schedule.to_json()
    temporarily_closed: bool = False
    price: dict[str, Any] = field(default_factory=dict)  # {free: bool | None, text: plain texts, lines: […]}
    booking: list[dict[str, Any]] = field(default_factory=list)  # {name, contacts: […], note: plain texts}
    # typed relations to other objects of the same source, by their numbers: {type, external_id, kind?}
    links: list[dict[str, Any]] = field(default_factory=list)
    alert: PlainTexts = field(default_factory=dict)  # what visitors must know today
    alert_from: str = ""  # YYYY-MM-DD, the days on which the alert is shown, both included; '' when not said
    alert_until: str = ""
    details: dict[str, Any] = field(default_factory=dict)  # fields of one type only, labelled in docs/apidae.md
    # PUBLISHED | HIDDEN | DELETED | OUTSIDE (of the territory, and left out by its feed): shown or not
    state: str = "PUBLISHED"
    # YYYY-MM-DD: not shown before the first, nor from the day after the second on (the source said so); '' when open
    publish_from: str = ""
    expires_on: str = ""

    def to_json(self) -> dict[str, Any]:
        """The record as JSON, without its empty fields (False and 0 are not empty)."""
        values = self.__dict__
        record_type: Any = type(self)
        names = _field_names(record_type)
        return {name: value for name in names if (value := values[name]) or isinstance(value, (int, float))}


@cache
def _field_names(record_type: Any) -> tuple[str, ...]:
    return tuple(item.name for item in fields(record_type))


def is_said(value: Any) -> bool:
    """Whether a value of a record says something: None and empty texts, lists and objects do not, False and 0 do."""
    return bool(value) or isinstance(value, (int, float))


@dataclass
class PlaceRecord(ThingRecord):
    """A place; `kind` is a tourism.enums.PlaceKind value."""

    kind: str = ""
    capacity: list[LabelJson] = field(default_factory=list)  # {id: None, family: source's key, label, value: int}


@dataclass
class TrailRecord(ThingRecord):
    """A trail. Metres and minutes. Values the source gives; the line's own are computed when it gives none."""

    practice: str = "OTHER"  # tourism.enums.TrailPractice
    difficulty: str = ""  # tourism.enums.TrailDifficulty
    shape: str = ""  # tourism.enums.TrailShape
    distance: int | None = None
    ascent: int | None = None
    descent: int | None = None
    highest: int | None = None
    lowest: int | None = None
    duration: int | None = None
    waymarked: bool | None = None
    waymarking: PlainTexts = field(default_factory=dict)
    terrain: list[LabelJson] = field(default_factory=list)
    hazards: PlainTexts = field(default_factory=dict)
    maps: PlainTexts = field(default_factory=dict)  # map sheets and guide books
    steps: PlainTexts = field(default_factory=dict)  # step by step description
    # {url, extension, file_name, expires, credit?, title?}: files to fetch the line from
    plans: list[dict[str, Any]] = field(default_factory=list)
    line: list[list[float | None]] = field(default_factory=list)  # [[lon, lat, ele | None], …]
