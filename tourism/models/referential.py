"""What the numbers in APIDAE's exports mean, as its last exports said: a differential may come without."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReferenceElement(models.Model):
    """An element of the referential."""

    id = models.BigIntegerField(primary_key=True)
    family = models.CharField(max_length=80)
    labels = models.JSONField(default=dict)  # {"fr": …}
    parent_id = models.BigIntegerField(null=True, blank=True)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.family} {self.id}"


class ReferenceCommune(models.Model):
    """A commune under APIDAE's own number, French or not."""

    id = models.BigIntegerField(primary_key=True)
    code = models.CharField(max_length=20)  # INSEE, or what stands for it abroad
    name = models.CharField(max_length=200)
    postcode = models.CharField(max_length=20, blank=True)
    country_id = models.BigIntegerField(null=True, blank=True)  # ReferenceElement of the family Pays

    def __str__(self) -> str:
        return self.name


class ReadFile(models.Model):
    """A file of a complete export that was read whole, by the digest of its content: when it comes again as it was,
    its objects are as we have them and need not be read."""

    source = models.CharField(max_length=30)
    digest = models.CharField(max_length=64)
    objects_read = models.JSONField(default=list)  # [[external id, checksum], …]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "digest"], name="read_file_digest")]

    def __str__(self) -> str:
        return f"{self.source} {self.digest[:12]}"


class Selection(models.Model):
    """A list of objects that somebody keeps in the source."""

    source = models.CharField(max_length=30)
    external_id = models.CharField(max_length=30)
    name = models.CharField(max_length=255)
    labels = models.JSONField(default=dict, blank=True)  # {"fr": …}, shown to visitors

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "external_id"], name="selection_source_id")]
        ordering = ["name"]
        verbose_name = _("sélection")
        verbose_name_plural = _("sélections")

    def __str__(self) -> str:
        return self.name


class SelectionMember(models.Model):
    """An object of a selection, by its number in the source: it may not have been read yet."""

    selection = models.ForeignKey(Selection, on_delete=models.CASCADE, related_name="members", db_index=False)
    external_id = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["selection", "external_id"], name="selection_member")]
        indexes = [models.Index(fields=["external_id"])]

    def __str__(self) -> str:
        return f"{self.selection_id} {self.external_id}"
