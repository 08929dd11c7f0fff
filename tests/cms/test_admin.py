import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.models import Locale, Page, Site
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.models import ArticlePage, HomePage
from cms.queries import page_by_path


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def _form(**fields):
    return nested_form_data(
        {
            "title": "Nuits étoilées",
            "slug": "nuits-etoilees",
            "lead": "Éteindre la lampe.",
            "image": "",
            "image_alt": "",
            "seo_title": "",
            "search_description": "",
            "body": streamfield([("text", rich_text("<p>Regardez.</p>"))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
            **fields,
        }
    )


def test_migrations_make_the_home_page_and_the_languages(db):
    site = Site.objects.get(is_default_site=True)
    home = site.root_page.specific
    assert (type(home), home.slug, home.depth, home.live) == (HomePage, "accueil", 2, True)
    assert sorted(Locale.objects.values_list("language_code", flat=True)) == ["de", "en", "es", "fr", "it", "nl"]
    assert not Page.objects.filter(depth=2).exclude(pk=home.pk).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_article_created_and_published_by_the_form_is_served(admin, home):
    address = reverse("wagtailadmin_pages:add", args=["cms", "articlepage", home.pk])
    assert "Chapeau" in admin.get(address).content.decode()
    response = admin.post(address, _form(**{"action-publish": "action-publish"}))
    assert response.status_code == 302
    found = page_by_path("nuits-etoilees", language="fr")
    assert (found["title"], found["lead"]) == ("Nuits étoilées", "Éteindre la lampe.")
    assert found["blocks"] == [{"type": "text", "html": "<p>Regardez.</p>"}]


def test_article_saved_as_a_draft_by_the_form_is_not_served(admin, home):
    admin.post(reverse("wagtailadmin_pages:add", args=["cms", "articlepage", home.pk]), _form())
    assert ArticlePage.objects.get().live is False
    assert page_by_path("nuits-etoilees", language="fr") is None


def test_article_with_a_hostile_button_is_refused_by_the_form(admin, home):
    block = {"text": "Aller", "page": "", "url": "javascript:alert(1)"}
    response = admin.post(
        reverse("wagtailadmin_pages:add", args=["cms", "articlepage", home.pk]),
        _form(body=streamfield([("call_to_action", block)]), **{"action-publish": "action-publish"}),
    )
    assert response.status_code == 200
    assert not ArticlePage.objects.exists()


def test_pages_list_and_edit_form_link_to_the_web_app(admin, article):
    page = article("Le Verdon", slug="verdon")
    assert page.full_url.endswith("/page/verdon")
    for address in (
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    ):
        assert "/page/verdon" in admin.get(address).content.decode()


@pytest.mark.parametrize(
    ("parent", "child", "allowed"),
    [
        (HomePage, ArticlePage, True),
        (ArticlePage, ArticlePage, True),
        (HomePage, HomePage, False),
        (ArticlePage, HomePage, False),
        (Page, ArticlePage, False),
        (Page, HomePage, True),
    ],
)
def test_page_types_go_where_they_may(parent, child, allowed):
    assert (child in parent.allowed_subpage_models()) is allowed


def test_image_replaced_by_the_form_is_drawn_again(admin, article, image):
    picture = image("pont")
    article(slug="verdon", image=picture)
    buffer = io.BytesIO()
    PillowImage.new("RGB", (1300, 400), (10, 120, 90)).save(buffer, "PNG")
    file = SimpleUploadedFile("neuf.png", buffer.getvalue(), content_type="image/png")
    response = admin.post(
        reverse("wagtailimages:edit", args=[picture.pk]),
        {"title": "pont", "description": "", "tags": "", "author": "B.", "licence": "", "expires_on": "", "file": file},
    )
    assert response.status_code == 302
    shown = page_by_path("verdon", language="fr")["image"]
    assert (shown["url"], shown["height"], shown["credit"]) == (
        "/media/images/neuf.width-1200.format-webp.webp",
        369,
        "B.",
    )
