"""A public event as JSON-LD (schema.org), valid by the rules of search engines. Pure: the caller gives what it shows.

Google asks for a name, a start and a place with an address, or an address on the web: without them there is no node
at all. One date is one Event. Several are an Event from the first to the last with a full sub-event for each of the
next ones; an exhibition, or more dates than that, has rules (`eventSchedule`) instead. Dates without an hour are dates,
others have the offset of their zone; a cancelled event stays, with its dates and its status.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from agenda.enums import EventCategory, EventStatus
from tourism.schedule import Schedule, Span, Status, expand
from tourism.schedule.schema_org import event_dates, event_schedules_of

Json = dict[str, Any]

SCHEMA_ORG = "https://schema.org"
# As far as the agenda itself looks ahead; what is over is told from as far back.
AHEAD = timedelta(days=548)
MOST_DATES, MOST_OF_PROGRAMME = 30, 50
_MOST_SPANS = 2_000
_MOMENT = timedelta(microseconds=1)
_LONGEST_DESCRIPTION = 1_000

_TYPES: dict[str, str] = {
    EventCategory.FESTIVAL: "Festival",
    EventCategory.EXHIBITION: "ExhibitionEvent",
    EventCategory.CONCERT: "MusicEvent",
    EventCategory.CINEMA: "ScreeningEvent",
    EventCategory.SHOW: "TheaterEvent",
    EventCategory.SPORT: "SportsEvent",
    EventCategory.TASTING: "FoodEvent",
    EventCategory.CHILDREN: "ChildrensEvent",
}
# What is said of the whole event; dates to be confirmed have no word in schema.org.
_STATUSES: dict[str, str] = {
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.POSTPONED: "EventPostponed",
}
# Of what is said of the whole and of one of its dates, the gravest counts, as in `Occurrence` rows.
_GRAVEST_FIRST = ("EventCancelled", "EventPostponed")
_NOTES = {"RESCHEDULED": "EventRescheduled", "MOVED_ONLINE": "EventMovedOnline"}
_MODES = {
    "": "OfflineEventAttendanceMode",
    "ONLINE": "OnlineEventAttendanceMode",
    "MIXED": "MixedEventAttendanceMode",
}


@dataclass(frozen=True)
class PublicEvent:
    """What visitors are shown of an event, in one language.

    Attributes:
        url: its page; images: addresses of its pictures, the first the best. All absolute.
        status, categories: values of `agenda.enums`.
        facts: the folded record; its address, price, booking, contacts, organiser and details are read.
        city: name of the commune, for an address that does not say it.
        programme: the events that belong to it; festival: what it belongs to itself.
    """

    url: str
    name: str
    language: str
    schedule: Schedule
    description: str = ""
    images: Sequence[str] = ()
    status: str = EventStatus.SCHEDULED.value
    categories: Sequence[str] = ()
    long_running: bool = False
    venue: str = ""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    programme: Sequence["PublicEvent"] = ()
    festival: "PublicEvent | None" = None

    @property
    def details(self) -> Mapping[str, Any]:
        return self.facts.get("details") or {}


def event_json_ld(event: PublicEvent, *, today: date) -> Json | None:
    """The node of an event with its context; None when it has no date or no place that one could go to."""
    node = _node(event, today)
    return None if node is None else {"@context": SCHEMA_ORG} | node


def script_text(node: Json) -> str:
    """A node as the content of a ``<script type="application/ld+json">``: nothing in it ends the script."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _node(event: PublicEvent, today: date) -> Json | None:
    spans = _spans(event, today)
    location = _location(event)
    if not spans or location is None or not event.name:
        return None
    common = _common(event, location, on_sale=bool(_not_over(spans, today)))
    programme = [node for child in event.programme[:MOST_OF_PROGRAMME] if (node := _node(child, today)) is not None]
    # Of a festival whose programme is known, the programme says more than its days.
    node = common | _dates(event, spans, common, today, with_dates=not programme)
    festival = _festival(event.festival, today) if event.festival is not None else None
    return node | ({"subEvent": programme} if programme else {}) | ({"superEvent": festival} if festival else {})


