"""What the engines still have to be told: changes that came by thousands, and what Elasticsearch could not take.

A bulk import notes its objects here inside its own transactions, which costs next to nothing, and a background task
works them off. So a killed import or a killed task loses nothing: the rows are there until the index is written.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from search.engines.choice import elastic_engine, embedded_engine
from search.engines.contract import EngineUnavailableError
from search.enums import SearchKind
from search.index.writing import write_to_database, write_to_elasticsearch
from search.models import SearchBacklog
from tourism.actions import insert_rows

logger = logging.getLogger(__name__)

# SQLite has one writer at a time, and one that waits looks again after 25 ms at first. So the lock is held for about
# as long as WRITE_S, then left alone for long enough that whoever waits finds it free.
WRITE_S, REST_S = 0.075, 0.03
# Never so few that the transactions themselves cost more than the rows, however busy the machine.
FEWEST_ROWS, FIRST_ROWS, MOST_ROWS = 12, 16, 100
# While an import writes, the index follows slowly: it rests so many times as long as it wrote.
IMPORT_IS_OVER = timedelta(seconds=3)
REST_DURING_IMPORT = 4.0
ELASTICSEARCH_ROWS = 500

Progress = Callable[[int, int], None]  # objects done, objects waiting
Row = tuple[int, str, int, datetime]  # primary key, kind, object, remembered at


class UnwritableError(Exception):
    """One of several objects cannot be written."""


@task()
def catch_up_search() -> None:
    """The background task; see `catch_up`."""
    try:
        catch_up()
    except EngineUnavailableError as error:
        logger.warning("%s It will be told later.", error)


def remember_objects(kind: str, ids: Iterable[int], *, only_elasticsearch: bool = False) -> None:
    """Notes objects that changed, in the transaction that is open. Those that are noted already are so anew."""
    now = timezone.now()
    name = SearchKind(kind).value
    insert_rows(
        SearchBacklog,
        ("kind", "object_id", "only_elasticsearch", "remembered_at"),
        # In order, so that two writers never wait for each other.
        ((name, object_id, only_elasticsearch, now) for object_id in sorted(set(ids))),
        known_by=["kind", "object_id"],
        # What both engines still lack stays so when Elasticsearch refuses it.
        over=["remembered_at"] if only_elasticsearch else ["remembered_at", "only_elasticsearch"],
    )


def call_catch_up() -> None:
    """Have the backlog worked off in the background, unless that is about to begin already.

    A task that is running may have looked at the backlog for the last time, so only one that waits counts.
    """
    if catch_up_search.get_backend().supports_get_result:
        if _is_waiting():
            return
        with embedded_engine().writing():
            if not _is_waiting():
                catch_up_search.enqueue()
    else:
        catch_up_search.enqueue()  # done at once: there is nobody to leave it to


def catch_up(*, progress: Progress = lambda done, waiting: None, rest: Callable[[float], None] = time.sleep) -> int:
    """Works the backlog off, some objects in a transaction, until nothing is left; gives how many it worked off.

    Raises EngineUnavailableError when Elasticsearch does not answer; the database's own index is up to date by then.
    Two at the same time share the objects; on Elasticsearch they may write the same state twice.
    """
    done = _tell_database(progress, rest)
    if elastic_engine() is not None:
        done += _tell_elasticsearch(progress, done)
    return done


def backlog_rows() -> list[Row]:
    """What is waiting now, for `forget_rows`."""
    return list(SearchBacklog.objects.order_by("pk").values_list("pk", "kind", "object_id", "remembered_at"))


def forget_rows(rows: Iterable[Row]) -> None:
    """Removes rows from the backlog, but for those that were remembered again since they were read."""
    by_time: dict[datetime, list[int]] = defaultdict(list)
    for pk, _kind, _object_id, remembered_at in rows:
        by_time[remembered_at].append(pk)
    for remembered_at, keys in by_time.items():
        for first in range(0, len(keys), ELASTICSEARCH_ROWS):
            some = keys[first : first + ELASTICSEARCH_ROWS]
            SearchBacklog.objects.filter(pk__in=some, remembered_at=remembered_at).delete()


def _is_waiting() -> bool:
    return DBTaskResult.objects.filter(task_path=catch_up_search.module_path, status=TaskResultStatus.READY).exists()


def _tell_database(progress: Progress, rest: Callable[[float], None]) -> int:
    done, size = 0, FIRST_ROWS
    waiting = SearchBacklog.objects.filter(only_elasticsearch=False)
    while left := waiting.count():
        progress(done, left)
        begun = time.perf_counter()
        try:
            worked = _work_off(size)
        except UnwritableError:
            size = 1  # one by one past the object that cannot be written
            continue
        if not worked:
            break  # others are at all of them
        took = time.perf_counter() - begun
        done += worked
        size = min(MOST_ROWS, 2 * size, max(FEWEST_ROWS, round(worked * WRITE_S / max(took, 0.001))))
        rest(_pause(took))
    progress(done, 0)
    return done


def _pause(took: float) -> float:
    """How long to leave the database to others after a transaction of so many seconds."""
    newest = SearchBacklog.objects.order_by("-pk").values_list("remembered_at", flat=True).first()
    if newest is None:
        return 0.0
    if timezone.now() - newest < IMPORT_IS_OVER:
        return REST_DURING_IMPORT * max(REST_S, took)
    return REST_S if connection.vendor == "sqlite" else 0.0


def _work_off(size: int) -> int:
    """So many of the oldest rows in one transaction. What is remembered meanwhile waits for its end.

    Raises UnwritableError, with nothing done, when one of several objects cannot be written; a single one that cannot
    is reported and let go, so that it does not stand in the way of all others for ever.
    """
    with embedded_engine().writing():
        rows = list(
            SearchBacklog.objects.select_for_update(skip_locked=True)
            .filter(only_elasticsearch=False)
            .order_by("pk")
            .values_list("pk", "kind", "object_id")[:size]
        )
        by_kind: dict[str, list[int]] = defaultdict(list)
        for _pk, kind, object_id in rows:
            by_kind[kind].append(object_id)
        taken = SearchBacklog.objects.filter(pk__in=[pk for pk, *_rest in rows])
        if elastic_engine() is None:
            taken.delete()
        else:
            taken.update(only_elasticsearch=True)
        try:
            with transaction.atomic():
                for kind, ids in by_kind.items():
                    write_to_database(SearchKind(kind), ids)
        except OperationalError:
            raise  # the database itself is busy or gone: the rows wait
        except Exception as error:
            if len(rows) > 1:
                raise UnwritableError from error
            logger.exception("The search index cannot hold %s %d.", *rows[0][1:])
    return len(rows)


def _tell_elasticsearch(progress: Progress, done: int) -> int:
    engine = elastic_engine()
    waiting = SearchBacklog.objects.filter(only_elasticsearch=True).order_by("pk")
    told = 0
    while engine is not None and (
        rows := list(waiting.values_list("pk", "kind", "object_id", "remembered_at")[:ELASTICSEARCH_ROWS])
    ):
        progress(done + told, waiting.count())
        by_kind: dict[str, set[int]] = defaultdict(set)
        for _pk, kind, object_id, _remembered_at in rows:
            by_kind[kind].add(object_id)
        for kind, ids in by_kind.items():
            write_to_elasticsearch(engine, SearchKind(kind), ids)
        forget_rows(rows)
        told += len(rows)
    return told
