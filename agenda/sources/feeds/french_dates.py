"""Days and hours as people write them in the cells of a table, in French. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from tourism.schedule import Slot

_MONTHS = ("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec")
_WEEKDAYS = {"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7}
_MONTH = (
    r"(?P<month>janv(?:ier)?|jan|fevr(?:ier)?|fev|mars|mar|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|sep|"
    r"oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\b\.?"
)
_DAY = r"\d{1,2}(?:er)?"
_JOIN = r"\s*(?:,|;|&|\bet\b|\bau\b|-|–|/)\s*(?:le\s+)?"
_WRITTEN = re.compile(rf"(?P<days>{_DAY}(?:{_JOIN}{_DAY})*)\s+{_MONTH}(?:\s+(?P<year>\d{{4}}|\d{{2}}(?!\d|\s*[h:])))?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}|\d{2}))?(?!\d)")
_SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?")
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
_RANGE = re.compile(r"\s*,?\s*(?:jusqu'au|au|a|-|–|->|→)\s*(?:(?:lun|mar|mer|jeu|ven|sam|dim)\w*\.?\s*)?(?:le\s*)?")
_EACH = re.compile(rf"(?:tou(?:s|tes) les|chaque|les)\s+((?:{_WEEKDAY}(?:\s*(?:,|et|&)\s*)?)+)")
_TIME = re.compile(r"(?<![\d/])(?P<hour>[01]?\d|2[0-4])\s*(?:h(?:eures?)?|:)\s*(?P<minute>[0-5]\d)?(?!\d)(?::\d\d)?")
_NAMED_TIMES = ((re.compile(r"\bmidi\b"), "12:00"), (re.compile(r"\bminuit\b"), "0:00"))
_EXCEL_BEGINS = date(1899, 12, 30)
# A day without a year is the one that is nearest to the months to come.
_BEHIND = timedelta(days=90)
MOST_DAYS = 400


class DateError(ValueError):
    """A cell that says no day, or an impossible one; the message is a French sentence."""


@dataclass(frozen=True)
class Days:
    """The days of a cell: those from `first` to `last`, of some weekdays when named, and `others`."""

    first: date | None = None
    last: date | None = None
    weekdays: tuple[int, ...] = ()
    others: tuple[date, ...] = ()


@dataclass
class _Found:
    start: int
    end: int
    day: int
    month: int
    year: int | None
    ranged: bool = False  # with the one that follows, of one expression ("du 12 au 14 juillet")


def days_in(text: str, *, today: date) -> Days:
    """The days that a cell says. Raises DateError."""
    plain = _plain(text)
    if _SERIAL.fullmatch(plain):
        return Days(_EXCEL_BEGINS + timedelta(days=int(float(plain.replace(",", ".")))))
    found = sorted([*_isos(plain), *_writtens(plain), *_numerics(plain)], key=lambda one: one.start)
    found = [one for one in found if not any(_inside(one, other) for other in found if other is not one)]
    if not found:
        raise DateError(f"La date « {text.strip()[:60]} » n’est pas lisible.")
    days = _with_years(found, text, today)
    ranges: list[tuple[date, date]] = []
    singles: list[date] = []
    number = 0
    while number < len(found):
        following = found[number + 1] if number + 1 < len(found) else None
        between = plain[found[number].end : following.start] if following else ""
        if following and (found[number].ranged or (following.start >= found[number].end and _RANGE.fullmatch(between))):
            if days[number + 1] < days[number]:
                raise DateError(f"« {text.strip()[:60]} » finit avant de commencer.")
            ranges.append((days[number], days[number + 1]))
            number += 2
        else:
            singles.append(days[number])
            number += 1
    return _gathered(ranges, singles, _weekdays_in(plain))


def slots_in(text: str) -> tuple[Slot, ...]:
    """The hours that a cell says: "20h30", "9 h – 12 h et 14 h – 18 h"; empty when it says none."""
    times = _times_in(_without_days(_plain(text)))
    if len(times) == 1:
        return (Slot(times[0]),)
    pairs = [times[at : at + 2] for at in range(0, len(times), 2)]
    return tuple(Slot(pair[0], pair[1] if len(pair) == 2 and pair[1] != pair[0] else None) for pair in pairs)


def time_in(text: str) -> time | None:
    """One hour: "20h30", "20:30", "20", the part of a day of a table's program. Raises DateError."""
    plain = _plain(text)
    if re.fullmatch(r"0[.,]\d+", plain):
        minutes = round(float(plain.replace(",", ".")) * 1440) % 1440
        return time(minutes // 60, minutes % 60)
    if re.fullmatch(r"[01]?\d|2[0-3]", plain):
        return time(int(plain))
    found = _times_in(plain)
    if not found and plain and not re.search(r"journee|\?|-|non|inconnu", plain):
        raise DateError(f"L’heure « {text.strip()[:60]} » n’est pas lisible.")
    return found[0] if found else None


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("\xa0", " "))
    return " ".join("".join(letter for letter in bare if not unicodedata.combining(letter)).split())


