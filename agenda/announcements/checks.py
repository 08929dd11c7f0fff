"""What an announcement must be. Everything that is wrong is said at once, each at its field."""

import hashlib
import json
import re
import uuid
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from agenda.announcements.words import LANGUAGES, sentence_of, written_in
from tourism.apidae.texts import clean_line, clean_text
from tourism.schedule import ScheduleError, expand
from tourism.schedule.typed import TypedDates, TypedError, faults, schedule_of

TITLE = (3, 150)
LONGEST_WHERE, LONGEST_TEXT, LONGEST_EMAIL = 200, 3_000, 254
# Longer than any announcement that could be right: not even parsed.
LONGEST_JSON = 40_000
# Dates are looked for as far as the agenda shows any, and a little on.
AHEAD = timedelta(days=3660)
# An address as HTML's own field checks it, and with a point in the host: nobody outside answers to another.
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
)
# `tourism.schedule.typed` codes that have a sentence of their own; the others are dates that cannot be understood.
DATE_CODES = {
    "no_date": "no_date",
    "first_missing": "no_date",
    "last_missing": "last_missing",
    "before_first": "before_first",
    "too_long": "dates_too_long",
    "too_many": "dates_too_long",
    "out_of_range": "dates_too_long",
    "no_such_day": "no_such_day",
    "none_left": "no_date",
    "overlap": "overlap",
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: the field, a code for the app, a sentence for its author."""

    field: str
    code: str
    message: str

    def to_json(self) -> dict[str, str]:
        """As the answer carries it."""
        return {"field": self.field, "code": self.code, "message": self.message}


@dataclass(frozen=True)
class Announcement:
    """What was sent, cleaned: plain texts without markup or control characters, dates as `TypedDates.to_json`."""

    client_id: uuid.UUID
    language: str
    title: str
    dates: dict[str, Any]
    where: str
    commune_code: str
    text: str
    email: str


@dataclass
class _Reader:
    """Takes fields out of what was sent and notes what is wrong with them."""

    data: Mapping[str, Any]
    language: str
    faults: list[Fault] = field(default_factory=list)

    def note(self, name: str, code: str, **values: object) -> None:
        self.faults.append(Fault(name, code, sentence_of(code, self.language, **values)))

    def text(self, name: str, *, most: int, least: int = 0, needed: bool = True, lines: bool = False) -> str:
        given = self.data.get(name)
        if given is None:
            given = ""
        if not isinstance(given, str):
            self.note(name, "not_text")
            return ""
        # What is far too long is not worth cleaning.
        cleaned = given[: most * 4]
        cleaned = clean_text(cleaned) if lines else clean_line(cleaned)
        if not cleaned and needed:
            self.note(name, "required")
        elif len(cleaned) > most or len(given) > most * 4:
            self.note(name, "too_long", most=most)
        elif cleaned and len(cleaned) < least:
            self.note(name, "too_short", least=least)
        return cleaned


def read_envelope(body: object) -> dict[str, Any]:
    """The JSON object of the part `announcement`. Raises ValueError for anything else."""
    if not isinstance(body, str) or not body or len(body) > LONGEST_JSON:
        raise ValueError("not_json")
    try:
        data = json.loads(body)
    except RecursionError as error:
        raise ValueError("not_json") from error
    if not isinstance(data, dict):
        raise ValueError("not_json")
    return data


# What the author typed, of all that is sent.
_TYPED = ("language", "title", "dates", "where", "communeCode", "text", "email")


def sent_digest_of(data: Mapping[str, Any], image: bytes | None) -> str:
    """By which the same announcement sent twice is told from one that was mended in between."""
    typed = json.dumps({name: data.get(name) or None for name in _TYPED}, sort_keys=True)
    picture = hashlib.sha256(image).hexdigest() if image else ""
    return hashlib.sha256(f"{picture}\n{typed}".encode()).hexdigest()


def read_announcement(
    data: Mapping[str, Any], *, communes: Container[str], now: datetime
) -> tuple[Announcement | None, list[Fault]]:
    """The announcement, or None and all that is wrong with it.

    Args:
        data: what was sent, see docs/announcements.md.
        communes: INSEE codes that are known.
        now: aware, in the territory's time.
    """
    reader = _Reader(data, written_in(data.get("language")))
    client_id = _client_id(data.get("clientId"))
    if client_id is None:
        reader.note("clientId", "bad_id")
    language = data.get("language")
    if language not in LANGUAGES:
        reader.note("language", "unknown_language")
    title = reader.text("title", least=TITLE[0], most=TITLE[1])
    where = reader.text("where", most=LONGEST_WHERE)
    text = reader.text("text", most=LONGEST_TEXT, needed=False, lines=True)
    email = reader.text("email", most=LONGEST_EMAIL)
    if email and len(email) <= LONGEST_EMAIL and not _EMAIL.fullmatch(email):
        reader.note("email", "bad_email")
    commune = data.get("communeCode") or ""
    if not isinstance(commune, str) or (commune and commune not in communes):
        reader.note("communeCode", "unknown_commune")
    dates = _dates(reader, now)
    if reader.faults or client_id is None:
        return None, reader.faults
    return Announcement(client_id, str(language), title, dates, where, commune, text, email), []


def _client_id(value: object) -> uuid.UUID | None:
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        read = uuid.UUID(value)
    except ValueError:
        return None
    return read if read.version == 4 else None


def _dates(reader: _Reader, now: datetime) -> dict[str, Any]:
    given = reader.data.get("dates")
    if not given:
        reader.note("dates", "no_date")
        return {}
    try:
        typed = TypedDates.from_json(given)
        wrong = faults(typed)
        if wrong:
            reader.note("dates", DATE_CODES.get(wrong[0][1], "bad_dates"))
            return {}
        coming = is_coming(typed, now)
    except TypedError as error:
        reader.note("dates", DATE_CODES.get(error.code, "bad_dates"))
        return {}
    except (ScheduleError, OverflowError, RecursionError):
        reader.note("dates", "bad_dates")
        return {}
    if not coming:
        reader.note("dates", "past")
    return typed.to_json()


def is_coming(typed: TypedDates, now: datetime) -> bool:
    """Whether at least one date is not over; a date without known end is not over before its day is."""
    today = now.date()
    spans = expand(schedule_of(typed), first=today - timedelta(days=1), last=today + AHEAD, limit=40)
    return any(span.end > now if span.end is not None else span.start.date() >= today for span in spans)
