"""A feed that moves while it is read."""

import json
from urllib.parse import parse_qs

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.client.clients import ALL, KEY, answering, client_of
from tests.tourism.apidae.territories import event
from tourism.apidae.client import ApidaeIncomplete
from tourism.apidae.simulator import ApidaeSimulator, Dataset


def test_objects_published_between_pages_make_no_duplicate(apidae, client):
    apidae.faults.play(drift=None)
    assert [item["id"] for item in client.iter_objects({}, page_size=100)] == ALL


def test_objects_deleted_between_pages_make_no_gap(apidae, client):
    apidae.faults.play(shrink=None)
    assert [item["id"] for item in client.iter_objects({}, page_size=100)] == ALL


@pytest.mark.parametrize("removed", [1, 99, 100, 101, 150])
@pytest.mark.parametrize("page_size", [2, 10, 100])
def test_many_objects_deleted_after_the_first_page_make_no_gap(page_size, removed):
    events = [event(number) for number in range(300)]
    with ApidaeSimulator(Dataset(events), api_key=KEY, project_id=3030) as simulator, client_of(simulator) as client:
        feed = client.iter_objects({"responseFields": ["id"]}, page_size=page_size)
        read = [next(feed)["id"] for _ in range(160)]
        simulator.dataset = Dataset(events[removed:])
        read += [item["id"] for item in feed]
    assert read == list(range(5000, 5300))


def test_one_deleted_and_one_published_is_noticed_although_the_count_is_the_same():
    events = [event(number) for number in range(30)]
    with (
        ApidaeSimulator(Dataset(events[:29]), api_key=KEY, project_id=3030) as simulator,
        client_of(simulator) as client,
    ):
        feed = client.iter_objects({}, page_size=10)
        read = [next(feed)["id"] for _ in range(10)]
        simulator.dataset = Dataset(events[1:])
        read += [item["id"] for item in feed]
    assert read == list(range(5000, 5030))


@given(
    start=st.sets(st.integers(0, 60), min_size=1, max_size=40),
    changes=st.lists(st.tuples(st.sets(st.integers(0, 60), max_size=6), st.sets(st.integers(0, 60), max_size=6))),
    page_size=st.integers(2, 12),
)
@settings(max_examples=300, deadline=None)
def test_object_there_from_beginning_to_end_is_read_once_whatever_moves(start, changes, page_size):
    """Between two requests some objects leave and others come: what stayed is never lost, nothing comes twice."""
    present, stayed, coming = set(start), set(start), iter(changes)

    def moving(request: httpx.Request) -> httpx.Response:
        query = json.loads(parse_qs(request.content.decode())["query"][0])
        page = sorted(present)[query["first"] : query["first"] + query["count"]]
        answer = {"query": query, "numFound": len(present)} | ({"objetTouristiqueIds": page} if page else {})
        leaving, arriving = next(coming, (set(), set()))
        present.difference_update(leaving)
        stayed.difference_update(leaving)
        present.update(arriving)
        return httpx.Response(200, json=answer)

    with answering(moving) as client:
        try:
            read = client.identifiers({}, page_size=page_size)
        except ApidaeIncomplete:
            return
    assert len(read) == len(set(read))
    assert stayed <= set(read)


def test_feed_that_never_stops_moving_is_incomplete():
    number = iter(range(0, 10**9, 1000))

    def restless(request: httpx.Request) -> httpx.Response:
        start = next(number)
        return httpx.Response(
            200, json={"query": {}, "numFound": 500, "objetsTouristiques": [{"id": start + n} for n in range(10)]}
        )

    with answering(restless) as client, pytest.raises(ApidaeIncomplete, match="trop changé"):
        list(client.iter_objects({}, page_size=10))


def test_feed_cut_short_raises_rather_than_end(apidae, client):
    apidae.faults.play(short=None)
    read = []
    with pytest.raises(ApidaeIncomplete, match="annonce 452 objets"):
        for item in client.iter_objects({}):
            read.append(item["id"])
    assert read == ALL[: len(read)]


@pytest.mark.parametrize("size", [0, 1, 2])
def test_server_that_repeats_the_same_page_is_incomplete(size):
    page = {"query": {}, "numFound": 9, "objetsTouristiques": [{"id": number} for number in range(size)]}
    with answering(lambda request: httpx.Response(200, json=page)) as client, pytest.raises(ApidaeIncomplete):
        list(client.iter_objects({}))


@pytest.mark.parametrize("page_size", [2, 3, 10])
def test_id_that_the_feed_holds_twice_is_given_once(page_size):
    numbers = [1, 2, 3, 3, 4, 5, 5, 5, 6]

    def doubled(request: httpx.Request) -> httpx.Response:
        query = json.loads(parse_qs(request.content.decode())["query"][0])
        items = [{"id": number} for number in numbers][query["first"] : query["first"] + query["count"]]
        return httpx.Response(200, json={"query": query, "numFound": len(numbers), "objetsTouristiques": items})

    with answering(doubled) as client:
        assert [item["id"] for item in client.iter_objects({}, page_size=page_size)] == [1, 2, 3, 4, 5, 6]


def test_missing_list_with_a_count_is_no_empty_feed():
    with (
        answering(lambda request: httpx.Response(200, json={"query": {}, "numFound": 4})) as client,
        pytest.raises(ApidaeIncomplete),
    ):
        list(client.iter_objects({}))


def test_revoked_selection_is_an_empty_answer_and_not_an_error(apidae, client):
    apidae.faults.play(empty=None)
    assert list(client.iter_objects({"selectionIds": [1]})) == []