def _festival(event: PublicEvent, today: date) -> Json | None:
    """A festival as its part names it: from when until when and where; its page says the rest."""
    spans, location = _spans(event, today), _location(event)
    if not spans or location is None or not event.name:
        return None
    common = _common(event, location, on_sale=False)
    named = {key: common[key] for key in ("@type", "@id", "url", "name", "location")}
    return named | _dates(event, spans, common, today, with_dates=False)


def _spans(event: PublicEvent, today: date) -> list[Span]:
    """The dates that are not over, else those that are; of an exhibition all, for it to begin when it began."""
    spans = list(expand(event.schedule, first=today - AHEAD, last=today + AHEAD, limit=_MOST_SPANS))
    return spans if event.long_running else _not_over(spans, today) or spans


def _not_over(spans: Iterable[Span], today: date) -> list[Span]:
    # The end is not part of it: the day before a midnight is its last.
    moment = timedelta(microseconds=1)
    return [span for span in spans if max(span.day, ((span.end or span.start + moment) - moment).date()) >= today]


def _common(event: PublicEvent, location: Json | list[Json], *, on_sale: bool) -> Json:
    types = (_TYPES[category] for category in event.categories if category in _TYPES)
    mode = _MODES.get(event.details.get("attendance_mode", ""), _MODES[""])
    organiser = event.facts.get("organiser")
    node = {
        "@type": next(types, "Event"),
        "@id": event.url,
        "url": event.url,
        "name": event.name,
        "description": " ".join(event.description.split())[:_LONGEST_DESCRIPTION],
        "inLanguage": event.language,
        "image": list(event.images),
        "eventAttendanceMode": f"{SCHEMA_ORG}/{mode}",
        "location": location,
        "organizer": {"@type": "Organization", "name": organiser, "url": _site(event) or event.url}
        if organiser
        else None,
        "isAccessibleForFree": _price(event).get("free"),
        "offers": _offers(event, on_sale=on_sale),
    }
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _dates(event: PublicEvent, spans: list[Span], common: Json, today: date, *, with_dates: bool) -> Json:
    if len(spans) == 1:
        return _dated(event, spans[0], common)
    whole: Json = _from_until(spans[0], max(spans, key=lambda span: span.end or span.start))
    statuses = {_status(event, span) for span in spans}
    # The whole is off when that is said of it, or when every date is.
    status = _STATUSES.get(event.status) or (statuses.pop() if len(statuses) == 1 else "")
    if status not in ("", "EventRescheduled"):
        whole["eventStatus"] = f"{SCHEMA_ORG}/{status}"
    if not with_dates:
        return whole
    if event.long_running or len(spans) > MOST_DATES:
        nodes, _ = event_schedules_of(event.schedule, first=spans[0].day, last=spans[-1].day)
        return whole | ({"eventSchedule": nodes[:MOST_DATES]} if nodes else {})
    shared = {key: value for key, value in common.items() if key != "@id"}
    return whole | {"subEvent": [shared | _dated(event, span, common) for span in spans]}


def _from_until(first: Span, last: Span) -> Json:
    """The beginning of the first date and the end of the last: both moments or both days, as search engines ask."""
    begins, ends = event_dates(first)["startDate"], last.end or last.start
    if first.start_known:
        return {"startDate": begins, "endDate": ends.isoformat()}
    # What ends at midnight ends on the day before.
    day = max(last.day, (ends - _MOMENT).date())
    return {"startDate": begins, "endDate": day.isoformat()}


