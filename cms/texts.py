"""Text in several languages, kept in one JSON value.

Shape: ``{"fr": {"text": "…", "origin": "source"}, "en": {"text": "…", "origin": "human", "of": "<hash>"}}``.
``origin`` says who wrote it; ``of`` is the hash of the French that a translation was made from, so that "stale" is
computed and never stored. Pure: no models, no settings.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

SOURCE, HUMAN, MACHINE = "source", "human", "machine"
# Languages that APIDAE knows; a site publishes fewer (settings.LANGUAGES).
KNOWN_LANGUAGES = ("fr", "en", "it", "de", "es", "nl", "ru", "zh", "pt-br", "ja", "ko")
MAIN_LANGUAGE = "fr"

Texts = dict[str, dict[str, str]]

# Line breaks that keyboards do not make: a soft one of a word processor comes as a vertical tab.
_ODD_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What XML cannot hold, so that one of them would make a whole feed unreadable; and other controls.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def writable(text: str, *, line_break: str = "\n") -> str:
    """A text that every format can hold: each odd line break is `line_break`, control characters are gone."""
    return _CONTROLS.sub("", _ODD_BREAKS.sub(line_break, text))


def text_hash(text: str) -> str:
    """12 hexadecimal digits that change when the text does, whatever its spacing."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def texts_from_plain(plain: Mapping[str, str] | None, *, origin: str = SOURCE) -> Texts:
    """Turn ``{"fr": "…"}`` into texts; empty ones are left out, translations remember the French they belong to."""
    plain = {language: text for language, text in (plain or {}).items() if text and text.strip()}
    french = plain.get(MAIN_LANGUAGE)
    texts: Texts = {}
    for language, text in plain.items():
        texts[language] = {"text": text, "origin": origin}
        if language != MAIN_LANGUAGE and french:
            texts[language]["of"] = text_hash(french)
    return texts


def plain_texts(texts: Mapping[str, Mapping[str, str]] | None) -> dict[str, str]:
    """The inverse of `texts_from_plain`: ``{"fr": "…"}`` without origins."""
    return {language: entry["text"] for language, entry in (texts or {}).items() if entry.get("text")}


@cache
def fallback_chain(language: str) -> tuple[str, ...]:
    """Languages to try in turn: the one asked for, then French or English, whichever its readers more likely read."""
    second = ("en", MAIN_LANGUAGE) if language in ("de", "nl", "en") else (MAIN_LANGUAGE, "en")
    return tuple(dict.fromkeys((language, *second)))


def language_served(texts: Mapping[str, Mapping[str, str]] | None, language: str) -> str:
    """The language in which `text_in` answers; the one asked for when there is no text at all."""
    if not texts:
        return language
    for candidate in (*fallback_chain(language), *texts):
        entry = texts.get(candidate)
        if entry and entry.get("text"):
            return candidate
    return language


def text_in(texts: Mapping[str, Mapping[str, str]] | None, language: str) -> str:
    """The text in a language, else in the next best one, else ''."""
    return (texts or {}).get(language_served(texts, language), {}).get("text", "")


def languages_of(texts: Mapping[str, Mapping[str, str]] | None, published: Iterable[str]) -> list[str]:
    """The published languages in which this text really exists, in the site's order."""
    return [language for language in published if (texts or {}).get(language, {}).get("text")]


def stale_languages(texts: Mapping[str, Mapping[str, str]] | None) -> list[str]:
    """Translations made from another French than today's; source texts are the source's own affair."""
    french = (texts or {}).get(MAIN_LANGUAGE, {}).get("text", "")
    current = text_hash(french)
    return [
        language
        for language, entry in (texts or {}).items()
        if language != MAIN_LANGUAGE and entry.get("origin") != SOURCE and entry.get("of") not in (None, current)
    ]
