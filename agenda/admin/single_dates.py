"""An editor's changes of single dates of an event that a source brought: what the form says of them lies over the
source's schedule and leaves the rest to it. Pure, but for the sentences.

Whatever the form shows is compared with what it *showed*, not with what the source says by now.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from agenda.admin.schedule import (
    is_richer,
    overrides_after,
    parsed,
    pattern_is_retyped,
    read_schedule,
    typed_dates,
)
from tourism.admin.date_words import spoken_change, spoken_override
from tourism.admin.fields import moment_of
from tourism.schedule import Override, Schedule, ScheduleError
from tourism.schedule.date_changes import (
    DateChange,
    Effect,
    What,
    change_of_date,
    change_of_day,
    changes_from_json,
    slots_of_day,
    usual_slots,
    with_changes,
)
from tourism.schedule.typed import periods_of

# A schedule that a source wrote is rarely above a tenth of this.
LONGEST_SCHEDULE = 200_000

Changes = tuple[DateChange, ...]


@dataclass(frozen=True)
class OverSource:
    """The dates of an event as its source says them, and the changes that lie over them.

    Attributes:
        source: the source's schedule in JSON.
        known: the editors' changes of now.
        shown: the schedule that the form showed, in JSON.
    """

    source: Any
    known: Changes = ()
    shown: Any = field(default_factory=dict)

    def fields_shown(self) -> dict[str, Any]:
        """The fields as the form showed them."""
        return read_schedule(self.shown)

    def becomes_whole(self, cleaned: Mapping[str, Any]) -> bool:
        """Whether days, hours or the period were typed anew: then all dates become the editor's."""
        return pattern_is_retyped(cleaned, read_schedule(self.shown))

    def changes_after(
        self, cleaned: Mapping[str, Any], *, back: Collection[str] = (), by: str = "", at: str = ""
    ) -> Changes:
        """The changes that the fields say, in order of their days.

        Args:
            back: keys of the changes that are given back to the source.
            by, at: who says what is new, and when (ISO date-time).
        """
        kept = [change for change in self.known if change.key not in back]
        source, shown = parsed(self.source), parsed(self.shown)
        wanted = _wanted_days(source, self.shown, cleaned)
        days = [change for change in kept if change.what != What.CHANGED and change.day not in wanted]
        days += filter(None, (change_of_day(source, day, slots, usual=usual) for day, (slots, usual) in wanted.items()))
        dates = [change for change in kept if change.what == What.CHANGED]
        dates = _wanted_dates(with_changes(source, days), shown, cleaned, dates)
        signed = (self._signed(change, by=by, at=at) for change in (*days, *dates))
        return tuple(sorted(signed, key=lambda one: (one.day, one.what, one.start or time(0))))

    def _signed(self, change: DateChange, *, by: str, at: str) -> DateChange:
        """What somebody said before stays theirs."""
        before = next((known for known in self.known if known.key == change.key), None)
        return before if before is not None and before.says_the_same(change) else change.signed(by=by, at=at)


def _wanted_days(source: Schedule, shown: Any, cleaned: Mapping[str, Any]) -> dict[date, tuple[frozenset[Any], bool]]:
    """Of the days that the fields add or take out, their hours, and whether these are those of the other dates."""
    before = read_schedule(shown)
    own = dict.fromkeys(day for day, _slot in set(before["when_own_hours"]) ^ set(cleaned["when_own_hours"]))
    lists = (set(before[name]) ^ set(cleaned[name]) for name in ("when_others", "when_except"))
    touched = sorted(set().union(*lists, own))
    if not touched:
        return {}
    others, excluded = set(cleaned["when_others"]), set(cleaned["when_except"])
    # Boxes that could not say the source's dates say further ones.
    richer = is_richer(shown)
    base = parsed(shown) if richer else Schedule(periods=periods_of(typed_dates(cleaned)))
    wanted: dict[date, tuple[frozenset[Any], bool]] = {}
    for day in touched:
        hours = frozenset(slot for other, slot in cleaned["when_own_hours"] if other == day)
        usual = not hours and day not in excluded and (day in others or day in before["when_except"])
        slots = slots_of_day(base, day)
        if richer:
            slots = frozenset() if day in excluded else slots | hours
        if usual:
            slots = slots_of_day(source, day) or frozenset(usual_slots(source, day))
        wanted[day] = slots, usual
    return wanted


def _wanted_dates(
    source: Schedule, shown: Schedule, cleaned: Mapping[str, Any], known: Iterable[DateChange]
) -> list[DateChange]:
    """What became of single dates. `source`: with the days that were added or taken out; `known`: the changes before.

    All that is said of a day is said anew when one of its dates is."""
    before, after = _by_date(shown.overrides), _by_date(overrides_after(shown, cleaned))
    touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    days = {day for day, _start in touched}
    changes = [change for change in known if change.day not in days]
    for key in sorted(touched | {key for key in after if key[0] in days}, key=lambda key: (key[0], key[1] or time(0))):
        day, start = key
        unchanged = next((one for one in known if (one.day, one.start) == key), None) if key not in touched else None
        change = unchanged or change_of_date(source, day, start, after.get(key))
        if change is not None:
            changes.append(change)
    return changes


def _by_date(overrides: Iterable[Override]) -> dict[tuple[date, time | None], Override]:
    return {(one.day, one.start): one for one in overrides if not one.period}


def known_changes(value: Any) -> Changes:
    """The changes of an override; none when they cannot be read."""
    try:
        return changes_from_json(value)
    except ScheduleError:
        return ()


def from_text(text: str) -> Any:
    """A schedule or changes that a form sent back; None for what cannot be."""
    try:
        return json.loads(text) if text and len(text) <= LONGEST_SCHEDULE else None
    except (ValueError, RecursionError):
        return None


def changed_date(effect: Effect) -> dict[str, Any]:
    """One change for the form's list: ``{"key", "words", "by", "at", "now"}``; `now`: what has become of it since."""
    change = effect.change
    return {
        "key": change.key,
        "words": spoken_change(change),
        "by": change.by,
        "at": moment_of(change.at),
        "touches": effect.touches,
        "now": _since(effect),
    }


def _since(effect: Effect) -> str:
    """What the source says by now of a date that an editor changed; '' when nothing that the editor did not know."""
    if effect.gone:
        return _("Ne touche plus rien : la source n’a plus cette date.")
    if not effect.touches:
        return _("Ne change plus rien : la source le dit aussi.")
    if effect.said is not None and str(effect.said.status) != effect.change.despite:
        return _("La source dit depuis : %s.") % spoken_override(effect.said)
    return ""
