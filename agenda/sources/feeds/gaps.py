"""What an office says once for all events of a feed, for those that do not say it themselves. Pure."""

from dataclasses import asdict, dataclass

from agenda.enums import EventCategory
from agenda.records import EventRecord


@dataclass(frozen=True)
class Usual:
    """Where and what the events of a feed usually are. `place` is the public id of a place of ours, `place_commune`
    the code of its commune."""

    place: str = ""
    place_commune: str = ""
    commune: str = ""
    category: str = ""

    def signature(self) -> str:
        """Changes when the same event would give another record."""
        return "|".join(asdict(self).values())


def fill_gaps(record: EventRecord, usual: Usual, *, elsewhere: bool = False) -> None:
    """Say of a record what it does not say. `elsewhere`: it says that it is outside the territory."""
    located = record.venue or record.address or record.latitude is not None or record.commune_code
    if usual.place and not located and not record.place_external_id and not elsewhere:
        record.place_public_id = usual.place
        record.commune_code = usual.place_commune
    if usual.commune and not record.commune_code and not elsewhere:
        record.commune_code = usual.commune
    if usual.category and set(record.event_categories) <= {EventCategory.OTHER.value}:
        record.event_categories = [usual.category]
    record.event_categories = record.event_categories or [EventCategory.OTHER.value]
