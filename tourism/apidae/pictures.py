"""Fetches the pictures that objects name."""

from collections.abc import Callable

from tourism.actions import BadImageError, note_image_failure, store_image_content
from tourism.apidae.client import ApidaeClient
from tourism.attempts import AttemptError
from tourism.models import RemoteImage
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
        if fetch_image(image, lambda url: client.download_media(url, LARGEST_IMAGE).content):
            fetched.add(image.url)
        else:
            failed += 1
    show(fetched - shown)
    return fetched, failed


def fetch_image(image: RemoteImage, download: Callable[[str], bytes]) -> bool:
    """Fetch and keep one picture, or remember why it could not be had. `download` raises AttemptError, whose text is
    a French sentence."""
    try:
        store_image_content(image, download(image.url))
    except AttemptError as error:
        note_image_failure(image, str(error))
        return False
    except BadImageError as error:
        note_image_failure(image, error.sentence)
        return False
    return True
