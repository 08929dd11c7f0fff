"""Reports of Wagtail that know models but not offices."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from tourism.admin.policies import sees_everything


class AgencyLogEntriesView(LogEntriesView):
    """The history of the whole site, for the agency: it names things of every office, and what was written in them.
    Everybody has the history of each thing that they may edit."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not sees_everything(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


site_history = require_admin_access(AgencyLogEntriesView.as_view())
site_history_results = require_admin_access(AgencyLogEntriesView.as_view(results_only=True))
