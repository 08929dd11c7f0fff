"""The text of a cell, cut in days, hours and the few words that join them. Whatever else it says is a reason not to
take it: a word that is passed over may be the one that changes everything ("sauf", "dernier", "reporté"). Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from tourism.schedule.model import DEFAULT_TIMEZONE

# A sentence of dates is short; what is longer is a text.
LONGEST = 200
_EXCEL_BEGINS = date(1899, 12, 30)
_MONTHS = ("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec")
_NTHS = {
    "premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "dernier": -1,
}  # fmt: skip
_WEEKDAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")


class DateError(ValueError):
    """A cell that cannot be understood, or that says what cannot be; the message is a French sentence."""


class Kind(StrEnum):
    """What a word is. DATE (year or None, month, day), TIME (a time, and whether it is the word for midnight),
    NUMBER, YEAR, MONTH and WEEKDAY (their number) have a value."""

    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    YEAR = "year"
    MONTH = "month"
    WEEKDAY = "weekday"
    EVERY_DAY = "every_day"  # tous les jours
    EACH = "each"  # tous les, chaque
    ALL_DAY = "all_day"
    STARTING = "starting"  # à partir de, dès
    SINCE = "since"  # à partir du
    TO = "to"  # au, jusqu'au
    UNTIL = "until"  # jusqu'à
    DASH = "dash"
    EXCEPT = "except"
    ALSO = "also"  # et aussi
    AND = "and"  # et, comma, parenthesis…
    FROM = "from"  # du
    OF = "of"  # de
    IN = "in"  # en, au mois de
    OF_MONTH = "of_month"  # du mois
    NTH = "nth"  # 2e, dernier: 1 to 5, -1 the last
    HOLIDAYS = "holidays"  # jours fériés
    INCLUDING = "including"  # y compris
    AT = "at"  # à
    THE = "the"
    THE_MANY = "the_many"  # les
    NOTHING = "nothing"


@dataclass(frozen=True)
class Word:
    """A word of a cell, `said` as it is written there but for capitals and accents."""

    kind: Kind
    value: Any = None
    said: str = ""


_PATTERNS: tuple[tuple[Kind | str, str], ...] = (
    (
        "iso",
        r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:t(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)"
        r"| +(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?)?(?![\da-z])",
    ),
    ("compact", r"(20\d\d)([01]\d)([0-3]\d)(?!\d)"),
    ("numeric", r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d|:| ?h)(?: +00:00:00)?"),
    ("short", r"(\d{1,2})/(\d{1,2})(?![\d:/]| ?h)"),
    (Kind.TIME, r"(\d{1,2}) ?(?:h(?:eures?)?|:) ?([0-5]\d)(?: ?mi?n)?(?::[0-5]\d)?(?![\da-z/])"),
    (Kind.TIME, r"(\d{1,2}) ?h(?:eures?)?(?![a-z\d])"),
    (Kind.YEAR, r"((?:19|20|21)\d\d)(?![\da-z])"),
    (Kind.NTH, r"([2-5])(?:nde?|emes?|es?)(?![\da-z])"),
    (Kind.NUMBER, r"(?:(1)ers|(\d{1,2})(?:er)?)(?![\da-z])"),
    ("ordinal", r"(premier|deuxieme|second|troisieme|quatrieme|cinquieme|dernier)e?s?(?![a-z])"),
    (Kind.HOLIDAYS, r"(?:jours? )?feries?(?![a-z])"),
    (Kind.INCLUDING, r"(?:y compris|meme)(?![a-z])"),
    (Kind.OF_MONTH, r"(?:du|de chaque) mois(?![a-z])"),
    (Kind.IN, r"(?:en|au mois de|aux mois de)(?![a-z])"),
    ("noon", r"midi(?![a-z])"),
    ("midnight", r"minuit(?![a-z])"),
    (Kind.EVERY_DAY, r"(?:tous les jours|chaque jour)(?![a-z])"),
    (Kind.EACH, r"(?:tous les|toutes les|chaque)(?![a-z])"),
    (Kind.ALL_DAY, r"(?:toute )?(?:la )?journee(?: entiere)?(?![a-z])"),
    (Kind.SINCE, r"a (?:partir|compter) du(?![a-z])"),
    (Kind.STARTING, r"(?:a (?:partir|compter) de|des|vers)(?![a-z])"),
    (Kind.UNTIL, r"jusqu'a(?![a-z])"),
    (Kind.TO, r"(?:jusqu'au(?![a-z])|au(?![a-z])|->|→)"),
    (Kind.DASH, r"[-–—]"),
    (Kind.EXCEPT, r"(?:sauf|excepte|hormis|hors|fermee?s?|a l'exception d(?:u|e|es))(?![a-z])"),
    (Kind.ALSO, r"(?:et aussi|ainsi que(?: le)?)(?![a-z])"),
    (Kind.AND, r"(?:(?:et|puis|ou)(?![a-z])|[,;&+/()|.])"),
    (
        Kind.MONTH,
        r"(janv(?:ier)?|jan|fevr(?:ier)?|fev|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|sep|"
        r"oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)(?![a-z])\.?",
    ),
    (
        Kind.WEEKDAY,
        r"(lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)s?(?![a-z])\.?",
    ),
    (Kind.FROM, r"du(?![a-z])"),
    (Kind.OF, r"(?:de(?![a-z])|d')"),
    (Kind.THE_MANY, r"les(?![a-z])"),
    (Kind.THE, r"(?:le|la)(?![a-z])"),
    (Kind.AT, r"a(?![a-z])"),
    (Kind.NOTHING, r"(?:inclus|compris|ouvert)(?:e?s?)(?![a-z])|:"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.ASCII)) for kind, pattern in _PATTERNS)
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,](\d{1,20}))?", re.ASCII)
_PART_OF_DAY = re.compile(r"0[.,](\d{1,20})", re.ASCII)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a cell. Raises DateError for the first that is none of ours."""
    plain = _plain(text)
    if len(plain) > LONGEST:
        raise DateError(f"« {quoted(plain)} » est trop long pour être une date ou une heure.")
    if serial := _SERIAL.fullmatch(plain):
        day = _EXCEL_BEGINS + timedelta(days=int(serial[1]))
        return Word(Kind.DATE, (day.year, day.month, day.day), plain), *_hour_of_program(_part_of_day(serial[2]))
    if part := _PART_OF_DAY.fullmatch(plain):
        return (Word(Kind.TIME, (_part_of_day(part[1]), False), plain),)
    words: list[Word] = []
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
            continue
        kind, found = next(((kind, found) for kind, one in _COMPILED if (found := one.match(plain, at))), ("", None))
        if found is None:
            unknown = re.match(r"[\w'.]+|.", plain[at:])
            said = unknown[0] if unknown else ""
            raise DateError(f"La date « {quoted(text)} » n’est pas lisible : « {said} » n’est pas compris.")
        words += _words(kind, found, words[-1].kind if words else None)
        at = found.end()
    return tuple(word for word in words if word.kind is not Kind.NOTHING)


