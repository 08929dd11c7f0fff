"""Trails: a line with elevation, and what one must know before taking it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from tourism.enums import TrailDifficulty, TrailPractice, TrailShape
from tourism.models.golden import Card, GoldenModel


class Trail(GoldenModel):
    """An itinerary. Lengths in metres, duration in minutes."""

    practice = models.CharField(_("pratique"), max_length=16, choices=TrailPractice.choices)
    difficulty = models.CharField(_("difficulté"), max_length=10, choices=TrailDifficulty.choices, blank=True)
    shape = models.CharField(_("forme"), max_length=16, choices=TrailShape.choices, blank=True)
    distance = models.PositiveIntegerField(_("distance (m)"), default=0)
    ascent = models.PositiveIntegerField(_("dénivelé positif (m)"), null=True, blank=True)
    descent = models.PositiveIntegerField(_("dénivelé négatif (m)"), null=True, blank=True)
    duration = models.PositiveIntegerField(_("durée (min)"), null=True, blank=True)
    temporarily_closed = models.BooleanField(_("fermé temporairement"), default=False)
    # GeoJSON LineString coordinates [[lon, lat, ele|null], …]; large, so lists must defer it.
    line = models.JSONField(_("tracé"), default=list, blank=True, editable=False)
    places = models.ManyToManyField("tourism.Place", blank=True, related_name="trails", verbose_name=_("lieux"))

    search_fields = [*GoldenModel.search_fields, index.FilterField("practice"), index.FilterField("difficulty")]

    class Meta:
        verbose_name = _("balade")
        verbose_name_plural = _("balades")
        ordering = ["sort_key", "id"]
        indexes = [models.Index(fields=["published", "practice", "sort_key", "id"])]


class TrailCard(Card):
    """See `Card`."""

    trail = models.ForeignKey(
        Trail, on_delete=models.CASCADE, related_name="cards", db_index=False, db_constraint=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["trail", "language"], name="trail_card_language")]
