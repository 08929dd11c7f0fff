"""`manage.py run_job NAME`: does one job of the timetable now."""

import signal
import sys
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.models import ScheduledJob
from config.jobs import JOBS
from config.scheduler import claim_job, release_dead_jobs, run_claimed, sync_jobs, this_process


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(1)


class Command(BaseCommand):
    """Claims the job, does it, prints its report."""

    help = "Do one job of the timetable now, whatever its time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=sorted(JOBS), metavar="NAME", help=", ".join(sorted(JOBS)))
        parser.add_argument("--due", action="store_true", help="Only if it is due (what the worker starts).")

    def handle(self, **options: Any) -> None:
        name, now = options["name"], timezone.now()
        if not options["due"]:
            sync_jobs(now=now)
            release_dead_jobs(now=now)
        row = claim_job(name, process=this_process(), now=now, due_only=options["due"])
        if row is None:
            if options["due"]:
                return  # another worker was faster
            raise CommandError(
                _("« %s », ou ce qui ne doit pas tourner en même temps, est en cours.") % JOBS[name].label
            )
        # An orderly end: what was begun is put back.
        before = signal.signal(signal.SIGTERM, _stop)
        try:
            succeeded = run_claimed(row)
        finally:
            signal.signal(signal.SIGTERM, before)
        row = ScheduledJob.objects.get(pk=row.pk)
        if not succeeded and not options["due"]:
            raise CommandError(row.error)
        self.stdout.write(row.report)
