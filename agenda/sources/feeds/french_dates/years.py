"""Days that leave out their month or their year: as their neighbours, their weekday and the season say. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from agenda.sources.feeds.french_dates.groups import Group, Ref
from agenda.sources.feeds.french_dates.words import DateError, quoted

_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
# A day without a year is the one that is nearest to the months to come.
_BEHIND = timedelta(days=90)


def dates_of(groups: Sequence[Group], text: str, *, today: date) -> dict[int, date]:
    """The date of each day of the groups' spans, by the `id` of its Ref. Raises DateError."""
    spans = [span for group in groups for span in group.spans]
    for group in groups:
        _fill_months([ref for span in group.spans for ref in span if ref is not None])
    refs = [ref for span in spans for ref in span if ref is not None]
    _fill_months_of_before(refs, text)
    dates = _with_years(refs, spans, text, today) if refs else {}
    for ref in refs:
        day = dates[id(ref)]
        if ref.weekday is not None and day.isoweekday() != ref.weekday:
            raise DateError(f"« {quoted(text)} » : le {day:%d/%m/%Y} n’est pas un {_NAMES[ref.weekday - 1]}.")
        if not 1900 <= day.year <= 2200:
            raise DateError(f"« {quoted(text)} » n’est pas un jour auquel on peut se rendre.")
    for first, last in spans:
        if last is not None and dates[id(last)] < dates[id(first)]:
            raise DateError(f"« {quoted(text)} » finit avant de commencer.")
    return dates


def days_meant(ref: Ref, days: Iterable[date]) -> list[date]:
    """The days among those given that a day which leaves something out may be."""
    return [
        day
        for day in days
        if day.day == ref.last_of(day.year)
        and ref.month in (None, day.month)
        and ref.year in (None, day.year)
        and ref.weekday in (None, day.isoweekday())
    ]


def _fill_months(refs: Sequence[Ref]) -> None:
    """ "12, 13 et 15 juillet": the month that follows, as long as the days rise towards it."""
    for before, ref in zip(refs[-2::-1], refs[:0:-1], strict=True):
        if before.month is None and ref.month is not None and before.day < ref.day:
            before.month, before.year = ref.month, ref.year


def _fill_months_of_before(refs: Sequence[Ref], text: str) -> None:
    """ "mardi 7 juillet à 20h30, jeudi 9 à 18h": else the month before, as long as the days rise from it."""
    for before, ref in zip(refs, refs[1:], strict=False):
        if ref.month is None and before.month is not None and before.day < ref.day:
            ref.month, ref.year = before.month, before.year
    for ref in refs:
        if ref.month is None:
            raise DateError(f"« {quoted(text)} » ne dit pas le mois du {ref.day}.")


def _with_years(
    refs: Sequence[Ref], spans: Sequence[tuple[Ref, Ref | None]], text: str, today: date
) -> dict[int, date]:
    dates = {at: _day(ref, ref.year, text) for at, ref in enumerate(refs) if ref.year is not None}
    if not dates:
        # The day of the week tells the year best; else the last day, which tells that of those before it.
        at = next((at for at, ref in enumerate(refs) if ref.weekday is not None), len(refs) - 1)
        dates[at] = _nearest_to_come(refs[at], text, today)
    firsts = {id(first) for first, last in spans if last is not None}
    lasts = {id(last) for _first, last in spans if last is not None}
    known = sorted(dates)
    for at in range(known[0] - 1, -1, -1):
        dates[at] = _beside(refs[at], dates[at + 1], (-1, 0), text, before=id(refs[at]) in firsts)
    for at in range(len(refs)):
        if at not in dates:
            following = next((later for later in known if later > at), None)
            if following is None:
                dates[at] = _beside(refs[at], dates[at - 1], (0, 1), text, after=id(refs[at]) in lasts)
            else:
                # Between two that say their year: each day not before the one before it.
                dates[at] = _beside(refs[at], dates[at - 1], (0, 1), text, after=True)
    return {id(ref): dates[at] for at, ref in enumerate(refs)}


def _day(ref: Ref, year: int, text: str) -> date:
    try:
        return date(year, ref.month or 0, ref.last_of(year))
    except ValueError:
        raise DateError(f"« {quoted(text)} » n’est pas un jour qui existe.") from None


def _possible(ref: Ref, years: Iterable[int], text: str) -> list[date]:
    """The days of these years, those of the right weekday when there are any."""
    days = []
    for year in years:
        try:
            days.append(date(year, ref.month or 0, ref.last_of(year)))
        except ValueError:
            continue
    if not days:
        raise DateError(f"« {quoted(text)} » n’est pas un jour qui existe.")
    return [day for day in days if ref.weekday in (None, day.isoweekday())] or days


def _nearest_to_come(ref: Ref, text: str, today: date) -> date:
    # The nearest to come that fits. Last year's and this year's spring only when the weekday says so, which comes on
    # that date again in five years at the earliest: a table that was not made anew is over, and `guesses_year` tells.
    years = (0, 1) if ref.weekday is None else (0, 1, 2, -1)
    days = _possible(ref, (today.year + shift for shift in years), text)
    to_come = [day for day in days if day >= today - _BEHIND]
    return (to_come or days)[0]


def _beside(
    ref: Ref, known: date, shifts: Iterable[int], text: str, *, before: bool = False, after: bool = False
) -> date:
    """The day nearest to a neighbour; not after it when it begins a span with it, not before it when it ends one."""
    days = _possible(ref, (known.year + shift for shift in shifts), text)
    fits = [day for day in days if not (before and day > known) and not (after and day < known)]
    return min(fits or days, key=lambda day: abs((day - known).days))
