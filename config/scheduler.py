"""The timetable at work: which jobs are due, who does one, and what became of it.

Every change of hands is one conditional UPDATE, so that of several workers one does a job. A job is done by a process
of its own (`manage.py run_job`), named in its row while it lives.

That name is a lease. Of a process of this machine the system says whether it lives. Of another machine's (a container
that was replaced has another name than its successor) nothing is known: it is believed for an hour, then as long as
an import that it makes gives signs of life. Whatever is said, no job lasts for a day.
"""

import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.models import ScheduledJob
from config.jobs import JOBS, JobFailedError
from config.timetable import next_run
from tourism.actions import RunInProgressError
from tourism.actions.processes import is_running, process_name
from tourism.actions.records import SILENCE
from tourism.enums import ImportStatus
from tourism.models import ImportRun

logger = logging.getLogger(__name__)

# What is said to be done for longer has been left, whatever its process number says.
LONGEST_JOB = timedelta(hours=24)
# So long another machine's process is believed without a sign of life; an import gives one with each batch.
LEASE_ELSEWHERE = timedelta(hours=1)
# What could not be done because somebody reads the same source (a command, an editor) is tried again after this.
ASIDE = timedelta(minutes=5)


def this_process() -> str:
    """As a row names the process that does its job."""
    return process_name()


@transaction.atomic
def sync_jobs(*, now: datetime) -> None:
    """Make the table hold the jobs of `config.jobs`. Rows that are there keep the times that the office gave them."""
    ScheduledJob.objects.exclude(name__in=JOBS).delete()
    for job in JOBS.values():
        ScheduledJob.objects.get_or_create(name=job.name, defaults={"at": job.at, "every": job.every})
    set_times(now=now)


def set_times(*, now: datetime) -> None:
    """Note when each job comes next, where that is not known or where the office changed its times.

    A moment that has come is left: the job is due, once, however often it was missed.
    """
    for row in ScheduledJob.objects.filter(name__in=JOBS):
        planned = _planned(row, after=now) if row.enabled and JOBS[row.name].wanted() else None
        missed = planned is not None and row.next_run_at is not None and row.next_run_at <= now
        if row.next_run_at != planned and not missed:
            ScheduledJob.objects.filter(pk=row.pk, next_run_at=row.next_run_at).update(next_run_at=planned)


def due_jobs(*, now: datetime) -> list[str]:
    """Names of the jobs whose time has come, that nobody does and that have something to do; the longest due first."""
    set_times(now=now)
    due = []
    rows = ScheduledJob.objects.filter(enabled=True, process="", next_run_at__lte=now, name__in=JOBS)
    rows = rows.exclude(next_run_at__lte=F("started_at"), ended_at__gt=now - ASIDE)
    for row in rows.order_by("next_run_at", "pk"):
        if JOBS[row.name].pending():
            due.append(row.name)
        else:
            _same(row).update(next_run_at=_planned(row, after=now))
    return due


def claim_job(name: str, *, process: str, now: datetime, due_only: bool = True) -> ScheduledJob | None:
    """Take a job on; None when it is not due (`due_only`), or when somebody does it or one of its group."""
    row = ScheduledJob.objects.filter(name=name, process="").first()
    if row is None:
        return None
    if due_only and not (row.enabled and row.next_run_at is not None and row.next_run_at <= now):
        return None
    group = ScheduledJob.objects.filter(name__in=_group_of(name))
    with transaction.atomic():
        # Two jobs of a group are two rows: on PostgreSQL, each of two workers would see the other's still free.
        list(group.select_for_update().order_by("pk").values_list("pk"))
        free = _same(row).filter(~Exists(group.exclude(process="")))
        taken = free.update(process=process, started_at=now, ended_at=None, next_run_at=_planned(row, after=now))
    return ScheduledJob.objects.get(pk=row.pk) if taken else None


