"""Events and places that are joined and parted in any order are what they were, when all are parted."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import TestCase as DatabaseTestCase
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.actions import merge_events, merge_places, refold_event, unmerge_events, unmerge_places
from agenda.models import Event, EventFeed
from tests.agenda.events import days, make_event
from tests.agenda.merged import MANY, NOBODYS, VERDON, communes, office, own_place
from tests.agenda.told import DAY, SOON, told, whole
from tests.agenda.venues import venue
from tourism.actions import MergeRefusedError, edit_subject
from tourism.enums import APIDAE, OWN_SOURCE, RecordKind
from tourism.models import Merge, Office, Place, PlaceAlias, SourceRecord, Trail

# (True, kept, absorbed) joins two; (False, number, _) parts one of those that are joined.
STEPS = st.lists(st.tuples(st.sampled_from((True, True, False)), st.integers(0, 4), st.integers(0, 4)), max_size=9)


def follow(steps: list[tuple[bool, int, int]], rows: list[Any], join: Any, part: Any) -> None:
    for joins, first, second in steps:
        if joins:
            try:
                join(kept_id=rows[first].pk, absorbed_id=rows[second].pk, by="Zoé")
            except MergeRefusedError:
                continue
        elif active := list(Merge.objects.filter(undone_at=None).order_by("pk")):
            part(merge=active[first % len(active)], by="Zoé")


def part_all(order: Any, part: Any) -> None:
    merges = list(Merge.objects.filter(undone_at=None).order_by("pk"))
    order.shuffle(merges)
    for merge in merges:
        part(merge=merge, by="Zoé")


class EventsInAnyOrder(TestCase):
    """Entries of offices' own and events of sources, with and without an office, a place, a festival, an override."""

    @classmethod
    def setUpTestData(cls) -> None:
        communes()
        festival, hall = make_event("Festival", days(DAY)), own_place("Salle")
        cls.events = [
            make_event("Un", days(SOON), commune_code=VERDON, **{"description.fr": "Texte"}),
            make_event("Deux", days(SOON + timedelta(days=1)), commune_code=NOBODYS, venue="Salle"),
            told(APIDAE, "1", "Trois", commune_code=VERDON, description={"fr": "Dit", "en": "Said"}),
            told("ics:1", "2", "Quatre", venue="Salle", commune_code=VERDON, price={"free": True}),
            told("ics:2", "3", "Cinq", organiser="Amis"),
        ]
        Event.objects.filter(pk=cls.events[1].pk).update(place=hall, part_of=festival)
        edit_subject(
            cls.events[2], kind=RecordKind.EVENT, values={"organiser": "Corrigé"}, by="Zoé", refold=refold_event
        )
        cls.before = [whole(event.pk) for event in cls.events]

    @MANY
    @given(steps=STEPS, order=st.randoms(use_true_random=False))
    def test_all_parted_is_as_never_joined(self, steps, order):
        follow(steps, self.events, merge_events, unmerge_events)
        part_all(order, unmerge_events)
        assert [whole(event.pk) for event in self.events] == self.before
        assert not SourceRecord.objects.filter(source=OWN_SOURCE).exists()


