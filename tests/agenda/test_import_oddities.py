"""Objects that an export does not bring as they should be: only named, without a name or a number, twice, late; and
lists that are cut."""

import json

import pytest

from agenda.models import Event
from tests.agenda.apidae_feed import counts, titles
from tests.agenda.written_exports import NEWER, NEWEST, OLDER, export_of, export_of_files, read
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event
from tourism.enums import ImportStatus
from tourism.feed import settle_withdrawals
from tourism.models import Selection, SourceRecord

pytestmark = pytest.mark.django_db

PRIMARY, LINKED = "objets_modifies/objets_modifies-1.json", "objets_lies/objets_lies_modifies-1.json"
NAMELESS = {"nom": {"libelleFr": ""}}


def quarantined() -> dict[str, str]:
    """Reasons by number of what waits in quarantine."""
    waiting = SourceRecord.objects.filter(withdrawn_at=None).exclude(quarantine_reason="")
    return dict(waiting.values_list("external_id", "quarantine_reason"))


def test_object_that_nobody_names_any_more_stays_when_it_is_one_of_the_project(tmp_path):
    read(export_of_files(tmp_path, {PRIMARY: [event(1)], LINKED: [event(3)]}), exported_at=OLDER)
    lists = {"objets_lies_supprimes.json": [5001, 5003]}
    run = read(export_of_files(tmp_path, {PRIMARY: []} | lists), complete=False, exported_at=NEWER)
    assert (run.withdrawn, titles()) == (1, ["Fête numéro 1"])
    assert SourceRecord.objects.get(external_id="5003").withdrawn_at is not None


def test_differential_that_only_names_an_object_of_the_project_leaves_it_there(tmp_path):
    read(export_of_files(tmp_path, {PRIMARY: [event(1), event(3)]}), exported_at=OLDER)
    renamed = event(3, nom={"libelleFr": "Renommée"})
    read(export_of_files(tmp_path, {LINKED: [renamed]}), complete=False, exported_at=NEWER)
    assert titles() == ["Fête numéro 1", "Renommée"]


@pytest.mark.parametrize("state", ["DELETED", "HIDDEN", "TRASH"])
def test_object_that_cannot_be_taken_says_all_the_same_that_it_is_gone(tmp_path, state):
    read(export_of(tmp_path, [event(1), event(2)]))
    run = read(export_of(tmp_path, [event(1, **NAMELESS, state=state), event(2)]))
    assert run.quarantined == 1 and "nom" in quarantined()["5001"]
    assert titles() == ["Fête numéro 2"]
    # Corrected, it is back.
    read(export_of(tmp_path, [event(1), event(2)]))
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_event_without_a_name_says_all_the_same_that_it_is_cancelled(tmp_path):
    read(export_of(tmp_path, [event(1)], elements_reference=ELEMENTS, communes=COMMUNES))
    opening = event(1)["ouverture"] | {"ouverturesComplementaires": [{"id": 6176}]}
    read(export_of(tmp_path, [event(1, **NAMELESS, ouverture=opening)]))
    cancelled = Event.objects.get()
    assert (cancelled.title, cancelled.published, cancelled.status) == ("Fête numéro 1", True, "CANCELLED")
    assert set(cancelled.occurrences.values_list("status", flat=True)) == {"CANCELLED"}


def test_differential_with_an_object_without_number_is_taken_but_for_that_object(tmp_path):
    read(export_of(tmp_path, [event(1)]), exported_at=OLDER)
    run = read(export_of(tmp_path, [event(2), event(3, id=None)]), complete=False, exported_at=NEWER)
    assert (run.status, counts(run)) == (ImportStatus.SUCCEEDED, {"read": 2, "created": 1, "quarantined": 1})
    assert "export complet" in run.error
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_withdrawals_that_a_person_accepted_are_not_undone_by_an_older_export(tmp_path):
    objects = [event(number) for number in range(1, 60)]
    read(export_of(tmp_path, objects), exported_at=OLDER)
    waiting = read(export_of(tmp_path, [event(1)]), exported_at=NEWEST)
    assert settle_withdrawals(waiting, withdraw=True, by="Camille") == 58
    read(export_of(tmp_path, objects), complete=False, exported_at=NEWER)
    assert titles() == ["Fête numéro 1"]


def test_older_export_that_is_late_does_not_replace_what_waits_in_quarantine(tmp_path):
    read(export_of(tmp_path, [event(1)]), exported_at=OLDER)
    read(export_of(tmp_path, [event(1, **NAMELESS)]), complete=False, exported_at=NEWEST)
    read(export_of(tmp_path, [event(1, nom={"libelleFr": "De la veille"})]), complete=False, exported_at=NEWER)
    assert list(quarantined()) == ["5001"]
    assert titles() == ["Fête numéro 1"]


def test_second_contents_wait_one_by_one_until_the_export_brings_one_only(tmp_path):
    twice = [event(1), event(1, nom={"libelleFr": "Deux"}), event(1, nom={"libelleFr": "Trois"})]
    read(export_of(tmp_path, twice))
    assert sorted(quarantined()) == ["5001#2", "5001#3"]
    # They are as they were: still two too many.
    read(export_of(tmp_path, twice))
    assert sorted(quarantined()) == ["5001#2", "5001#3"]
    read(export_of(tmp_path, [event(1)]))
    assert (quarantined(), titles()) == ({}, ["Fête numéro 1"])


@pytest.mark.parametrize("name", ["elements_reference.json", "communes.json"])
def test_list_that_is_cut_is_said(tmp_path, name):
    whole = {"elements_reference.json": ELEMENTS, "communes.json": COMMUNES}
    cut = {name: json.dumps(whole[name]).encode()[:-20]}
    run = read(export_of_files(tmp_path, {PRIMARY: [event(1)]} | whole | cut))
    assert run.status == ImportStatus.SUCCEEDED
    assert name in run.error and "tronqué" in run.error


def test_export_without_any_object_empties_no_selection(tmp_path):
    lists = [{"id": 7, "nom": "Agenda", "objetsTouristiques": [{"id": 5001}]}]
    read(export_of(tmp_path, [event(1)], selections=lists))
    run = read(export_of(tmp_path, [], selections=[]))
    assert run.status == ImportStatus.WAITING
    assert Selection.objects.get().members.count() == 1
