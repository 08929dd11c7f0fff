"""Pictures that calendars, tables and the like name, fetched from wherever they are, over HTTP."""

import time
from io import BytesIO

import pytest
from PIL import Image

from agenda.models import Event
from agenda.sources import pictures
from agenda.sources.deliveries import apidae_client
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.reading import read_feed
from tests.agenda.feeds.ics import calendar, event
from tests.agenda.feeds.web import site
from tourism.models import RemoteImage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _apidae(settings):
    """APIDAE is somewhere else than the pictures."""
    settings.APIDAE_URL, settings.APIDAE_KEY, settings.APIDAE_PROJECT = "https://api.example.org/api", "k", 1


def picture(format: str = "JPEG") -> bytes:
    written = BytesIO()
    Image.new("RGB", (320, 240), "teal").save(written, format)
    return written.getvalue()


def fetch(**options) -> tuple[int, int]:
    with apidae_client() as client, FeedClient(retries=0, silence=0.3, total=1) as elsewhere:
        return pictures.fetch_pictures(client, elsewhere=elsewhere, **options)


def image_of(title: str):
    return Event.objects.get(title=title).cards.get(language="fr").card["image"]


def test_the_picture_of_a_calendars_event_is_on_its_card(feed, web, year):
    url = web.put("/affiche.jpg", picture(), headers={"Content-Type": "image/jpeg"})
    web.put(
        "/agenda.ics",
        calendar(event("Bal", f"{year}0712T210000", uid="b@x", more=f"ATTACH;FMTTYPE=image/jpeg:{url}")),
    )
    read_feed(feed)
    told: list[tuple[int, int | None]] = []
    assert fetch(progress=lambda done, total: told.append((done, total))) == (1, 0)
    assert image_of("Bal") is not None and told[-1] == (1, 1)
    assert fetch() == (0, 0)


def test_the_picture_of_a_tables_row_is_on_its_card(feed, web, year):
    url = web.put("/affiche.png", picture("PNG"), headers={"Content-Type": "application/octet-stream"})
    feed.kind, feed.url = "sheet", web.put("/table.csv", f"Titre;Date;Image\nBal;12/07/{year};{url}\n")
    feed.columns = {"title": "Titre", "first": "Date", "image": "Image"}
    feed.save()
    read_feed(feed)
    assert fetch() == (1, 0)
    assert image_of("Bal") is not None


def note(*urls: str) -> None:
    RemoteImage.objects.bulk_create(RemoteImage(url=url) for url in urls)


def scans(number: int) -> bytes:
    """A picture that sharpens, of which the last scan is written again and again."""
    written = BytesIO()
    Image.new("RGB", (320, 240), "teal").save(written, "JPEG", progressive=True)
    content = written.getvalue()
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * number + content[-2:]


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"%PDF-1.4", "application/pdf", "application/pdf"),
        (b"<html>", "text/html", "page web"),
        (b"nothing of the kind", "image/jpeg", "illisible"),
        (b"0" * 20_000_001, "image/jpeg", "20 Mo"),
        (scans(600), "image/jpeg", "trop de temps"),
    ],
)
def test_what_is_no_picture_says_why(web, body, kind, reason):
    note(web.put("/a", body, headers={"Content-Type": kind}))
    assert fetch() == (0, 1)
    assert reason in RemoteImage.objects.get().error


def test_a_picture_that_sharpens_as_it_comes_is_one(web):
    note(web.put("/a", scans(1), headers={"Content-Type": "image/jpeg"}))
    assert fetch() == (1, 0)


@pytest.mark.parametrize("url", ["http://10.0.0.1/a.jpg", "http://169.254.169.254/a.jpg", "http://127.0.0.1:1/a.jpg"])
def test_no_picture_comes_from_a_private_network(url, settings):
    settings.FEEDS_ALLOW_LOOPBACK = False
    note(url)
    assert fetch() == (0, 1)
    assert "réseau privé" in RemoteImage.objects.get().error


def test_a_site_that_does_not_answer_keeps_nobody_waiting_and_its_pictures_for_later(web):
    with site() as slow:
        note(*(slow.put(f"/{number}.jpg", picture(), slow=5) for number in range(8)))
        note(web.put("/a.jpg", picture(), headers={"Content-Type": "image/jpeg"}))
        began = time.monotonic()
        assert fetch() == (1, 3)
        assert time.monotonic() - began < 4
    assert RemoteImage.objects.filter(attempts=0, digest="").count() == 5


def test_what_is_not_there_does_not_stop_the_others_of_its_site(web):
    note(*(f"{web.url}/missing-{number}.jpg" for number in range(6)), web.put("/z.jpg", picture()))
    assert fetch() == (1, 6)
