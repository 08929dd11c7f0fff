"""The client against the simulator over real HTTP, under each fault that the platform may have."""

import json
import logging
import time
import traceback
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.territories import SAMPLES, TODAY, event, needs_samples, territory
from tourism.apidae.client import (
    ApidaeBadAnswer,
    ApidaeClient,
    ApidaeError,
    ApidaeIncomplete,
    ApidaeNotFound,
    ApidaeRefused,
    ApidaeUnavailable,
)
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.jackson import pretty_json

KEY = "s3cr3tK3y"


@pytest.fixture
def apidae() -> Iterator[ApidaeSimulator]:
    with ApidaeSimulator(territory(450), api_key=KEY, project_id=3030, today=TODAY) as simulator:
        yield simulator


@pytest.fixture
def client(apidae: ApidaeSimulator) -> Iterator[ApidaeClient]:
    with client_of(apidae) as client:
        yield client


def client_of(simulator: ApidaeSimulator, **options: Any) -> ApidaeClient:
    quick = {"pause": 0, "backoff": 0, "timeout": 5, "retries": 2}
    return ApidaeClient(simulator.api_url, KEY, 3030, **(quick | options))


def answering(handler: Any, **options: Any) -> ApidaeClient:
    """A client whose answers come from a function, for what the simulator does not do."""
    quick = {"pause": 0, "backoff": 0, "retries": 1}
    transport = httpx.MockTransport(handler)
    return ApidaeClient("https://api.apidae-tourisme.com/api", KEY, 1, transport=transport, **(quick | options))


def requests_made(simulator: ApidaeSimulator, ending: str) -> int:
    return len([path for _, path in simulator.requests if path.endswith(ending)])


ALL = [*range(5000, 5450), 9001, 9002]

# Reading a feed


@pytest.mark.parametrize("page_size", [2, 7, 50, 200])
def test_iter_objects_gives_each_object_once_in_order_of_ids(page_size):
    with ApidaeSimulator(territory(60), api_key=KEY, project_id=3030) as simulator, client_of(simulator) as client:
        found = [item["id"] for item in client.iter_objects({}, page_size=page_size)]
    assert found == [*range(5000, 5060), 9001, 9002]


def test_iter_objects_reads_hundreds_in_few_requests(apidae, client):
    assert [item["id"] for item in client.iter_objects({})] == ALL
    assert requests_made(apidae, "recherche/list-objets-touristiques") == 3
    assert {method for method, _ in apidae.requests} == {"POST"}


def test_iter_objects_asks_for_everything_by_default(client):
    item = next(client.iter_objects({"identifiants": [5004]}))
    assert item["nom"] == {"libelleFr": "Fête numéro 4", "libelleEn": "Fair number 4"}
    assert item["informationsFeteEtManifestation"]["categories"][0]["libelleIt"] == "Concerto"
    assert item["gestion"]["membreProprietaire"]["id"] == 10


def test_iter_objects_with_own_fields_still_gets_ids(client):
    query = {"responseFields": ["nom"], "locales": ["en"], "identifiants": [5004]}
    assert list(client.iter_objects(query)) == [
        {"type": "FETE_ET_MANIFESTATION", "id": 5004, "nom": {"libelleEn": "Fair number 4"}}
    ]


def test_iter_objects_of_an_empty_selection_is_empty(client):
    assert list(client.iter_objects({"selectionIds": [3]})) == []


def test_announced_total_is_known_after_the_first_page(client):
    assert client.announced is None
    feed = client.iter_objects({}, page_size=100)
    assert client.announced is None
    next(feed)
    assert client.announced == 452
    client.identifiers({"selectionIds": [2]})
    assert client.announced == 2
    list(client.iter_objects({"selectionIds": [3]}))
    assert client.announced == 0


def test_changes_since_a_day_include_that_day(client):
    read = {item["id"] for item in client.iter_objects({"modifieApres": "2026-11-15", "responseFields": ["nom"]})}
    assert read == {5000 + number for number in range(450) if number % 11 == 10}
    assert client.identifiers({"modifieApres": "2026-11-16"}) == []


def test_response_fields_may_be_any_collection_of_names(client):
    query = {"identifiants": [5004], "locales": ("fr",), "responseFields": ("nom.libelleFr", "localisation.adresse")}
    item = next(client.iter_objects(query))
    assert sorted(item) == ["id", "localisation", "nom", "type"]


