"""Until now every folding counted as a change for calendars and feed readers; what they have stays as it is."""

import django.utils.timezone
from django.db import migrations, models
from django.db.models import F


def keep_what_was_told(apps, _schema_editor):
    apps.get_model("agenda", "Event").objects.update(told_at=F("updated_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0014_days_that_end_after_midnight"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="told_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name="event",
            name="content_digest",
            field=models.CharField(blank=True, default="", editable=False, max_length=16),
            preserve_default=False,
        ),
        migrations.RunPython(keep_what_was_told, migrations.RunPython.noop),
    ]
