"""An import over HTTP from a simulator on loopback, for the tests of whole runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from agenda.models import Event
from agenda.sources.imports import apidae_import
from tests.tourism.apidae.territories import territory
from tourism.apidae.client import ApidaeClient
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.models import ImportRun

TODAY = date(2026, 11, 25)


@contextmanager
def apidae(dataset: Dataset, **options: Any) -> Iterator[ApidaeSimulator]:
    """A simulator that serves a dataset while the block runs."""
    with ApidaeSimulator(dataset, today=TODAY, **options) as server:
        yield server


def client_of(server: ApidaeSimulator, *, key: str = "demo") -> ApidaeClient:
    """A client without pauses, that gives up quickly."""
    return ApidaeClient(server.api_url, key, 1, pause=0, retries=1, backoff=0.01, timeout=10)


def import_api(server: ApidaeSimulator, **options: Any) -> ImportRun:
    """One reading of the whole project by the API."""
    with client_of(server) as client:
        return apidae_import(client=client, **options).from_api()


def counts(run: ImportRun) -> dict[str, int]:
    """What the run reports, without its zeros."""
    names = ("read", "created", "updated", "unchanged", "withdrawn", "quarantined")
    return {name: getattr(run, name) for name in names if getattr(run, name)}


def dataset_of(*objects: dict) -> Dataset:
    """These objects, with the made-up referentials."""
    base = territory(0)
    return Dataset(
        objects=list(objects), elements_reference=base.elements_reference, communes=base.communes, criteres_internes=[]
    )


def changes_by_api(server: ApidaeSimulator, **options: Any) -> ImportRun:
    """One reading of what changed since the last one."""
    with client_of(server) as client:
        return apidae_import(client=client, **options).from_api_changes()


def titles() -> list[str]:
    """Of the events that are shown."""
    return sorted(Event.objects.filter(published=True).values_list("title", flat=True))
