"""Exports announced to a running site, and taken by several processes at once: on a database of its own."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.testcases import LiveServerThread, _StaticFilesHandler

from agenda.sources import deliveries as processing
from agenda.sources.deliveries import deliveries_wait
from tests.agenda.announced import announce, process
from tests.agenda.apidae_feed import apidae, dataset_of, titles
from tests.tourism.apidae.territories import event
from tourism.enums import DeliveryState, ImportStatus
from tourism.models import ExportDelivery, ImportRun

TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture(autouse=True)
def instance(own_database, settings, tmp_path):
    """An instance that exports may be announced to."""
    settings.VAR_DIR = tmp_path
    settings.APIDAE_NOTIFICATION_TOKEN = TOKEN
    settings.APIDAE_PROJECT = 1
    settings.ALLOWED_HOSTS = ["127.0.0.1"]


@pytest.fixture
def site(instance) -> Iterator[str]:
    """The address of a running site."""
    thread = LiveServerThread("127.0.0.1", _StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


def test_announced_export_is_imported_and_confirmed_on_a_running_site(site, settings):
    with apidae(dataset_of(event(1), event(2))) as server:
        settings.APIDAE_URL = server.api_url
        url = f"{site}/apidae/export/{TOKEN}"
        export = server.export()
        answers = [server.notify(export, url), server.notify(export, url)]
        before = (deliveries_wait(), export.confirmed)
        tried = process(server)
        after = (deliveries_wait(), export.confirmed)
    delivery = ExportDelivery.objects.get()
    assert answers == ["200", "200"]
    assert (before, after) == ((True, False), (False, True))
    assert tried == [export.stem]
    assert (delivery.state, delivery.times_received, delivery.attempts) == (DeliveryState.DONE, 2, 1)
    assert (delivery.run.status, delivery.run.created) == (ImportStatus.SUCCEEDED, 2)
    assert delivery.confirmed_at >= delivery.done_at
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]
    assert [path.name for path in processing.exports_folder().iterdir()] == ["lock"]


def test_two_workers_take_an_export_once():
    with apidae(dataset_of(*(event(number) for number in range(30)))) as server:
        announce(server, server.export())
        tried: list[str] = []
        start = threading.Barrier(4)

        def work() -> None:
            start.wait()
            tried.extend(process(server))
            connection.close()

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        fetched = [path for _method, path in server.requests if path.startswith("/exports/")]
    assert (len(tried), len(fetched), ImportRun.objects.count()) == (1, 1, 1)
