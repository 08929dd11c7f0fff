"""Exports of a simulator, announced as APIDAE would, and taken as the timetable would."""

from datetime import UTC, datetime
from typing import Any

from agenda.sources.deliveries import process_deliveries
from tests.agenda.apidae_feed import client_of
from tests.tourism.apidae.territories import event
from tourism.actions.deliveries import receive_notification
from tourism.apidae.simulator import ApidaeSimulator
from tourism.apidae.simulator.exports import Export
from tourism.models import ExportDelivery

NIGHT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


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
