"""Which part of a file a request wants: `Range` and `If-Range` of HTTP, for one range of bytes."""

import re

_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


class UnsatisfiableRangeError(ValueError):
    """The wanted part lies beyond the end of the file."""


def wanted_bytes(wanted: str | None, valid_if: str | None, etag: str, size: int) -> range | None:
    """The bytes to send out of `size`, or None for the whole file: no range, several, or of another version."""
    match = _RANGE.match(wanted or "")
    if not match or not (match[1] or match[2]) or (valid_if is not None and valid_if != etag):
        return None
    if not match[1]:
        return range(max(0, size - int(match[2])), size)
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if first >= size:
        raise UnsatisfiableRangeError(wanted)
    return range(first, last + 1) if first <= last else None
