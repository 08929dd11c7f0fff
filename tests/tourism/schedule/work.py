"""How much work something is: counted, as time on a busy machine says nothing."""

import sys
from collections.abc import Callable
from typing import Any


def calls_of(work: Callable[[], Any]) -> tuple[Any, int]:
    """What a function returns, and how many functions it called: time, as every machine measures it."""
    number = 0

    def count(_frame, event, _argument):
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        result = work()
    finally:
        sys.setprofile(None)
    return result, number
