from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from cms.models import ArticlePage, HomePage
from cms.queries import (
    main_page_ids,
    page_by_path,
    page_was_withdrawn,
    public_children,
    public_menu,
    public_page_contents,
)
from tests.cms.conftest import PARAGRAPH


def _statements(call):
    ContentType.objects.get_for_models(ArticlePage, HomePage, Page)  # kept by Django for the life of the process
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def _translated(page, language, **fields):
    """The page in a language, published, as if an editor had written it."""
    locale = Locale.objects.get(language_code=language)
    copy = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return copy


def _image_block(image, **fields):
    picture = {"image": image.pk, "alt_text": "", "decorative": False, **fields}
    return "image", {"image": picture, "caption": ""}


@pytest.mark.parametrize("path", ["verdon/gorges", "/page/verdon/gorges", "page/verdon/gorges/", "/verdon/gorges/"])
def test_page_by_path_finds_the_page_whatever_the_form_of_the_path(path, article):
    page = article("Les gorges", slug="gorges", parent=article("Le Verdon", slug="verdon"))
    found = page_by_path(path, language="fr")
    assert (found["id"], found["path"], found["title"]) == (page.pk, "/page/verdon/gorges", "Les gorges")


@pytest.mark.parametrize("path", ["", "/", "/page", "page/"])
def test_page_by_path_of_the_site_is_the_home_page(path, home):
    found = page_by_path(path, language="fr")
    assert (found["id"], found["type"], found["path"]) == (home.pk, "HOME", "/")


@pytest.mark.parametrize(
    "path", ["verdon", "/page/verdon", "autre", "verdon%", "a" * 3000, "/page/../accueil", "accueil"]
)
def test_page_by_path_of_nothing_public_is_none(path, article):
    article("Le Verdon", slug="verdon", live=False)
    assert page_by_path(path, language="fr") is None
    assert not page_was_withdrawn(path)


def test_page_by_path_of_a_restricted_page_is_none_for_all_below_it(article):
    parent = article("Presse", slug="presse")
    article("Dossier", slug="dossier", parent=parent)
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert page_by_path("presse", language="fr") is None
    assert page_by_path("presse/dossier", language="fr") is None
    assert public_menu(language="fr") == []


def test_page_by_path_of_a_page_outside_the_site_is_none(home, article):
    page = article(slug="verdon")
    other = home.get_parent().add_child(instance=HomePage(title="Autre", slug="autre", locale=home.locale))
    page.move(other, pos="last-child")
    assert page_by_path("verdon", language="fr") is None


def test_page_by_path_of_an_unpublished_page_was_withdrawn(article):
    article(slug="verdon").unpublish()
    assert page_by_path("verdon", language="fr") is None
    assert page_was_withdrawn("verdon")


def test_page_by_path_shows_what_is_published_and_not_the_draft_over_it(article):
    page = article("Publié", slug="verdon")
    page.title = "Brouillon"
    page.save_revision()
    assert page_by_path("verdon", language="fr")["title"] == "Publié"


def test_page_by_path_with_the_path_before_a_renaming_gives_the_path_of_today(
    article, django_capture_on_commit_callbacks
):
    page = article(slug="verdon")
    below = article("Gorges", slug="gorges", parent=page)
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "le-verdon"
        page.save_revision().publish()
    assert page_by_path("verdon", language="fr")["path"] == "/page/le-verdon"
    assert page_by_path("verdon/gorges", language="en")["id"] == below.pk
    assert page_by_path("verdon/gorges", language="en")["path"] == "/page/le-verdon/gorges"


def test_page_by_path_in_a_language_serves_it_at_the_same_path(article):
    page = article(slug="verdon")
    _translated(page, "en", title="The Verdon", slug="the-verdon")
    found = page_by_path("verdon", language="en")
    assert (found["id"], found["title"], found["language"]) == (page.pk, "The Verdon", "en")
    assert found["path"] == "/page/verdon"
    assert found["translations"] == [
        {"language": "fr", "path": "/page/verdon"},
        {"language": "en", "path": "/page/verdon"},
    ]
    assert page_by_path("the-verdon", language="en")["path"] == "/page/verdon"


@pytest.mark.parametrize(
    ("asked", "served"), [("it", "fr"), ("es", "fr"), ("de", "en"), ("nl", "en"), ("en", "en"), ("fr", "fr")]
)
def test_page_by_path_without_the_language_serves_the_next_best_and_says_so(asked, served, article):
    _translated(article(slug="verdon"), "en")
    assert page_by_path("verdon", language=asked)["language"] == served


