"""Kills imports with SIGKILL and compares what is there after the next one with what an undisturbed one gives.

A program of its own, because it ends processes: `test_killed_import.py` runs it. Each import is a child process over a
copy of a database file. Prints one JSON object: ``{"kills": […], "different": […]}``.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Columns that say when something was done, or under which key: they may differ between two ways to the same end.
NOT_COMPARED = frozenset(
    {"id", "created_at", "updated_at", "first_seen_at", "seen_at", "as_of", "since", "origins", "generation"}
)


def main(template: Path, folder: Path, exports: dict[str, Path], seed: int, count: int) -> dict[str, Any]:
    chance = random.Random(seed)
    base, expected = folder / "base.sqlite3", folder / "expected.sqlite3"
    copy(template, base)
    run_child(base, lambda: read(exports["first"]))
    copy(base, expected)
    begin = time.perf_counter()
    statements = int(run_child(expected, lambda: counted(exports["second"])))
    seconds = time.perf_counter() - begin
    wanted = snapshot(expected)
    report: dict[str, Any] = {"kills": [], "different": [], "statements": statements, "rows": rows_of(wanted)}
    for number in range(count):
        path = folder / f"killed-{number}.sqlite3"
        copy(base, path)
        if number % 2:
            point = chance.randrange(1, statements)
            ended = start_child(path, lambda point=point: counted(exports["second"], kill_at=point))
            where = f"statement {point}"
            _pid, status = os.waitpid(ended, 0)
        else:
            delay = chance.uniform(0, seconds)
            ended = start_child(path, lambda: read(exports["second"]))
            time.sleep(delay)
            os.kill(ended, signal.SIGKILL)
            where = f"after {delay:.2f} s"
            _pid, status = os.waitpid(ended, 0)
        report["kills"].append({"where": where, "killed": os.WIFSIGNALED(status), "half": half(path, wanted)})
        run_child(path, lambda: read(exports["second"]))
        found = snapshot(path)
        if found != wanted:
            report["different"].append(
                {"where": where, "tables": [name for name in wanted if found[name] != wanted[name]]}
            )
        path.unlink()
    return report


def copy(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as before, sqlite3.connect(target) as after:
        before.backup(after)


def start_child(path: Path, work: Callable[[], str]) -> int:
    """A process that does the work over the database file; gives its number."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    connection.close()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        connection.settings_dict["NAME"] = str(path)
        Path(f"{path}.out").write_text(str(work()))
        connection.close()
        status = 0
    finally:
        os._exit(status)


def run_child(path: Path, work: Callable[[], str]) -> str:
    _pid, status = os.waitpid(start_child(path, work), 0)
    if status:
        raise RuntimeError(f"An undisturbed import ended with status {status}.")
    return Path(f"{path}.out").read_text()


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


def snapshot(path: Path) -> dict[str, list[str]]:
    """All rows that an import writes, by table, without what is different each time."""
    from django.apps import apps  # noqa: PLC0415 - once Django is set up

    keys = {}
    tables: dict[str, list[str]] = {}
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        for kind in ("tourism_place", "tourism_trail", "agenda_event"):
            rows = database.execute(f"SELECT id, public_id FROM {kind}")
            keys[kind] = {row["id"]: row["public_id"] for row in rows}
        subjects = {"PLACE": "tourism_place", "TRAIL": "tourism_trail", "EVENT": "agenda_event"}
        entries = {}
        for name in TABLES:
            model = apps.get_model(name)
            rows = []
            for row in database.execute(f"SELECT * FROM {model._meta.db_table}"):
                value = {key: row[key] for key in row.keys() if key not in NOT_COMPARED}  # noqa: SIM118 - sqlite3.Row
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
                if name == "search.SearchEntry":
                    entries[row["id"]] = f"{value['kind']} {value['object_id']} {value['language']}"
                if "entry_id" in value:
                    value["entry_id"] = entries.get(value["entry_id"])
                rows.append(json.dumps(value, sort_keys=True, default=repr))
            tables[name] = sorted(rows)
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


def half(path: Path, wanted: dict[str, list[str]]) -> bool:
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
    print(json.dumps(main(Path(given["template"]), Path(given["folder"]), files, given["seed"], given["count"])))
