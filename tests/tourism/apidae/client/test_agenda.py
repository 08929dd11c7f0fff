"""The agenda services, whose lists are in the order of days, read whole over HTTP."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.client.clients import KEY, client_of
from tests.tourism.apidae.territories import TODAY, event, territory
from tourism.apidae.client import ApidaeBadAnswer, ApidaeClient, ApidaeIncomplete
from tourism.apidae.client.paging import read_pages
from tourism.apidae.simulator import ApidaeSimulator, Dataset

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def market(number: int, days: tuple[str, ...], **changes: Any) -> dict:
    """Open on some days of the week for four weeks."""
    period = {
        "dateDebut": "2026-11-20",
        "dateFin": "2026-12-20",
        "type": "OUVERTURE_SEMAINE",
        "ouverturesJournalieres": [{"jour": day} for day in days],
    }
    return event(number) | {"ouverture": {"periodesOuvertures": [period]}} | changes


@pytest.fixture
def apidae() -> Iterator[ApidaeSimulator]:
    # Ids go down while days go up: an order by id would be another one.
    events = [event(number, id=9_000 - number) for number in range(60)]
    markets = [market(100, ("SAMEDI",)), market(101, ("MERCREDI", "SAMEDI")), territory(0).objects[0]]
    dataset = Dataset([*events, *markets])
    with ApidaeSimulator(dataset, api_key=KEY, project_id=3030, today=TODAY) as simulator:
        yield simulator


@pytest.mark.parametrize("page_size", [2, 7, 200])
def test_agenda_gives_each_event_once_by_its_next_day(apidae, page_size):
    with client_of(apidae) as client:
        read = [item["id"] for item in client.agenda({"responseFields": ["nom"]}, page_size=page_size)]
        assert client.announced == 62
        assert client.agenda_identifiers({}, page_size=page_size) == read
    # The 25th is a Wednesday: the market of Wednesdays is open at once, that of Saturdays on the 28th.
    assert sorted(read[:2]) == [5_101, 9_000]
    assert sorted(read[4:6]) == [5_100, 8_997]
    assert [number for number in read if number > 8_000] == [9_000 - number for number in range(60)]


def test_agenda_keeps_to_its_dates(apidae):
    with client_of(apidae) as client:
        read = client.agenda_identifiers({"dateDebut": "2026-11-26", "dateFin": "2026-11-27"})
    assert read == [8_999, 8_998]


@pytest.mark.parametrize("page_size", [2, 5, 200])
def test_agenda_by_day_repeats_what_opens_on_several_days(apidae, page_size):
    query = {"dateDebut": "2026-11-25", "dateFin": "2026-12-05"}
    with client_of(apidae) as client:
        days = client.agenda_identifiers_by_day(query, page_size=page_size)
        pairs = [(day, item["id"]) for day, item in client.agenda_by_day(query, page_size=page_size)]
        assert client.announced == 11 + 2 + 4
    assert [(day, number) for day, numbers in days.items() for number in numbers] == pairs
    assert list(days) == [TODAY + timedelta(days=number) for number in range(11)]
    assert {day for day, numbers in days.items() if 5_101 in numbers} == {
        date(2026, 11, 25),
        date(2026, 11, 28),
        date(2026, 12, 2),
        date(2026, 12, 5),
    }


def test_agenda_without_anything_is_empty(apidae):
    query = {"selectionIds": [77]}
    with client_of(apidae) as client:
        assert list(client.agenda(query)) == client.agenda_identifiers(query) == list(client.agenda_by_day(query)) == []
        assert client.agenda_identifiers_by_day(query) == {}


def test_agenda_read_across_midnight_keeps_its_first_day(apidae):
    with client_of(apidae) as client:
        feed = client.agenda({}, page_size=10)
        read = [next(feed)["id"] for _ in range(10)]
        apidae.answers.today = TODAY + timedelta(days=3)
        read += [item["id"] for item in feed]
    assert len(read) == len(set(read)) == 62


def test_agenda_asks_for_its_later_pages_from_the_day_of_the_first(apidae):
    asked: list[str | None] = []

    def listening(request: httpx.Request) -> httpx.Response:
        query = json.loads(parse_qs(request.content.decode())["query"][0])
        asked.append(query.get("dateDebut"))
        return httpx.Response(200, content=answer_of(request))

    transport = httpx.MockTransport(listening)
    with ApidaeClient(apidae.api_url, KEY, 3030, transport=transport, pause=0) as client:
        assert len(client.agenda_identifiers({}, page_size=30)) == 62
    assert asked == [None, "2026-11-25", "2026-11-25"]


def answer_of(request: httpx.Request) -> bytes:
    """What the simulator answers to a request that was stopped on its way to it."""
    return httpx.post(str(request.url), content=request.content, headers=FORM).content


@pytest.mark.parametrize("fault", ["drift", "shrink"])
def test_agenda_that_moves_while_it_is_read_loses_nothing(apidae, fault):
    with client_of(apidae) as client:
        whole = client.agenda_identifiers({})
        apidae.faults.play(**{fault: None})
        assert client.agenda_identifiers({}, page_size=10) == whole


def test_agenda_cut_short_is_incomplete(apidae):
    apidae.faults.play(short=None)
    with client_of(apidae) as client, pytest.raises(ApidaeIncomplete):
        client.agenda_identifiers({})


@pytest.mark.parametrize(
    "found", [[{"id": 1}], {"2026-01-01": {"id": 1}}, {"tomorrow": [{"id": 1}]}, {"2026-01-01": [3]}, "2026-01-01"]
)
def test_agenda_of_another_shape_is_bad(found):
    answer = httpx.Response(200, json={"query": {}, "numFound": 1, "objetsTouristiques": found})
    transport = httpx.MockTransport(lambda request: answer)
    client = ApidaeClient("https://apidae.test/api", KEY, 1, transport=transport, pause=0)
    with client, pytest.raises(ApidaeBadAnswer):
        list(client.agenda_by_day({}))


@given(
    order=st.permutations(range(40)),
    start=st.sets(st.integers(0, 39), min_size=1),
    changes=st.lists(st.tuples(st.sets(st.integers(0, 39), max_size=6), st.sets(st.integers(0, 39), max_size=6))),
    page_size=st.integers(2, 12),
)
@settings(max_examples=300, deadline=None)
def test_list_in_any_order_is_read_once_whatever_moves(order, start, changes, page_size):
    """Between two pages some items leave and others come; the order of those that stay does not change."""
    present, stayed, coming = set(start), set(start), iter(changes)
    asked: list[int] = []

    def moving(first: int) -> tuple[int, list[int]]:
        page = [number for number in order if number in present][first : first + page_size]
        total = len(present)
        leaving, arriving = next(coming, (set(), set()))
        present.difference_update(leaving)
        stayed.difference_update(leaving)
        present.update(arriving)
        asked.append(first)
        return total, page

    totals: list[int] = []
    try:
        read = list(read_pages(moving, page_size=page_size, by_id=False, announce=totals.append))
    except ApidaeIncomplete:
        return
    assert totals == [len(start)]
    assert len(read) == len(set(read))
    assert stayed <= set(read)
    assert len(asked) < 500
