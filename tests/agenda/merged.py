"""Offices, their communes and their own places, for the tests of what is joined and parted."""

from django.contrib.auth.models import Group
from hypothesis import HealthCheck, settings

from tourism.actions import new_public_id, refold_place
from tourism.models import Commune, Office, Place

VERDON, NOBODYS = "04135", "04245"
MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def own_place(name: str) -> Place:
    place = Place(public_id=new_public_id("test", name))
    said = {"name.fr": name, "commune_code": VERDON}
    place.overrides = {key: {"value": value, "by": "Zoé", "at": "2026-11-01"} for key, value in said.items()}
    return refold_place(place, records=[])


def communes() -> None:
    """A commune with an office and one without."""
    for code, name in ((VERDON, "Moustiers"), (NOBODYS, "Volx")):
        Commune.objects.get_or_create(code=code, defaults={"name": name})
    office("le-verdon").communes.add(VERDON)


def office(slug: str) -> Office:
    return Office.objects.create(name=slug, slug=slug, group=Group.objects.create(name=slug))
