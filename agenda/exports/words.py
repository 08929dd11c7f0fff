"""What is said of an event that is not as planned, for programs that show titles and nothing else."""

from agenda.enums import EventStatus
from cms.texts import MAIN_LANGUAGE

_WORDS: dict[str, dict[str, str]] = {
    EventStatus.CANCELLED: {
        "fr": "Annulé",
        "en": "Cancelled",
        "it": "Annullato",
        "de": "Abgesagt",
        "es": "Cancelado",
        "nl": "Geannuleerd",
    },
    EventStatus.FULL: {
        "fr": "Complet",
        "en": "Fully booked",
        "it": "Al completo",
        "de": "Ausgebucht",
        "es": "Completo",
        "nl": "Volgeboekt",
    },
    EventStatus.POSTPONED: {
        "fr": "Reporté",
        "en": "Postponed",
        "it": "Rinviato",
        "de": "Verschoben",
        "es": "Aplazado",
        "nl": "Uitgesteld",
    },
    EventStatus.UNCONFIRMED: {
        "fr": "Dates à confirmer",
        "en": "Dates to be confirmed",
        "it": "Date da confermare",
        "de": "Termine noch offen",
        "es": "Fechas por confirmar",
        "nl": "Data nog te bevestigen",
    },
}


def title_with_status(title: str, status: str, language: str) -> str:
    """ "Annulé : Fête de la musique"; the title alone when all is as planned."""
    words = _WORDS.get(status)
    if words is None or not title:
        return title
    colon = "\u00a0:" if language == MAIN_LANGUAGE else ":"
    return f"{words.get(language, words['en'])}{colon} {title}"
