"""What every test may use."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import settings as hypothesis_settings

from tests.own_database import copied_database

# The same examples each time: whether a change is good must not depend on luck. Others are for who looks for trouble:
# HYPOTHESIS_PROFILE=explore. No deadline: how busy the machine is says nothing of the code (speed is in tests/bench).
hypothesis_settings.register_profile("same", derandomize=True, deadline=None)
hypothesis_settings.register_profile("explore", max_examples=400, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No answer of another test."""
    cache.clear()


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own (see `copied_database`). Not together with `django_db`."""
    with django_db_blocker.unblock(), copied_database(tmp_path) as address:
        yield address


@pytest.fixture
def graphql(client: Client) -> Callable[..., dict[str, Any]]:
    """Ask the API over HTTP: `graphql(query, **variables)` gives the data, or the whole answer with `errors=True`."""

    def ask(query: str, *, errors: bool = False, **variables: Any) -> dict[str, Any]:
        body = json.dumps({"query": query, "variables": variables})
        answer = client.post("/graphql", body, content_type="application/json").json()
        if errors:
            return answer
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return ask
