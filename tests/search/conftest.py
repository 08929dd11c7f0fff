"""Both engines, loaded with the same corpus."""

import os
import socket
import uuid
from collections.abc import Callable, Iterator

import pytest
from django.conf import LazySettings

from search import queries
from search.engines import choice
from search.engines.contract import SearchEngine, SearchResult
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from tests.elasticsearch_server import ElasticsearchNotAvailableError, ElasticsearchServer
from tests.search.corpus import NOW, corpus

Search = Callable[..., SearchResult]


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """Address of a real server: the one that ELASTICSEARCH_URL names, else one started for the session."""
    if os.environ.get("TRAVERSE_NO_ELASTICSEARCH") == "1":
        pytest.skip("TRAVERSE_NO_ELASTICSEARCH=1: the tests of the Elasticsearch engine are not wanted here.")
    if given := os.environ.get("ELASTICSEARCH_URL"):
        yield given
        return
    server = ElasticsearchServer()
    try:
        server.start()
    except ElasticsearchNotAvailableError as error:
        pytest.fail(f"{error}\n(TRAVERSE_NO_ELASTICSEARCH=1 leaves these tests out.)", pytrace=False)
    yield server.url
    server.stop()


def elastic_engine(url: str) -> ElasticEngine:
    """An engine with an index of its own."""
    return ElasticEngine(url, index=f"traverse-test-{uuid.uuid4().hex[:12]}", refresh=True)


def delete_indices(engine: ElasticEngine) -> None:
    """Removes all that the engine made."""
    for name in engine.client.indices.get(index=f"{engine.alias}-*"):
        engine.client.indices.delete(index=name)


@pytest.fixture(scope="session")
def loaded_elastic(elasticsearch_url: str) -> Iterator[ElasticEngine]:
    """The corpus on Elasticsearch, for tests that only read."""
    engine = elastic_engine(elasticsearch_url)
    engine.rebuild(corpus())
    yield engine
    delete_indices(engine)


@pytest.fixture(params=["embedded", "elasticsearch"])
def engine(request: pytest.FixtureRequest, db: None) -> SearchEngine:
    """Each engine in turn with the corpus, for tests that only read."""
    if request.param == "elasticsearch":
        return request.getfixturevalue("loaded_elastic")
    embedded = EmbeddedEngine()
    embedded.upsert(corpus())
    return embedded


@pytest.fixture(params=["embedded", "elasticsearch"])
def own_engine(request: pytest.FixtureRequest, db: None) -> Iterator[SearchEngine]:
    """Each engine in turn with the corpus, for tests that write."""
    if request.param == "embedded":
        embedded = EmbeddedEngine()
        embedded.upsert(corpus())
        yield embedded
        return
    elastic = elastic_engine(request.getfixturevalue("elasticsearch_url"))
    elastic.rebuild(corpus())
    yield elastic
    delete_indices(elastic)


def search_with(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> Search:
    """`search.queries.search` answered by this engine, at the corpus's time."""
    monkeypatch.setattr(choice, "answer", engine.search)

    def search(text: str, **filters: object) -> SearchResult:
        return queries.search(text, **{"now": NOW, **filters})

    return search


@pytest.fixture
def search(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> Search:
    """The query on each engine, for tests that only read."""
    return search_with(engine, monkeypatch)


@pytest.fixture
def search_own(own_engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> Search:
    """The query on each engine, for tests that write."""
    return search_with(own_engine, monkeypatch)


@pytest.fixture
def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def live_elasticsearch(
    settings: LazySettings, elasticsearch_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A site with a working Elasticsearch and an index of its own."""
    engine = elastic_engine(elasticsearch_url)
    settings.ELASTICSEARCH_URL = elasticsearch_url
    monkeypatch.setattr(choice, "_elastic_engine", lambda url: engine)
    EmbeddedEngine().upsert(corpus())
    engine.rebuild(corpus())
    yield
    delete_indices(engine)
