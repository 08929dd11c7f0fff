"""Faults that the simulator plays on demand, so that the reader's behaviour under each can be tested."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

HEADER = "X-Simulator-Fault"

NAMES = frozenset(
    {
        "error",  # HTTP 500 with a Java stack in HTML
        "unavailable",  # HTTP 503
        "rate-limited",  # HTTP 429 with Retry-After: `retry_after`
        "slow",  # the answer comes after `slow_seconds`
        "drip",  # the answer comes in small pieces, over `slow_seconds` in all
        "disconnect",  # the connection closes in the middle of the answer
        "html",  # HTTP 200 with a page instead of JSON
        "truncated",  # HTTP 200 with the first half of the JSON
        "late-zip",  # HTTP 404 for an export that has been notified: its file comes later
        "truncated-zip",  # an export cut in half
        "no-ranges",  # an export of which the rest cannot be asked for
        "empty",  # the selection was revoked: numFound 0, exports without objects nor members of selections
        "empty-zip",  # an export without a single file
        "unknown-elements",  # reference ids that no referential knows
        "missing-geometry",  # geolocalisation without a point
        "drift",  # objects appear between two pages: numFound grows and pages overlap
        "shrink",  # objects disappear between two pages: a naive reader would skip some
        "short",  # fewer objects come than numFound announces
        "labels-removed",  # old label fields gone, their labels in `distinctions` (see also scenarios.py)
    }
)


@dataclass
class Faults:
    """Active faults: `{"unavailable": 3}` plays three times, `{"slow": None}` for ever.

    A request may add its own through the header `X-Simulator-Fault: unavailable=2` (several separated by commas);
    those that count are counted over all the requests that carry the same text.
    """

    active: dict[str, int | None] = field(default_factory=dict)
    slow_seconds: float = 5.0
    retry_after: str = "0"
    _by_header: dict[str, dict[str, int | None]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.play(**{name.replace("-", "_"): times for name, times in self.active.items()})

    def play(self, **faults: int | None) -> None:
        """Replaces the active faults; names are written with `_` for `-`."""
        self.active = _checked({name.replace("_", "-"): times for name, times in faults.items()})

    def clear(self) -> None:
        self.active = {}
        self._by_header = {}

    def for_request(self, header: str | None, relevant: Iterable[str]) -> set[str]:
        """The faults to play on one request among those `relevant` to it, which are counted as played."""
        with self._lock:
            playing = _take(self.active, relevant)
            if header:
                own = self._by_header.setdefault(header, parse_faults(header))
                playing |= _take(own, relevant)
            return playing


def parse_faults(text: str) -> dict[str, int | None]:
    """`unavailable=2, slow` → `{"unavailable": 2, "slow": None}`; raises `ValueError` for an unknown name."""
    found: dict[str, int | None] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, separator, times = part.partition("=")
        found[name] = int(times) if separator else None
    return _checked(found)


def _checked(faults: dict[str, int | None]) -> dict[str, int | None]:
    if unknown := set(faults) - NAMES:
        raise ValueError(f"Unknown fault: {', '.join(sorted(unknown))}. Known: {', '.join(sorted(NAMES))}.")
    return faults


def _take(faults: dict[str, int | None], relevant: Iterable[str]) -> set[str]:
    playing = set()
    for name in relevant:
        times = faults.get(name, 0)
        if times is None:
            playing.add(name)
        elif times > 0:
            faults[name] = times - 1
            playing.add(name)
    return playing
