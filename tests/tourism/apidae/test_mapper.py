"""Objects mapped here or in another process, whatever happens to either."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import orjson
import pytest

from agenda.sources.apidae import map_object
from tests.tourism.apidae.territories import event
from tourism.actions.processes import is_running, process_name
from tourism.apidae import mapper as mapping
from tourism.apidae.many import map_many
from tourism.apidae.mapper import Mapper
from tourism.apidae.mapping.referential import DictReferential, Referential
from tourism.apidae.objects import read_object
from tourism.apidae.reading import item_of

pytestmark = pytest.mark.django_db


def mapper_of(map_one: Any = map_object) -> Mapper:
    return Mapper(map_one, DictReferential, "apidae", foresee=str, take=lambda foreseen: None)


def start(mapper: Mapper, *numbers: int) -> Any:
    return mapper.start([item_of(read_object(event(number))) for number in numbers])


def test_object_that_meets_a_mistake_of_ours_stops_no_other(caplog):
    def stumble(payload: Any, referential: Referential) -> Any:
        if payload["id"] == 5002:
            raise KeyError("a mistake of ours")
        return map_object(payload, referential)

    objects = [orjson.dumps(event(number)) for number in (1, 2, 3)]
    outcomes = map_many(stumble, DictReferential(), objects, {})
    assert [outcome.mapped is not None for outcome in outcomes] == [True, False, True]
    assert outcomes[1].problem == "Erreur inattendue pendant la lecture de la fiche (KeyError)."
    assert "5002" in caplog.text and "a mistake of ours" in caplog.text


def test_what_a_killed_process_was_to_map_and_what_follows_is_mapped_here(monkeypatch, caplog):
    monkeypatch.setattr(mapping, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with mapper_of() as mapper:
        first = start(mapper, 1)()
        second = start(mapper, 2, 3)
        (number,) = mapper._pool._processes
        os.kill(number, signal.SIGKILL)
        third = start(mapper, 4)
        batches = [first, second(), third(), start(mapper, 5)()]
    assert [[outcome.mapped.external_id for outcome in batch] for batch in batches] == [
        ["5001"],
        ["5002", "5003"],
        ["5004"],
        ["5005"],
    ]
    assert caplog.text.count("died") == 1


def test_what_a_killed_process_was_to_read_and_what_follows_is_read_here(monkeypatch):
    monkeypatch.setattr(mapping, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    files = [
        [orjson.dumps([event(number), event(number + 1)]), orjson.dumps(event(number + 2))] for number in (1, 4, 7)
    ]
    with mapper_of() as mapper:
        start(mapper, 99)()
        first = mapper.read(files[0])()
        second = mapper.read(files[1])
        (number,) = mapper._pool._processes
        os.kill(number, signal.SIGKILL)
        third = mapper.read(files[2])
        packets = [first, second(), third()]
    assert [[[found.external_id for found in file] for file in packet] for packet in packets] == [
        [["5001", "5002"], ["5003"]],
        [["5004", "5005"], ["5006"]],
        [["5007", "5008"], ["5009"]],
    ]


PARENT = """
from multiprocessing import get_context
from concurrent.futures import ProcessPoolExecutor
from tourism.apidae.many import prepare_process
from tourism.apidae.mapping.referential import DictReferential
import os, time

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context("spawn"), prepare_process, (None, DictReferential(), None))
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def test_process_that_maps_ends_with_the_one_that_was_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment)
    child = process_name(int(parent.stdout.readline()))
    before = is_running(child)
    parent.kill()
    parent.communicate()
    end = time.monotonic() + 20
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.1)
    assert (before, is_running(child)) == (True, False)
