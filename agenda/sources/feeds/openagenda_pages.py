"""OpenAgenda's API v2, page after page. The key goes in a header: addresses are logged everywhere."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from agenda.sources.feeds.client import FeedClient, answered_json
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.told import Told
from tourism.apidae.mapping.scalars import as_identifier
from tourism.apidae.untrusted_json import JsonError, parse_json

API = "https://api.openagenda.com/v2"
PAGE = 100
MOST_PAGES = 500
LARGEST_PAGE = 30_000_000
# Whoever contributed an event is nobody's business; the others change each day without the event changing.
_DROPPED = ("member", "creatorUid", "ownerUid", "dateRange", "firstTiming", "lastTiming", "nextTiming", "score")
_API_PATH = re.compile(r"(?P<base>.*/v2)/agendas/(?P<uid>\d+)(?:/events)?/?")
_SLUG_PATH = re.compile(r"/(?:[a-z]{2}/)?(?:agendas/(?P<uid>\d+)|(?P<slug>[\w-]+))/?(?:events.*)?")


def agenda_events(url: str, *, key: str, client: FeedClient) -> Iterator[Told]:
    """All events of an agenda, the removed ones as `gone`. Raises FeedError, also when its end does not come."""
    address = _events_address(url, key=key, client=client)
    params: dict[str, str | list[str]] = {
        "detailed": "1",
        "includeLabels": "1",
        "removed": "1",
        "size": str(PAGE),
    }
    total, read = 0, 0
    passed: set[tuple[str, ...]] = set()
    for _page in range(MOST_PAGES):
        answer = _asked(address, key=key, client=client, params=params)
        events = answer.get("events")
        if not isinstance(events, list):
            raise FeedError(_("La réponse de %s n’a pas la forme attendue.") % "OpenAgenda")
        total = answer["total"] if isinstance(answer.get("total"), int) else total
        read += len(events)
        yield from (_told(event) for event in events)
        after = answer.get("after")
        cursor = tuple(str(part) for part in after) if isinstance(after, list) else ()
        if not events or not cursor:
            break
        if cursor in passed:
            raise FeedError(_("OpenAgenda redonne sans fin la même page."), passing=True)
        passed.add(cursor)
        params["after[]"] = list(cursor)
    else:
        raise FeedError(_("Cet agenda a trop d’événements."))
    if read < total:
        raise FeedError(
            _("OpenAgenda annonce %(total)d événements et n’en donne que %(read)d.") % {"total": total, "read": read}
        )


def _told(event: Any) -> Told:
    if not isinstance(event, dict):
        return Told("", {"event": event}, problem="L’événement n’est pas un objet JSON.")
    content = {name: value for name, value in event.items() if name not in _DROPPED}
    origin = content.get("originAgenda")
    if isinstance(origin, dict):
        # The address of its picture has the hour in it.
        content["originAgenda"] = {name: value for name, value in origin.items() if name != "image"}
    return Told(str(as_identifier(event.get("uid")) or ""), content, gone=event.get("removed") in (True, 1))


def _asked(url: str, *, key: str, client: FeedClient, params: dict[str, str | list[str]]) -> dict[str, Any]:
    secret = {"key": key} if key else {}
    fetched = client.fetch(url, most=LARGEST_PAGE, secret=secret, params=params)
    try:
        return answered_json(parse_json(fetched.content), "OpenAgenda")
    except JsonError:
        raise FeedError(_("La réponse de %s n’a pas la forme attendue.") % "OpenAgenda", passing=True) from None


def _events_address(url: str, *, key: str, client: FeedClient) -> str:
    """Where the events of an agenda are: of its address in the API, of its page, or of its number."""
    if url.isascii() and url.isdigit():
        return f"{API}/agendas/{url}/events"
    parts = urlsplit(url)
    found = _API_PATH.fullmatch(f"{parts.scheme}://{parts.netloc}{parts.path}")
    if found:
        return f"{found['base']}/agendas/{found['uid']}/events"
    page = _SLUG_PATH.fullmatch(parts.path)
    if not page or not (parts.hostname or "").endswith("openagenda.com"):
        raise FeedError(_("L’adresse n’est pas celle d’un agenda d’OpenAgenda."))
    if page["uid"]:
        return f"{API}/agendas/{page['uid']}/events"
    answer = _asked(f"{API}/agendas", key=key, client=client, params={"slug[]": [page["slug"]], "size": "1"})
    agendas = answer.get("agendas")
    first = agendas[0] if isinstance(agendas, list) and agendas else None
    uid = as_identifier(first.get("uid")) if isinstance(first, dict) else None
    if uid is None:
        raise FeedError(_("OpenAgenda ne connaît pas l’agenda « %s ».") % page["slug"])
    return f"{API}/agendas/{uid}/events"
