"""What the local times of a calendar file mean: its TZIDs, its VTIMEZONEs, floating times.

A VTIMEZONE is read here rather than by a library: those that exist walk its rules without any bound.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

from icalendar.prop import vRecur
from icalendar.timezone import TZP

from tourism.schedule.ical.rules import Budget, RuleError, dates_of_rule, rule_from
from tourism.schedule.model import DEFAULT_TIMEZONE

# From a local time without zone to the instant, aware and in UTC.
Zone = Callable[[datetime], datetime]

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?$")
_MOST_ONSETS = 1_000


def zone_of(zone: ZoneInfo) -> Zone:
    """A time that a change of clock skips is read with the offset from before it, one repeated as its first reading."""
    return lambda local: local.replace(tzinfo=zone, fold=0).astimezone(UTC)


PARIS = ZoneInfo(DEFAULT_TIMEZONE)
FLOATING = zone_of(PARIS)


def in_utc(local: datetime) -> datetime:
    return local.replace(tzinfo=UTC)


class Zones:
    """The zones of one file; nothing is remembered from one file to another."""

    def __init__(self, components: Iterable[list[str]], *, horizon: datetime, budget: Budget) -> None:
        self._of_file: dict[str, Zone] = {}
        self._resolved: dict[str, tuple[Zone, str]] = {}
        for lines in components:
            name, zone = _zone_of_component(lines, horizon=horizon, budget=budget)
            if zone is not None:
                self._of_file.setdefault(name, zone)

    def named(self, name: str) -> tuple[Zone, str]:
        """The zone of a TZID and a remark in French, "" when the zone is known; unknown ones are read as floating."""
        if not name:
            return FLOATING, ""
        if name not in self._resolved:
            known = _known_zone(name)
            if known is not None:
                self._resolved[name] = (FLOATING if known == PARIS else zone_of(known)), ""
            elif name.strip("/") in self._of_file:
                self._resolved[name] = self._of_file[name.strip("/")], ""
            else:
                remark = f"Fuseau horaire inconnu ({name[:60]}) : les heures sont lues comme celles de Paris."
                self._resolved[name] = FLOATING, remark
        return self._resolved[name]


def _known_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, of a Windows one, or of "/a.vendor/Europe/Paris"."""
    if len(name) > 100:
        return None
    try:
        with catch_warnings():
            simplefilter("ignore")
            found = TZP().timezone(name)
    except (OSError, ValueError):
        # "Europe" is a folder.
        return None
    return found if isinstance(found, ZoneInfo) else None


def _zone_of_component(lines: list[str], *, horizon: datetime, budget: Budget) -> tuple[str, Zone | None]:
    """The TZID of a VTIMEZONE and the zone that it describes; None when it is unreadable."""
    name, onsets = "", []
    observance: dict[str, list[str]] = {}
    for line in lines:
        key, _, value = line.partition(":")
        key, value = key.partition(";")[0].strip().upper(), value.strip()
        if key == "TZID":
            name = value.strip("/")
        elif key == "BEGIN":
            observance = {}
        elif key == "END":
            onsets += _onsets(observance, horizon=horizon, budget=budget)
            observance = {}
        else:
            observance.setdefault(key, []).append(value)
    return name, _zone_of_onsets(sorted(onsets)) if onsets and name else None


def _onsets(
    observance: Mapping[str, list[str]], *, horizon: datetime, budget: Budget
) -> list[tuple[datetime, timedelta, timedelta]]:
    """When a STANDARD or DAYLIGHT begins, in local time of before, with the offsets before and after."""
    try:
        start = _local(observance["DTSTART"][0])
        before, after = _offset(observance["TZOFFSETFROM"][0]), _offset(observance["TZOFFSETTO"][0])
        moments = {start, *(_local(part) for value in observance.get("RDATE", []) for part in value.split(","))}
        for text in observance.get("RRULE", []):
            rule = rule_from(vRecur.from_ical(text))
            if rule.frequency != "YEARLY":
                return []
            until = rule.until if isinstance(rule.until, datetime) else horizon
            until = min(until.replace(tzinfo=None) + timedelta(days=1), horizon)
            moments.update(dates_of_rule(rule, start, until=until, budget=budget).starts)
    except (KeyError, ValueError, RuleError, OverflowError):
        return []
    return [(moment, before, after) for moment in sorted(moments)[-_MOST_ONSETS:]]


def _local(text: str) -> datetime:
    return datetime.strptime(text.strip()[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 — local time of the zone itself


def _offset(text: str) -> timedelta:
    found = _OFFSET.match(text)
    if found is None:
        raise ValueError(text)
    size = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -size if found[1] == "-" else size


def _zone_of_onsets(onsets: list[tuple[datetime, timedelta, timedelta]]) -> Zone:
    def instant(local: datetime) -> datetime:
        # A skipped time is read with the offset from before, a repeated one as its first reading: both are those of
        # the time before an onset until the local time that begins with it has come.
        offset = onsets[0][1]
        for moment, before, after in onsets:
            if local < max(moment, moment + (after - before)):
                break
            offset = after
        return (local - offset).replace(tzinfo=UTC)

    return instant
