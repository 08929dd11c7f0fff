"""Why two events may be one, in the words of who reads it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda.dedupe import Reason, ReasonCode
from agenda.enums import EventStatus
from tourism.admin.sources import source_name
from tourism.enums import OWN_SOURCE

SENTENCES: dict[ReasonCode, Any] = {
    ReasonCode.VERDICT_SAME: gettext_lazy("Quelqu’un a décidé que c’est le même événement."),
    ReasonCode.VERDICT_DIFFERENT: gettext_lazy("Quelqu’un a décidé que ce sont deux événements."),
    ReasonCode.SAME_IDENTIFIER: gettext_lazy("Même numéro chez %(source)s : %(external_id)s."),
    ReasonCode.SAME_ADDRESS: gettext_lazy("Même page web : %(url)s."),
    ReasonCode.SAME_CONTENT: gettext_lazy("Titre, dates et lieu sont identiques."),
    ReasonCode.SAME_SOURCE: gettext_lazy("Les deux viennent de %(source)s, qui les distingue."),
    ReasonCode.SAME_TITLE: gettext_lazy("Même titre : « %(title)s »."),
    ReasonCode.TITLE_CONTAINED: gettext_lazy("Un titre contient l’autre : « %(shorter)s », « %(longer)s »."),
    ReasonCode.ALIKE_TITLES: gettext_lazy("Les titres se ressemblent (%(likeness)s)."),
    ReasonCode.DIFFERENT_TITLES: gettext_lazy(
        "Les titres diffèrent (%(likeness)s de ressemblance, il en faudrait %(asked)s)."
    ),
    ReasonCode.GENERIC_TITLE: gettext_lazy("Le titre pourrait être celui de beaucoup d’événements : « %(title)s »."),
    ReasonCode.OTHER_LANGUAGES: gettext_lazy("Les titres ne sont pas dans la même langue."),
    ReasonCode.TITLE_IGNORED: gettext_lazy("Sans tenir compte de « %(text)s »."),
    ReasonCode.OTHER_EDITION: gettext_lazy("Les éditions diffèrent : %(editions)s."),
    ReasonCode.OTHER_PART: gettext_lazy("Les numéros diffèrent : %(parts)s."),
    ReasonCode.OTHER_KIND: gettext_lazy("L’un se tient autour de l’autre : %(kinds)s."),
    ReasonCode.PROGRAMME_PART: gettext_lazy("L’un fait partie du programme de l’autre : « %(programme)s »."),
    ReasonCode.SAME_VENUE: gettext_lazy("Même lieu : %(venue)s."),
    ReasonCode.OTHER_VENUE: gettext_lazy("Les lieux diffèrent : %(venues)s."),
    ReasonCode.SAME_COMMUNE: gettext_lazy("Même commune."),
    ReasonCode.OTHER_COMMUNE: gettext_lazy("Les communes diffèrent : %(communes)s."),
    ReasonCode.DISTANCE: gettext_lazy("À %(metres)s m l’un de l’autre."),
    ReasonCode.UNKNOWN_PLACE: gettext_lazy("Le lieu de l’un des deux n’est pas connu."),
    ReasonCode.SAME_DAYS: gettext_lazy("Mêmes dates (%(days)s)."),
    ReasonCode.SHARED_DAYS: gettext_lazy("Dates communes : %(shared)s sur %(days)s."),
    ReasonCode.MOVED_DATE: gettext_lazy("Date déplacée de %(days)s jours ?"),
    ReasonCode.SAID_BY_ONE: gettext_lazy("Un seul des deux titres le dit : %(words)s."),
    ReasonCode.OTHER_DAYS: gettext_lazy("Aucune date commune."),
    ReasonCode.OTHER_STATE: gettext_lazy("Les états diffèrent : %(states)s."),
    ReasonCode.SAME_TIME: gettext_lazy("Même heure : %(time)s."),
    ReasonCode.CLOSE_TIMES: gettext_lazy("Presque la même heure : %(times)s."),
    ReasonCode.HOUR_OF_ONE: gettext_lazy("Un seul des deux dit %(time)s."),
    ReasonCode.OTHER_TIME: gettext_lazy("Les heures diffèrent : %(times)s."),
    ReasonCode.SAME_ORGANISER: gettext_lazy("Même organisateur : %(organiser)s."),
    ReasonCode.SAME_PRICE: gettext_lazy("Même prix : %(price)s."),
}
SHARES = ("likeness", "asked")
# What speaks against: shown as such.
AGAINST = frozenset(
    {
        ReasonCode.VERDICT_DIFFERENT,
        ReasonCode.SAME_SOURCE,
        ReasonCode.DIFFERENT_TITLES,
        ReasonCode.GENERIC_TITLE,
        ReasonCode.OTHER_EDITION,
        ReasonCode.OTHER_PART,
        ReasonCode.OTHER_KIND,
        ReasonCode.SAID_BY_ONE,
        ReasonCode.PROGRAMME_PART,
        ReasonCode.OTHER_VENUE,
        ReasonCode.OTHER_COMMUNE,
        ReasonCode.OTHER_DAYS,
        ReasonCode.OTHER_TIME,
        ReasonCode.HOUR_OF_ONE,
        ReasonCode.OTHER_STATE,
    }
)


def spoken_reasons(reasons: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """``[{"text", "against"}]`` of reasons as they are kept, each once; one that is not known any more is named."""
    spoken = []
    for kept in reasons:
        try:
            reason = Reason.from_json(kept)
        except (KeyError, ValueError):
            spoken.append({"text": _("Autre raison : %s") % kept.get("code", "?"), "against": False})
            continue
        said = {name: _spoken(name, value) for name, value in reason.values.items()}
        if "source" in said:
            said["source"] = _called(str(said["source"]))
        if "states" in said:
            words = dict(EventStatus.choices)
            said["states"] = " / ".join(str(words.get(state, state)) for state in said["states"].split(" / "))
        if "price" in said:
            said["price"] = said["price"].rstrip(".")  # the sentence has a point of its own
        spoken.append({"text": SENTENCES[reason.code] % said, "against": reason.code in AGAINST})
    return list({one["text"]: one for one in spoken}.values())


def _called(source: str) -> str:
    """A source, or the office that writes its own."""
    return _("l’office") if source.partition(":")[0] == OWN_SOURCE else source_name(source)


def _spoken(name: str, value: Any) -> str:
    return f"{round(100 * value)} %" if name in SHARES else str(localize(value))
