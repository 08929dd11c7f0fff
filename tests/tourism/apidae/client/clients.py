"""Clients without pauses: of a simulator, or of a function that answers."""

from typing import Any

import httpx

from tourism.apidae.client import ApidaeClient
from tourism.apidae.simulator import ApidaeSimulator

KEY = "s3cr3tK3y"
# Ids of the project of the fixture `apidae`.
ALL = [*range(5000, 5450), 9001, 9002]


def client_of(simulator: ApidaeSimulator, **options: Any) -> ApidaeClient:
    """A client that gives up quickly."""
    quick = {"pause": 0, "backoff": 0, "timeout": 5, "retries": 2}
    return ApidaeClient(simulator.api_url, KEY, 3030, **(quick | options))


def answering(handler: Any, **options: Any) -> ApidaeClient:
    """A client whose answers come from a function, for what the simulator does not do."""
    quick = {"pause": 0, "backoff": 0, "retries": 1}
    transport = httpx.MockTransport(handler)
    return ApidaeClient("https://api.apidae-tourisme.com/api", KEY, 1, transport=transport, **(quick | options))


def requests_made(simulator: ApidaeSimulator, ending: str) -> int:
    """How many requests went to addresses with this ending."""
    return len([path for _, path in simulator.requests if path.endswith(ending)])
