"""Fetches the pictures that APIDAE's objects name."""

from collections.abc import Callable

from tourism.actions import BadImageError, note_image_failure, store_image_content
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.queries import pending_images

LARGEST_IMAGE = 20_000_000
SHOWN_AT_ONCE = 200


def fetch_images(
    client: ApidaeClient, *, limit: int = 10_000, show: Callable[[set[str]], None] = lambda urls: None
) -> tuple[set[str], int]:
    """Fetch the pictures that were not yet; gives the addresses of those that came, and how many failed.

    `show` is called now and then with the addresses that came since: a run that is killed has shown what it fetched.
    """
    fetched: set[str] = set()
    shown: set[str] = set()
    failed = 0
    for image in pending_images(limit):
        if len(fetched) - len(shown) >= SHOWN_AT_ONCE:
            show(fetched - shown)
            shown = set(fetched)
        try:
            media = client.download_media(image.url, LARGEST_IMAGE)
            store_image_content(image, media.content)
        except ApidaeError as error:
            note_image_failure(image, str(error))
            failed += 1
        except BadImageError as error:
            note_image_failure(image, error.sentence)
            failed += 1
        else:
            fetched.add(image.url)
    show(fetched - shown)
    return fetched, failed