def run_claimed(row: ScheduledJob) -> bool:
    """Do a job that this process has claimed, and note what became of it; whether it succeeded."""
    try:
        report = JOBS[row.name].run()
    except JobFailedError as error:
        finish_job(row, error=error.sentence, now=timezone.now())
        return False
    except RunInProgressError as error:
        # The next time may be tomorrow. Not later than its start: so `due_jobs` knows that it only stood aside.
        release_job(row, error=error.sentence, again_from=row.started_at, now=timezone.now())
        return False
    except Exception as error:
        logger.exception("Job %s failed.", row.name)
        finish_job(row, error=getattr(error, "sentence", "") or f"{type(error).__name__}: {error}", now=timezone.now())
        return False
    except BaseException:
        # Told to stop. What was begun goes on at the next start.
        now = timezone.now()
        release_job(row, error=_("Interrompu par l’arrêt du serveur."), again_from=now, now=now)
        raise
    finish_job(row, report=report, now=timezone.now())
    return True


def finish_job(row: ScheduledJob, *, report: str = "", error: str = "", now: datetime) -> None:
    """The job is over. Times that passed while it was done are not made up for; a wish to run it again is heard."""
    mine = ScheduledJob.objects.filter(pk=row.pk, process=row.process)
    mine.filter(next_run_at=row.next_run_at, next_run_at__lte=now).update(next_run_at=_planned(row, after=now))
    # The last report stays beside an error: it says when all was well.
    said = {"report": report, "error": ""} if not error else {"error": error}
    mine.update(process="", ended_at=now, **said)


def release_job(row: ScheduledJob, *, error: str, again_from: datetime | None, now: datetime) -> bool:
    """Somebody left a job in the middle. `again_from`: it is due since then, instead of at its next time."""
    times = {} if again_from is None else {"next_run_at": again_from}
    mine = ScheduledJob.objects.filter(pk=row.pk, process=row.process)
    return bool(mine.update(process="", ended_at=now, error=error, **times))


def release_dead_jobs(*, now: datetime) -> list[str]:
    """Free the jobs whose process has ended without a word; gives their names.

    They are begun again at once, but only the first time: a job that takes its process down with it waits for its hour.
    """
    left = _("Le processus s’est arrêté en cours de route.")
    released = []
    for row in ScheduledJob.objects.exclude(process=""):
        if _goes_on(row, now=now):
            continue
        if release_job(row, error=left, again_from=None if row.error == left else now, now=now):
            logger.warning("Job %s was left in the middle by %s.", row.name, row.process)
            released.append(row.name)
    return released


def _goes_on(row: ScheduledJob, *, now: datetime) -> bool:
    """Whether the process named in a row still does its job, as far as can be known."""
    if row.started_at is None or now - row.started_at > LONGEST_JOB:
        return False
    running = is_running(row.process)
    if running is not None:
        return running
    reading = ImportRun.objects.filter(process=row.process, status=ImportStatus.RUNNING, alive_at__gt=now - SILENCE)
    return now - row.started_at <= LEASE_ELSEWHERE or reading.exists()


def late_jobs(*, now: datetime, tolerance: timedelta = timedelta(minutes=15)) -> list[str]:
    """Jobs that should have begun and that nobody does: the worker does not run."""
    late = ScheduledJob.objects.filter(enabled=True, process="", next_run_at__lt=now - tolerance, name__in=JOBS)
    return sorted(late.values_list("name", flat=True))


def _planned(row: ScheduledJob, *, after: datetime) -> datetime:
    return next_run(at=row.at, every=row.every, after=after, zone=ZoneInfo(settings.TIME_ZONE))


def _same(row: ScheduledJob) -> QuerySet[ScheduledJob]:
    """The row, unless somebody has taken it on or moved it since it was read."""
    return ScheduledJob.objects.filter(pk=row.pk, process="", next_run_at=row.next_run_at)


def _group_of(name: str) -> list[str]:
    """Names of the jobs that are never done at the same time as this one, itself among them."""
    group = JOBS[name].group
    return [job.name for job in JOBS.values() if job.name == name or group and job.group == group]
