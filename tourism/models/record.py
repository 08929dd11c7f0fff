"""What sources said, word for word, and the runs that brought it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tourism.enums import ImportMode, ImportOutcome, ImportStatus, RecordKind


class SourceRecord(models.Model):
    """One object of one source. Never revisioned; the public object is folded from it."""

    source = models.CharField(_("source"), max_length=30)
    external_id = models.CharField(_("identifiant dans la source"), max_length=100)
    kind = models.CharField(_("nature"), max_length=10, choices=RecordKind.choices)
    # Primary key of the Place, Trail or Event (by `kind`) that this record is about; null while in quarantine. Not a
    # foreign key: an event lives in an app above this one.
    subject_id = models.BigIntegerField(null=True, blank=True)
    record = models.JSONField(_("fiche normalisée"), default=dict)  # tourism.records / agenda.records
    raw = models.BinaryField(_("fiche d’origine"), default=b"")  # zlib-compressed JSON
    checksum = models.CharField(max_length=64)  # of the raw object and of the mapping's version
    owner = models.CharField(_("propriétaire"), max_length=200, blank=True)
    owner_id = models.CharField(_("numéro du propriétaire"), max_length=30, blank=True)
    modified_at = models.DateTimeField(_("modifié à la source le"), null=True, blank=True)
    first_seen_at = models.DateTimeField(_("vu d’abord le"), auto_now_add=True)
    seen_at = models.DateTimeField(_("vu le"))
    # When the source made what we keep: an export that arrives late does not undo a newer one.
    as_of = models.DateTimeField(_("état du"), null=True, editable=False)
    # {field: ISO date-time of the run in which its value last changed}
    since = models.JSONField(default=dict, blank=True)
    withdrawn_at = models.DateTimeField(_("retiré le"), null=True, blank=True)
    quarantine_reason = models.TextField(_("raison de la quarantaine"), blank=True)
    # Sentences about parts that were not understood; the rest of the object is in use.
    remarks = models.JSONField(_("remarques"), default=list, blank=True)

    class Meta:
        verbose_name = _("fiche source")
        verbose_name_plural = _("fiches sources")
        constraints = [models.UniqueConstraint(fields=["source", "external_id"], name="record_source_id")]
        indexes = [
            models.Index(fields=["kind", "subject_id"]),
            models.Index(fields=["source", "seen_at"]),
            models.Index(
                fields=["source", "external_id"], condition=~Q(quarantine_reason=""), name="record_quarantine"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.external_id}"


class ImportRun(models.Model):
    """One reading of one feed, and what became of its objects."""

    source = models.CharField(_("source"), max_length=30)
    feed = models.CharField(_("flux"), max_length=200, blank=True)  # address or file name, never a key
    status = models.CharField(_("état"), max_length=12, choices=ImportStatus.choices, default=ImportStatus.RUNNING)
    mode = models.CharField(_("étendue"), max_length=6, choices=ImportMode.choices, default=ImportMode.FULL)
    dry_run = models.BooleanField(_("à blanc"), default=False)
    started_by = models.CharField(_("lancé par"), max_length=150, blank=True)  # user name; '' for the timetable
    started_at = models.DateTimeField(_("commencé le"), auto_now_add=True)
    finished_at = models.DateTimeField(_("terminé le"), null=True, blank=True)
    # Who reads ("host:process number") and when it last gave a sign of life: a run is not started twice.
    process = models.CharField(max_length=100, blank=True, editable=False)
    alive_at = models.DateTimeField(null=True, editable=False)
    # Objects that the source announced, to say how far a run is; None when it did not.
    total = models.PositiveIntegerField(_("annoncés"), null=True, editable=False)
    read = models.PositiveIntegerField(_("lus"), default=0)
    created = models.PositiveIntegerField(_("créés"), default=0)
    updated = models.PositiveIntegerField(_("modifiés"), default=0)
    unchanged = models.PositiveIntegerField(_("inchangés"), default=0)
    withdrawn = models.PositiveIntegerField(_("retirés"), default=0)
    quarantined = models.PositiveIntegerField(_("en quarantaine"), default=0)
    # Withdrawals that wait for a person (see ImportStatus.WAITING), and who decided.
    withheld = models.PositiveIntegerField(_("retraits à confirmer"), default=0)
    decided_by = models.CharField(_("décidé par"), max_length=150, blank=True)
    error = models.TextField(_("erreur"), blank=True)
    # When the source made what was read, if it says so.
    as_of = models.DateTimeField(_("état du"), null=True, editable=False)
    # It compared all that we have with all that the source has.
    judged = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%Y-%m-%d %H:%M}"


class ImportRunLine(models.Model):
    """One object that a run changed or could not take; unchanged ones are only counted."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="lines", db_index=False)
    outcome = models.CharField(max_length=12, choices=ImportOutcome.choices)
    external_id = models.CharField(max_length=100)
    name = models.CharField(max_length=255, blank=True)
    reason = models.TextField(blank=True)  # of the quarantine, or remarks
    # {field or field.language: [before, after]} of an updated object, long values shortened
    changes = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["run", "outcome"]), models.Index(fields=["external_id"])]

    def __str__(self) -> str:
        return f"{self.outcome} {self.external_id}"
