"""Form fields that hold several dates or hours in one box; the page's script makes rows and a calendar of them."""

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tourism.schedule import Slot
from tourism.schedule.typed import MOST_DATES

SEPARATORS = re.compile(r"[\s,;]+")
DATE_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y")
TIME = r"(\d{1,2})\s*(?:[:hH]\s*(\d{2})?)"
HOUR = re.compile(rf"^\s*{TIME}\s*$")
HOURS = re.compile(rf"^\s*{TIME}\s*(?:[-–—]\s*(?:{TIME})?)?\s*$")
MOST_SLOTS = 8


class DayBox(forms.DateInput):
    """A day in the browser's own box: typed as people of its language write it, or chosen from its calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(attrs={"max": "9999-12-31"}, format="%Y-%m-%d")


class HourBox(forms.TimeInput):
    """An hour in the browser's own box; seconds are kept where a source has some."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(attrs={"step": "any"})

    def format_value(self, value: Any) -> str | None:
        return value.isoformat("auto" if value.second else "minutes") if isinstance(value, time) else value


class HourField(forms.TimeField):
    """An hour as the browser's box writes it, or as people do where it is plain text: "9h", "9 h 30"."""

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, str) and (found := HOUR.match(value)):
            hour, minute = found.groups()
            value = f"{hour}:{minute or '00'}"
        return super().to_python(value)


class DatesField(forms.CharField):
    """Days separated by commas, spaces or lines; its value is a sorted list of dates."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "widget": forms.Textarea(attrs={"rows": 1}), **kwargs})

    def to_python(self, value: Any) -> list[date]:
        if isinstance(value, (list, tuple)):
            return sorted(value)
        words = [word for word in SEPARATORS.split(super().to_python(value)) if word]
        if len(words) > MOST_DATES:
            raise ValidationError(_("Au plus %(most)d dates."), params={"most": MOST_DATES})
        return sorted({day_of(word) for word in words})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return ", ".join(f"{day:%d/%m/%Y}" for day in value)
        return value


def day_of(word: str) -> date:
    """A day as people write it. Raises ValidationError."""
    for known in DATE_FORMATS:
        try:
            return datetime.strptime(word, known).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise ValidationError(_("« %(word)s » n’est pas une date : écrivez jj/mm/aaaa."), params={"word": word[:20]})


def slot_of(words: str) -> Slot:
    """Hours as people write them: "14:00-18:00", "20h30", "14h-". Raises ValidationError."""
    found = HOURS.match(words)
    try:
        if not found:
            raise ValueError
        start_hour, start_minute, end_hour, end_minute = found.groups()
        end = None if end_hour is None else time(int(end_hour), int(end_minute or 0))
        return Slot(start=time(int(start_hour), int(start_minute or 0)), end=end)
    except ValueError as error:
        text = _("« %(word)s » n’est pas un horaire : écrivez 14:00-18:00, ou 14:00 si l’heure de fin est inconnue.")
        raise ValidationError(text, params={"word": words.strip()[:20]}) from error


def spoken_slot(slot: Slot) -> str:
    """As `slot_of` reads it."""
    start = f"{slot.start:%H:%M}" if slot.start else ""
    return f"{start}-{slot.end:%H:%M}" if slot.end else start


class LinesField(forms.CharField):
    """Several things, one a line or between commas."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "widget": forms.Textarea(attrs={"rows": 1}), **kwargs})

    def parts(self, value: Any, most: int) -> list[str]:
        parts = [part.strip() for part in re.split(r"[\n,;]+", super().to_python(value)) if part.strip()]
        if len(parts) > most:
            raise ValidationError(_("Au plus %(most)d."), params={"most": most})
        return parts


class SlotsField(LinesField):
    """Hours of a day besides the first; its value is a list of slots."""

    def to_python(self, value: Any) -> list[Slot]:
        if isinstance(value, (list, tuple)):
            return list(value)
        return [slot_of(part) for part in self.parts(value, MOST_SLOTS)]

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(spoken_slot, value)) if isinstance(value, (list, tuple)) else value


class DatedSlotsField(LinesField):
    """Days with hours of their own, "09/07/2026 18:00-20:00" a line; its value is a list of (day, slot)."""

    def to_python(self, value: Any) -> list[tuple[date, Slot]]:
        if isinstance(value, (list, tuple)):
            return list(value)
        found = []
        for part in self.parts(value, MOST_DATES):
            day, _space, hours = part.partition(" ")
            found.append((day_of(day), slot_of(hours) if hours.strip() else Slot()))
        return sorted(set(found), key=lambda pair: (pair[0], pair[1].start or time(0), pair[1].end or time(0)))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return "\n".join(f"{day:%d/%m/%Y} {spoken_slot(slot)}".strip() for day, slot in value)
        return value
