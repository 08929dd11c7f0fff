"""The one analysis chain of the search: text → tokens, the same for every engine and for the phone.

Unicode NFKC → case fold → accent fold → words → elision and abbreviations → stop words → Snowball stem. Word lists are
in `words.json`, which the web app reads too; `tests/vectors/analysis.json` holds the expected tokens. Raise
ANALYSIS_VERSION when the tokens of a text change: it makes `rebuild_index` write every document again.
"""

import json
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import Stemmer

ANALYSIS_VERSION = 1

LANGUAGES = ("fr", "en", "it", "de", "es", "nl")
# Untranslated texts and proper names are French, so words of every language are also compared by their French stem.
TERRITORY_LANGUAGE = "fr"
SNOWBALL = {"fr": "french", "en": "english", "it": "italian", "de": "german", "es": "spanish", "nl": "dutch"}

# A longer run of letters is no word; PostgreSQL refuses lexemes above 2 kB.
MAX_TOKEN_LENGTH = 40
# Past that a query is an accident or an attack: the rest is not read.
MAX_QUERY_LENGTH = 400
MAX_QUERY_TERMS = 12

WORDS: dict[str, Any] = json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
ELISIONS = frozenset(WORDS["elisions"])
ABBREVIATIONS: dict[str, str] = WORDS["abbreviations"]
STOP_WORDS = {
    language: frozenset(WORDS["stop"]["every"]) | frozenset(WORDS["stop"][language]) for language in LANGUAGES
}

