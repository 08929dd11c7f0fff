"""Kills imports with SIGKILL and compares what is there after the next one with what an undisturbed one gives.

A program of its own, because it ends processes: `test_killed_import.py` runs it. Each import is a child process over a
copy of a database: a file, or one made from a template where PostgreSQL is used. Prints one JSON object:
``{"kills": […], "different": […]}``.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Columns that say when something was done, or under which key: they may differ between two ways to the same end.
NOT_COMPARED = frozenset(
    {
        "id",
        "created_at",
        "updated_at",
        "first_seen_at",
        "seen_at",
        "as_of",
        "since",
        "origins",
        "generation",
        "sequence",
        "told_at",
    }
)


def main(template: str, folder: Path, exports: dict[str, Path], seed: int, count: int) -> dict[str, Any]:
    chance = random.Random(seed)
    databases = databases_in(folder)
    base, expected = databases.copy(template, "base"), databases.name("expected")
    try:
        return killed(databases, base, expected, exports, chance, count)
    finally:
        databases.forget()


def killed(
    databases: "Databases", base: str, expected: str, exports: dict[str, Path], chance: random.Random, count: int
) -> dict[str, Any]:
    run_child(base, lambda: read(exports["first"]))
    databases.copy(base, "expected")
    begin = time.perf_counter()
    statements = int(run_child(expected, lambda: counted(exports["second"])))
    seconds = time.perf_counter() - begin
    wanted = snapshot(expected)
    report: dict[str, Any] = {"kills": [], "different": [], "statements": statements, "rows": rows_of(wanted)}
    for number in range(count):
        path = databases.copy(base, f"killed_{number}")
        if number % 2:
            point = chance.randrange(1, statements)
            ended = start_child(path, lambda point=point: counted(exports["second"], kill_at=point))
            where = f"statement {point}"
            _pid, status = os.waitpid(ended, 0)
            databases.settle(path)
        else:
            delay = chance.uniform(0, seconds)
            ended = start_child(path, lambda: read(exports["second"]))
            time.sleep(delay)
            os.kill(ended, signal.SIGKILL)
            where = f"after {delay:.2f} s"
            _pid, status = os.waitpid(ended, 0)
            databases.settle(path)
        report["kills"].append({"where": where, "killed": os.WIFSIGNALED(status), "half": half(path, wanted)})
        run_child(path, lambda: read(exports["second"]))
        found = snapshot(path)
        if found != wanted:
            tables = {
                name: sorted({*found[name]} ^ {*wanted[name]})[:4] for name in wanted if found[name] != wanted[name]
            }
            report["different"].append({"where": where, "tables": tables})
    return report


class Databases:
    """Copies of a database, as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def name(self, name: str) -> str:
        """The address of a copy, as the settings have it."""
        return str(self.folder / f"{name}.sqlite3")

    def copy(self, source: str, name: str) -> str:
        with sqlite3.connect(source) as before, sqlite3.connect(self.name(name)) as after:
            before.backup(after)
        return self.name(name)

    def settle(self, path: str) -> None:
        """Wait until nothing of a process that was killed goes on."""

    def forget(self) -> None:
        """Take away what does not go away with the folder."""


class DatabasesOfServer(Databases):
    """Copies of a database of PostgreSQL, made from it as their template: nobody may be connected to that one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.made: set[str] = set()

    def name(self, name: str) -> str:
        return f"killed_import_{os.getpid()}_{name}"

    def copy(self, source: str, name: str) -> str:
        from django.db import connection  # noqa: PLC0415 - once Django is set up

        connection.close()
        self.settle(source)
        self.made.add(self.name(name))
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{self.name(name)}" TEMPLATE "{source}"')
        return self.name(name)

    def settle(self, path: str) -> None:
        from django.db import connection  # noqa: PLC0415 - once Django is set up

        with connection._nodb_cursor() as cursor:
            for _try in range(200):
                cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [path])
                if cursor.fetchone()[0] == 0:
                    return
                time.sleep(0.05)
        raise RuntimeError(f"Somebody is still connected to {path}.")

    def forget(self) -> None:
        from django.db import connection  # noqa: PLC0415 - once Django is set up

        connection.close()
        with connection._nodb_cursor() as cursor:
            for name in self.made:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def databases_in(folder: Path) -> Databases:
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    return (DatabasesOfServer if connection.vendor == "postgresql" else Databases)(folder)


def said_by(path: str) -> Path:
    """Where the child that works on a copy leaves its answer."""
    return Path(tempfile.gettempdir()) / f"{Path(path).name}-{os.getpid()}.out"


def start_child(path: str, work: Callable[[], str]) -> int:
    """A process that does the work over the database file; gives its number."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    connection.close()
    answer = said_by(path)
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        connection.settings_dict["NAME"] = path
        answer.write_text(str(work()))
        connection.close()
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


