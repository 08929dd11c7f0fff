"""What was worked out once, kept within a process for who asks next."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock


class KeptBytes:
    """Bytes by key, at most `most` of them together; what was asked for longest ago goes first."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._size = 0
        self._known: OrderedDict[bytes, bytes] = OrderedDict()
        # Requests are answered in several threads.
        self._lock = Lock()

    def get(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, else what `make` gives."""
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        # Two threads may make the same: neither waits for the other.
        made = make()
        with self._lock:
            if key not in self._known and len(made) <= self._most:
                self._known[key] = made
                self._size += len(made)
            while self._size > self._most:
                self._size -= len(self._known.popitem(last=False)[1])
        return made
