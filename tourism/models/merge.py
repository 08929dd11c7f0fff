"""Public objects that were joined, so that they can be parted again exactly; and other names of places."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tourism.enums import RecordKind
from tourism.models.place import Place


class Merge(models.Model):
    """`absorbed` became part of `kept`: its records point at `kept`, its address leads there.

    Not foreign keys: an event lives in an app above this one.
    """

    kind = models.CharField(_("nature"), max_length=10, choices=RecordKind.choices)
    kept_id = models.BigIntegerField(db_index=True)
    absorbed_id = models.BigIntegerField()
    # Primary keys of the source records that were `absorbed`'s.
    records = models.JSONField(default=list)
    # What else must be put back: see `tourism.actions.merging`.
    before = models.JSONField(default=dict)
    by = models.CharField(_("par"), max_length=150, blank=True)
    at = models.DateTimeField(_("le"), auto_now_add=True)
    undone_at = models.DateTimeField(_("défait le"), null=True, blank=True)
    undone_by = models.CharField(_("défait par"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("réunion")
        verbose_name_plural = _("réunions")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "absorbed_id"], condition=Q(undone_at=None), name="merge_absorbed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.absorbed_id} → {self.kept_id}"


class PlaceAlias(models.Model):
    """Another name under which feeds and people announce what happens at a place."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("lieu"))
    name = models.CharField(_("autre nom"), max_length=200)
    key = models.CharField(max_length=200, editable=False)  # `name` as it is compared
    commune_code = models.CharField(_("commune"), max_length=5, blank=True)  # '' when feeds do not say it
    by = models.CharField(_("par"), max_length=150, blank=True)
    at = models.DateTimeField(_("le"), auto_now_add=True)

    class Meta:
        verbose_name = _("autre nom d’un lieu")
        verbose_name_plural = _("autres noms de lieux")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["key", "commune_code"], name="alias_once")]

    def __str__(self) -> str:
        return self.name
