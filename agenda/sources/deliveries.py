"""Exports that APIDAE announced: fetched, imported, confirmed, one after the other."""

import fcntl
import logging
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from agenda.sources.imports import apidae_import
from tourism.actions import (
    RunInProgressError,
    claim_delivery,
    complete_delivery,
    fail_delivery,
    note_confirmation,
    put_back_delivery,
    release_deliveries,
    says_what_is_missing,
    unconfirmed_deliveries,
    waiting_deliveries,
)
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.enums import ImportStatus
from tourism.models import ExportDelivery, ImportRun

logger = logging.getLogger(__name__)

TAKEN = (ImportStatus.SUCCEEDED, ImportStatus.WAITING)


def apidae_client(*, url: str = "", project: int = 0) -> ApidaeClient:
    """A client of the APIDAE that the settings name, with the key of the environment."""
    address = url or settings.APIDAE_URL
    return ApidaeClient(
        address,
        settings.APIDAE_KEY,
        project or settings.APIDAE_PROJECT,
        # Politeness towards a service of others, not towards a simulator on this machine.
        pause=0 if urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1") else 0.1,
        export_hosts=settings.APIDAE_EXPORT_HOSTS,
        media_hosts=settings.APIDAE_MEDIA_HOSTS,
    )


def process_deliveries(
    *,
    client: ApidaeClient | None = None,
    started_by: str = "",
    progress: Callable[[int, int | None], None] = lambda read, total: None,
) -> list[ExportDelivery]:
    """Take every announced export that may be taken now; gives those that were tried, in order.

    Several processes may call this: one works, the others find nothing to do. One that is killed leaves an export that
    the next call takes up again.
    """
    folder = exports_folder()
    with _alone(folder / "lock") as alone, nullcontext(client) if client else apidae_client() as apidae:
        if not alone:
            return []
        here = [path.name for path in folder.iterdir() if path.is_dir()]
        release_deliveries(stems_here=here, host=socket.gethostname(), now=timezone.now())
        for stem in here:
            shutil.rmtree(folder / stem, ignore_errors=True)
        for unconfirmed in unconfirmed_deliveries(now=timezone.now()):
            _confirm(unconfirmed, apidae)
        tried = []

        def mark(delivery: ExportDelivery) -> None:
            # Where it is says that this machine works on it, should the process die. Without room for it, the attempt
            # itself fails and says why.
            with suppress(OSError):
                (folder / delivery.stem).mkdir(parents=True, exist_ok=True)

        while (delivery := claim_delivery(now=timezone.now(), mark=mark)) is not None:
            tried.append(delivery)
            _take(delivery, apidae, folder / delivery.stem, started_by=started_by, progress=progress)
            # What cannot be removed now is removed before the next exports are taken.
            shutil.rmtree(folder / delivery.stem, ignore_errors=True)
        return tried


def deliveries_wait() -> bool:
    """Whether a look at the exports may find something to do."""
    now = timezone.now()
    return waiting_deliveries(now=now).exists() or unconfirmed_deliveries(now=now).exists()


def exports_folder() -> Path:
    """Where exports are kept while they are read; made when it is not there."""
    folder = settings.VAR_DIR / "exports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _alone(path: Path) -> Iterator[bool]:
    """Whether no other process of this machine holds the file. The system lets go of it when a process dies."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _take(
    delivery: ExportDelivery,
    client: ApidaeClient,
    folder: Path,
    *,
    started_by: str,
    progress: Callable[[int, int | None], None],
) -> None:
    """Fetch and import one export that this process has claimed."""
    run = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        run = _import(delivery, client, folder, started_by=started_by, progress=progress)
        if run.status not in TAKEN:
            fail_delivery(delivery, error=run.error, run=run, now=timezone.now())
            return
    except (ApidaeError, RunInProgressError, OSError) as error:
        fail_delivery(delivery, error=getattr(error, "sentence", None) or str(error), run=run, now=timezone.now())
        return
    except Exception as error:
        # A mistake of ours: it must not be met again every minute, and somebody must see it.
        fail_delivery(delivery, error=f"{type(error).__name__}: {error}", run=run, now=timezone.now())
        raise
    except BaseException:
        # Told to stop: the next process starts this one again, at once.
        put_back_delivery(delivery)
        raise
    complete_delivery(delivery, run=run, now=timezone.now())
    _confirm(delivery, client)


def _import(
    delivery: ExportDelivery,
    client: ApidaeClient,
    folder: Path,
    *,
    started_by: str,
    progress: Callable[[int, int | None], None],
) -> ImportRun:
    path = client.download_export(delivery.download_url, folder / f"{delivery.stem}.zip")
    importing = apidae_import(client=client, started_by=started_by, progress=progress)
    return importing.from_export(path, complete=says_what_is_missing(delivery), exported_at=delivery.exported_at)


def _confirm(delivery: ExportDelivery, client: ApidaeClient) -> None:
    """Tell APIDAE that an export is in, when its notification said where."""
    try:
        told = client.confirm_export(delivery.confirmation_url)
    except ApidaeError as error:
        note_confirmation(delivery, error=str(error), now=timezone.now())
    else:
        if told:
            note_confirmation(delivery, error="", now=timezone.now())
