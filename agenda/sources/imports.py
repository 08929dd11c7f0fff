"""Imports put together: places and trails from below, events from here."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from django.db.models import Q
from django.utils import timezone

from agenda.actions import compare_changed, foresee_dates, link_events, refold_events, write_event_cards
from agenda.models import Event
from agenda.queries import events_naming
from agenda.sources.apidae import foresee_dates_of, map_object
from tourism.actions import link_trails, refresh_cards, write_place_cards, write_trail_cards
from tourism.actions.links import forget_old_names
from tourism.apidae.client import ApidaeClient
from tourism.apidae.importer import ApidaeImport
from tourism.enums import APIDAE, RecordKind
from tourism.feed import SUBJECTS, SubjectKind, refold_by_id, register_subject
from tourism.models import ImportRun, Place, Trail

register_subject(RecordKind.EVENT, SubjectKind(Event, refold_events))


def apidae_import(
    *,
    client: ApidaeClient | None,
    dry_run: bool = False,
    confirmed: bool = False,
    started_by: str = "",
    selections: list[int] | None = None,
    progress: Callable[[int, int | None], None] = lambda read, total: None,
) -> ApidaeImport:
    """An import of all of APIDAE's types; see `ApidaeImport`."""
    return ApidaeImport(
        map_object=map_object,
        client=client,
        dry_run=dry_run,
        confirmed=confirmed,
        started_by=started_by,
        selections=selections or [],
        link=link_changed,
        foresee=partial(foresee_dates_of, today=timezone.localdate()),
        take=lambda foreseen: foresee_dates(dict(foreseen)),
        progress=progress,
    )


def retry_records(external_ids: Iterable[str], *, by: str = "") -> ImportRun:
    """Map objects of APIDAE again from what we keep of them; see `ApidaeImport.retry`."""
    return apidae_import(client=None, started_by=by).retry(external_ids)


def link_changed(changed: Mapping[str, list[int]]) -> None:
    """Join what a run changed to what it names, and what names it."""
    events: set[int | None] = set(changed.get(RecordKind.EVENT, ()))
    events |= events_naming(source=APIDAE, changed=changed)
    link_events(event_ids=filter(None, events))
    link_trails(
        source=APIDAE,
        trail_ids=changed.get(RecordKind.TRAIL, ()),
        place_ids=changed.get(RecordKind.PLACE, ()),
    )
    forget_old_names(source=APIDAE)
    compare_changed(event_ids=changed.get(RecordKind.EVENT, ()))


def refresh_public_objects() -> dict[str, int]:
    """Fold again every object that is or may become public, because the day changed: the window of dates moves on,
    rights of pictures, notices and publications begin and end. Gives how many by kind."""
    counts = {}
    for kind, subject in SUBJECTS.items():
        shown_some_day = Q(published=True) | Q(withdrawn_at=None, facts__publish_from__gt="")
        ids = list(subject.model._default_manager.filter(shown_some_day).values_list("pk", flat=True))
        refold_by_id(kind, ids)
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
