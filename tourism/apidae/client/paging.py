"""Reads a list page by page although it moves meanwhile, so that what stays in it is read once and never missed."""

from collections.abc import Callable, Iterator
from typing import Any

from tourism.apidae.client.errors import ApidaeIncomplete

# How often the reading may go back because items moved between pages.
_MOST_REWINDS = 20

# Asks for the page that starts at an offset; answers (number of items in the whole list, items of the page).
Fetch = Callable[[int], tuple[int, list[Any]]]


def read_pages(fetch: Fetch, *, page_size: int, by_id: bool, announce: Callable[[int], None]) -> Iterator[Any]:
    """The items of all pages, each once; the total that the first page announces is given to `announce`.

    Items are objects with an `id`, ids, or (day, one of these). They may appear or disappear on the platform while it
    is read, which shifts the pages. Each page therefore begins with the last item of the one before: when it does not,
    the reading goes back until it meets what it knows, and what was already given is not given again. In a list sorted
    by id (`by_id`) any smaller id is known; in another order, only what was given.

    Raises `ApidaeIncomplete` at the end rather than stop early.
    """
    seen: set[Any] = set()
    last: Any = None
    announced: int | None = None
    position = rewinds = steps = others = 0
    while True:
        first = max(0, position - 1)
        total, items = fetch(first)
        if announced is None:
            announced = total
            announce(total)
        if first and not (_continues(items, last) if by_id else _touches(items, last, seen)):
            rewinds += 1
            if rewinds > _MOST_REWINDS:
                raise ApidaeIncomplete("La liste d'APIDAE a trop changé pendant la lecture : elle est à reprendre.")
            # Each step back is twice the one before, so that even a large deletion is soon passed.
            position = max(0, position - page_size * 2**steps)
            steps += 1
            continue
        steps = 0
        previous = None
        for item in items:
            identity = identity_of(item)
            if identity is None and not (first and item == last):
                others += 1
                yield item
            elif identity is not None and identity not in seen:
                seen.add(identity)
                yield item
            elif identity is not None and identity == previous:
                others += 1  # the feed itself holds an id twice
            previous = identity
        last = items[-1] if items else last
        before, position = position, first + len(items)
        # A count that has grown may be owed to items published behind what was read; any other shortfall is loss.
        short = total <= announced and len(seen) + others < total
        if position <= before and position < total or position >= total and short:
            raise ApidaeIncomplete(
                f"APIDAE annonce {total} objets et n'en a donné que {len(seen) + others} : "
                "la lecture n'est pas complète."
            )
        if position >= total:
            return


def identity_of(item: Any) -> int | str | tuple[str, Any] | None:
    """What tells an item from the others, or None when it has no id."""
    if isinstance(item, tuple):
        day, inner = item
        identity = identity_of(inner)
        return None if identity is None else (day, identity)
    value = item.get("id") if isinstance(item, dict) else item
    return value if isinstance(value, (int, str)) and not isinstance(value, bool) else None


def _continues(items: list[Any], last: Any) -> bool:
    """Whether a page sorted by id, that should begin with the last known item, touches what is known."""
    if not items:
        return False
    known, begins = identity_of(last), identity_of(items[0])
    if isinstance(known, int) and isinstance(begins, int):
        return begins <= known
    return known is None or begins is None or begins == known or isinstance(known, int) != isinstance(begins, int)


def _touches(items: list[Any], last: Any, seen: set[Any]) -> bool:
    """The same in any other order, which the list keeps: what comes before an item that was given was given too."""
    if not items:
        return False
    begins = identity_of(items[0])
    return items[0] == last if begins is None else begins in seen
