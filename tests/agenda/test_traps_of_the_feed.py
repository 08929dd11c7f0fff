"""The traps of APIDAE's interface that an import or a client can fall into, each under its number.

Those of mapping and opening are in `tests/tourism/apidae/test_traps_of_*.py`.
"""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from agenda.models import Event
from agenda.sources.imports import apidae_import
from cms.texts import plain_texts
from tests.agenda.apidae_feed import apidae, client_of, counts, import_api
from tests.tourism.apidae.territories import event, structure, territory
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.enums import ImportStatus
from tourism.models import ImportRun, SourceRecord

pytestmark = pytest.mark.django_db


def dataset_of(*objects: dict, selections: Iterable[tuple[int, Iterable[int]]] = ()) -> Dataset:
    base = territory(0)
    return Dataset(
        objects=list(objects),
        elements_reference=base.elements_reference,
        communes=base.communes,
        criteres_internes=[],
        selections=[
            {
                "id": number,
                "nom": f"Liste {number}",
                "libelle": {"libelleFr": f"Liste {number}"},
                "objetsTouristiques": [{"type": "FETE_ET_MANIFESTATION", "id": member} for member in members],
            }
            for number, members in selections
        ],
    )


def import_export(server: ApidaeSimulator, folder: Path, *, complete: bool = True, **options: Any) -> ImportRun:
    """The next export of the simulator, downloaded and read."""
    export = server.export(**options)
    with client_of(server) as client:
        path = client.download_export(server.retrieval_url(export), folder / f"{export.stem}.zip")
        return apidae_import(client=client).from_export(path, complete=complete)


def published() -> list[str]:
    return sorted(Event.objects.filter(published=True).values_list("title", flat=True))


# 1. An empty answer has no list ---------------------------------------------------------------------------------


def test_trap_01_empty_answer_without_its_list_is_an_empty_list_and_not_a_failure():
    with apidae(territory(3)) as server, client_of(server) as client:
        nothing = {"selectionIds": [3]}
        answer = client.search(nothing)
        assert (answer["numFound"], "objetsTouristiques" in answer) == (0, False)
        assert list(client.iter_objects(nothing)) == []
        assert client.identifiers(nothing) == []


def test_trap_01_empty_answer_is_no_order_to_delete():
    with apidae(territory(3)) as server:
        import_api(server)
        server.faults.play(empty=None)
        run = import_api(server)
    assert run.status == ImportStatus.WAITING
    assert len(published()) == 3


# 11. Translations that the source has taken away ----------------------------------------------------------------


def test_trap_11_translation_that_the_source_no_longer_has_is_cleared():
    with apidae(dataset_of(event(1, nom={"libelleFr": "Fête", "libelleEn": "Fair", "libelleDe": "Fest"}))) as server:
        import_api(server)
        server.dataset = dataset_of(event(1, nom={"libelleFr": "Fête", "libelleDe": "Fest"}))
        import_api(server)
    assert plain_texts(Event.objects.get().name) == {"fr": "Fête", "de": "Fest"}


# 13. What deletes and what does not -----------------------------------------------------------------------------


def test_trap_13_object_that_only_left_one_of_its_selections_stays():
    with apidae(dataset_of(event(1), event(2), selections=[(1, [5001, 5002]), (2, [5001])])) as server:
        import_api(server)
        server.dataset = dataset_of(event(1), event(2), selections=[(1, [5001, 5002]), (2, [])])
        run = import_api(server)
    assert counts(run) == {"read": 2, "unchanged": 2}
    assert published() == ["Fête numéro 1", "Fête numéro 2"]


def test_trap_13_object_that_is_hidden_or_deleted_at_the_source_is_not_shown(tmp_path):
    objects = [event(1), event(2, state="HIDDEN"), event(3)]
    with apidae(dataset_of(*objects)) as server:
        import_export(server, tmp_path, include_hidden=True)
        assert published() == ["Fête numéro 1", "Fête numéro 3"]
        server.dataset = dataset_of(event(1), event(2), event(3, state="HIDDEN"))
        import_export(server, tmp_path, include_hidden=True)
    assert published() == ["Fête numéro 1", "Fête numéro 2"]
    assert SourceRecord.objects.get(external_id="5003").withdrawn_at is None


def test_trap_13_without_the_option_a_hidden_object_is_as_if_it_had_left(tmp_path):
    with apidae(dataset_of(event(1), event(2))) as server:
        import_export(server, tmp_path)
        server.dataset = dataset_of(event(1), event(2, state="HIDDEN"))
        import_export(server, tmp_path)
    assert published() == ["Fête numéro 1"]
    assert SourceRecord.objects.get(external_id="5002").withdrawn_at is not None


