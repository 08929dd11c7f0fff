"""What a feed says is outside the territory is shown only when its office chose so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0012_sequence_of_calendars"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventfeed",
            name="publishes_outside",
            field=models.BooleanField(
                default=False,
                help_text="Sans cela, ils sont lus et comptés, mais ne paraissent pas dans l’agenda.",
                verbose_name="publier aussi les événements hors du territoire",
            ),
        ),
    ]
