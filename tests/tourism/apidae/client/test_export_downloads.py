"""Downloads of exports that are cut, late, slow or of another version, over HTTP from the simulator."""

import zipfile
from collections.abc import Iterator

import httpx
import pytest

from tests.tourism.apidae.client.clients import KEY, client_of
from tests.tourism.apidae.territories import TODAY, territory
from tourism.apidae.client import ApidaeBadAnswer, ApidaeClient, ApidaeNotFound, ApidaeUnavailable
from tourism.apidae.simulator import ApidaeSimulator


@pytest.fixture
def apidae() -> Iterator[ApidaeSimulator]:
    with ApidaeSimulator(territory(300), api_key=KEY, project_id=3030, today=TODAY) as simulator:
        yield simulator


@pytest.fixture
def client(apidae: ApidaeSimulator) -> Iterator[ApidaeClient]:
    with client_of(apidae, retries=3) as client:
        yield client


def statuses(simulator: ApidaeSimulator) -> list[int]:
    return [status for _, status, _ in simulator.served]


def sent(simulator: ApidaeSimulator) -> int:
    return sum(count for _, _, count in simulator.served)


def test_cut_download_goes_on_where_it_stopped(apidae, client, tmp_path):
    export = apidae.export()
    size = export.path.stat().st_size
    apidae.faults.play(disconnect=2)
    path = client.download_export(apidae.retrieval_url(export), tmp_path / "export.zip")
    assert path.read_bytes() == export.path.read_bytes()
    assert statuses(apidae) == [200, 206, 206]
    assert sent(apidae) == size
    assert [file.name for file in tmp_path.iterdir()] == ["export.zip"]


def test_cut_download_starts_again_where_the_rest_cannot_be_asked_for(apidae, client, tmp_path):
    export = apidae.export()
    apidae.faults.play(disconnect=1, no_ranges=None)
    path = client.download_export(apidae.retrieval_url(export), tmp_path / "export.zip")
    assert path.read_bytes() == export.path.read_bytes()
    assert statuses(apidae) == [200, 200]
    assert sent(apidae) > export.path.stat().st_size


def test_export_replaced_during_its_download_is_taken_from_the_start(apidae, tmp_path):
    first, second = apidae.export(), apidae.export(grouped=False)
    content = second.path.read_bytes()

    def replaced_meanwhile(wait: float) -> None:
        first.path.write_bytes(content)

    apidae.faults.play(disconnect=1)
    with ApidaeClient(apidae.api_url, KEY, 3030, pause=0, backoff=1, retries=2, sleep=replaced_meanwhile) as waiting:
        path = waiting.download_export(apidae.retrieval_url(first), tmp_path / "export.zip")
    assert path.read_bytes() == content
    assert statuses(apidae) == [200, 200]


def test_truncated_zip_is_asked_for_again_from_the_start(apidae, client, tmp_path):
    export = apidae.export()
    apidae.faults.play(truncated_zip=2)
    path = client.download_export(apidae.retrieval_url(export), tmp_path / "export.zip")
    assert zipfile.ZipFile(path).testzip() is None
    assert statuses(apidae) == [200, 200, 200]


def test_zip_truncated_for_good_is_refused_and_leaves_nothing(apidae, client, tmp_path):
    apidae.faults.play(truncated_zip=None)
    with pytest.raises(ApidaeBadAnswer, match="tronqué ou n'est pas un ZIP"):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert len(statuses(apidae)) == 4
    assert list(tmp_path.iterdir()) == []


def test_zip_that_is_not_there_yet_is_not_found_then_downloaded(apidae, client, tmp_path):
    url = apidae.retrieval_url(apidae.export())
    apidae.faults.play(late_zip=1)
    with pytest.raises(ApidaeNotFound):
        client.download_export(url, tmp_path / "export.zip")
    assert client.download_export(url, tmp_path / "export.zip").exists()


def test_empty_zip_is_a_zip(apidae, client, tmp_path):
    apidae.faults.play(empty_zip=1)
    path = client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert zipfile.ZipFile(path).namelist() == []


def test_web_page_in_place_of_a_zip_is_refused_at_once(apidae, client, tmp_path):
    apidae.faults.play(html=None)
    with pytest.raises(ApidaeBadAnswer, match="page web"):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip")
    assert len(statuses(apidae)) == 1


def test_download_that_drips_is_given_up_after_its_time(apidae, client, tmp_path):
    apidae.faults.slow_seconds = 4
    apidae.faults.play(drip=None)
    with pytest.raises(ApidaeUnavailable, match="trop lente"):
        client.download_export(apidae.retrieval_url(apidae.export()), tmp_path / "export.zip", max_seconds=0.5)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "rest",
    [
        httpx.Response(416),
        httpx.Response(206, content=b"x", headers={"Content-Range": "bytes 0-0/9"}),
        httpx.Response(206, content=b"x"),
    ],
    ids=["unsatisfiable", "another part", "no range told"],
)
def test_server_that_answers_ranges_wrongly_is_asked_for_the_whole(apidae, tmp_path, rest):
    content = apidae.export().path.read_bytes()
    ranges: list[str | None] = []

    def handler(request: httpx.Request) -> httpx.Response:
        ranges.append(request.headers.get("Range"))
        headers = {"ETag": '"1"', "Accept-Ranges": "bytes"}
        if len(ranges) == 1:
            return httpx.Response(200, content=content[:100], headers=headers | {"Content-Length": str(len(content))})
        return rest if "Range" in request.headers else httpx.Response(200, content=content, headers=headers)

    transport = httpx.MockTransport(handler)
    with ApidaeClient("https://apidae.test/api", KEY, 1, transport=transport, pause=0, backoff=0) as client:
        path = client.download_export("https://apidae.test/a.zip", tmp_path / "export.zip")
    assert path.read_bytes() == content
    assert ranges == [None, "bytes=100-", None]


def test_body_shorter_than_its_length_is_cut_and_one_of_unknown_length_is_judged_by_its_zip(apidae, tmp_path):
    content = apidae.export().path.read_bytes()
    answers = iter(
        [
            httpx.Response(200, content=content[:-10], headers={"Content-Length": str(len(content))}),
            httpx.Response(200, content=iter([content[:-10]])),
            httpx.Response(200, content=iter([content])),
        ]
    )
    transport = httpx.MockTransport(lambda request: next(answers))
    with ApidaeClient("https://apidae.test/api", KEY, 1, transport=transport, pause=0, backoff=0) as client:
        path = client.download_export("https://apidae.test/a.zip", tmp_path / "export.zip")
    assert path.read_bytes() == content
