"""Locales of the site, and Wagtail's welcome page turned into the home page of the main language."""

from django.conf import settings
from django.db import migrations

FIELDS_OF_ITS_OWN = {"page_ptr", "lead", "image", "body"}


def make_locales(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def adopt_welcome_page(apps, schema_editor):
    """Wagtail's own migrations made it; a site that somebody has already built has none, and is left alone."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    HomePage = apps.get_model("cms", "HomePage")
    Locale = apps.get_model("wagtailcore", "Locale")
    Site = apps.get_model("wagtailcore", "Site")

    page_type = ContentType.objects.get(app_label="wagtailcore", model="page")
    welcome = Page.objects.filter(depth=2, content_type=page_type, sites_rooted_here__is_default_site=True).first()
    if welcome is None:
        return
    home_type, _created = ContentType.objects.get_or_create(app_label="cms", model="homepage")
    home = HomePage(page_ptr=welcome)
    for field in HomePage._meta.concrete_fields:
        if field.name not in FIELDS_OF_ITS_OWN:
            setattr(home, field.attname, getattr(welcome, field.attname))
    home.content_type = home_type
    home.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    home.title = home.draft_title = "Accueil"
    home.slug = "accueil"
    home.url_path = "/accueil/"
    home.save()
    Site.objects.filter(root_page_id=welcome.pk).update(site_name=settings.WAGTAIL_SITE_NAME)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_pages"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(make_locales, migrations.RunPython.noop),
        migrations.RunPython(adopt_welcome_page, migrations.RunPython.noop),
    ]