def test_page_by_path_never_serves_a_mirror_of_the_french_as_a_translation(article, home):
    page = article(slug="verdon")
    home.copy_for_translation(Locale.objects.get(language_code="it"), alias=True)
    page.copy_for_translation(Locale.objects.get(language_code="it"), alias=True)
    found = page_by_path("verdon", language="it")
    assert (found["language"], found["translations"]) == ("fr", [{"language": "fr", "path": "/page/verdon"}])


def test_page_by_path_with_only_the_translation_published_serves_it(article):
    page = article(slug="verdon")
    _translated(page, "en")
    page.unpublish()
    found = page_by_path("verdon", language="fr")
    assert (found["language"], found["path"], found["id"]) == ("en", "/page/verdon", page.pk)


def test_page_by_path_gives_each_block_as_the_contract_shows_it(article, image, home):
    target = article("Gorges", slug="gorges")
    hidden = article("Caché", slug="cache", live=False)
    first = image("premiere", author="A. Martin", licence="CC BY 4.0", description="Une rivière")
    article(
        slug="verdon",
        blocks=[
            ("heading", {"text": "Titre", "level": "3"}),
            ("text", f'<p><a linktype="page" id="{target.pk}">oui</a><a linktype="page" id="{hidden.pk}">non</a></p>'),
            _image_block(first, alt_text="Le pont"),
            _image_block(first),
            _image_block(first, decorative=True),
            ("quote", {"text": "Belle eau.", "author": ""}),
            ("call_to_action", {"text": "Y aller", "page": target.pk, "url": ""}),
            ("call_to_action", {"text": "Perdu", "page": hidden.pk, "url": ""}),
            ("call_to_action", {"text": "Mauvais", "page": None, "url": "javascript:alert(1)"}),
            (
                "slot",
                {
                    "kind": "PLACES",
                    "title": "",
                    "count": 3,
                    "categories": [],
                    "place_kinds": ["ACTIVITE"],
                    "communes": "04070, 04112",
                },
            ),
        ],
    )
    blocks = page_by_path("verdon", language="fr")["blocks"]
    size = {"credit": "A. Martin – CC BY 4.0", "width": 1200, "height": 675}
    urls = {
        "url": "/media/images/premiere.width-1200.format-webp.webp",
        "small": "/media/images/premiere.width-480.format-webp.webp",
    }
    assert blocks == [
        {"type": "heading", "text": "Titre", "level": 3},
        {"type": "text", "html": '<p><a href="/page/gorges" rel="noopener">oui</a><a>non</a></p>'},
        {"type": "image", "image": {**urls, **size, "alt": "Le pont"}, "caption": None},
        {"type": "image", "image": {**urls, **size, "alt": "Une rivière"}, "caption": None},
        {"type": "image", "image": {**urls, **size, "alt": ""}, "caption": None},
        {"type": "quote", "text": "Belle eau.", "author": None},
        {"type": "call_to_action", "text": "Y aller", "url": "/page/gorges"},
        {
            "type": "slot",
            "kind": "PLACES",
            "title": None,
            "count": 3,
            "categories": [],
            "place_kinds": ["ACTIVITE"],
            "communes": ["04070", "04112"],
        },
    ]


def test_page_by_path_of_an_image_whose_rights_expired_leaves_it_out(article, image):
    yesterday = timezone.localdate() - timedelta(days=1)
    old = image("vieille", expires_on=yesterday)
    today = image("jour", expires_on=timezone.localdate())
    article(slug="verdon", image=old, blocks=[_image_block(old), _image_block(today)])
    found = page_by_path("verdon", language="fr")
    assert found["image"] is None
    assert [block["image"]["small"] for block in found["blocks"]] == ["/media/images/jour.width-480.format-webp.webp"]


def test_page_by_path_of_a_deleted_image_leaves_it_out(article, image):
    gone = image()
    article(slug="verdon", image=gone, blocks=[_image_block(gone), ("text", PARAGRAPH)])
    gone.delete()
    found = page_by_path("verdon", language="fr")
    assert (found["image"], [block["type"] for block in found["blocks"]]) == (None, ["text"])


def test_page_by_path_without_drawn_sizes_leaves_the_image_out_and_draws_nothing(article, image):
    picture = image("brute")
    article(slug="verdon", image=picture)
    picture.renditions.all().delete()
    assert page_by_path("verdon", language="fr")["image"] is None
    assert picture.renditions.count() == 0


def test_page_by_path_with_one_size_drawn_shows_it_for_both(article, image):
    picture = image("brute")
    article(slug="verdon", image=picture)
    picture.renditions.get(filter_spec="width-1200|format-webp").delete()
    shown = page_by_path("verdon", language="fr")["image"]
    assert (shown["url"], shown["width"]) == (shown["small"], 480)


