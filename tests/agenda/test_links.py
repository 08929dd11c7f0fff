"""Objects that name one another, read in different runs."""

import pytest

from cms.signals import public_objects_changed
from tests.agenda.test_import_again import NEWER, NEWEST, OLDER, export_of, read
from tests.tourism.apidae.territories import COMMUNES, ELEMENTS, event, trail
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
