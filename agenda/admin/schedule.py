"""The dates of an event as an office types them, and the schedule that they mean: form fields around
`tourism.schedule.typed`.

A source's schedule that says more than the fields is shown in words; typing dates replaces it, changing one of its
dates (cancelled, full, moved, postponed, a remark) does not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from itertools import product
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.admin.changes import ChangesField, changes_in_json
from agenda.admin.schedule_fields import (
    DatedSlotsField,
    DatesField,
    DayBox,
    HourBox,
    HourField,
    SlotsField,
)
from tourism.admin.entries import Entry
from tourism.schedule import NthWeekday, Override, Schedule, ScheduleError, Slot, Status
from tourism.schedule.typed import MOST_DATES, TypedDates, faults, periods_of, typed_periods

WEEKDAYS = (
    (1, _("lundi")),
    (2, _("mardi")),
    (3, _("mercredi")),
    (4, _("jeudi")),
    (5, _("vendredi")),
    (6, _("samedi")),
    (7, _("dimanche")),
)
NTHS = ((1, _("1er")), (2, _("2e")), (3, _("3e")), (4, _("4e")), (-1, _("dernier")))
EVERY_WEEKS = (
    ("", _("Chaque semaine")),
    (2, _("Une semaine sur deux")),
    (3, _("Une semaine sur trois")),
    (4, _("Une semaine sur quatre")),
)
HOLIDAYS = (
    ("", _("Comme les autres jours")),
    ("except", _("Pas les jours fériés")),
    ("also", _("Les jours fériés aussi")),
)
WHEN = (
    "when_first",
    "when_last",
    "when_endless",
    "when_nth",
    "when_weekdays",
    "when_every",
    "when_start",
    "when_end",
    "when_more_slots",
    "when_holidays",
    "when_others",
    "when_own_hours",
    "when_except",
)
# Lists of single dates: the rest is the pattern.
SINGLE = ("when_others", "when_own_hours", "when_except")
# One of these is a date.
DATED = ("when_first", "when_others", "when_own_hours")
CHANGED_DATES = {"when_cancelled": Status.CANCELLED, "when_full": Status.FULL}
LISTS = ("when_nth", "when_weekdays", "when_more_slots", "when_others", "when_own_hours", "when_except")
# Keys of typed dates that are not called like their field here
FIELD_OF = {"monthly": "when_nth", "every_weeks": "when_every", "public_holidays": "when_holidays"}
SENTENCES = {
    "no_date": _("Donnez une date."),
    "first_missing": _("Donnez le premier jour."),
    "last_missing": _("Jusqu’à quel jour ? Ou cochez « sans fin »."),
    "before_first": _("Le dernier jour est avant le premier."),
    "too_long": _("Au plus dix ans."),
    "last_and_endless": _("Un dernier jour, ou sans fin : pas les deux."),
    "no_such_day": _("Aucun de ces jours n’est entre les deux dates."),
    "none_left": _("Il ne reste aucune date."),
    "without_weekdays": _("Choisissez d’abord les jours de la semaine."),
    "overlap": _("Deux horaires se chevauchent."),
    "out_of_range": _("Vérifiez l’année."),
}


def schedule_entry() -> Entry:
    """The override key `schedule`."""
    fields: dict[str, forms.Field] = {
        "when_first": forms.DateField(
            label=_("Date, ou premier jour"),
            required=False,
            widget=DayBox(),
            help_text=_("Le seul jour, ou le premier."),
        ),
        "when_last": forms.DateField(
            label=_("Dernier jour"),
            required=False,
            widget=DayBox(),
            help_text=_("S’il dure plusieurs jours ou se répète."),
        ),
        "when_endless": forms.BooleanField(label=_("Sans fin"), required=False),
        "when_nth": forms.TypedMultipleChoiceField(
            label=_("Chaque mois, seulement le"),
            choices=NTHS,
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "tr-inline tr-keys"}),
            help_text=_("Avec un jour de la semaine : le 1er dimanche. Rien de coché : chaque semaine."),
        ),
        "when_weekdays": forms.TypedMultipleChoiceField(
            label=_("Seulement le"),
            choices=WEEKDAYS,
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "tr-inline tr-keys"}),
            help_text=_("Du premier au dernier jour. Rien de coché : tous les jours."),
        ),
        "when_every": forms.TypedChoiceField(
            label=_("À quel rythme"),
            choices=EVERY_WEEKS,
            coerce=int,
            empty_value="",
            required=False,
            help_text=_("Compté à partir de la première date."),
        ),
        "when_start": HourField(
            label=_("Heure de début"), required=False, widget=HourBox(), help_text=_("Vide : toute la journée.")
        ),
        "when_end": HourField(
            label=_("Heure de fin"),
            required=False,
            widget=HourBox(),
            help_text=_("Vide : inconnue. Plus tôt que le début : le lendemain."),
        ),
        "when_more_slots": SlotsField(
            label=_("Autres horaires du jour"), help_text=_("Par exemple 14:00-18:00, séparés par des virgules.")
        ),
        "when_holidays": forms.ChoiceField(label=_("Jours fériés"), choices=HOLIDAYS, required=False),
        "when_others": DatesField(label=_("Autres dates"), help_text=_("jj/mm/aaaa, séparées par des virgules.")),
        "when_own_hours": DatedSlotsField(
            label=_("Dates à un autre horaire"), help_text=_("Une par ligne : jj/mm/aaaa 18:00-20:00.")
        ),
        "when_except": DatesField(label=_("Sauf le"), help_text=_("Dates sans événement.")),
        "when_cancelled": DatesField(label=_("Dates annulées"), help_text=_("Elles restent montrées, barrées.")),
        "when_full": DatesField(label=_("Dates complètes")),
        "when_changes": ChangesField(label=_("Dates déplacées, reportées, remarques")),
    }
    return Entry("schedule", fields, read_schedule, write_schedule)


def parsed(value: Any) -> Schedule:
    """The schedule of a record, empty when there is none that can be read."""
    try:
        return Schedule.from_json(value)
    except ScheduleError:
        return Schedule()


def read_schedule(value: Any) -> dict[str, Any]:
    """Initial values of the form's fields; those of periods are left empty when they could not say them."""
    schedule = parsed(value)
    typed = typed_periods(schedule)
    shown = _fields_of(typed) if typed is not None else None
    nothing = {name: [] for name in LISTS} | {"when_endless": False, "when_holidays": "", "when_every": ""}
    shown = shown or dict.fromkeys(WHEN) | nothing
    for name, status in CHANGED_DATES.items():
        listed = (override for override in schedule.overrides if override.status == status)
        shown[name] = sorted({override.day for override in listed if not _is_told(override)})
    shown["when_changes"] = changes_in_json(override for override in schedule.overrides if _is_told(override))
    return shown


