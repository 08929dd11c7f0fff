from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tourism", "0005_imports_complete")]

    operations = [
        migrations.AddField(
            model_name="referencecommune",
            name="country_id",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="sourcerecord",
            name="as_of",
            field=models.DateTimeField(editable=False, null=True, verbose_name="état du"),
        ),
    ]
