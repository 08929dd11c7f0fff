"""Two events become one and two again, whatever imports and editors do meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.actions import merge_events, refold_event, unmerge_events
from agenda.actions.merging import EVENTS
from agenda.models import Event
from config.shell import GONE, MOVED, address_of
from tests.agenda.apidae_feed import apidae, dataset_of, import_api
from tests.agenda.events import days, make_event
from tests.agenda.told import DAY, says, told, whole, withdraws
from tests.tourism.apidae.territories import event
from tourism.actions import MergeRefusedError, choose_source, edit_subject, relations_to
from tourism.enums import APIDAE, OWN_SOURCE, RecordKind
from tourism.feed import refold_by_id
from tourism.models import Merge, Place, SourceRecord

pytestmark = pytest.mark.django_db


def edit(subject: Event, **values: Any) -> None:
    held = Event.objects.get(pk=subject.pk)
    edit_subject(held, kind=RecordKind.EVENT, values=values, by="Zoé", refold=refold_event)


def test_kept_event_says_what_the_most_trusted_source_says_and_what_only_the_other_says():
    kept = told(APIDAE, "1", "Concert", latitude=44.0, longitude=6.0)
    absorbed = told("ics:1", "a", "Le concert", organiser="Les Amis")
    merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.title, kept.facts["organiser"], kept.latitude) == ("Concert", "Les Amis", 44.0)
    assert (absorbed.published, absorbed.replaced_by) == (False, f"/event/{kept.public_id}")
    assert not absorbed.occurrences.exists() and not absorbed.cards.exists()
    answer = address_of(f"/event/{absorbed.public_id}")
    assert (answer.status, answer.successor) == (MOVED, f"/event/{kept.public_id}")


def test_what_an_office_typed_on_the_absorbed_one_is_the_most_trusted_layer_and_no_override():
    own, brought = make_event("Veillée", days(DAY), organiser="Foyer"), told(APIDAE, "1", "Veillee", organiser="X")
    merge_events(kept_id=brought.pk, absorbed_id=own.pk, by="Zoé")
    brought.refresh_from_db()
    assert (brought.title, brought.facts["organiser"], brought.overrides) == ("Veillée", "Foyer", {})
    assert brought.origins["organiser"]["source"] == OWN_SOURCE


def test_own_event_that_is_kept_outlives_the_last_source_that_joined_it():
    own, brought = make_event("Veillée", days(DAY)), told(APIDAE, "1", "Veillee", organiser="X")
    merge_events(kept_id=own.pk, absorbed_id=brought.pk, by="Zoé")
    own.refresh_from_db()
    assert own.facts["organiser"] == "X"
    withdraws(APIDAE, "1")
    own.refresh_from_db()
    assert (own.published, own.title, own.facts.get("organiser")) == (True, "Veillée", None)


def test_own_event_that_is_kept_keeps_its_place_and_festival_with_another_and_alone():
    festival, own = make_event("Festival", days(DAY)), make_event("Veillée", days(DAY))
    place = Place.objects.create(public_id="lieu", title="Salle")
    Event.objects.filter(pk=own.pk).update(place=place, part_of=festival)
    merge = merge_events(kept_id=own.pk, absorbed_id=told(APIDAE, "1", "Veillee").pk, by="Zoé")
    own.refresh_from_db()
    assert (own.place, own.part_of) == (place, festival)
    unmerge_events(merge=merge, by="Zoé")
    own.refresh_from_db()
    assert (own.place, own.part_of) == (place, festival)


def test_own_events_of_a_festival_follow_it_into_another_and_come_back():
    festival, other = make_event("Festival", days(DAY)), told(APIDAE, "1", "Le festival")
    evening = make_event("Soirée", days(DAY))
    Event.objects.filter(pk=evening.pk).update(part_of=festival)
    merge = merge_events(kept_id=other.pk, absorbed_id=festival.pk, by="")
    evening.refresh_from_db()
    assert evening.part_of == other
    unmerge_events(merge=merge, by="")
    evening.refresh_from_db()
    assert evening.part_of == festival


def test_what_follows_an_event_and_what_does_not_was_decided_for_each_relation():
    assert set(relations_to(Event)) == EVENTS.derived | {"agenda.event.part_of"}


def test_event_of_which_the_last_record_of_both_is_withdrawn_is_gone():
    kept, absorbed = told(APIDAE, "1", "Concert"), told("ics:1", "a", "Le concert")
    merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    withdraws(APIDAE, "1")
    kept.refresh_from_db()
    assert (kept.published, kept.title) == (True, "Le concert")
    withdraws("ics:1", "a")
    kept.refresh_from_db()
    assert kept.published is False
    assert address_of(f"/event/{absorbed.public_id}").status == GONE


def test_parted_events_whose_sources_withdrew_them_meanwhile_are_what_these_said_last():
    kept, absorbed = told(APIDAE, "1", "Concert"), told("ics:1", "a", "Le concert")
    merge = merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    withdraws(APIDAE, "1")
    unmerge_events(merge=merge, by="Zoé")
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.title, kept.published, absorbed.title, absorbed.published) == ("Concert", False, "Le concert", True)


def test_what_editors_typed_on_the_kept_one_meanwhile_stays_there():
    kept, absorbed = told(APIDAE, "1", "Concert"), told("ics:1", "a", "Le concert")
    merge = merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    edit(kept, organiser="Nous")
    unmerge_events(merge=merge, by="Zoé")
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.facts["organiser"], absorbed.facts.get("organiser")) == ("Nous", None)


def test_own_event_whose_name_was_given_to_a_source_meanwhile_keeps_that_name_when_parted():
    own, brought = make_event("Veillée", days(DAY)), told(APIDAE, "1", "Grande veillée")
    merge = merge_events(kept_id=own.pk, absorbed_id=brought.pk, by="Zoé")
    edit(own, **{"name.fr": "Grande veillée"})
    own.refresh_from_db()
    assert "name.fr" not in own.overrides
    unmerge_events(merge=merge, by="Zoé")
    own.refresh_from_db()
    assert (own.published, own.title) == (True, "Grande veillée")


def test_chain_is_undone_in_any_order():
    a, b, c = told(APIDAE, "1", "A"), told("ics:1", "b", "B"), make_event("C", days(DAY))
    before = [whole(item.pk) for item in (a, b, c)]
    for first in (0, 1):
        merges = [
            merge_events(kept_id=a.pk, absorbed_id=b.pk, by=""),
            merge_events(kept_id=c.pk, absorbed_id=a.pk, by=""),
        ]
        b.refresh_from_db()
        assert b.replaced_by == f"/event/{c.public_id}"
        unmerge_events(merge=merges[first], by="")
        b.refresh_from_db()
        assert b.replaced_by == ("" if first == 0 else f"/event/{a.public_id}")
        unmerge_events(merge=merges[1 - first], by="")
        assert [whole(item.pk) for item in (a, b, c)] == before


@pytest.mark.parametrize("kept, absorbed", [(0, 0), (1, 2), (2, 1), (0, 1)])
def test_what_is_part_of_another_is_not_joined_again(kept, absorbed):
    events = [told(APIDAE, "1", "A"), told("ics:1", "b", "B"), told("ics:2", "c", "C")]
    merge_events(kept_id=events[0].pk, absorbed_id=events[1].pk, by="")
    with pytest.raises(MergeRefusedError):
        merge_events(kept_id=events[kept].pk, absorbed_id=events[absorbed].pk, by="")


def test_parting_twice_is_refused():
    a, b = told(APIDAE, "1", "A"), told("ics:1", "b", "B")
    merge = merge_events(kept_id=a.pk, absorbed_id=b.pk, by="")
    unmerge_events(merge=merge, by="")
    with pytest.raises(MergeRefusedError):
        unmerge_events(merge=merge, by="")


def test_editor_chooses_another_source_for_a_field_and_imports_follow_it():
    a, b = told(APIDAE, "1", "A", organiser="X"), told("ics:1", "b", "B", organiser="Y")
    merge = merge_events(kept_id=a.pk, absorbed_id=b.pk, by="")
    choose_source(a, kind=RecordKind.EVENT, key="name.fr", source="ics:1", by="Zoé", refold=refold_event)
    a.refresh_from_db()
    assert (a.title, a.facts["organiser"], a.origins["name.fr"]["source"]) == ("B", "X", "ics:1")
    says("ics:1", "b", name={"fr": "B, complet"})
    a.refresh_from_db()
    assert a.title == "B, complet"
    unmerge_events(merge=merge, by="")
    a.refresh_from_db()
    assert a.title == "A"


def test_import_leaves_joined_events_joined_and_parts_them_as_they_are_said_today():
    objects = [event(1), event(2), event(3)]
    with apidae(dataset_of(*objects)) as server:
        import_api(server)
        kept, absorbed = (Event.objects.get(title=f"Fête numéro {number}") for number in (1, 2))
        merge = merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
        server.dataset = dataset_of(event(1), event(2, nom={"libelleFr": "Renommée"}), event(3))
        import_api(server)
        absorbed.refresh_from_db()
        assert (absorbed.published, Event.objects.count()) == (False, 3)
        # The object disappears, then comes back.
        for present in (False, True):
            server.dataset = dataset_of(event(1), *([event(2, nom={"libelleFr": "De retour"})] if present else []))
            import_api(server, confirmed=True)
            absorbed.refresh_from_db()
            assert (absorbed.published, Event.objects.filter(published=True).count()) == (False, 1)
        unmerge_events(merge=merge, by="Zoé")
    absorbed.refresh_from_db()
    assert (absorbed.published, absorbed.title) == (True, "De retour")


def test_record_that_is_new_again_goes_to_the_event_that_keeps_the_one_of_its_address():
    with apidae(dataset_of(event(1), event(2))) as server:
        import_api(server)
        kept, absorbed = (Event.objects.get(title=f"Fête numéro {number}") for number in (1, 2))
        merge = merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="")
        SourceRecord.objects.filter(external_id="5002").delete()
        import_api(server)
        assert SourceRecord.objects.get(external_id="5002").subject_id == kept.pk
        unmerge_events(merge=merge, by="")
        assert SourceRecord.objects.get(external_id="5002").subject_id == absorbed.pk


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.just("part"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("say"), st.integers(0, 1), st.integers(0, 9)),
        st.tuples(st.just("withdraw"), st.integers(0, 1), st.just(0)),
    ),
    max_size=8,
)


class EverySequence(TestCase):
    """Whatever is joined and parted between imports: when all is parted, each event is what it would be without."""

    NUMBERS = ((APIDAE, "1"), ("ics:1", "b"))

    def make(self) -> list[Event]:
        return [
            told(APIDAE, "1", "Un", organiser="X"),
            told("ics:1", "b", "Deux", summary={"fr": "Bref", "en": "Short"}),
            make_event("Trois", days(DAY), organiser="Nous"),
            make_event("Quatre", days(DAY), venue="Salle"),
        ]

    def follow(self, events: list[Event], steps: list[tuple[str, int, int]], *, joins: bool) -> None:
        for name, first, second in steps:
            if name == "say":
                source, number = self.NUMBERS[first]
                says(source, number, name={"fr": f"Nom {second}"}, price={"free": second % 2 == 0})
            elif name == "withdraw":
                withdraws(*self.NUMBERS[first])
            elif joins and name == "merge":
                try:
                    merge_events(kept_id=events[first].pk, absorbed_id=events[second].pk, by="")
                except MergeRefusedError:
                    continue
            elif joins:
                active = list(Merge.objects.filter(undone_at=None).order_by("pk"))
                if active:
                    unmerge_events(merge=active[first % len(active)], by="")

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps=STEPS, order=st.randoms(use_true_random=False))
    def test_all_parted_is_as_never_joined(self, steps, order):
        events = self.make()
        if order.random() < 0.5:
            edit(events[0], organiser="Corrigé")
        self.follow(events, steps, joins=True)
        active = list(Merge.objects.filter(undone_at=None))
        order.shuffle(active)
        for merge in active:
            unmerge_events(merge=merge, by="")
        after = [whole(item.pk) for item in events]
        assert not SourceRecord.objects.filter(source=OWN_SOURCE).exists()
        assert after == self._alone(events, steps)

    def _alone(self, events: list[Event], steps: list[tuple[str, int, int]]) -> list[dict[str, Any]]:
        """The same imports without any joining, on the same events as they were made."""
        for number, name, said in (("1", "Un", {"organiser": "X"}), ("b", "Deux", None)):
            row = SourceRecord.objects.get(external_id=number)
            row.record = {"name": {"fr": name}, "schedule": days(DAY)} | (
                said or {"summary": {"fr": "Bref", "en": "Short"}}
            )
            row.withdrawn_at = None
            row.save()
            refold_by_id(RecordKind.EVENT, [row.subject_id])
        self.follow(events, steps, joins=False)
        return [whole(item.pk) for item in events]


def off(*offsets: int) -> dict[str, Any]:
    """Single dates that an office cancelled over the source's, as its form keeps them."""
    changes = [
        {"day": (DAY + timedelta(days=offset)).isoformat(), "what": "changed", "status": "cancelled", "by": "Léa"}
        for offset in offsets
    ]
    return {"schedule_changes": {"value": changes, "by": "Léa", "at": "2026-11-01T10:00:00+01:00"}}


