"""`manage.py jobs`: the timetable, as it stands."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.models import ScheduledJob
from config.jobs import JOBS
from config.scheduler import sync_jobs


class Command(BaseCommand):
    """One paragraph per job."""

    help = "List what the worker does by itself, when, and how it went."

    def handle(self, **options: Any) -> None:
        sync_jobs(now=timezone.now())
        for row in ScheduledJob.objects.all():
            self.stdout.write(f"{row.name:<18} {JOBS[row.name].label}")
            self.stdout.write(f"  {self._times(row)}")
            if row.started_at:
                state = "en cours" if row.process else f"fini à {self._moment(row.ended_at)}"
                self.stdout.write(f"  dernière fois {self._moment(row.started_at)}, {state}")
            for text in filter(None, (row.report, row.error and f"erreur : {row.error}")):
                self.stdout.write("\n".join(f"  {line}" for line in text.splitlines()))

    def _times(self, row: ScheduledJob) -> str:
        every = "chaque minute" if row.every == 1 else f"toutes les {row.every} minutes"
        rhythm = f"chaque jour à {row.at:%H:%M}" if row.at else every
        if not row.enabled:
            return f"{rhythm} — désactivé"
        if not JOBS[row.name].wanted():
            return f"{rhythm} — sans objet avec les réglages de cette instance"
        return f"{rhythm} — prochaine fois {self._moment(row.next_run_at)}"

    def _moment(self, moment: datetime | None) -> str:
        return timezone.localtime(moment).strftime("%d/%m/%Y %H:%M:%S") if moment else "?"
