"""Bulk changes: noted with the import, worked off in the background, none lost and none done twice."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import OperationalError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.actions import announce_changes
from cms.models import DataVersion
from cms.texts import texts_from_plain
from search.index import backlog, call_catch_up, catch_up, index_objects, rebuild_index, remember_objects, writing
from search.models import SearchBacklog, SearchEntry, SearchVocabulary
from search.queries import search, search_health
from tourism.models import Place

HOW = ["edit", "bulk", "catch up"]
DATABASE_TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


Commit = Callable[..., AbstractContextManager[list[Any]]]


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Commit) -> Commit:
    """`with commit(execute=True):` what happens after the block's commit is done at its end."""
    return django_capture_on_commit_callbacks


def places(count: int) -> list[Place]:
    """Published places, "Fontaine 0" and so on."""
    return Place.objects.bulk_create(
        Place(
            public_id=f"fountain{number:04}",
            kind="PATRIMOINE_CULTUREL",
            name=texts_from_plain({"fr": f"Fontaine {number}"}),
            description=texts_from_plain({"fr": "Un bassin sous un platane."}),
        )
        for number in range(count)
    )


def keys(found: list[Place]) -> list[int]:
    """Primary keys."""
    return [place.pk for place in found]


def at_once(seconds: float) -> None:
    """Does not rest."""


def data_version() -> int:
    """The version of the public data."""
    return DataVersion.objects.get_or_create(pk=1)[0].value


def tell(**options: Any) -> int:
    """Works the backlog off without rests."""
    return catch_up(rest=at_once, **options)


@pytest.mark.django_db
def test_bulk_change_is_searchable_once_it_is_committed_and_caught_up(commit: Commit) -> None:
    version = data_version()
    with commit(execute=True):
        announce_changes(kind="PLACE", ids=keys(places(3)), bulk=True)
        assert SearchBacklog.objects.count() == 3
        assert SearchEntry.objects.count() == 0
    # Tasks are done at once in tests.
    assert SearchBacklog.objects.count() == 0
    assert search("fontaine ").total == 3
    assert data_version() == version + 1


