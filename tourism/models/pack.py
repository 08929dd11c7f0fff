"""Packs: a trail frozen in one file for use without network."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Pack(models.Model):
    """The current pack of a trail. `version` is the hash of its content: the same content is the same pack."""

    trail = models.OneToOneField("tourism.Trail", on_delete=models.CASCADE, related_name="pack")
    version = models.CharField(max_length=32)
    size = models.PositiveIntegerField(_("taille (octets)"))
    manifest = models.JSONField(default=dict)
    file = models.CharField(max_length=200)  # path below MEDIA_ROOT
    built_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.trail} {self.version}"
