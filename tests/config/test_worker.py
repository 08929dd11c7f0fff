"""`manage.py worker` as it is run: a process of its own on the same database, told to stop, or killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from agenda.models import Event
from cms.models import ScheduledJob
from config.scheduler import claim_job, sync_jobs
from tests.agenda.announced import announce
from tests.agenda.apidae_feed import apidae
from tests.tourism.apidae.territories import event, territory, trail
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.enums import DeliveryState, ImportStatus
from tourism.models import ExportDelivery, ImportRun

GPX = b"""<?xml version="1.0"?><gpx version="1.1"><trk><trkseg>
<trkpt lat="43.84" lon="6.22"><ele>600</ele></trkpt><trkpt lat="43.85" lon="6.23"><ele>650</ele></trkpt>
</trkseg></trk></gpx>"""


@pytest.fixture
def instance(own_database: str, tmp_path: Path) -> dict[str, str]:
    """The environment of an instance of its own."""
    return {"DATABASE_URL": own_database, "TRAVERSE_VAR": str(tmp_path)}


@contextmanager
def manage(*arguments: str, instance: dict[str, str], apidae_url: str = "") -> Iterator[subprocess.Popen]:
    """`manage.py …` in a process of its own that does not outlive the block."""
    environment = (
        os.environ
        | instance
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "APIDAE_URL": apidae_url or "http://127.0.0.1:9/api",
            "APIDAE_PROJECT": "1",
            "APIDAE_KEY": "demo",
            "APIDAE_NOTIFICATION_TOKEN": "a-token-that-nobody-guesses",
            "APIDAE_SETTLE_SECONDS": "0",
            "ELASTICSEARCH_URL": "",
        }
    )
    process = subprocess.Popen(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def wait_until(condition: Callable[[], object], *, seconds: float = 150) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def only(name: str) -> None:
    """A timetable of which only this job comes, and at once."""
    sync_jobs(now=timezone.now())
    ScheduledJob.objects.exclude(name=name).update(enabled=False)
    ScheduledJob.objects.filter(name=name).update(next_run_at=timezone.now() - timedelta(hours=1))


class Gate:
    """A GPX file whose download stands still until it is let go: the import is in the middle of its work."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()

    def __call__(self, path: str) -> tuple[bytes, str]:
        self.reached.set()
        self.open.wait(200)
        return GPX, "application/gpx+xml"


@contextmanager
def territory_with_gate() -> Iterator[tuple[ApidaeSimulator, Gate]]:
    gate = Gate()
    base = territory(0)
    with apidae(Dataset(objects=[])) as server:
        plan = {
            "type": "PLAN",
            "traductionFichiers": [
                {"locale": "fr", "url": f"{server.url}/filestore/a.gpx", "extension": "gpx", "fileName": "a.gpx"}
            ],
        }
        walk = trail() | {"multimedias": [plan]}
        server.dataset = Dataset(
            objects=[*(event(number) for number in range(250)), walk],
            elements_reference=base.elements_reference,
            communes=base.communes,
            media=gate,
        )
        try:
            yield server, gate
        finally:
            gate.open.set()


def test_of_many_workers_one_does_the_job(instance):
    only("check_feeds")
    claimed: list[bool] = []
    start = threading.Barrier(8)

    def work(number: int) -> None:
        start.wait()
        claimed.append(claim_job("check_feeds", process=f"worker:{number}", now=timezone.now()) is not None)
        connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == [False] * 7 + [True]


def test_worker_takes_an_announced_export_and_ends_when_told(instance):
    only("apidae_exports")
    with apidae(territory(3)) as server:
        delivery = announce(server)
        with manage("worker", "--tick=0.2", "--verbosity=0", instance=instance, apidae_url=server.api_url) as worker:
            wait_until(lambda: ExportDelivery.objects.filter(pk=delivery.pk, confirmed_at__isnull=False).exists())
            wait_until(lambda: ScheduledJob.objects.filter(name="apidae_exports", process="").exists())
            worker.send_signal(signal.SIGTERM)
            output, _errors = worker.communicate(timeout=60)
    row = ScheduledJob.objects.get(name="apidae_exports")
    assert (worker.returncode, output) == (0, "")
    assert (row.report, row.error) == ("1 export intégré.", "")
    assert row.next_run_at > timezone.now() - timedelta(minutes=1)
    assert Event.objects.filter(published=True).count() == 3


def test_worker_told_to_stop_in_the_middle_of_an_import_goes_on_at_the_next_start(instance):
    only("apidae_exports")
    with territory_with_gate() as (server, gate):
        announce(server)
        with manage("worker", "--tick=0.2", "--verbosity=0", instance=instance, apidae_url=server.api_url) as worker:
            assert gate.reached.wait(150)
            worker.send_signal(signal.SIGTERM)
            worker.communicate(timeout=60)
        stopped = ScheduledJob.objects.get(name="apidae_exports")
        put_back = ExportDelivery.objects.get().state
        gate.open.set()
        with manage("worker", "--tick=0.2", "--verbosity=0", instance=instance, apidae_url=server.api_url):
            wait_until(lambda: ExportDelivery.objects.filter(state=DeliveryState.DONE).exists())
    assert (worker.returncode, stopped.process, put_back) == (0, "", DeliveryState.WAITING)
    assert stopped.error == "Interrompu par l’arrêt du serveur."
    assert Event.objects.filter(published=True).count() == 250


@pytest.mark.parametrize("moment", ["download", "import"])
def test_worker_killed_in_the_middle_leaves_an_export_that_the_next_one_takes(instance, tmp_path, moment):
    only("apidae_exports")
    with territory_with_gate() as (server, gate):
        announce(server)
        if moment == "download":
            server.faults.slow_seconds = 200
            server.faults.play(slow=None)
        with manage("run_job", "apidae_exports", instance=instance, apidae_url=server.api_url) as job:
            if moment == "download":
                wait_until(lambda: any(path.startswith("/exports/") for _method, path in server.requests))
            else:
                assert gate.reached.wait(150)
            job.kill()
            job.wait()
        left = ExportDelivery.objects.get().state
        server.faults.clear()
        gate.open.set()
        with manage("worker", "--tick=0.2", "--verbosity=0", instance=instance, apidae_url=server.api_url):
            wait_until(lambda: ExportDelivery.objects.filter(state=DeliveryState.DONE).exists())
        confirmed = [export.confirmed for export in server.exports.values()]
    assert (left, confirmed) == (DeliveryState.RUNNING, [True])
    assert Event.objects.filter(published=True).count() == 250
    runs = list(ImportRun.objects.order_by("pk").values_list("status", flat=True))
    assert runs == [ImportStatus.INTERRUPTED] * (moment == "import") + [ImportStatus.SUCCEEDED]
    assert list((tmp_path / "exports").iterdir()) == [tmp_path / "exports" / "lock"]


def test_worker_survives_a_job_that_fails(instance):
    """There is no APIDAE at the address: its job fails, the next one is done."""
    only("apidae_full")
    ScheduledJob.objects.filter(name="check_feeds").update(enabled=True, next_run_at=timezone.now())
    with manage("worker", "--tick=0.2", "--verbosity=0", instance=instance) as worker:
        wait_until(lambda: ScheduledJob.objects.filter(name="check_feeds").exclude(ended_at=None).exists())
        alive = worker.poll() is None
    assert alive
    assert ScheduledJob.objects.get(name="check_feeds").error == ""
