"""Search documents, from plain values: no ORM, no network.

One document for one object and one published language. An object without text in that language keeps its fallback
text, analysed in the language in which it is written, so that it is still found.
"""

import hashlib
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from cms.texts import Texts, language_served, text_in
from search.analysis import ANALYSIS_VERSION, LANGUAGES, TERRITORY_LANGUAGE, Query, fold, token_strings
from search.enums import SearchKind

MAX_SNIPPET_LENGTH = 220

_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"(?i)</(?:p|li|h[1-6]|div|tr)\s*>|<br\s*/?>")
_SENTENCE = re.compile(r"[^\n.!?…]+[.!?…]*")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One object in one published language.

    `object_id` is the database key (it survives until the row's deletion is indexed), `public_id` what the public API
    calls it. `dates` are half-open UTC windows (start, end); equal bounds mean an instant. `rank` is 0 to 1, editors'
    weight among equals. `card` is carried along untouched for the list (picture, …).
    """

    kind: SearchKind
    object_id: int
    language: str
    title: str
    title_language: str
    text_language: str
    public_id: str
    path: str
    text: str = ""
    keywords: tuple[str, ...] = ()
    commune_code: str = ""
    commune_name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    dates: tuple[tuple[datetime, datetime], ...] = ()
    rank: float = 0.0
    card: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentTokens:
    """Tokens by field, separated by spaces: what every engine is given. `surface` holds all fields' unstemmed words."""

    title: str
    keywords: str
    body: str
    surface: str


def documents_in_languages(
    *,
    kind: SearchKind,
    object_id: int,
    public_id: str,
    path: str,
    names: Texts,
    texts: Sequence[Texts] = (),
    languages: Iterable[str] = LANGUAGES,
    keywords: Iterable[str] = (),
    labels: Iterable[Mapping[str, str]] = (),
    commune_code: str = "",
    commune_name: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
    dates: Iterable[tuple[datetime, datetime]] = (),
    rank: float = 0.0,
    cards: Mapping[str, Mapping[str, Any]] | None = None,
) -> list[SearchDocument]:
    """One document for each language, with the texts that the site would serve in it; none for a nameless object.

    `names` and `texts` have the shape of `cms.texts`. `keywords` are the same in every language; `labels`
    ({language: text}) are keywords in the document's language and in the territory's. `cards` is {language: card}.
    """
    if not text_in(names, TERRITORY_LANGUAGE):
        return []
    windows = merged_windows(dates)
    keywords, labels = tuple(keywords), tuple(labels)
    # The name in the territory's language stays findable under every other: it is on the road signs.
    local_name = text_in(names, TERRITORY_LANGUAGE)
    asked = tuple(languages)
    spoken_texts = [(text or {}) for text in (names, *texts)]
    served = [_languages_served(_languages_written(text), asked) for text in spoken_texts]
    contents: dict[tuple[str, ...], tuple[str, str, str]] = {}
    documents = []
    # Several languages fall back to the same texts: these are made once.
    for language, *sources in zip(asked, *served, strict=True):
        key = tuple(sources)
        if key not in contents:
            contents[key] = _content(spoken_texts, key)
        title, text, text_language = contents[key]
        words = list(keywords)
        for label in labels:
            words += filter(None, (label.get(language), label.get(TERRITORY_LANGUAGE)))
        words.append(local_name)
        documents.append(
            SearchDocument(
                kind=kind,
                object_id=object_id,
                language=language,
                title_language=key[0],
                text_language=text_language or language,
                title=title,
                public_id=public_id,
                path=path,
                text=text,
                keywords=tuple(dict.fromkeys(word for word in words if word and word != title)),
                commune_code=commune_code,
                commune_name=commune_name,
                latitude=latitude,
                longitude=longitude,
                dates=windows,
                rank=rank,
                card=(cards or {}).get(language, {}),
            )
        )
    return documents


def _languages_written(texts: Texts) -> tuple[str, ...]:
    return tuple(language for language, entry in texts.items() if entry.get("text"))


@lru_cache(maxsize=1_024)
def _languages_served(written: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
    """In which of the languages written a text is served in each of those asked; most objects have the same few."""
    texts = {language: {"text": language} for language in written}
    return tuple(language_served(texts, language) for language in languages)


def _content(texts: Sequence[Texts], served: Sequence[str]) -> tuple[str, str, str]:
    """Title, text and the language of the text ("" without one) of a name and its texts in the languages served."""
    title, *parts = [
        plain_text(text.get(language, {}).get("text", "")) for text, language in zip(texts, served, strict=True)
    ]
    written = [language for language, part in zip(served[1:], parts, strict=True) if part]
    return title, "\n".join(part for part in dict.fromkeys(parts) if part), written[0] if written else ""


def plain_text(text: str) -> str:
    """Text without tags and entities; the end of a block becomes a new line."""
    if "<" not in text and "&" not in text:
        return text.strip()
    return html.unescape(_TAG.sub(" ", _BLOCK_END.sub("\n", text))).strip()


def merged_windows(dates: Iterable[tuple[datetime, datetime]]) -> tuple[tuple[datetime, datetime], ...]:
    """Windows in order, those that overlap or touch each other made one. An end before its start becomes the start."""
    merged: list[tuple[datetime, datetime]] = []
    for start, end in sorted(dates):
        end = max(start, end)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def document_tokens(document: SearchDocument) -> DocumentTokens:
    """The document's fields as tokens."""
    title_stems, title_surface = _analysed(document.title, document.title_language, document.language)
    body_stems, body_surface = _analysed(document.text, document.text_language, document.language)
    names: list[str] = []
    local_names: list[str] = []
    surface = [title_surface]
    for name in (*document.keywords, document.commune_name):
        stems, words = _name_tokens(name, document.language)
        names += stems
        surface.append(words)
        if document.language != TERRITORY_LANGUAGE:
            local_names += _name_tokens(name, TERRITORY_LANGUAGE)[0]
    surface.append(body_surface)
    return DocumentTokens(
        title=title_stems,
        keywords=" ".join(dict.fromkeys(names + local_names)),
        body=body_stems,
        surface=" ".join(filter(None, surface)),
    )


def document_checksum(document: SearchDocument) -> str:
    """Changes when the document or the analysis does."""
    text = "\x1f".join(
        (
            str(ANALYSIS_VERSION),
            document.kind,
            str(document.object_id),
            document.language,
            document.title,
            document.title_language,
            document.text_language,
            document.public_id,
            document.path,
            document.text,
            "\x1e".join(document.keywords),
            document.commune_code,
            document.commune_name,
            _written_dates(document.dates),
            repr((document.latitude, document.longitude, document.rank, document.card)),
        )
    )
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=12).hexdigest()


def matching_sentence(text: str, query: Query) -> str:
    """The first sentence of the text that holds a word of the query, else the first one. Plain text, shortened."""
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text)]
    sentences = [sentence for sentence in sentences if len(sentence) > 1]
    if not sentences:
        return ""
    beginnings = {_beginning(form[0]) for term in query.terms for form in term.stems}
    beginnings |= {_beginning(term.word) for term in query.terms}
    if beginnings:
        sought = re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, sorted(beginnings))) + ")")
        found = next((sentence for sentence in sentences if sought.search(fold(sentence))), sentences[0])
    else:
        found = sentences[0]
    return _shortened(" ".join(found.split()))


