"""Places: everything that has a spot on the map and is not a trail."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from tourism.enums import PlaceKind
from tourism.models.golden import Card, GoldenModel


class Place(GoldenModel):
    """A site, a lodging, a restaurant, a shop, an office… by APIDAE's kinds."""

    kind = models.CharField(_("type"), max_length=24, choices=PlaceKind.choices)
    temporarily_closed = models.BooleanField(_("fermé temporairement"), default=False)

    search_fields = [*GoldenModel.search_fields, index.FilterField("kind")]

    class Meta:
        verbose_name = _("lieu")
        verbose_name_plural = _("lieux")
        ordering = ["sort_key", "id"]
        indexes = [
            models.Index(fields=["published", "kind", "sort_key", "id"]),
            models.Index(fields=["latitude", "longitude"]),
            # Events name their place in words.
            models.Index(fields=["sort_key", "commune"]),
        ]


class PlaceCard(Card):
    """See `Card`."""

    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="cards", db_index=False, db_constraint=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "language"], name="place_card_language")]
