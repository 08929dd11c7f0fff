"""The dates of an event as an office types them, and the schedule that they mean. Pure but for the form fields.

The form knows one period (a day, some days in a row, or certain weekdays until a day) with one time slot, further
single dates, and dates that are cancelled or sold out. A source's schedule that says more is shown in words; typing
dates replaces it, cancelling one of its dates does not.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from tourism.admin.entries import Entry
from tourism.schedule import ALL_DAY, Hours, Override, Period, Schedule, ScheduleError, Slot, Status

WEEKDAYS = (
    (1, _("lundi")),
    (2, _("mardi")),
    (3, _("mercredi")),
    (4, _("jeudi")),
    (5, _("vendredi")),
    (6, _("samedi")),
    (7, _("dimanche")),
)
MOST_DATES = 200
SEPARATORS = re.compile(r"[\s,;]+")
DATE_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y")
WHEN = ("when_first", "when_last", "when_weekdays", "when_start", "when_end", "when_others", "when_except")
CHANGED_DATES = {"when_cancelled": Status.CANCELLED, "when_full": Status.FULL}


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
        return sorted({_day(word) for word in words})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return ", ".join(f"{day:%d/%m/%Y}" for day in value)
        return value


def _day(word: str) -> date:
    for known in DATE_FORMATS:
        try:
            return datetime.strptime(word, known).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise ValidationError(_("« %(word)s » n’est pas une date : écrivez jj/mm/aaaa."), params={"word": word[:20]})


def schedule_entry() -> Entry:
    """The override key `schedule`."""
    fields: dict[str, forms.Field] = {
        "when_first": forms.DateField(
            label=_("Date, ou premier jour"), required=False, widget=AdminDateInput(format=DATE_FORMATS[0])
        ),
        "when_last": forms.DateField(
            label=_("Dernier jour"),
            required=False,
            widget=AdminDateInput(format=DATE_FORMATS[0]),
            help_text=_("À remplir si l’événement dure plusieurs jours ou se répète."),
        ),
        "when_weekdays": forms.TypedMultipleChoiceField(
            label=_("Seulement le"),
            choices=WEEKDAYS,
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "tr-inline"}),
            help_text=_("Chaque semaine, du premier au dernier jour. Rien de coché : tous les jours."),
        ),
        "when_start": forms.TimeField(label=_("Heure de début"), required=False, widget=AdminTimeInput()),
        "when_end": forms.TimeField(
            label=_("Heure de fin"),
            required=False,
            widget=AdminTimeInput(),
            help_text=_("Avant l’heure de début : le lendemain."),
        ),
        "when_others": DatesField(label=_("Autres dates"), help_text=_("jj/mm/aaaa, séparées par des virgules.")),
        "when_except": DatesField(label=_("Sauf le"), help_text=_("Dates sans événement.")),
        "when_cancelled": DatesField(label=_("Dates annulées"), help_text=_("Elles restent montrées, barrées.")),
        "when_full": DatesField(label=_("Dates complètes")),
    }
    return Entry("schedule", fields, read_schedule, write_schedule)


def parsed(value: Any) -> Schedule:
    """The schedule of a record, empty when there is none that can be read."""
    try:
        return Schedule.from_json(value)
    except ScheduleError:
        return Schedule()


def read_schedule(value: Any) -> dict[str, Any]:
    """Initial values of the form's fields; the period is left empty when the form could not say it."""
    schedule = parsed(value)
    shown = {name: _days_of(schedule.overrides, status) for name, status in CHANGED_DATES.items()}
    empty = {"when_weekdays": [], "when_others": [], "when_except": []}
    read = dict.fromkeys(WHEN) | empty
    simple = _simple_period(schedule)
    return read | (simple or {}) | shown


def _simple_period(schedule: Schedule) -> dict[str, Any] | None:
    """The fields that say the periods of a schedule exactly; None when no fields do."""
    if not schedule.periods or schedule.closed_dates or schedule.closed_special_days or schedule.temporarily_closed:
        return None
    ranges = [period for period in schedule.periods if not period.dates_only]
    singles = [period for period in schedule.periods if period.dates_only]
    if len(ranges) > 1 or len(singles) > 1:
        return None
    slots = {period.hours[0].slots[0] for period in schedule.periods if period.hours[0].slots}
    if len(slots) != 1:
        return None
    slot = slots.pop()
    others = list(singles[0].extra_dates) if singles else []
    if ranges:
        period = ranges[0]
        first, last, weekdays = period.first, period.last, list(period.weekdays or period.hours[0].weekdays)
        others += period.extra_dates
        excluded = list(period.excluded_dates)
    elif others:
        first, last, weekdays, excluded = others[0], None, [], []
        others = others[1:]
    else:
        return None
    fields = {
        "when_first": first,
        "when_last": None if last == first else last,
        "when_weekdays": weekdays,
        "when_start": slot.start,
        "when_end": slot.end,
        "when_others": sorted(others),
        "when_except": sorted(excluded),
    }
    return fields if _bare(_periods(fields)) == _bare(schedule.periods) else None


