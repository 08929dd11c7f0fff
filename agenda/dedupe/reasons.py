"""Why two events are held to be the same or not: codes with values, and a French sentence for each.

Screens translate by code; the sentences here are the French msgids' meaning, for logs, tests and commands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Band(StrEnum):
    """What is to be done with a pair."""

    SILENT = "SILENT"  # merged without asking
    REVIEW = "REVIEW"  # shown to a person
    DIFFERENT = "DIFFERENT"


class ReasonCode(StrEnum):
    """Codes; in brackets the values that go with them."""

    VERDICT_SAME = "VERDICT_SAME"  # {changed: bool}: since the verdict one of them says something else
    VERDICT_DIFFERENT = "VERDICT_DIFFERENT"  # {changed: bool}
    SAME_IDENTIFIER = "SAME_IDENTIFIER"  # {source, external_id}
    SAME_ADDRESS = "SAME_ADDRESS"  # {url}
    SAME_CONTENT = "SAME_CONTENT"
    SAME_SOURCE = "SAME_SOURCE"  # {source}: it gives them two numbers
    SAME_TITLE = "SAME_TITLE"  # {title}: what is left of both
    TITLE_CONTAINED = "TITLE_CONTAINED"  # {shorter, longer}
    ALIKE_TITLES = "ALIKE_TITLES"  # {likeness: 0..1}
    DIFFERENT_TITLES = "DIFFERENT_TITLES"  # {likeness, asked: 0..1}
    GENERIC_TITLE = "GENERIC_TITLE"  # {title}
    OTHER_LANGUAGES = "OTHER_LANGUAGES"  # no title in a common language
    TITLE_IGNORED = "TITLE_IGNORED"  # {kind: titles.Ignored, text}
    OTHER_EDITION = "OTHER_EDITION"  # {editions: "2025 / 2026"}
    OTHER_PART = "OTHER_PART"  # {parts: "1 / 2"}
    OTHER_KIND = "OTHER_KIND"  # {kinds: "exposition / vernissage"}
    PROGRAMME_PART = "PROGRAMME_PART"  # {programme}
    SAME_VENUE = "SAME_VENUE"  # {venue}
    OTHER_VENUE = "OTHER_VENUE"  # {venues: "… / …"}
    SAME_COMMUNE = "SAME_COMMUNE"
    OTHER_COMMUNE = "OTHER_COMMUNE"  # {communes: "04070 / 04112"}
    DISTANCE = "DISTANCE"  # {metres}
    UNKNOWN_PLACE = "UNKNOWN_PLACE"
    SAME_DAYS = "SAME_DAYS"  # {days}
    SHARED_DAYS = "SHARED_DAYS"  # {shared, days}
    MOVED_DATE = "MOVED_DATE"  # {days}
    SAID_BY_ONE = "SAID_BY_ONE"  # {words: "brocante, enfants"}
    OTHER_DAYS = "OTHER_DAYS"
    OTHER_STATE = "OTHER_STATE"  # {states: "CANCELLED / SCHEDULED", days: of the common ones, 0 when none is common}
    SAME_TIME = "SAME_TIME"  # {time: "HH:MM"}
    CLOSE_TIMES = "CLOSE_TIMES"  # {times: "20:00 / 20:30"}
    HOUR_OF_ONE = "HOUR_OF_ONE"  # {time: "HH:MM"}: only one of them says it of a common day
    OTHER_TIME = "OTHER_TIME"  # {times: "15:00 / 20:30"}
    SAME_ORGANISER = "SAME_ORGANISER"  # {organiser}
    SAME_PRICE = "SAME_PRICE"  # {price}


@dataclass(frozen=True)
class Reason:
    """One reason. `values` are JSON scalars, the same whichever event is named first."""

    code: ReasonCode
    values: Mapping[str, str | int | float | bool] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, Any]:
        """``{"code": "DISTANCE", "values": {"metres": 120}}``."""
        return {"code": self.code.value, "values": dict(self.values)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Reason":
        """The inverse of `to_json`. Raises KeyError or ValueError for what is not a reason."""
        return cls(ReasonCode(data["code"]), dict(data.get("values") or {}))


@dataclass(frozen=True)
class Likeness:
    """What `compare` answers: 0..1 (0.9 and more only when silent, under 0.5 only when different), band, reasons."""

    score: float
    band: Band
    reasons: tuple[Reason, ...]


_FRENCH = {
    ReasonCode.VERDICT_SAME: "Quelqu'un a décidé que c'est le même événement.",
    ReasonCode.VERDICT_DIFFERENT: "Quelqu'un a décidé que ce sont deux événements.",
    ReasonCode.SAME_IDENTIFIER: "Même numéro chez {source} : {external_id}.",
    ReasonCode.SAME_ADDRESS: "Même page web : {url}.",
    ReasonCode.SAME_CONTENT: "Titre, dates et lieu sont identiques.",
    ReasonCode.SAME_SOURCE: "Les deux viennent de {source}, qui les distingue.",
    ReasonCode.SAME_TITLE: "Même titre : « {title} ».",
    ReasonCode.TITLE_CONTAINED: "Un titre contient l'autre : « {shorter} », « {longer} ».",
    ReasonCode.ALIKE_TITLES: "Les titres se ressemblent ({likeness:.0%}).",
    ReasonCode.DIFFERENT_TITLES: "Les titres diffèrent ({likeness:.0%} de ressemblance, il en faudrait {asked:.0%}).",
    ReasonCode.GENERIC_TITLE: "Le titre pourrait être celui de beaucoup d'événements : « {title} ».",
    ReasonCode.OTHER_LANGUAGES: "Les titres ne sont pas dans la même langue.",
    ReasonCode.TITLE_IGNORED: "Sans tenir compte de « {text} ».",
    ReasonCode.OTHER_EDITION: "Les éditions diffèrent : {editions}.",
    ReasonCode.OTHER_PART: "Les numéros diffèrent : {parts}.",
    ReasonCode.OTHER_KIND: "L'un se tient autour de l'autre : {kinds}.",
    ReasonCode.PROGRAMME_PART: "L'un fait partie du programme de l'autre : « {programme} ».",
    ReasonCode.SAME_VENUE: "Même lieu : {venue}.",
    ReasonCode.OTHER_VENUE: "Les lieux diffèrent : {venues}.",
    ReasonCode.SAME_COMMUNE: "Même commune.",
    ReasonCode.OTHER_COMMUNE: "Les communes diffèrent : {communes}.",
    ReasonCode.DISTANCE: "À {metres} m l'un de l'autre.",
    ReasonCode.UNKNOWN_PLACE: "Le lieu de l'un des deux n'est pas connu.",
    ReasonCode.SAME_DAYS: "Mêmes dates ({days}).",
    ReasonCode.SHARED_DAYS: "Dates communes : {shared} sur {days}.",
    ReasonCode.MOVED_DATE: "Date déplacée de {days} jours ?",
    ReasonCode.SAID_BY_ONE: "Un seul des deux titres le dit : {words}.",
    ReasonCode.OTHER_DAYS: "Aucune date commune.",
    ReasonCode.OTHER_STATE: "Les états diffèrent : {states}.",
    ReasonCode.SAME_TIME: "Même heure : {time}.",
    ReasonCode.CLOSE_TIMES: "Presque la même heure : {times}.",
    ReasonCode.HOUR_OF_ONE: "Un seul des deux dit {time}.",
    ReasonCode.OTHER_TIME: "Les heures diffèrent : {times}.",
    ReasonCode.SAME_ORGANISER: "Même organisateur : {organiser}.",
    ReasonCode.SAME_PRICE: "Même prix : {price}.",
}


def reason_sentence(reason: Reason) -> str:
    """The reason in French."""
    return _FRENCH[reason.code].format(**reason.values)
