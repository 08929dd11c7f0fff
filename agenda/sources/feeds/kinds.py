"""The forms in which feeds come: for each how it is fetched, and what its events become. See docs/sources.md."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from agenda.enums import FeedKind
from agenda.models import EventFeed
from agenda.sources.feeds import calendars
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.places import Communes
from agenda.sources.feeds.told import Answer
from tourism.apidae.mapping import Mapped
from tourism.schedule.ical import MOST_BYTES, CalendarError


@dataclass(frozen=True)
class Asked:
    """What a kind is fetched with. `validators` of the last reading, empty when all must be read; rules of dates are
    followed up to `horizon`; `today` in the territory."""

    client: FeedClient
    validators: dict[str, str]
    today: date
    horizon: date


@dataclass(frozen=True)
class Kind:
    """One form of feeds.

    Attributes:
        fetch: what the feed says now. Raises FeedError.
        map_event: the record of one event's content, and whether it says that it is outside the territory. Pure;
            raises Unmappable.
        version: raised whenever the same content would give another record.
        by_content: its names of events cannot be trusted: see `identity`.
    """

    fetch: Callable[[EventFeed, Asked], Answer]
    map_event: Callable[[dict[str, Any], Communes], tuple[Mapped, bool]]
    version: int
    by_content: bool = False


def _fetch_calendar(feed: EventFeed, asked: Asked) -> Answer:
    fetched = asked.client.fetch(_address(feed), most=MOST_BYTES, validators=asked.validators)
    if fetched.unchanged:
        return Answer(unchanged=True, validators=asked.validators)
    try:
        answer = calendars.calendar_answer(fetched.content, horizon=asked.horizon)
    except CalendarError as error:
        raise FeedError(str(error)) from None
    answer.validators = fetched.validators
    return answer


def _address(feed: EventFeed) -> str:
    if not feed.url:
        raise FeedError(_("Ce flux n’a pas d’adresse."))
    return feed.url


KINDS: dict[str, Kind] = {
    FeedKind.ICS.value: Kind(_fetch_calendar, calendars.map_calendar_event, calendars.MAPPING_VERSION, by_content=True),
}
