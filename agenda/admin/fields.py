"""Fields of events as an editor calls them."""

from django.utils.translation import gettext_lazy as _

from agenda.enums import EventCategory, EventStatus

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
    "organiser": _("Organisateur"),
}
EVENT_CHOICES = {"event_categories": dict(EventCategory.choices), "status": dict(EventStatus.choices)}
