"""The demonstration territory as a dataset of the simulator."""

from datetime import date

from tourism.apidae.demonstration import build_territory, media_file
from tourism.apidae.simulator.dataset import Dataset


def demonstration_dataset(today: date, base_url: str) -> Dataset:
    """Objects of the demonstration around `today`, with media served by the simulator at `base_url`."""
    territory = build_territory(today, media_url=f"{base_url}/filestore")
    return Dataset.from_territory(territory, media=_media)


def _media(path: str) -> tuple[bytes, str] | None:
    try:
        return media_file(path)
    except (LookupError, FileNotFoundError, ValueError):
        return None
