"""Events of a feed to what the import keeps of them. Pure."""

import json
import logging
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from agenda.sources.feeds.gaps import Usual, fill_gaps
from agenda.sources.feeds.kinds import Kind
from agenda.sources.feeds.places import Communes
from agenda.sources.feeds.territory import OUTSIDE, Territory
from tourism.apidae.many import Outcome
from tourism.apidae.mapping import Mapped, Unmappable
from tourism.feed import Item

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class FeedMapping:
    """How the events of one feed are mapped. `owner` and `owner_id` are whose they are; what is outside the
    `territory` is shown only when it is `outside_too`."""

    kind: Kind
    communes: Communes
    usual: Usual
    territory: Territory = field(default_factory=Territory)
    outside_too: bool = False
    owner: str = ""
    owner_id: str = ""
    extra: str = ""

    @property
    def signature(self) -> str:
        """Changes when all must be mapped again."""
        shown = f"{self.territory.signature} {self.outside_too}"
        return f"{self.kind.version} {self.usual.signature()} {self.owner_id} {shown} {self.extra}"

    def start(self, items: list[Item]) -> Callable[[], list[Outcome]]:
        """As `tourism.feed.Feed.map_objects`."""
        return lambda: [self._outcome(item.raw) for item in items]

    def map_content(self, content: dict[str, Any]) -> Mapped:
        """Raises Unmappable."""
        mapped, elsewhere = self.kind.map_event(content, self.communes)
        record: Any = mapped.record
        if content.get("parent"):
            record.part_of_external_id = content["parent"]
        fill_gaps(record, self.usual, elsewhere=elsewhere)
        outside = self.territory.outside(record) if record.state == "PUBLISHED" else ""
        if outside:
            record.details = record.details | {"outside": outside}
            record.state = record.state if self.outside_too else OUTSIDE
        # Numbers of other systems' members would be taken for those of APIDAE's.
        mapped.owner, mapped.owner_id = mapped.owner or self.owner, self.owner_id
        return mapped

    def _outcome(self, raw: bytes) -> Outcome:
        packed = zlib.compress(raw, 1)
        try:
            mapped = self.map_content(json.loads(raw))
        except Unmappable as error:
            return Outcome(None, error.sentence, {}, packed)
        except Exception as error:
            # A mistake of ours about one event: the others are none the worse, and somebody must see it.
            logger.exception("An event of a feed could not be mapped.")
            return Outcome(None, f"Erreur inattendue pendant la lecture ({type(error).__name__}).", {}, packed)
        return Outcome(mapped, "", mapped.record.to_json(), packed)


def written(content: dict[str, Any]) -> bytes:
    """The same bytes for the same content."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def kept_items(records: Iterable[tuple[str, bytes | memoryview]]) -> list[Item]:
    """Events as we keep them, of (number, compressed original)."""
    items = []
    for number, packed in records:
        try:
            items.append(Item(number, zlib.decompress(bytes(packed))))
        except zlib.error:
            items.append(Item(number, b"", problem="L’original de cette fiche est illisible."))
    return items
