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


class Audience(models.TextChoices):
    """For whom an event is, when its source says so."""

    FAMILIES = "FAMILIES", _("Familles")
    CHILDREN = "CHILDREN", _("Enfants")
    TEENAGERS = "TEENAGERS", _("Adolescents")
    ADULTS = "ADULTS", _("Adultes")
    SENIORS = "SENIORS", _("Seniors")
    GROUPS = "GROUPS", _("Groupes")
    SCHOOLS = "SCHOOLS", _("Scolaires")


class Disability(models.TextChoices):
    """For which disability something is done."""

    MOTOR = "MOTOR", _("Handicap moteur")
    HEARING = "HEARING", _("Handicap auditif")
    VISUAL = "VISUAL", _("Handicap visuel")
    MENTAL = "MENTAL", _("Handicap mental ou psychique")


class Roof(models.TextChoices):
    """Whether an event takes place under a roof, as an editor says it."""

    INDOOR = "INDOOR", _("À l’intérieur")
    OUTDOOR = "OUTDOOR", _("En plein air")
    BOTH = "BOTH", _("À l’intérieur et en plein air")
    UNSAID = "UNSAID", _("Non précisé")


class SchoolZone(models.TextChoices):
    """The three calendars of the schools of France."""

    A = "A", _("Zone A")
    B = "B", _("Zone B")
    C = "C", _("Zone C")


class SchoolHolidayKind(models.TextChoices):
    """Which holidays of the school year."""

    AUTUMN = "AUTUMN", _("Vacances de la Toussaint")
    CHRISTMAS = "CHRISTMAS", _("Vacances de Noël")
    WINTER = "WINTER", _("Vacances d’hiver")
    SPRING = "SPRING", _("Vacances de printemps")
    ASCENSION = "ASCENSION", _("Pont de l’Ascension")
    SUMMER = "SUMMER", _("Vacances d’été")


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


UNDECIDED = (PairState.OPEN, PairState.LATER)


class SubmissionState(models.TextChoices):
    """Where an announcement that somebody sent without an account stands."""

    WAITING = "WAITING", _("À relire")
    ASKED = "ASKED", _("Question posée")
    ACCEPTED = "ACCEPTED", _("Acceptée")
    REFUSED = "REFUSED", _("Refusée")
    WITHDRAWN = "WITHDRAWN", _("Retirée par son auteur")


class AnnouncementMailKind(models.TextChoices):
    """What is written about announcements; all but the last to their authors."""

    RECEIVED = "RECEIVED", _("Reçue")
    ASKED = "ASKED", _("Question")
    REFUSED = "REFUSED", _("Refus")
    ACCEPTED = "ACCEPTED", _("Publication")
    WITHDRAWN = "WITHDRAWN", _("Retrait")
    QUEUE = "QUEUE", _("Annonces à relire")
