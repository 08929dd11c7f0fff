"""A platform with hundreds of objects, and its client."""

from collections.abc import Iterator

import pytest

from tests.tourism.apidae.client.clients import KEY, client_of
from tests.tourism.apidae.territories import TODAY, territory
from tourism.apidae.client import ApidaeClient
from tourism.apidae.simulator import ApidaeSimulator


@pytest.fixture
def apidae() -> Iterator[ApidaeSimulator]:
    with ApidaeSimulator(territory(450), api_key=KEY, project_id=3030, today=TODAY) as simulator:
        yield simulator


@pytest.fixture
def client(apidae: ApidaeSimulator) -> Iterator[ApidaeClient]:
    with client_of(apidae) as client:
        yield client
