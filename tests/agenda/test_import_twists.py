"""Turns that a feed may take: roles that change, late exports, new tries, types that change, questions asked again."""

import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DataError
from django.utils import timezone

from agenda.models import Event, EventCard
from agenda.sources.imports import retry_records
from tests.agenda.apidae_feed import apidae, changes_by_api, counts, dataset_of, import_api, titles
from tests.agenda.walks import LINE, serve_walk
from tests.agenda.written_exports import NEWER, NEWEST, OLDER, export_of, read
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event, territory
from tourism.actions import RunInProgressError, start_run
from tourism.actions.processes import process_name
from tourism.enums import ImportMode, ImportOutcome, ImportStatus
from tourism.feed import refold_by_id, settle_withdrawals, writing
from tourism.models import Commune, ImportRun, Place, ReferenceElement, Selection, SourceRecord, Trail

pytestmark = pytest.mark.django_db

MONUMENT = {"type": "PATRIMOINE_CULTUREL", "informationsFeteEtManifestation": {}, "informationsPatrimoineCulturel": {}}
UNKNOWN = {"type": "TYPE_A_VENIR"}


def export_with_linked(folder, primary, linked, **side):
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("objets_modifies/objets_modifies-1.json", json.dumps(primary))
        archive.writestr("objets_lies/objets_lies_modifies-1.json", json.dumps(linked))
        for name, content in side.items():
            archive.writestr(f"{name}.json", json.dumps(content))
    return path


def whole(numbers) -> list[dict]:
    return [{"id": 1, "nom": "Tout", "objetsTouristiques": [{"id": number} for number in numbers]}]


def test_linked_object_that_enters_the_project_unchanged_is_shown(tmp_path):
    read(export_with_linked(tmp_path, [event(1)], [event(2)]), exported_at=OLDER)
    assert titles() == ["Fête numéro 1"]
    read(export_with_linked(tmp_path, [event(1), event(2)], []), exported_at=NEWER)
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_object_that_is_only_named_from_now_on_is_no_longer_shown(tmp_path):
    read(export_with_linked(tmp_path, [event(1), event(2)], []), exported_at=OLDER)
    read(export_with_linked(tmp_path, [event(1)], [event(2)]), exported_at=NEWER)
    assert titles() == ["Fête numéro 1"]


def test_object_that_enters_the_project_is_not_taken_for_a_linked_one_that_left(tmp_path):
    read(export_with_linked(tmp_path, [event(1)], [event(2)]), exported_at=OLDER)
    entered = export_with_linked(tmp_path, [event(2)], [], objets_lies_supprimes=[5002])
    read(entered, complete=False, exported_at=NEWER)
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_late_export_with_the_same_content_makes_nothing_older(tmp_path):
    read(export_of(tmp_path, [event(1), event(2)]), exported_at=NEWEST, complete=False)
    read(export_of(tmp_path, [event(1), event(2)]), exported_at=OLDER, complete=False)
    stale = export_of(tmp_path, [event(2, nom={"libelleFr": "Vieille"})], objets_supprimes=[5001])
    read(stale, exported_at=NEWER, complete=False)
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_late_object_that_is_unreadable_touches_nothing_newer(tmp_path):
    read(export_of(tmp_path, [event(1), event(2)]), exported_at=OLDER)
    read(export_of(tmp_path, [event(2)], objets_supprimes=[5001]), exported_at=NEWEST, complete=False)
    run = read(export_of(tmp_path, [event(1, **UNKNOWN), event(2, **UNKNOWN)]), exported_at=NEWER, complete=False)
    refold_by_id("EVENT", list(Event.objects.values_list("pk", flat=True)))
    assert titles() == ["Fête numéro 2"]
    assert set(run.lines.values_list("outcome", flat=True)) == {ImportOutcome.OUTDATED}
    assert not SourceRecord.objects.exclude(quarantine_reason="").exists()