def quoted(text: str) -> str:
    """A cell as it is named in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:60]}…"


def _plain(text: str) -> str:
    # Decomposing may lengthen a text; what is much too long is not looked at whole.
    bare = unicodedata.normalize("NFKD", text[: 2 * LONGEST].casefold().replace("’", "'").replace("…", " … "))
    return " ".join("".join(letter for letter in bare if not unicodedata.combining(letter)).split())


def _words(kind: Kind | str, found: re.Match[str], before: Kind | None) -> list[Word]:
    said = found[0]
    match kind:
        case "iso":
            return _iso(found)
        case "compact":
            return [Word(Kind.DATE, (int(found[1]), int(found[2]), int(found[3])), said)]
        case "numeric":
            year = int(found[4]) if len(found[4]) == 4 else 2000 + int(found[4])
            return [Word(Kind.DATE, (year, int(found[3]), int(found[1])), said)]
        case "short":
            return [Word(Kind.DATE, (None, int(found[2]), int(found[1])), said)]
        case Kind.TIME:
            return [Word(Kind.TIME, _time(said, int(found[1]), int(found[2] if found.re.groups > 1 else 0)), said)]
        case "noon":
            return [Word(Kind.TIME, (time(12), False), said)]
        case "midnight":
            return [Word(Kind.TIME, (time(0), True), said)]
        case "ordinal":
            return [Word(Kind.NTH, _NTHS[found[1]], said)]
        case Kind.NUMBER | Kind.YEAR | Kind.NTH:  # of these, the figures
            return [Word(Kind(kind), int(found[1] or found[2]), said)]
        case Kind.MONTH:
            return [Word(Kind.MONTH, _place(said, _MONTHS), said)]
        case Kind.WEEKDAY if said.rstrip(".") == "mar" and before is Kind.NUMBER:
            return [Word(Kind.MONTH, 3, said)]
        case Kind.WEEKDAY:
            return [Word(Kind.WEEKDAY, _place(said, _WEEKDAYS), said)]
    assert isinstance(kind, Kind)
    return [Word(kind, None, said)]


def _place(said: str, names: tuple[str, ...]) -> int:
    return next(number for number, name in enumerate(names, 1) if said.startswith(name))


def _time(said: str, hour: int, minute: int) -> tuple[time, bool]:
    """Twenty-four o'clock is midnight, in the evening."""
    if hour > 24 or (hour == 24 and minute):
        raise DateError(f"« {said} » n’est pas une heure qui existe.")
    return time(hour % 24, minute), hour == 24


def _iso(found: re.Match[str]) -> list[Word]:
    """A program's moment; one that says its zone is told as the clocks of the territory tell it."""
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    hour, minute, second = found[4] or found[8], found[5] or found[9], found[6] or found[10]
    zone = found[7]
    if hour is not None and zone:
        try:
            offset = UTC if zone == "z" else timezone(_offset(zone))
            moment = datetime(year, month, day, int(hour), int(minute), int(second or 0), tzinfo=offset)
            local = moment.astimezone(ZoneInfo(DEFAULT_TIMEZONE))
        except (ValueError, OverflowError):
            raise DateError(f"« {found[0]} » n’est pas un moment qui existe.") from None
        return [Word(Kind.DATE, (local.year, local.month, local.day), found[0]), *_hour_of_program(local.time())]
    date_word = Word(Kind.DATE, (year, month, day), found[0])
    if hour is None:
        return [date_word]
    return [date_word, *_hour_of_program(_time(found[0], int(hour), int(minute))[0])]


def _hour_of_program(at: time) -> list[Word]:
    """The first minute of a day is how programs write a day without an hour."""
    at = at.replace(second=0, microsecond=0)
    return [Word(Kind.TIME, (at, False), "")] if at != time(0) else []


def _offset(zone: str) -> timedelta:
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return -size if zone[0] == "-" else size


def _part_of_day(decimals: str | None) -> time:
    minutes = round(float(f"0.{decimals or 0}") * 1440) % 1440
    return time(minutes // 60, minutes % 60)
