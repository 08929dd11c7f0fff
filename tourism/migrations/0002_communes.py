"""The communes of the territory: INSEE code, name, postcode, position of the town hall (IGN, INSEE: Licence Ouverte),
and APIDAE's own number."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "communes.json"


def load(apps, schema_editor):
    commune = apps.get_model("tourism", "Commune")
    commune.objects.bulk_create(
        [
            commune(code=code, name=name, postcode=postcode, latitude=latitude, longitude=longitude, apidae_id=number)
            for code, name, postcode, latitude, longitude, number in json.loads(DATA.read_text("utf-8"))
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("tourism", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