def test_withdrawn_object_that_comes_back_unreadable_stays_withdrawn(tmp_path):
    read(export_of(tmp_path, [event(1), event(2)]))
    read(export_of(tmp_path, [event(2)]))
    read(export_of(tmp_path, [event(1, **UNKNOWN), event(2)]))
    refold_by_id("EVENT", list(Event.objects.values_list("pk", flat=True)))
    assert titles() == ["Fête numéro 2"]


def test_new_try_does_not_make_an_export_late_that_was_made_before_it(tmp_path):
    now = timezone.now()
    read(export_of(tmp_path, [event(1)]), exported_at=now - timedelta(hours=20))
    SourceRecord.objects.update(quarantine_reason="Panne", checksum="")
    retry_records(["5001"])
    renamed = [event(1, nom={"libelleFr": "Nouvelle"})]
    read(export_of(tmp_path, renamed), exported_at=now - timedelta(minutes=10), complete=False)
    assert titles() == ["Nouvelle"]


def test_new_try_of_what_was_withdrawn_does_nothing(tmp_path):
    read(export_of(tmp_path, [event(1), event(2)]))
    read(export_of(tmp_path, [event(2)]))
    run = retry_records(["5001"])
    assert (counts(run), titles()) == ({}, ["Fête numéro 2"])


def test_new_try_does_not_save_from_a_withdrawal_that_waits(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 60)]))
    waiting = read(export_of(tmp_path, [event(1)]))
    retry_records(["5002"])
    assert settle_withdrawals(waiting, withdraw=True, by="Camille") == 58
    assert titles() == ["Fête numéro 1"]


def test_new_try_of_a_trail_without_its_line_leaves_it_in_quarantine():
    with apidae(dataset_of()) as server:
        serve_walk(server, {"trace.gpx": b"<gpx"})
        import_api(server)
    run = retry_records(["9002"])
    assert counts(run) == {"read": 1, "quarantined": 1}
    assert not Trail.objects.filter(published=True).exists()


def test_changes_of_one_selection_say_nothing_about_the_rest():
    with apidae(territory(12)) as server:
        import_api(server)
        before = titles()
        run = changes_by_api(server, selections=[2])
    assert (run.mode, run.withdrawn, titles()) == (ImportMode.PART, 0, before)


def test_trial_of_an_export_keeps_neither_referential_nor_selections(tmp_path):
    path = export_of(tmp_path, [event(2)], elements_reference=ELEMENTS, communes=COMMUNES, selections=whole([5002]))
    run = read(path, dry_run=True)
    assert counts(run) == {"read": 1, "created": 1}
    assert (ReferenceElement.objects.count(), Selection.objects.count()) == (0, 0)


def test_late_export_does_not_bring_back_old_selections(tmp_path):
    read(export_of(tmp_path, [event(1)], selections=whole([5001, 5002])), exported_at=NEWEST, complete=False)
    read(export_of(tmp_path, [event(1)], selections=whole([])), exported_at=OLDER, complete=False)
    assert Selection.objects.get().members.count() == 2


def test_selections_are_kept_while_withdrawals_wait(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 60)]), exported_at=OLDER)
    run = read(export_of(tmp_path, [event(1)], selections=whole([5001])), exported_at=NEWER)
    assert (run.status, Selection.objects.count()) == (ImportStatus.WAITING, 1)


def test_commune_of_a_refused_batch_is_made_again_object_by_object(tmp_path, monkeypatch):
    real = writing.save_rows

    def save(rows):
        of_records = rows and type(rows[0]) is SourceRecord
        if of_records and (len(rows) > 1 or (rows[0].external_id == "5002" and not rows[0].quarantine_reason)):
            raise DataError("refused")
        return real(rows)

    monkeypatch.setattr(writing, "save_rows", save)
    Commune.objects.filter(code="04070").delete()
    run = read(export_of(tmp_path, [event(3), event(2)], elements_reference=ELEMENTS, communes=COMMUNES))
    assert counts(run) == {"read": 2, "created": 1, "quarantined": 1}
    assert Event.objects.get().commune_id == "04070"