def _fields_of(typed: TypedDates) -> dict[str, Any] | None:
    """The fields that say typed dates; None when they have no box for them."""
    nths = sorted({rule.nth for rule in typed.monthly})
    days = sorted({rule.weekday for rule in typed.monthly if rule.weekday})
    of_month = {(rule.nth, rule.weekday) for rule in typed.monthly}
    first_slot = typed.slots[0] if typed.slots else Slot()
    if typed.every_weeks not in (1, *(weeks for weeks, _label in EVERY_WEEKS)):
        return None
    if of_month != set(product(nths, days)) or set(nths) - {nth for nth, _label in NTHS} or (nths and typed.weekdays):
        return None
    if max(len(typed.others), len(typed.own_hours), len(typed.excluded)) > MOST_DATES:
        return None
    if any(slot.start is None for slot in (*typed.slots[1:], *(slot for _day, slot in typed.own_hours if slot.end))):
        return None
    return {
        "when_first": typed.first,
        "when_last": typed.last,
        "when_endless": typed.endless,
        "when_nth": nths,
        "when_weekdays": days or list(typed.weekdays),
        "when_every": typed.every_weeks if typed.every_weeks > 1 else "",
        "when_start": first_slot.start,
        "when_end": first_slot.end,
        "when_more_slots": list(typed.slots[1:]),
        "when_holidays": typed.public_holidays,
        "when_others": list(typed.others),
        "when_own_hours": list(typed.own_hours),
        "when_except": list(typed.excluded),
    }


def _is_told(override: Override) -> bool:
    """Whether a change is shown with all that it says, and not as a day of a list or not at all."""
    listed = override.status in CHANGED_DATES.values()
    detailed = override.note or override.start or override.new_day or override.new_start or override.new_end
    return not override.period and override.status != Status.SUSPENDED and bool(detailed or not listed)


def typed_dates(cleaned: Mapping[str, Any]) -> TypedDates:
    """What the fields say, without what became of single dates."""
    start, end = cleaned["when_start"], cleaned["when_end"]
    weekdays = tuple(sorted(cleaned["when_weekdays"]))
    nths = sorted(cleaned["when_nth"])
    return TypedDates(
        first=cleaned["when_first"],
        last=cleaned["when_last"] if cleaned["when_last"] != cleaned["when_first"] else None,
        endless=cleaned["when_endless"],
        weekdays=() if nths else weekdays,
        every_weeks=1 if nths else cleaned["when_every"] or 1,
        monthly=tuple(NthWeekday(nth, weekday) for nth, weekday in product(nths, weekdays)),
        slots=tuple(([Slot(start=start, end=end)] if start or end else []) + cleaned["when_more_slots"]),
        public_holidays=cleaned["when_holidays"],
        others=tuple(cleaned["when_others"]),
        own_hours=tuple(cleaned["when_own_hours"]),
        excluded=tuple(cleaned["when_except"]),
    )


