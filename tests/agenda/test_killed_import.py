"""An import that is killed at any point, and the one after it."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from django.db import connection

from tests.agenda.written_exports import export_of_files
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event, structure, trail

ROOT = Path(__file__).resolve().parent.parent.parent
PLACE = {"type": "PATRIMOINE_CULTUREL", "informationsFeteEtManifestation": {}, "informationsPatrimoineCulturel": {}}


def export(folder: Path, name: str, objects: list[dict], selections: list[dict]) -> Path:
    """An export in packets of five."""
    (folder / name).mkdir()
    packets = [objects[first : first + 5] for first in range(0, len(objects), 5)]
    files: dict[str, object] = {
        f"objets_modifies/objets_modifies-{number}.json": packet for number, packet in enumerate(packets)
    }
    files["objets_lies/objets_lies_modifies-1.json"] = [structure()]
    files["elements_reference.json"], files["communes.json"] = ELEMENTS, COMMUNES
    files["selections.json"] = selections
    return export_of_files(folder / name, files)


def festival(number: int, parent: int) -> dict:
    """An event that is part of another, which comes later in the feed."""
    link = {
        "type": "PROGRAMME_ORGANISATEUR",
        "objetTouristique": {"type": "FETE_ET_MANIFESTATION", "id": 5000 + parent},
    }
    return event(number, liens={"liensObjetsTouristiquesTypes": [link]})


# A copy of a database is a second where PostgreSQL makes it.
KILLS = 20 if connection.vendor == "sqlite" else 6


def test_import_killed_at_random_points_ends_as_an_undisturbed_one(own_database, tmp_path):
    seed = random.randrange(10**6)
    first = [event(number) for number in range(1, 41)] + [trail()]
    second = [
        *(event(number) for number in range(1, 11)),  # unchanged
        *(event(number, nom={"libelleFr": f"Autrement dit {number}"}) for number in range(11, 21)),
        event(21, type="TYPE_INCONNU"),  # to quarantine
        event(22, nom={}),
        *(event(number, **PLACE) for number in range(23, 26)),  # events that became places
        # 26 to 40 are gone
        *(festival(number, 60) for number in range(41, 50)),
        *(event(number) for number in range(50, 61)),
        trail() | {"nom": {"libelleFr": "Sentier des crêtes hautes"}},
    ]
    lists = [
        {"id": 1, "nom": "Tout", "objetsTouristiques": [{"type": item["type"], "id": item["id"]} for item in second]}
    ]
    given = {
        "template": str(connection.settings_dict["NAME"]),
        "folder": str(tmp_path),
        "exports": {
            "first": str(export(tmp_path, "first", first, [])),
            "second": str(export(tmp_path, "second", second, lists)),
        },
        "seed": seed,
        "count": KILLS,
    }
    connection.close()  # what is copied has no other user
    answer = subprocess.run(
        [sys.executable, "-m", "tests.agenda.killed_imports", json.dumps(given)],
        cwd=ROOT,
        env=os.environ | {"TRAVERSE_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr[-3000:]
    report = json.loads(answer.stdout.splitlines()[-1])
    assert report["different"] == [], f"seed {seed}: {report}"
    killed = [kill for kill in report["kills"] if kill["killed"]]
    assert len(report["kills"]) == KILLS
    # A process killed by the clock may have been done; those killed at a statement never are.
    assert len(killed) >= KILLS // 2
    assert sum(kill["half"] for kill in killed) >= KILLS // 4, f"seed {seed}: {report}"
