"""Feeds of events that an office reads besides APIDAE."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.enums import FeedKind
from tourism.models import Commune, Office, Place


class EventFeed(models.Model):
    """One calendar, agenda or table. Its records have the source `source`; each reading is an ImportRun of it."""

    name = models.CharField(_("nom"), max_length=100)
    kind = models.CharField(_("forme"), max_length=12, choices=FeedKind.choices, default=FeedKind.ICS)
    # Whose feed it is, and whose its events are; the agency's when null.
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.CASCADE, related_name="event_feeds", verbose_name=_("office")
    )
    url = models.URLField(_("adresse"), max_length=500, blank=True)
    # A key that the source wants: never shown again, never in a log, an address or an answer that is kept.
    key = models.CharField(_("clé d’accès"), max_length=200, blank=True)
    # The last table that was sent, for kinds that are not fetched.
    sheet = models.FileField(_("fichier"), upload_to="feeds", blank=True)
    # {our field: title of the column} of a table
    columns = models.JSONField(_("colonnes"), default=dict, blank=True)
    # Said of events that do not say it themselves.
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("lieu habituel")
    )
    commune = models.ForeignKey(
        Commune,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("commune habituelle"),
    )
    category = models.CharField(_("catégorie habituelle"), max_length=20, blank=True)  # EventCategory
    # Else events that are said to be outside the territory are kept, and not shown.
    publishes_outside = models.BooleanField(
        _("publier aussi les événements hors du territoire"),
        default=False,
        help_text=_("Sans cela, ils sont lus et comptés, mais ne paraissent pas dans l’agenda."),
    )
    # What to ask the site with next time, so that it answers only what changed, and for which configuration that holds:
    # {"etag", "last_modified", "signature", "day"}.
    read_state = models.JSONField(default=dict, blank=True, editable=False)
    enabled = models.BooleanField(_("lu chaque nuit"), default=True)
    # Somebody wants it read now, since when; none once the reading has begun (`agenda.sources.feeds.asking`).
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_by = models.CharField(max_length=150, blank=True, editable=False)
    created_by = models.CharField(max_length=150, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("flux d’événements")
        verbose_name_plural = _("flux d’événements")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def source(self) -> str:
        """`SourceRecord.source` of its events."""
        return f"{self.kind}:{self.pk}"
