"""Imports after the first: changes by the API, late differentials, withdrawals that wait for a yes, new tries."""

import json
import zlib

import pytest

from agenda.models import Event
from agenda.sources.imports import apidae_import, retry_records
from tests.agenda.apidae_feed import apidae, changes_by_api, client_of, counts, dataset_of, import_api, titles
from tests.agenda.written_exports import NEWER, NEWEST, OLDER, export_of, read
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event, territory
from tourism.apidae.mapping import MAPPING_VERSION
from tourism.enums import ImportMode, ImportOutcome, ImportStatus
from tourism.feed import settle_withdrawals
from tourism.models import ReferenceElement, Selection, SourceRecord

pytestmark = pytest.mark.django_db


def changed_today(number: int, **changes) -> dict:
    gestion = {"dateModification": "2099-11-25T08:00:00.000+0000", "membreProprietaire": {"id": 10, "nom": "Office"}}
    return event(number, gestion=gestion, **changes)


def test_changes_by_the_api_read_only_what_changed_and_find_what_is_gone_or_new():
    with apidae(dataset_of(*(event(number) for number in range(1, 31)))) as server:
        first = changes_by_api(server)
        kept = [event(number) for number in range(3, 31)]
        server.dataset = dataset_of(changed_today(1, nom={"libelleFr": "Renommée"}), *kept, event(40))
        second = changes_by_api(server)
        third = changes_by_api(server)
    assert (first.mode, counts(first)) == (ImportMode.FULL, {"read": 30, "created": 30})
    # 2 left the selection, 40 came into it without having been modified.
    assert (second.mode, counts(second)) == (
        ImportMode.DELTA,
        {"read": 2, "created": 1, "updated": 1, "withdrawn": 1},
    )
    assert counts(third) == {"read": 1, "unchanged": 1}
    assert "Renommée" in titles() and "Fête numéro 40" in titles() and "Fête numéro 2" not in titles()


def test_people_that_were_kept_once_are_gone_after_the_next_complete_reading(tmp_path, monkeypatch):
    def raw() -> dict:
        return json.loads(zlib.decompress(bytes(SourceRecord.objects.get(external_id="5001").raw)))

    held = event(1, contacts=[{"nom": "Dupré", "moyensCommunication": [{"coordonnees": {"fr": "zoe@example.org"}}]}])
    held["gestion"] |= {"signalerUnProblemeMails": ["zoe@example.org"]}
    path = export_of(tmp_path, [held, event(2)])
    with monkeypatch.context() as before:
        before.setattr("tourism.apidae.objects.without_people", lambda payload: payload)
        before.setattr("tourism.apidae.importer.MAPPING_VERSION", MAPPING_VERSION - 1)
        read(path)
    assert raw()["contacts"] == held["contacts"]
    read(path)
    assert "contacts" not in raw() and "signalerUnProblemeMails" not in raw()["gestion"]
    assert raw()["gestion"]["membreProprietaire"] == held["gestion"]["membreProprietaire"]
    assert counts(read(path)) == {"read": 2, "unchanged": 2}


def test_selection_revoked_between_two_readings_of_changes_withdraws_nothing():
    with apidae(dataset_of(*(event(number) for number in range(1, 31)))) as server:
        import_api(server)
        server.dataset = dataset_of()
        run = changes_by_api(server)
    assert (run.status, run.withheld, run.withdrawn) == (ImportStatus.WAITING, 30, 0)
    assert len(titles()) == 30


def test_withdrawals_wait_for_a_yes_and_are_done_by_it(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 41)]))
    run = read(export_of(tmp_path, [event(number) for number in range(1, 11)]))
    assert (run.status, run.withheld) == (ImportStatus.WAITING, 30)
    assert run.lines.filter(outcome=ImportOutcome.WITHHELD).count() == 30
    assert len(titles()) == 40
    assert settle_withdrawals(run, withdraw=True, by="Camille") == 30
    assert (run.status, run.decided_by, run.withdrawn) == (ImportStatus.SUCCEEDED, "Camille", 30)
    assert len(titles()) == 10
    assert settle_withdrawals(run, withdraw=True, by="Sacha") == 0


