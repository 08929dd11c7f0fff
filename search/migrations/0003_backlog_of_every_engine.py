import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]

    operations = [
        # Until now a row was always about Elasticsearch alone.
        migrations.AddField(
            model_name="searchbacklog", name="only_elasticsearch", field=models.BooleanField(default=True)
        ),
        migrations.AlterField(
            model_name="searchbacklog", name="only_elasticsearch", field=models.BooleanField(default=False)
        ),
        migrations.AddField(
            model_name="searchbacklog",
            name="remembered_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
