"""Serves a dataset over HTTP as APIDAE's hosts do: the API, the export files and the media, on one port."""

import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from tourism.apidae.simulator.answers import Answers, altered
from tourism.apidae.simulator.dataset import Dataset
from tourism.apidae.simulator.exports import (
    Content,
    Export,
    changes_between,
    content_of,
    export_stem,
    notify,
    write_empty_export,
    write_export,
)
from tourism.apidae.simulator.faults import Faults
from tourism.apidae.simulator.handler import RequestHandler, SimulatorServer
from tourism.apidae.simulator.lazy import LazyObjects
from tourism.apidae.simulator.scenarios import with_distinctions, with_revoked_selections

_EXPORT_FAULTS = ("unknown-elements", "missing-geometry", "labels-removed", "empty", "empty-zip")


class ApidaeSimulator:
    """`with ApidaeSimulator(dataset) as apidae: … apidae.api_url …`

    One project of the platform, on the loopback interface unless `host` says otherwise; `port` 0 takes a free one.
    `today` fixes the day of the agenda. `faults` can be changed while it runs. `public_url` replaces the address in
    what it writes (export and confirmation addresses), for use behind another one.

    `requests` remembers the last (method, path) pairs, `served` the (path, HTTP status, bytes sent) of the last files,
    `confirmed` the stems of the exports whose confirmation was asked for, each time.
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
        self._given = dataset
        self.answers = Answers(dataset, project_id, api_key, self.today, over_count)
        self.faults = Faults(dict(faults or {}), slow_seconds)
        self.exports: dict[str, Export] = {}
        self._exported: Callable[[], Content] | None = None
        self.confirmed: list[str] = []
        self.requests: deque[tuple[str, str]] = deque(maxlen=1000)
        self.served: deque[tuple[str, int, int]] = deque(maxlen=1000)
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
        self.answers.dataset = self._given = dataset

    def change_content(self, change: Callable[[Dataset], Dataset]) -> None:
        """Plays one of the scenarios (scenarios.py, or another change) on what is served, until `restore()`."""
        self.answers.dataset = change(self.answers.dataset)

    def restore(self) -> None:
        """Serves again the dataset that was given, as if no scenario had been played."""
        self.answers.dataset = self._given

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

    # Exports

    def export(
        self,
        *,
        grouped: bool = True,
        modified: Iterable[int] | None = None,
        deleted: Iterable[int] = (),
        deleted_linked: Iterable[int] = (),
        one_off: bool = False,
        include_hidden: bool = False,
        made_at: datetime | None = None,
        differential: bool = False,
    ) -> Export:
        """Builds an export as at the end of the night: full without `modified`, differential with it.

        `differential` finds by itself what was modified and deleted since the last export (ValueError without one).
        `made_at` is the local time that its name tells, now without it: exports of the same minute have no order.
        """
        changes = self.faults.for_request(None, _EXPORT_FAULTS)
        dataset = self.dataset
        if "empty" in changes:
            dataset = with_revoked_selections(dataset)
        if "labels-removed" in changes:
            dataset = with_distinctions(dataset)
        altering = changes & {"unknown-elements", "missing-geometry"}
        if differential:
            if self._exported is None:
                raise ValueError("There is no export yet that this one could differ from")
            found = changes_between(self._exported(), content_of(dataset))
            modified, deleted, deleted_linked = found["modified"], found["deleted"], found["deleted_linked"]
        stem = export_stem(self.answers.project_id, made_at or datetime.now().astimezone())
        path = Path(self._folder.name) / f"{stem}.zip"
        if "empty-zip" in changes:
            count = write_empty_export(path)
        else:
            count = write_export(
                dataset,
                path,
                grouped=grouped,
                modified=modified,
                deleted=[*dataset.deleted_ids, *deleted] if modified is None else deleted,
                deleted_linked=deleted_linked,
                include_hidden=include_hidden,
                change=lambda item: altered(item, altering, export=True),
            )
        export = Export(stem, path, reset=modified is None, one_off=one_off, object_count=count)
        self.exports[stem] = export
        self._remember(dataset)
        return export

    def _remember(self, dataset: Dataset) -> None:
        """Keeps what was exported: at once when it is a list that may be changed, when it is asked for otherwise."""
        if isinstance(dataset.objects, LazyObjects):
            self._exported = lambda: content_of(dataset)
        else:
            content = content_of(dataset)
            self._exported = lambda: content

    def retrieval_url(self, export: Export) -> str:
        return f"{self.url}/exports/{export.stem}.zip"

    def confirmation_url(self, export: Export) -> str:
        return f"{self.api_url}/v002/export/confirmation?hash={export.stem}"

    def notify(
        self, export: Export | str, url: str, *, success: bool = True, times: int = 1, after: float = 0.0
    ) -> str:
        """Tells a reader about an export, given by itself or by its stem, as the platform does when it is ready.

        Posts `times` times, `after` seconds from now (at once by default). Returns what the reader answered last, its
        HTTP status or why it could not be reached, and nothing when that is still to come; `export.notified` has all
        answers in the end. To imitate the platform's worst days, notify exports in another order than theirs.
        """
        known = self.exports[export] if isinstance(export, str) else export
        if after > 0:
            threading.Thread(target=self._notify_later, args=(known, url, success, times, after), daemon=True).start()
        else:
            self._notify(known, url, success, times)
        return known.notified[-1] if known.notified else ""

    def _notify_later(self, export: Export, url: str, success: bool, times: int, after: float) -> None:
        if not self.closing.wait(after):
            self._notify(export, url, success, times)

    def _notify(self, export: Export, url: str, success: bool, times: int) -> None:
        for _ in range(times):
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
