"""The normalised form of what a source says about one event. See `tourism.records`."""

from dataclasses import dataclass, field

from tourism.records import LabelJson, ThingRecord


@dataclass
class EventRecord(ThingRecord):
    """An event; `event_categories` are agenda.enums.EventCategory values, `categories` the source's own labels."""

    event_categories: list[str] = field(default_factory=list)
    themes: list[LabelJson] = field(default_factory=list)
    status: str = "SCHEDULED"  # agenda.enums.EventStatus
    reach: str = ""  # APIDAE `portee`: local … international, as label id
    venue: str = ""
    place_external_id: str = ""  # the place of the same source where it happens
    place_public_id: str = ""  # a place of ours where it happens, of a feed that says so of all its events
    part_of_external_id: str = ""  # the festival of the same source that it belongs to
    organiser: str = ""