def test_iter_objects_is_lazy(apidae, client):
    next(client.iter_objects({}, page_size=10))
    assert requests_made(apidae, "list-objets-touristiques") == 1


def test_server_that_gives_smaller_pages_than_asked_is_read_whole():
    def clamping(request: httpx.Request) -> httpx.Response:
        query = json.loads(parse_qs(request.content.decode())["query"][0])
        items = [{"id": number} for number in range(120)][query["first"] : query["first"] + 50]
        return httpx.Response(200, json={"query": query, "numFound": 120, "objetsTouristiques": items})

    with answering(clamping) as client:
        assert [item["id"] for item in client.iter_objects({"count": 1000, "first": 30})] == list(range(120))


@pytest.mark.parametrize("page_size", [0, 1, 201])
def test_impossible_page_size_is_a_programming_error(client, page_size):
    with pytest.raises(ValueError, match="page_size"):
        next(client.iter_objects({}, page_size=page_size))


def test_identifiers_give_every_id(client):
    assert client.identifiers({}, page_size=100) == ALL
    assert client.identifiers({"selectionIds": [2]}) == [5000, 5001]


# A feed that moves while it is read


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


# Faults that pass, and faults that stay


@pytest.mark.parametrize("fault", ["error", "unavailable", "rate-limited", "disconnect", "truncated", "html"])
def test_passing_fault_is_got_over_by_retries(apidae, client, fault):
    apidae.faults.active = {fault: 2}
    assert len(list(client.iter_objects({}))) == 452
    assert requests_made(apidae, "list-objets-touristiques") == 3 + 2


@pytest.mark.parametrize(
    ("fault", "error", "sentence"),
    [
        ("error", ApidaeUnavailable, "APIDAE ne répond pas (code HTTP 500)."),
        ("unavailable", ApidaeUnavailable, "APIDAE ne répond pas (code HTTP 503)."),
        ("rate-limited", ApidaeUnavailable, "APIDAE ne répond pas (code HTTP 429)."),
        ("disconnect", ApidaeUnavailable, "La connexion à APIDAE a échoué ou s'est interrompue."),
        ("truncated", ApidaeBadAnswer, "La réponse d'APIDAE est tronquée ou illisible."),
        (
            "html",
            ApidaeBadAnswer,
            "APIDAE a répondu une page web au lieu de données : page de maintenance, ou proxy sur le chemin.",
        ),
    ],
)
def test_lasting_fault_raises_a_sentence_and_never_looks_empty(apidae, client, fault, error, sentence):
    apidae.faults.active = {fault: None}
    calls = [
        lambda: list(client.iter_objects({})),
        lambda: client.identifiers({}),
        lambda: client.object_by_id(5001),
        lambda: client.reference_elements([2128]),
        lambda: client.communes(codes=["04070"]),
        lambda: client.selections(),
    ]
    for call in calls:
        with pytest.raises(error) as raised:
            call()
        assert str(raised.value) == sentence


def test_page_of_html_is_waited_for_like_a_failure_of_the_server_then_said(apidae):
    waits: list[float] = []
    apidae.faults.play(html=None)
    with (
        client_of(apidae, backoff=4, sleep=waits.append) as client,
        pytest.raises(ApidaeBadAnswer, match="page web au lieu de données"),
    ):
        client.selections()
    assert requests_made(apidae, "selections") == 3
    assert [low <= wait <= 3 * low for low, wait in zip((2, 4), waits, strict=True)] == [True, True]


def test_fault_in_a_later_page_raises_after_what_was_read(apidae, client):
    feed = client.iter_objects({}, page_size=100)
    read = [next(feed)["id"] for _ in range(100)]
    apidae.faults.play(unavailable=None)
    with pytest.raises(ApidaeUnavailable):
        read += [item["id"] for item in feed]
    assert read == ALL[:100]


def test_slow_server_times_out(apidae):
    apidae.faults.slow_seconds = 2
    apidae.faults.play(slow=None)
    with client_of(apidae, timeout=0.1, retries=1) as client, pytest.raises(ApidaeUnavailable, match="temps imparti"):
        client.selections()
    assert requests_made(apidae, "selections") == 2


