"""Places and the events at them, joined and parted in one chain: when all are parted, all is as it was."""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.actions import merge_events, merge_places, refold_event, unmerge_events, unmerge_places
from agenda.models import Event
from tests.agenda.events import days, make_event
from tests.agenda.merged import MANY, NOBODYS, VERDON, communes, own_place
from tests.agenda.told import SOON, told, whole
from tests.agenda.venues import venue
from tourism.actions import MergeRefusedError
from tourism.enums import APIDAE, OWN_SOURCE, RecordKind
from tourism.models import Merge, Place, PlaceAlias, SourceRecord

JOIN = {RecordKind.EVENT: merge_events, RecordKind.PLACE: merge_places}
PART = {RecordKind.EVENT: unmerge_events, RecordKind.PLACE: unmerge_places}
# (kind, kept, absorbed) joins two; (None, number, _) parts one of those that are joined.
STEPS = st.lists(
    st.tuples(st.sampled_from((*JOIN, *JOIN, None)), st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=9
)


def at(place: Place, name: str, number: int, commune: str) -> Event:
    """An office's own event, at a place that the office chose."""
    event = make_event(name, days(SOON + timedelta(days=number)), commune_code=commune)
    event.place = place
    return refold_event(event, records=[])


class PlacesAndEventsInAnyOrder(TestCase):
    """Places of an office and of sources; events at them by choice, by name and by number, and one at none."""

    @classmethod
    def setUpTestData(cls) -> None:
        communes()
        own, theatre, chapel = own_place("Salle"), venue("1", "Théâtre", NOBODYS), venue("3", "Chapelle", VERDON)
        cls.places = [own, theatre, chapel, venue("2", "Théâtre Giono", NOBODYS, source="datatourisme")]
        cls.events = [
            at(own, "Bal", 0, VERDON),
            at(theatre, "Concert", 1, NOBODYS),
            told("ics:9", "1", "Concert au théâtre", schedule=days(SOON), venue="Théâtre", commune_code=NOBODYS),
            told(APIDAE, "5", "Veillée", schedule=days(SOON), place_external_id="3", commune_code=VERDON),
            told("ics:8", "2", "Loto", schedule=days(SOON), commune_code=VERDON, price={"free": True}),
        ]
        cls.before = cls.state()

    @classmethod
    def state(cls) -> dict[str, Any]:
        places = [
            {name: value for name, value in row.items() if name != "updated_at"}
            for row in Place.objects.order_by("pk").values()
        ]
        aliases = [
            {name: value for name, value in row.items() if name != "id"}
            for row in PlaceAlias.objects.order_by("place_id", "key").values()
        ]
        return {"places": places, "events": [whole(event.pk) for event in cls.events], "aliases": aliases}

    @settings(MANY, max_examples=60)
    @given(steps=STEPS, order=st.randoms(use_true_random=False))
    def test_all_parted_is_as_never_joined(self, steps, order):
        rows = {RecordKind.EVENT: self.events, RecordKind.PLACE: self.places}
        for kind, first, second in steps:
            active = list(Merge.objects.filter(undone_at=None).order_by("pk"))
            if kind is not None:
                found = rows[kind]
                try:
                    JOIN[kind](
                        kept_id=found[first % len(found)].pk, absorbed_id=found[second % len(found)].pk, by="Zoé"
                    )
                except MergeRefusedError:
                    continue
            elif active:
                merge = active[first % len(active)]
                PART[RecordKind(merge.kind)](merge=merge, by="Zoé")
        merges = list(Merge.objects.filter(undone_at=None).order_by("pk"))
        order.shuffle(merges)
        for merge in merges:
            PART[RecordKind(merge.kind)](merge=merge, by="Zoé")
        assert self.state() == self.before
        assert not SourceRecord.objects.filter(source=OWN_SOURCE).exists()

    def test_event_that_kept_another_while_its_place_was_part_of_another_is_at_its_own_place_again(self):
        hall, theatre = self.places[:2]
        ball, concert = self.events[:2]
        places = merge_places(kept_id=hall.pk, absorbed_id=theatre.pk, by="Zoé")
        events = merge_events(kept_id=concert.pk, absorbed_id=ball.pk, by="Zoé")
        unmerge_places(merge=places, by="Zoé")
        assert Event.objects.get(pk=concert.pk).place == theatre
        unmerge_events(merge=events, by="Zoé")
        assert self.state() == self.before
