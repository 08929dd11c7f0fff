"""Announcements sent by people without an account."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.enums import AnnouncementMailKind, SubmissionState
from agenda.models.event import Event
from tourism.models import Commune, Office


class Submission(models.Model):
    """One announcement, until an office accepts or refuses it. What is accepted becomes an office's own event."""

    # Given by the sender's phone: the same announcement sent twice is one row.
    client_id = models.UUIDField(unique=True, editable=False)
    # Digest of the secret in the link that its author was mailed.
    secret_digest = models.CharField(max_length=64, unique=True, editable=False)
    # Digest of what its phone sent last: the same again is a phone that did not hear the answer, anything else was
    # typed since.
    sent_digest = models.CharField(max_length=64, blank=True, editable=False)
    # By who has the link, after that: what a phone sends then was typed without knowing of it.
    changed_by_link = models.BooleanField(default=False, editable=False)
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


class AnnouncementMail(models.Model):
    """One mail about announcements, from the moment at which it is due until some time after it was sent.

    It is written in the transaction of what it tells, so that neither a mail server that is down nor a process that
    is killed loses it. Its text is made when it is sent: nobody's address or secret is kept twice.
    """

    kind = models.CharField(max_length=10, choices=AnnouncementMailKind.choices)
    # What it is about; none for a mail to an office (or to the agency, when that is none too).
    submission = models.ForeignKey(Submission, null=True, blank=True, on_delete=models.CASCADE, related_name="mails")
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    # The question or the reason as it was then.
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    next_try_at = models.DateTimeField(null=True, db_index=True)  # none: sent, or given up
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.submission_id or self.office_id or ''}"


class AnnouncementTally(models.Model):
    """How often something came in a while: an address (a digest with a key of that day), or a proof of work that is
    spent. Nothing leads back to a person, and nothing stays longer than `expires_at`."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key} {self.count}"
