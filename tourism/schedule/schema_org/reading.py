"""Which of the ways of schema.org a node says its dates in."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from tourism.schedule.dated import Entry, Remarks, Rule, read_zone, schedule_of, shown
from tourism.schedule.linked_data import value_of, values_of
from tourism.schedule.model import DEFAULT_TIMEZONE, Schedule
from tourism.schedule.schema_org.events import read_events
from tourism.schedule.schema_org.opening import read_opening_hours
from tourism.schedule.schema_org.rules import read_rule


def schedule_from_schema_org(node: Any, *, timezone: str = DEFAULT_TIMEZONE) -> tuple[Schedule, list[str]]:
    """The schedule of an Event, of a Place or of a bare Schedule, and what could not be read. Never raises.

    timezone: of what says no zone itself.
    """
    remarks = Remarks()
    if not isinstance(node, dict):
        remarks.add("La fiche n’est pas un objet JSON-LD.")
        return Schedule(timezone=timezone), remarks.sentences
    schedules = values_of(node, "eventSchedule")
    if not schedules and values_of(node, "repeatFrequency"):
        schedules = [node]
    opening, special = values_of(node, "openingHoursSpecification"), values_of(node, "specialOpeningHoursSpecification")
    if schedules:
        schedule = _from_schedules(schedules, timezone, remarks)
    elif opening or special:
        schedule = replace(read_opening_hours(opening, special, remarks), timezone=timezone)
    else:
        if values_of(node, "openingHours"):
            remarks.add("Les horaires écrits en texte (openingHours) ne sont pas repris.")
        entries, overrides = read_events(node, ZoneInfo(timezone), remarks)
        schedule = replace(schedule_of((), entries, timezone), overrides=tuple(overrides))
    return schedule, remarks.sentences


def _from_schedules(nodes: list[Any], timezone: str, remarks: Remarks) -> Schedule:
    zones = {read_zone(value_of(node, "scheduleTimezone"), remarks, timezone) for node in nodes}
    name = next(iter(zones)) if len(zones) == 1 else timezone
    if len(zones) > 1:
        remarks.add(f"Plusieurs fuseaux horaires pour un même objet : les heures sont lues dans {name}.")
    rules: list[Rule] = []
    entries: list[Entry] = []
    for node in nodes:
        if not isinstance(node, dict):
            remarks.add(f"L’horaire {shown(node)} n’est pas lisible.")
            continue
        more_rules, more_entries = read_rule(node, ZoneInfo(name), remarks)
        rules += more_rules
        entries += more_entries
    return schedule_of(rules, entries, name)
