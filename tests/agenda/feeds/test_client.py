"""What is fetched, and from where."""

import gzip

import pytest

from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.guard import fetched_address, is_public
from tests.agenda.feeds.web import site

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
    ],
)
def test_no_address_of_a_private_network_is_public(address, settings):
    settings.FEEDS_ALLOW_LOOPBACK = False
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111"])
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
