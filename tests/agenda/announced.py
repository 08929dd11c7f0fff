"""Exports of a simulator, announced as APIDAE would, and taken as the timetable would."""

from datetime import UTC, datetime
from typing import Any

from agenda.models import Event
from agenda.sources.deliveries import process_deliveries
from tests.agenda.apidae_feed import client_of
from tests.tourism.apidae.territories import event, territory
from tourism.actions.deliveries import receive_notification
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.exports import Export
from tourism.models import ExportDelivery

NIGHT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def dataset_of(*objects: dict) -> Dataset:
    base = territory(0)
    return Dataset(objects=list(objects), elements_reference=base.elements_reference, communes=base.communes)


def named(number: int, name: str) -> dict:
    return event(number, nom={"libelleFr": name})


def announce(
    server: ApidaeSimulator, export: Export | None = None, *, at: datetime = NIGHT, **changes: Any
) -> ExportDelivery:
    """An export (the whole project's without one) as its notification announced it, made at a given time."""
    export = export or server.export()
    told = {
        "stem": export.stem,
        "project": 1,
        "failed": False,
        "one_off": export.one_off,
        "full": export.reset,
        "download_url": server.retrieval_url(export),
        "confirmation_url": server.confirmation_url(export),
        "exported_at": at,
    }
    return receive_notification(**told | changes)


def process(server: ApidaeSimulator) -> list[str]:
    """Stems of what was tried."""
    with client_of(server) as client:
        return [delivery.stem for delivery in process_deliveries(client=client)]


def titles() -> list[str]:
    return sorted(Event.objects.filter(published=True).values_list("title", flat=True))
