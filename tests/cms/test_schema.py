from types import SimpleNamespace

import graphene
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import build_schema

from cms.models import PreviewDraft
from cms.preview import preview_token
from cms.schema import CmsQuery

ALL_FIELDS = """
  id type title path language lead image { url small alt credit width height }
  translations { language path }
  children { id type title path language lead image { url } }
  seoTitle seoDescription publishedAt preview
  blocks {
    __typename
    ... on HeadingBlock { text level }
    ... on RichTextBlock { html }
    ... on ImageBlock { image { url alt } caption }
    ... on QuoteBlock { text author }
    ... on CallToActionBlock { label: text url }
    ... on SlotBlock { kind title count categories placeKinds communes }
  }
"""


class Query(CmsQuery, graphene.ObjectType):
    """The pages alone."""


SCHEMA = graphene.Schema(query=Query)


def _ask(document, **variables):
    context = SimpleNamespace()
    result = SCHEMA.execute(document, variables=variables, context=context)
    return result, context


def test_page_gives_every_field_of_the_contract(article, image):
    picture = image("pont", author="A. Martin")
    page = article(
        "Le Verdon",
        slug="verdon",
        lead="Une rivière.",
        image=picture,
        blocks=[
            ("heading", {"text": "Titre", "level": "2"}),
            ("text", "<p>Texte<script>alert(1)</script></p>"),
            ("image", {"image": {"image": picture.pk, "alt_text": "Le pont", "decorative": False}, "caption": "Pont"}),
            ("quote", {"text": "Belle eau.", "author": "Giono"}),
            ("call_to_action", {"text": "Agenda", "page": None, "url": "/agenda"}),
            (
                "slot",
                {
                    "kind": "UPCOMING_EVENTS",
                    "title": "Marchés",
                    "count": 4,
                    "categories": ["MARKET"],
                    "place_kinds": ["ACTIVITE"],
                    "communes": "04070",
                },
            ),
        ],
    )
    child = article("Gorges", slug="gorges", parent=page)
    result, context = _ask(f'{{ page(path: "/page/verdon", language: de) {{ {ALL_FIELDS} }} }}')
    assert result.errors is None
    large, small = (f"/media/images/pont.width-{width}.format-webp.webp" for width in (1200, 480))
    assert result.data["page"] == {
        "id": str(page.pk),
        "type": "ARTICLE",
        "title": "Le Verdon",
        "path": "/page/verdon",
        "language": "fr",
        "lead": "Une rivière.",
        "image": {
            "url": large,
            "small": small,
            "alt": "pont",
            "credit": "A. Martin",
            "width": 1200,
            "height": 675,
        },
        "translations": [{"language": "fr", "path": "/page/verdon"}],
        "children": [
            {
                "id": str(child.pk),
                "type": "ARTICLE",
                "title": "Gorges",
                "path": "/page/verdon/gorges",
                "language": "fr",
                "lead": None,
                "image": None,
            }
        ],
        "seoTitle": "Le Verdon",
        "seoDescription": "Une rivière.",
        "publishedAt": page.first_published_at.isoformat(),
        "preview": False,
        "blocks": [
            {"__typename": "HeadingBlock", "text": "Titre", "level": 2},
            {"__typename": "RichTextBlock", "html": "<p>Texte</p>"},
            {"__typename": "ImageBlock", "image": {"url": large, "alt": "Le pont"}, "caption": "Pont"},
            {"__typename": "QuoteBlock", "text": "Belle eau.", "author": "Giono"},
            {"__typename": "CallToActionBlock", "label": "Agenda", "url": "/agenda"},
            {
                "__typename": "SlotBlock",
                "kind": "UPCOMING_EVENTS",
                "title": "Marchés",
                "count": 4,
                "categories": ["MARKET"],
                "placeKinds": ["ACTIVITE"],
                "communes": ["04070"],
            },
        ],
    }
    assert not hasattr(context, "no_store")


