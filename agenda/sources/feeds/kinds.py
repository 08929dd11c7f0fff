"""The forms in which feeds come: for each how it is fetched, and what its events become. See docs/sources.md."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.enums import FeedKind
from agenda.models import EventFeed
from agenda.sources import datatourisme, openagenda
from agenda.sources.feeds import calendars, linked_files, sheet_files, sheets
from agenda.sources.feeds.client import FeedClient, Fetched
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.openagenda_pages import agenda_events
from agenda.sources.feeds.places import Communes
from agenda.sources.feeds.sheet_files import Sheet, SheetError, read_sheet
from agenda.sources.feeds.told import Answer, Told
from tourism.apidae.mapping import Mapped
from tourism.schedule.ical import MOST_BYTES, CalendarError


@dataclass(frozen=True)
class Asked:
    """What a kind is fetched with. `validators` of the last reading, empty when all must be read; rules of dates are
    followed up to `horizon`; `today` in the territory. Somebody waits until it `ended`; nobody when None."""

    client: FeedClient
    validators: dict[str, str]
    today: date
    horizon: date
    ended: Callable[[], bool] | None = None


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
        answer = calendars.calendar_answer(fetched.content, horizon=asked.horizon, ended=asked.ended)
    except CalendarError as error:
        raise FeedError(str(error)) from None
    answer.validators = fetched.validators
    return answer


def _fetch_agenda(feed: EventFeed, asked: Asked) -> Answer:
    return Answer(agenda_events(_address(feed), key=feed.key, client=asked.client))


def _fetch_linked_data(feed: EventFeed, asked: Asked) -> Answer:
    fetched = _content(feed, asked, most=linked_files.MOST_BYTES)
    if fetched.unchanged:
        return Answer(unchanged=True, validators=asked.validators)
    return Answer(_linked(fetched.content), validators=fetched.validators)


def _linked(content: bytes) -> Iterator[Told]:
    try:
        yield from linked_files.linked_events(content)
    except linked_files.LinkedDataError as error:
        raise FeedError(str(error)) from None


def _fetch_sheet(feed: EventFeed, asked: Asked) -> Answer:
    sheet = sheet_of(feed, asked.client)
    if any(feed.columns.get(name) not in sheet.headers for name in sheets.NEEDED):
        raise FeedError(_("Les colonnes de ce tableau sont à choisir : celles du titre et de la date manquent."))
    return sheets.sheet_answer(sheet, feed.columns, today=asked.today)


def sheet_of(feed: EventFeed, client: FeedClient) -> Sheet:
    """The table of a feed, at its address or as it was sent. Raises FeedError."""
    asked = Asked(client, {}, timezone.localdate(), timezone.localdate())
    try:
        return read_sheet(_content(feed, asked, most=sheet_files.MOST_BYTES).content)
    except SheetError as error:
        raise FeedError(str(error)) from None


def _content(feed: EventFeed, asked: Asked, *, most: int) -> Fetched:
    """What is at the feed's address, else the file that was sent."""
    if feed.url:
        return asked.client.fetch(feed.url, most=most, validators=asked.validators)
    if not feed.sheet:
        raise FeedError(_("Ce flux n’a ni adresse ni fichier."))
    try:
        with feed.sheet.open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        raise FeedError(_("Le fichier de ce flux n’est plus là.")) from None
    if len(content) > most:
        raise FeedError(_("Le flux dépasse %d Mo : il n’est pas lu.") % (most // 1_000_000))
    return Fetched(content)


def _map_alone(map_event: Callable[[Any], Mapped]) -> Callable[[dict[str, Any], Communes], tuple[Mapped, bool]]:
    """A mapping that knows where its events are: outside the territory when it says another commune."""

    def map_content(content: dict[str, Any], communes: Communes) -> tuple[Mapped, bool]:
        mapped = map_event(content)
        return mapped, bool(mapped.record.address.get("postcode") or mapped.record.commune_code)

    return map_content


def _address(feed: EventFeed) -> str:
    if not feed.url:
        raise FeedError(_("Ce flux n’a pas d’adresse."))
    return feed.url


KINDS: dict[str, Kind] = {
    FeedKind.OPENAGENDA.value: Kind(_fetch_agenda, _map_alone(openagenda.map_event), openagenda.MAPPING_VERSION),
    FeedKind.DATATOURISME.value: Kind(
        _fetch_linked_data, _map_alone(datatourisme.map_event), datatourisme.MAPPING_VERSION
    ),
    FeedKind.SHEET.value: Kind(_fetch_sheet, sheets.map_row, sheets.MAPPING_VERSION, by_content=True),
    FeedKind.ICS.value: Kind(_fetch_calendar, calendars.map_calendar_event, calendars.MAPPING_VERSION, by_content=True),
}
