"""The way of a translation: submit, translate, publish, and what an edit of the French makes visible."""

import polib
import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cms.models import ArticlePage
from cms.queries import page_by_path

BLOCKS = [
    ("heading", {"text": "La source", "level": "2"}),
    ("text", "<p>L’eau vient du col.</p><p>Elle descend.</p>"),
    ("call_to_action", {"text": "Voir", "page": None, "url": "/trails"}),
    (
        "slot",
        {
            "kind": "PLACES",
            "title": "Au bord",
            "count": 3,
            "categories": [],
            "place_kinds": ["ACTIVITE"],
            "communes": "04039",
        },
    ),
]
ENGLISH = {
    "Le Verdon": "The Verdon",
    "Une rivière.": "A river.",
    "La source": "The source",
    "L’eau vient du col.": "The water comes from the pass.",
    "Elle descend.": "It runs down.",
    "Voir": "See",
    "Au bord": "Along it",
}


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run a call as if its transaction were committed at its end, which is when wagtail-localize publishes."""

    def run(call):
        with django_capture_on_commit_callbacks(execute=True):
            return call()

    return run


@pytest.fixture
def page(article, home, commit):
    """An article submitted for translation into English, not translated yet."""
    page = article("Le Verdon", slug="verdon", lead="Une rivière.", blocks=BLOCKS)
    commit(lambda: translate_object(home, [Locale.objects.get(language_code="en")]))
    commit(lambda: translate_object(page, [Locale.objects.get(language_code="en")]))
    return page


def _translation(page):
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code="en")


def _import(translation, texts):
    catalogue: polib.POFile = translation.export_po()
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgid, "")
    assert translation.import_po(catalogue) == []


def test_segments_hold_every_word_and_nothing_else(page):
    texts = set(
        StringSegment.objects.filter(source__object_id=page.translation_key).values_list("string__data", flat=True)
    )
    assert texts == set(ENGLISH)


def test_translation_finished_is_served_with_the_structure_of_the_french(page, commit):
    translation = _translation(page)
    _import(translation, ENGLISH)
    commit(lambda: translation.save_target(publish=True))
    found = page_by_path("verdon", language="en")
    assert (found["id"], found["title"], found["lead"], found["language"], found["path"]) == (
        page.pk,
        "The Verdon",
        "A river.",
        "en",
        "/page/verdon",
    )
    assert found["blocks"] == [
        {"type": "heading", "text": "The source", "level": 2},
        {"type": "text", "html": "<p>The water comes from the pass.</p><p>It runs down.</p>"},
        {"type": "call_to_action", "text": "See", "url": "/trails"},
        {
            "type": "slot",
            "kind": "PLACES",
            "title": "Along it",
            "count": 3,
            "categories": [],
            "place_kinds": ["ACTIVITE"],
            "communes": ["04039"],
        },
    ]


def test_translation_of_a_renamed_page_keeps_its_path(page, commit):
    translation = _translation(page)
    _import(translation, ENGLISH)
    commit(lambda: translation.save_target(publish=True))
    assert ArticlePage.objects.get(locale__language_code="en").url == "/page/verdon"


def _edit(page, commit, *, title):
    def save():
        fresh = ArticlePage.objects.get(pk=page.pk)
        fresh.title = title
        return fresh.save_revision()

    return commit(save)


def test_translation_after_an_edit_of_the_french_shows_as_outdated(page, commit):
    translation = _translation(page)
    _import(translation, ENGLISH)
    commit(lambda: translation.save_target(publish=True))
    assert translation.get_progress() == (7, 7)
    revision = _edit(page, commit, title="Le Verdon sauvage")
    assert translation.get_progress() == (7, 7)  # a draft is nobody's affair yet
    commit(revision.publish)
    assert translation.get_progress() == (7, 6)
    assert page_by_path("verdon", language="en")["title"] == "The Verdon"
    _import(translation, {"Le Verdon sauvage": "The wild Verdon"})
    assert translation.get_progress() == (7, 7)
    commit(lambda: translation.save_target(publish=True))
    assert page_by_path("verdon", language="en")["title"] == "The wild Verdon"


def test_translation_outdated_is_seen_in_the_report_of_the_admin(page, commit, client, editor):
    client.force_login(editor)
    translation = _translation(page)
    _import(translation, ENGLISH)
    commit(lambda: translation.save_target(publish=True))
    report = reverse("wagtail_localize:translations_report")

    def statuses():
        rows = client.get(report).context["object_list"]
        return {row.get_status_display() for row in rows if row.source.object_id == page.translation_key}

    assert statuses() == {"À jour"}
    commit(_edit(page, commit, title="Autre titre").publish)
    assert statuses() == {"En attente de traduction"}


def test_publication_of_a_translation_makes_no_source_of_it(page, commit):
    translation = _translation(page)
    _import(translation, ENGLISH)
    commit(lambda: translation.save_target(publish=True))
    english = ArticlePage.objects.get(locale__language_code="en")
    assert not TranslationSource.objects.filter(object_id=english.translation_key, locale__language_code="en").exists()


def test_preview_of_a_translation_shows_its_words(page, client, editor):
    client.force_login(editor)
    translation = _translation(page)
    _import(translation, {"Le Verdon": "The Verdon"})
    response = client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk]))
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/page/verdon")