def test_answer_that_drips_for_too_long_is_given_up_although_never_silent(apidae):
    apidae.faults.slow_seconds = 4
    apidae.faults.play(drip=None)
    begin = time.monotonic()
    with (
        client_of(apidae, timeout=2, total_timeout=0.5) as client,
        pytest.raises(ApidaeUnavailable, match="trop lente"),
    ):
        list(client.iter_objects({}))
    assert time.monotonic() - begin < 3


def test_answer_that_drips_within_its_time_is_read(apidae, client):
    apidae.faults.slow_seconds = 0.2
    apidae.faults.play(drip=None)
    assert len(list(client.iter_objects({"selectionIds": [2]}))) == 2


def test_nobody_listening_is_unavailable():
    with (
        ApidaeClient("http://127.0.0.1:9/api", KEY, 1, retries=1, backoff=0) as client,
        pytest.raises(ApidaeUnavailable, match="connexion"),
    ):
        client.selections()


def test_retries_wait_longer_and_longer_with_some_chance():
    waits: list[float] = []
    with (
        answering(lambda request: httpx.Response(503), retries=4, backoff=1.0, sleep=waits.append) as client,
        pytest.raises(ApidaeUnavailable),
    ):
        client.selections()
    assert len(waits) == 4
    assert [0.5 * 2**n <= wait <= 1.5 * 2**n for n, wait in enumerate(waits)] == [True] * 4


def test_retry_after_is_honoured_in_seconds_and_as_a_date():
    waits: list[float] = []
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    asked = iter(["7", soon, "soon", ""])

    def busy(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, headers={"Retry-After": next(asked)})

    with answering(busy, retries=3, sleep=waits.append) as client, pytest.raises(ApidaeUnavailable):
        client.selections()
    assert waits[0] == 7
    assert 50 < waits[1] <= 60
    assert waits[2] == 0


def test_too_long_a_wait_is_left_to_the_next_run():
    waits: list[float] = []
    busy = httpx.Response(503, headers={"Retry-After": "86400"})
    with (
        answering(lambda request: busy, retries=5, sleep=waits.append) as client,
        pytest.raises(ApidaeUnavailable, match="attendre 1440 minutes"),
    ):
        client.selections()
    assert waits == []


def test_retries_stop_when_the_request_has_taken_its_time():
    waits: list[float] = []
    with (
        answering(
            lambda request: httpx.Response(503), retries=9, backoff=2.0, total_timeout=5.0, sleep=waits.append
        ) as client,
        pytest.raises(ApidaeUnavailable, match="code HTTP 503"),
    ):
        client.selections()
    assert 1 <= len(waits) <= 2


def test_each_attempt_has_time_to_connect_and_to_answer():
    limits: list[dict[str, float]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"])
        return httpx.Response(200, json=[])

    with answering(handler, timeout=20.0, connect_timeout=3.0) as client:
        client.selections()
    with answering(handler, timeout=20.0, total_timeout=1.0) as client:
        client.selections()
    assert (limits[0]["connect"], limits[0]["read"]) == (3.0, 20.0)
    assert limits[1]["read"] <= 1.0


def test_requests_are_paced():
    waits: list[float] = []
    with answering(lambda request: httpx.Response(200, json=[]), pause=60, sleep=waits.append) as client:
        client.selections()
        client.selections()
    assert len(waits) == 1
    assert 59 < waits[0] <= 60


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, json=[]),
        httpx.Response(200, json={}),
        httpx.Response(200, json={"numFound": "many"}),
        httpx.Response(200, json={"numFound": 1, "objetsTouristiques": {"2026-01-01": []}}),
        httpx.Response(200, json={"numFound": 1, "objetsTouristiques": ["text"]}),
        httpx.Response(200, json=None),
        httpx.Response(200, content=b""),
        httpx.Response(302, headers={"Location": "https://example.org/"}),
        httpx.Response(200, content=iter([b"\x1f\x8bnot gzip"]), headers={"Content-Encoding": "gzip"}),
    ],
    ids=range(9),
)
def test_answer_of_another_shape_is_bad(answer):
    with answering(lambda request: answer) as client, pytest.raises(ApidaeBadAnswer):
        list(client.iter_objects({}))


