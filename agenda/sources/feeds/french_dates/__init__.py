"""Days and hours as people write them in the cells of a table, in French. Pure.

What is not understood to its last word is refused with a reason: a date that is wrong sends people to a closed door,
one that waits in quarantine is mended by whoever wrote it.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from agenda.sources.feeds.french_dates.groups import Group, Ref
from agenda.sources.feeds.french_dates.parsing import EVERY_WEEKDAY, groups_in, hours_of
from agenda.sources.feeds.french_dates.words import LONGEST, DateError, quoted
from agenda.sources.feeds.french_dates.years import dates_of, days_meant
from tourism.schedule import NthWeekday, Slot
from tourism.schedule.days import is_nth_weekday
from tourism.schedule.special_days import is_public_holiday

__all__ = [
    "LONGEST",
    "MOST_DAYS",
    "DateError",
    "Days",
    "Said",
    "guesses_year",
    "said_between",
    "said_in",
    "slots_in",
    "time_in",
]

MOST_DAYS = 400
# What says that nobody knows, or that there is no hour.
_NO_HOUR = frozenset({"", "-", "–", "—", "?", "non", "inconnu", "inconnue", "nc", "n/a", "/"})


@dataclass(frozen=True)
class Days:
    """The days of a cell: those from `first` to `last`, of some weekdays when named, without `excluded`; `others`.

    `monthly`: of those, the ones that are the nth of their month. `holidays`: "except" without public holidays, "also"
    these besides the weekdays. `endless`: there is no last day, and `first` is the first of this year.
    """

    first: date
    last: date | None = None
    weekdays: tuple[int, ...] = ()
    others: tuple[date, ...] = ()
    excluded: tuple[date, ...] = ()
    monthly: tuple[NthWeekday, ...] = ()
    holidays: str = ""
    endless: bool = False

    def each(self) -> list[date]:
        """One by one, in order; of those without end, two years."""
        last = self.first + timedelta(days=731) if self.endless else self.last
        inside = [day for day in _between(self.first, last or self.first) if last is None or self._is_one(day)]
        return sorted({*(day for day in inside if day not in self.excluded), *self.others})

    def _is_one(self, day: date) -> bool:
        if self.holidays and is_public_holiday(day):
            return self.holidays == "also"
        if self.monthly and not any(is_nth_weekday(rule, day) for rule in self.monthly):
            return False
        return day.isoweekday() in (self.weekdays or EVERY_WEEKDAY)


@dataclass(frozen=True)
class Said:
    """Days and their hours; `slots` empty: it says none."""

    days: Days
    slots: tuple[Slot, ...] = ()


def said_in(text: str, *, today: date) -> tuple[Said, ...]:
    """The days that a cell says, those of the same hours together, in the order written. Raises DateError."""
    return _said(groups_in(text), text, today)


def guesses_year(text: str) -> bool:
    """Whether a cell that can be read says no year of any of its days."""
    refs = [ref for group in groups_in(text) for span in group.spans for ref in span if ref is not None]
    return bool(refs) and all(ref.year is None for ref in refs)


def said_between(first: str, last: str, *, today: date) -> Said:
    """The days from the one that a cell says to the one that another says, with the hours of the first. Raises
    DateError."""
    begun, ended = _only_day(first), _only_day(last)
    (slots, start), (_, end) = begun, ended
    group = Group(spans=[(start, end)], slots=slots)
    return _said([group], f"{first} – {last}", today)[0]


def _only_day(text: str) -> tuple[list[Slot], Ref]:
    groups = groups_in(text)
    group = groups[0]
    several = len(groups) > 1 or len(group.spans) != 1 or group.spans[0][1] is not None
    if several or group.says_which or group.without or group.holidays:
        raise DateError(f"« {quoted(text)} » est plusieurs jours, et une autre colonne dit le dernier.")
    return group.slots, group.spans[0][0]


def slots_in(text: str) -> tuple[Slot, ...]:
    """The hours that a cell says: "20h30", "9 h – 12 h et 14 h – 18 h"; empty when it says that there are none. Raises
    DateError."""
    if text.strip().casefold() in _NO_HOUR:
        return ()
    try:
        return tuple(hours_of(text))
    except DateError:
        raise DateError(f"L’heure « {quoted(text)} » n’est pas lisible.") from None


def time_in(text: str) -> time | None:
    """One hour. Raises DateError."""
    slots = slots_in(text)
    if not slots:
        return None
    if len(slots) > 1 or slots[0].end is not None:
        raise DateError(f"« {quoted(text)} » est plusieurs heures.")
    return slots[0].start


def _said(groups: list[Group], text: str, today: date) -> tuple[Said, ...]:
    dates = dates_of(groups, text, today=today)
    said = [Said(_days_of(group, dates, text, today), tuple(group.slots)) for group in groups]
    for one in said:
        _check_nights(one, text)
    return tuple(said)


def _days_of(group: Group, dates: dict[int, date], text: str, today: date) -> Days:
    ranges = [(dates[id(first)], dates[id(last)]) for first, last in group.spans if last is not None]
    singles = [dates[id(first)] for first, last in group.spans if last is None]
    weekdays = set(group.weekdays)
    if group.monthly and not group.spans and (group.without or group.without_weekdays or group.weekdays):
        raise DateError(f"« {quoted(text)} » excepte des jours sans dire de quel jour à quel jour.")
    if group.monthly and not group.spans:
        # It goes on: since this year, so that a table read again tomorrow says the same.
        days = Days(date(today.year, 1, 1), monthly=tuple(group.monthly), holidays=group.holidays, endless=True)
        return _checked_holidays(days, text)
    if any(last is not None and last.whole for _first, last in group.spans) and not group.says_which:
        raise DateError(f"« {quoted(text)} » ne dit pas quels jours du mois.")
    if group.monthly and (singles or len(ranges) != 1 or weekdays or group.without_weekdays):
        raise DateError(f"« {quoted(text)} » dit des jours du mois et d’autres jours : écrivez-les en deux lignes.")
    if group.holidays and len(ranges) != 1:
        raise DateError(f"« {quoted(text)} » parle des jours fériés sans dire de quel jour à quel jour.")
    if group.says_which and not ranges:
        raise DateError(f"« {quoted(text)} » ne dit pas de quel jour à quel jour.")
    if any((last - first).days > MOST_DAYS for first, last in ranges) and (len(ranges) > 1 or group.without):
        raise DateError(f"« {quoted(text)} » est trop long.")
    if group.without_weekdays:
        weekdays = (weekdays or set(EVERY_WEEKDAY)) - group.without_weekdays
    if len(ranges) == 1:
        (first, last) = ranges[0]
        chosen = tuple(sorted(weekdays)) if len(weekdays) < len(EVERY_WEEKDAY) else ()
        days = Days(
            first, last, chosen, tuple(sorted(set(singles))), monthly=tuple(group.monthly), holidays=group.holidays
        )
        days = _checked_holidays(days, text)
    else:
        inside = [day for first, last in ranges for day in _between(first, last)]
        inside = [day for day in inside if not weekdays or day.isoweekday() in weekdays]
        days = _listed([*inside, *singles], text)
    if group.without_weekdays and not ranges:
        days = _listed([day for day in days.each() if day.isoweekday() in weekdays], text)
    days = _without(days, group, text)
    if not days.each() or (days.last is not None and not (set(days.each()) - set(days.others))):
        raise DateError(f"« {quoted(text)} » ne laisse aucun jour.")
    return days


def _checked_holidays(days: Days, text: str) -> Days:
    """Public holidays besides every day are no others; besides days of the month they cannot be said."""
    if days.holidays != "also":
        return days
    if days.monthly:
        raise DateError(f"« {quoted(text)} » dit des jours du mois et les jours fériés : écrivez-les en deux lignes.")
    return days if days.weekdays else replace(days, holidays="")


def _without(days: Days, group: Group, text: str) -> Days:
    excluded: list[date] = []
    for first, last in group.without:
        begun = _the_day(first, days, text)
        ended = begun if last is None else _the_day(last, days, text)
        if ended < begun:
            raise DateError(f"« {quoted(text)} » finit avant de commencer.")
        excluded += _between(begun, ended)
    if not excluded:
        return days
    if days.last is None:
        return _listed([day for day in days.each() if day not in excluded], text)
    if set(excluded) & set(days.others):
        raise DateError(f"« {quoted(text)} » dit et excepte le même jour.")
    return replace(days, excluded=tuple(sorted(set(excluded))))


def _the_day(ref: Ref, days: Days, text: str) -> date:
    meant = days_meant(ref, days.each())
    if len(meant) != 1:
        said = "n’est pas un de ces jours" if not meant else "peut être plusieurs de ces jours"
        raise DateError(f"« {quoted(text)} » : le {ref.day}, excepté, {said}.")
    return meant[0]


def _listed(days: list[date], text: str) -> Days:
    days = sorted(set(days))
    if not days:
        raise DateError(f"« {quoted(text)} » ne laisse aucun jour.")
    return Days(days[0], None, (), tuple(days[1:]))


def _check_nights(said: Said, text: str) -> None:
    """From the 31st to the 1st, from ten to two, is one night or two."""
    days = said.days
    two = days.last is not None and (days.last - days.first).days == 1 and not days.weekdays
    if two and any(map(is_night, said.slots)):
        raise DateError(f"« {quoted(text)} » est une nuit ou deux : écrivez chaque jour.")


def is_night(slot: Slot) -> bool:
    """Whether hours end on the next day."""
    return slot.start is not None and slot.end is not None and slot.end <= slot.start


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