def test_page_by_path_describes_the_image_in_the_language_of_the_page(article, image):
    page = article(slug="verdon", image=image(description="Une rivière"), image_alt="Le Verdon vu du pont")
    _translated(page, "en", image_alt="The Verdon from the bridge")
    assert page_by_path("verdon", language="fr")["image"]["alt"] == "Le Verdon vu du pont"
    assert page_by_path("verdon", language="en")["image"]["alt"] == "The Verdon from the bridge"


def test_page_by_path_falls_back_on_title_and_lead_for_search_engines(article):
    article("Le Verdon", slug="verdon", lead="Une rivière verte.")
    article("Gorges", slug="gorges", seo_title="Les gorges du Verdon", search_description="À voir.", lead="Autre")
    plain, written = page_by_path("verdon", language="fr"), page_by_path("gorges", language="fr")
    assert (plain["seo_title"], plain["seo_description"]) == ("Le Verdon", "Une rivière verte.")
    assert (written["seo_title"], written["seo_description"]) == ("Les gorges du Verdon", "À voir.")


def _many_blocks(images, target):
    return [
        ("heading", {"text": "Titre", "level": "2"}),
        *(_image_block(picture) for picture in images),
        ("text", f'<p><a linktype="page" id="{target.pk}">un</a></p>'),
        ("call_to_action", {"text": "Aller", "page": target.pk, "url": ""}),
    ]


def test_page_by_path_costs_the_same_for_one_and_for_many_blocks_and_children(article, image):
    target = article("Cible", slug="cible")
    small = article("Petit", slug="petit", image=image("p"), blocks=_many_blocks([image("p1")], target))
    large = article(
        "Grand", slug="grand", image=image("g"), blocks=_many_blocks([image(f"g{n}") for n in range(6)], target) * 2
    )
    article("Seul", parent=small, image=image("e"))
    for number in range(4):
        _translated(article(f"Enfant {number}", parent=large, image=image(f"e{number}")), "en")
    counts = [
        _statements(lambda path=path, language=language: page_by_path(path, language=language))
        for path in ("petit", "grand")
        for language in ("fr", "en")
    ]
    assert counts == [8, 8, 8, 8]
    assert len(page_by_path("grand", language="en")["children"]) == 4


def test_public_children_are_in_the_best_language_and_in_tree_order(article, image):
    parent = article("Le Verdon", slug="verdon")
    first = article("Gorges", slug="gorges", parent=parent, lead="Profondes.", image=image("gorges"))
    second = article("Lacs", slug="lacs", parent=parent)
    article("Brouillon", parent=parent, live=False)
    _translated(second, "en", title="Lakes")
    cards = public_children("verdon", language="en")
    assert [(card["id"], card["title"], card["language"], card["path"]) for card in cards] == [
        (first.pk, "Gorges", "fr", "/page/verdon/gorges"),
        (second.pk, "Lakes", "en", "/page/verdon/lacs"),
    ]
    assert (cards[0]["lead"], cards[0]["image"]["alt"], cards[1]["image"]) == ("Profondes.", "gorges", None)


def test_public_menu_holds_what_editors_show_in_menus_at_a_constant_cost(article, image):
    shown = article("Marchés", slug="marches", image=image("a"))
    article("Mentions légales", show_in_menus=False)
    article("Sous-page", parent=shown)
    before = _statements(lambda: public_menu(language="it"))
    others = [article(f"Page {number}", image=image(f"i{number}")) for number in range(3)]
    assert [card["id"] for card in public_menu(language="it")] == [shown.pk, *(page.pk for page in others)]
    assert _statements(lambda: public_menu(language="it")) == before == 6


def test_main_page_ids_of_versions_are_those_of_the_french(article):
    page, other = article(), article("Autre")
    translation = _translated(page, "en")
    assert main_page_ids([translation.pk]) == [page.pk]
    assert main_page_ids([translation.pk, page.pk, other.pk]) == sorted([page.pk, other.pk])
    assert main_page_ids([]) == []


def test_public_page_contents_gives_only_what_exists_in_the_language(article, home):
    page = article("Le Verdon", slug="verdon")
    article("Brouillon", live=False)
    _translated(page, "en", title="The Verdon")
    assert {found["title"] for found in public_page_contents(language="fr")} == {home.title, "Le Verdon"}
    english = list(public_page_contents(language="en", ids=[page.pk]))
    assert [(found["id"], found["title"], found["path"]) for found in english] == [
        (page.pk, "The Verdon", "/page/verdon")
    ]
    assert list(public_page_contents(language="de", ids=[page.pk])) == []
