"""Single values of APIDAE: ids, days, moments, and how a remark quotes them."""

import math
import re
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tourism.apidae.texts import clean_line

_LARGEST_ID = 10**18 - 1
_DIGITS = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
_PARIS = ZoneInfo("Europe/Paris")


def quoted(value: Any) -> str:
    """A value as an editor may read it in a sentence: short, in guillemets; the nature of what is too big."""
    if isinstance(value, dict):
        return "un objet"
    if isinstance(value, list):
        return "une liste"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "un nombre démesuré"
    text = clean_line(str(value)[:200])
    return f"« {text[:60]}{'…' if len(text) > 60 else ''} »"


def as_identifier(value: Any) -> int | None:
    """An id of APIDAE, or None."""
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LARGEST_ID:
        return value
    return None


def as_day(value: Any) -> str:
    """``YYYY-MM-DD`` of a date or date-time, the day in Paris when an offset is given; '' when unreadable."""
    if not isinstance(value, str):
        return ""
    try:
        if len(value) > 10:
            return _day_in_paris(datetime.fromisoformat(value)).isoformat()
        match = _DAY.fullmatch(value)
        return date.fromisoformat(match[1]).isoformat() if match else ""
    except ValueError:
        return ""


def _day_in_paris(moment: datetime) -> date:
    try:
        return (moment.astimezone(_PARIS) if moment.tzinfo else moment).date()
    except OverflowError:
        # The last day of the year 9999, of the source's clock: in Paris it is over in the year 10000.
        return moment.date()


def as_moment(value: Any) -> str | None:
    """ISO 8601 with an offset of APIDAE's ``2017-09-07T13:03:05.866+0000``; without an offset it is UTC."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return None


def is_finite(value: float) -> bool:
    """Whether a number is one that can be compared and stored: no infinity, no NaN, nothing past a float."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
