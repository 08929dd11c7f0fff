"""Imports put together: places and trails from below, events from here."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from agenda.actions import link_events, refold_event, write_event_cards
from agenda.models import Event
from agenda.queries import events_naming
from agenda.sources.apidae import map_object
from cms.actions import announce_changes
from tourism.actions import link_trails, locked_subject, refresh_cards, write_place_cards, write_trail_cards
from tourism.apidae.client import ApidaeClient
from tourism.apidae.importer import SOURCE, ApidaeImport
from tourism.enums import RecordKind
from tourism.feed import BATCH, TOURISM_SUBJECTS, SubjectKind, batches
from tourism.models import Place, Trail

SUBJECTS: dict[str, SubjectKind] = {**TOURISM_SUBJECTS, RecordKind.EVENT: SubjectKind(Event, refold_event)}


def apidae_import(
    *,
    client: ApidaeClient | None,
    dry_run: bool = False,
    confirmed: bool = False,
    selections: list[int] | None = None,
    progress: Callable[[int], None] = lambda read: None,
) -> ApidaeImport:
    """An import of all of APIDAE's types; see `ApidaeImport`."""
    return ApidaeImport(
        map_object=map_object,
        subjects=SUBJECTS,
        client=client,
        dry_run=dry_run,
        confirmed=confirmed,
        selections=selections or [],
        link=link_changed,
        progress=progress,
    )


def link_changed(changed: Mapping[str, list[int]]) -> None:
    """Join what a run changed to what it names, and what names it."""
    events: set[int | None] = set(changed.get(RecordKind.EVENT, ()))
    events |= events_naming(source=SOURCE, changed=changed)
    link_events(source=SOURCE, event_ids=filter(None, events))
    link_trails(source=SOURCE, trail_ids=changed.get(RecordKind.TRAIL, ()))


def refresh_public_objects() -> dict[str, int]:
    """Fold every published object again, because the day changed: the window of dates moves on, rights of pictures
    and notices run out. Gives how many by kind."""
    counts = {}
    for kind, subject in SUBJECTS.items():
        ids = list(subject.model.objects.filter(published=True).values_list("pk", flat=True))
        for batch in batches(ids, BATCH):
            for pk in batch:
                with transaction.atomic():
                    item = locked_subject(subject.model, pk)
                    if item is not None:
                        subject.refold(item, announce=False)
            announce_changes(kind=kind, ids=batch)
        counts[str(kind)] = len(ids)
    return counts


def refresh_fetched_images(urls: set[str]) -> None:
    """Put pictures that have just been fetched on the cards that show them."""
    if not urls:
        return
    kinds: list[tuple[type[Any], str, Callable[[list[Any]], None], tuple[str, ...]]] = [
        (Place, RecordKind.PLACE, write_place_cards, ("facts",)),
        (Trail, RecordKind.TRAIL, write_trail_cards, ("facts",)),
        # An event without a picture shows its place's.
        (Event, RecordKind.EVENT, write_event_cards, ("facts", "place__facts")),
    ]
    for model, kind, write, pictures_in in kinds:
        refresh_cards(model=model, kind=kind, write=write, urls=urls, pictures_in=pictures_in)