@pytest.mark.parametrize("body", [{}, {"a": 1}, [1], None, "text"])
def test_referential_of_another_shape_is_bad(body):
    with answering(lambda request: httpx.Response(200, json=body)) as client, pytest.raises(ApidaeBadAnswer):
        client.reference_elements([1])


def test_numbers_of_sixty_digits_and_no_numbers_do_no_harm():
    items = '[{"id":1,"x":' + "7" * 60 + ',"y":NaN,"z":1e999},{"id":' + "9" * 5000 + "}]"
    text = '{"query":{},"numFound":2,"objetsTouristiques":' + items + "}"
    with answering(lambda request: httpx.Response(200, text=text)) as client:
        found = list(client.iter_objects({}))
    assert found == [{"id": 1, "x": "7" * 60, "y": "NaN", "z": "1e999"}, {"id": "9" * 5000}]


# Refusals


@pytest.mark.parametrize(("key", "project"), [("wrong", 3030), (KEY, 3031)])
def test_wrong_key_or_project_is_refused_at_once(apidae, key, project):
    with ApidaeClient(apidae.api_url, key, project, pause=0, backoff=0) as client:
        for call in (client.selections, lambda: list(client.iter_objects({})), lambda: client.object_by_id(5001)):
            with pytest.raises(ApidaeRefused, match="la clé et le projet sont à vérifier"):
                call()
    assert len(apidae.requests) == 3


def test_error_in_a_successful_answer_is_an_error():
    body = {"errorType": "PROJET_UNAUTHORIZED", "message": "non"}
    with answering(lambda request: httpx.Response(200, json=body)) as client, pytest.raises(ApidaeRefused):
        client.search({})


def test_refused_query_says_why(client):
    with pytest.raises(ApidaeBadAnswer, match="Unrecognized field"):
        client.search({"selection": 4})


def test_object_by_id(client):
    assert client.object_by_id(5002)["nom"]["libelleEn"] == "Fair number 2"
    assert client.object_by_id(5002, fields=["id"], locales=["fr"]) == {"type": "FETE_ET_MANIFESTATION", "id": 5002}
    with pytest.raises(ApidaeNotFound, match="ne connaît pas"):
        client.object_by_id(77)


def test_object_by_identifier(client):
    assert client.object_by_identifier("SITRA2_EVE_5002")["id"] == 5002
    with pytest.raises(ApidaeNotFound):
        client.object_by_identifier("../5002")


def test_unknown_route_is_not_found(apidae):
    with ApidaeClient(apidae.url + "/other", KEY, 3030, pause=0) as client, pytest.raises(ApidaeNotFound):
        client.selections()


# Referentials


def test_referentials(apidae, client):
    assert [element["id"] for element in client.reference_elements([2128, 2083, 2128, 99])] == [2128, 2083]
    assert [commune["nom"] for commune in client.communes(codes=["04070"], ids=[1002])] == [
        "Digne-les-Bains",
        "Manosque",
    ]
    assert client.criteria([71]) == [{"id": 71, "libelle": "Interne"}]
    assert [selection["nom"] for selection in client.selections()] == ["Tout", "Deux", "Vide"]
    apidae.requests.clear()
    assert (client.reference_elements([]), client.communes()) == ([], [])
    assert list(apidae.requests) == []


def test_long_query_travels_in_the_body(apidae, client):
    wanted = [*range(1, 5001), *range(5000, 5003)]
    assert client.identifiers({"identifiants": wanted}) == [5000, 5001, 5002]
    assert {method for method, _ in apidae.requests} == {"POST"}


def test_referentials_are_asked_in_slices(apidae, client):
    client.reference_elements(range(1, 501))
    assert requests_made(apidae, "elements-reference") == 3


# The key


def test_echoed_key_is_taken_out_of_answers(client):
    answer = client.search({"count": 2})
    assert "apiKey" not in answer["query"]
    assert answer["query"]["projetId"] == 3030
    assert KEY not in repr(answer)


def test_key_is_in_no_repr(client):
    assert KEY not in repr(client) + str(client)


