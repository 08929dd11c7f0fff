"""What programs that show titles and words are told in the reader's language: what is not as planned, of what kind an
event is, for whom."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from agenda.enums import Audience, Disability, EventCategory, EventStatus
from agenda.facets import audiences_of
from agenda.models import Event
from agenda.queries import Choices
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


def kinds_of(event: Event, language: str) -> list[str]:
    """Of what kind an event is and for whom, as the web app says it: ["Konzert", "Familien"]."""
    categories = [_word("category", EventCategory(category), language) for category in event.categories]
    audiences = [_word("audience", Audience(audience), language) for audience in audiences_of(event.facts)]
    return list(dict.fromkeys([*categories, *audiences]))


def agenda_title(language: str) -> str:
    """What the agenda is called."""
    return _visitor_words(settings.VISITOR_WORDS, language).get("agenda.title", "Agenda")


def part_title(choices: Choices, *, communes: Iterable[str], language: str) -> str:
    """What a part of the agenda is called, for who follows several: "Digne-les-Bains, Concerts, Gratuit"; '' for all.

    `communes` are the names of those chosen. What is near a point, or not free, or not under a roof, says nothing.
    """
    lists: tuple[tuple[str, type[EventCategory | Audience | Disability], Iterable[str]], ...] = (
        ("category", EventCategory, choices.get("categories") or ()),
        ("audience", Audience, choices.get("audiences") or ()),
        ("disability", Disability, choices.get("accessible") or ()),
    )
    said = [*communes, *(_word(name, kind(value), language) for name, kind, values in lists for value in values)]
    words = _visitor_words(settings.VISITOR_WORDS, language)
    said += [words[f"agenda.{name}"] for name in ("free", "indoor") if choices.get(name)]
    return ", ".join(dict.fromkeys(said))


def _word(list_name: str, value: EventCategory | Audience | Disability, language: str) -> str:
    # The label is the back office's, for what a language's catalogue does not have.
    return _visitor_words(settings.VISITOR_WORDS, language).get(f"{list_name}.{value.value}") or str(value.label)


@lru_cache(maxsize=16)
def _visitor_words(folder: Path, language: str) -> Mapping[str, str]:
    """The web app's catalogue of a published language."""
    words: dict[str, str] = json.loads((folder / f"{language}.json").read_text("utf-8"))
    return words
