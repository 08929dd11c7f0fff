"""Writes JSON with the layout of the platform's own serialiser (Jackson's default pretty printer)."""

import math
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any


def pretty_json(value: Any) -> bytes:
    """UTF-8 text with `"key" : value`, two spaces of indent and arrays on one line: `[ 1, 2 ]`."""
    return "".join(_parts(value, "\n")).encode("utf-8", "replace")


def _parts(value: Any, line: str) -> Iterator[str]:
    if isinstance(value, str):
        yield encode_basestring(value)
    elif value is None:
        yield "null"
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, int):
        yield str(value)
    elif isinstance(value, float):
        yield repr(value) if math.isfinite(value) else f'"{value}"'
    elif isinstance(value, dict):
        yield from _members(value, line)
    else:
        yield from _items(value, line)


def _members(value: dict, line: str) -> Iterator[str]:
    if not value:
        yield "{ }"
        return
    inner = line + "  "
    opening = "{"
    for key, item in value.items():
        yield f"{opening}{inner}{encode_basestring(str(key))} : "
        yield from _parts(item, inner)
        opening = ","
    yield line + "}"


def _items(value: list, line: str) -> Iterator[str]:
    opening = "[ "
    for item in value:
        yield opening
        yield from _parts(item, line)
        opening = ", "
    yield "[ ]" if opening == "[ " else " ]"
