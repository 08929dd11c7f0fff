"""What is invented says so."""

from tourism.apidae.demonstration.builder import Text

_NOTICE = {
    "libelleFr": "Établissement de démonstration.",
    "libelleEn": "Demonstration establishment.",
    "libelleIt": "Struttura dimostrativa.",
    "libelleDe": "Demonstrationsbetrieb.",
    "libelleEs": "Establecimiento de demostración.",
    "libelleNl": "Demonstratiebedrijf.",
}


def invented(text: Text) -> Text:
    """The text, with a sentence in each of its languages saying that the place does not exist."""
    return {key: f"{words} {_NOTICE[key]}" for key, words in text.items()}
