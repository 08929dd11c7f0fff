"""What ends in the small hours is of its evening only. The rows are derived: those that change are worked out again."""

from datetime import datetime, time, timedelta

from django.db import migrations, models
from django.utils import timezone

NIGHT_END = timedelta(hours=5, microseconds=1)


def end_with_the_evening(apps, schema_editor):
    occurrences = apps.get_model("agenda", "Occurrence").objects.using(schema_editor.connection.alias)
    zone = timezone.get_default_timezone()
    late = occurrences.filter(last_day__gt=models.F("day")).values("event")
    event, latest, changed = None, None, []
    rows = occurrences.filter(event__in=late).order_by("event_id", "start", "id")
    for row in rows.only("event_id", "end", "end_known", "day", "last_day").iterator():
        if row.event_id != event:
            event, latest = row.event_id, None
        row.previous_of_days = latest
        ends = row.end.astimezone(zone)
        last_day = (ends.replace(tzinfo=None) - NIGHT_END).date() if row.end_known else row.day
        row.last_day = max(row.day, last_day)
        of_days = row.end
        if ends.date() != row.last_day:
            of_days = datetime.combine(row.last_day + timedelta(days=1), time(0), zone)
        latest = max(latest, of_days) if latest else of_days
        changed.append(row)
    occurrences.bulk_update(changed, ["last_day", "previous_of_days"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0013_feeds_outside_the_territory"),
    ]

    operations = [
        migrations.AddField(
            model_name="occurrence",
            name="previous_of_days",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(end_with_the_evening, migrations.RunPython.noop, elidable=True),
    ]
