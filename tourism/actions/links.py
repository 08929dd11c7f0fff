"""Joins trails to the places along them."""

from collections.abc import Iterable

from django.db import transaction

from tourism.enums import RecordKind
from tourism.models import SourceRecord, Trail

# Links of APIDAE that put a place on a trail.
ALONG = frozenset({"SUR_LE_PARCOURS_DE", "PARCOURS_ETAPE", "ETAPE_PARCOURS", "AU_DEPART_DE", "A_L_ARRIVEE_DE"})
JOINED_AT_ONCE = 250


def link_trails(*, source: str, trail_ids: Iterable[int]) -> None:
    """Join trails to the places that their own records name along them."""
    ids = sorted(set(trail_ids))
    for first in range(0, len(ids), JOINED_AT_ONCE):
        _link_some(source, ids[first : first + JOINED_AT_ONCE])


@transaction.atomic
def _link_some(source: str, ids: list[int]) -> None:
    # Only the links are read: the records of trails hold their lines, which are long.
    records = SourceRecord.objects.filter(source=source, kind=RecordKind.TRAIL, subject_id__in=ids, withdrawn_at=None)
    named = {
        pk: [link["external_id"] for link in links or () if link["type"] in ALONG]
        for pk, links in records.values_list("subject_id", "record__links")
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
    joins.objects.filter(pk__in=[pk for pair, pk in present.items() if pair not in wanted]).delete()
    joins.objects.bulk_create(joins(trail_id=trail, place_id=place) for trail, place in sorted(wanted - present.keys()))