def is_retyped(cleaned: Mapping[str, Any], shown: Mapping[str, Any]) -> bool:
    """Whether the fields of the periods are not what was shown."""
    return any(_plain(cleaned[name]) != _plain(shown[name]) for name in WHEN)


def pattern_is_retyped(cleaned: Mapping[str, Any], shown: Mapping[str, Any]) -> bool:
    """Whether days, hours or the period are not what was shown, and not only single dates."""
    return any(_plain(cleaned[name]) != _plain(shown[name]) for name in WHEN if name not in SINGLE)


def write_schedule(value: Any, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """The schedule that the form says, in JSON; {} when it says nothing.

    Periods are replaced only when their fields are not what `read_schedule` showed: cancelling one date leaves a rich
    schedule of a source as it is.
    """
    before = parsed(value)
    schedule = before
    if is_retyped(cleaned, read_schedule(value)):
        schedule = Schedule(periods=periods_of(typed_dates(cleaned)), overrides=before.overrides, note=before.note)
    schedule = replace(schedule, overrides=tuple(overrides_after(before, cleaned)))
    return schedule.to_json() if schedule.periods or schedule.overrides else {}


def overrides_after(before: Schedule, cleaned: Mapping[str, Any]) -> list[Override]:
    """What the fields say became of single dates, and what they do not show."""
    shown_in_lists = [one for one in before.overrides if one.status in CHANGED_DATES.values() and not _is_told(one)]
    kept = [one for one in before.overrides if not _is_told(one) and one not in shown_in_lists]
    for name, status in CHANGED_DATES.items():
        for day in cleaned[name]:
            of_day = [one for one in shown_in_lists if one.status == status and one.day == day]
            kept += of_day or [Override(day=day, status=status)]
    kept += map(Override.from_json, cleaned["when_changes"])
    return _in_known_order(kept, before.overrides)


def _in_known_order(overrides: Iterable[Override], known: tuple[Override, ...]) -> list[Override]:
    """Those that were there where they were, then the new ones by day: saving again changes nothing."""
    places: dict[Override, list[int]] = {}
    for number, one in enumerate(known):
        places.setdefault(one, []).append(number)

    def place(one: Override) -> tuple[int, date, time]:
        # A source may say the same twice.
        left = places.get(one)
        return left.pop(0) if left else len(known), one.day, one.start or time(0)

    return sorted(overrides, key=place)


def _plain(value: Any) -> Any:
    if value in (None, "", [], False):
        return None
    return sorted(map(str, value)) if isinstance(value, (list, tuple)) else value


def is_richer(value: Any) -> bool:
    """Whether a schedule in JSON says more than the fields can show."""
    shown = read_schedule(value)
    return bool(value) and not any(shown[name] for name in DATED)


def schedule_faults(cleaned: Mapping[str, Any], shown: Mapping[str, Any], *, kind: str = "") -> list[tuple[str, Any]]:
    """(field, sentence) for what cannot be: an end before the beginning, hours or weekdays without a date…

    Nothing when a field could not be read (it says so itself) or when nothing was typed. `kind`: of the dates, where
    the page's script asks for it (`when_kind`).
    """
    if any(name not in cleaned for name in WHEN):
        return []
    if lacking := _lacking(cleaned, kind):
        return [lacking]
    if not is_retyped(cleaned, shown):
        return []
    if cleaned["when_nth"] and not cleaned["when_weekdays"]:
        return [("when_weekdays", _("Quel jour de la semaine ?"))]
    if all(_plain(cleaned[name]) is None for name in WHEN):
        return []
    return [(FIELD_OF.get(key, f"when_{key}"), SENTENCES[code]) for key, code in faults(typed_dates(cleaned))]


def _lacking(cleaned: Mapping[str, Any], kind: str) -> tuple[str, Any] | None:
    """What the chosen kind says nothing without: it would be saved as another one, most often a single date."""
    if not cleaned["when_first"] or cleaned["when_others"] or cleaned["when_own_hours"]:
        return None
    lasts = cleaned["when_last"] or cleaned["when_endless"]
    if kind == "weekly" and not cleaned["when_weekdays"] and not lasts:
        return "when_weekdays", _("Quel jour de la semaine ?")
    if kind == "monthly" and not cleaned["when_nth"]:
        return "when_nth", _("Lequel de chaque mois ? Le 1er, le 2e…")
    if kind == "range" and not lasts:
        return "when_last", _("Jusqu’à quel jour ?")
    return None


def single_faults(cleaned: Mapping[str, Any], shown: Mapping[str, Any], *, kind: str = "") -> list[tuple[str, Any]]:
    """As `schedule_faults`, when only single dates are changed: a slip of the year."""
    slip = SENTENCES["out_of_range"]
    return [
        (name, text) for name, text in schedule_faults(cleaned, shown, kind=kind) if name in SINGLE and text is slip
    ]
