"""The timetable of what an instance does by itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduledJob(models.Model):
    """When one of the jobs of `config.jobs` runs: each day at an hour, or again and again. One row per job."""

    name = models.CharField(_("travail"), max_length=50, unique=True)
    enabled = models.BooleanField(_("actif"), default=True)
    at = models.TimeField(_("chaque jour à"), null=True, blank=True)  # local time; else `every`
    every = models.PositiveIntegerField(_("toutes les … minutes"), null=True, blank=True)
    next_run_at = models.DateTimeField(_("prochaine fois"), null=True, blank=True, db_index=True)
    started_at = models.DateTimeField(_("dernière fois"), null=True, blank=True)
    ended_at = models.DateTimeField(_("fini le"), null=True, blank=True)
    process = models.CharField(max_length=100, blank=True, editable=False)  # "host:process number:start" while it runs
    report = models.TextField(_("compte rendu"), blank=True)
    error = models.TextField(_("erreur"), blank=True)

    class Meta:
        verbose_name = _("travail programmé")
        verbose_name_plural = _("travaux programmés")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="job_at_or_every", condition=models.Q(at=None) ^ models.Q(every=None))
        ]

    def __str__(self) -> str:
        return self.name
