"""Two offices, their accounts, and a small territory that came over HTTP."""

import pytest

from tests.agenda.apidae_feed import apidae, import_api
from tests.tourism.admin.back_office import CHAPEL, FORCALQUIER, MILL, MOUSTIERS, dataset, event_in, place, signed_in
from tourism.demonstration import load_offices


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files written by a test disappear with it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def offices(db):
    """Offices and demonstration accounts."""
    load_offices()


@pytest.fixture
def feed(offices):
    """The simulator, still running, after a first import of two places and two events of two offices."""
    objects = [
        place(CHAPEL, MOUSTIERS),
        place(MILL, FORCALQUIER),
        event_in(1, MOUSTIERS),
        event_in(2, FORCALQUIER),
    ]
    with apidae(dataset(*objects)) as server:
        run = import_api(server)
        assert (run.error, run.created) == ("", 4)
        yield server


@pytest.fixture
def verdon(offices):
    """Somebody of Verdon Tourisme."""
    return signed_in("verdon")


@pytest.fixture
def salagon(offices):
    """Somebody of another office."""
    return signed_in("salagon")


@pytest.fixture
def agency(offices):
    """Somebody of the agency."""
    return signed_in("agence")
