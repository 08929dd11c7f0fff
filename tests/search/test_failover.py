"""What visitors and monitors see when Elasticsearch is not there."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from search import index
from search.engines import choice
from search.engines.contract import EngineUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.enums import EngineName, SearchKind
from search.index import writing
from search.models import SearchBacklog
from search.queries import search, search_health
from tests.search.corpus import DIGNE, NOW, corpus, documents_of_object

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_outage() -> Iterator[None]:
    """Each test begins and ends without a remembered failure."""
    choice.outage.end()
    yield
    choice.outage.end()


@pytest.fixture
def dead_elasticsearch(settings: LazySettings, closed_port: int) -> None:
    """A site whose Elasticsearch is down."""
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{closed_port}"
    EmbeddedEngine().upsert(corpus())


@pytest.fixture
def lavoir(monkeypatch: pytest.MonkeyPatch) -> None:
    """One public place, number 77."""
    documents = documents_of_object(SearchKind.PLACE, 77, {"fr": "Lavoir"}, {}, DIGNE)
    monkeypatch.setattr(writing, "documents_of", lambda kind, ids=None: iter(documents if 77 in set(ids) else []))


@pytest.mark.usefixtures("dead_elasticsearch")
def test_search_is_answered_by_the_database_when_elasticsearch_is_down() -> None:
    result = search("moustiers", now=NOW)
    assert (result.engine, result.total) == (EngineName.EMBEDDED, 5)


@pytest.mark.usefixtures("dead_elasticsearch")
def test_health_says_that_elasticsearch_is_down() -> None:
    health = search_health()
    message = health.pop("message")
    assert health == {
        "engine": "embedded",
        "configured": "elasticsearch",
        "degraded": True,
        "documents": len(corpus()),
        "backlog": 0,
    }
    assert message.startswith("Elasticsearch cannot answer")


@pytest.mark.usefixtures("dead_elasticsearch")
def test_server_is_left_alone_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    search("moustiers", now=NOW)
    engine = choice.elastic_engine()
    asked = []
    monkeypatch.setattr(engine, "search", asked.append)
    assert search("moustiers", now=NOW).engine == EngineName.EMBEDDED
    assert asked == []


@pytest.mark.usefixtures("live_elasticsearch")
def test_elasticsearch_answers_when_it_is_there() -> None:
    result = search("moustiers", now=NOW)
    assert (result.engine, result.total) == (EngineName.ELASTICSEARCH, 5)
    assert search_health() == {
        "engine": "elasticsearch",
        "configured": "elasticsearch",
        "degraded": False,
        "message": "",
        "documents": len(corpus()),
        "backlog": 0,
    }


@pytest.mark.usefixtures("live_elasticsearch")
def test_pages_go_on_when_the_server_stops_between_them(settings: LazySettings, closed_port: int) -> None:
    whole = {hit.object_id for hit in search("moustiers", now=NOW).hits}
    page = search("moustiers", now=NOW, first=2)
    choice.outage.begin("stopped")
    rest = search("moustiers", now=NOW, first=20, after=page.next_cursor)
    assert rest.engine == EngineName.EMBEDDED
    assert len(page.hits) + len(rest.hits) == len(whole)


@pytest.mark.usefixtures("dead_elasticsearch", "lavoir")
def test_change_is_remembered_while_elasticsearch_is_down() -> None:
    index.index_objects("PLACE", [77, 78])
    assert search("lavoir ", now=NOW).total == 1
    assert list(SearchBacklog.objects.order_by("object_id").values_list("kind", "object_id")) == [
        ("PLACE", 77),
        ("PLACE", 78),
    ]


@pytest.mark.usefixtures("live_elasticsearch", "lavoir")
def test_remembered_change_is_written_with_the_next_one() -> None:
    SearchBacklog.objects.create(kind="PLACE", object_id=77, only_elasticsearch=True)
    index.index_objects("PLACE", [78])
    assert SearchBacklog.objects.count() == 0
    result = search("lavoir ", now=NOW)
    assert (result.engine, result.total) == (EngineName.ELASTICSEARCH, 1)


@pytest.mark.usefixtures("dead_elasticsearch")
def test_rebuild_says_that_elasticsearch_is_down() -> None:
    with pytest.raises(EngineUnavailableError):
        index.rebuild_index()
