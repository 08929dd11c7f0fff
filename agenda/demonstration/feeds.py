"""Two feeds of an office, read as an office reads them."""

from datetime import date
from urllib.parse import urlsplit

from agenda.demonstration.site import CALENDAR, HOST, TABLE
from agenda.enums import FeedKind
from agenda.models import EventFeed
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.managing import save_feed
from agenda.sources.feeds.reading import read_feed
from tourism.models import ImportRun, Office

OFFICE, BY = "verdon", "verdon"
# name, form, file, columns of a table
FEEDS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("Calendrier partagé des communes du Verdon", FeedKind.ICS, CALENDAR, {}),
    (
        "Tableau des foyers ruraux",
        FeedKind.SHEET,
        TABLE,
        {
            "title": "Manifestation",
            "first": "Jour",
            "start": "Horaires",
            "venue": "Où",
            "commune": "Village",
            "price": "Entrée",
        },
    ),
)


def load_feeds(*, today: date, port: int) -> list[ImportRun]:
    """Configure the feeds of the demonstration at the site that listens on a port, and read them; loaded again, they
    move to the new day."""
    office = Office.objects.get(slug=OFFICE)
    runs = []
    for name, kind, file, columns in FEEDS:
        feed = EventFeed.objects.filter(name=name, kind=kind, office=office).first()
        feed = feed or EventFeed(name=name, kind=kind, office=office)
        feed.url, feed.columns = f"http://{HOST}:{port}/{today.isoformat()}/{file}", columns
        save_feed(feed=feed, by=BY)
        client = FeedClient(loopback_port=port)
        runs.append(read_feed(feed, started_by=BY, client=client))
    return runs


def site_port() -> int | None:
    """Where the feeds of the demonstration are looked for; None when there are none."""
    names = [name for name, *_rest in FEEDS]
    url = EventFeed.objects.filter(name__in=names, url__startswith=f"http://{HOST}:").values_list("url", flat=True)
    return next((urlsplit(one).port for one in url), None)
