"""First import and unchanged import of an export of N objects, offline: objects per second and peak memory.

The objects are those of the demonstration, again and again under other ids. Usage: bench_import.py [OBJECTS]
"""

import copy
import json
import resource
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

from instance import FOLDER, start

start()

from agenda.sources.imports import apidae_import
from tourism.apidae.demonstration import build_territory

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000


def export_of(count: int) -> Path:
    """A grouped export of `count` objects."""
    territory = build_territory(date.today())
    path = Path(FOLDER.name) / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("elements_reference.json", json.dumps(territory.elements_reference))
        archive.writestr("communes.json", json.dumps(territory.communes))
        packet: list[dict] = []
        for number in range(count):
            item = copy.deepcopy(territory.objects[number % len(territory.objects)])
            item["id"] = 20_000_000 + number
            packet.append(item)
            if len(packet) == 50 or number == count - 1:
                archive.writestr(f"objets_modifies/objets_modifies-{number // 50}.json", json.dumps(packet))
                packet = []
    return path


path = export_of(COUNT)
for name in ("first", "unchanged"):
    before = resource.getrusage(resource.RUSAGE_SELF)
    begin = time.perf_counter()
    run = apidae_import(client=None).from_export(path, complete=True)
    seconds = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{name:<10} {run.read} read, {run.created} created, {run.unchanged} unchanged, {run.quarantined} quarantined: "
        f"{run.read / seconds:7.0f} objects/s ({run.read / cpu:7.0f} per second of CPU), "
        f"peak {after.ru_maxrss / 1024:.0f} MB {run.error}"
    )