@pytest.mark.parametrize("fault", ["error", "html", "truncated", "disconnect", "slow"])
def test_key_is_in_no_exception(apidae, fault):
    apidae.faults.slow_seconds = 0.5
    apidae.faults.active = {fault: None}
    with client_of(apidae, retries=0, timeout=0.2) as client, pytest.raises(ApidaeError) as raised:
        client.object_by_id(5001)
    assert KEY not in "".join(traceback.format_exception(raised.value))
    assert KEY not in repr(raised.value.__dict__)


def test_key_said_by_the_server_is_hidden():
    body = {"errorType": "UNAUTHORIZED", "message": f"La clé {KEY} est inconnue"}
    with answering(lambda request: httpx.Response(403, json=body)) as client, pytest.raises(ApidaeRefused) as raised:
        client.selections()
    assert str(raised.value) == ("APIDAE refuse l'accès : la clé et le projet sont à vérifier (La clé … est inconnue).")


def test_key_is_in_no_log(client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.object_by_id(5001)
        client.selections()
    assert "get-by-id/5001?… " in caplog.text
    assert KEY not in caplog.text
    assert "apiKey" not in caplog.text
    assert all(KEY not in repr(record.args) for record in caplog.records)


def test_key_travels_in_the_body_of_searches():
    addresses: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        addresses.append(str(request.url))
        return httpx.Response(200, json=[])

    with answering(handler) as client:
        client.selections()
    assert addresses == ["https://api.apidae-tourisme.com/api/v002/referentiel/selections"]


# Exports


def test_export_is_downloaded_and_confirmed(apidae, client, tmp_path):
    export = apidae.export()
    path = client.download_export(apidae.retrieval_url(export), tmp_path / "export.zip")
    assert path.read_bytes() == export.path.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["export.zip"]
    assert export.confirmed is False
    assert client.confirm_export(apidae.confirmation_url(export)) is True
    assert export.confirmed is True
    assert client.confirm_export("") is False


def test_confirmation_of_an_unknown_export_is_an_error(apidae, client):
    with pytest.raises(ApidaeNotFound):
        client.confirm_export(f"{apidae.api_url}/v002/export/confirmation?hash=other")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("truncated-zip", ApidaeBadAnswer),
        ("html", ApidaeBadAnswer),
        ("error", ApidaeUnavailable),
        ("disconnect", ApidaeUnavailable),
    ],
)
def test_bad_export_leaves_no_file(apidae, client, tmp_path, fault, error):
    apidae.faults.active = {fault: None}
    with pytest.raises(error):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert list(tmp_path.iterdir()) == []


def test_export_download_gets_over_a_passing_fault(apidae, client, tmp_path):
    apidae.faults.play(disconnect=1, unavailable=1)
    path = client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert zipfile.ZipFile(path).testzip() is None


def test_export_above_the_size_cap_is_refused(apidae, client, tmp_path):
    with pytest.raises(ApidaeBadAnswer, match="taille permise"):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip", max_bytes=1000)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/exports/a.zip",
        "https://evil.example/exports/a.zip",
        "https://export.apidae-tourisme.com.evil.example/a.zip",
        "https://export.apidae-tourisme.com@evil.example/a.zip",
        "https://user:word@export.apidae-tourisme.com/a.zip",
        "https://export.apidae-tourisme.com:8443/a.zip",
        "file:///etc/passwd",
        "ftp://export.apidae-tourisme.com/a.zip",
        "http://[::1/a.zip",
        "https://export.apidae-tourisme.com:port/a.zip",
        "not an address",
        "",
    ],
)
def test_export_and_media_of_other_hosts_are_refused_without_a_request(url, tmp_path):
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200)

    hosts = ["export.apidae-tourisme.com"]
    with answering(handler, media_hosts=hosts, export_hosts=hosts) as client:
        with pytest.raises(ApidaeRefused):
            client.download_export(url, tmp_path / "a.zip")
        with pytest.raises(ApidaeRefused):
            client.download_media(url)
        if url:
            with pytest.raises(ApidaeRefused):
                client.confirm_export(url)
    assert requests == []


# Media


@pytest.fixture
def pictures() -> Iterator[ApidaeSimulator]:
    media = {"a.png": (b"\x89PNG" * 100, "image/png"), "b.gpx": (b"<gpx/>", "application/gpx+xml")}
    with ApidaeSimulator(territory(1, media=media.get), api_key=KEY, project_id=3030) as simulator:
        yield simulator


