"""Wagtail's own actions that must tell the rest of the site what they did."""

from typing import Any

from wagtail.actions import DeleteAction

from cms.actions import announce_changes
from tourism.admin.kinds import kind_of


class AnnouncedDelete(DeleteAction):
    """Deletes an office's own entry, and takes it out of the search index and of cached answers."""

    def execute(self, skip_permission_checks: bool = False) -> Any:
        pk = self.instance.pk
        deleted = super().execute(skip_permission_checks=skip_permission_checks)
        announce_changes(kind=kind_of(type(self.instance)), ids=[pk])
        return deleted
