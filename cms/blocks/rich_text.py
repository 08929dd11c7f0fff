"""Rich text as stored by the editor → HTML that the web app may show as it is. Pure."""

from collections.abc import Mapping
from html import escape

import nh3
from wagtail.rich_text.rewriters import LinkRewriter

# The contract's list; the editor's features below can produce no other.
TAGS = {"p", "h3", "h4", "ul", "ol", "li", "b", "i", "em", "strong", "a", "br"}
FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]
URL_SCHEMES = {"http", "https", "mailto", "tel"}


def linked_page_ids(source: str) -> set[int]:
    """Primary keys of the pages that a stored rich text links to."""
    rewriter = LinkRewriter(reference_extractors={"page": lambda attrs: [attrs.get("id", "")]})
    return {int(key) for key in rewriter.extract_references(source or "") if key.isdecimal()}


def rich_text_html(source: str, page_paths: Mapping[int, str]) -> str:
    """Sanitised HTML; links to pages become paths of the web app, those that lead nowhere keep only their words."""

    def page_link(attrs: dict[str, str]) -> str:
        key = attrs.get("id", "")
        path = page_paths.get(int(key)) if key.isdecimal() else None
        return f'<a href="{escape(path)}">' if path else "<a>"

    # Documents, images and embeds are not among the features: whatever refers to them is reduced to its words.
    rewriter = LinkRewriter(rules={"page": page_link}, bulk_rules={})
    html = nh3.clean(
        rewriter(source or ""),
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}},
        url_schemes=URL_SCHEMES,
        link_rel="noopener",
    )
    return html.replace('<a rel="noopener">', "<a>")


def safe_href(url: str) -> str | None:
    """The address when it may be followed from a page: one of the schemes above, or a path of this site."""
    url = url.strip()
    if url.startswith("/") and not url.startswith(("//", "/\\")):
        return url
    scheme, colon, rest = url.partition(":")
    return url if colon and rest and scheme.lower() in URL_SCHEMES else None
