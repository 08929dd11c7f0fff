"""Changes of single dates as an editor reads them."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.texts import MAIN_LANGUAGE
from tourism.schedule import Override, Slot, Status
from tourism.schedule.date_changes import DateChange, What, changes_from_json

STATES = {
    Status.SCHEDULED: gettext_lazy("a lieu"),
    Status.CANCELLED: gettext_lazy("annulée"),
    Status.SUSPENDED: gettext_lazy("suspendue"),
    Status.FULL: gettext_lazy("complète"),
    Status.POSTPONED: gettext_lazy("reportée"),
    Status.MOVED: gettext_lazy("déplacée"),
}


def spoken_change(change: DateChange) -> str:
    """ "mardi 14 juillet 2026, 14:30 : déplacée au mercredi 15 juillet 2026"."""
    day = _day(change.day)
    if change.said is not None:
        when = f"{day}, {change.start:%H:%M}" if change.start else day
        return _("%(date)s : %(state)s") % {"date": when, "state": spoken_override(change.said)}
    if change.what == What.OUT:
        return _("%s : ôtée") % day
    hours = ", ".join(filter(None, map(_hours, change.slots)))
    if not hours:
        return _("%s : ajoutée") % day
    return _("%(date)s : ajoutée, %(hours)s") % {"date": day, "hours": hours}


def spoken_override(said: Override) -> str:
    """What became of a date, its remark included: "complète (« Sous la halle »)"."""
    state = str(STATES[said.status])
    hours = _hours(Slot(said.new_start, said.new_end))
    if said.new_day:
        place = ", ".join(filter(None, (_day(said.new_day), hours)))
        state = _("%(state)s au %(place)s") % {"state": state, "place": place}
    elif hours:
        state = _("%(state)s à %(hours)s") % {"state": state, "hours": hours}
    note = " ".join((said.note.get(MAIN_LANGUAGE) or next(iter(said.note.values()), "")).split())
    return f"{state} (« {note} »)" if note else state


def spoken_changes(value: Any) -> list[str]:
    """Changes in JSON, one a piece. Raises ScheduleError."""
    return [spoken_change(change) for change in changes_from_json(value)]


def _hours(slot: Slot) -> str:
    if slot.start is None:
        return ""
    return f"{slot.start:%H:%M}–{slot.end:%H:%M}" if slot.end else f"{slot.start:%H:%M}"


def _day(day: Any) -> str:
    return date_format(day, "l j F Y")
