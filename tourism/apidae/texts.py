"""Text of APIDAE made safe and plain: no markup, one kind of newline, one language per key. Pure."""

import html
import re

import nh3

# APIDAE's suffix of `libelleXx` -> language code of cms.texts.
LANGUAGES = {
    "Fr": "fr",
    "En": "en",
    "It": "it",
    "De": "de",
    "Es": "es",
    "Nl": "nl",
    "Ru": "ru",
    "Zh": "zh",
    "PtBR": "pt-br",
    "Ja": "ja",
    "Ko": "ko",
}
LABEL_KEYS = {f"libelle{suffix}": language for suffix, language in LANGUAGES.items()}
# Keys of `coordonnees` and of `traductionFichiers[].locale`; both spellings of Brazilian Portuguese are met.
LOCALES = {language: language for language in LANGUAGES.values()} | {
    "ptBR": "pt-br",
    "pt_BR": "pt-br",
    "pt-BR": "pt-br",
}
# Languages in which APIDAE's generated sentences are broken (times and dates are left out or repeated).
BROKEN_WHEN_GENERATED = frozenset({"zh", "ru", "ja", "ko"})

MARKUP = re.compile(r"<[a-zA-Z/!?]")
_LINE_TAGS = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^>]{0,200}>", re.IGNORECASE)
# Control characters, unpaired surrogates and the invisible marks that reorder text.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")
# Without any of these characters a text is clean already; with only single newlines after words it is, too.
_ODD = re.compile("[\x00-\x1f&<\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_SUSPECT = re.compile(_ODD.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f") + "| \n|\n\n\n")
_SPACES_BEFORE_NEWLINE = re.compile(r"[ \t]+\n")
_MANY_NEWLINES = re.compile(r"\n{3,}")
_TAG_PASSES = 4
_LONGEST_TEXT = 50_000


def clean_text(text: str) -> str:
    """Plain text: entities decoded once, tags removed with what scripts contain, newlines as ``\\n``, ends trimmed."""
    if is_clean(text):
        return text.strip()
    text = text[:_LONGEST_TEXT]
    if "&" in text:
        text = html.unescape(text)
    # Invisible characters go first: taken out of the middle of something, they would make a tag of it.
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n")
    text = _FORBIDDEN.sub("", text)
    if MARKUP.search(text):
        text = _without_tags(text)
    text = _SPACES_BEFORE_NEWLINE.sub("\n", text)
    return _MANY_NEWLINES.sub("\n\n", text).strip()


def is_clean(text: str) -> bool:
    """Whether `clean_text` would only trim a text: no markup, no entity, no odd character. True of nearly all."""
    # Two searches: the first is three times as quick and nearly always enough.
    return len(text) <= _LONGEST_TEXT and (not _ODD.search(text) or not _SUSPECT.search(text))


def clean_line(text: str) -> str:
    """`clean_text` on one line."""
    return " ".join(clean_text(text).split())


def has_markup(text: str) -> bool:
    """Whether an editor pasted tags, written out or as entities, where plain text is meant."""
    if "<" not in text and "&" not in text:
        return False
    text = _FORBIDDEN.sub("", text)
    return bool(MARKUP.search(text) or ("&" in text and MARKUP.search(html.unescape(text))))


def _without_tags(text: str) -> str:
    text = _LINE_TAGS.sub("\n", text)
    for _pass in range(_TAG_PASSES):
        # Ampersands are escaped first, so that the parser decodes nothing a second time.
        text = html.unescape(nh3.clean(text.replace("&", "&amp;"), tags=set()))
        if not MARKUP.search(text):
            return text
    # Removing a tag can join two halves of another; whoever wrote that did not write prose.
    return text.replace("<", "")


_FILE_EXTENSION = re.compile(r"\.(?:jpe?g|png|gif|webp|tiff?|bmp|heic|svg|pdf|gpx|kml|kmz)$", re.IGNORECASE)
_CAMERA_NAME = re.compile(
    r"(?:_?IMG|DSC[NF]?|_DSC|_MG|MVIMG|PXL|GOPR|DJI|SAM|P|WP|Photo|Image|Screenshot|Capture)"
    r"[\s_-]?\(?\d{2,}[\w\s().-]*",
    re.IGNORECASE,
)
_TECHNICAL_NAME = re.compile(r"(?=[^\s]*\d)(?:[\w().]+[_-]){1,}[\w().]+|\d[\d\s_-]*", re.ASCII)


def is_file_name(text: str) -> bool:
    """Whether a caption is what a camera or a computer called the file (IMG_123.jpg, 2017-08-12_1430)."""
    return bool(
        _FILE_EXTENSION.search(text)
        or _CAMERA_NAME.fullmatch(text)
        or (" " not in text and "_" in text)
        or _TECHNICAL_NAME.fullmatch(text)
    )
