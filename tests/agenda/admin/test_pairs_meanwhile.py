"""Pairs while the rest goes on: sources withdraw, events pass, somebody else answers, feeds give other numbers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda.actions import PairSettledError, find_duplicates, merge_events, settle_pair, unmerge_events
from agenda.admin.duplicates import views
from agenda.enums import PairState
from agenda.models import Event, EventPair, Occurrence, PairVerdict
from tests.agenda.admin.pairs_to_settle import BULK, SOON, URL, answer, group_of, pairs
from tests.agenda.events import days, make_event
from tests.agenda.told import says, told, whole, withdraws
from tourism.enums import APIDAE
from tourism.models import Merge

pytestmark = pytest.mark.django_db
NAME = "Veillée calendale"


def said(client) -> str:
    """What the next page tells its reader."""
    return client.get(URL).content.decode()


def seen(pair: EventPair) -> dict[str, str]:
    return {"seen": pair.state}


def shown() -> int:
    return Event.objects.filter(published=True).count()


def withdraw(_pair: EventPair) -> None:
    withdraws("ics:1", NAME)


def delete(pair: EventPair) -> None:
    Event.objects.get(pk=pair.right_id).delete()


def expire(pair: EventPair) -> None:
    says("ics:1", NAME, expires_on=(timezone.localdate() - timedelta(days=1)).isoformat())


@pytest.mark.parametrize("happens", [withdraw, delete, expire])
@pytest.mark.parametrize("by_night", [False, True])
def test_pair_of_which_one_is_gone_is_asked_about_no_more_and_an_answer_to_it_says_so(agency, happens, by_night):
    pair = pairs(1)[0]
    happens(pair)
    if by_night:
        find_duplicates()
    assert agency.get(URL).context["number"] == 0
    answer(agency, pair, "same", **seen(pair))
    text = said(agency)
    assert "n’est plus affiché" in text or "n’attend plus" in text
    assert (Merge.objects.count(), shown()) == (0, 1)
    assert not PairVerdict.objects.exists()


def test_pair_of_which_one_is_over_is_asked_about_no_more(agency):
    pair = pairs(1)[0]
    Event.objects.filter(pk=pair.left_id).update(last_date=timezone.localdate() - timedelta(days=1))
    assert agency.get(URL).context["number"] == 0
    assert agency.get(BULK, {"least": 0}).context["pairs"] == []


def test_second_of_two_persons_is_told_what_the_first_decided_and_undoes_nothing(agency, verdon):
    pair = pairs(1, *[group_of("verdon")] * 2)[0]
    answer(agency, pair, "different", **seen(pair))
    answer(verdon, pair, "same", **seen(pair))
    text = said(verdon)
    assert "a réglé cette paire entre-temps : « Deux événements »" in text
    pair.refresh_from_db()
    assert (pair.state, Merge.objects.count(), PairVerdict.objects.get().same) == (PairState.DIFFERENT, 0, False)


def test_taking_back_what_somebody_else_decided_anew_does_nothing(agency, verdon):
    pair = pairs(1, *[group_of("verdon")] * 2)[0]
    answer(agency, pair, "different", **seen(pair))
    answer(verdon, pair, "undo", seen=PairState.DIFFERENT)
    answer(verdon, pair, "same", seen=PairState.OPEN)
    answer(agency, pair, "undo", seen=PairState.DIFFERENT)
    assert "entre-temps" in said(agency)
    assert (EventPair.objects.get().state, Merge.objects.count()) == (PairState.SAME, 1)


def test_answer_that_is_sent_twice_is_one_answer(agency):
    pair = pairs(1)[0]
    for _time in range(2):
        answer(agency, pair, "same", **seen(pair))
    text = said(agency)
    assert "entre-temps" not in text
    assert (EventPair.objects.get().state, Merge.objects.count()) == (PairState.SAME, 1)


def test_the_page_says_in_which_state_a_pair_was_shown(agency):
    pair = pairs(1)[0]
    assert f'name="seen" value="{pair.state}"' in agency.get(URL).content.decode()
    done = agency.get(answer(agency, pair, "later", **seen(pair)).url).content.decode()
    assert 'name="seen" value="LATER"' in done


def test_who_ticks_what_somebody_settled_meanwhile_is_told(agency):
    first, second = pairs(2)
    settle_pair(first, state=PairState.DIFFERENT, by="Zoé")
    agency.post(BULK, {"pairs": [first.pk, second.pk]})
    text = said(agency)
    assert "1 paire réunie." in text and "1 paire n’attendait plus" in text
    first.refresh_from_db()
    assert first.state == PairState.DIFFERENT


def test_answer_that_somebody_gives_while_many_are_joined_at_once_stands(agency, monkeypatch):
    pair = pairs(1)[0]

    def settled_before(shown_as: EventPair, **values) -> None:
        settle_pair(EventPair.objects.get(pk=shown_as.pk), state=PairState.DIFFERENT, by="Zoé")
        settle_pair(shown_as, **values)

    monkeypatch.setattr(views, "settle_pair", settled_before)
    agency.post(BULK, {"pairs": [pair.pk]})
    pair.refresh_from_db()
    assert (pair.state, Merge.objects.count()) == (PairState.DIFFERENT, 0)
    assert "Zoé" in said(agency)


def test_two_pairs_with_one_event_in_common_ticked_at_once_join_what_can_be_joined(agency):
    told(APIDAE, "1", f"{NAME} aux chandelles", schedule=days(SOON), commune_code="04112", venue="Théâtre")
    for number in ("a", "b"):
        told(f"ics:{number}", "1", NAME, schedule=days(SOON), commune_code="04112")
    find_duplicates()
    found = list(EventPair.objects.values_list("pk", flat=True))
    assert len(found) == 3
    agency.post(BULK, {"pairs": found})
    assert shown() == 1
    assert Merge.objects.filter(undone_at=None).count() == 2


def test_same_of_which_one_is_withdrawn_later_goes_on_with_the_other_and_comes_back_with_it(agency):
    pair = pairs(1)[0]
    answer(agency, pair, "same", **seen(pair))
    kept = Merge.objects.get().kept_id
    withdraws(APIDAE, NAME)
    find_duplicates()
    assert (Event.objects.get(published=True).pk, Event.objects.get(pk=kept).title) == (kept, NAME)
    says(APIDAE, NAME)
    find_duplicates()
    assert (shown(), Event.objects.get(pk=kept).title) == (1, f"{NAME} aux chandelles")
    withdraws("ics:1", NAME)
    withdraws(APIDAE, NAME)
    find_duplicates()
    assert shown() == 0
    answer(agency, pair, "undo", seen=PairState.SAME)
    assert shown() == 0


def three() -> tuple[Event, Event, Event]:
    """A and C have no word in common; B is like both."""
    place = {"schedule": days(SOON), "commune_code": "04112", "venue": "Théâtre Jean-le-Bleu"}
    return (
        told(APIDAE, "1", "Les bergers du Largue", **place),
        told("ics:1", "1", "Les bergers du Largue et la nuit des santons", **place),
        told("ics:2", "1", "La nuit des santons", **place),
    )


def test_three_events_of_which_the_middle_one_is_like_both_are_never_one_by_themselves():
    a, b, c = three()
    find_duplicates()
    found = {(pair.left_id, pair.right_id) for pair in EventPair.objects.all()}
    assert found == {(a.pk, b.pk), (b.pk, c.pk)}
    settle_pair(EventPair.objects.get(left=a, right=b), state=PairState.SAME, by="Zoé")
    for _night in range(3):
        find_duplicates()
    assert shown() == 2
    assert Merge.objects.count() == 1


def test_different_outlives_the_joining_of_one_of_both_with_a_third():
    a, b, c = three()
    find_duplicates()
    settle_pair(EventPair.objects.get(left=b, right=c), state=PairState.DIFFERENT, by="Zoé")
    settle_pair(EventPair.objects.get(left=a, right=b), state=PairState.SAME, by="Zoé", kept_id=b.pk)
    for _night in range(2):
        find_duplicates()
    assert not EventPair.objects.filter(state=PairState.OPEN).exists()
    assert shown() == 2


def test_different_holds_for_a_feed_whose_numbers_change_at_each_download_while_dates_pass():
    weeks = [SOON + timedelta(weeks=number) for number in range(4)]
    place = {"schedule": days(*weeks), "commune_code": "04112"}
    told(APIDAE, "1", f"{NAME} aux chandelles", venue="Théâtre", **place)
    told("ics:1", "night-0", NAME, **place)
    find_duplicates()
    settle_pair(EventPair.objects.get(), state=PairState.DIFFERENT, by="Zoé")
    for night in range(1, 4):
        withdraws("ics:1", f"night-{night - 1}")
        told("ics:1", f"night-{night}", NAME, **place)
        # As if the first of their dates were over by now.
        Occurrence.objects.filter(day=weeks[night - 1]).delete()
        find_duplicates()
        assert not EventPair.objects.filter(state=PairState.OPEN).exists()
    assert shown() == 2


def test_another_night_of_that_name_is_asked_about_though_two_were_different():
    place = {"schedule": days(SOON), "commune_code": "04112"}
    told(APIDAE, "1", f"{NAME} aux chandelles", venue="Théâtre", **place)
    told("ics:1", "a", NAME, **place)
    find_duplicates()
    settle_pair(EventPair.objects.get(), state=PairState.DIFFERENT, by="Zoé")
    other = told("ics:1", "b", NAME, commune_code="04112", schedule=days(SOON, SOON + timedelta(days=1)))
    find_duplicates()
    waiting = EventPair.objects.filter(state=PairState.OPEN)
    assert waiting and all(pair.right_id == other.pk for pair in waiting)


def test_taking_back_after_a_change_gives_each_what_its_source_says_today():
    pair = pairs(1)[0]
    settle_pair(pair, state=PairState.SAME, by="Zoé")
    says("ics:1", NAME, organiser="Les Amis")
    settle_pair(pair, state=PairState.OPEN, by="Zoé")
    assert whole(pair.right_id)["row"]["facts"]["organiser"] == "Les Amis"
    assert "organiser" not in whole(pair.left_id)["row"]["facts"]


def test_pair_that_is_no_more_is_refused_with_a_sentence():
    pair = pairs(1)[0]
    EventPair.objects.all().delete()
    with pytest.raises(PairSettledError, match="n’existe plus"):
        settle_pair(pair, state=PairState.SAME, by="Zoé")


def test_own_event_that_is_part_of_another_cannot_be_deleted_until_they_are_two_again(agency):
    brought = told(APIDAE, "1", NAME, schedule=days(SOON))
    own = make_event(f"{NAME} aux chandelles", days(SOON))
    url = f"/admin/snippets/agenda/event/delete/{own.pk}/"
    assert agency.get(url).status_code == 200
    merge = merge_events(kept_id=brought.pk, absorbed_id=own.pk, by="Zoé")
    assert agency.post(url).status_code in (302, 403)
    assert Event.objects.filter(pk=own.pk).exists()
    unmerge_events(merge=merge, by="Zoé")
    assert agency.get(url).status_code == 200
    agency.post(url)
    assert not Event.objects.filter(pk=own.pk).exists()
