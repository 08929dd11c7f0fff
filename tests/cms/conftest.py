"""Pages and images that the tests of `cms` start from."""

import io
import json
import uuid

import pytest
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from wagtail.models import Locale, Page, Site

from cms.demonstration.drawings import drawing
from cms.models import ArticlePage, CreditedImage, HomePage

_PICTURE = drawing("path")
PARAGRAPH = "<p>Le sentier suit la <b>rivière</b>.</p>"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files written by a test disappear with it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def home(db) -> HomePage:
    """The home page in French, as the migrations make it (made again when another test emptied the tables)."""
    locale, _created = Locale.objects.get_or_create(language_code="fr")
    for code in ("en", "it", "de", "es", "nl"):
        Locale.objects.get_or_create(language_code=code)
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)
    page = HomePage.objects.filter(locale=locale).first()
    if page is None:
        page = root.add_child(instance=HomePage(title="Accueil", slug="accueil", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    return page


@pytest.fixture
def image(db):
    """A function that adds an image to the library."""

    def add(title="Dessin", **fields) -> CreditedImage:
        file = ImageFile(io.BytesIO(_PICTURE), name=f"{title}.jpg")
        return CreditedImage.objects.create(title=title, file=file, **fields)

    return add


def body_of(*blocks) -> str:
    """The body of a page from (block name, value) pairs."""
    return json.dumps([{"type": name, "value": value, "id": str(uuid.uuid4())} for name, value in blocks])


@pytest.fixture
def article(home):
    """A function that publishes an article (or keeps it as a draft) under the home page or another parent."""

    def add(title="Le Verdon", *, parent=None, live=True, blocks=(("text", PARAGRAPH),), **fields) -> ArticlePage:
        parent = Page.objects.get(pk=(parent or home).pk).specific
        fields = {"locale": parent.locale, "show_in_menus": True, **fields}
        page = ArticlePage(title=title, body=body_of(*blocks), live=False, **fields)
        parent.add_child(instance=page)
        revision = page.save_revision()
        if live:
            revision.publish()
        return ArticlePage.objects.get(pk=page.pk)

    return add


@pytest.fixture
def editor(db):
    """Somebody who may do everything in the admin."""
    return get_user_model().objects.create_superuser("redactrice", "redactrice@example.org", "un mot de passe")
