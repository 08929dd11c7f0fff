"""What is fetched, and from where."""

import gzip
import time

import pytest

from agenda.models import EventFeed
from agenda.sources.feeds import reading
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.guard import fetched_address, is_public
from tests.agenda.feeds.ics import calendar, event
from tests.agenda.feeds.slow import DRIPS, dripping
from tests.agenda.feeds.web import site
from tourism.enums import ImportStatus

MOST = 1_000_000


def fetch(url: str, **options):
    with FeedClient(retries=1, backoff=0.01, silence=0.5, total=3) as client:
        return client.fetch(url, most=MOST, **options)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "64:ff9b:1::7f00:1",
        "64:ff9b:1::5db8:d822",
        "fec0::1",
        "::10.0.0.1",
        "::93.184.216.34",
    ],
)
def test_no_address_of_a_private_network_is_public(address, settings):
    settings.FEEDS_ALLOW_LOOPBACK = False
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


def test_loopback_alone_is_allowed_by_the_setting(settings):
    settings.FEEDS_ALLOW_LOOPBACK = True
    assert is_public("127.0.0.1") and is_public("::1") and not is_public("10.0.0.1")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x", "example.org", "http://"])
def test_other_schemes_are_refused(url):
    with pytest.raises(FeedError):
        fetched_address(url)


def test_webcal_is_https():
    assert fetched_address("webcal://example.org/a.ics") == "https://example.org/a.ics"


def test_a_redirection_into_a_private_network_is_refused(web):
    url = web.put("/a", "", status=302, headers={"Location": "http://10.0.0.1/secret"})
    with pytest.raises(FeedError, match="réseau privé"):
        fetch(url)


def test_redirections_have_an_end(web):
    url = web.put("/a", "", status=302, headers={"Location": "/a"})
    with pytest.raises(FeedError, match="sans fin"):
        fetch(url)
    assert len(web.asked) == 6


def test_a_key_does_not_follow_to_another_host(web, settings):
    with site() as other:
        target = other.put("/b", "contenu")
        url = web.put("/a", "", status=302, headers={"Location": target})
        assert fetch(url, secret={"key": "s3cret"}).content == b"contenu"
    assert web.asked[0][1]["key"] == "s3cret"
    assert "key" not in other.asked[0][1]


def test_a_small_answer_that_inflates_is_cut(web):
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 60_000
    url = web.put("/a", bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(FeedError, match="dépasse"):
        fetch(url)


def test_compressed_answers_are_read(web):
    url = web.put("/a", gzip.compress("été".encode()), headers={"Content-Encoding": "gzip"})
    assert fetch(url).content.decode() == "été"


def test_an_answer_that_is_too_long_is_refused(web):
    with pytest.raises(FeedError, match="dépasse"):
        fetch(web.put("/a", b"0" * (MOST + 1)))


@pytest.mark.parametrize(("asked", "attempts"), [("1", 2), ("3600", 1)])
def test_a_busy_site_is_waited_for_as_long_as_it_asks_but_not_for_an_hour(web, asked, attempts):
    waits: list[float] = []
    url = web.put("/a", "", status=503, headers={"Retry-After": asked})
    with FeedClient(retries=1, backoff=0, sleep=waits.append) as client, pytest.raises(FeedError, match="503"):
        client.fetch(url, most=MOST)
    assert len(web.asked) == attempts and waits == [1.0][: attempts - 1]


def test_what_may_pass_is_tried_again_and_what_cannot_is_not(web):
    for status, attempts in ((503, 2), (404, 1)):
        web.asked.clear()
        with pytest.raises(FeedError):
            fetch(web.put("/a", "", status=status))
        assert len(web.asked) == attempts


@pytest.mark.parametrize("where", DRIPS)
def test_a_site_that_answers_a_letter_at_a_time_is_given_up(where, settings):
    settings.FEEDS_ALLOW_LOOPBACK = True
    with dripping(DRIPS[where]) as url, FeedClient(retries=3, backoff=0.01, silence=0.5, total=1) as client:
        began = time.monotonic()
        with pytest.raises(FeedError, match="temps imparti|trop lente"):
            client.fetch(url, most=MOST)
        assert time.monotonic() - began < 3


def test_all_pages_of_a_reading_have_one_end(web, settings):
    url = web.put("/a", "contenu")
    with (
        dripping(DRIPS["headers"]) as slow,
        FeedClient(retries=0, silence=0.5, total=30, altogether=1) as client,
    ):
        assert client.fetch(url, most=MOST).content
        for _page in range(2):
            with pytest.raises(FeedError, match="temps imparti"):
                client.fetch(slow, most=MOST)


@pytest.mark.django_db
def test_a_slow_site_does_not_hold_up_the_feeds_of_the_night(feed, web, office, monkeypatch):
    monkeypatch.setattr(reading, "FeedClient", lambda: FeedClient(retries=0, silence=0.5, total=1))
    web.put("/agenda.ics", calendar(event("Bal", "20300712T210000", uid="b@x")))
    with dripping(DRIPS["headers"]) as slow:
        first = EventFeed.objects.create(name="Agenda lent", kind="ics", office=office, url=slow)
        done = {read.pk: run.status for read, run in reading.read_enabled_feeds()}
    assert done == {first.pk: ImportStatus.FAILED, feed.pk: ImportStatus.SUCCEEDED}
