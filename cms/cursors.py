"""Opaque cursors of keyset pagination: the sort key of a row, readable by nobody but us. Pure."""

import base64
import binascii
import json
from collections.abc import Sequence

CursorKey = Sequence[str | int | float | bool | None]


class BadCursorError(ValueError):
    """The cursor was not made by `encode_cursor`."""


def encode_cursor(key: CursorKey) -> str:
    """The key of a row (JSON scalars only) as URL-safe text."""
    raw = json.dumps(list(key), separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, *, length: int) -> list[str | int | float | bool | None]:
    """The key back, exactly `length` scalars; raises BadCursorError for anything else."""
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, UnicodeError, ValueError, RecursionError):
        raise BadCursorError("This cursor is unreadable.") from None
    if not isinstance(key, list) or len(key) != length or any(isinstance(part, list | dict) for part in key):
        raise BadCursorError("This cursor belongs to another list.")
    return key
