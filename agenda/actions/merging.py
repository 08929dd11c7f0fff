"""Events that became one, and events that are two again."""

from typing import Any

from django.db import transaction

from agenda.actions.folding import link_events, refold_events
from agenda.models import Event
from tourism.actions import MergedKind, merge_subjects, unmerge_subjects
from tourism.models import Merge


def _own_values(event: Any) -> dict[str, Any]:
    """The place and the festival of an own entry are columns that its editor set."""
    named = {"place_public_id": event.place, "part_of_public_id": event.part_of}
    return {name: found.public_id for name, found in named.items() if found is not None}


EVENTS = MergedKind(
    Event,
    refold_events,
    _own_values,
    derived=frozenset(
        {
            "agenda.eventcard.event",
            "agenda.occurrence.event",
            "agenda.comparedevent.event",
            # Questions about this event, and what somebody announced as this event.
            "agenda.eventpair.left",
            "agenda.eventpair.right",
            "agenda.submission.event",
        }
    ),
)


@transaction.atomic
def merge_events(*, kept_id: int, absorbed_id: int, by: str, bulk: bool = False) -> Merge:
    """Make one event part of another; see `merge_subjects`. The programme of the absorbed one becomes the kept one's.

    Raises MergeRefusedError.
    """
    merge = merge_subjects(EVENTS, kept_id=kept_id, absorbed_id=absorbed_id, by=by, bulk=bulk)
    _join_programmes(kept_id, absorbed_id)
    return merge


@transaction.atomic
def unmerge_events(*, merge: Merge, by: str) -> tuple[Event, Event]:
    """Part two events that were joined; gives (kept, absorbed). Raises MergeRefusedError."""
    kept, absorbed = unmerge_subjects(EVENTS, merge=merge, by=by)
    _join_programmes(kept.pk, absorbed.pk)
    return kept, absorbed


def _join_programmes(*ids: int) -> None:
    link_events(event_ids=Event.objects.filter(part_of__in=ids).values_list("pk", flat=True))
