"""Files that are read ahead, in another process or again; readings and answers that must not cross each other."""

import json
import os
import zlib
from typing import Any

import pytest

from tests.agenda.apidae_feed import apidae, counts, dataset_of, import_api, titles
from tests.agenda.written_exports import NEWER, OLDER, export_of, export_of_files, read
from tests.tourism.apidae.territories import event
from tourism.actions import RunInProgressError, finish_run, start_run
from tourism.apidae import mapper, reading
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.enums import APIDAE, ImportStatus
from tourism.feed import reading as feed_reading
from tourism.feed import settle_withdrawals, withdrawals
from tourism.models import SourceRecord

pytestmark = pytest.mark.django_db


def numbered_files(count: int) -> dict[str, list[dict]]:
    """Files of one object each; every third one says again, otherwise, what the one before said."""
    return {
        f"objets_modifies/objets_modifies-{number:03}.json": [
            event(number - (number % 3 == 0), nom={"libelleFr": f"Du fichier {number}"})
        ]
        for number in range(1, count + 1)
    }


@pytest.mark.parametrize("apart", [True, False])
def test_files_that_are_read_ahead_are_taken_in_their_order(tmp_path, monkeypatch, apart):
    monkeypatch.setattr(os, "cpu_count", lambda: 2 if apart else 1)
    monkeypatch.setattr(mapper, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(reading, "PACKET_FILES", 2)
    monkeypatch.setattr(reading, "AHEAD_BYTES", 3_000)
    monkeypatch.setattr(feed_reading, "BATCH", 4)
    run = read(export_of_files(tmp_path, numbered_files(30)))
    # The first of two that disagree is the one that counts; the second waits in quarantine.
    assert counts(run) == {"read": 30, "created": 20, "quarantined": 10}
    assert titles() == sorted(f"Du fichier {number}" for number in range(1, 31) if number % 3)
    quarantined = SourceRecord.objects.exclude(quarantine_reason="").values_list("external_id", "raw")
    assert {number: json.loads(zlib.decompress(raw))["nom"]["libelleFr"] for number, raw in quarantined} == {
        f"{5000 + number - 1}#2": f"Du fichier {number}" for number in range(3, 31, 3)
    }


PRIMARY, LINKED = "objets_modifies/objets_modifies-1.json", "objets_lies/objets_lies_modifies-1.json"


def test_object_that_was_of_the_project_and_is_only_named_now_is_no_longer_shown(tmp_path):
    both = [event(number) for number in range(1, 4)]
    read(export_of_files(tmp_path, {PRIMARY: both, LINKED: [event(3)]}))
    assert len(titles()) == 3
    run = read(export_of_files(tmp_path, {PRIMARY: both[:2], LINKED: [event(3)]}))
    assert counts(run) == {"read": 3, "updated": 1, "unchanged": 2}
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_object_that_a_differential_deletes_and_still_names_is_no_longer_shown(tmp_path):
    read(export_of_files(tmp_path, {PRIMARY: [event(1), event(3)], LINKED: [event(3)]}))
    read(export_of_files(tmp_path, {LINKED: [event(3)], "objets_supprimes.json": [5003]}), complete=False)
    assert titles() == ["Fête numéro 1"]


def test_known_file_that_disagrees_with_a_new_one_leaves_its_original_in_quarantine(tmp_path):
    read(export_of_files(tmp_path, {PRIMARY: [event(1), event(2)]}))
    newer = {"objets_modifies/objets_modifies-0.json": [event(2, nom={"libelleFr": "Autre"})]}
    run = read(export_of_files(tmp_path, newer | {PRIMARY: [event(1), event(2)]}))
    assert run.quarantined == 1
    kept = SourceRecord.objects.get(external_id="5002#2")
    assert json.loads(zlib.decompress(kept.raw))["nom"]["libelleFr"] == "Fête numéro 2"


def test_nobody_withdraws_while_the_source_is_being_read(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 60)]), exported_at=OLDER)
    waiting = read(export_of(tmp_path, [event(1)]), exported_at=NEWER)
    running = start_run(source=APIDAE, feed="nightly.zip")
    with pytest.raises(RunInProgressError):
        settle_withdrawals(waiting, withdraw=True, by="Camille")
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by, len(titles())) == (ImportStatus.WAITING, "", 59)
    finish_run(running)
    assert settle_withdrawals(waiting, withdraw=True, by="Camille") == 58


def test_no_reading_begins_while_withdrawals_are_carried_out_and_a_failure_leaves_the_question(tmp_path, monkeypatch):
    read(export_of(tmp_path, [event(number) for number in range(1, 60)]), exported_at=OLDER)
    waiting = read(export_of(tmp_path, [event(1)]), exported_at=NEWER)

    def begin_another(*args: Any, **options: Any) -> None:
        with pytest.raises(RunInProgressError):
            start_run(source=APIDAE, feed="nightly.zip")
        raise OSError("The disk is full.")

    monkeypatch.setattr(withdrawals, "withdraw_gone", begin_another)
    with pytest.raises(OSError, match="disk"):
        settle_withdrawals(waiting, withdraw=True, by="Camille")
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by, len(titles())) == (ImportStatus.WAITING, "", 59)


def test_selections_that_cannot_be_listed_do_not_make_a_reading_fail(monkeypatch):
    def fail(client: ApidaeClient) -> list[dict]:
        raise ApidaeError("APIDAE répond 503.")

    with apidae(dataset_of(*(event(number) for number in range(1, 4)))) as server:
        import_api(server)
        server.dataset = dataset_of(event(1), event(2))
        monkeypatch.setattr(ApidaeClient, "selections", fail)
        run = import_api(server)
    assert (run.status, run.withdrawn) == (ImportStatus.SUCCEEDED, 1)
    assert run.error == "Les sélections du projet n’ont pas pu être lues : APIDAE répond 503."
