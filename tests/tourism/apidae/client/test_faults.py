"""Faults of the platform that pass, and faults that stay."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from tests.tourism.apidae.client.clients import ALL, KEY, answering, client_of, requests_made
from tourism.apidae.client import ApidaeBadAnswer, ApidaeClient, ApidaeUnavailable


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