def test_number_given_away_again_is_not_taken_for_the_run_that_died(tmp_path):
    with subprocess.Popen(["sleep", "60"]) as other:
        host, number, _start = process_name(other.pid).rsplit(":", 2)
        ImportRun.objects.create(source="apidae", process=f"{host}:{number}:1", alive_at=timezone.now())
        run = read(export_of(tmp_path, [event(1)]))
        other.kill()
    assert run.status == ImportStatus.SUCCEEDED


def test_two_tries_in_one_process_do_not_interrupt_each_other():
    start_run(source="apidae", feed="", mode=ImportMode.RETRY)
    with pytest.raises(RunInProgressError):
        start_run(source="apidae", feed="", mode=ImportMode.RETRY)


def test_complete_export_that_could_not_judge_leaves_the_question_open(tmp_path):
    read(export_of(tmp_path, [event(number) for number in range(1, 60)]), exported_at=OLDER)
    waiting = read(export_of(tmp_path, [event(1)]), exported_at=NEWER)
    read(export_of(tmp_path, [event(1), {"id": None, "type": "FETE_ET_MANIFESTATION"}]), exported_at=NEWEST)
    waiting.refresh_from_db()
    assert waiting.status == ImportStatus.WAITING


def test_revoked_selection_asks_one_question_however_often_it_is_read():
    with apidae(dataset_of(*(event(number) for number in range(1, 41)))) as server:
        import_api(server)
        server.dataset = dataset_of()
        for _ in range(3):
            changes_by_api(server)
    assert ImportRun.objects.filter(status=ImportStatus.WAITING).count() == 1
    assert len(titles()) == 40


def test_export_made_before_the_yes_and_read_after_it_brings_objects_back(tmp_path):
    now = timezone.now()
    read(export_of(tmp_path, [event(number) for number in range(1, 60)]), exported_at=now - timedelta(hours=30))
    waiting = read(export_of(tmp_path, [event(1)]), exported_at=now - timedelta(hours=3))
    settle_withdrawals(waiting, withdraw=True, by="Camille")
    read(export_of(tmp_path, [event(2)]), exported_at=now - timedelta(hours=1), complete=False)
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_what_people_wrote_stays_with_an_object_whose_type_changes(tmp_path):
    read(export_of(tmp_path, [event(1)]), exported_at=OLDER)
    item = Event.objects.get()
    item.hidden = True
    item.overrides = {"name.fr": {"value": "Corrigé", "by": "Sacha", "at": "2026-11-21T00:00:00"}}
    item.save()
    read(export_of(tmp_path, [event(1, **MONUMENT)]), exported_at=NEWER)
    place = Place.objects.get()
    assert (place.published, place.title) == (False, "Corrigé")
    assert not Event.objects.filter(published=True).exists()


def test_two_records_of_one_object_in_a_batch_are_folded_together(tmp_path):
    read(export_of(tmp_path, [event(1), event(2)]), exported_at=OLDER)
    first, second = Event.objects.order_by("pk")
    SourceRecord.objects.filter(external_id="5002").update(subject_id=first.pk)
    second.delete()
    changed = [event(1, nom={"libelleFr": "A"}), event(2, nom={"libelleEn": "B", "libelleDe": "C"})]
    read(export_of(tmp_path, changed), exported_at=NEWER)
    folded = Event.objects.get().name
    refold_by_id("EVENT", [first.pk])
    assert {language: entry["text"] for language, entry in folded.items()} == {"fr": "A", "en": "B", "de": "C"}
    assert Event.objects.get().name == folded


def test_object_that_another_source_still_tells_of_does_not_lead_elsewhere(tmp_path):
    read(export_of(tmp_path, [event(1)]), exported_at=OLDER)
    item, record = Event.objects.get(), SourceRecord.objects.get()
    SourceRecord.objects.create(
        source="openagenda",
        external_id="x",
        kind="EVENT",
        subject_id=item.pk,
        record=record.record,
        seen_at=timezone.now(),
    )
    read(export_of(tmp_path, [event(1, **MONUMENT)]), exported_at=NEWER)
    item.refresh_from_db()
    assert (item.published, item.replaced_by) == (True, "")