def _dated(event: PublicEvent, span: Span, common: Json) -> Json:
    """The dates, the status and the offers of one date."""
    dates: Json = dict(event_dates(span))
    status = _status(event, span)
    dates |= {"eventStatus": f"{SCHEMA_ORG}/{status}"}
    if not status:
        del dates["eventStatus"]
    if status != "EventRescheduled":
        # Only of what takes place on another day is the former one worth saying, and read.
        dates.pop("previousStartDate", None)
    if status in _GRAVEST_FIRST and "offers" in common:
        dates["offers"] = {name: value for name, value in common["offers"].items() if name != "availability"}
    elif span.status == Status.FULL and "availability" in common.get("offers", {}):
        dates["offers"] = common["offers"] | {"availability": f"{SCHEMA_ORG}/SoldOut"}
    return dates


def _status(event: PublicEvent, span: Span) -> str:
    """schema.org's word for one date: what is said of the whole event counts too, unless the date is in a worse way."""
    word = event_dates(span)["eventStatus"].removeprefix(f"{SCHEMA_ORG}/")
    said = (word, _STATUSES.get(event.status))
    grave = next((one for one in _GRAVEST_FIRST if one in said), "")
    if grave or word != "EventScheduled":
        return grave or word
    noted = _NOTES.get(event.details.get("status_note", ""), "")
    return noted or ("" if event.status == EventStatus.UNCONFIRMED else word)


def _location(event: PublicEvent) -> Json | list[Json] | None:
    address = event.facts.get("address") or {}
    street = ", ".join(address.get("lines") or ())
    postal = {
        "@type": "PostalAddress",
        "streetAddress": street,
        "postalCode": address.get("postcode", ""),
        "addressLocality": address.get("city") or event.city,
        "addressCountry": address.get("country") or "FR",
    }
    place: Json | None = None
    if postal["addressLocality"] or street:
        place = {
            "@type": "Place",
            "name": event.venue or postal["addressLocality"] or street,
            "address": {key: value for key, value in postal.items() if value},
        }
        if event.latitude is not None and event.longitude is not None:
            point = {"@type": "GeoCoordinates", "latitude": event.latitude, "longitude": event.longitude}
            place["geo"] = point
    mode = event.details.get("attendance_mode", "")
    if mode not in ("ONLINE", "MIXED"):
        return place
    virtual = {"@type": "VirtualLocation", "url": _site(event) or event.url}
    return virtual if mode == "ONLINE" or place is None else [place, virtual]


def _price(event: PublicEvent) -> Mapping[str, Any]:
    return event.facts.get("price") or {}


def _offers(event: PublicEvent, *, on_sale: bool) -> Json | None:
    """What a place costs; nothing where no price is known, since an offer without one is refused. `on_sale` False: it
    is over."""
    price = _price(event)
    amounts = [
        (line.get("currency", "EUR"), amount)
        for line in price.get("lines") or ()
        for amount in (line.get("min"), line.get("max"))
        if amount is not None
    ]
    if price.get("free"):
        amounts = [("EUR", 0)]
    currency = amounts[0][0] if amounts else ""
    known = sorted({amount for named, amount in amounts if named == currency})
    if not known:
        return None
    offer: Json = {"url": _booking(event) or event.url, "priceCurrency": currency}
    if on_sale and event.status not in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        # Nobody can have a ticket of what does not take place, or did.
        offer["availability"] = f"{SCHEMA_ORG}/{'SoldOut' if event.status == EventStatus.FULL else 'InStock'}"
    if len(known) == 1:
        return {"@type": "Offer", "price": known[0]} | offer
    return {"@type": "AggregateOffer", "lowPrice": known[0], "highPrice": known[-1]} | offer


def _booking(event: PublicEvent) -> str:
    means = [contact for one in event.facts.get("booking") or () for contact in one.get("contacts") or ()]
    return _first_of("BOOKING", means)


def _site(event: PublicEvent) -> str:
    return _first_of("WEBSITE", event.facts.get("contacts") or ())


def _first_of(kind: str, contacts: Iterable[Mapping[str, Any]]) -> str:
    return next((contact["value"] for contact in contacts if contact.get("kind") == kind), "")
