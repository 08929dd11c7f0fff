"""Exports and media: what is downloaded, from where, and how much."""

import zipfile
from collections.abc import Iterator

import httpx
import pytest

from tests.tourism.apidae.client.clients import KEY, answering, client_of
from tests.tourism.apidae.territories import territory
from tourism.apidae.client import ApidaeBadAnswer, ApidaeError, ApidaeNotFound, ApidaeRefused, ApidaeUnavailable
from tourism.apidae.simulator import ApidaeSimulator

# Exports


def test_export_is_downloaded_and_confirmed(apidae, client, tmp_path):
    export = apidae.export()
    path = client.download_export(apidae.retrieval_url(export), tmp_path / "export.zip")
    assert path.read_bytes() == export.path.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["export.zip"]
    assert export.confirmed is False
    assert client.confirm_export(apidae.confirmation_url(export)) is True
    assert export.confirmed is True
    assert client.confirm_export("") is False


def test_confirmation_of_an_unknown_export_is_an_error(apidae, client):
    with pytest.raises(ApidaeNotFound):
        client.confirm_export(f"{apidae.api_url}/v002/export/confirmation?hash=other")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("truncated-zip", ApidaeBadAnswer),
        ("html", ApidaeBadAnswer),
        ("error", ApidaeUnavailable),
        ("disconnect", ApidaeUnavailable),
    ],
)
def test_bad_export_leaves_no_file(apidae, client, tmp_path, fault, error):
    apidae.faults.active = {fault: None}
    with pytest.raises(error):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert list(tmp_path.iterdir()) == []


def test_export_download_gets_over_a_passing_fault(apidae, client, tmp_path):
    apidae.faults.play(disconnect=1, unavailable=1)
    path = client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert zipfile.ZipFile(path).testzip() is None


def test_export_above_the_size_cap_is_refused(apidae, client, tmp_path):
    with pytest.raises(ApidaeBadAnswer, match="taille permise"):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip", max_bytes=1000)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/exports/a.zip",
        "https://evil.example/exports/a.zip",
        "https://export.apidae-tourisme.com.evil.example/a.zip",
        "https://export.apidae-tourisme.com@evil.example/a.zip",
        "https://user:word@export.apidae-tourisme.com/a.zip",
        "https://export.apidae-tourisme.com:8443/a.zip",
        "file:///etc/passwd",
        "ftp://export.apidae-tourisme.com/a.zip",
        "http://[::1/a.zip",
        "https://export.apidae-tourisme.com:port/a.zip",
        "not an address",
        "",
    ],
)
def test_export_and_media_of_other_hosts_are_refused_without_a_request(url, tmp_path):
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200)

    hosts = ["export.apidae-tourisme.com"]
    with answering(handler, media_hosts=hosts, export_hosts=hosts) as client:
        with pytest.raises(ApidaeRefused):
            client.download_export(url, tmp_path / "a.zip")
        with pytest.raises(ApidaeRefused):
            client.download_media(url)
        if url:
            with pytest.raises(ApidaeRefused):
                client.confirm_export(url)
    assert requests == []


# Media


@pytest.fixture
def pictures() -> Iterator[ApidaeSimulator]:
    media = {"a.png": (b"\x89PNG" * 100, "image/png"), "b.gpx": (b"<gpx/>", "application/gpx+xml")}
    with ApidaeSimulator(territory(1, media=media.get), api_key=KEY, project_id=3030) as simulator:
        yield simulator


def test_media_is_downloaded_with_its_validators(pictures):
    with client_of(pictures) as client:
        picture = client.download_media(f"{pictures.url}/filestore/a.png")
        track = client.download_media(f"{pictures.url}/filestore/b.gpx")
    assert (picture.content, picture.content_type) == (b"\x89PNG" * 100, "image/png")
    assert (track.content, track.content_type) == (b"<gpx/>", "application/gpx+xml")
    assert picture.etag is not None
    assert picture.last_modified is not None


def test_media_faults(pictures):
    with client_of(pictures) as client:
        with pytest.raises(ApidaeBadAnswer, match="taille permise"):
            client.download_media(f"{pictures.url}/filestore/a.png", max_bytes=399)
        assert len(client.download_media(f"{pictures.url}/filestore/a.png", max_bytes=400).content) == 400
        with pytest.raises(ApidaeNotFound):
            client.download_media(f"{pictures.url}/filestore/none.png")
        pictures.faults.play(html=None)
        with pytest.raises(ApidaeBadAnswer, match="type inattendu \\(text/html\\)"):
            client.download_media(f"{pictures.url}/filestore/a.png")


@pytest.mark.parametrize("target", ["https://static.apidae-tourisme.com:99999/", "http://[", "/a\x7f.png"])
def test_media_redirection_to_what_is_no_address_is_an_error_of_the_client(target):
    client = answering(lambda request: httpx.Response(302, headers={"Location": target}))
    with client, pytest.raises(ApidaeError):
        client.download_media("https://static.apidae-tourisme.com/image.png")


def test_media_redirection_stays_on_its_host():
    def handler(request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/near":
                return httpx.Response(302, headers={"Location": "/image.png"})
            case "/far":
                return httpx.Response(302, headers={"Location": "http://169.254.169.254/latest"})
            case "/loop":
                return httpx.Response(302, headers={"Location": "/loop"})
        return httpx.Response(200, content=b"image", headers={"Content-Type": "image/png"})

    host = "https://static.apidae-tourisme.com"
    with answering(handler) as client:
        assert client.download_media(f"{host}/near").content == b"image"
        with pytest.raises(ApidaeRefused, match="autre serveur"):
            client.download_media(f"{host}/far")
        with pytest.raises(ApidaeRefused, match="sans fin"):
            client.download_media(f"{host}/loop")


def test_old_media_address_is_read_over_https():
    addresses: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        addresses.append(str(request.url))
        return httpx.Response(200, content=b"image", headers={"Content-Type": "image/jpeg; charset=binary"})

    with answering(handler) as client:
        media = client.download_media("http://static.apidae-tourisme.com/filestore/a.jpg")
    assert addresses == ["https://static.apidae-tourisme.com/filestore/a.jpg"]
    assert media.content_type == "image/jpeg"


def test_media_that_trickles_is_given_up():
    def trickle() -> Iterator[bytes]:
        while True:
            yield b"x" * 70_000

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=trickle(), headers={"Content-Type": "image/png"})

    with answering(handler) as client, pytest.raises(ApidaeUnavailable, match="trop lent"):
        client.download_media("https://static.apidae-tourisme.com/a.png", max_bytes=10**12, max_seconds=0.05)