def test_withdrawals_that_are_refused_keep_everything(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 41)]))
    run = read(export_of(tmp_path, [event(1)]))
    assert settle_withdrawals(run, withdraw=False, by="Camille") == 0
    assert (run.status, run.decided_by, len(titles())) == (ImportStatus.SUCCEEDED, "Camille", 40)


def test_object_seen_again_before_the_yes_stays(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 41)]))
    asked = read(export_of(tmp_path, [event(1)]))
    read(export_of(tmp_path, [event(2)]), complete=False)
    assert settle_withdrawals(asked, withdraw=True, by="Camille") == 38
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_newer_complete_reading_asks_instead_of_the_older_one(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 41)]))
    older = read(export_of(tmp_path, [event(1)]))
    read(export_of(tmp_path, [event(number) for number in range(1, 41)]))
    older.refresh_from_db()
    assert older.status == ImportStatus.SUCCEEDED
    assert settle_withdrawals(older, withdraw=True, by="Camille") == 0
    assert len(titles()) == 40


def test_differential_that_arrives_late_does_not_undo_a_newer_one(tmp_path):
    read(export_of(tmp_path, [event(1), event(2), event(3)]), exported_at=OLDER)
    newest = [event(1, nom={"libelleFr": "Deux fois corrigée"})]
    read(export_of(tmp_path, newest, objets_supprimes=[5002]), complete=False, exported_at=NEWEST)
    late = [event(1, nom={"libelleFr": "Une fois corrigée"}), event(2, nom={"libelleFr": "Corrigée"}), event(4)]
    run = read(export_of(tmp_path, late, objets_supprimes=[5003]), complete=False, exported_at=NEWER)
    assert titles() == ["Deux fois corrigée", "Fête numéro 4"]
    assert (run.created, run.withdrawn) == (1, 1)
    assert run.lines.filter(outcome=ImportOutcome.OUTDATED).count() == 2


def test_late_deletion_does_not_take_what_a_newer_export_brought_back(tmp_path):
    read(export_of(tmp_path, [event(1), event(2)]), exported_at=OLDER)
    read(export_of(tmp_path, [event(1)]), complete=False, exported_at=NEWEST)
    run = read(export_of(tmp_path, [], objets_supprimes=[5001]), complete=False, exported_at=NEWER)
    assert (run.withdrawn, titles()) == (0, ["Fête numéro 1", "Fête numéro 2"])


def test_differential_without_its_referential_is_read_with_the_last_one(tmp_path):
    path = export_of(tmp_path, [event(2)], elements_reference=ELEMENTS, communes=COMMUNES)
    read(path)
    labelled = Event.objects.get().facts["categories"]
    read(export_of(tmp_path, [event(2, nom={"libelleFr": "Renommée"})]), complete=False)
    item = Event.objects.get()
    assert (item.title, item.facts["categories"]) == ("Renommée", labelled)
    assert labelled[0]["label"]["it"] == "Concerto"
    assert item.commune_id == "04112"


def test_changed_label_of_the_referential_reaches_the_objects(tmp_path):
    read(export_of(tmp_path, [event(2)], elements_reference=ELEMENTS, communes=COMMUNES))
    renamed = [element | {"libelleFr": "Concert live"} if element["id"] == 2128 else element for element in ELEMENTS]
    run = read(export_of(tmp_path, [event(2)], elements_reference=renamed, communes=COMMUNES))
    assert counts(run) == {"read": 1, "updated": 1}
    assert Event.objects.get().facts["categories"][0]["label"]["fr"] == "Concert live"


def test_inactive_and_vanished_elements_are_still_known(tmp_path):
    read(export_of(tmp_path, [event(2)], elements_reference=ELEMENTS, communes=COMMUNES))
    read(export_of(tmp_path, [event(2)], elements_reference=[], communes=[]))
    assert ReferenceElement.objects.filter(pk=2128).exists()