def _bare(periods: Iterable[Period]) -> set[Any]:
    """Periods without what only names them, single dates as one set, so that equal ones compare equal."""
    bare: set[Any] = set()
    for period in periods:
        hours = period.hours
        weekdays = period.weekdays
        if len(hours) == 1 and not weekdays and not hours[0].public_holidays:
            weekdays, hours = hours[0].weekdays, (replace(hours[0], weekdays=()),)
        plain = replace(
            period, id="", label={}, note={}, extra_dates=(), weekdays=tuple(sorted(weekdays)), hours=_unnamed(hours)
        )
        days = {("day", day, plain.hours) for day in period.extra_dates}
        if not period.dates_only and period.first is not None and period.first == period.last and not weekdays:
            days.add(("day", period.first, plain.hours))
        elif not period.dates_only:
            bare.add(plain)
        bare |= days
    return bare


def _unnamed(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    return tuple(
        replace(one, group="", slots=tuple(replace(slot, kind="", label={}) for slot in one.slots)) for one in hours
    )


def _days_of(overrides: Iterable[Override], status: Status) -> list[date]:
    return sorted({override.day for override in overrides if override.status == status})


def _periods(cleaned: Mapping[str, Any]) -> tuple[Period, ...]:
    first, last, weekdays = cleaned["when_first"], cleaned["when_last"], tuple(sorted(cleaned["when_weekdays"]))
    start, end = cleaned["when_start"], cleaned["when_end"]
    slot = Slot(start=start, end=end) if start or end else ALL_DAY
    hours = (Hours(slots=(slot,)),)
    periods = []
    if first is not None:
        periods.append(
            Period(
                id="1",
                first=first,
                last=last or first,
                weekdays=weekdays,
                hours=hours,
                excluded_dates=tuple(cleaned["when_except"]),
            )
        )
    if cleaned["when_others"]:
        periods.append(Period(id="2", dates_only=True, extra_dates=tuple(cleaned["when_others"]), hours=hours))
    return tuple(periods)


def write_schedule(value: Any, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """The schedule that the form says, in JSON; {} when it says nothing.

    Periods are replaced only when their fields are not what `read_schedule` showed: cancelling one date leaves a rich
    schedule of a source as it is.
    """
    before = parsed(value)
    shown = read_schedule(value)
    schedule = before
    if any(_plain(cleaned[name]) != _plain(shown[name]) for name in WHEN):
        schedule = Schedule(periods=_periods(cleaned), overrides=before.overrides, note=before.note)
    changed = set(CHANGED_DATES.values())
    kept = [override for override in schedule.overrides if override.status not in changed]
    for name, status in CHANGED_DATES.items():
        known = [override for override in before.overrides if override.status == status]
        for day in cleaned[name]:
            of_day = [override for override in known if override.day == day]
            kept += of_day or [Override(day=day, status=status)]
    schedule = replace(schedule, overrides=tuple(kept))
    return schedule.to_json() if schedule.periods or schedule.overrides else {}


def _plain(value: Any) -> Any:
    if value in (None, "", []):
        return None
    return sorted(value) if isinstance(value, (list, tuple)) else value


def schedule_faults(cleaned: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """(field, sentence) for what cannot be: an end before the beginning, hours or weekdays without a date…"""
    faults: list[tuple[str, Any]] = []
    first, last = cleaned.get("when_first"), cleaned.get("when_last")
    if first and last and last < first:
        faults.append(("when_last", _("Le dernier jour est avant le premier.")))
    if last and not first:
        faults.append(("when_first", _("Donnez le premier jour.")))
    if first and last and (last - first).days > 3660:
        faults.append(("when_last", _("Au plus dix ans.")))
    if cleaned.get("when_weekdays") and not last:
        faults.append(("when_last", _("Jusqu’à quel jour ?")))
    if (cleaned.get("when_start") or cleaned.get("when_end")) and not (first or cleaned.get("when_others")):
        faults.append(("when_first", _("Donnez une date.")))
    if first and last and cleaned.get("when_weekdays"):
        days = {(first.toordinal() + offset - 1) % 7 + 1 for offset in range(min(7, (last - first).days + 1))}
        if not days & set(cleaned["when_weekdays"]):
            faults.append(("when_weekdays", _("Aucun de ces jours n’est entre les deux dates.")))
    return faults
