"""Reaches into objects that may be misshapen: the simulator serves broken data too, and must not break on it."""

from collections.abc import Hashable
from typing import Any


def inside(value: Any, *names: str) -> Any:
    """The value at a path of keys, or None as soon as something on the way is not an object."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def items_of(value: Any, *names: str) -> list[dict[str, Any]]:
    """The objects in the list at a path; empty when there is no list."""
    found = inside(value, *names)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def key_of(value: Any, *names: str) -> Hashable:
    """The value at a path, in a form that sets and dictionaries accept."""
    found = inside(value, *names)
    return found if isinstance(found, Hashable) else repr(found)
