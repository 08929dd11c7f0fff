"""What the platform refuses, and a key that is never shown."""

import logging
import traceback

import httpx
import pytest

from tests.tourism.apidae.client.clients import KEY, answering, client_of
from tourism.apidae.client import ApidaeBadAnswer, ApidaeClient, ApidaeError, ApidaeNotFound, ApidaeRefused

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


def test_unknown_route_is_not_found(apidae):
    with ApidaeClient(apidae.url + "/other", KEY, 3030, pause=0) as client, pytest.raises(ApidaeNotFound):
        client.selections()


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