def test_media_is_downloaded_with_its_validators(pictures):
    with client_of(pictures) as client:
        picture = client.download_media(f"{pictures.url}/filestore/a.png")
        track = client.download_media(f"{pictures.url}/filestore/b.gpx")
    assert (picture.content, picture.content_type) == (b"\x89PNG" * 100, "image/png")
    assert (track.content, track.content_type) == (b"<gpx/>", "application/gpx+xml")
    assert picture.etag is not None
    assert picture.last_modified is not None


def test_media_faults(pictures):
    with client_of(pictures) as client:
        with pytest.raises(ApidaeBadAnswer, match="taille permise"):
            client.download_media(f"{pictures.url}/filestore/a.png", max_bytes=399)
        assert len(client.download_media(f"{pictures.url}/filestore/a.png", max_bytes=400).content) == 400
        with pytest.raises(ApidaeNotFound):
            client.download_media(f"{pictures.url}/filestore/none.png")
        pictures.faults.play(html=None)
        with pytest.raises(ApidaeBadAnswer, match="type inattendu \\(text/html\\)"):
            client.download_media(f"{pictures.url}/filestore/a.png")


@pytest.mark.parametrize("target", ["https://static.apidae-tourisme.com:99999/", "http://[", "/a\x7f.png"])
def test_media_redirection_to_what_is_no_address_is_an_error_of_the_client(target):
    client = answering(lambda request: httpx.Response(302, headers={"Location": target}))
    with client, pytest.raises(ApidaeError):
        client.download_media("https://static.apidae-tourisme.com/image.png")


def test_media_redirection_stays_on_its_host():
    def handler(request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/near":
                return httpx.Response(302, headers={"Location": "/image.png"})
            case "/far":
                return httpx.Response(302, headers={"Location": "http://169.254.169.254/latest"})
            case "/loop":
                return httpx.Response(302, headers={"Location": "/loop"})
        return httpx.Response(200, content=b"image", headers={"Content-Type": "image/png"})

    host = "https://static.apidae-tourisme.com"
    with answering(handler) as client:
        assert client.download_media(f"{host}/near").content == b"image"
        with pytest.raises(ApidaeRefused, match="autre serveur"):
            client.download_media(f"{host}/far")
        with pytest.raises(ApidaeRefused, match="sans fin"):
            client.download_media(f"{host}/loop")


def test_old_media_address_is_read_over_https():
    addresses: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        addresses.append(str(request.url))
        return httpx.Response(200, content=b"image", headers={"Content-Type": "image/jpeg; charset=binary"})

    with answering(handler) as client:
        media = client.download_media("http://static.apidae-tourisme.com/filestore/a.jpg")
    assert addresses == ["https://static.apidae-tourisme.com/filestore/a.jpg"]
    assert media.content_type == "image/jpeg"


def test_media_that_trickles_is_given_up():
    def trickle() -> Iterator[bytes]:
        while True:
            yield b"x" * 70_000

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=trickle(), headers={"Content-Type": "image/png"})

    with answering(handler) as client, pytest.raises(ApidaeUnavailable, match="trop lent"):
        client.download_media("https://static.apidae-tourisme.com/a.png", max_bytes=10**12, max_seconds=0.05)


# Real objects


@needs_samples
@pytest.mark.parametrize(
    ("name", "count"), [("export-2017-events.zip", 5), ("api-2014-v001-50-objects.json", 50), ("objects", 9)]
)
def test_real_samples_are_served_and_read_back(name, count):
    dataset = Dataset.from_path(SAMPLES / name)
    with ApidaeSimulator(dataset, api_key=KEY, project_id=3030) as simulator, client_of(simulator) as client:
        found = {item["id"]: item for item in client.iter_objects({}, page_size=3)}
    assert sorted(found) == sorted(dataset.object_by_id)
    assert len(found) == count
    for identifier, item in found.items():
        original = dataset.object_by_id[identifier]
        assert item["nom"] == original["nom"]
        assert item.get("gestion", {}).get("dateModification") == original.get("gestion", {}).get("dateModification")


def test_object_written_by_the_simulator_reads_back_unchanged(client):
    item = client.object_by_id(5002)
    assert pretty_json(item).startswith(b'{\n  "type" : "FETE_ET_MANIFESTATION",\n  "id" : 5002,\n')
