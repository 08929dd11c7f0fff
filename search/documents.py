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
    served_names, *served_texts = [_Served(text) for text in (names, *texts)]
    documents = []
    for language in languages:
        parts = [served.plain(language) for served in served_texts]
        written = [served.language(language) for served, part in zip(served_texts, parts, strict=True) if part]
        title = served_names.plain(language)
        spoken = [label[code] for label in labels for code in (language, TERRITORY_LANGUAGE) if label.get(code)]
        documents.append(
            SearchDocument(
                kind=kind,
                object_id=object_id,
                language=language,
                title_language=served_names.language(language),
                text_language=written[0] if written else language,
                title=title,
                public_id=public_id,
                path=path,
                text="\n".join(part for part in dict.fromkeys(parts) if part),
                keywords=tuple(
                    dict.fromkeys(word for word in [*keywords, *spoken, local_name] if word and word != title)
                ),
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


class _Served:
    """A text as plain text in each language; several languages share what they fall back to."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._languages: dict[str, str] = {}
        self._plain: dict[str, str] = {}

    def language(self, language: str) -> str:
        """See `language_served`."""
        if language not in self._languages:
            self._languages[language] = language_served(self._texts, language)
        return self._languages[language]

    def plain(self, language: str) -> str:
        """See `text_in` and `plain_text`."""
        served = self.language(language)
        if served not in self._plain:
            self._plain[served] = plain_text((self._texts or {}).get(served, {}).get("text", ""))
        return self._plain[served]


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
    names = [*document.keywords, document.commune_name]
    read = [_name_tokens(name, document.language) for name in names]
    local = [_name_tokens(name, TERRITORY_LANGUAGE) for name in names]
    stems_of_names = [stem for stems, _surface in (*read, *local) for stem in stems.split()]
    return DocumentTokens(
        title=title_stems,
        keywords=" ".join(dict.fromkeys(stems_of_names)),
        body=body_stems,
        surface=" ".join(filter(None, [title_surface, *(surface for _stems, surface in read), body_surface])),
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
# Categories and communes come back with each object.
_name_tokens = lru_cache(maxsize=4_096)(token_strings)


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
