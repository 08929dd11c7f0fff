"""Pairs of events in the database: found, settled, kept settled through imports, undone."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.actions import add_alias, find_duplicates, part_events, settle_pair
from agenda.candidates import coming_events, stored_candidates
from agenda.enums import PairState
from agenda.models import Event, EventPair, PairVerdict
from tests.agenda.apidae_feed import apidae, dataset_of, import_api
from tests.agenda.events import days, make_event
from tests.agenda.told import SOON, says, told, whole, withdraws
from tests.agenda.venues import venue
from tests.tourism.apidae.territories import event
from tourism.enums import APIDAE
from tourism.models import Merge

pytestmark = pytest.mark.django_db
PAGE = [{"kind": "BOOKING", "value": "https://billets.example.org/e/veillee-calendale-2431"}]


def concert(source: str, number: str, name: str = "Veillée calendale aux chandelles", **said) -> Event:
    values = {"schedule": days(SOON), "commune_code": "04112", "venue": "Théâtre Jean-le-Bleu"} | said
    return told(source, number, name, **values)


def alike_pair() -> EventPair:
    """Two that somebody must look at."""
    concert(APIDAE, "1", "Veillée calendale aux chandelles")
    concert("ics:1", "a", "Veillée calendale", venue="")
    find_duplicates()
    return EventPair.objects.get()


def shown() -> list[str]:
    return sorted(Event.objects.filter(published=True).values_list("title", flat=True))


def test_same_booking_page_is_joined_without_a_person_and_noted_as_such():
    kept, absorbed = concert(APIDAE, "1", contacts=PAGE), concert("ics:1", "a", "La veillée calendale", contacts=PAGE)
    found = find_duplicates()
    pair = EventPair.objects.get()
    assert (found.silent, found.waiting) == (1, 0)
    assert (pair.silent, pair.state, pair.decided_by) == (True, PairState.SAME, "")
    assert Merge.objects.get().kept_id == kept.pk
    absorbed.refresh_from_db()
    assert absorbed.replaced_by == f"/event/{kept.public_id}"


def test_doubtful_pair_waits_with_its_reasons():
    pair = alike_pair()
    assert (pair.state, pair.silent, len(shown())) == (PairState.OPEN, False, 2)
    assert {reason["code"] for reason in pair.reasons} >= {"SAME_DAYS", "SAME_COMMUNE"}


def cancelled_on(*off: date, dates: tuple[date, ...] = (SOON,)) -> dict[str, Any]:
    """A schedule of which some dates are cancelled."""
    overrides = [{"day": day.isoformat(), "status": "cancelled"} for day in off]
    return days(*dates) | {"overrides": overrides}


@pytest.mark.parametrize(
    "said", [{"status": "CANCELLED"}, {"status": "POSTPONED"}, {"schedule": cancelled_on(SOON)}], ids=str
)
def test_what_only_one_of_two_says_is_cancelled_is_never_joined_without_a_person(said):
    concert(APIDAE, "1", contacts=PAGE, status="SCHEDULED")
    concert("ics:1", "a", contacts=PAGE, **said)
    found = find_duplicates()
    assert (found.silent, found.waiting) == (0, 1)
    assert "OTHER_STATE" in {reason["code"] for reason in EventPair.objects.get().reasons}


def test_what_both_say_is_cancelled_is_joined_as_ever():
    concert(APIDAE, "1", contacts=PAGE, status="CANCELLED")
    concert("ics:1", "a", contacts=PAGE, schedule=cancelled_on(SOON))
    assert find_duplicates().silent == 1


def test_events_of_other_days_and_places_are_no_pair():
    concert(APIDAE, "1")
    concert("ics:1", "a", commune_code="04070", venue="Salle Abbé-Féraud")
    concert("ics:1", "b", schedule=days(SOON + timedelta(days=200)))
    assert find_duplicates().waiting == 0


def test_what_is_over_is_not_compared_and_its_pair_is_forgotten():
    pair = alike_pair()
    Event.objects.filter(pk=pair.left_id).update(last_date=timezone.localdate() - timedelta(days=1))
    find_duplicates()
    assert not EventPair.objects.exists()


def test_pair_of_which_one_is_withdrawn_is_forgotten():
    alike_pair()
    withdraws("ics:1", "a")
    find_duplicates()
    assert not EventPair.objects.exists()


def test_pair_that_looks_the_same_no_more_does_not_wait():
    pair = alike_pair()
    Event.objects.get(pk=pair.right_id).occurrences.update(
        start=timezone.now() + timedelta(days=90), end=timezone.now() + timedelta(days=90, hours=1)
    )
    find_duplicates(event_ids=[pair.right_id])
    assert not EventPair.objects.exists()


def test_different_is_remembered():
    settle_pair(alike_pair(), state=PairState.DIFFERENT, by="Zoé")
    assert find_duplicates().waiting == 0
    assert (EventPair.objects.get().state, len(shown())) == (PairState.DIFFERENT, 2)


def test_later_stays_later():
    settle_pair(alike_pair(), state=PairState.LATER, by="Zoé")
    find_duplicates()
    assert EventPair.objects.get().state == PairState.LATER


@pytest.mark.parametrize("swapped", [False, True])
def test_same_joins_them_and_somebody_may_say_which_one_is_kept(swapped):
    pair = alike_pair()
    brought = Event.objects.get(title="Veillée calendale aux chandelles")
    kept = ({pair.left_id, pair.right_id} - {brought.pk}).pop() if swapped else brought.pk
    settle_pair(pair, state=PairState.SAME, by="Zoé", kept_id=kept if swapped else None)
    assert Merge.objects.get().kept_id == kept
    # The most trusted source says the name, whichever address is kept.
    assert shown() == ["Veillée calendale aux chandelles"]


def test_decision_that_is_taken_back_restores_both_and_asks_again():
    pair = alike_pair()
    before = [whole(pk) for pk in (pair.left_id, pair.right_id)]
    settle_pair(pair, state=PairState.SAME, by="Zoé")
    assert len(shown()) == 1
    settle_pair(pair, state=PairState.OPEN, by="Zoé")
    assert [whole(pk) for pk in (pair.left_id, pair.right_id)] == before
    assert (EventPair.objects.get().state, PairVerdict.objects.count()) == (PairState.OPEN, 0)
    find_duplicates()
    assert EventPair.objects.get().state == PairState.OPEN


def test_joining_without_a_person_that_is_taken_back_is_asked_about_and_not_done_again_by_the_night():
    concert(APIDAE, "1", contacts=PAGE), concert("ics:1", "a", contacts=PAGE)
    find_duplicates()
    settle_pair(EventPair.objects.get(), state=PairState.OPEN, by="Zoé")
    found = find_duplicates()
    assert (found.silent, found.waiting, len(shown())) == (0, 1, 2)
    assert EventPair.objects.get().state == PairState.OPEN


def test_festival_and_its_part_are_no_pair_though_their_numbers_are_digits():
    concert(APIDAE, "5004", contacts=PAGE)
    concert(APIDAE, "5001", contacts=PAGE, part_of_external_id="5004")
    found = find_duplicates()
    assert (found.compared, found.silent, found.waiting, len(shown())) == (1, 0, 0, 2)


def test_parted_events_are_not_joined_again_by_the_night():
    concert(APIDAE, "1", contacts=PAGE), concert("ics:1", "a", contacts=PAGE)
    find_duplicates()
    part_events(merge=Merge.objects.get(), by="Zoé")
    found = find_duplicates()
    assert (found.silent, found.again, found.waiting, len(shown())) == (0, 0, 0, 2)
    assert EventPair.objects.get().state == PairState.DIFFERENT


def test_same_survives_a_feed_that_gives_new_numbers():
    settle_pair(alike_pair(), state=PairState.SAME, by="Zoé")
    withdraws("ics:1", "a")
    concert("ics:1", "b", "Veillée calendale", venue="")
    # What it was compared with then says the same again, now that its companion is gone.
    found = find_duplicates()
    assert (found.again, len(shown())) == (1, 1)


def test_third_announcement_is_never_joined_to_a_joined_pair_without_a_person():
    for source in ("ics:1", "ics:2", APIDAE):
        concert(source, "1", contacts=PAGE)
    assert find_duplicates().silent == 1
    again = find_duplicates()
    assert (again.silent, again.waiting, len(shown())) == (0, 1, 2)


def test_own_event_of_an_office_is_compared_too():
    make_event("Veillée calendale aux chandelles", days(SOON), commune_code="04112", venue="Théâtre Jean-le-Bleu")
    concert(APIDAE, "1")
    found = find_duplicates(event_ids=[Event.objects.order_by("pk").first().pk])
    assert found.silent + found.waiting == 1


def test_import_looks_for_duplicates_of_what_it_brought():
    day = {"dateDebut": SOON.isoformat(), "dateFin": SOON.isoformat(), "type": "OUVERTURE_TOUS_LES_JOURS"}
    brought = event(1, nom={"libelleFr": "Veillée calendale aux chandelles"})
    brought["ouverture"] = {"periodesOuvertures": [{"identifiant": 1, **day}]}
    make_event("Veillée calendale aux chandelles", days(SOON, start=time(20, 30)), commune_code="04209")
    with apidae(dataset_of(brought)) as server:
        run = import_api(server)
    assert (run.error, run.created) == ("", 1)
    assert EventPair.objects.count() == 1


def test_statements_do_not_depend_on_the_number_of_events():
    for number in range(3):
        concert(APIDAE, str(number))
    with CaptureQueriesContext(
        connection,
    ) as few:
        list(stored_candidates(coming_events()))
    for number in range(3, 30):
        concert(APIDAE, str(number))
    with CaptureQueriesContext(connection) as many:
        assert len(list(stored_candidates(coming_events()))) == 30
    assert len(many) == len(few) <= 5


def test_night_compares_only_what_is_new_or_says_something_else():
    for number in range(3):
        concert(APIDAE, str(number), f"Conférence numéro {number} : la truffe", venue="Salle Haute")
    assert find_duplicates().events == 3
    assert (find_duplicates().events, find_duplicates(everything=True).events) == (0, 3)
    says(APIDAE, "1", price={"text": {"fr": "5 €"}})
    assert find_duplicates().events == 1
    concert("ics:1", "a", "Conférence numéro 2 : la truffe", venue="Salle Haute")
    found = find_duplicates()
    assert (found.events, found.silent + found.waiting) == (1, 1)


def test_event_that_is_shown_again_is_compared_again():
    pair = alike_pair()
    withdraws("ics:1", "a")
    find_duplicates()
    assert not EventPair.objects.exists()
    says("ics:1", "a")
    find_duplicates()
    assert EventPair.objects.get().left_id == pair.left_id


def test_pair_that_shares_no_day_any_more_does_not_wait_though_neither_changed():
    first = concert(APIDAE, "1", schedule=days(SOON, SOON + timedelta(days=100)))
    concert("ics:1", "a", "Veillée calendale", schedule=days(SOON, SOON + timedelta(days=300)))
    find_duplicates()
    assert EventPair.objects.count() == 1
    first.occurrences.order_by("start").first().delete()  # as if that evening were over
    found = find_duplicates()
    assert (found.events, EventPair.objects.count()) == (0, 0)


def test_other_name_of_a_place_has_the_events_there_compared_again():
    place = venue("1", "Théâtre Jean-le-Bleu")
    concert(APIDAE, "3", place_public_id=place.public_id)
    concert(APIDAE, "2", "Bal des bergers", commune_code="04070", venue="Salle Abbé-Féraud")
    find_duplicates()
    add_alias(place=place, name="Le Bleu", by="")
    assert find_duplicates().events == 1


def test_command_says_what_it_did(capsys):
    alike_pair()
    call_command("find_duplicates")
    assert capsys.readouterr().out.startswith(
        "0 événements nouveaux ou modifiés, 1 paires comparées : 0 réunies sans question"
    )
    call_command("find_duplicates", all=True)
    assert capsys.readouterr().out.startswith("2 événements nouveaux ou modifiés, 1 paires")
