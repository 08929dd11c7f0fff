"""Single values of an ``ouverture``, and the sentences about those that could not be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import Any

from tourism.apidae.texts import LABEL_KEYS, clean_line, clean_text
from tourism.schedule import spoken_date, spoken_range
from tourism.schedule.special_days import FIRST_YEAR, LAST_YEAR

TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?", re.ASCII)
MIDNIGHT = time(0)


@dataclass
class Problems:
    """Sentences, each once, in the order found; ``about`` holds the dates of the period being read."""

    sentences: list[str] = field(default_factory=list)
    about: tuple[date | None, date | None] | None = None

    def add(self, sentence: str) -> None:
        if self.about:
            sentence = f"{name_of_period(*self.about)} : {sentence}"
        if sentence not in self.sentences:
            self.sentences.append(sentence)


def name_of_period(first: date | None, last: date | None) -> str:
    """How sentences name a period."""
    begin, end = first or last, last or first
    if begin is None or end is None:
        return "Période sans dates"
    return f"Période du {spoken_date(begin, 'fr')}" if begin == end else f"Période {spoken_range(begin, end, 'fr')}"


def quoted(value: Any) -> str:
    text = str(value) if isinstance(value, str | bool | float) or value is None else type(value).__name__
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        text = str(value)
    return f"« {clean_line(text[:200])[:60]} »"


def read_flag(values: dict, key: str, expected: str, problems: Problems) -> bool:
    value = values.get(key)
    if value in (None, "", False):
        return False
    if value == expected or value is True:
        return True
    problems.add(f"{key} : la valeur {quoted(value)} est inconnue.")
    return False


def read_items(value: Any, what: str, problems: Problems) -> Iterator[dict]:
    if value is None:
        return
    if not isinstance(value, list):
        problems.add(f"{what} : une liste est attendue.")
        return
    for item in value:
        if isinstance(item, dict):
            yield item
        elif item is not None:
            problems.add(f"{what} : la valeur {quoted(item)} n’est pas lisible.")


def read_date(value: Any, what: str, problems: Problems) -> date | None:
    day = _date_of(value)
    if day is not None and FIRST_YEAR <= day.year < LAST_YEAR:
        return day
    if value is not None and value != "":
        problems.add(f"{what} {quoted(value)} n’est pas une date.")
    return None


def read_end(value: Any, what: str, problems: Problems) -> tuple[date | None, bool]:
    """The last day, and whether no end is in sight: a far year, mostly 9999-12-31, is how sources write that."""
    day = _date_of(value)
    if day is not None and day.year >= LAST_YEAR:
        return None, True
    return read_date(value, what, problems), False


def _date_of(value: Any) -> date | None:
    try:
        # Some tools write the date with a time behind it.
        return date.fromisoformat(value[:10]) if isinstance(value, str) and len(value) >= 10 else None
    except ValueError:
        return None


def read_dates(value: Any, what: str, problems: Problems) -> list[date]:
    if value is None:
        return []
    if not isinstance(value, list):
        problems.add(f"{what} : une liste de dates est attendue.")
        return []
    days = [read_date(item, what, problems) for item in value]
    return [day for day in days if day is not None]


def read_time(value: Any, what: str, problems: Problems) -> time | None:
    if value is None or value == "":
        return None
    found = _time_of(value) if isinstance(value, str) and len(value) < 40 else None
    if found is None:
        problems.add(f"{what} {quoted(value)} n’est pas une heure.")
    return found


@lru_cache(2048)
def _time_of(text: str) -> time | None:
    match = TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, second = (int(part or 0) for part in match.groups())
    if (hour, minute, second) == (24, 0, 0):
        return MIDNIGHT
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def read_texts(value: Any, what: str, problems: Problems) -> dict[str, str]:
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        cleaned = clean_text(value)
        return {"fr": cleaned} if cleaned else {}
    if not isinstance(value, dict):
        problems.add(f"{what} : le texte n’est pas lisible.")
        return {}
    return {
        language: cleaned
        for key, language in LABEL_KEYS.items()
        if isinstance(value.get(key), str) and (cleaned := clean_text(value[key]))
    }