def utc_timestamp(moment: datetime) -> int:
    """Whole seconds since 1970, from an aware time (a naive one is read as UTC)."""
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


@lru_cache(maxsize=8)
def utc_timestamps(dates: tuple[tuple[datetime, datetime], ...]) -> tuple[tuple[int, int], ...]:
    """Windows by `utc_timestamp`; remembered for a while, since the documents of an object share them."""
    return tuple((utc_timestamp(start), utc_timestamp(end)) for start, end in dates)


# The documents of an object in several languages hold the same text, analysed once. No more than that is kept: other
# objects have other texts.
_text_tokens = lru_cache(maxsize=32)(token_strings)


@lru_cache(maxsize=4_096)
def _name_tokens(name: str, language: str) -> tuple[tuple[str, ...], str]:
    """Stems, and unstemmed words as one string; categories and communes come back with each object."""
    stems, surface = token_strings(name, language)
    return tuple(stems.split()), surface


@lru_cache(maxsize=64)
def _analysed(text: str, written: str, read: str) -> tuple[str, str]:
    """Stems and unstemmed words.

    Queries are stemmed in the reader's language and the territory's: a text in a third one gets the reader's too.
    """
    stems, surface = _text_tokens(text, written)
    if written in (read, TERRITORY_LANGUAGE):
        return stems, surface
    return " ".join(filter(None, (stems, _text_tokens(text, read)[0]))), surface


@lru_cache(maxsize=8)
def _written_dates(dates: tuple[tuple[datetime, datetime], ...]) -> str:
    return repr(utc_timestamps(dates))


def _beginning(stem: str) -> str:
    # Stems may end in a letter that the word has not ("mari" of "mary"), never in their first ones.
    return stem[:-1] if len(stem) > 4 else stem


def _shortened(sentence: str) -> str:
    if len(sentence) <= MAX_SNIPPET_LENGTH:
        return sentence
    return sentence[:MAX_SNIPPET_LENGTH].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
