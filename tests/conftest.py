"""What every test may use."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No answer of another test."""
    cache.clear()


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
