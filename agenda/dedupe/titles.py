"""Titles as they can be compared: without what sources add around the name of an event.

Place names, prices, hours, dates, editions and ``#`` are taken away and remembered with their kind, so that a screen
can say what was ignored. Pure text work; a title of any length is read up to `MAX_LENGTH` characters.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from agenda.dedupe.words import (
    CONCEPTS,
    PHRASE_CONCEPTS,
    PHRASES,
    PLAIN_WORDS,
    QUALIFIERS,
    STOP_WORDS,
    VENUE_WORDS,
    stem,
)

MAX_LENGTH = 300


class Ignored(StrEnum):
    """Why a part of a title took no part in the comparison."""

    STATUS = "STATUS"  # "[COMPLET]", "reporté -"
    PRICE = "PRICE"
    TIME = "TIME"
    DATE = "DATE"
    YEAR = "YEAR"
    EDITION = "EDITION"  # "12e édition"
    PART = "PART"  # "#3", "vol. 2", "séance 1"
    PLACE = "PLACE"  # the venue, the town, "@ …"
    GENERIC = "GENERIC"  # "concert", "soirée", "visite guidée"


@dataclass(frozen=True)
class NormalTitle:
    """A title in comparable form.

    `core` are the words that name the event, in order, without accents, capitals and plurals; `kinds` the concepts of
    its generic words (`words.CONCEPTS`); `segments` the core of each part between separators; `place_core` the words
    that were taken for its place (a promoter is often announced as the venue of its own evening); `numbers` those left
    in the core; `editions` "12" of "12e édition"; `parts` the numbers of "#3" or "séance 3"; `years` 2000 to 2099;
    `qualifiers` (family, value) of words like "hiver" or "adultes"; `has_complement`
    when its first part is followed by a comma or a bracket; `postponed` and `cancelled` when it says so.
    """

    text: str
    core: tuple[str, ...]
    kinds: frozenset[str]
    segments: tuple[frozenset[str], ...]
    place_core: tuple[str, ...]
    numbers: frozenset[str]
    editions: frozenset[str]
    parts: frozenset[str]
    years: frozenset[str]
    qualifiers: frozenset[tuple[str, str]]
    has_complement: bool
    postponed: bool
    cancelled: bool
    ignored: tuple[tuple[Ignored, str], ...]

    @cached_property
    def is_generic(self) -> bool:
        """Whether nothing is left that names this event rather than another of its kind."""
        return all(word.isdigit() or word in VENUE_WORDS for word in self.core)

    @property
    def beginning(self) -> str:
        """The folded text without the dots of a title that was cut off, '' when it was not."""
        folded = fold(self.text)
        return folded.rstrip(". ") if folded.endswith("..") and len(folded) > 15 else ""


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "´": "'", "`": "'"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents and ligatures, one space between words."""
    decomposed = unicodedata.normalize("NFKD", html.unescape(text).casefold().translate(_LIGATURES))
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(plain.translate(_LIGATURES).split())


