"""Pictures that the feeds name: fetched, and put on the cards that show them."""

import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.errors import FeedError
from agenda.sources.imports import refresh_fetched_images
from tourism.apidae.client import ApidaeClient
from tourism.apidae.pictures import LARGEST_IMAGE, fetch_image
from tourism.attempts import AttemptError
from tourism.models import RemoteImage
from tourism.queries import pending_images

# Fetched between two words about how far it is; put on cards together, because each time all cards are looked through.
TOLD_AT_ONCE, SHOWN_AT_ONCE = 10, 200
LIMIT = 10_000
# One picture may take so many seconds. A site that fails so often in a row, or has taken so many seconds, is left until
# the next time: the pictures of the others do not wait for it.
LONGEST_WAIT, MOST_FAILURES, LONGEST_SITE = 30.0, 3, 600.0
# Sites that do not know what they serve say the last; what it is, is seen when it is opened.
PICTURE_TYPES = ("image/", "application/octet-stream", "binary/octet-stream")


def fetch_pictures(
    client: ApidaeClient,
    *,
    elsewhere: FeedClient | None = None,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
) -> tuple[int, int]:
    """Fetch the pictures that were not yet; gives how many came and how many failed.

    Those of APIDAE's hosts come through `client`, those that other sources name from wherever they are, as feeds do:
    never from a private network, bounded in size and time. `progress` is called with the number tried and the number
    to try.
    """
    came, failed, done = 0, 0, 0
    waiting: set[str] = set()
    images = pending_images(LIMIT)
    sites = _Sites()
    try:
        with elsewhere or FeedClient(retries=0, total=LONGEST_WAIT, altogether=float("inf")) as others:
            for image in _still_wanted(images):
                done += 1
                if sites.is_left(image.url):
                    continue
                if fetch_image(image, sites.watching(_download_of(image.url, client, others))):
                    came += 1
                    waiting.add(image.url)
                else:
                    failed += 1
                if len(waiting) >= SHOWN_AT_ONCE:
                    refresh_fetched_images(waiting)
                    waiting = set()
                if done % TOLD_AT_ONCE == 0:
                    progress(done, len(images))
            progress(len(images), len(images))
    finally:
        # Also when it was told to stop: what came is shown.
        refresh_fetched_images(waiting)
    return came, failed


class _Sites:
    """How the sites answer. Failures that may pass count, in a row; that there is nothing at an address does not."""

    def __init__(self) -> None:
        self._failures: dict[str, int] = {}
        self._seconds: dict[str, float] = {}

    def is_left(self, url: str) -> bool:
        """Whether the site of an address is not asked any more this time."""
        site = _site(url)
        return self._failures.get(site, 0) >= MOST_FAILURES or self._seconds.get(site, 0.0) >= LONGEST_SITE

    def watching(self, download: Callable[[str], bytes]) -> Callable[[str], bytes]:
        """The same, of which is noted how it went."""

        def watched(url: str) -> bytes:
            site, began, failures = _site(url), time.monotonic(), 0
            try:
                return download(url)
            except AttemptError as error:
                failures = self._failures.get(site, 0) + 1 if error.passing else 0
                raise
            finally:
                self._failures[site] = failures
                self._seconds[site] = self._seconds.get(site, 0.0) + time.monotonic() - began

        return watched


def _site(url: str) -> str:
    return urlsplit(url).netloc.lower()


def _still_wanted(images: list[RemoteImage]) -> Iterator[RemoteImage]:
    """Those that nobody else fetched in the meantime."""
    for at in range(0, len(images), TOLD_AT_ONCE):
        some = [image.pk for image in images[at : at + TOLD_AT_ONCE]]
        yield from RemoteImage.objects.filter(pk__in=some, digest="").order_by("attempts", "id")


def _download_of(url: str, client: ApidaeClient, others: FeedClient) -> Callable[[str], bytes]:
    if client.serves(url):
        return lambda address: client.download_media(address, LARGEST_IMAGE).content
    return lambda address: _fetched(address, others)


def _fetched(url: str, client: FeedClient) -> bytes:
    """Raises FeedError."""
    answer = client.fetch(url, most=LARGEST_IMAGE)
    if answer.content_type and not answer.content_type.startswith(PICTURE_TYPES):
        raise FeedError(_("Il y a autre chose qu’une image à cette adresse (%s).") % answer.content_type[:60])
    return answer.content
