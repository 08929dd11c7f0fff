"""Words and drawings → pages, images and translations."""

import html
import io
import json
import re
import uuid
from typing import Any

from django.core.files.images import ImageFile
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation, TranslationSource

from cms.demonstration.drawings import drawing
from cms.demonstration.words import ARTICLES, HOME, PageWords, Words
from cms.models import ArticlePage, CreditedImage, HomePage


def load_pages() -> int:
    """Make the home page's content and the articles, with their translations; return how many pages were made.

    A page that exists (a home page with a body, an article at its slug) is left as its editors made it.
    """
    home = HomePage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)
    made = 0
    if not home.body:
        _fill(home, HOME, {})
        _publish(home)
        _translate(home, HOME)
        made += 1
    pages: dict[str, Page] = {}
    for words in ARTICLES:
        page = ArticlePage.objects.child_of(home).filter(slug=words.slug).first()
        if page is None:
            page = ArticlePage(slug=words.slug, show_in_menus=True, locale=home.locale)
            _fill(page, words, pages)
            home.add_child(instance=page)
            _publish(page)
            _translate(page, words)
            made += 1
        pages[words.slug] = page
    return made


def _publish(page: Page) -> None:
    page.save_revision().publish()


def _fill(page: HomePage | ArticlePage, words: PageWords, pages: dict[str, Page]) -> None:
    page.title = page.draft_title = words.title.fr
    page.lead = words.lead.fr
    page.image = _image(words.drawing)
    page.image_alt = words.alt.fr
    page.body = json.dumps(
        [{"type": name, "value": _stored(name, value, pages), "id": str(uuid.uuid4())} for name, value in words.body]
    )


def _image(name: str) -> CreditedImage:
    title = f"Illustration : {name}"
    image = CreditedImage.objects.filter(title=title).first()
    if image is None:
        file = ImageFile(io.BytesIO(drawing(name)), name=f"illustration-{name}.jpg")
        image = CreditedImage.objects.create(title=title, file=file, author="Illustration Traverse", licence="CC0")
    return image


def _stored(name: str, value: dict[str, Any], pages: dict[str, Page]) -> Any:
    """A block's value as the database keeps it, in French."""
    if name == "text":
        source = "".join(f"<p>{words.fr}</p>" for words in value["paragraphs"])
        for mark, slug in value["links"].items():
            source = source.replace(f'<a id="{mark}">', f'<a linktype="page" id="{pages[slug].pk}">')
        return source
    plain = {key: part.fr if isinstance(part, Words) else part for key, part in value.items()}
    if name == "image":
        picture = {"image": _image(plain["drawing"]).pk, "alt_text": plain["alt"], "decorative": False}
        return {"image": picture, "caption": plain["caption"]}
    return plain


def _all_words(part: Any) -> list[Words]:
    """Every text of a page, wherever it stands."""
    if isinstance(part, Words):
        return [part]
    if isinstance(part, dict):
        return [words for value in part.values() for words in _all_words(value)]
    if isinstance(part, list | tuple):
        return [words for value in part for words in _all_words(value)]
    return []


def _translate(page: Page, words: PageWords) -> None:
    """Submit the page, bring the translations in as a PO file would, publish those that are finished."""
    if not words.languages and not words.begun:
        return
    texts = _all_words([words.title, words.lead, words.alt, words.body])
    source, _created = TranslationSource.update_or_create_from_instance(page)
    for locale in Locale.objects.filter(language_code__in=[*words.languages, *words.begun]):
        known = {text.fr: getattr(text, locale.language_code) for text in texts}
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        catalogue = translation.export_po()
        for entry in catalogue:
            entry.msgstr = known.get(_plain(entry.msgid), "")
        translation.import_po(catalogue)
        translation.save_target(publish=locale.language_code in words.languages)


def _plain(segment: str) -> str:
    """A segment as written in `words`: wagtail-localize escapes what is not markup."""
    return re.sub(r"&(quot|#x27|#39);", lambda found: html.unescape(found.group()), segment)
