import io

import pytest
from PIL import Image as PillowImage
from wagtail_localize.models import Translation

from cms.demonstration import load_pages
from cms.demonstration.drawings import DRAWINGS, drawing
from cms.demonstration.words import ARTICLES, HOME
from cms.models import ArticlePage, CreditedImage
from cms.queries import page_by_path, public_menu


@pytest.fixture
def load(home, django_capture_on_commit_callbacks):
    """Load the pages as if every transaction were committed."""

    def run():
        with django_capture_on_commit_callbacks(execute=True):
            return load_pages()

    return run


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing_is_the_same_every_time(name):
    data = drawing(name)
    assert drawing(name) == data
    assert PillowImage.open(io.BytesIO(data)).size == (1600, 900)


def test_load_pages_makes_what_the_words_say_in_each_language(load):
    assert load() == 1 + len(ARTICLES)
    for words in [HOME, *ARTICLES]:
        for language in ("fr", *words.languages):
            found = page_by_path(words.slug, language=language)
            assert (found["title"], found["lead"], found["language"], found["image"]["alt"]) == (
                getattr(words.title, language),
                getattr(words.lead, language),
                language,
                getattr(words.alt, language),
            )
            assert len(found["blocks"]) == len(words.body)
            assert found["image"]["credit"] == "Illustration Traverse – CC0"
        assert [entry["language"] for entry in found["translations"]] == ["fr", *words.languages]
    assert len(public_menu(language="en")) == len(ARTICLES)

    # Links follow the page in every language.
    for language in ("fr", "en", "it"):
        blocks = page_by_path("le-verdon-au-fil-de-l-eau", language=language)["blocks"]
        html = "".join(block.get("html", "") for block in blocks)
        assert html.count('<a href="/page/preparer-sa-randonnee-sans-reseau"') == 1

    # Translators' progress: finished ones are complete, the one begun is not, and is not published.
    rows = Translation.objects.select_related("source", "target_locale")
    progress = {(row.source.object_repr, row.target_locale.language_code): row.get_progress() for row in rows}
    expected = {(words.title.fr, code): True for words in [HOME, *ARTICLES] for code in words.languages}
    expected |= {(words.title.fr, code): False for words in ARTICLES for code in words.begun}
    assert {key: total == done for key, (total, done) in progress.items()} == expected
    assert len(expected) == 7
    assert page_by_path("les-marches-de-provence", language="en")["language"] == "fr"


def test_load_pages_again_changes_nothing_not_even_what_editors_changed(load, home):
    load()
    page = ArticlePage.objects.get(slug="nuits-etoilees", locale=home.locale)
    page.title = "Nuits d’août"
    page.save_revision().publish()
    before = (ArticlePage.objects.count(), CreditedImage.objects.count(), Translation.objects.count())
    assert load() == 0
    assert (ArticlePage.objects.count(), CreditedImage.objects.count(), Translation.objects.count()) == before
    assert page_by_path("nuits-etoilees", language="fr")["title"] == "Nuits d’août"
