"""The simulated platform on loopback."""

from collections.abc import Iterator

import pytest

from tests.tourism.apidae.territories import TODAY, territory
from tourism.apidae.simulator import ApidaeSimulator


@pytest.fixture
def apidae() -> Iterator[ApidaeSimulator]:
    """Serves the made-up territory of twelve events."""
    with ApidaeSimulator(territory(), today=TODAY) as simulator:
        yield simulator