@pytest.mark.django_db
def test_bulk_change_that_is_rolled_back_leaves_nothing_behind(commit: Commit) -> None:
    version = data_version()
    with commit(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        announce_changes(kind="PLACE", ids=keys(places(3)), bulk=True)
        raise RuntimeError
    assert SearchBacklog.objects.count() == 0
    assert data_version() == version


@pytest.mark.django_db
def test_bulk_change_waits_in_the_table_until_its_task_is_done(settings: LazySettings, commit: Commit) -> None:
    settings.TASKS = DATABASE_TASKS
    with commit(execute=True):
        announce_changes(kind="PLACE", ids=keys(places(2)), bulk=True)
    assert SearchBacklog.objects.count() == 2
    assert search("fontaine ").total == 0
    assert search_health()["backlog"] == 2
    assert tell() == 2
    assert search("fontaine ").total == 2
    assert search_health()["backlog"] == 0


@pytest.mark.django_db
def test_edit_is_searchable_at_once(settings: LazySettings, commit: Commit) -> None:
    settings.TASKS = DATABASE_TASKS
    with commit(execute=True):
        announce_changes(kind="PLACE", ids=keys(places(1)))
    assert search("fontaine ").total == 1
    assert SearchBacklog.objects.count() == 0


@pytest.mark.django_db
def test_one_task_waits_whatever_the_number_of_batches(settings: LazySettings, commit: Commit) -> None:
    settings.TASKS = DATABASE_TASKS
    for place in places(5):
        with commit(execute=True):
            announce_changes(kind="PLACE", ids=[place.pk], bulk=True)
    tasks = DBTaskResult.objects.filter(task_path="search.index.backlog.catch_up_search")
    assert tasks.count() == 1
    # One that has begun may have looked at the backlog for the last time.
    tasks.update(status=TaskResultStatus.RUNNING)
    call_catch_up()
    call_catch_up()
    assert tasks.filter(status=TaskResultStatus.READY).count() == 1


@pytest.mark.django_db
def test_object_that_changes_again_while_it_is_worked_off_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    (place,) = places(1)
    remember_objects("PLACE", [place.pk])
    write = writing.write_to_database

    def write_and_change(*args: Any) -> None:
        write(*args)
        if Place.objects.filter(pk=place.pk, name__fr__text="Fontaine 0").update(
            name=texts_from_plain({"fr": "Lavoir"})
        ):
            remember_objects("PLACE", [place.pk])

    monkeypatch.setattr(backlog, "write_to_database", write_and_change)
    assert tell() == 2
    assert (search("lavoir ").total, search("fontaine ").total) == (1, 0)


@pytest.mark.django_db
def test_remembering_twice_is_one_row_with_the_later_time() -> None:
    remember_objects("PLACE", [7])
    first = SearchBacklog.objects.get()
    remember_objects("PLACE", [7, 7])
    assert SearchBacklog.objects.get().remembered_at > first.remembered_at


@pytest.mark.django_db
def test_row_that_was_remembered_again_is_not_forgotten() -> None:
    remember_objects("PLACE", [7, 8])
    read = backlog.backlog_rows()
    remember_objects("PLACE", [8])
    backlog.forget_rows(read)
    assert list(SearchBacklog.objects.values_list("object_id", flat=True)) == [8]


@pytest.mark.django_db
def test_object_that_is_gone_when_its_turn_comes_leaves_the_index() -> None:
    found = places(2)
    index_objects("PLACE", keys(found))
    remember_objects("PLACE", keys(found))
    Place.objects.filter(pk=found[0].pk).delete()
    Place.objects.filter(pk=found[1].pk).update(published=False)
    tell()
    assert SearchEntry.objects.count() == 0
    assert not SearchVocabulary.objects.filter(documents__gt=0).exists()


@pytest.mark.django_db
def test_killed_catch_up_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = places(40)
    remember_objects("PLACE", keys(found))

    def rest(seconds: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        catch_up(rest=rest)
    assert SearchBacklog.objects.count() == 40 - backlog.FIRST_ROWS
    tell()
    assert search("fontaine ").total == 40


@pytest.mark.django_db
def test_failing_transaction_keeps_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    remember_objects("PLACE", keys(places(3)))

    def busy(*args: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(backlog, "write_to_database", busy)
    with pytest.raises(OperationalError):
        tell()
    assert SearchBacklog.objects.count() == 3


@pytest.mark.django_db
def test_object_that_cannot_be_indexed_is_reported_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    found = places(30)
    bad = found[11].pk
    remember_objects("PLACE", keys(found))
    write = writing.write_to_database

    def fail(kind: Any, ids: list[int]) -> None:
        write(kind, ids)
        if bad in ids:
            raise ValueError("What is this?")

    monkeypatch.setattr(backlog, "write_to_database", fail)
    tell()
    assert search("fontaine ").total == 29
    assert SearchBacklog.objects.count() == 0
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        f"The search index cannot hold PLACE {bad}."
    ]


@pytest.mark.django_db
def test_progress_counts_up_to_the_end() -> None:
    remember_objects("PLACE", keys(places(40)))
    seen: list[tuple[int, int]] = []
    tell(progress=lambda done, waiting: seen.append((done, waiting)))
    assert seen[0] == (0, 40)
    assert seen[-1] == (40, 0)
    assert all(done + waiting == 40 for done, waiting in seen)


@pytest.mark.django_db
def test_index_leaves_the_database_to_an_import_that_goes_on() -> None:
    remember_objects("PLACE", keys(places(40)))
    SearchBacklog.objects.update(remembered_at=timezone.now() - timedelta(hours=1))
    calm: list[float] = []
    catch_up(rest=calm.append)
    remember_objects("PLACE", keys(list(Place.objects.all())))
    busy: list[float] = []
    catch_up(rest=busy.append)
    assert busy[0] > max(calm) >= 0.0
    # Nobody waits for the end of a backlog that is worked off.
    assert calm[-1] == busy[-1] == 0.0


@pytest.mark.django_db
def test_rebuild_clears_the_backlog_but_for_what_changes_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    found = places(3)
    remember_objects("PLACE", keys(found))
    recount = backlog.embedded_engine().rebuild

    def rebuild(engine: Any, documents: Any) -> int:
        written = recount(documents)
        remember_objects("PLACE", [found[1].pk])
        return written

    monkeypatch.setattr("search.engines.embedded.EmbeddedEngine.rebuild", rebuild)
    rebuild_index()
    assert search("fontaine ").total == 3
    assert list(SearchBacklog.objects.values_list("object_id", flat=True)) == [found[1].pk]


@pytest.mark.django_db
def test_command_works_the_backlog_off() -> None:
    remember_objects("PLACE", keys(places(2)))
    said = io.StringIO()
    call_command("catch_up_search", stdout=said)
    assert said.getvalue().startswith("2 objects in ")
    assert search("fontaine ").total == 2


@pytest.mark.django_db
def test_dead_elasticsearch_keeps_its_own_backlog(settings: LazySettings, closed_port: int) -> None:
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{closed_port}"
    remember_objects("PLACE", keys(places(2)))
    backlog.catch_up_search.call()
    assert list(SearchBacklog.objects.values_list("only_elasticsearch", flat=True)) == [True, True]
    assert SearchEntry.objects.count() == 12
    assert search_health()["backlog"] == 2


@pytest.mark.django_db
def test_what_no_engine_knows_is_not_taken_for_known_by_one(settings: LazySettings) -> None:
    remember_objects("PLACE", [7])
    remember_objects("PLACE", [7], only_elasticsearch=True)
    assert not SearchBacklog.objects.get().only_elasticsearch
    SearchBacklog.objects.update(only_elasticsearch=True)
    remember_objects("PLACE", [7])
    assert not SearchBacklog.objects.get().only_elasticsearch


@pytest.mark.django_db
@pytest.mark.usefixtures("live_elasticsearch")
def test_bulk_change_reaches_elasticsearch() -> None:
    remember_objects("PLACE", keys(places(3)))
    tell()
    assert SearchBacklog.objects.count() == 0
    result = search("fontaine ")
    assert (result.engine, result.total) == ("elasticsearch", 3)


class SameEndTest(TestCase):
    """Whatever the order of edits, bulk changes and catch-ups, the index ends as a rebuild would make it."""

    @hypothesis_settings(max_examples=30, deadline=None)
    @given(
        st.lists(
            st.tuples(st.integers(0, 2), st.sampled_from(["Fontaine", "Lavoir", ""]), st.sampled_from(HOW)), max_size=8
        )
    )
    def test_index_ends_as_a_rebuild_would_make_it(self, steps: list[tuple[int, str, str]]) -> None:
        """Titles, and words with their counts."""
        rebuild_index()  # with the pages that every site has
        found = places(3)
        for number, name, how in steps:
            pk = found[number].pk
            Place.objects.filter(pk=pk).update(name=texts_from_plain({"fr": name}), published=bool(name))
            if how == "edit":
                index_objects("PLACE", [pk])
            else:
                remember_objects("PLACE", [pk])
            if how == "catch up":
                tell()
        remember_objects("PLACE", keys(found))
        tell()
        caught_up = contents()
        rebuild_index()
        assert caught_up == contents()


def contents() -> tuple[list[Any], list[Any]]:
    """What the database's index holds: titles by object and language, and words that documents have."""
    return (
        sorted(SearchEntry.objects.values_list("object_id", "language", "card__title")),
        sorted(SearchVocabulary.objects.filter(documents__gt=0).values_list("language", "token", "documents")),
    )
