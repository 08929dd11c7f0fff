"""The part of the form of an event that keeps its dates: single ones over the source's, or all of them."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.actions import change_dates
from agenda.admin.schedule import is_richer, read_schedule, schedule_faults, single_faults
from agenda.admin.single_dates import LONGEST_SCHEDULE, Changes, OverSource, from_text, known_changes
from tourism.actions import source_layers
from tourism.admin.fields import field_label, spoken_text
from tourism.admin.forms import GoldenForm, editor_name, noted_value
from tourism.golden import SCHEDULE, SCHEDULE_CHANGES, fold
from tourism.schedule.date_changes import MOST_CHANGES

# The box of one changed date that is given back to the source; its value is the key of the change.
DATES_BACK = "dates_back"


class DatedForm(GoldenForm):
    """Dates of an event that a source brought stay the source's when an editor changes single ones."""

    # The schedule as this form showed it, see `single_dates`.
    shown_schedule = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        schedule = json.dumps(self.current.values.get(SCHEDULE) or {}, ensure_ascii=False)
        self.initial["shown_schedule"] = schedule if len(schedule) <= LONGEST_SCHEDULE else ""
        self.known_changes: Changes = known_changes(self.overrides.get(SCHEDULE_CHANGES, {}).get("value"))
        asked = set(self.data.getlist(DATES_BACK)) if hasattr(self.data, "getlist") else set()
        if SCHEDULE_CHANGES in self.given_back:
            # All of them; what is changed by the same form stays.
            asked = {change.key for change in self.known_changes}
            self.given_back -= {SCHEDULE_CHANGES}
        self.dates_back = frozenset(asked & {change.key for change in self.known_changes})
        # What becomes of the dates, once the form is checked: the changes of single ones, None when they stay as they
        # are; and whether the rest stays the source's.
        self._changes: Changes | None = None
        self._keeps_source = False

    @cached_property
    def source_schedule(self) -> Any:
        """The schedule in JSON under the editors' changes of single dates."""
        overrides = {key: value for key, value in self.overrides.items() if key != SCHEDULE_CHANGES}
        return fold(source_layers(self.records), overrides).values.get(SCHEDULE)

    @property
    def dates_are_overridden(self) -> bool:
        """Whether an editor made all dates theirs."""
        return "value" in self.overrides.get(SCHEDULE, {}) and SCHEDULE not in self.given_back

    @property
    def schedule_shown(self) -> Any:
        """The schedule in JSON as this form showed it, also when it comes back with faults."""
        sent = from_text(self.data.get("shown_schedule", "")) if self.is_bound else None
        return sent or self.current.values.get(SCHEDULE) or {}

    def over_source(self) -> OverSource | None:
        """The dates of a source over which single ones are changed; None when all dates are an editor's."""
        if not self.records or not self.sources.values.get(SCHEDULE) or self.dates_are_overridden:
            return None
        return OverSource(self.source_schedule, self.known_changes, self.schedule_shown)

    @property
    def schedule_is_richer(self) -> bool:
        """Whether the schedule in force says more than the fields can show."""
        return is_richer(self.current.values.get(SCHEDULE))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if any(name not in cleaned for name in self._schedule_fields()):
            return cleaned
        over = self.over_source()
        edited = any(entry.key == SCHEDULE for entry in self.edited_entries())
        self._keeps_source = over is not None and not (edited and over.becomes_whole(cleaned))
        find = single_faults if self._keeps_source else schedule_faults
        shown = read_schedule(self.schedule_shown) if over is not None else self.initial
        faults = find(cleaned, shown, kind=self.data.get("when_kind", ""))
        for name, sentence in faults:
            self.add_error(name, sentence)
        if over is not None and self._keeps_source:
            if not faults and (edited or self.dates_back):
                said = cleaned if edited else over.fields_shown()
                self._changes = over.changes_after(said, back=self.dates_back, by=self._editor(), at=_now())
        elif edited and self.known_changes:
            # They are among the dates that are all an editor's now.
            self._changes = ()
        if len(self._changes or ()) > MOST_CHANGES:
            self.add_error("when_changes", _("Trop de dates changées une à une : changez plutôt les jours."))
        return cleaned

    def _editor(self) -> str:
        return editor_name(self.for_user) if self.for_user else ""

    def _schedule_fields(self) -> list[str]:
        return [name for entry in self.entries if entry.key == SCHEDULE for name in entry.fields]

    def wanted_values(self) -> dict[str, Any]:
        """All dates, unless single ones are kept apart."""
        values = super().wanted_values()
        if self._keeps_source:
            values.pop(SCHEDULE, None)
        return values

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """Keep single dates beside the other edits."""
        if self._changes is not None and self._changes != self.known_changes:
            changes = [one.to_json() for one in self._changes]
            change_dates(self.instance, changes=changes, by=self._editor(), at=_now())
        return super().save(commit)

    def _note_changes(self, values: Mapping[str, Any]) -> None:
        super()._note_changes(values)
        if self._changes is None or self._changes == self.known_changes:
            return
        before, after = ([one.to_json() for one in some] for some in (self.known_changes, self._changes))
        change = {"label": field_label(SCHEDULE_CHANGES), "key": SCHEDULE_CHANGES, "language": ""}
        change |= {"before": noted_value(SCHEDULE_CHANGES, before), "after": noted_value(SCHEDULE_CHANGES, after)}
        if self.dates_back and {one.key for one in self._changes} < {one.key for one in self.known_changes}:
            change["given_back"] = True
        self.changes.append(change)

    def _spoken(self, key: str, value: Any) -> str:
        """Dates of a source in words, not as what the boxes hold."""
        return spoken_text(key, value) if key == SCHEDULE else super()._spoken(key, value)


def _now() -> str:
    return timezone.now().isoformat(timespec="seconds")
