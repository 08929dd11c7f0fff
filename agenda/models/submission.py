"""Announcements sent by people without an account."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.enums import SubmissionState
from agenda.models.event import Event
from tourism.models import Commune, Office


class Submission(models.Model):
    """One announcement, until an office accepts or refuses it. What is accepted becomes an office's own event."""

    # Given by the sender's phone: the same announcement sent twice is one row.
    client_id = models.UUIDField(unique=True, editable=False)
    # Digest of the secret in the link that its author was mailed.
    secret_digest = models.CharField(max_length=64, unique=True, editable=False)
    language = models.CharField(_("langue"), max_length=5, default="fr")
    title = models.CharField(_("titre"), max_length=150)
    # What was typed, in the shape of `tourism.schedule.typed`
    dates = models.JSONField(_("dates"), default=dict)
    where = models.CharField(_("lieu"), max_length=200)
    commune = models.ForeignKey(
        Commune, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("commune")
    )
    text = models.TextField(_("texte"), max_length=3_000, blank=True)
    email = models.EmailField(_("adresse électronique"))
    # Written anew by us, never the bytes that came.
    image = models.ImageField(_("image"), upload_to="submissions", blank=True)
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.SET_NULL, related_name="submissions", verbose_name=_("office")
    )
    state = models.CharField(
        _("état"), max_length=10, choices=SubmissionState.choices, default=SubmissionState.WAITING, db_index=True
    )
    # What the office asked, or why it refused: its author reads it.
    answer = models.TextField(_("réponse"), blank=True)
    event = models.OneToOneField(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="submission", verbose_name=_("événement")
    )
    created_at = models.DateTimeField(_("reçue le"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    decided_at = models.DateTimeField(_("réglée le"), null=True, blank=True)
    decided_by = models.CharField(_("réglée par"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("annonce reçue")
        verbose_name_plural = _("annonces reçues")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.title
