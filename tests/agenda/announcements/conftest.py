"""Offices and communes."""

import pytest

from tests.tourism.admin.conftest import agency, media, offices, salagon, verdon
from tourism.models import Commune, Office

__all__ = ["agency", "media", "offices", "salagon", "verdon"]


@pytest.fixture(autouse=True)
def territory(offices):
    """Moustiers has an office; Volx has none."""
    for code, name in (("04135", "Moustiers-Sainte-Marie"), ("04245", "Volx")):
        Commune.objects.update_or_create(code=code, defaults={"name": name})
    Office.objects.get(slug="verdon").communes.add("04135")
