"""Datasets read from whatever layout a folder or an archive has."""

import json

import pytest

from tests.tourism.apidae.territories import SAMPLES, event, needs_samples
from tourism.apidae.archive import ExportError
from tourism.apidae.simulator import Dataset


@needs_samples
@pytest.mark.parametrize(
    ("name", "objects", "elements", "selections"),
    [
        ("export-2017-events.zip", 5, 4, 2),
        ("export-2017-events", 5, 4, 2),
        ("api-2014-v001-50-objects.json", 50, 348, 0),
        ("objects", 9, 82, 0),
    ],
)
def test_real_samples_are_loaded_whatever_their_layout(name, objects, elements, selections):
    dataset = Dataset.from_path(SAMPLES / name)
    assert (len(dataset.objects), len(dataset.elements_reference), len(dataset.selections)) == (
        objects,
        elements,
        selections,
    )
    assert dataset.problems == []


@needs_samples
def test_real_export_keeps_its_deletions():
    assert Dataset.from_path(SAMPLES / "export-2017-events.zip").deleted_ids == [123]


def test_folder_of_anything_is_loaded_and_the_rest_reported(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(event(1)))
    (tmp_path / "many.json").write_text(json.dumps([event(2), event(1), {"hello": "world"}, 3]))
    (tmp_path / "answer.json").write_text(json.dumps({"numFound": 1, "objetsTouristiques": [event(3)]}))
    (tmp_path / "nothing.json").write_text(json.dumps({"query": {}, "numFound": 0, "formatVersion": "v002"}))
    (tmp_path / "agenda.json").write_text(json.dumps({"numFound": 1, "objetsTouristiques": {"2026-01-01": [event(4)]}}))
    (tmp_path / "broken.json").write_text('{"type": ')
    (tmp_path / "latin.json").write_bytes('{"nom": "é"}'.encode("latin-1"))
    (tmp_path / "notes.txt").write_text("not JSON")
    dataset = Dataset.from_path(tmp_path)
    assert sorted(item["id"] for item in dataset.objects) == [5001, 5002, 5003, 5004]
    assert dataset.problems == [
        "broken.json : Le fichier JSON est tronqué.",
        "latin.json : Le texte n'est pas encodé en UTF-8.",
        "many.json : 2 élément(s) ne sont pas des objets touristiques.",
        "one.json : l'objet 5001 a déjà été lu dans un autre fichier.",
    ]


def test_other_json_beside_objects_is_sorted_or_reported_and_never_served(tmp_path):
    commune = {"id": 1556, "code": "04001", "nom": "Aiglun", "codePostal": "04510"}
    (tmp_path / "towns.json").write_text(json.dumps([commune]))
    held = [{"type": "FETE_ET_MANIFESTATION", "id": 5001}]
    (tmp_path / "one-selection.json").write_text(json.dumps({"id": 7, "nom": "SEL", "objetsTouristiques": held}))
    (tmp_path / "areas.json").write_text(
        json.dumps([{"id": 8, "type": "TERRITOIRE", "nom": {"libelleFr": "Pays"}, "perimetreGeographique": []}])
    )
    (tmp_path / "map.json").write_text(json.dumps({"type": "Feature", "id": 3, "geometry": None, "properties": {}}))
    (tmp_path / "package.json").write_text(json.dumps({"id": "a", "name": "a", "type": "module"}))
    (tmp_path / "person.json").write_text(json.dumps({"id": 12, "nom": "Durand"}))
    (tmp_path / "odd.json").write_text(json.dumps({"id": 13, "type": ["FETE_ET_MANIFESTATION"], "nom": 4}))
    (tmp_path / "untyped.json").write_text(json.dumps({"id": 14, "nom": {"libelleFr": "Sans type"}}))
    dataset = Dataset.from_path(tmp_path)
    assert [item["id"] for item in dataset.objects] == [14]
    assert [item["id"] for item in dataset.communes] == [1556]
    assert [item["id"] for item in dataset.selections] == [7]
    assert [item["id"] for item in dataset.territoires] == [8]
    names = ("map.json", "odd.json", "package.json", "person.json")
    assert dataset.problems == [f"{name} : 1 élément(s) ne sont pas des objets touristiques." for name in names]


@needs_samples
def test_folder_of_all_samples_serves_no_commune_as_an_object():
    dataset = Dataset.from_path(SAMPLES)
    assert [item["id"] for item in dataset.objects if "nom" in item and not isinstance(item["nom"], dict)] == []
    assert len(dataset.communes) >= 206


def test_file_that_is_no_archive_is_refused(tmp_path):
    (tmp_path / "export.zip").write_bytes(b"PK\x03\x04 but nothing else")
    with pytest.raises(ExportError, match="tronqué"):
        Dataset.from_path(tmp_path / "export.zip")
