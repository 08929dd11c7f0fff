"""Whatever points at a place follows it into another, and comes back. A new relation must be made known here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from agenda.actions import merge_places, unmerge_places
from agenda.models import Event, EventFeed
from tests.agenda.events import days, make_event
from tests.agenda.told import SOON
from tests.agenda.venues import venue
from tourism.actions import link_trails, relations_to
from tourism.enums import APIDAE, RecordKind
from tourism.models import Place, PlaceAlias, SourceRecord, Trail

pytestmark = pytest.mark.django_db
# Rows that are made anew from what is folded: nothing of theirs may be carried along.
DERIVED = {"tourism.placecard.place"}


def own_event(place: Place) -> Event:
    event = make_event("Bal", days(SOON))
    Event.objects.filter(pk=event.pk).update(place=place)
    return event


def trail(place: Place, name: str = "Sentier") -> Any:
    walk = Trail.objects.create(public_id=f"{name}{place.pk}".lower(), title=name, published=True)
    walk.places.add(place)
    return Trail.places.through.objects.get(trail=walk)


POINTERS: dict[str, Callable[[Place], Any]] = {
    "agenda.event.place": own_event,
    "agenda.eventfeed.place": lambda place: EventFeed.objects.create(name="Agenda", place=place),
    "tourism.placealias.place": lambda place: PlaceAlias.objects.create(place=place, name="Giono", key="giono"),
    "tourism.trail_places.place": trail,
}


def test_every_relation_to_a_place_is_known_here():
    assert set(relations_to(Place)) == POINTERS.keys() | DERIVED


@pytest.mark.parametrize("label", sorted(POINTERS))
def test_what_points_at_a_place_follows_it_and_comes_back(label):
    kept, absorbed, third = venue("1", "Théâtre"), venue("2", "Salle", source="datatourisme"), venue("3", "Autre")
    row, other = POINTERS[label](absorbed), relations_to(Place)[label]

    def at() -> int:
        return getattr(type(row).objects.get(pk=row.pk), other.attname)

    for first_parted in (0, 1):
        merges = [
            merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé"),
            merge_places(kept_id=third.pk, absorbed_id=kept.pk, by="Zoé"),
        ]
        assert at() == third.pk
        unmerge_places(merge=merges[first_parted], by="Zoé")
        assert at() == (absorbed.pk if first_parted == 0 else kept.pk)
        unmerge_places(merge=merges[1 - first_parted], by="Zoé")
        assert at() == absorbed.pk


def test_trail_along_both_places_is_along_the_kept_one_once_and_along_both_again():
    kept, absorbed = venue("1", "Théâtre"), venue("2", "Salle", source="datatourisme")
    walk = Trail.objects.create(public_id="sentier", title="Sentier", published=True)
    walk.places.add(kept, absorbed)
    merge = merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="")
    assert list(walk.places.all()) == [kept]
    unmerge_places(merge=merge, by="")
    assert set(walk.places.all()) == {kept, absorbed}


def test_trail_that_a_source_brought_while_two_places_were_one_names_its_own_again():
    kept, absorbed = venue("1", "Théâtre"), venue("2", "Salle")
    merge = merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="")
    walk = Trail.objects.create(public_id="sentier", title="Sentier", published=True)
    links = [{"type": "SUR_LE_PARCOURS_DE", "external_id": "2"}]
    SourceRecord.objects.create(
        source=APIDAE, external_id="9", kind=RecordKind.TRAIL, subject_id=walk.pk, record={"links": links},
        seen_at=timezone.now(),
    )  # fmt: skip
    link_trails(source=APIDAE, trail_ids=[walk.pk])
    assert list(walk.places.all()) == [kept]
    unmerge_places(merge=merge, by="")
    assert list(walk.places.all()) == [absorbed]


def test_what_was_given_to_a_third_place_meanwhile_stays_there():
    kept, absorbed, third = venue("1", "Théâtre"), venue("2", "Salle", source="datatourisme"), venue("3", "Autre")
    feed, event = POINTERS["agenda.eventfeed.place"](absorbed), own_event(absorbed)
    merge = merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="")
    EventFeed.objects.update(place=third)
    Event.objects.filter(pk=event.pk).update(place=third)
    unmerge_places(merge=merge, by="")
    feed.refresh_from_db()
    event.refresh_from_db()
    assert (feed.place, event.place) == (third, third)
