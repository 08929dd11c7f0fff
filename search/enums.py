"""Closed lists of the search."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchKind(models.TextChoices):
    """What a search result is."""

    EVENT = "EVENT", _("Événement")
    PLACE = "PLACE", _("Lieu")
    TRAIL = "TRAIL", _("Balade")
    PAGE = "PAGE", _("Page")
    STORY = "STORY", _("Récit")


class EngineName(StrEnum):
    """Which engine answers."""

    EMBEDDED = "embedded"
    ELASTICSEARCH = "elasticsearch"
