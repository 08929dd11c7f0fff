"""Fields of events as an editor calls them."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from agenda.actions.folding import FESTIVAL_KEY, NO_PLACE
from agenda.enums import EventCategory, EventStatus, Roof
from agenda.models import Event
from tourism.models import Place

EVENT_LABELS = {
    "event_categories": _("Catégories"),
    "themes": _("Thèmes"),
    "status": _("État"),
    "reach": _("Portée"),
    "venue": _("Nom du lieu"),
    "place_external_id": _("Fiche du lieu"),
    "place_public_id": _("Lieu de l’agenda"),
    "part_of_external_id": _("Fiche du festival"),
    "part_of_public_id": _("Festival de l’agenda"),
    "part_of": _("Festival"),
    "organiser": _("Organisateur"),
    "indoor": _("Sous un toit"),
}


class Titles(Mapping[str, str]):
    """What places or events are called, by their public id; one statement each time that one is asked for."""

    def __init__(self, model: type[Place | Event]) -> None:
        self.model = model

    def __getitem__(self, public_id: str) -> str:
        if public_id == NO_PLACE:
            return str(_("Aucun"))
        title = self.model._default_manager.filter(public_id=public_id).values_list("title", flat=True).first()
        if title is None:
            raise KeyError(public_id)
        return title

    def __iter__(self) -> Iterator[str]:
        return iter(self.model._default_manager.values_list("public_id", flat=True))

    def __len__(self) -> int:
        return self.model._default_manager.count()


EVENT_CHOICES: dict[str, Mapping[str, object]] = {
    "event_categories": dict(EventCategory.choices),
    "status": dict(EventStatus.choices),
    "indoor": dict(Roof.choices),
    "place": Titles(Place),
    "place_public_id": Titles(Place),
    FESTIVAL_KEY: Titles(Event),
}
