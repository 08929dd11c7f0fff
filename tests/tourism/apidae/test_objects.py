"""Objects as they are read, before anything is compared or mapped."""

import copy
import json

from tourism.apidae.objects import read_object, read_objects

PERSON = {
    "nom": "Dupré",
    "prenom": "Zoé",
    "moyensCommunication": [{"coordonnees": {"fr": "zoe@example.org"}}],
}
WITH_PEOPLE = {
    "type": "RESTAURATION",
    "id": 5001,
    "nom": {"libelleFr": "Chez Zoé"},
    "gestion": {"dateModification": "2026-01-15", "signalerUnProblemeMails": ["zoe@example.org"]},
    "contacts": [PERSON],
    "aspects": [{"aspect": "HIVER", "contacts": [PERSON], "gestion": {"signalerUnProblemeMails": ["zoe@example.org"]}}],
    "informations": {"moyensCommunication": [{"coordonnees": {"fr": "contact@example.org"}}]},
}
WITHOUT_PEOPLE = {
    "type": "RESTAURATION",
    "id": 5001,
    "nom": {"libelleFr": "Chez Zoé"},
    "gestion": {"dateModification": "2026-01-15"},
    "aspects": [{"aspect": "HIVER", "gestion": {}}],
    "informations": {"moyensCommunication": [{"coordonnees": {"fr": "contact@example.org"}}]},
}


def test_people_are_left_out_of_what_is_kept_and_the_rest_stays():
    read = read_object(WITH_PEOPLE)
    assert (read.external_id, json.loads(read.raw)) == ("5001", WITHOUT_PEOPLE)


def test_object_that_is_read_stays_as_it_came():
    payload = copy.deepcopy(WITH_PEOPLE)
    read_object(payload)
    assert payload == WITH_PEOPLE


def test_object_is_the_same_whoever_is_its_contact():
    other = WITH_PEOPLE | {"contacts": [PERSON | {"nom": "Durand"}]}
    assert read_object(other).raw == read_object(WITH_PEOPLE).raw == read_object(WITHOUT_PEOPLE).raw


def test_people_in_what_is_no_object_are_left_out_too():
    (read,) = read_objects(json.dumps([[WITH_PEOPLE, 7, [WITH_PEOPLE]]]).encode())
    assert (read.external_id, json.loads(read.raw)) == ("", [WITHOUT_PEOPLE, 7, [WITHOUT_PEOPLE]])


def test_blocks_of_another_shape_are_read_all_the_same():
    odd = {"id": 1, "gestion": "x", "aspects": {"contacts": 1}, "contacts": None}
    assert json.loads(read_object(odd).raw) == {"id": 1, "gestion": "x", "aspects": {"contacts": 1}}
    assert json.loads(read_object({"id": 1, "aspects": [None, "x"]}).raw) == {"id": 1, "aspects": [None, "x"]}
