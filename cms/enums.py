"""Names that the pages share with the web app."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class SlotKind(models.TextChoices):
    """A list inside a page that the reader fills with a query of its own."""

    UPCOMING_EVENTS = "UPCOMING_EVENTS", _("Événements à venir")
    PLACES = "PLACES", _("Lieux")
    TRAILS = "TRAILS", _("Balades")
    STORIES = "STORIES", _("Récits")


class PageType(models.TextChoices):
    """What a page is, for the web app's layout."""

    HOME = "HOME", _("Accueil")
    ARTICLE = "ARTICLE", _("Article")


class LanguageCode(StrEnum):
    """Languages of the public site, named as in the contract; settings.LANGUAGES holds their names."""

    fr = "fr"
    en = "en"
    it = "it"
    de = "de"
    es = "es"
    nl = "nl"


class ErrorCode(StrEnum):
    """`extensions.code` of every error that a client may meet."""

    NOT_FOUND = "NOT_FOUND"
    GONE = "GONE"
    BAD_INPUT = "BAD_INPUT"
    TOO_COSTLY = "TOO_COSTLY"
    INTERNAL = "INTERNAL"