def run_child(path: str, work: Callable[[], str]) -> str:
    _pid, status = os.waitpid(start_child(path, work), 0)
    if status:
        raise RuntimeError(f"An undisturbed import ended with status {status}.")
    text = said_by(path).read_text()
    said_by(path).unlink()
    return text


def read(export: Path) -> str:
    """One full reading, and the search that follows it."""
    from agenda.sources.imports import apidae_import  # noqa: PLC0415 - once Django is set up
    from search.index import catch_up  # noqa: PLC0415 - once Django is set up

    run = apidae_import(client=None, confirmed=True).from_export(export, complete=True)
    catch_up()
    return f"{run.status} {run.error}"


def counted(export: Path, *, kill_at: int | None = None) -> str:
    """`read`, counting statements; the process is killed just before statement `kill_at`."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    done = 0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal done
        done += 1
        if done == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        read(export)
    return str(done)


def rows_in(cursor: Any, statement: str) -> list[dict[str, Any]]:
    """Rows by column; what is kept as bytes is bytes, whichever database keeps it."""
    cursor.execute(statement)
    names = [column[0] for column in cursor.description]
    return [
        {name: bytes(value) if isinstance(value, memoryview) else value for name, value in zip(names, row, strict=True)}
        for row in cursor.fetchall()
    ]


def snapshot(path: str) -> dict[str, list[str]]:
    """All rows that an import writes, by table, without what is different each time."""
    from django.apps import apps  # noqa: PLC0415 - once Django is set up
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    keys = {}
    tables: dict[str, list[str]] = {}
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = path
    with connection.cursor() as cursor:
        for kind in ("tourism_place", "tourism_trail", "agenda_event"):
            rows = rows_in(cursor, f"SELECT id, public_id FROM {kind}")
            keys[kind] = {row["id"]: row["public_id"] for row in rows}
        subjects = {"PLACE": "tourism_place", "TRAIL": "tourism_trail", "EVENT": "agenda_event"}
        entries = {}
        for name in TABLES:
            model = apps.get_model(name)
            rows = []
            for row in rows_in(cursor, f"SELECT * FROM {model._meta.db_table}"):
                value = {key: row[key] for key in row if key not in NOT_COMPARED}
                for column, kind in (("place_id", "tourism_place"), ("trail_id", "tourism_trail")):
                    if column in value:
                        value[column] = keys[kind].get(value[column])
                for column in ("event_id", "part_of_id"):
                    if column in value:
                        value[column] = keys["agenda_event"].get(value[column])
                for column in ("subject_id", "object_id"):
                    if column in value and value.get("kind") in subjects:
                        value[column] = keys[subjects[value["kind"]]].get(value[column])
                if "withdrawn_at" in value:
                    value["withdrawn_at"] = bool(value["withdrawn_at"])
                if name == "search.SearchCard":
                    # Of the whole document, its primary key included: PostgreSQL gives none twice, even when the
                    # transaction that took it was killed.
                    del value["checksum"]
                if name == "search.SearchEntry":
                    entries[row["id"]] = f"{value['kind']} {value['object_id']} {value['language']}"
                if "entry_id" in value:
                    value["entry_id"] = entries.get(value["entry_id"])
                rows.append(json.dumps(value, sort_keys=True, default=repr))
            tables[name] = sorted(rows)
    connection.close()
    connection.settings_dict["NAME"] = own
    return tables


TABLES = (
    "tourism.Commune",
    "tourism.Place",
    "tourism.Trail",
    "agenda.Event",
    "tourism.PlaceCard",
    "tourism.TrailCard",
    "agenda.EventCard",
    "agenda.Occurrence",
    "tourism.SourceRecord",
    "tourism.ReferenceElement",
    "tourism.ReferenceCommune",
    "tourism.Selection",
    "tourism.RemoteImage",
    "search.SearchEntry",
    "search.SearchCard",
    "search.SearchWindow",
    "search.SearchBacklog",
    "search.SearchVocabulary",
)


def rows_of(tables: dict[str, list[str]]) -> int:
    return sum(len(rows) for rows in tables.values())


def half(path: str, wanted: dict[str, list[str]]) -> bool:
    """Whether the killed import had left something to do."""
    return snapshot(path) != wanted


if __name__ == "__main__":
    import django

    django.setup()
    from agenda.actions import folding
    from tourism.feed import reading, withdrawals

    # Small batches, so that a small export is many transactions.
    reading.BATCH, folding.JOINED_AT_ONCE, withdrawals.AT_ONCE = 7, 3, 2
    given = json.loads(sys.argv[1])
    files = {name: Path(path) for name, path in given["exports"].items()}
    print(json.dumps(main(given["template"], Path(given["folder"]), files, given["seed"], given["count"])))
