"""Exports and their notifications as they come: late, twice, out of order, failed, cut, empty."""

import json
import time
import urllib.parse
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace

import pytest

from tests.tourism.apidae.asking import IDS, answer_of, controlled, unpacked, zip_path
from tests.tourism.apidae.territories import TODAY, territory
from tourism.apidae.simulator import ApidaeSimulator


@pytest.fixture
def reader() -> Iterator[SimpleNamespace]:
    """Listens as our own endpoint does: `url`, and the forms `received` so far."""
    received: list[dict[str, str]] = []

    class Reader(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            received.append(dict(urllib.parse.parse_qsl(body)))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Reader)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}/notify", received=received)
    server.shutdown()
    server.server_close()


def stems(received: list[dict[str, str]]) -> list[str]:
    return [form["urlRecuperation"].rpartition("/")[2].removesuffix(".zip") for form in received]


def controlled_list(simulator: ApidaeSimulator) -> list[dict]:
    return json.loads(answer_of(simulator, "/simulator/exports").body)


# Notifications


def test_notification_comes_late_while_the_simulator_answers(apidae, reader):
    described = controlled(apidae, "exports", kind="full", notify=reader.url, after="0.3")
    assert (described["notifications"], reader.received) == ([], [])
    deadline = time.monotonic() + 5
    while not apidae.exports[described["export"]].notified and time.monotonic() < deadline:
        time.sleep(0.02)
    assert stems(reader.received) == [described["export"]]
    assert controlled_list(apidae)[0]["notifications"] == ["200"]


def test_late_notification_is_given_up_when_the_simulator_stops(reader):
    with ApidaeSimulator(territory(1), today=TODAY) as simulator:
        assert simulator.notify(simulator.export(), reader.url, after=60) == ""
    assert reader.received == []


def test_notification_is_sent_twice(apidae, reader):
    described = controlled(apidae, "exports", kind="full", notify=reader.url, times="2")
    assert reader.received[0] == reader.received[1]
    assert described["notifications"] == ["200", "200"]


def test_deltas_are_notified_in_the_order_asked_and_named_by_their_own_time(apidae, reader):
    made = [
        controlled(apidae, "exports", kind="delta", modified=str(5000 + hour), madeAt=f"2026-11-25T0{hour}:10")
        for hour in (1, 2, 3)
    ]
    first, second, third = (described["export"] for described in made)
    assert [stem.split("_")[1] for stem in (first, second, third)] == [f"20261125-0{hour}10" for hour in (1, 2, 3)]
    controlled(apidae, "notifications", export=f"{third},{first},{second}", notify=reader.url)
    assert stems(reader.received) == [third, first, second]
    assert {form["reinitialisation"] for form in reader.received} == {"false"}


def test_failed_export_is_notified_as_an_error(apidae, reader):
    controlled(apidae, "exports", kind="full", notify=reader.url, statut="ERROR", ponctuel="true")
    assert [(form["statut"], form["ponctuel"]) for form in reader.received] == [("ERROR", "true")]


def test_exports_are_notified_by_stem_and_confirmations_are_kept_in_order(apidae, reader):
    stem = apidae.export(made_at=datetime(2026, 11, 25, 2, 10)).stem
    other = apidae.export(modified=[5001])
    assert apidae.notify(stem, reader.url) == "200"
    for export in (other, apidae.exports[stem], other):
        parts = urllib.parse.urlsplit(apidae.confirmation_url(export))
        assert answer_of(apidae, f"{parts.path}?{parts.query}").status == 200
    assert apidae.confirmed == [other.stem, stem, other.stem]


# Files


def test_zip_is_not_there_yet_then_is(apidae):
    path = zip_path(controlled(apidae, "exports", kind="full"))
    controlled(apidae, "faults", faults="late-zip=2")
    assert [answer_of(apidae, path).status for _ in range(3)] == [404, 404, 200]


def test_rest_of_an_export_is_given_when_it_is_the_same_file(apidae):
    path = zip_path(controlled(apidae, "exports", kind="full"))
    whole = answer_of(apidae, path)
    tag = whole.headers["ETag"]
    assert whole.headers["Accept-Ranges"] == "bytes"
    rest = answer_of(apidae, path, headers={"Range": "bytes=100-", "If-Range": tag})
    assert (rest.status, rest.body) == (206, whole.body[100:])
    assert rest.headers["Content-Range"] == f"bytes 100-{len(whole.body) - 1}/{len(whole.body)}"
    assert answer_of(apidae, path, headers={"Range": "bytes=3-9"}).body == whole.body[3:10]
    assert answer_of(apidae, path, headers={"Range": "bytes=-5"}).body == whole.body[-5:]
    assert answer_of(apidae, path, headers={"Range": "bytes=100-", "If-Range": '"other"'}).status == 200
    beyond = answer_of(apidae, path, headers={"Range": f"bytes={len(whole.body)}-"})
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{len(whole.body)}")
    apidae.faults.play(no_ranges=None)
    assert answer_of(apidae, path, headers={"Range": "bytes=100-"}).status == 200


def test_empty_zip_has_no_file_at_all(apidae):
    apidae.faults.play(empty_zip=1)
    assert unpacked(apidae, controlled(apidae, "exports", kind="full")) == {}
    assert "selections.json" in unpacked(apidae, controlled(apidae, "exports", kind="full"))


def test_dripping_answer_comes_whole_but_slowly(apidae):
    apidae.faults.slow_seconds = 0.4
    apidae.faults.play(drip=1)
    form = {"query": '{"apiKey":"demo","projetId":1}'}
    begin = time.monotonic()
    slow = answer_of(apidae, f"/api/v002/{IDS}", form)
    assert time.monotonic() - begin >= 0.35
    assert slow.body == answer_of(apidae, f"/api/v002/{IDS}", form).body