def change_single_dates(subject: Event, *offsets: int) -> None:
    held = Event.objects.get(pk=subject.pk)
    held.overrides = off(*offsets)
    held.save(update_fields=["overrides"])
    refold_event(held)


def cancelled(pk: int) -> list[str]:
    schedule = Event.objects.get(pk=pk).facts["schedule"]
    return sorted(one["day"] for one in schedule.get("overrides", ()) if one["status"] == "cancelled")


def test_single_dates_that_offices_changed_on_both_count_on_the_kept_one_and_each_has_its_own_again():
    season = days(*(DAY + timedelta(days=offset) for offset in range(4)))
    kept, absorbed = (told(source, "1", "Concert", schedule=season) for source in (APIDAE, "ics:1"))
    change_single_dates(kept, 0)
    change_single_dates(absorbed, 2)
    before = whole(kept.pk), whole(absorbed.pk)
    merge = merge_events(kept_id=kept.pk, absorbed_id=absorbed.pk, by="Zoé")
    assert cancelled(kept.pk) == [(DAY + timedelta(days=offset)).isoformat() for offset in (0, 2)]
    assert Event.objects.get(pk=kept.pk).overrides == off(0)
    # What is changed on the kept one meanwhile stays there; both go on following their sources.
    change_single_dates(kept, 0, 1)
    says(APIDAE, "1", schedule=days(*(DAY + timedelta(days=offset) for offset in range(6))))
    assert len(cancelled(kept.pk)) == 3
    change_single_dates(kept, 0)
    says(APIDAE, "1", schedule=season)
    unmerge_events(merge=merge, by="Zoé")
    assert (whole(kept.pk), whole(absorbed.pk)) == before


def test_own_event_that_is_kept_and_leaves_again_shows_the_dates_that_were_changed_over_a_source():
    own = make_event("Veillée", days(DAY, DAY + timedelta(days=1)))
    other = told(APIDAE, "1", "Veillee", schedule=days(DAY, DAY + timedelta(days=1)))
    merge = merge_events(kept_id=own.pk, absorbed_id=other.pk, by="Zoé")
    held = Event.objects.get(pk=own.pk)
    # Its own dates are given to the source, one of which is cancelled then.
    held.overrides = {key: value for key, value in held.overrides.items() if key != "schedule"} | off(1)
    held.save(update_fields=["overrides"])
    refold_event(held)
    unmerge_events(merge=merge, by="Zoé")
    assert cancelled(own.pk) == [(DAY + timedelta(days=1)).isoformat()]
    assert cancelled(other.pk) == []
