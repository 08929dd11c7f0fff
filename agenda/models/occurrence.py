"""The rows that the agenda is queried by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.enums import EventStatus
from agenda.models.event import Event


class Occurrence(models.Model):
    """One date of a published event, derived and rebuilt by `agenda.actions`; never edited.

    What the agenda filters by is repeated here, so that a window of dates is one range of one index.
    """

    # Its index is that of (event, start); no constraint, as for `Card`.
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="occurrences", db_index=False, db_constraint=False
    )
    start = models.DateTimeField()
    end = models.DateTimeField()  # when unknown: the end that the agenda assumes, see Span.assumed_end
    end_known = models.BooleanField(default=True)
    all_day = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=EventStatus.choices, default=EventStatus.SCHEDULED)
    note = models.JSONField(default=dict, blank=True)
    # Latest end among the earlier occurrences of the same event. The first one inside a window is the one whose
    # earlier ones are all over: that is one comparison instead of a grouping.
    previous_end = models.DateTimeField(null=True)
    # The same in a list of days, where what ends in the small hours ends at midnight.
    previous_of_days = models.DateTimeField(null=True)
    remaining = models.PositiveIntegerField(_("dates à partir de celle-ci"), default=1)
    long_running = models.BooleanField(default=False)
    commune_code = models.CharField(max_length=5, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    free = models.BooleanField(null=True)
    indoor = models.BooleanField(null=True)
    categories = models.CharField(max_length=200, blank=True)  # "|CONCERT|FESTIVAL|"
    audiences = models.CharField(max_length=100, blank=True)  # "|FAMILIES|CHILDREN|"
    accessible = models.CharField(max_length=50, blank=True)  # "|MOTOR|VISUAL|"
    # The first and last day in the territory's time, see last_day_of: the days of a month are counted by an index.
    day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    moved_from = models.DateTimeField(null=True)  # the announced beginning, of a date that was moved

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["start", "id"]
        indexes = [
            # With the end: what began within LONGEST_DATE and is over is passed over inside the index.
            models.Index(fields=["long_running", "start", "id", "end"]),
            models.Index(fields=["start", "id"]),
            # All that a month of days is counted by.
            models.Index(fields=["long_running", "day", "last_day", "event", "status"]),
            models.Index(fields=["event", "start"]),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.start:%Y-%m-%d %H:%M}"
