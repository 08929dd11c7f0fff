"""Exports that a source announced, and what is wrong with a feed as a whole."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tourism.enums import AlertKind, DeliveryState
from tourism.models.record import ImportRun


class ExportDelivery(models.Model):
    """One export of APIDAE as its notification announced it. Exports are applied in the order in which they were made
    (`exported_at`), whatever the order in which they were announced."""

    # Name of the file without its ending: the same export announced twice is one row.
    stem = models.CharField(_("export"), max_length=100, unique=True)
    project = models.PositiveBigIntegerField(_("projet"))
    one_off = models.BooleanField(_("ponctuel"), default=False)
    full = models.BooleanField(_("complet"), default=False)  # reinitialisation
    download_url = models.CharField(max_length=500, blank=True, editable=False)
    confirmation_url = models.CharField(max_length=500, blank=True, editable=False)
    exported_at = models.DateTimeField(_("fait le"))  # from the stem; the first notification's time when it says none
    received_at = models.DateTimeField(_("annoncé le"), auto_now_add=True)
    times_received = models.PositiveIntegerField(_("annonces"), default=1)
    state = models.CharField(
        _("état"), max_length=12, choices=DeliveryState.choices, default=DeliveryState.WAITING, db_index=True
    )
    attempts = models.PositiveIntegerField(_("essais"), default=0)
    next_attempt_at = models.DateTimeField(_("prochain essai"), null=True, blank=True)
    error = models.TextField(_("erreur"), blank=True)
    run = models.ForeignKey(ImportRun, null=True, blank=True, on_delete=models.SET_NULL, related_name="deliveries")
    done_at = models.DateTimeField(_("intégré le"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmé le"), null=True, blank=True)

    class Meta:
        verbose_name = _("export annoncé")
        verbose_name_plural = _("exports annoncés")
        ordering = ["-exported_at", "-id"]

    def __str__(self) -> str:
        return self.stem


class FeedAlert(models.Model):
    """Something wrong with a feed, from when it was noticed until it passed. Mailed once."""

    source = models.CharField(_("source"), max_length=30)
    kind = models.CharField(_("nature"), max_length=10, choices=AlertKind.choices)
    sentence = models.TextField(_("constat"))
    opened_at = models.DateTimeField(_("depuis"), auto_now_add=True)
    closed_at = models.DateTimeField(_("jusqu’au"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("écrit le"), null=True, blank=True)

    class Meta:
        verbose_name = _("alerte")
        verbose_name_plural = _("alertes")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind"], condition=models.Q(closed_at=None), name="alert_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.kind}"