def test_page_costs_at_most_eight_statements_in_all(article, image):
    page = article(slug="verdon", image=image("a"), blocks=[("text", "<p>a</p>")] * 6)
    for number in range(5):
        article(f"Enfant {number}", parent=page, image=image(f"e{number}"))
    document = f'{{ page(path: "verdon") {{ {ALL_FIELDS} }} }}'
    _ask(document)
    with CaptureQueriesContext(connection) as captured:
        result, _context = _ask(document)
    assert (result.errors, len(result.data["page"]["children"])) == (None, 5)
    assert len(captured) <= 8


def test_page_of_a_draft_is_not_found(article):
    article(slug="verdon", live=False)
    result, _context = _ask('{ page(path: "verdon") { title } }')
    assert (result.data, result.errors[0].extensions) == ({"page": None}, {"code": "NOT_FOUND"})


def test_page_withdrawn_is_gone(article):
    article(slug="verdon").unpublish()
    result, _context = _ask('{ page(path: "verdon") { title } }')
    assert (result.data, result.errors[0].extensions) == ({"page": None}, {"code": "GONE", "replacedBy": None})


def test_page_by_preview_token_gives_the_draft_and_forbids_caches(article):
    page = article("Secret", slug="secret", live=False)
    token = preview_token(PreviewDraft.objects.keep(page, user=None).key)
    document = (
        'query ($token: String) { page(path: "secret", language: nl, previewToken: $token) { title language preview } }'
    )
    result, context = _ask(document, token=token)
    assert result.data["page"] == {"title": "Secret", "language": "fr", "preview": True}
    assert context.no_store is True
    refused, context = _ask(document, token=token + "x")
    assert (refused.data, refused.errors[0].extensions) == ({"page": None}, {"code": "NOT_FOUND"})
    assert context.no_store is True


def test_page_with_a_null_or_absent_token_is_the_published_one(article):
    article("Publié", slug="verdon")
    result, context = _ask('{ page(path: "verdon", previewToken: null) { preview } }')
    assert (result.data["page"], hasattr(context, "no_store")) == ({"preview": False}, False)


@pytest.mark.parametrize("path", ["", "/"])
def test_page_of_the_home_page(path, home):
    result, _context = _ask("query ($path: String!) { page(path: $path) { id type path } }", path=path)
    assert result.data["page"] == {"id": str(home.pk), "type": "HOME", "path": "/"}


def test_pages_is_the_menu(article):
    page = article("Marchés", slug="marches")
    result, _context = _ask("{ pages(language: it) { id title path language type } }")
    assert result.data["pages"] == [
        {"id": str(page.pk), "title": "Marchés", "path": "/page/marches", "language": "fr", "type": "ARTICLE"}
    ]


OURS = [
    *("Language", "Image", "PageInfo", "PageType", "PageTranslation", "PageCard", "Page"),
    *(
        "Block",
        "HeadingBlock",
        "RichTextBlock",
        "ImageBlock",
        "QuoteBlock",
        "CallToActionBlock",
        "SlotBlock",
        "SlotKind",
    ),
]


def _signature(schema_type):
    """What clients rely on: fields with their types and arguments, values, members."""
    if hasattr(schema_type, "fields"):
        return {
            name: (str(field.type), {key: str(argument.type) for key, argument in field.args.items()})
            for name, field in schema_type.fields.items()
        }
    if hasattr(schema_type, "values"):
        return sorted(schema_type.values)
    return sorted(str(member) for member in schema_type.types)


@pytest.mark.parametrize("name", OURS)
def test_type_is_that_of_the_committed_contract(name):
    contract = build_schema((settings.BASE_DIR / "schema.graphql").read_text(encoding="utf-8"))
    if name in SCHEMA.graphql_schema.type_map:
        assert _signature(SCHEMA.graphql_schema.type_map[name]) == _signature(contract.type_map[name])
    else:
        assert name == "PageInfo"  # reachable only through the connections of the apps above


def test_every_field_and_argument_is_described():
    missing = [
        f"{type_name}.{name}"
        for type_name in [*OURS, "Query"]
        for name, field in getattr(SCHEMA.graphql_schema.type_map.get(type_name), "fields", {}).items()
        if not field.description or any(not argument.description for argument in field.args.values())
    ]
    assert missing == []