_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that say something: folded, without articles and plurals."""
    return tuple(stem(word) for word in _WORD.findall(fold(name[:MAX_LENGTH])) if word not in STOP_WORDS)


_MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre)"
)
_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)s?"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:\s?(?:er|st|nd|rd|th|°))?"
_HOUR = r"(?:2[0-3]|[01]?\d)"
_STATUS = (
    r"(?:annulee?s?|reportee?s?|complets?|cancell?ed|postponed|sold[ -]out|annullat[oa]|rinviat[oa]|esaurit[oa]"
    r"|derniere minute|nouvelle date|changement de date|report)"
)
_ORDINAL = r"(\d{1,3})(?:\s?(?:er|ere|eme|ieme|nd|rd|th|st)|e|re|a|°)"
_BARE_ORDINAL = _ORDINAL.replace("|a|°)", ")")
_NO_EDITION = r"(?!\s*(?:siecle|partie|etage|arrondissement|regiment|guerre|bataillon|acte|volet|century|floor|secolo))"
_PART_WORD = (
    r"(?:#|\bn\s?[°º]\s?|\bno\.\s?|\bnum(?:ero)?\.?\s|\bvol(?:ume)?\.?\s*|\bepisode\s|\bep\.\s?|\bseance\s|\bpartie\s"
    r"|\bpart\s|\bparte\s|\bacte\s|\bchapitre\s|\btome\s|\bvolet\s|\bjour\s|\bday\s|\bgiorno\s|\bgroupe\s|\bniveau\s"
    r"|\bsession\s|\bopus\s|\bsoiree\s|\bmanche\s|\betape\s|\bstage\s)"
)
# In this order: a date is taken before its year, an hour before numbers.
_PATTERNS: tuple[tuple[Ignored, re.Pattern[str]], ...] = (
    (
        Ignored.STATUS,
        re.compile(rf"[\[(]\s*{_STATUS}\s*!*[\])]|^\W*{_STATUS}\s*[!:|–—\])-]+|[!:|–—(\[-]\s*{_STATUS}\W*$"),
    ),
    (
        Ignored.PRICE,
        re.compile(
            r"(?:\btarifs?\b(?:\s(?:plein|reduit|unique|normal))?\s*:?\s*)?\b\d+(?:[.,]\d{1,2})?\s*(?:€|euros?\b|eur\b)(?:\s?\d\d\b)?|€\s?\d+(?:[.,]\d\d)?"
            r"|\b(?:entree|acces|participation|prix) (?:libre|gratuite?)\b|\bgratuite?s?\b|\bfree (?:entry|admission)\b"
            r"|\bingresso (?:libero|gratuito)\b"
        ),
    ),
    (
        Ignored.TIME,
        re.compile(
            rf"\b(?:(?:a|de|des|at|ore|alle|vers|from|dalle)\s+)?{_HOUR}\s?h(?:eures?)?(?:\s?[0-5]\d)?\b"
            rf"(?:\s*(?:a|-|–|/|to|alle|et)\s*{_HOUR}\s?h(?:eures?)?(?:\s?[0-5]\d)?\b)?"
            rf"|\b(?:(?:a|at|alle|ore)\s+)?{_HOUR}:[0-5]\d\b|\bore {_HOUR}\b"
            r"|\b(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?\s?[ap]m\b"
        ),
    ),
    (
        Ignored.DATE,
        re.compile(
            rf"(?:\b(?:du|le|les|from|dal|the|on|il)\s+)?(?:\b{_WEEKDAY},?\s+)?(?:\b{_DAY}(?:\s+{_MONTH})?\s*"
            rf"(?:-|–|/|au|et|to|and|al|&)\s*)?(?:{_WEEKDAY}\s+)?\b{_DAY}\s+(?:(?:de|of|di)\s+)?{_MONTH}\b(?:,?\s+20\d\d\b)?"
            rf"|\b{_MONTH}\s+{_DAY}\b(?:,?\s+20\d\d\b)?|\b{_MONTH}\s+(?=20\d\d\b)"
            r"|(?<![\d.,/])(?:3[01]|[12]\d|0?[1-9])[/.](?:1[0-2]|0[1-9])(?:[/.](?:20)?\d\d)?(?![\d/])|\b20\d\d-\d\d-\d\d\b"
            rf"|\b{_WEEKDAY}(?:\s+(?:soir|matin|apres[ -]midi|night|evening|morning))?\b"
            r"|\b(?:ce soir|tonight|stasera)\b"
        ),
    ),
    (
        Ignored.EDITION,
        re.compile(
            rf"(?:\b{_ORDINAL}|\b([ivxl]{{1,7}})\s?(?:e|eme|a|°)?)\s+(?:edition|edizione)s?\b"
            rf"|\b(?:edition|edizione)\s+(?:n\s?[°º]?\s?)?(\d{{1,3}})\b(?!\d)|\b{_BARE_ORDINAL}(?![\w/]){_NO_EDITION}"
        ),
    ),
    (
        Ignored.PART,
        re.compile(rf"{_PART_WORD}(\d{{1,3}})\b|\b(?:partie|acte|chapitre|tome|volet|part)\s([ivx]{{1,5}})\b"),
    ),
    (Ignored.YEAR, re.compile(r"\b(?:(?:saison|season|stagione|edition)\s+)?20\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\b")),
    (Ignored.PLACE, re.compile(r"(?<=\S)\s*@\s?[^|:\[\](){}·•]+$|(?<=\S)\s*@\s?[^|:\[\](){}·•]+?(?=\s[-–—|])")),
)
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_SEPARATORS = re.compile(r"\s[-–—]+|[-–—]+\s|[:|•·\[\](){}«»\"“”„;+/,?!]|\.{2,}|\.\s|\s'|'\s")
_COMPLEMENT = re.compile(r"[^|:•·\[\](){}«»\"“”„;+/,]*[\w»\"”]\s?[(,\[]")
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


def _number(text: str) -> str:
    """ "12" for "12", "012" and "xii"."""
    if text.isdigit():
        return str(int(text))
    total = 0
    for letter, following in zip(text, f"{text[1:]} ", strict=True):
        value = _ROMANS[letter]
        total += -value if value < _ROMANS.get(following, 0) else value
    return str(total)


def _years(text: str) -> set[str]:
    first, *rest = re.findall(r"\d+", text)
    return {first, *(year if len(year) == 4 else first[:2] + year for year in rest)}


def normalise(title: str, places: Iterable[str] = ()) -> NormalTitle:
    """The comparable form of a title; ``places`` are names of the venue and the town, which a title may repeat."""
    return _normalise(title[:MAX_LENGTH], tuple(places))


@lru_cache(maxsize=65536)
def _normalise(title: str, places: tuple[str, ...]) -> NormalTitle:
    ignored: list[tuple[Ignored, str]] = []
    editions: set[str] = set()
    parts: set[str] = set()
    years: set[str] = set()
    folded = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", fold(title))

    def taker(kind: Ignored) -> Callable[[re.Match[str]], str]:
        def take(found: re.Match[str]) -> str:
            ignored.append((kind, found.group().strip(" -–—:|!@[]()")))
            number = next((group for group in found.groups() if group), "")
            if kind is Ignored.EDITION:
                editions.add(_number(number))
            elif kind is Ignored.PART:
                parts.add(_number(number))
            elif kind is Ignored.YEAR:
                years.update(_years(found.group()))
            elif kind is Ignored.DATE:
                years.update(re.findall(r"\b20\d\d\b", found.group()))
            return " | " if kind in (Ignored.STATUS, Ignored.DATE, Ignored.PLACE) else " "

        return take

    for kind, pattern in _PATTERNS:
        folded = pattern.sub(taker(kind), folded)
    kinds: set[str] = set()
    for pattern, concept in PHRASES:
        folded, count = pattern.subn(f" {concept.replace('-', '')} ", folded)
        if count:
            kinds.add(concept)
    segments, place_words = _segments(folded, places, ignored, kinds)
    core = tuple(dict.fromkeys(word for segment in segments for word in segment))
    return NormalTitle(
        text=title,
        core=core,
        kinds=frozenset(kinds),
        segments=tuple(frozenset(segment) for segment in segments if segment),
        place_core=tuple(
            word for name in place_words for word in name.split() if word not in CONCEPTS and word not in VENUE_WORDS
        ),
        numbers=frozenset(_number(word) for word in core if word.isdecimal() and word.isascii()),
        editions=frozenset(editions),
        parts=frozenset(parts),
        years=frozenset(years),
        qualifiers=frozenset(QUALIFIERS[stem(word)] for word in _WORD.findall(folded) if stem(word) in QUALIFIERS),
        has_complement=bool(_COMPLEMENT.match(folded)),
        postponed=any(
            kind is Ignored.STATUS and text.startswith(("report", "postpon", "rinviat", "nouvelle", "changement"))
            for kind, text in ignored
        ),
        cancelled=any(kind is Ignored.STATUS and text.startswith(("annul", "cancel")) for kind, text in ignored),
        ignored=tuple(dict.fromkeys(ignored)),
    )


def qualifying_words(title: NormalTitle) -> list[str]:
    """Words of a title that say for whom or when it is, folded: ["enfants"]."""
    return [word for word in _WORD.findall(fold(title.text)) if stem(word) in QUALIFIERS]


_JOINED_CONCEPTS = frozenset(stem(concept.replace("-", "")) for concept in PHRASE_CONCEPTS)


def _segments(
    folded: str, places: tuple[str, ...], ignored: list[tuple[Ignored, str]], kinds: set[str]
) -> tuple[list[list[str]], list[str]]:
    """The naming words of each part of a title; what is generic or a place goes to ``kinds`` and ``ignored``."""
    names = sorted({name for place in places if (name := words_of(place))}, key=len, reverse=True)
    town_words = {word for name in names for word in name if len(name) <= 3 and name[0] not in CONCEPTS}
    segments: list[list[str]] = []
    place_words: list[str] = []
    for text in _SEPARATORS.split(folded):
        words = [stem(word) for word in _WORD.findall(text) if word not in STOP_WORDS]
        for name in names:
            words = _without(words, name, place_words)
        if words and all(word in town_words for word in words):
            place_words += words
            words = []
        segment = []
        for word in words:
            if word in CONCEPTS:
                kinds.add(CONCEPTS[word])
                ignored.append((Ignored.GENERIC, word))
            elif word in _JOINED_CONCEPTS:
                continue
            elif word in PLAIN_WORDS:
                ignored.append((Ignored.GENERIC, word))
            elif len(word) > 1 or word.isdigit():
                segment.append(word)
        segments.append(segment)
    ignored.extend((Ignored.PLACE, word) for word in place_words)
    return segments, place_words


def _without(words: list[str], name: tuple[str, ...], taken: list[str]) -> list[str]:
    """The words without a run that is exactly this name."""
    size = len(name)
    for start in range(len(words) - size + 1):
        if tuple(words[start : start + size]) == name:
            taken.append(" ".join(name))
            return words[:start] + words[start + size :]
    return words
