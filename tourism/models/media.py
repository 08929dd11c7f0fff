"""Pictures of the feeds: fetched once, kept by their content, served small."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RemoteImage(models.Model):
    """A picture named by a source's address. `digest` names the file; the same picture at two addresses is one file."""

    url = models.URLField(_("adresse"), max_length=500, unique=True)
    digest = models.CharField(max_length=32, blank=True, db_index=True)  # of the content; '' while not fetched
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    fetched_at = models.DateTimeField(null=True)
    error = models.CharField(_("erreur"), max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.url
