"""The parts of typed dates out of JSON: each reader takes (value, key of the shape) or raises TypedError."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from tourism.schedule.days import EARLIEST, LATEST
from tourism.schedule.model import MOST_WEEKS, Json, NthWeekday, Override, ScheduleError, Slot, Status

MOST_DATES = 200
MOST_SLOTS = 8
LONGEST_NOTE = 300
HOLIDAY_RULES = ("", "except", "also")
CHANGES = frozenset(Status) - {Status.SUSPENDED}


class TypedError(ScheduleError):
    """JSON that is not what a person could have typed: `field` is a key of the shape ("" for the whole), `code` says
    why: not_an_object, unknown_key, not_a_date, not_a_time, not_a_number, not_a_list, not_a_truth, not_a_choice,
    out_of_range, too_many, too_long, moved_where."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field or 'dates'}: {code}")
        self.field = field
        self.code = code


def read_listed(value: Json, key: str, read: Callable[[Any, str], Any], *, most: int = MOST_DATES) -> list[Any]:
    given = value.get(key)
    if given is None or given == "":
        return []
    if not isinstance(given, list):
        raise TypedError(key, "not_a_list")
    if len(given) > most:
        raise TypedError(key, "too_many")
    return [read(item, key) for item in given]


def read_day(value: Any, key: str) -> date:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise TypedError(key, "not_a_date") from error
    if not EARLIEST <= day <= LATEST:
        raise TypedError(key, "out_of_range")
    return day


def read_time(value: Any, key: str) -> time:
    try:
        at = time.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise TypedError(key, "not_a_time") from error
    if at.tzinfo is not None or at.microsecond:
        raise TypedError(key, "not_a_time")
    return at


def read_number(value: Any, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypedError(key, "not_a_number")
    return value


def read_weekday(value: Any, key: str) -> int:
    if not 1 <= read_number(value, key) <= 7:
        raise TypedError(key, "out_of_range")
    return value


def read_weeks(value: Any, key: str) -> int:
    if not 1 <= read_number(value, key) <= MOST_WEEKS:
        raise TypedError(key, "out_of_range")
    return value


def read_truth(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise TypedError(key, "not_a_truth")
    return value


def read_holiday_rule(value: Any, key: str) -> str:
    if value not in HOLIDAY_RULES:
        raise TypedError(key, "not_a_choice")
    return value


def read_fields(value: Any, key: str, known: set[str]) -> dict[str, Any]:
    """The object without what is empty in it."""
    if not isinstance(value, dict):
        raise TypedError(key, "not_an_object")
    if set(value) - known:
        raise TypedError(key, "unknown_key")
    return {name: part for name, part in value.items() if part is not None and part != ""}


def read_slot(value: Any, key: str) -> Slot:
    times = {name: read_time(part, key) for name, part in read_fields(value, key, {"start", "end"}).items()}
    return Slot(start=times.get("start"), end=times.get("end"))


def read_dated(value: Any, key: str) -> tuple[date, Slot]:
    given = read_fields(value, key, {"day", "start", "end"})
    return read_day(given.pop("day", None), key), read_slot(given, key)


def read_nth(value: Any, key: str) -> NthWeekday:
    given = read_fields(value, key, {"nth", "weekday"})
    numbers = {name: read_number(part, key) for name, part in given.items()}
    try:
        return NthWeekday(nth=numbers["nth"], weekday=numbers.get("weekday"))
    except (KeyError, ScheduleError) as error:
        raise TypedError(key, "out_of_range") from error


def read_change(value: Any, key: str) -> Override:
    given = read_fields(value, key, {"day", "start", "status", "new_day", "new_start", "new_end", "note"})
    try:
        status = Status(given.pop("status", Status.SCHEDULED))
    except ValueError as error:
        raise TypedError(key, "not_a_choice") from error
    if status not in CHANGES:
        raise TypedError(key, "not_a_choice")
    note = given.pop("note", {})
    if not isinstance(note, dict) or not all(isinstance(text, str) for pair in note.items() for text in pair):
        raise TypedError(key, "not_an_object")
    if len(note) > MOST_SLOTS or any(len(text) > LONGEST_NOTE for pair in note.items() for text in pair):
        raise TypedError(key, "too_long")
    day = read_day(given.pop("day", None), key)
    new_day = read_day(given.pop("new_day"), key) if "new_day" in given else None
    times = {name: read_time(part, key) for name, part in given.items()}
    if status == Status.MOVED and new_day is None and "new_start" not in times:
        raise TypedError(key, "moved_where")
    return Override(
        day=day,
        start=times.get("start"),
        status=status,
        new_day=new_day,
        new_start=times.get("new_start"),
        new_end=times.get("new_end"),
        note={language: text for language, text in note.items() if text},
    )
