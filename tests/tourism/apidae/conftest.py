"""What several modules need that is long to make."""

from typing import Any

import pytest

from tests.tourism.apidae import full_objects as made


@pytest.fixture(scope="module")
def full_objects() -> dict[str, tuple[dict[str, Any], dict[str, str]]]:
    """By type: an object with every path, and the mark by which the value of each path can be found again."""
    return made.full_objects()
