"""Closed lists of tourism. Place kinds keep APIDAE's own names: that is what the field calls them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Sources, as records, runs and origins of fields name them. What an office writes here has no records.
APIDAE, GEOTREK, OWN_SOURCE = "apidae", "geotrek", "office"


class PlaceKind(models.TextChoices):
    """APIDAE's object types, without events (they live in the agenda)."""

    ACTIVITE = "ACTIVITE", _("Activité")
    COMMERCE_ET_SERVICE = "COMMERCE_ET_SERVICE", _("Commerce ou service")
    DEGUSTATION = "DEGUSTATION", _("Dégustation")
    DOMAINE_SKIABLE = "DOMAINE_SKIABLE", _("Domaine skiable")
    EQUIPEMENT = "EQUIPEMENT", _("Équipement")
    HEBERGEMENT_COLLECTIF = "HEBERGEMENT_COLLECTIF", _("Hébergement collectif")
    HEBERGEMENT_LOCATIF = "HEBERGEMENT_LOCATIF", _("Location")
    HOTELLERIE = "HOTELLERIE", _("Hôtel")
    HOTELLERIE_PLEIN_AIR = "HOTELLERIE_PLEIN_AIR", _("Camping")
    PATRIMOINE_CULTUREL = "PATRIMOINE_CULTUREL", _("Patrimoine culturel")
    PATRIMOINE_NATUREL = "PATRIMOINE_NATUREL", _("Patrimoine naturel")
    RESTAURATION = "RESTAURATION", _("Restaurant")
    SEJOUR_PACKAGE = "SEJOUR_PACKAGE", _("Séjour")
    STRUCTURE = "STRUCTURE", _("Organisme")
    TERRITOIRE = "TERRITOIRE", _("Territoire")


class ContactKind(models.TextChoices):
    """What a contact is."""

    PHONE = "PHONE", _("Téléphone")
    FAX = "FAX", _("Fax")
    EMAIL = "EMAIL", _("Adresse électronique")
    WEBSITE = "WEBSITE", _("Site web")
    FACEBOOK = "FACEBOOK", "Facebook"
    INSTAGRAM = "INSTAGRAM", "Instagram"
    X = "X", "X"
    TRIPADVISOR = "TRIPADVISOR", "Tripadvisor"
    BOOKING = "BOOKING", _("Réservation")
    OTHER = "OTHER", _("Autre")


class RecordKind(models.TextChoices):
    """What a source's record is about."""

    PLACE = "PLACE", _("Lieu")
    TRAIL = "TRAIL", _("Balade")
    EVENT = "EVENT", _("Événement")
    UNKNOWN = "UNKNOWN", _("Inconnu")


class TrailPractice(models.TextChoices):
    """How a trail is travelled."""

    WALK = "WALK", _("À pied")
    TRAIL_RUNNING = "TRAIL_RUNNING", _("Trail")
    MTB = "MTB", _("VTT")
    ROAD_BIKE = "ROAD_BIKE", _("Vélo de route")
    GRAVEL = "GRAVEL", _("Gravel")
    HORSE = "HORSE", _("À cheval")
    SNOWSHOE = "SNOWSHOE", _("Raquettes")
    SKI = "SKI", _("Ski")
    VIA_FERRATA = "VIA_FERRATA", _("Via ferrata")
    CANOE = "CANOE", _("Canoë")
    OTHER = "OTHER", _("Autre")


class TrailDifficulty(models.TextChoices):
    """The four colours of APIDAE (green, blue, red, black), in words."""

    VERY_EASY = "VERY_EASY", _("Très facile")
    EASY = "EASY", _("Facile")
    MEDIUM = "MEDIUM", _("Moyen")
    HARD = "HARD", _("Difficile")


class TrailShape(models.TextChoices):
    """Where a trail ends."""

    LOOP = "LOOP", _("Boucle")
    THERE_AND_BACK = "THERE_AND_BACK", _("Aller-retour")
    ONE_WAY = "ONE_WAY", _("Itinérance")


class TriggerKind(models.TextChoices):
    """What may open a step of a story."""

    GEOFENCE = "GEOFENCE", _("Position")
    BEACON = "BEACON", _("Balise")
    QR = "QR", _("QR code")
    NFC = "NFC", _("Étiquette NFC")
    NUMBER = "NUMBER", _("Numéro")


class BeaconScheme(models.TextChoices):
    """Advertisement formats of Bluetooth beacons."""

    IBEACON = "IBEACON", "iBeacon"
    EDDYSTONE_UID = "EDDYSTONE_UID", "Eddystone-UID"
    ALTBEACON = "ALTBEACON", "AltBeacon"


class ImportStatus(models.TextChoices):
    """Where a run stands."""

    RUNNING = "RUNNING", _("En cours")
    SUCCEEDED = "SUCCEEDED", _("Terminé")
    FAILED = "FAILED", _("Échoué")
    INTERRUPTED = "INTERRUPTED", _("Interrompu")
    # Everything was taken but the withdrawals, which are so many that a person must say yes or no.
    WAITING = "WAITING", _("À confirmer")


class ImportMode(models.TextChoices):
    """What a reading can say about the objects that it does not bring."""

    FULL = "FULL", _("Complet")  # they are gone
    DELTA = "DELTA", _("Différentiel")  # nothing, but for those that it names as gone
    PART = "PART", _("Partiel")  # nothing
    RETRY = "RETRY", _("Nouvel essai")  # nothing: objects that we keep are mapped again


class ImportOutcome(models.TextChoices):
    """What became of one object in a run."""

    CREATED = "CREATED", _("Créé")
    UPDATED = "UPDATED", _("Modifié")
    UNCHANGED = "UNCHANGED", _("Inchangé")
    WITHDRAWN = "WITHDRAWN", _("Retiré")
    QUARANTINED = "QUARANTINED", _("En quarantaine")
    WITHHELD = "WITHHELD", _("Retrait à confirmer")
    OUTDATED = "OUTDATED", _("Plus ancien que ce que nous avons")


class DeliveryState(models.TextChoices):
    """Where an export that APIDAE announced stands."""

    WAITING = "WAITING", _("En attente")
    RUNNING = "RUNNING", _("En cours")
    DONE = "DONE", _("Intégré")
    FAILED = "FAILED", _("Échoué")  # tried again later; the following differentials wait for it
    SUPERSEDED = "SUPERSEDED", _("Remplacé")  # a complete export that is newer holds all of it
    SKIPPED = "SKIPPED", _("Passé")  # a person decided to go on without it
    EMPTY = "EMPTY", _("Sans export")  # the platform announced that the export itself failed


class AlertKind(models.TextChoices):
    """What may be wrong with a feed as a whole."""

    SILENT = "SILENT", _("Flux silencieux")
    SHRINKING = "SHRINKING", _("Flux qui se vide")
    FAILING = "FAILING", _("Imports en échec")
    BLOCKED = "BLOCKED", _("Exports bloqués")
    INCOMPLETE = "INCOMPLETE", _("Flux lu en partie")
