import re
from html.parser import HTMLParser

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cms.blocks import CallToActionBlock, SlotBlock, linked_page_ids, rich_text_html, safe_href
from cms.blocks.rich_text import TAGS
from cms.enums import SlotKind

HOSTILE = [
    ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
    ('<p onclick="x()">a</p>', "<p>a</p>"),
    ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
    ('<a href="JaVaScRiPt:alert(1)">a</a>', "<a>a</a>"),
    ('<a href="&#106;avascript:alert(1)">a</a>', "<a>a</a>"),
    ('<a href="data:text/html,<script>1</script>">a</a>', "<a>a</a>"),
    ('<img src="x" onerror="alert(1)">', ""),
    ('<iframe src="https://example.org"></iframe>a', "a"),
    ("<svg><script>alert(1)</script></svg>a", "a"),
    ('<p style="background:url(javascript:1)">a</p>', "<p>a</p>"),
    ("<math><mi//xlink:href='javascript:1'>a", ""),
    ("<style>p{}</style><p>a</p>", "<p>a</p>"),
    ("<p>a<!-- <b> -->b</p>", "<p>ab</p>"),
    ("<p>non fermé <b>gras", "<p>non fermé <b>gras</b></p>"),
]


@pytest.mark.parametrize(("source", "expected"), HOSTILE)
def test_rich_text_html_with_hostile_source_keeps_only_words(source, expected):
    assert rich_text_html(source, {}) == expected


def test_rich_text_html_of_every_allowed_tag_is_unchanged():
    source = (
        "<h3>a</h3><h4>b</h4><p><b>c</b><i>d</i><em>e</em><strong>f</strong><br></p>"
        "<ul><li>g</li></ul><ol><li>h</li></ol>"
    )
    assert rich_text_html(source, {}) == source


def test_rich_text_html_with_links_gives_paths_of_the_web_app():
    source = (
        '<p><a linktype="page" id="7">page</a> <a linktype="page" id="8">perdue</a> '
        '<a href="https://example.org/?a=1&amp;b=2">site</a> <a href="mailto:a@example.org">mél</a> '
        '<a linktype="document" id="3">document</a></p>'
    )
    assert rich_text_html(source, {7: "/page/verdon"}) == (
        '<p><a href="/page/verdon" rel="noopener">page</a> <a>perdue</a> '
        '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">site</a> '
        '<a href="mailto:a@example.org" rel="noopener">mél</a> <a>document</a></p>'
    )


class _Tags(HTMLParser):
    """The tags of a document and the addresses of its links."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]


PIECES = st.sampled_from(
    [
        "<",
        ">",
        '"',
        "'",
        "&",
        "#",
        ";",
        "/",
        "script",
        "javascript:",
        "data:",
        "a href=",
        "img src=x onerror=",
        "<p>",
        " ",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=12).map("".join))
def test_rich_text_html_of_anything_holds_allowed_tags_and_addresses(source):
    parsed = _Tags(rich_text_html(f'<a href="{source}">{source}</a>', {}))
    assert parsed.tags <= TAGS
    assert not [url for url in parsed.addresses if re.match(r"(?i)\s*(javascript|data|vbscript):", url)]


def test_linked_page_ids_finds_pages_only():
    source = (
        '<a linktype="page" id="7">a</a><a linktype="page" id="x">b</a><a href="/agenda">c</a><a linktype="page">d</a>'
    )
    assert linked_page_ids(source) == {7}


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org/a?b#c", "/agenda", "tel:112", "mailto:a@b.fr"]
)
def test_safe_href_with_an_address_to_follow_keeps_it(url):
    assert safe_href(f" {url} ") == url


@pytest.mark.parametrize(
    "url",
    ["", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,a", "//example.org", "/\\example.org", "agenda"],
)
def test_safe_href_with_anything_else_gives_none(url):
    assert safe_href(url) is None


def _errors(block, value):
    with pytest.raises(ValidationError) as raised:
        block.clean(block.to_python(value))
    return sorted(raised.value.block_errors)


@pytest.mark.parametrize(
    ("url", "field"), [("", "page"), ("javascript:alert(1)", "url"), ("//example.org", "url"), ("a b", "url")]
)
def test_call_to_action_with_a_bad_destination_is_refused(url, field, db):
    assert _errors(CallToActionBlock(), {"text": "Aller", "page": None, "url": url}) == [field]


def test_call_to_action_with_two_destinations_is_refused(article):
    assert _errors(CallToActionBlock(), {"text": "Aller", "page": article().pk, "url": "/agenda"}) == ["page"]


def test_call_to_action_with_a_path_is_accepted(db):
    block = CallToActionBlock()
    value = block.clean(block.to_python({"text": "Aller", "page": None, "url": "/agenda"}))
    assert value["url"] == "/agenda"


SLOT = {"kind": "UPCOMING_EVENTS", "title": "", "count": 6, "categories": [], "place_kinds": [], "communes": ""}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "LODGINGS"),
        ("kind", ""),
        ("count", 0),
        ("count", 25),
        ("categories", ["NOT_ONE"]),
        ("place_kinds", ["CHATEAU"]),
        ("communes", "Digne"),
        ("communes", "0407"),
    ],
)
def test_slot_with_an_unknown_choice_is_refused(field, value):
    assert _errors(SlotBlock(), {**SLOT, field: value}) == [field]


@pytest.mark.parametrize("kind", SlotKind.values)
@pytest.mark.parametrize("communes", ["", "04070", "04070, 04112", "04070 2A004;04112"])
def test_slot_with_known_choices_is_accepted(kind, communes):
    block = SlotBlock()
    value = block.clean(
        block.to_python(
            {**SLOT, "kind": kind, "communes": communes, "categories": ["MARKET"], "place_kinds": ["ACTIVITE"]}
        )
    )
    assert (value["categories"], value["place_kinds"]) == (["MARKET"], ["ACTIVITE"])
