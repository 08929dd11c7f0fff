"""Events: one row whatever the number of languages, sources and dates."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from agenda.enums import EventStatus
from tourism.models import Card, GoldenModel, Place


class Event(GoldenModel):
    """Something that happens. Its dates are the occurrences, derived from `facts["schedule"]`."""

    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.SET_NULL, related_name="events")
    part_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="programme",
        verbose_name=_("programme de"),
    )
    categories = models.JSONField(_("catégories"), default=list, blank=True)  # EventCategory values
    status = models.CharField(_("état"), max_length=12, choices=EventStatus.choices, default=EventStatus.SCHEDULED)
    free = models.BooleanField(_("gratuit"), null=True, blank=True)
    # Many dates or a very long period: shown once, and not first.
    long_running = models.BooleanField(_("longue durée"), default=False)
    first_date = models.DateField(_("du"), null=True, blank=True)
    last_date = models.DateField(_("au"), null=True, blank=True, db_index=True)
    # How calendars that were given it know that it changed, and a digest of what they were told; since when others are
    # told what they are, and a digest of all of it. See `agenda.actions.numbering`.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    told_digest = models.CharField(max_length=16, blank=True, editable=False)
    told_at = models.DateTimeField(default=timezone.now, editable=False)
    content_digest = models.CharField(max_length=16, blank=True, editable=False)

    search_fields = [*GoldenModel.search_fields, index.FilterField("status"), index.FilterField("last_date")]

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")
        ordering = ["first_date", "id"]


class EventCard(Card):
    """See `Card`. Dates are added by the reader from the occurrence."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="cards", db_index=False, db_constraint=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "language"], name="event_card_language")]
