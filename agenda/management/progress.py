"""A bar in the terminal while something long is done; nothing where nobody looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def progress_bar(label: str, *, quiet: bool = False) -> Iterator[Callable[[int, int | None], None]]:
    """Gives a function that is told how many are done, and of how many where that is known.

    The bar is drawn on the error output, is gone at the end, and never drawn in a file or a log.
    """
    bar = tqdm(
        desc=label,
        file=sys.stderr,
        disable=quiet or not sys.stderr.isatty(),
        leave=False,
        dynamic_ncols=True,
        mininterval=0.2,
    )

    def show(done: int, total: int | None = None) -> None:
        # What was announced may be less than what comes.
        bar.total = max(total, done) if total else None
        bar.update(done - bar.n)

    try:
        yield show
    finally:
        bar.close()
