"""Joins trails to the places along them, and sees to it that no name of another object grows old."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from cms.actions import announce_changes
from tourism.enums import ImportMode, ImportOutcome, ImportStatus, RecordKind
from tourism.models import ImportRun, ImportRunLine, SourceRecord, Trail

# Links of APIDAE that put a place on a trail.
ALONG = frozenset({"SUR_LE_PARCOURS_DE", "PARCOURS_ETAPE", "ETAPE_PARCOURS", "AU_DEPART_DE", "A_L_ARRIVEE_DE"})
JOINED_AT_ONCE = 250
# Links to objects whose names are written in a record: its venue, and the organiser of an event.
VENUE, ORGANISERS = "LIEU", frozenset({"PROGRAMME_ORGANISATEUR", "STRUCTURE_INFORMATION"})


def link_trails(*, source: str, trail_ids: Iterable[int], place_ids: Iterable[int] = ()) -> None:
    """Join trails to the places that their own records name along them: these trails, and all that name one of these
    places, which may have come after them. Those whose places changed are announced."""
    ids = sorted({*trail_ids, *_trails_naming(source, set(place_ids))})
    for first in range(0, len(ids), JOINED_AT_ONCE):
        _link_some(source, ids[first : first + JOINED_AT_ONCE])


def _trails_naming(source: str, place_ids: set[int]) -> set[int]:
    """Trails of a source whose record names one of these places along it."""
    if not place_ids:
        return set()
    records = SourceRecord.objects.filter(source=source, subject_id__isnull=False)
    places = records.filter(kind=RecordKind.PLACE).values_list("external_id", "subject_id")
    numbers = {number for number, place in places.iterator() if place in place_ids}
    trails = records.filter(kind=RecordKind.TRAIL, withdrawn_at=None).values_list("subject_id", "record__links")
    named: set[int] = set()
    for trail, links in trails.iterator():
        if trail is not None and any(_is_along(link, numbers) for link in links or ()):
            named.add(trail)
    return named


def _is_along(link: Mapping[str, str], numbers: set[str]) -> bool:
    return link["type"] in ALONG and link["external_id"] in numbers


@transaction.atomic
def _link_some(source: str, ids: list[int]) -> None:
    # Only the links are read: the records of trails hold their lines, which are long.
    records = SourceRecord.objects.filter(source=source, kind=RecordKind.TRAIL, subject_id__in=ids, withdrawn_at=None)
    named = {
        pk: [link["external_id"] for link in links or () if link["type"] in ALONG]
        for pk, links in records.values_list("subject_id", "record__links")
        if pk is not None
    }
    numbers = {number for links in named.values() for number in links}
    places = SourceRecord.objects.filter(
        source=source, kind=RecordKind.PLACE, external_id__in=numbers, subject_id__isnull=False
    )
    known = dict(places.values_list("external_id", "subject_id"))
    wanted = {(pk, known[number]) for pk, links in named.items() for number in links if number in known}
    joins = Trail.places.through
    present = {
        (trail, place): pk
        for pk, trail, place in joins.objects.filter(trail__in=named).values_list("pk", "trail_id", "place_id")
    }
    gone = {pair: pk for pair, pk in present.items() if pair not in wanted}
    fresh = wanted - present.keys()
    joins.objects.filter(pk__in=gone.values()).delete()
    joins.objects.bulk_create(joins(trail_id=trail, place_id=place) for trail, place in sorted(fresh))
    announce_changes(kind=RecordKind.TRAIL, ids=sorted({trail for trail, _place in {*gone, *fresh}}), bulk=True)


def forget_old_names(*, source: str) -> int:
    """Let the next complete reading map again the objects that hold the name of one that the running import renamed:
    they did not change themselves. Gives how many."""
    renamed = _renamed(source)
    if not renamed:
        return 0
    records = SourceRecord.objects.filter(source=source, withdrawn_at=None).exclude(checksum="")
    stale = [
        pk
        for pk, kind, links in records.values_list("pk", "kind", "record__links").iterator()
        if any(
            link["external_id"] in renamed
            and (link["type"] == VENUE or (kind == RecordKind.EVENT and link["type"] in ORGANISERS))
            for link in links or ()
        )
    ]
    for first in range(0, len(stale), JOINED_AT_ONCE):
        SourceRecord.objects.filter(pk__in=stale[first : first + JOINED_AT_ONCE]).update(checksum="")
    return len(stale)


def _renamed(source: str) -> set[str]:
    """Ids of the objects that got another name in the running import, or in those that were killed just before it."""
    runs = ImportRun.objects.filter(source=source, dry_run=False)
    not_over = [ImportStatus.RUNNING, ImportStatus.INTERRUPTED]
    over = runs.exclude(status__in=not_over).exclude(mode=ImportMode.RETRY).order_by("-pk").first()
    latest = runs.filter(status__in=not_over, pk__gt=over.pk if over else 0)
    lines = ImportRunLine.objects.filter(run__in=latest, outcome=ImportOutcome.UPDATED)
    return {
        number
        for number, changes in lines.values_list("external_id", "changes").iterator()
        if any(field.startswith("name.") for field in changes)
    }
