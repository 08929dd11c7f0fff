"""What a person types, as a value and in JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from tourism.schedule.model import Json, NthWeekday, Override, Slot, Status
from tourism.schedule.typed.reading import (
    MOST_SLOTS,
    TypedError,
    read_change,
    read_dated,
    read_day,
    read_holiday_rule,
    read_listed,
    read_nth,
    read_slot,
    read_time,
    read_truth,
    read_weekday,
    read_weeks,
)

KEYS = frozenset(
    {
        "first", "last", "endless", "weekdays", "every_weeks", "monthly", "start", "end", "more_slots",
        "public_holidays", "others", "own_hours", "except", "cancelled", "full", "changes",
    }
)  # fmt: skip
LISTED = {Status.CANCELLED: "cancelled", Status.FULL: "full"}


@dataclass(frozen=True)
class TypedDates:
    """What was typed. ``slots`` empty: all day. ``changes`` hold cancelled and full days too."""

    first: date | None = None
    last: date | None = None
    endless: bool = False
    weekdays: tuple[int, ...] = ()
    every_weeks: int = 1
    monthly: tuple[NthWeekday, ...] = ()
    slots: tuple[Slot, ...] = ()
    public_holidays: str = ""
    others: tuple[date, ...] = ()
    own_hours: tuple[tuple[date, Slot], ...] = ()
    excluded: tuple[date, ...] = ()
    changes: tuple[Override, ...] = ()

    @property
    def start(self) -> time | None:
        return self.slots[0].start if self.slots else None

    @property
    def end(self) -> time | None:
        return self.slots[0].end if self.slots else None

    @property
    def cancelled(self) -> tuple[date, ...]:
        return self.days_that_are(Status.CANCELLED)

    @property
    def full(self) -> tuple[date, ...]:
        return self.days_that_are(Status.FULL)

    def days_that_are(self, status: Status) -> tuple[date, ...]:
        """The days with this status, in order."""
        return tuple(sorted({change.day for change in self.changes if change.status == status}))

    @property
    def has_date(self) -> bool:
        return bool(self.first or self.others or self.own_hours)

    @classmethod
    def from_json(cls, value: Any) -> "TypedDates":
        """Read the shape above. Raises TypedError. What it reads may still be impossible: see `faults`."""
        if not isinstance(value, dict):
            raise TypedError("", "not_an_object")
        for key in value:
            if key not in KEYS:
                raise TypedError("", "unknown_key")

        def read(key: str, reader: Callable[[Any, str], Any]) -> Any:
            given = value.get(key)
            return None if given is None or given == "" else reader(given, key)

        def days(key: str) -> tuple[date, ...]:
            return tuple(sorted(set(read_listed(value, key, read_day))))

        slot = Slot(start=read("start", read_time), end=read("end", read_time))
        further = [one for one in read_listed(value, "more_slots", read_slot, most=MOST_SLOTS) if not one.all_day]
        changes = [Override(day=day, status=status) for status, key in LISTED.items() for day in days(key)]
        return cls(
            first=read("first", read_day),
            last=read("last", read_day),
            endless=read("endless", read_truth) or False,
            weekdays=tuple(sorted(set(read_listed(value, "weekdays", read_weekday)))),
            every_weeks=read("every_weeks", read_weeks) or 1,
            monthly=tuple(dict.fromkeys(read_listed(value, "monthly", read_nth, most=MOST_SLOTS))),
            slots=tuple(([] if slot.all_day else [slot]) + further),
            public_holidays=read("public_holidays", read_holiday_rule) or "",
            others=days("others"),
            own_hours=tuple(sorted(set(read_listed(value, "own_hours", read_dated)), key=in_order)),
            excluded=days("except"),
            changes=tuple(changes + read_listed(value, "changes", read_change)),
        )

    def to_json(self) -> Json:
        """The shape above without its empty keys; `from_json` reads it back equal."""
        plain = [change for change in self.changes if listed_as(change)]
        written: Json = {
            "first": _text(self.first),
            "last": _text(self.last),
            "endless": self.endless,
            "weekdays": list(self.weekdays),
            "every_weeks": self.every_weeks if self.every_weeks > 1 else None,
            "monthly": [rule.to_json() for rule in self.monthly],
            "more_slots": [slot.to_json() for slot in self.slots[1:]],
            "public_holidays": self.public_holidays,
            "others": [day.isoformat() for day in self.others],
            "own_hours": [{"day": day.isoformat()} | slot.to_json() for day, slot in self.own_hours],
            "except": [day.isoformat() for day in self.excluded],
            "cancelled": [change.day.isoformat() for change in plain if change.status == Status.CANCELLED],
            "full": [change.day.isoformat() for change in plain if change.status == Status.FULL],
            "changes": [change.to_json() for change in self.changes if not listed_as(change)],
        }
        written |= self.slots[0].to_json() if self.slots else {}
        return {key: part for key, part in written.items() if part not in (None, "", [], False)}


def listed_as(change: Override) -> str:
    """The key "cancelled" or "full" when the change says nothing else of its day."""
    if change.status not in LISTED or change.note or change != Override(day=change.day, status=change.status):
        return ""
    return LISTED[change.status]


def in_order(dated: tuple[date, Slot]) -> tuple[date, time, time]:
    day, slot = dated
    return day, slot.start or time(0), slot.end or time(0)


def _text(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