# 14. The same event entered twice -------------------------------------------------------------------------------


def test_trap_14_event_entered_by_two_offices_is_two_records_that_keep_their_owners():
    def entered(number: int, owner: str) -> dict:
        member = {"id": number, "nom": owner}
        return event(number, nom={"libelleFr": "Foire de la Saint-Martin"}, gestion={"membreProprietaire": member})

    with apidae(dataset_of(entered(1, "Office de Digne"), entered(2, "Office de Sisteron"))) as server:
        import_api(server)
        first = sorted(SourceRecord.objects.values_list("external_id", "owner"))
        server.dataset = dataset_of(entered(2, "Office de Sisteron"))
        import_api(server, confirmed=True)
    assert first == [("5001", "Office de Digne"), ("5002", "Office de Sisteron")]
    assert published() == ["Foire de la Saint-Martin"]


def test_trap_14_object_of_two_selections_is_read_once():
    with apidae(dataset_of(event(1), event(2), selections=[(1, [5001, 5002]), (2, [5001, 5002])])) as server:
        run = import_api(server, selections=[1, 2])
    assert counts(run) == {"read": 2, "created": 2}


# 17. Pages that move while they are read ------------------------------------------------------------------------


def test_trap_17_pages_are_in_the_order_of_ids_and_nothing_is_lost_when_objects_appear():
    with apidae(territory(25)) as server, client_of(server) as client:
        server.faults.play(drift=None)
        ids = [item["id"] for item in client.iter_objects({}, page_size=7)]
    assert ids == sorted(set(ids))
    assert set(ids) >= {5000 + number for number in range(25)}


def test_trap_17_object_that_disappears_between_two_pages_hides_no_other():
    with apidae(territory(25)) as server:
        import_api(server)
        server.faults.play(shrink=None)
        with client_of(server) as client:
            ids = {item["id"] for item in client.iter_objects({}, page_size=7)}
    assert ids >= {5000 + number for number in range(1, 25)}


def test_trap_17_fewer_objects_than_announced_is_a_failed_reading():
    with apidae(territory(25)) as server:
        import_api(server)
        server.faults.play(short=None)
        run = import_api(server, confirmed=True)
    assert (run.status, len(published())) == (ImportStatus.FAILED, 25)


# 19. Exports in groups or one by one ----------------------------------------------------------------------------


def test_trap_19_grouped_and_single_files_give_the_same_records(tmp_path):
    records = []
    for grouped in (True, False):
        SourceRecord.objects.all().delete()
        Event.objects.all().delete()
        with apidae(territory(60)) as server:
            run = import_export(server, tmp_path, grouped=grouped)
        assert run.status == ImportStatus.SUCCEEDED, run.error
        records.append(dict(SourceRecord.objects.values_list("external_id", "record")))
    assert len(records[0]) > 60
    assert records[0] == records[1]


def test_trap_19_group_and_single_object_may_lie_side_by_side(tmp_path):
    with apidae(territory(3)) as server:
        grouped, single = (server.export(grouped=choice) for choice in (True, False))
        with client_of(server) as client:
            paths = [
                client.download_export(server.retrieval_url(export), tmp_path / f"{export.stem}.zip")
                for export in (grouped, single)
            ]
    mixed = tmp_path / "mixed.zip"
    with zipfile.ZipFile(mixed, "w") as target:
        for number, path in enumerate(paths):
            with zipfile.ZipFile(path) as source:
                for name in source.namelist():
                    if number == 0 or "objets_modifies/" in name and name.endswith("-5001.json"):
                        target.writestr(name, source.read(name))
    run = apidae_import(client=None).from_export(mixed, complete=True)
    assert (run.status, run.quarantined) == (ImportStatus.SUCCEEDED, 0)
    assert len(published()) == 3


# 20. Lists of fields in an address ------------------------------------------------------------------------------


def test_trap_20_fields_of_one_object_are_asked_for_in_one_parameter():
    with apidae(dataset_of(event(1), structure())) as server, client_of(server) as client:
        found = client.object_by_id(5001, fields=["id", "nom", "presentation.descriptifCourt"], locales=["fr"])
        whole = client.object_by_identifier("SITRA2_EVE_5001")
    assert found == {
        "type": "FETE_ET_MANIFESTATION",
        "id": 5001,
        "nom": {"libelleFr": "Fête numéro 1"},
        "presentation": {"descriptifCourt": {"libelleFr": "Description 1"}},
    }
    assert whole["nom"] == {"libelleFr": "Fête numéro 1", "libelleEn": "Fair number 1"}
