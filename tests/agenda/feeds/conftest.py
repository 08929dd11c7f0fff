"""A site, and an office with a feed."""

import pytest
from django.utils import timezone

from agenda.models import EventFeed
from tests.agenda.feeds.web import site
from tourism.actions import create_office
from tourism.models import Commune


@pytest.fixture
def web(settings):
    """The site, from which feeds may be fetched."""
    settings.FEEDS_ALLOW_LOOPBACK = True
    with site() as here:
        yield here


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files written by a test disappear with it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(db):
    """An office of Forcalquier."""
    Commune.objects.get_or_create(code="04088", defaults={"name": "Forcalquier", "postcode": "04300"})
    return create_office(name="Office du Pays de Forcalquier", slug="forcalquier", commune_codes=["04088"])


@pytest.fixture
def feed(office, web):
    """A calendar of this office, at /agenda.ics."""
    return EventFeed.objects.create(name="Agenda du cloître", kind="ics", office=office, url=f"{web.url}/agenda.ics")


@pytest.fixture
def year():
    """A year whose summer is to come."""
    return timezone.localdate().year + 1
