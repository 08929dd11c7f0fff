"""Pairs of events that look the same, and what people decided about them."""

from math import floor

from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.enums import PairState
from agenda.models.event import Event


class EventPair(models.Model):
    """Two events that may be one (`agenda.dedupe`). `left` has the smaller primary key."""

    left = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(_("ressemblance"))  # 0 to 1
    # [{"code": ReasonCode, …}], as `agenda.dedupe` gives them
    reasons = models.JSONField(default=list)
    # Joined without a person: identical numbers or booking address, or a very high score.
    silent = models.BooleanField(_("réglé sans personne"), default=False)
    state = models.CharField(_("état"), max_length=10, choices=PairState.choices, default=PairState.OPEN, db_index=True)
    found_at = models.DateTimeField(_("trouvé le"), auto_now_add=True)
    decided_at = models.DateTimeField(_("réglé le"), null=True, blank=True)
    decided_by = models.CharField(_("réglé par"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("doublon possible")
        verbose_name_plural = _("doublons possibles")
        ordering = ["-score", "id"]
        constraints = [models.UniqueConstraint(fields=["left", "right"], name="pair_once")]

    def __str__(self) -> str:
        return f"{self.left_id} {self.right_id} {self.state}"

    @property
    def percent(self) -> int:
        """The likeness as it is shown: what is shown as 85 % is found from 85 % on."""
        return floor(100 * self.score + 1e-6)


class ComparedEvent(models.Model):
    """An event that was compared with all others, and what it said then: each night only looks at what is new."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True, related_name="+")
    content = models.CharField(max_length=16)  # `agenda.candidates.Stored.content`

    def __str__(self) -> str:
        return f"{self.event_id} {self.content}"


class PairVerdict(models.Model):
    """What somebody decided about a pair, kept whatever imports do: see `agenda.dedupe.Verdict`."""

    key_a = models.CharField(max_length=120)  # `Candidate.key`: "event:<public id>"
    key_b = models.CharField(max_length=120)
    same = models.BooleanField()
    content_a = models.CharField(max_length=16, blank=True)
    content_b = models.CharField(max_length=16, blank=True)
    by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key_a", "key_b"], name="verdict_once")]

    def __str__(self) -> str:
        return f"{self.key_a} {'=' if self.same else '≠'} {self.key_b}"
