"""The registry of venues: places, the other names by which they are announced, and two places that are one."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from agenda.actions.folding import link_events, refold_events
from agenda.models import Event, EventFeed
from cms.actions import announce_changes
from tourism.actions import (
    MergedKind,
    MergeRefusedError,
    link_trails,
    locked_subjects,
    merge_subjects,
    refold_places,
    unmerge_subjects,
)
from tourism.enums import RecordKind
from tourism.models import Merge, Place, PlaceAlias, SourceRecord, Trail
from tourism.queries import alias_named, current_heirs, merges_onward, place_key, source_records_of_many, text_at

PLACES = MergedKind(
    Place,
    refold_places,
    # The fold says where an event is; where an editor's own one is, `merge_places` sees to.
    derived=frozenset({"tourism.placecard.place", "agenda.event.place"}),
)


class AliasTakenError(Exception):
    """Another place of that commune has this other name already. `sentence` is for an editor."""

    def __init__(self, place: Place) -> None:
        self.sentence = _("C’est déjà un autre nom de « %s ».") % place
        super().__init__(self.sentence)


@transaction.atomic
def add_alias(*, place: Place, name: str, by: str, commune_code: str | None = None) -> PlaceAlias:
    """Remember another name of a place, and join the events that are announced there by it.

    Args:
        commune_code: of the events that call it so; the place's own when None.

    Raises AliasTakenError; ValueError for a name without a letter.
    """
    key, code = place_key(name), place.commune_id or "" if commune_code is None else commune_code
    if not key:
        raise ValueError("A name has letters.")
    known = alias_named(name, code)
    if known is not None and known.place_id != place.pk:
        raise AliasTakenError(known.place)
    alias = known or PlaceAlias.objects.create(
        place=place, name=name.strip()[:200], key=key, commune_code=code, by=by[:150]
    )
    _join_again(_named_so([name], code))
    return alias


@transaction.atomic
def remove_alias(*, alias: PlaceAlias) -> None:
    """Forget another name of a place; what was joined to it by that name alone is parted from it."""
    events = list(Event.objects.filter(place=alias.place_id).values_list("pk", flat=True))
    alias.delete()
    _join_again(events)


def _named_so(names: Iterable[str], commune_code: str) -> list[int]:
    """Events without a place whose venue has one of these names."""
    keys = {place_key(name) for name in names}
    events = Event.objects.filter(place=None).exclude(facts__venue=None)
    if commune_code:
        events = events.filter(commune=commune_code)
    return [pk for pk, venue in events.values_list("pk", text_at("facts", "venue")) if place_key(venue or "") in keys]


def _join_again(event_ids: Iterable[int]) -> None:
    link_events(event_ids=event_ids)


def what_moves(place: Place) -> dict[str, Any]:
    """What goes along when a place becomes part of another: ``{"events", "event_count", "trails", "feeds", "aliases",
    "records"}``; the first events only."""
    return {
        "events": list(Event.objects.filter(place=place).order_by("first_date", "pk")[:20]),
        "event_count": Event.objects.filter(place=place).count(),
        "trails": list(place.trails.defer("line").order_by("sort_key", "pk")),
        "feeds": list(EventFeed.objects.filter(place=place).order_by("name", "pk")),
        "aliases": list(PlaceAlias.objects.filter(place=place)),
        "records": list(SourceRecord.objects.filter(kind=RecordKind.PLACE, subject_id=place.pk).defer("raw")),
    }


@transaction.atomic
def merge_places(*, kept_id: int, absorbed_id: int, by: str) -> Merge:
    """Make one place part of another: its events, its other names, its own name and all that points at it go along.

    Raises MergeRefusedError.
    """
    names = set(Place.objects.filter(pk__in=[kept_id, absorbed_id]).values_list("title", "commune_id"))
    merge = merge_subjects(PLACES, kept_id=kept_id, absorbed_id=absorbed_id, by=by)
    kept = Place.objects.get(pk=kept_id)
    own = _own_events(absorbed_id)
    # Those that the kept one had say its name, which may be another one now.
    _set_place(own + _own_events(kept_id), kept)
    learned = [_learn_name(kept, name, code or "", by) for name, code in sorted(names, key=str)]
    merge.before |= {"events": own, "aliases": [pk for pk in learned if pk is not None]}
    merge.save(update_fields=["before"])
    link_events(event_ids=Event.objects.filter(place__in=[kept_id, absorbed_id]).values_list("pk", flat=True))
    return merge


@transaction.atomic
def unmerge_places(*, merge: Merge, by: str) -> tuple[Place, Place]:
    """Part two places again, with what went along; what was joined to the kept one meanwhile stays there. Gives (kept,
    absorbed). Raises MergeRefusedError."""
    # More may have gone along since it was read.
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    # Where what went along is now: the kept one may have become part of a third one.
    holders = {merge.kept_id, *current_heirs(RecordKind.PLACE, [merge.absorbed_id]).values()}
    if not Place.objects.filter(pk=merge.kept_id).exists():
        raise MergeRefusedError(_("L’une des deux fiches n’existe plus."))
    kept, absorbed = unmerge_subjects(PLACES, merge=merge, by=by)
    before = merge.before
    PlaceAlias.objects.filter(pk__in=before.get("aliases", ())).delete()
    still = Event.objects.filter(pk__in=before.get("events", ()), place__in=holders)
    _set_place(list(still.values_list("pk", flat=True)), absorbed)
    _set_place(_own_events(merge.kept_id), kept)
    # Those that the kept one took along into a third one go nowhere with it any more.
    for later in merges_onward(RecordKind.PLACE, merge.kept_id):
        later.before["events"] = [pk for pk in later.before.get("events", ()) if pk not in before.get("events", ())]
        later.save(update_fields=["before"])
    again = set(Event.objects.filter(place__in=holders).values_list("pk", flat=True))
    for place in (kept, absorbed):
        again.update(_named_so([place.title], place.commune_id or ""))
    link_events(event_ids=again)
    _join_trails({absorbed.pk, *holders})
    return kept, absorbed


def _join_trails(place_ids: Iterable[int]) -> None:
    """Trails that were brought while two places were one name the place that is one of them alone again."""
    trails = list(Trail.objects.filter(places__in=place_ids).values_list("pk", flat=True).distinct())
    records = SourceRecord.objects.filter(kind=RecordKind.TRAIL, subject_id__in=trails, withdrawn_at=None)
    for source in records.values_list("source", flat=True).distinct():
        link_trails(source=source, trail_ids=trails)


def _own_events(place_id: int) -> list[int]:
    """Events of which an editor, and no record, says that they are at a place."""
    events = list(Event.objects.filter(place=place_id).values_list("pk", flat=True))
    recorded = SourceRecord.objects.filter(kind=RecordKind.EVENT, subject_id__in=events, withdrawn_at=None)
    return sorted(set(events) - set(recorded.exclude(record={}).values_list("subject_id", flat=True)))


def _set_place(event_ids: list[int], place: Place) -> None:
    held = locked_subjects(Event, event_ids)
    for event in held.values():
        event.place = place
    records = source_records_of_many(RecordKind.EVENT, held)
    refold_events([(event, records[pk]) for pk, event in held.items()])
    announce_changes(kind=RecordKind.EVENT, ids=held, bulk=True)


def _learn_name(kept: Place, name: str, code: str, by: str) -> int | None:
    """The name that one of two places had as another one of the kept place; its primary key when it is new."""
    key = place_key(name)
    if not key or key == place_key(kept.title):
        return None
    if PlaceAlias.objects.filter(Q(key=key, commune_code=code)).exists():
        return None
    alias = PlaceAlias.objects.create(place=kept, name=name[:200], key=key, commune_code=code, by=by[:150])
    return alias.pk
