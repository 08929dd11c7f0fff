from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signing import TimestampSigner
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.models import ArticlePage, PreviewDraft
from cms.preview import draft_key_from_token, preview_token
from cms.queries import page_by_path, page_from_preview_token


def _form(title, slug, *, text="<p>Nouveau texte</p>", **fields):
    """What the page editor sends."""
    return nested_form_data(
        {
            "title": title,
            "slug": slug,
            "lead": "",
            "image": "",
            "image_alt": "",
            "seo_title": "",
            "search_description": "",
            "body": streamfield([("text", rich_text(text))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
            **fields,
        }
    )


def _token(response):
    return parse_qs(urlsplit(response.url).query)["preview"][0]


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def test_preview_of_an_edited_page_opens_the_web_app_on_what_the_form_holds(admin, article):
    page = article("Publié", slug="verdon")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin.post(address, _form("Pas encore", "verdon")).json() == {"is_valid": True, "is_available": True}
    response = admin.get(address, {"in_preview_panel": "true", "mode": ""})
    assert (response.status_code, urlsplit(response.url).path, urlsplit(response.url).netloc) == (
        302,
        "/page/verdon",
        "",
    )
    assert "no-store" in response["Cache-Control"]
    draft = page_from_preview_token(_token(response))
    assert (draft["title"], draft["preview"], draft["id"], draft["path"]) == (
        "Pas encore",
        True,
        page.pk,
        "/page/verdon",
    )
    assert draft["blocks"] == [{"type": "text", "html": "<p>Nouveau texte</p>"}]
    published = page_by_path("verdon", language="fr")
    assert (published["title"], published["preview"]) == ("Publié", False)


def test_preview_reloaded_shows_the_last_words_at_the_same_place(admin, article):
    page = article(slug="verdon")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    tokens = []
    for title in ("Premier", "Second"):
        admin.post(address, _form(title, "verdon"))
        tokens.append(_token(admin.get(address)))
    assert [page_from_preview_token(token)["title"] for token in tokens] == ["Second", "Second"]
    assert PreviewDraft.objects.count() == 1


def test_preview_of_the_home_page_opens_the_root_of_the_web_app(admin, home):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[home.pk])
    admin.post(address, _form("Accueil", "accueil"))
    response = admin.get(address)
    assert urlsplit(response.url).path == "/"
    assert page_from_preview_token(_token(response))["type"] == "HOME"


def test_preview_of_a_page_being_created_shows_it(admin, home):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["cms", "articlepage", home.pk])
    admin.post(address, _form("Toute neuve", "neuve"))
    response = admin.get(address)
    assert urlsplit(response.url).path == "/page/neuve"
    draft = page_from_preview_token(_token(response))
    assert (draft["title"], draft["language"], draft["children"], draft["path"]) == (
        "Toute neuve",
        "fr",
        [],
        "/page/neuve",
    )
    assert not ArticlePage.objects.exists()


def test_preview_of_a_saved_draft_from_the_list_of_pages(admin, article):
    page = article("Publié", slug="verdon")
    page.title = "Brouillon enregistré"
    page.save_revision()
    response = admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert page_from_preview_token(_token(response))["title"] == "Brouillon enregistré"


def test_preview_of_an_incomplete_page_shows_what_there_is(admin, article):
    page = article(slug="verdon")
    blocks = streamfield(
        [
            ("heading", {"text": "", "level": "2"}),
            ("image", {"image": {"image": "", "alt_text": "", "decorative": ""}, "caption": ""}),
            ("call_to_action", {"text": "Aller", "page": "", "url": ""}),
            ("slot", {"kind": "", "title": "", "count": "", "communes": ""}),
            ("quote", {"text": "", "author": ""}),
            ("text", rich_text("<p>Suite</p>")),
        ]
    )
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    data = _form("Incomplet", "verdon") | nested_form_data({"body": blocks})
    assert admin.post(address, data).json()["is_available"] is True
    draft = page_from_preview_token(_token(admin.get(address)))
    assert {"type": "text", "html": "<p>Suite</p>"} in draft["blocks"]


def test_preview_of_a_new_image_has_its_sizes(admin, article, image):
    page = article(slug="verdon")
    picture = image("neuve")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    admin.post(address, _form("Avec image", "verdon", image=picture.pk))
    draft = page_from_preview_token(_token(admin.get(address)))
    assert draft["image"]["url"] == "/media/images/neuve.width-1200.format-webp.webp"


def test_preview_drafts_of_two_editors_do_not_mix(client, article, editor, django_user_model):
    page = article(slug="verdon")
    other = django_user_model.objects.create_superuser("autre", "autre@example.org", "un mot de passe")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    tokens = []
    for user in (editor, other):
        client.force_login(user)
        client.post(address, _form(f"De {user.username}", "verdon"))
        tokens.append(_token(client.get(address)))
    assert [page_from_preview_token(token)["title"] for token in tokens] == ["De redactrice", "De autre"]


def test_preview_without_the_right_to_edit_is_refused(client, article, django_user_model):
    page = article(slug="verdon")
    client.force_login(django_user_model.objects.create_user("visiteuse", password="un mot de passe"))
    response = client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]))
    assert (response.status_code, PreviewDraft.objects.count()) == (302, 0)
    assert "preview" not in parse_qs(urlsplit(response.url).query)


@pytest.mark.parametrize(
    "forge",
    [
        lambda key: key,
        lambda key: "",
        lambda key: preview_token(key)[:-1],
        lambda key: preview_token("autre"),
        lambda key: preview_token(key).replace(key, "autre"),
        lambda key: TimestampSigner(salt="other").sign(key),
        lambda key: TimestampSigner(key="x" * 50, salt="cms.preview").sign(key),
    ],
)
def test_preview_token_forged_opens_nothing(forge, article):
    draft = PreviewDraft.objects.keep(article(), user=None)
    assert page_from_preview_token(preview_token(draft.key)) is not None
    assert page_from_preview_token(forge(draft.key)) is None


def test_preview_token_past_its_age_opens_nothing(settings, article):
    draft = PreviewDraft.objects.keep(article(), user=None)
    token = preview_token(draft.key)
    settings.PREVIEW_TOKEN_MAX_AGE = -1
    assert draft_key_from_token(token) is None
    assert page_from_preview_token(token) is None


def test_preview_drafts_that_no_token_opens_any_more_are_dropped(settings, article):
    old = PreviewDraft.objects.keep(article(), user=None)
    PreviewDraft.objects.filter(pk=old.pk).update(
        saved_at=timezone.now() - timedelta(seconds=settings.PREVIEW_TOKEN_MAX_AGE + 1)
    )
    new = PreviewDraft.objects.keep(article("Autre"), user=None)
    assert list(PreviewDraft.objects.all()) == [new]