def _inside(one: _Found, other: _Found) -> bool:
    return (one.start >= other.start and one.end <= other.end) and (one.end - one.start) < (other.end - other.start)


def _isos(plain: str) -> Iterator[_Found]:
    for match in _ISO.finditer(plain):
        yield _Found(match.start(), match.end(), int(match["day"]), int(match["month"]), int(match["year"]))


def _numerics(plain: str) -> Iterator[_Found]:
    for match in _NUMERIC.finditer(plain):
        yield _Found(match.start(), match.end(), int(match["day"]), int(match["month"]), _year(match["year"]))


def _writtens(plain: str) -> Iterator[_Found]:
    for match in _WRITTEN.finditer(plain):
        month = next(number for number, name in enumerate(_MONTHS, 1) if match["month"].startswith(name))
        days = list(re.finditer(_DAY, match["days"]))
        for number, day in enumerate(days):
            after = match["days"][day.end() : days[number + 1].start()] if number + 1 < len(days) else ""
            yield _Found(
                match.start(), match.end(), int(re.sub(r"\D", "", day[0])), month, _year(match["year"]),
                ranged=bool(re.search(r"\bau\b|-|–", after)),
            )  # fmt: skip


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _with_years(found: list[_Found], text: str, today: date) -> list[date]:
    """Dates of what was found; one without a year has that of the next one that says it."""
    days: list[date] = []
    year: int | None = None
    for one in reversed(found):
        year = one.year or year
        try:
            day = date(year or today.year, one.month, one.day)
            if year is None:
                day = next(
                    shifted
                    for shifted in (day.replace(year=today.year + shift) for shift in (0, 1))
                    if shifted >= today - _BEHIND
                )
        except (ValueError, StopIteration):
            raise DateError(f"« {text.strip()[:60]} » n’est pas un jour qui existe.") from None
        if not 1900 <= day.year <= 2200:
            raise DateError(f"« {text.strip()[:60]} » n’est pas un jour auquel on peut se rendre.")
        days.append(day)
    return days[::-1]


def _weekdays_in(plain: str) -> tuple[int, ...]:
    words = " ".join(match[1] for match in _EACH.finditer(plain))
    return tuple(sorted({number for name, number in _WEEKDAYS.items() if name in words}))


def _gathered(ranges: list[tuple[date, date]], singles: list[date], weekdays: tuple[int, ...]) -> Days:
    if len(ranges) == 1:
        return Days(ranges[0][0], ranges[0][1], weekdays, tuple(singles))
    others = [
        first + timedelta(days=n) for first, last in ranges for n in range(min((last - first).days, MOST_DAYS) + 1)
    ]
    others = [day for day in others if not weekdays or day.isoweekday() in weekdays]
    days = sorted({*others, *singles})
    return Days(days[0], None, (), tuple(days[1:]))


def _without_days(plain: str) -> str:
    for pattern in (_ISO, _WRITTEN, _NUMERIC):
        plain = pattern.sub(" ", plain)
    return plain


def _times_in(plain: str) -> list[time]:
    for pattern, written in _NAMED_TIMES:
        plain = pattern.sub(written, plain)
    return [time(int(m["hour"]) % 24, int(m["minute"] or 0)) for m in _TIME.finditer(plain)]
