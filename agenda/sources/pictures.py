"""Pictures that the feeds name: fetched, and put on the cards that show them."""

from collections.abc import Callable

from agenda.sources.imports import refresh_fetched_images
from tourism.apidae.client import ApidaeClient
from tourism.apidae.pictures import fetch_images
from tourism.queries import pending_images

# Fetched between two words about how far it is; put on cards together, because each time all cards are looked through.
TOLD_AT_ONCE, SHOWN_AT_ONCE = 10, 200
LIMIT = 10_000


def fetch_pictures(
    client: ApidaeClient, *, progress: Callable[[int, int | None], None] = lambda done, total: None
) -> tuple[int, int]:
    """Fetch the pictures that were not yet; gives how many came and how many failed.

    `progress` is called with the number tried and the number to try.
    """
    total = len(pending_images(LIMIT))
    came, failed = 0, 0
    waiting: set[str] = set()
    try:
        while came + failed < total:
            limit = min(TOLD_AT_ONCE, total - came - failed)
            fetched, refused = fetch_images(client, limit=limit)
            if not fetched and not refused:
                break  # somebody else fetched the rest
            came, failed = came + len(fetched), failed + refused
            waiting |= fetched
            if len(waiting) >= SHOWN_AT_ONCE:
                refresh_fetched_images(waiting)
                waiting = set()
            progress(came + failed, total)
    finally:
        # Also when it was told to stop: what came is shown.
        refresh_fetched_images(waiting)
    return came, failed
