"""Closed lists of the agenda."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventCategory(models.TextChoices):
    """What a visitor chooses by. Sources' own finer categories are kept as keywords."""

    CONCERT = "CONCERT", _("Concert")
    SHOW = "SHOW", _("Spectacle")
    CINEMA = "CINEMA", _("Cinéma")
    EXHIBITION = "EXHIBITION", _("Exposition")
    FESTIVAL = "FESTIVAL", _("Festival")
    MARKET = "MARKET", _("Marché")
    FAIR = "FAIR", _("Foire ou salon")
    FLEA_MARKET = "FLEA_MARKET", _("Brocante, vide-greniers")
    FEAST = "FEAST", _("Fête")
    GUIDED_TOUR = "GUIDED_TOUR", _("Visite guidée")
    WALK = "WALK", _("Sortie, randonnée")
    WORKSHOP = "WORKSHOP", _("Atelier")
    TALK = "TALK", _("Conférence, rencontre")
    TASTING = "TASTING", _("Dégustation")
    SPORT = "SPORT", _("Sport")
    CHILDREN = "CHILDREN", _("Jeune public")
    HERITAGE = "HERITAGE", _("Patrimoine")
    NATURE = "NATURE", _("Nature")
    OTHER = "OTHER", _("Autre")


class EventStatus(models.TextChoices):
    """schema.org's event statuses plus what offices announce besides."""

    SCHEDULED = "SCHEDULED", _("Prévu")
    CANCELLED = "CANCELLED", _("Annulé")
    FULL = "FULL", _("Complet")
    POSTPONED = "POSTPONED", _("Reporté")
    UNCONFIRMED = "UNCONFIRMED", _("Dates à confirmer")


class FeedKind(models.TextChoices):
    """What a feed of events is written in."""

    ICS = "ics", _("Calendrier iCalendar (.ics)")
    OPENAGENDA = "openagenda", _("OpenAgenda")
    DATATOURISME = "datatourisme", _("DATAtourisme (JSON-LD)")
    SHEET = "sheet", _("Tableau (CSV ou Excel)")


class PairState(models.TextChoices):
    """Where a pair of events that look the same stands."""

    OPEN = "OPEN", _("À régler")
    LATER = "LATER", _("Plus tard")
    SAME = "SAME", _("Le même événement")
    DIFFERENT = "DIFFERENT", _("Deux événements")


class SubmissionState(models.TextChoices):
    """Where an announcement that somebody sent without an account stands."""

    WAITING = "WAITING", _("À relire")
    ASKED = "ASKED", _("Question posée")
    ACCEPTED = "ACCEPTED", _("Acceptée")
    REFUSED = "REFUSED", _("Refusée")
    WITHDRAWN = "WITHDRAWN", _("Retirée par son auteur")
