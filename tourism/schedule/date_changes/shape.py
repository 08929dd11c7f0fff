"""What an editor changed of one date, as a value and in JSON."""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any

from tourism.schedule.model import Json, Override, ScheduleError, Slot, Status

# Of one event; a form has fewer.
MOST_CHANGES = 500
# `DateChange.despite` of a day that the source says is closed.
CLOSED = "closed"


class What(StrEnum):
    """What was done to a date."""

    CHANGED = "changed"  # cancelled, full, moved, postponed, remarked upon, or said to take place after all
    OUT = "out"  # no such date
    ADDED = "added"


@dataclass(frozen=True)
class DateChange:
    """One change of one date, found by the day that the rules gave it.

    Attributes:
        said: of CHANGED, what became of the date; its `start` names one of several dates of the day.
        slots: of ADDED, the hours; none: those of the other dates.
        beside: of ADDED, whether other dates of that day stay.
        starts: the beginnings that the source gave that day then; None is a whole day.
        despite: what the source itself said of the date then (a Status, or CLOSED): only that does not count any more,
            what it says anew does.
        by, at: who said so, and since when (ISO date-time).
    """

    day: date
    what: What = What.CHANGED
    said: Override | None = None
    slots: tuple[Slot, ...] = ()
    beside: bool = False
    starts: tuple[time | None, ...] = ()
    despite: str = ""
    by: str = ""
    at: str = ""

    def __post_init__(self) -> None:
        if (self.what == What.CHANGED) != (self.said is not None):
            raise ScheduleError("a changed date says what became of it, and no other does")
        if self.said is not None and (self.said.day != self.day or self.said.period):
            raise ScheduleError("what became of a date is said of its day, whatever the period")
        if self.said is not None and self.said.status == Status.SUSPENDED:
            raise ScheduleError("no editor suspends a date")

    @property
    def start(self) -> time | None:
        """The date of the day that is meant; None for all of them."""
        return self.said.start if self.said is not None else None

    @property
    def key(self) -> str:
        """The same for two changes of which the later one counts: "2026-07-14", "2026-07-14T14:30", "+2026-07-14" for
        what adds the day or takes it out."""
        if self.what != What.CHANGED:
            return f"+{self.day}"
        return f"{self.day}T{_text(self.start)}" if self.start else f"{self.day}"

    def to_json(self) -> Json:
        """A JSON-ready dict without what is empty; `from_json` reads it back equal."""
        said = {key: part for key, part in self.said.to_json().items() if key != "day"} if self.said else {}
        written: Json = {
            "day": self.day.isoformat(),
            "what": str(self.what),
            **said,
            "slots": [slot.to_json() for slot in self.slots],
            "beside": self.beside,
            "starts": [_text(start) for start in self.starts],
            "despite": self.despite,
            "by": self.by,
            "at": self.at,
        }
        return {key: part for key, part in written.items() if part not in ("", [], False)}

    @classmethod
    def from_json(cls, value: Any) -> "DateChange":
        """Read what `to_json` wrote. Raises ScheduleError."""
        override = Override.from_json(value)
        try:
            what = What(value.get("what", What.CHANGED))
            return cls(
                day=override.day,
                what=what,
                said=override if what == What.CHANGED else None,
                slots=tuple(Slot.from_json(slot) for slot in value.get("slots", ())),
                beside=bool(value.get("beside")),
                starts=tuple(time.fromisoformat(start) if start else None for start in value.get("starts", ())),
                despite=str(value.get("despite", "")),
                by=str(value.get("by", "")),
                at=str(value.get("at", "")),
            )
        except (TypeError, ValueError) as error:
            raise ScheduleError(f"not a change of a date: {error}") from error

    def signed(self, *, by: str, at: str) -> "DateChange":
        """The same, said by somebody."""
        return replace(self, by=by, at=at)

    def says_the_same(self, other: "DateChange") -> bool:
        """Whether both say the same, whoever said it."""
        return self.signed(by="", at="") == other.signed(by="", at="")


def _text(start: time | None) -> str:
    return start.isoformat("seconds" if start.second else "minutes") if start else ""


def changes_from_json(value: Any) -> tuple[DateChange, ...]:
    """The changes of a list in JSON, of two with one key the last. Raises ScheduleError."""
    if not value:
        return ()
    if not isinstance(value, list) or len(value) > MOST_CHANGES:
        raise ScheduleError("changes of dates are a list, and not a long one")
    changes = map(DateChange.from_json, value)
    return tuple({change.key: change for change in changes}.values())
