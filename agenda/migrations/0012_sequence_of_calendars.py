"""Calendars were given the minutes from 2020 until the last change: no number is less than any that was given."""

from datetime import UTC, datetime, timedelta

from django.db import migrations, models
from django.utils import timezone


def begin_after_what_was_given(apps, _schema_editor):
    minutes = int((timezone.now() - datetime(2020, 1, 1, tzinfo=UTC)) / timedelta(minutes=1))
    apps.get_model("agenda", "Event").objects.update(sequence=minutes)


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0011_announcements_sent_again"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="sequence",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="event",
            name="told_digest",
            field=models.CharField(blank=True, default="", editable=False, max_length=16),
            preserve_default=False,
        ),
        migrations.RunPython(begin_after_what_was_given, migrations.RunPython.noop),
    ]