class PlacesInAnyOrder(TestCase):
    """Places with events, feeds, walks and other names, each of which comes back to its own."""

    @classmethod
    def setUpTestData(cls) -> None:
        communes()
        cls.places = [
            own_place("Salle A"),
            own_place("Salle B"),
            venue("1", "Théâtre", NOBODYS),
            venue("2", "Théâtre Giono", source="datatourisme"),
            venue("3", "Chapelle", VERDON),
        ]
        walk = Trail.objects.create(public_id="sentier", title="Sentier", published=True)
        walk.places.add(*cls.places[::2])
        for number, place in enumerate(cls.places):
            event = make_event(f"Bal {number}", days(SOON), commune_code=VERDON)
            event.place = place
            refold_event(event, records=[])
            EventFeed.objects.create(name=f"Agenda {number}", place=place, url="https://example.org/agenda.ics")
            PlaceAlias.objects.create(place=place, name=f"Nom {number}", key=f"nom {number}")
            told("ics:9", str(number), f"Concert {number}", schedule=days(SOON), venue=place.title, commune_code=VERDON)
        cls.before = cls.state()

    @classmethod
    def state(cls) -> dict[str, Any]:
        def rows(found: Any, *without: str) -> list[dict[str, Any]]:
            said = [{name: value for name, value in row.items() if name not in without} for row in found.values()]
            return sorted(said, key=str)

        return {
            "places": rows(Place.objects.all(), "updated_at"),
            "cards": [rows(place.cards, "id") for place in cls.places],
            "events": [whole(pk) for pk in Event.objects.order_by("pk").values_list("pk", flat=True)],
            "feeds": rows(EventFeed.objects.all()),
            "aliases": rows(PlaceAlias.objects.all()),
            "walks": rows(Trail.places.through.objects.all()),
        }

    @settings(MANY, max_examples=100)
    @given(steps=STEPS, order=st.randoms(use_true_random=False))
    def test_all_parted_is_as_never_joined(self, steps, order):
        follow(steps, self.places, merge_places, unmerge_places)
        part_all(order, unmerge_places)
        assert self.state() == self.before


class LaterChoices(DatabaseTestCase):
    """What somebody chose while two places were one is left alone."""

    @classmethod
    def setUpTestData(cls) -> None:
        communes()

    def test_event_and_feed_that_were_moved_to_a_third_place_meanwhile_stay_there(self):
        kept, absorbed, third = own_place("Salle A"), own_place("Salle B"), own_place("Salle C")
        event = make_event("Bal", days(SOON), commune_code=VERDON)
        Event.objects.filter(pk=event.pk).update(place=absorbed)
        feed = EventFeed.objects.create(name="Agenda", place=absorbed, url="https://example.org/agenda.ics")
        merge = merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
        Event.objects.filter(pk=event.pk).update(place=third)
        EventFeed.objects.filter(pk=feed.pk).update(place=third)
        unmerge_places(merge=merge, by="Zoé")
        event.refresh_from_db()
        feed.refresh_from_db()
        assert (event.place, feed.place) == (third, third)

    def test_walk_that_was_taken_from_the_one_place_meanwhile_is_at_neither_of_the_two(self):
        kept, absorbed = own_place("Salle A"), own_place("Salle B")
        walk = Trail.objects.create(public_id="sentier", title="Sentier", published=True)
        walk.places.add(kept, absorbed)
        merge = merge_places(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
        walk.places.clear()
        unmerge_places(merge=merge, by="Zoé")
        assert not walk.places.exists()

    def test_office_that_somebody_chose_meanwhile_stays(self):
        kept, absorbed = told("ics:2", "3", "Cinq"), told(APIDAE, "1", "Trois", commune_code=VERDON)
        merge = merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
        kept.refresh_from_db()
        assert kept.office == Office.objects.get(slug="le-verdon")
        other = office("autre")
        Event.objects.filter(pk=kept.pk).update(office=other)
        unmerge_events(merge=merge, by="Zoé")
        kept.refresh_from_db()
        assert kept.office == other


@pytest.mark.django_db
def test_own_event_that_kept_another_and_became_part_of_a_third_is_shown_and_edited_again():
    one, two, three = (make_event(name, days(DAY), **{"description.fr": name}) for name in ("Un", "Deux", "Trois"))
    before = [whole(event.pk) for event in (one, two, three)]
    first = merge_events(kept_id=one.pk, absorbed_id=two.pk, by="Zoé")
    second = merge_events(kept_id=three.pk, absorbed_id=one.pk, by="Zoé")
    unmerge_events(merge=first, by="Zoé")
    unmerge_events(merge=second, by="Zoé")
    assert [whole(event.pk) for event in (one, two, three)] == before
    held = Event.objects.get(pk=one.pk)
    edit_subject(held, kind=RecordKind.EVENT, values={"organiser": "Nous"}, by="Zoé", refold=refold_event)
    held.refresh_from_db()
    assert (held.published, held.facts["organiser"]) == (True, "Nous")
