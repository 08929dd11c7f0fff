"""The agenda for calendars and feed readers: one event, or whatever part of the agenda one subscribes to.

What one subscribes to is told as of the beginning of the hour, so that it is the same for an hour unless something
changed: programs that ask again are answered that it is, before anything is read or written.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.views.decorators.http import conditional_page, require_safe

from agenda.enums import Audience, Disability, EventCategory
from agenda.exports import agenda_title, calendar_of, feed_of, part_title
from agenda.models import Event
from agenda.queries import Choices, event_by_public_id, events_in_agenda, shown_heir, upcoming_events
from cms.queries import data_version
from cms.texts import MAIN_LANGUAGE, text_in
from tourism.cards import published_language_codes
from tourism.models import Commune
from tourism.queries import Near
from tourism.schema.resolving import was_public

# Events of a calendar, entries of a feed.
MOST_EVENTS, MOST_ENTRIES = 500, 50
FARTHEST = 200_000
# Programs that subscribe ask again and again.
FRESH_SECONDS = 3_600
KEPT = f"public, max-age={FRESH_SECONDS}"
TYPES = {
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
}


class BadFilterError(Exception):
    """A part of the address cannot be understood; the message says which."""


@dataclass(frozen=True)
class AgendaFilter:
    """What part of the agenda is asked for:
    `?commune=04070&category=CONCERT&audience=FAMILIES&accessible=MOTOR&free=1&indoor=1&near=44.1,6.2,20000&lang=it`.
    All but `free`, `indoor`, `near` and `lang` may come several times."""

    choices: Choices = field(default_factory=Choices)
    language: str = MAIN_LANGUAGE


def agenda_filter(request: HttpRequest) -> AgendaFilter:
    """The filter of an address. Raises BadFilterError."""
    communes = request.GET.getlist("commune")
    if len(communes) > 50 or not all(len(code) == 5 and code.isalnum() for code in communes):
        raise BadFilterError("commune is the INSEE code of a commune, five characters.")
    categories = _several(request, "category", EventCategory.values)
    choices: Choices = {
        "communes": communes,
        "categories": categories,
        "audiences": _several(request, "audience", Audience.values),
        "accessible": _several(request, "accessible", Disability.values),
        "near": _near(request.GET.get("near")),
        "free": _yes_or_no(request, "free"),
        "indoor": _yes_or_no(request, "indoor"),
    }
    return AgendaFilter(choices, language_of(request))


def _several(request: HttpRequest, name: str, known: list[Any]) -> list[str]:
    values = request.GET.getlist(name)
    if not set(values) <= set(known):
        raise BadFilterError(f"{name} is one of {', '.join(known)}.")
    return values


def _yes_or_no(request: HttpRequest, name: str) -> bool | None:
    value = request.GET.get(name)
    if value not in (None, "0", "1"):
        raise BadFilterError(f"{name} is 1 or 0.")
    return None if value is None else value == "1"


def _near(text: str | None) -> Near | None:
    if text is None:
        return None
    try:
        latitude, longitude, *rest = (float(number) for number in text.split(","))
        radius = int(rest[0]) if rest else Near.radius
    except (ValueError, OverflowError):
        latitude, longitude, radius, rest = 0.0, 0.0, 0, []
    if len(rest) > 1 or not (abs(latitude) <= 90 and abs(longitude) <= 180 and 1 <= radius <= FARTHEST):
        raise BadFilterError("near is latitude,longitude,metres.")
    return Near(latitude, longitude, radius)


def language_of(request: HttpRequest) -> str:
    """The language asked for. Raises BadFilterError."""
    language = request.GET.get("lang", MAIN_LANGUAGE)
    if language not in published_language_codes():
        raise BadFilterError(f"lang is one of {', '.join(published_language_codes())}.")
    return language


@require_safe
@conditional_page
def event_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """One event as a calendar file."""
    event = event_by_public_id(public_id)
    if event is not None and not event.published and (heir := shown_heir(event)):
        # Who subscribed to what is now told elsewhere goes on being told; for as long as it is, since what was joined
        # can be parted, and a calendar would not ask here again after a permanent answer.
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"{heir}.ics{'?' if query else ''}{query}")
    if event is None or not event.published:
        gone = event is not None and was_public(event)
        return _refused("This event was withdrawn." if gone else "There is no such event.", 410 if gone else 404)
    try:
        language = language_of(request)
    except BadFilterError as error:
        return _refused(str(error), 400)
    name = text_in(event.name, language)
    content = calendar_of([event], language=language, base_url=_base_url(), today=timezone.localdate(), name=name)
    response = _answer(content, "ics")
    response["Content-Disposition"] = f'attachment; filename="{event.public_id}.ics"'
    return response


@require_safe
@conditional_page
def agenda_calendar(request: HttpRequest) -> HttpResponse:
    """A part of the agenda as a calendar to subscribe to: the events that are not over, at most MOST_EVENTS."""

    def written(asked: AgendaFilter, start: datetime) -> bytes:
        return calendar_of(
            events_in_agenda(first=MOST_EVENTS, start=start, **asked.choices),
            language=asked.language,
            base_url=_base_url(),
            today=start.date(),
            name=_title(asked),
        )

    return _followed(request, "ics", written)


@require_safe
@conditional_page
def agenda_feed(request: HttpRequest, kind: str) -> HttpResponse:
    """A part of the agenda as an Atom or RSS feed: the next events, at most MOST_ENTRIES."""

    def written(asked: AgendaFilter, start: datetime) -> bytes:
        rows = upcoming_events(start=start, language=asked.language, first=MOST_ENTRIES, **asked.choices)
        cards = [card for _key, card in rows.rows[:MOST_ENTRIES]]
        known = Event.objects.filter(public_id__in=[card["id"] for card in cards])
        return feed_of(
            cards,
            kind=kind,
            events={event.public_id: event for event in known},
            language=asked.language,
            base_url=_base_url(),
            title=_title(asked),
            path=request.get_full_path(),
        )

    return _followed(request, kind, written)


def _followed(request: HttpRequest, kind: str, written: Callable[[AgendaFilter, datetime], bytes]) -> HttpResponse:
    """The answer to a program that follows a part of the agenda; `written` gives it as of an instant."""
    try:
        asked = agenda_filter(request)
    except BadFilterError as error:
        return _refused(str(error), 400)
    start = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    of = f"{kind}\n{request.get_full_path()}\n{start.isoformat()}\n{data_version()}"
    key = f"followed:{hashlib.sha256(of.encode()).hexdigest()}"
    known = cache.get(key)
    same = get_conditional_response(request, etag=known) if known else None
    if same is not None:
        same["ETag"] = known
        return _with_headers(same)
    response = set_response_etag(_answer(written(asked, start), kind))
    # The name of what is told, not what is told: that may be a megabyte, for each choice that anybody thinks of.
    cache.set(key, response["ETag"], FRESH_SECONDS)
    return response


def _title(asked: AgendaFilter) -> str:
    communes = asked.choices.get("communes") or ()
    names = (
        Commune.objects.filter(code__in=communes).order_by("name").values_list("name", flat=True) if communes else ()
    )
    part = part_title(asked.choices, communes=names, language=asked.language)
    return " — ".join(filter(None, (settings.WAGTAIL_SITE_NAME, agenda_title(asked.language), part)))


def _base_url() -> str:
    return settings.PUBLIC_URL.rstrip("/")


def _answer(content: bytes, kind: str) -> HttpResponse:
    return _with_headers(HttpResponse(content, content_type=TYPES[kind]))


def _with_headers(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = KEPT
    # Anybody's page may show it.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _refused(sentence: str, status: int) -> HttpResponse:
    response = HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
