"""One VEVENT: what `icalendar` reads of its lines, as plain values with their zones resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
from icalendar.prop import vBroken

from tourism.schedule.days import EARLIEST, LATEST
from tourism.schedule.ical.lines import RawEvent
from tourism.schedule.ical.rules import Rule, RuleError, rule_from
from tourism.schedule.ical.zones import Zone, Zones, in_utc

LONGEST_TEXT = 20_000
MOST_CATEGORIES = 30
# An event of two centuries is a mistake of its source; so is a programme of ten years without a pause.
LONGEST_EVENT = timedelta(days=3_660)

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LENGTH_IN_DAYS = re.compile(r"DURATION(?:;[^:]*)?:[+-]?P\d+[DW]", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.IGNORECASE)


# A date, or a time: local without zone where it is written, in UTC where two are compared.
When = date | datetime


def between(earlier: When, later: When) -> timedelta:
    """The time from one to the other; both are dates, or both are times of one zone."""
    return later - earlier  # type: ignore[operator]  # both are of one kind, which mypy cannot tell


class UnreadableEventError(ValueError):
    """A VEVENT that cannot be used, with a French reason."""


@dataclass(frozen=True)
class Moment:
    """A date, or a local time without zone and the zone that it is in."""

    value: When
    zone: Zone = in_utc

    @property
    def all_day(self) -> bool:
        return not isinstance(self.value, datetime)

    @property
    def instant(self) -> When:
        """The date, or the time in UTC: what two moments are compared by."""
        return self.zone(self.value) if isinstance(self.value, datetime) else self.value

    def at(self, value: When) -> "Moment":
        return replace(self, value=value)


@dataclass(frozen=True)
class Component:
    """A VEVENT. ``end`` is exclusive and after the start; with neither end nor length nobody knows when it ends.

    ``length_in_days``: the length was written in days of the calendar, which are not all of twenty-four hours.
    """

    line: int
    start: Moment
    uid: str = ""
    sequence: int = 0
    end: Moment | None = None
    length: timedelta | None = None
    length_in_days: bool = False
    rules: tuple[Rule, ...] = ()
    dates: tuple[tuple[Moment, Moment | timedelta | None], ...] = ()
    without: tuple[Moment, ...] = ()
    recurrence: Moment | None = None
    and_future: bool = False
    status: str = ""
    stamped: datetime | None = None
    last_modified: datetime | None = None
    summary: str = ""
    description: str = ""
    language: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    organizer: str = ""
    email: str = ""
    images: tuple[str, ...] = ()
    parent_uid: str = ""
    remarks: tuple[str, ...] = field(default=())


def component_from(raw: RawEvent, zones: Zones) -> Component:
    """Read a VEVENT. Raises UnreadableEventError when it gives no date; whatever else is broken becomes a remark."""
    try:
        event = icalendar.Event.from_ical("\r\n".join(["BEGIN:VEVENT", *raw.lines, "END:VEVENT", ""]))
    except Exception as error:
        # Whatever the library makes of a stranger's lines, this event is put aside with its reason, the rest is read.
        raise UnreadableEventError(f"L’événement est illisible ({_text(str(error))[:120]}).") from error
    in_days = any(_LENGTH_IN_DAYS.match(line) for line in raw.lines)
    return _Reader(event, zones, list(raw.remarks), in_days=in_days).component(raw.line)


class _Reader:
    def __init__(self, event: icalendar.Component, zones: Zones, remarks: list[str], *, in_days: bool) -> None:
        self._in_days = in_days
        self._event = event
        self._zones = zones
        # That of the start, once it is known.
        self._own_zone: Zone | None = None
        self._remarks = remarks

    def component(self, line: int) -> Component:
        start = self._moment("DTSTART")
        if start is None:
            raise UnreadableEventError("L’événement n’a pas de date de début lisible.")
        self._own_zone = None if start.all_day else start.zone
        end, length = self._end(start)
        recurrence = self._value("RECURRENCE-ID")
        return Component(
            line=line,
            start=start,
            uid=self._text_of("UID")[:500],
            sequence=self._integer("SEQUENCE"),
            end=end,
            length=length,
            length_in_days=length is not None and self._in_days,
            rules=tuple(self._rules()),
            dates=tuple(self._extra_dates()),
            without=tuple(moment for moment, _ in self._listed("EXDATE")),
            recurrence=self._moment("RECURRENCE-ID"),
            and_future=recurrence is not None and recurrence.params.get("RANGE", "").upper() == "THISANDFUTURE",
            status=self._text_of("STATUS").upper()[:20],
            stamped=self._instant("DTSTAMP"),
            last_modified=self._instant("LAST-MODIFIED"),
            summary=self._text_of("SUMMARY")[:500],
            description=self._text_of("DESCRIPTION")[:LONGEST_TEXT],
            language=self._language(),
            location=self._text_of("LOCATION")[:500],
            geo=self._geo(),
            url=self._url("URL"),
            categories=self._categories(),
            organizer=self._organizer(),
            email=self._email(),
            images=tuple(self._images()),
            parent_uid=self._text_of("RELATED-TO")[:500],
            remarks=tuple(dict.fromkeys(self._remarks)),
        )

    def _values(self, name: str) -> list[Any]:
        values = self._event.get(name)
        listed = values if isinstance(values, list) else [] if values is None else [values]
        readable = [value for value in listed if not isinstance(value, vBroken)]
        if len(readable) < len(listed):
            broken = next(value for value in listed if isinstance(value, vBroken))
            self._remarks.append(f"{name} est illisible : {_text(str(broken))[:60]}")
        return readable

    def _value(self, name: str) -> Any:
        values = self._values(name)
        return values[0] if values else None

    def _text_of(self, name: str) -> str:
        value = self._value(name)
        return "" if value is None else _text(str(value))

    def _language(self) -> str:
        value = self._value("SUMMARY")
        return str(value.params.get("LANGUAGE", ""))[:10].lower() if value is not None else ""

    def _integer(self, name: str) -> int:
        value = self._value(name)
        return min(max(int(value), 0), 2**31 - 1) if value is not None else 0

    def _moment(self, name: str) -> Moment | None:
        value = self._value(name)
        return None if value is None else self._checked(name, value.dt, value.params)

    def _checked(self, name: str, value: Any, params: Any) -> Moment | None:
        """A date or time of the years that we know, in its zone; None, and a remark, when it is none."""
        day = value.date() if isinstance(value, datetime) else value
        if not isinstance(day, date):
            self._remarks.append(f"{name} n’est pas une date.")
            return None
        if not EARLIEST <= day <= LATEST - timedelta(days=1):
            self._remarks.append(
                f"{name} est hors du calendrier ({EARLIEST.year} à {LATEST.year}) : {day.isoformat()}."
            )
            return None
        if not isinstance(value, datetime):
            return Moment(value)
        if value.tzinfo is not None:
            return Moment(value.astimezone(UTC).replace(tzinfo=None))
        named = str(params.get("X-TZID", ""))
        if not named and self._own_zone not in (None, in_utc):
            # Programs that write the zone of the start only mean it of all the dates of their event.
            return Moment(value, self._own_zone)
        zone, remark = self._zones.named(named)
        if remark:
            self._remarks.append(remark)
        return Moment(value, zone)

    def _end(self, start: Moment) -> tuple[Moment | None, timedelta | None]:
        """The end or the length, checked; neither when it is unknown or senseless."""
        end, duration = self._moment("DTEND"), self._value("DURATION")
        if end is not None:
            return self._end_of(start, end), None
        length = duration.dt if duration is not None else None
        if not isinstance(length, timedelta):
            return None, None
        if length < timedelta(0) or length > LONGEST_EVENT:
            self._remarks.append("La durée est impossible : l’heure de fin est inconnue.")
            return None, None
        return None, length or None

    def _end_of(self, start: Moment, end: Moment) -> Moment | None:
        if end.all_day != start.all_day:
            self._remarks.append("La fin et le début ne sont pas de même nature : la fin est inconnue.")
            return None
        if end.instant == start.instant:
            return None
        # Within one zone the hours that were written are compared: the night when clocks change has both orders.
        one_zone = end.zone is start.zone or start.all_day
        length = between(start.value, end.value) if one_zone else between(start.instant, end.instant)
        if length < timedelta(0):
            self._remarks.append("La fin précède le début : la fin est inconnue.")
            return None
        if length > LONGEST_EVENT:
            self._remarks.append("L’événement dure plus de dix ans : la fin est inconnue.")
            return None
        return end

    def _rules(self) -> Iterator[Rule]:
        for value in self._values("RRULE"):
            try:
                yield rule_from(value)
            except RuleError as error:
                self._remarks.append(str(error))
            except (TypeError, ValueError):
                self._remarks.append("La règle de répétition est illisible.")

    def _listed(self, name: str) -> Iterator[tuple[Moment, Any]]:
        """The dates of RDATE or EXDATE with, for a period, its end or length."""
        for values in self._values(name):
            for value in values.dts:
                given = value.dt
                begin, until = given if isinstance(given, tuple) else (given, None)
                moment = self._checked(name, begin, values.params)
                if moment is not None:
                    yield moment, until if isinstance(until, timedelta) else self._period_end(name, until, values)

    def _period_end(self, name: str, until: Any, values: Any) -> Moment | None:
        return None if until is None else self._checked(name, until, values.params)

    def _extra_dates(self) -> Iterator[tuple[Moment, Moment | timedelta | None]]:
        for begin, until in self._listed("RDATE"):
            if isinstance(until, Moment):
                yield begin, self._end_of(begin, until)
            elif isinstance(until, timedelta) and not timedelta(0) < until <= LONGEST_EVENT:
                yield begin, None
            else:
                yield begin, until

    def _instant(self, name: str) -> datetime | None:
        moment = self._moment(name)
        return moment.instant if moment is not None and isinstance(moment.instant, datetime) else None

    def _geo(self) -> tuple[float, float] | None:
        value = self._value("GEO")
        if value is None:
            return None
        latitude, longitude = float(value.latitude), float(value.longitude)
        # Null Island is what a form without a position writes.
        if not (abs(latitude) <= 90 and abs(longitude) <= 180) or (latitude, longitude) == (0, 0):
            self._remarks.append("La position est impossible : elle est ignorée.")
            return None
        return latitude, longitude

    def _url(self, name: str) -> str:
        url = self._text_of(name)
        return url if _is_web(url) else ""

    def _categories(self) -> tuple[str, ...]:
        names = [_text(str(name))[:100] for value in self._values("CATEGORIES") for name in value.cats]
        return tuple(dict.fromkeys(name for name in names if name))[:MOST_CATEGORIES]

    def _organizer(self) -> str:
        value = self._value("ORGANIZER")
        if value is None:
            return ""
        named = _text(str(value.params.get("CN", "")))
        return named[:200] or ("" if ":" in value or "@" in value else _text(str(value))[:200])

    def _email(self) -> str:
        for name in ("ORGANIZER", "CONTACT"):
            if found := _EMAIL.search(self._text_of(name)[:1_000]):
                return found[0]
        return ""

    def _images(self) -> Iterator[str]:
        for name in ("IMAGE", "ATTACH"):
            for value in self._values(name)[:20]:
                url, kind = _text(str(value)), str(value.params.get("FMTTYPE", "")).lower()
                if _is_web(url) and (
                    name == "IMAGE" or kind.startswith("image/") or (not kind and _PICTURE.search(url))
                ):
                    yield url


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://")) and len(url) <= 2_000 and not re.search(r"\s", url)


def _text(value: str) -> str:
    return _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
