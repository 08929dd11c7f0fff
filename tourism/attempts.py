"""A request that may succeed when it is made again: how often, and how long to wait before. Whoever talks to another
machine shares this; what is asked and what counts as a failure is the client's own."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

Answer = TypeVar("Answer")

# Seconds between two attempts of our own choosing.
LONGEST_PAUSE = 30.0


class AttemptError(Exception):
    """An attempt that failed. `passing`: the same request may succeed later; `wait`: after so many seconds at least,
    as the other side asks."""

    passing = False
    wait = 0.0


def attempts(
    once: Callable[[], Answer],
    *,
    retries: int,
    backoff: float,
    deadline: float,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """What `once` gives, tried again up to `retries` times while it raises an AttemptError that may pass.

    Before each new attempt it waits `backoff` seconds, then twice that, and so on, half as much more or less at random
    so that many clients do not come back together; never less than the other side asks. It does not begin to wait for
    what would go beyond `deadline`, a moment of `clock`. Raises the last error.
    """
    for attempt in range(retries + 1):
        try:
            return once()
        except AttemptError as error:
            if attempt == retries or not error.passing:
                raise
            pause = min(backoff * 2**attempt, LONGEST_PAUSE) * random.uniform(0.5, 1.5)  # noqa: S311 - no secret
            pause = max(pause, error.wait)
            if clock() + pause > deadline:
                raise
        sleep(pause)
    raise AssertionError("The last attempt gives or raises.")


def retry_after(value: str, *, now: datetime | None = None) -> float:
    """The seconds that a `Retry-After` header asks to wait, in either form that HTTP allows; 0 without a valid one."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
