"""What a festival's state makes of its programme."""

from collections.abc import Sequence

from agenda.enums import EventStatus
from agenda.models import Event

# The gravest first.
STOPPED = (EventStatus.CANCELLED, EventStatus.POSTPONED)


def follow_festivals(events: Sequence[Event]) -> None:
    """Set the state of events whose festival is cancelled or postponed: they do not take place either, unless an editor
    said of a part how it is. One statement when some belong to a festival that is not among them, else none."""
    parts = [event for event in events if event.part_of_id and not event.overrides.get("status", {}).get("value")]
    states = {event.pk: event.status for event in events if event.pk}
    if others := {event.part_of_id for event in parts} - states.keys():
        states |= dict(Event.objects.filter(pk__in=others, status__in=STOPPED).values_list("pk", "status"))
    # A part may have parts: again until nothing changes.
    changed = True
    while changed:
        changed = False
        for event in parts:
            state = _graver(event.status, states.get(event.part_of_id or 0, ""))
            if state != event.status:
                event.status = states[event.pk] = state
                changed = True


def _graver(own: str, festivals: str) -> str:
    return next((state for state in STOPPED if state in (own, festivals)), own)


def is_stopped_or_back(before: str, after: str) -> bool:
    """Whether a state that a programme follows has begun or ended."""
    return before != after and (before in STOPPED or after in STOPPED)
