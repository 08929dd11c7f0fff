"""The panel of the admin's first page: what came in the night, what is missing."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from tourism.admin.addresses import run_url, withdrawals_url
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import ANY, sees_everything
from tourism.admin.sources import source_name
from tourism.admin.viewsets.imports.alerts import alert_url, open_alerts
from tourism.admin.viewsets.imports.quarantine import quarantined_records
from tourism.admin.viewsets.imports.runs import (
    run_badge,
    run_progress,
    run_seconds,
    spoken_seconds,
    waiting_runs,
    waiting_sentence,
)
from tourism.enums import ImportMode, ImportOutcome
from tourism.models import ImportRun, SourceRecord

# Of each thing that waits for the agency; the rest is in its list.
MOST_SHOWN = 5


class NightPanel(Component):
    """The last import, and for each kind how many published objects lack each language."""

    name = "tourism_night"
    template_name = "tourism/admin/pages/night.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        # Somebody who tries a record again has not read the feed.
        runs = ImportRun.objects.filter(dry_run=False).exclude(mode=ImportMode.RETRY)
        run = runs.order_by("-started_at").first()
        context: dict[str, Any] = {"run": run, "missing": missing_languages(user)}
        if run is not None:
            context |= {
                "badge": run_badge(run),
                "source": source_name(run.source),
                "duration": spoken_seconds(run_seconds(run)),
                "own": None if sees_everything(user) else changed_for(user, run),
                "run_url": self._run_url(user, run),
                "progress": run_progress(run),
            }
        context["quarantined"] = quarantined_records(user).count()
        context["quarantine_url"] = reverse(f"{SourceRecord.snippet_viewset.url_namespace}:list")
        context |= self._for_agency(user)
        context["panels"] = [panel for make in EXTRA_PANELS if (panel := make(user))]
        return context

    def _run_url(self, user: Any, run: ImportRun) -> str:
        return run_url(run) if policy_registry.get_by_type(ImportRun).user_has_permission(user, "view") else ""

    def _for_agency(self, user: Any) -> dict[str, Any]:
        """What the agency must decide or know of: two statements, none for others."""
        if not sees_everything(user):
            return {}
        waiting = [
            {"sentence": waiting_sentence(run), "url": withdrawals_url(run), "source": source_name(run.source)}
            for run in waiting_runs()[:MOST_SHOWN]
        ]
        alerts = [
            {"alert": alert, "source": source_name(alert.source), "url": alert_url(alert)}
            for alert in open_alerts()[:MOST_SHOWN]
        ]
        return {"waiting": waiting, "alerts": alerts}


# Parts of the panel from apps above: a function of the user to
# ``{"title", "items": [{"url", "text", "when", "badge", "tone"}]}`` or None.
EXTRA_PANELS: list[Callable[[Any], dict[str, Any] | None]] = []


def changed_for(user: Any, run: ImportRun) -> int:
    """How many of somebody's own objects a run created or changed."""
    numbers = run.lines.filter(outcome__in=(ImportOutcome.CREATED, ImportOutcome.UPDATED)).values("external_id")
    records = policy_registry.get_by_type(SourceRecord).instances_user_has_any_permission_for(user, ANY)
    return records.filter(source=run.source, external_id__in=numbers).count()


def missing_languages(user: Any) -> list[dict[str, Any]]:
    """``[{"label", "languages": [{"code", "count", "url"}]}]``: one statement per kind."""
    shown = []
    for edited in EDITED_KINDS.values():
        policy = policy_registry.get_by_type(edited.model)
        published = policy.instances_user_has_any_permission_for(user, ANY).filter(published=True)
        counts = published.aggregate(
            **{f"without_{code}": Count("pk", filter=~Q(name__has_key=code)) for code, _name in settings.LANGUAGES}
        )
        url = reverse(f"{edited.urls}:list")
        languages = [
            {"code": code, "name": name, "count": counts[f"without_{code}"], "url": f"{url}?missing={code}"}
            for code, name in settings.LANGUAGES
            if counts[f"without_{code}"]
        ]
        if languages:
            shown.append({"label": edited.model._meta.verbose_name_plural, "languages": languages})
    return shown
