"""Joins trails to the places along them."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from cms.actions import announce_changes
from tourism.enums import RecordKind
from tourism.models import SourceRecord, Trail

# Links of APIDAE that put a place on a trail.
ALONG = frozenset({"SUR_LE_PARCOURS_DE", "PARCOURS_ETAPE", "ETAPE_PARCOURS", "AU_DEPART_DE", "A_L_ARRIVEE_DE"})
JOINED_AT_ONCE = 250


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