# Characters that mean another one inside a word, or nothing.
_MARKS_OF_WORDS = {
    **dict.fromkeys("’‘ʼ´`′＇", "'"),
    **dict.fromkeys("‐‑‒－", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060", ""),
}
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"})
_COMPOUND = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
# What is not in here (combining marks, İ, other scripts) may fold differently together than letter by letter.
_BEYOND_LATIN = re.compile("[^\x00-\u012f\u0131-\u024f\u2010-\u20cf\u2100-\u2bff\ufe0f\U0001f000-\U0001faff]")
# A text has its words again and again: each is analysed once, as long as so many of them are remembered.
_MOST_WORDS, _LONGEST_WORD = 20_000, 60
_stemmers = threading.local()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tokens of a text. `stems`: without stop words, in order. `surface`: folded words, unstemmed, in order."""

    stems: tuple[str, ...]
    surface: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a document must contain.

    `word` is the folded word as typed. `stems` are the alternatives, each a sequence of adjacent stems; without any,
    the word itself is looked for among surface tokens. With `prefix` the word may be the beginning of a longer one.
    """

    word: str
    stems: tuple[tuple[str, ...], ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All `terms` must be found. No term means that the text holds no word."""

    language: str
    terms: tuple[Term, ...]


def fold(text: str) -> str:
    """Lower case without accents: "Évêché" → "eveche". Idempotent, never raises."""
    text = _normal(text).casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter)) if decomposed != text else text
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def analyse(text: str, language: str) -> Analysis:
    """Tokens of a document's text. An unknown language is read as the territory's. Never raises."""
    stems, surface = token_strings(text, language)
    return Analysis(stems=tuple(stems.split()), surface=tuple(surface.split()))


def token_strings(text: str, language: str) -> tuple[str, str]:
    """Stems and surface of `analyse`, each as one string with spaces between the tokens."""
    language = language if language in LANGUAGES else TERRITORY_LANGUAGE
    normal = _normal(text)
    if _BEYOND_LATIN.search(normal):
        words = [word for compound in _compounds(fold(text)) for word in (*compound, *_joined(compound))]
        stop = STOP_WORDS[language]
        return " ".join(_stem([word for word in words if word not in stop], language)), " ".join(words)
    compounds = _COMPOUND.findall(normal)
    stems = filter(None, map(_STEMS[language].__getitem__, compounds))
    return " ".join(stems), " ".join(map(_SURFACE.__getitem__, compounds))


def analyse_query(text: str, language: str) -> Query:
    """What a typed text asks for. The last word counts as a prefix while nothing follows it. Never raises."""
    language = language if language in LANGUAGES else TERRITORY_LANGUAGE
    folded = fold(text[:MAX_QUERY_LENGTH])
    compounds = list(_compounds(folded))
    words = [word for compound in compounds for word in compound]
    typing = bool(folded) and folded[-1].isalnum()
    stop = STOP_WORDS[language]
    meaningful = [position for position, word in enumerate(words) if word not in stop]
    if not meaningful:
        terms = [Term(word, ()) for word in words]
    else:
        also = _other_forms(words, compounds, language)
        terms = [
            Term(words[position], _unique([*_stem_forms(words[position], language), *also.get(position, ())]))
            for position in meaningful
        ]
        typing = typing and meaningful[-1] == len(words) - 1
    if typing and terms:
        terms[-1] = replace(terms[-1], prefix=True, word=_as_typed(folded, terms[-1].word))
    return Query(language=language, terms=tuple(dict.fromkeys(terms))[:MAX_QUERY_TERMS])


def with_corrections(query: Query, corrections: Mapping[str, Iterable[str]]) -> Query:
    """The query with, for words that no document holds, the nearest known words as further alternatives."""
    terms = tuple(
        replace(
            term,
            stems=_unique(
                [
                    *term.stems,
                    *(form for word in corrections.get(term.word, ()) for form in _stem_forms(word, query.language)),
                ]
            ),
        )
        for term in query.terms
    )
    return replace(query, terms=terms)


def edit_distance(one: str, other: str, limit: int) -> int:
    """Damerau-Levenshtein distance (optimal string alignment), or limit + 1 when it is larger than the limit."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        current = [row]
        for column, right in enumerate(other, start=1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)


def allowed_typos(word: str) -> int:
    """How many letters may be wrong: none in short words and numbers, 1 from four letters, 2 from eight."""
    if len(word) < 4 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < 8 else 2


def _normal(text: str) -> str:
    """One way of writing each character, apostrophe and hyphen."""
    for mark, meaning in _MARKS_OF_WORDS.items():
        if mark in text:
            text = text.replace(mark, meaning)
    return unicodedata.normalize("NFKC", text)


def _compounds(folded: str) -> Iterator[list[str]]:
    """Words of a folded text, grouped by hyphenated compound, elided articles and possessives taken away."""
    for match in _COMPOUND.finditer(folded):
        text = match.group()
        if "-" not in text and "'" not in text:
            yield [ABBREVIATIONS.get(text, text)[:MAX_TOKEN_LENGTH]]
            continue
        words: list[str] = []
        for part in text.split("-"):
            pieces = part.split("'")
            while len(pieces) > 1 and pieces[0] in ELISIONS:
                del pieces[0]
            if len(pieces) > 1 and pieces[-1] == "s":
                del pieces[-1]
            words.extend(ABBREVIATIONS.get(piece, piece)[:MAX_TOKEN_LENGTH] for piece in pieces)
        yield words


def _joined(words: list[str]) -> tuple[str, ...]:
    """The compound written in one word ("vide-grenier" → "videgrenier"), so that both spellings are found."""
    if not 2 <= len(words) <= 3 or "".join(words).isdigit():
        return ()
    return ("".join(words)[:MAX_TOKEN_LENGTH],)


class _Surface(dict[str, str]):
    """Compound as written → its unstemmed words."""

    def __missing__(self, compound: str) -> str:
        words = next(_compounds(fold(compound)))
        return _remembered(self, compound, " ".join([*words, *_joined(words)]))


class _Stems(dict[str, str]):
    """Compound as written → its stems in a language, without stop words."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, compound: str) -> str:
        stop = STOP_WORDS[self.language]
        words = [word for word in _SURFACE[compound].split() if word not in stop]
        return _remembered(self, compound, " ".join(_stem(words, self.language)))


def _remembered(words: dict[str, str], compound: str, tokens: str) -> str:
    if len(compound) <= _LONGEST_WORD:
        if len(words) >= _MOST_WORDS:
            words.clear()
        words[compound] = tokens
    return tokens


_SURFACE = _Surface()
_STEMS = {language: _Stems(language) for language in LANGUAGES}


def _as_typed(folded: str, word: str) -> str:
    """Undoes an abbreviation in a word that is still being typed: "st" may become "station" as well as "saint"."""
    tail = re.search(r"[^\W_]+$", folded)
    return tail.group()[:MAX_TOKEN_LENGTH] if tail and ABBREVIATIONS.get(tail.group()) == word else word


def _stem(words: list[str], language: str) -> list[str]:
    """Snowball stems. Stemmer objects keep state, hence one for each thread."""
    stemmer = getattr(_stemmers, language, None)
    if stemmer is None:
        # Without PyStemmer's cache: a large vocabulary makes it purge itself again and again.
        stemmer = Stemmer.Stemmer(SNOWBALL[language], 0)
        setattr(_stemmers, language, stemmer)
    return stemmer.stemWords(words)


def _stem_forms(word: str, language: str) -> list[tuple[str, ...]]:
    return [tuple(_stem([word], spoken)) for spoken in dict.fromkeys((language, TERRITORY_LANGUAGE))]


def _unique(forms: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(form for form in forms if form))


def _other_forms(words: list[str], compounds: list[list[str]], language: str) -> dict[int, list[tuple[str, ...]]]:
    """Position of a word → alternatives that come from its compound or from synonyms of a span that holds it."""
    others: dict[int, list[tuple[str, ...]]] = {}
    position = 0
    for compound in compounds:
        for joined in _joined(compound):
            for offset in range(len(compound)):
                others.setdefault(position + offset, []).extend(_stem_forms(joined, language))
        position += len(compound)
    stop = STOP_WORDS[language]
    kept = [place for place, word in enumerate(words) if word not in stop]
    stems = _stem([words[place] for place in kept], language)
    table = _synonyms(language)
    for first in range(len(stems)):
        for last in range(first + 1, min(first + 4, len(stems)) + 1):
            for form in table.get(tuple(stems[first:last]), ()):
                for place in kept[first:last]:
                    others.setdefault(place, []).append(form)
    return others


@cache
def _synonyms(language: str) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Stems of an expression → stems of its equivalents, in the language and in the territory's."""
    table: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for group in WORDS["synonyms"]:
        spoken = dict.fromkeys((language, TERRITORY_LANGUAGE))
        forms = _unique(_without_joined(expression, each) for each in spoken for expression in group.get(each, ()))
        for expression in group.get(language, ()):
            own = _without_joined(expression, language)
            if own:
                table[own] = _unique([*table.get(own, ()), *(form for form in forms if form != own)])
    return table


def _without_joined(expression: str, language: str) -> tuple[str, ...]:
    words = [word for compound in _compounds(fold(expression)) for word in compound]
    return tuple(_stem([word for word in words if word not in STOP_WORDS[language]], language))
