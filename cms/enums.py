"""Names that the pages share with the web app."""

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