def test_each_unreadable_file_waits_in_quarantine_under_its_name(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5):
            archive.writestr(f"objets_modifies/objets_modifies-{number}.json", b"{broken")
    read(path, complete=False)
    reasons = SourceRecord.objects.values_list("quarantine_reason", flat=True)
    assert sorted(reason.partition(" : ")[0] for reason in reasons) == [
        f"objets_modifies/objets_modifies-{number}.json" for number in range(5)
    ]


def test_old_export_read_by_hand_does_not_undo_a_newer_one(tmp_path):
    renamed = [event(1, nom={"libelleFr": "Renommée hier"})]
    read(export_of(tmp_path, renamed), exported_at=timezone.now() - timedelta(minutes=5))
    old = export_of(tmp_path, [event(1)]).rename(tmp_path / "1_20261120-0400_abcdef.zip")
    call_command("import_apidae", export=str(old), offline=True, delta=True, verbosity=0)
    assert titles() == ["Renommée hier"]


def test_closure_of_a_known_trail_does_not_wait_for_its_track(tmp_path):
    with apidae(dataset_of()) as server:
        serve_walk(server, {"trace.gpx": LINE})
        import_api(server)
        walked = server.dataset.objects[0]
        closed = walked | {"ouverture": {"fermeTemporairement": "FERME_TEMPORAIREMENT"}}
        server.dataset = replace(server.dataset, objects=[closed], media=None)
        run = import_api(server)
        trail = Trail.objects.get()
        assert (counts(run), trail.temporarily_closed, len(trail.line)) == ({"read": 1, "updated": 1}, True, 30)
        assert "Le tracé que nous avions reste." in run.lines.get().reason
    read(export_of(tmp_path, [walked | {"state": "HIDDEN"}]), complete=False)
    assert not Trail.objects.get().published


def test_differential_with_an_unreadable_file_is_not_done(tmp_path):
    read(export_of(tmp_path, [event(1)]), exported_at=OLDER)
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("objets_modifies/objets_modifies-1.json", json.dumps([event(2)]))
        archive.writestr("objets_modifies/objets_modifies-2.json", b'[{"id": 5001, "nom": {"lib')
    run = read(path, complete=False, exported_at=NEWER)
    assert (run.status, "illisibles" in run.error) == (ImportStatus.FAILED, True)
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_what_was_never_understood_leaves_without_a_question(tmp_path):
    strange = [event(number, **UNKNOWN) for number in range(30, 70)]
    read(export_of(tmp_path, [event(number) for number in range(1, 11)] + strange))
    assert SourceRecord.objects.filter(subject_id=None, withdrawn_at=None).count() == 40
    run = read(export_of(tmp_path, [event(number) for number in range(1, 11)]))
    assert (run.status, counts(run)) == (ImportStatus.SUCCEEDED, {"read": 10, "unchanged": 10})
    assert not SourceRecord.objects.filter(subject_id=None, withdrawn_at=None).exists()


def test_event_is_where_its_place_is_even_when_that_is_only_named(tmp_path):
    place = event(2, **MONUMENT)
    held = event(1, localisation={"lieuObjetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": 5002}})
    read(export_with_linked(tmp_path, [held], [place]))
    item = Event.objects.get()
    assert (item.latitude, item.longitude) == (44.0, 6.002)
    assert EventCard.objects.get(language="fr").card["latitude"] == 44.0
    assert not Place.objects.get().published


def test_order_of_keys_in_what_came_changes_nothing(tmp_path):
    def turned(value):
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    hotel = event(3) | {
        "type": "HOTELLERIE",
        "informationsHotellerie": {
            "capacite": {"nombreChambresClassees": 12, "nombreSuites": 2, "nombreTotalPersonnes": 30}
        },
    }
    read(export_of(tmp_path, [hotel]))
    before = SourceRecord.objects.get().record
    SourceRecord.objects.update(checksum="")
    read(export_of(tmp_path, [turned(hotel)]))
    assert SourceRecord.objects.get().record == before
    assert before["capacity"]
