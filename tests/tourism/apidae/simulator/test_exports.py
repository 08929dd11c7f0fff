"""Exports of a project: their files, what is written in them, their notification and confirmation."""

import json
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from tests.tourism.apidae.asking import answer_of, exported
from tests.tourism.apidae.territories import event, structure, territory
from tourism.apidae.simulator import ApidaeSimulator, Dataset


def test_grouped_export_holds_packets_of_fifty_and_every_side_file():
    with ApidaeSimulator(territory(120), project_id=3030) as simulator:
        described, archive = exported(simulator)
        assert sorted(archive.namelist()) == [
            "communes.json",
            "criteres_internes.json",
            "elements_reference.json",
            "objets_lies/objets_lies_modifies-1.json",
            "objets_lies_supprimes.json",
            "objets_modifies/objets_modifies-1.json",
            "objets_modifies/objets_modifies-2.json",
            "objets_modifies/objets_modifies-3.json",
            "objets_supprimes.json",
            "selections.json",
            "territoires.json",
        ]
        sizes = [len(json.loads(archive.read(f"objets_modifies/objets_modifies-{n}.json"))) for n in (1, 2, 3)]
        assert sizes == [50, 50, 21]
        stem = described["urlRecuperation"].rsplit("/", 1)[1]
        project, moment, code = stem.removesuffix(".zip").split("_")
        assert (project, len(moment), moment[8], len(code), code.isalnum()) == ("3030", 13, "-", 6, True)
        assert described["urlConfirmation"].endswith(f"/api/v002/export/confirmation?hash={stem.removesuffix('.zip')}")
        assert (described["reinitialisation"], described["objets"]) == (True, 122)


def test_single_export_holds_one_object_per_file(apidae):
    _, archive = exported(apidae, grouped="false")
    item = json.loads(archive.read("objets_modifies/objets_modifies-5000.json"))
    assert item["id"] == 5000
    assert len([name for name in archive.namelist() if name.startswith("objets_modifies/")]) == 13


def test_export_writes_ids_only_and_keeps_empties(apidae):
    _, archive = exported(apidae, grouped="false")
    item = json.loads(archive.read("objets_modifies/objets_modifies-5000.json"))
    assert item["informationsFeteEtManifestation"]["categories"] == [
        {"elementReferenceType": "FeteEtManifestationCategorie", "id": 2128}
    ]
    assert item["localisation"]["adresse"]["commune"] == {"id": 1000}
    assert item["informations"] == {"structureGestion": {"type": "STRUCTURE", "id": 9001}, "moyensCommunication": []}
    assert item["criteresInternes"] == [{"id": 71}]
    assert (item["liens"], item["illustrations"], item["territoires"]) == ({}, [], [])
    linked = json.loads(archive.read("objets_lies/objets_lies_modifies-9001.json"))
    assert linked["localisation"]["adresse"]["commune"] == {"id": 1000}
    elements = json.loads(archive.read("elements_reference.json"))
    assert elements[2]["familleCritere"] == {"elementReferenceType": "FamilleCritere", "id": 101}
    assert [element["actif"] for element in elements] == [True] * 5


def test_delta_holds_only_what_changed_and_what_left(apidae):
    described, archive = exported(apidae, kind="delta", modified="5001,5002", deleted="5003", grouped="true")
    assert described["reinitialisation"] is False
    primary = json.loads(archive.read("objets_modifies/objets_modifies-1.json"))
    assert sorted(item["id"] for item in primary) == [5001, 5002]
    assert "objets_lies/objets_lies_modifies-1.json" not in archive.namelist()
    assert json.loads(archive.read("objets_supprimes.json")) == [5003]
    members = json.loads(archive.read("selections.json"))[0]["objetsTouristiques"]
    assert 5003 not in {member["id"] for member in members}
    assert len(members) == 12


def test_export_can_hold_hidden_objects():
    dataset = Dataset([event(1), event(2, state="HIDDEN")])
    with ApidaeSimulator(dataset) as simulator:
        assert simulator.export().object_count == 1
        assert simulator.export(include_hidden=True).object_count == 2


def test_bad_export_order_is_refused(apidae):
    assert answer_of(apidae, "/simulator/exports", {"kind": "half"}).status == 400
    assert answer_of(apidae, "/simulator/exports", {"kind": "delta", "modified": "a"}).status == 400


def test_notification_is_posted_and_confirmation_recorded(apidae):
    received: list[dict] = []

    class Reader(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            received.append({"type": self.headers["Content-Type"]} | dict(urllib.parse.parse_qsl(body)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    reader = HTTPServer(("127.0.0.1", 0), Reader)
    Thread(target=reader.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{reader.server_port}/notify"
        described = json.loads(answer_of(apidae, "/simulator/exports", {"kind": "full", "notify": url}).body)
    finally:
        reader.shutdown()
        reader.server_close()
    assert received == [
        {
            "type": "application/x-www-form-urlencoded",
            "projetId": "1",
            "statut": "SUCCESS",
            "ponctuel": "false",
            "reinitialisation": "true",
            "urlRecuperation": described["urlRecuperation"],
            "urlConfirmation": described["urlConfirmation"],
        }
    ]
    assert (described["notifications"], described["confirme"]) == (["200"], False)
    assert answer_of(apidae, urllib.parse.urlsplit(described["urlConfirmation"]).path + "?hash=other").status == 404
    parts = urllib.parse.urlsplit(described["urlConfirmation"])
    assert answer_of(apidae, f"{parts.path}?{parts.query}").status == 200
    assert json.loads(answer_of(apidae, "/simulator/exports").body)[0]["confirme"] is True


def test_notification_is_repeated_on_demand(apidae):
    first, second = (apidae.export(), apidae.export())
    for export in (second, first, first):
        form = {"export": export.stem, "notify": "http://127.0.0.1:9/nothing-listens", "statut": "ERROR"}
        assert answer_of(apidae, "/simulator/notifications", form).status == 200
    assert [len(export.notified) for export in (first, second)] == [2, 1]
    assert answer_of(apidae, "/simulator/notifications", {"export": "other"}).status == 400


def test_notification_of_a_deaf_reader_is_told(apidae):
    form = {"notify": "http://127.0.0.1:9/nothing-listens"}
    described = json.loads(answer_of(apidae, "/simulator/exports", form).body)
    assert len(described["notifications"]) == 1
    assert "refused" in described["notifications"][0]


def test_linked_structure_alone_is_not_primary():
    with ApidaeSimulator(territory(2)) as simulator:
        _, archive = exported(simulator, grouped="true")
    primary = json.loads(archive.read("objets_modifies/objets_modifies-1.json"))
    linked = json.loads(archive.read("objets_lies/objets_lies_modifies-1.json"))
    assert sorted(item["id"] for item in primary) == [5000, 5001, 9002]
    assert [item["id"] for item in linked] == [structure()["id"]]
