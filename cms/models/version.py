"""One number that moves whenever something public does: the key of every cached answer."""

from django.db import models


class DataVersion(models.Model):
    """A single row (id 1); raised by `cms.actions.announce_changes`."""

    value = models.BigIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.value)
