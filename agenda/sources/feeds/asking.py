"""Readings of a feed that somebody asks for: noted at once, done by the timetable's runner, never twice at a time."""

import logging
from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from agenda.models import EventFeed
from agenda.sources.feeds.reading import open_reading, read_into
from cms.models import ScheduledJob
from tourism.actions import RunInProgressError, run_is_alive
from tourism.actions.processes import is_running
from tourism.enums import ImportStatus
from tourism.models import ImportRun

logger = logging.getLogger(__name__)

# The job of the timetable that reads what was asked for.
JOB = "asked_feeds"
# The runner looks every few seconds. What stood aside for a reading of its source is looked at again after minutes.
LATE, ASIDE = timedelta(minutes=1), timedelta(minutes=6)


class Runner(StrEnum):
    """Who would begin a reading that is asked for."""

    AT_WORK = "AT_WORK"
    # Nobody looks at the timetable.
    AWAY = "AWAY"
    # Somebody stopped these readings in the timetable.
    STOPPED = "STOPPED"


def ask_reading(*, feed: EventFeed, by: str) -> bool:
    """Have a feed read as soon as the runner looks; False when it is being read, or was asked for already."""
    now = timezone.now()
    if running_reading(feed) is not None:
        return False
    asked = EventFeed.objects.filter(pk=feed.pk, asked_at=None).update(asked_at=now, asked_by=by[:150])
    # Due at once, rather than at the next full minute.
    ScheduledJob.objects.filter(name=JOB).update(next_run_at=now)
    return bool(asked)


def running_reading(feed: EventFeed) -> ImportRun | None:
    """The reading of a feed that goes on now, by whomever it was begun."""
    runs = ImportRun.objects.filter(source=feed.source, status=ImportStatus.RUNNING).order_by("-pk")
    return next(filter(run_is_alive, runs), None)


def runner_state() -> str:
    """Whether a reading that is asked for now would begin (Runner)."""
    now = timezone.now()
    job = ScheduledJob.objects.filter(name=JOB).first()
    if job is None:
        return Runner.AWAY  # it has not run since this job exists
    if not job.enabled:
        return Runner.STOPPED
    free = ScheduledJob.objects.filter(enabled=True, process="")
    late = free.filter(next_run_at__lt=now - LATE).exclude(next_run_at__lte=F("started_at"), ended_at__gt=now - ASIDE)
    if not late.exists():
        return Runner.AT_WORK
    # It does only so many jobs at a time.
    busy = ScheduledJob.objects.exclude(process="").values_list("process", flat=True)
    return Runner.AT_WORK if any(is_running(process) is not False for process in busy) else Runner.AWAY


def readings_wait() -> bool:
    """Whether any feed is to be read now."""
    return EventFeed.objects.exclude(asked_at=None).exists()


def read_asked_feeds() -> list[tuple[EventFeed, ImportRun | None]]:
    """Read what was asked for, the longest asked first, until nothing is; with each its run, None when somebody else
    was reading it."""
    done: list[tuple[EventFeed, ImportRun | None]] = []
    asked = EventFeed.objects.exclude(asked_at=None).select_related("office", "place").order_by("asked_at", "pk")
    while (feed := asked.first()) is not None:
        mine = EventFeed.objects.filter(pk=feed.pk, asked_at=feed.asked_at)
        try:
            # In one step: at no moment it is neither asked for nor being read.
            with transaction.atomic():
                if not mine.update(asked_at=None):
                    continue
                run = open_reading(feed, started_by=feed.asked_by)
        except RunInProgressError:
            mine.update(asked_at=None)
            done.append((feed, None))
            continue
        try:
            read_into(run, feed)
        except Exception:
            # A mistake of ours; the run was closed and says so.
            logger.exception("Feed %s could not be read.", feed.source)
            run.refresh_from_db()
        except BaseException:
            # Told to stop: it goes on at the next start.
            EventFeed.objects.filter(pk=feed.pk, asked_at=None).update(asked_at=feed.asked_at)
            raise
        done.append((feed, run))
    return done
