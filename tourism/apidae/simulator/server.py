"""Serves a dataset over HTTP as APIDAE's hosts do: the API, the export files and the media, on one port."""

import tempfile
import threading
from collections import deque
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from tourism.apidae.simulator.answers import Answers, altered
from tourism.apidae.simulator.dataset import Dataset
from tourism.apidae.simulator.exports import Export, export_stem, notify, write_export
from tourism.apidae.simulator.faults import Faults
from tourism.apidae.simulator.handler import RequestHandler, SimulatorServer


class ApidaeSimulator:
    """`with ApidaeSimulator(dataset) as apidae: … apidae.api_url …`

    One project of the platform, on the loopback interface unless `host` says otherwise; `port` 0 takes a free one.
    `today` fixes the day of the agenda. `faults` can be changed while it runs. `public_url` replaces the address in
    what it writes (export and confirmation addresses), for use behind another one. `requests` remembers the last
    (method, path) pairs.
    """

    def __init__(
        self,
        dataset: Dataset,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        project_id: int = 1,
        api_key: str = "demo",
        today: date | None = None,
        over_count: str = "clamp",
        faults: dict[str, int | None] | None = None,
        slow_seconds: float = 5.0,
        public_url: str | None = None,
    ):
        self.today = today or datetime.now().astimezone().date()
        self.answers = Answers(dataset, project_id, api_key, self.today, over_count)
        self.faults = Faults(dict(faults or {}), slow_seconds)
        self.exports: dict[str, Export] = {}
        self.requests: deque[tuple[str, str]] = deque(maxlen=1000)
        self.started_at = datetime.now(UTC)
        self.closing = threading.Event()
        self._folder = tempfile.TemporaryDirectory(prefix="apidae-simulator-")
        self._server = SimulatorServer((host, port), RequestHandler)
        self._server.simulator = self
        self._thread: threading.Thread | None = None
        bound_host, bound_port = self._server.server_address[:2]
        self.url = public_url or f"http://{bound_host!s}:{bound_port}"

    @property
    def api_url(self) -> str:
        """The base address to give to a client, as `https://api.apidae-tourisme.com/api`."""
        return f"{self.url}/api"

    @property
    def dataset(self) -> Dataset:
        return self.answers.dataset

    @dataset.setter
    def dataset(self, dataset: Dataset) -> None:
        """The next answers come from this one: what changed on the platform since."""
        self.answers.dataset = dataset

    def start(self) -> Self:
        """Serves in a thread until `stop()`."""
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        return self

    def wait(self) -> None:
        """Blocks until `stop()` is called from another thread, or a signal interrupts."""
        while not self.closing.wait(0.5):
            pass

    def stop(self) -> None:
        self.closing.set()
        if self._thread:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()

    def export(
        self,
        *,
        grouped: bool = True,
        modified: Iterable[int] | None = None,
        deleted: Iterable[int] = (),
        deleted_linked: Iterable[int] = (),
        one_off: bool = False,
        include_hidden: bool = False,
    ) -> Export:
        """Builds an export as at the end of the night: full without `modified`, differential with it."""
        changes = self.faults.for_request(None, ("unknown-elements", "missing-geometry", "labels-removed"))
        dataset = self.dataset
        if changes:
            objects = [altered(item, changes, export=True) for item in dataset.objects]
            dataset = Dataset(**{**_parts_of(dataset), "objects": objects})
        stem = export_stem(self.answers.project_id, datetime.now().astimezone())
        path = Path(self._folder.name) / f"{stem}.zip"
        count = write_export(
            dataset,
            path,
            grouped=grouped,
            modified=modified,
            deleted=[*dataset.deleted_ids, *deleted] if modified is None else deleted,
            deleted_linked=deleted_linked,
            include_hidden=include_hidden,
        )
        export = Export(stem, path, reset=modified is None, one_off=one_off, object_count=count)
        self.exports[stem] = export
        return export

    def retrieval_url(self, export: Export) -> str:
        return f"{self.url}/exports/{export.stem}.zip"

    def confirmation_url(self, export: Export) -> str:
        return f"{self.api_url}/v002/export/confirmation?hash={export.stem}"

    def notify(self, export: Export, url: str, *, success: bool = True) -> str:
        """Tells a reader about an export; call it twice, or in another order, to imitate the platform's worst days."""
        outcome = notify(
            url,
            project_id=self.answers.project_id,
            success=success,
            one_off=export.one_off,
            reset=export.reset,
            retrieval_url=self.retrieval_url(export),
            confirmation_url=self.confirmation_url(export),
        )
        export.notified.append(outcome)
        return outcome


def _parts_of(dataset: Dataset) -> dict[str, Any]:
    names = Dataset.__dataclass_fields__
    return {name: getattr(dataset, name) for name in names}
