"""What became of single dates: a form field that is one JSON list for the page's script, and plain rows without it."""

import json
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from agenda.admin.schedule_fields import day_of, slot_of
from cms.texts import MAIN_LANGUAGE
from tourism.schedule import Override, ScheduleError, Status
from tourism.schedule.typed import CHANGES, LONGEST_NOTE

STATES = (
    (Status.SCHEDULED, _("A lieu")),
    (Status.CANCELLED, _("Annulée")),
    (Status.FULL, _("Complète")),
    (Status.POSTPONED, _("Reportée")),
    (Status.MOVED, _("Déplacée…")),
)
# Changes that have a row; more of them are kept as they are. And rows for new ones.
MOST_ROWS, NEW_ROWS = 60, 3
PARTS = ("day", "start", "status", "new_day", "new_start", "new_end", "note")
LONGEST = 500_000

TIMES = ("start", "new_start", "new_end")

Json = dict[str, Any]


class Rows(list[Json]):
    """Changes as they came back from rows: nothing in them is checked yet."""


class ChangesWidget(forms.HiddenInput):
    """The list as JSON in a hidden input, and the same in rows. The script takes the rows off the page, so that
    only one of the two is sent."""

    input_type = "hidden"

    @property
    def is_hidden(self) -> bool:
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        changes = _listed(value)
        rows = [_row(change) for change in changes[:MOST_ROWS]] + [dict.fromkeys(PARTS, "")] * NEW_ROWS
        context = {
            "name": name,
            "value": json.dumps(changes, ensure_ascii=False) if changes is not None else value,
            "id": (attrs or {}).get("id", f"id_{name}"),
            "rows": rows,
            "shown": min(len(changes), MOST_ROWS),
            "more": max(0, len(changes) - MOST_ROWS),
            "states": [(str(state), words) for state, words in STATES],
            "longest": LONGEST_NOTE,
        }
        return render_to_string("agenda/admin/date_changes.html", context)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        given = super().value_from_datadict(data, files, name)
        shown = str(data.get(f"{name}_rows") or "")
        if not (shown.isascii() and shown.isdigit()):
            return given
        known = _listed(given)
        return Rows(_from_rows(known, data, name, min(int(shown[:4]), len(known), MOST_ROWS)))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data


def _listed(value: Any) -> list[Json]:
    """The changes of a value of the field, in whatever form it has it; none of what cannot be read."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return []
    return [one for one in value if isinstance(one, dict)] if isinstance(value, (list, tuple)) else []


def _row(change: Mapping[str, Any]) -> dict[str, str]:
    row = {part: str(change.get(part) or "") for part in PARTS[:-1]}
    note = change.get("note")
    return row | {"note": " ".join(str(note.get(MAIN_LANGUAGE) or "").split()) if isinstance(note, dict) else ""}


def _from_rows(known: list[Json], data: Mapping[str, Any], name: str, shown: int) -> Iterable[Json]:
    """The known changes, where their row came back as it was; what the rows say where not. A row without its day is no
    change any more."""
    for number in range(shown + NEW_ROWS):
        before = known[number] if number < shown else {}
        given = {part: " ".join(str(data.get(f"{name}_{number}_{part}") or "").split()) for part in PARTS}
        if given == _row(before):
            if before:
                yield before
        elif given["day"] or (not before and any(given[part] for part in PARTS if part != "status")):
            notes = before.get("note") if isinstance(before.get("note"), dict) else {}
            notes = {**(notes or {}), MAIN_LANGUAGE: given.pop("note")}
            said = {part: text for part, text in given.items() if text}
            texts = {language: text for language, text in notes.items() if text}
            yield {"status": str(Status.SCHEDULED)} | said | ({"note": texts} if texts else {})
    yield from known[shown:]


class ChangesField(forms.Field):
    """Its value is a list of overrides of the schedule's model, as JSON."""

    widget = ChangesWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})

    def to_python(self, value: Any) -> list[Json]:
        if isinstance(value, (list, tuple)) and not isinstance(value, Rows):
            return list(value)
        if value in (None, ""):
            return []
        try:
            if isinstance(value, str):
                value = json.loads(value) if len(value) <= LONGEST else None
            if not isinstance(value, list):
                raise TypeError
            typed = map(_typed, value) if isinstance(value, Rows) else value
            return changes_in_json(map(_override, typed))
        except (ScheduleError, TypeError, ValueError, RecursionError) as error:
            raise ValidationError(_("Illisible.")) from error

    def prepare_value(self, value: Any) -> Any:
        return value


def _typed(change: Json) -> Json:
    """A row as somebody typed it, in whatever way. Raises ValidationError."""
    if not change.get("day"):
        raise ValidationError(_("Donnez le jour de la date qui change."))
    days = {part: day_of(change[part]).isoformat() for part in ("day", "new_day") if part in change}
    times = {part: _time(change[part]) for part in TIMES if part in change}
    return change | days | times


def _time(text: str) -> str:
    try:
        return time.fromisoformat(text).isoformat("auto" if text.count(":") > 1 else "minutes")
    except ValueError:
        return slot_of(text).to_json()["start"]


def _override(change: Any) -> Override:
    """One change. Raises ValidationError for what a person can have typed, ScheduleError for the rest."""
    moved = isinstance(change, dict) and change.get("status") == Status.MOVED
    if moved and not change.get("new_day") and not change.get("new_start"):
        raise ValidationError(_("Une date déplacée dit où : un autre jour ou une autre heure."))
    override = Override.from_json(change)
    if override.status not in CHANGES:
        raise ScheduleError("no editor changes a date to this")
    return override


def changes_in_json(changes: Iterable[Override]) -> list[Json]:
    """As the field holds them, in a stable order."""
    return [change.to_json() for change in sorted(changes, key=lambda one: (one.day, one.start or time(0)))]
