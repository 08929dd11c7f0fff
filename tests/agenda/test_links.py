"""Objects that name one another, read in different runs."""

import json
import zipfile
from pathlib import Path

import pytest

from agenda.models import Event
from cms.signals import public_objects_changed
from tests.agenda.written_exports import NEWER, NEWEST, OLDER, export_of, read
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event, structure, trail
from tourism.enums import RecordKind
from tourism.models import Place, Trail

pytestmark = pytest.mark.django_db
PLACE = {"type": "PATRIMOINE_CULTUREL", "informationsFeteEtManifestation": {}, "informationsPatrimoineCulturel": {}}


def walk_along(*numbers: int) -> dict:
    links = [
        {"type": "SUR_LE_PARCOURS_DE", "objetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": number}}
        for number in numbers
    ]
    return trail() | {"liens": {"liensObjetsTouristiquesTypes": links}}


def export_with(folder: Path, objects: list[dict], linked: list[dict]) -> Path:
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("objets_modifies/objets_modifies-1.json", json.dumps(objects))
        archive.writestr("objets_lies/objets_lies_modifies-1.json", json.dumps(linked))
    return path


@pytest.fixture
def announced():
    """(kind, primary keys) as they are announced."""
    told: list[tuple[str, list[int]]] = []

    def hear(kind: str, ids: list[int], **_rest: object) -> None:
        told.append((str(kind), list(ids)))

    public_objects_changed.connect(hear)
    yield told
    public_objects_changed.disconnect(hear)


def test_place_that_comes_after_the_trail_is_joined_to_it_and_the_trail_is_announced(tmp_path, announced):
    side = {"elements_reference": ELEMENTS, "communes": COMMUNES}
    read(export_of(tmp_path, [walk_along(5002)], **side), exported_at=OLDER)
    along = Trail.objects.get()
    before = along.places.count()
    announced.clear()
    read(export_of(tmp_path, [event(2, **PLACE), event(3, **PLACE)]), exported_at=NEWER, complete=False)
    assert (before, list(along.places.values_list("title", flat=True))) == (0, ["Fête numéro 2"])
    assert (str(RecordKind.TRAIL), [along.pk]) in announced
    announced.clear()
    renamed = event(2, **PLACE, nom={"libelleFr": "Chapelle"})
    read(export_of(tmp_path, [renamed]), exported_at=NEWEST, complete=False)
    assert list(along.places.all()) == [Place.objects.get(title="Chapelle")]
    assert [kind for kind, _ids in announced if kind == RecordKind.TRAIL] == []


@pytest.mark.parametrize("linked", [True, False])
def test_renamed_organiser_and_venue_are_renamed_in_the_events_that_name_them(tmp_path, linked):
    def export(organiser: str, venue: str) -> Path:
        named = structure() | {"nom": {"libelleFr": organiser}}
        place = event(2, **PLACE, nom={"libelleFr": venue})
        return export_with(tmp_path, [*events, place, *([] if linked else [named])], [named] if linked else [])

    organised = {"type": "PROGRAMME_ORGANISATEUR", "objetTouristique": {"type": "STRUCTURE", "id": 9001}}
    at_place = {"lieuObjetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": 5002}}
    events = [
        event(1, liens={"liensObjetsTouristiquesTypes": [organised]}, localisation=at_place),
        event(3),
    ]
    told, runs = [], []
    # A venue that comes after the event is known to the second reading.
    for names in [
        ("Comité", "Halle"),
        ("Comité", "Halle"),
        ("Ville", "Marché"),
        ("Ville", "Marché"),
        ("Ville", "Marché"),
    ]:
        runs.append(read(export(*names)))
        facts = Event.objects.get(title="Fête numéro 1").facts
        told.append((facts.get("organiser"), facts.get("venue")))
    assert (told[1], told[3]) == (("Comité", "Halle"), ("Ville", "Marché"))
    assert [(run.updated, run.unchanged) for run in runs[-2:]] == [(1, 3), (0, 4)]


def festival_and_its_concert() -> tuple[dict, dict]:
    part_of = {"type": "PROGRAMME_ORGANISATEUR", "objetTouristique": {"type": "FETE_ET_MANIFESTATION", "id": 5004}}
    at_place = {"lieuObjetTouristique": {"type": "PATRIMOINE_CULTUREL", "id": 5002}}
    return event(4), event(1, liens={"liensObjetsTouristiquesTypes": [part_of]}, localisation=at_place)


@pytest.mark.parametrize("runs", [1, 2])
def test_event_is_joined_to_a_place_and_a_festival_that_come_after_it(tmp_path, runs):
    festival, concert = festival_and_its_concert()
    place = event(2, **PLACE)
    if runs == 1:
        read(export_of(tmp_path, [concert, festival, place]))
    else:
        read(export_of(tmp_path, [concert]), exported_at=OLDER)
        read(export_of(tmp_path, [festival, place]), exported_at=NEWER, complete=False)
    joined = Event.objects.get(title="Fête numéro 1")
    assert (joined.part_of, joined.place) == (Event.objects.get(title="Fête numéro 4"), Place.objects.get())


def test_event_that_is_joined_already_is_not_written_again(tmp_path, announced):
    festival, concert = festival_and_its_concert()
    read(export_of(tmp_path, [event(2, **PLACE), festival]), exported_at=OLDER)
    announced.clear()
    read(export_of(tmp_path, [concert]), exported_at=NEWER, complete=False)
    joined = Event.objects.get(title="Fête numéro 1")
    assert joined.part_of is not None and joined.place is not None
    assert announced == [(str(RecordKind.EVENT), [joined.pk])]
