"""The demonstration territory as a dataset of the simulator."""

from datetime import date

from tourism.apidae.demonstration import build_territory
from tourism.apidae.simulator.dataset import Dataset
from tourism.apidae.simulator.media import demonstration_media


def demonstration_dataset(today: date, base_url: str) -> Dataset:
    """Objects of the demonstration around `today`, with media served by the simulator at `base_url`."""
    territory = build_territory(today, media_url=f"{base_url}/filestore")
    return Dataset.from_territory(territory, media=demonstration_media)