def test_selections_are_kept_as_the_last_export_lists_them(tmp_path):
    lists = [
        {
            "id": 7,
            "nom": "Agenda",
            "libelle": {"libelleFr": "L’agenda"},
            "objetsTouristiques": [{"id": 5001}, {"id": 5002}],
        },
        {"id": 8, "nom": "Hiver", "objetsTouristiques": []},
    ]
    read(export_of(tmp_path, [event(1), event(2)], selections=lists))
    assert {item.name: item.members.count() for item in Selection.objects.all()} == {"Agenda": 2, "Hiver": 0}
    lists = [{"id": 7, "nom": "Agenda d’été", "objetsTouristiques": [{"id": 5002}]}]
    read(export_of(tmp_path, [event(1)], selections=lists), complete=False)
    (only,) = Selection.objects.all()
    assert (only.name, list(only.members.values_list("external_id", flat=True))) == ("Agenda d’été", ["5002"])


def test_reading_by_the_api_keeps_the_selections_and_a_trial_does_not():
    dataset = dataset_of(event(1), event(2))
    dataset.selections = [{"id": 7, "nom": "Agenda", "objetsTouristiques": [{"id": 5001}, {"id": 5002}]}]
    with apidae(dataset) as server:
        apidae_import(client=client_of(server), dry_run=True).from_api()
        assert not Selection.objects.exists()
        import_api(server)
        assert {item.name: item.members.count() for item in Selection.objects.all()} == {"Agenda": 2}


def test_what_is_otherwise_written_but_says_the_same_changes_nothing_public(tmp_path):
    read(export_of(tmp_path, [event(1)]))
    before = Event.objects.values_list("updated_at", flat=True).get()
    gestion = event(1)["gestion"] | {"dateExportModification": "2026-11-25T08:00:00.000+0000"}
    run = read(export_of(tmp_path, [event(1, gestion=gestion)]))
    assert counts(run) == {"read": 1, "unchanged": 1}
    assert Event.objects.values_list("updated_at", flat=True).get() == before
    assert b"dateExportModification" in zlib.decompress(SourceRecord.objects.get().raw)


def test_object_in_quarantine_is_taken_by_a_new_try_once_its_cause_is_gone(tmp_path, monkeypatch):
    broken = event(1, type="TYPE_A_VENIR")
    read(export_of(tmp_path, [broken, event(2)]))
    record = SourceRecord.objects.exclude(quarantine_reason="").get()
    refused = retry_records([record.external_id], by="Camille")
    assert (refused.mode, refused.started_by, counts(refused)) == (
        ImportMode.RETRY,
        "Camille",
        {"read": 1, "quarantined": 1},
    )
    monkeypatch.setitem(broken, "type", "FETE_ET_MANIFESTATION")
    read(export_of(tmp_path, [broken]), complete=False)
    SourceRecord.objects.filter(pk=record.pk).update(quarantine_reason="Panne d’hier", checksum="")
    taken = retry_records([record.external_id])
    record.refresh_from_db()
    assert (counts(taken), record.quarantine_reason) == ({"read": 1, "unchanged": 1}, "")
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_second_content_of_an_id_is_never_tried_over_the_first(tmp_path):
    read(export_of(tmp_path, [event(1), event(1, nom={"libelleFr": "Une autre"})]))
    run = retry_records(["5001#2"])
    assert (counts(run), titles()) == ({}, ["Fête numéro 1"])


def test_export_and_api_of_the_same_data_write_nothing_anew(tmp_path):
    with apidae(territory(12)) as server:
        import_api(server)
        export = server.export(grouped=True)
        with client_of(server) as client:
            path = client.download_export(server.retrieval_url(export), tmp_path / "export.zip")
            run = apidae_import(client=client).from_export(path, complete=True)
    primary = run.lines.exclude(external_id="9001")
    assert [(line.external_id, line.changes) for line in primary] == []


def test_expired_object_is_gone_and_one_to_come_is_not_shown_yet(tmp_path):
    over = {"dateExpiration": "2020-01-01", "expirationAction": "MASQUER"}
    later = {"datePublication": "2099-01-01"}
    read(export_of(tmp_path, [event(1, expiration=over), event(2, expiration=later), event(3)]))
    assert titles() == ["Fête numéro 3"]
    assert Event.objects.get(title="Fête numéro 1").withdrawn_at is not None
    assert Event.objects.get(title="Fête numéro 2").withdrawn_at is None
