from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourism.attempts import LONGEST_PAUSE, AttemptError, attempts, retry_after


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now, self.waits = 0.0, []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


class Line:
    """Fails so many times, then answers."""

    def __init__(self, failures: int, *, passing: bool = True, wait: float = 0.0) -> None:
        self.failures, self.passing, self.wait, self.calls = failures, passing, wait, 0

    def __call__(self) -> str:
        self.calls += 1
        if self.calls > self.failures:
            return "answer"
        error = AttemptError(self.calls)
        error.passing, error.wait = self.passing, self.wait
        raise error


def tried(line: Line, *, retries: int = 3, backoff: float = 1.0, deadline: float = 1e6) -> tuple[object, list[float]]:
    """The answer or the number of the attempt whose error came out, and the waits."""
    here = Time()
    try:
        got: object = attempts(
            line, retries=retries, backoff=backoff, deadline=deadline, sleep=here.sleep, clock=lambda: here.now
        )
    except AttemptError as error:
        got = error.args[0]
    return got, here.waits


@given(failures=st.integers(0, 12), retries=st.integers(0, 10))
def test_what_passes_is_tried_so_many_times_and_the_last_error_comes_out(failures, retries):
    line = Line(failures)
    got, waits = tried(line, retries=retries)
    assert got == ("answer" if failures <= retries else retries + 1)
    assert len(waits) == min(failures, retries) == line.calls - 1
    for number, wait in enumerate(waits):
        pause = min(2.0**number, LONGEST_PAUSE)
        assert 0.5 * pause <= wait <= 1.5 * pause


def test_what_does_not_pass_is_not_tried_again():
    assert tried(Line(5, passing=False)) == (1, [])


@given(asked=st.floats(0, 600), deadline=st.floats(0, 1_000))
def test_it_never_waits_less_than_asked_nor_beyond_its_time(asked, deadline):
    line = Line(99, wait=asked)
    _got, waits = tried(line, retries=5, deadline=deadline)
    assert all(wait >= asked for wait in waits) and sum(waits) <= deadline


def test_other_errors_are_not_attempts():
    def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        attempts(broken, retries=9, backoff=0, deadline=1e6, sleep=lambda seconds: pytest.fail("waited"))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7),
        (" 120 ", 120),
        ("Thu, 26 Nov 2026 08:01:00 GMT", 60),
        ("Thu, 26 Nov 2026 07:00:00 GMT", 0),
        ("Thu, 26 Nov 2026 09:01:00 +0100", 60),
        ("soon", 0),
        ("-5", 0),
        ("", 0),
        ("٣", 0),
        ("9" * 400, 999_999_999),
    ],
)
def test_retry_after_is_read_in_both_forms(value, seconds):
    assert retry_after(value, now=datetime(2026, 11, 26, 8, 0, tzinfo=UTC)) == seconds
