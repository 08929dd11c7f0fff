"""What an instance does by itself: each job's name, what it does and when, unless the office says otherwise.

The timetable itself is the table of `ScheduledJob`, one row per job, made from this list by `config.scheduler`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from io import StringIO
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult
from wagtail.models import DraftStateMixin, Page, Revision

from agenda.actions.announcements import (
    announcement_mails_wait,
    announcements_wait,
    forget_announcements,
    remind_offices,
    send_announcement_mails,
)
from agenda.models import EventFeed
from agenda.sources.deliveries import apidae_client, deliveries_wait, process_deliveries
from agenda.sources.feeds.asking import read_asked_feeds, readings_wait
from agenda.sources.feeds.reading import read_enabled_feeds
from agenda.sources.imports import apidae_import
from agenda.sources.pictures import fetch_pictures
from search.models import SearchBacklog
from tourism.actions import check_feeds, forget_history
from tourism.enums import APIDAE, DeliveryState, ImportStatus
from tourism.models import ImportRun
from tourism.queries import pending_images

KEPT = timedelta(days=400)
KEPT_TASKS = timedelta(days=30)


class JobFailedError(Exception):
    """A job could not do its work, for a reason that is no mistake of ours. `sentence` is for an editor."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Job:
    """One thing that is done again and again.

    Attributes:
        run: does it; gives what it did, in words. Raises JobFailedError.
        at, every: when, as `config.timetable.next_run` reads it; only a proposal, the table decides.
        wanted: whether this instance does it at all, by its settings.
        pending: whether there is anything to do just now; cheap. A process is only started when there is.
        group: jobs of the same group are never done at the same time.
    """

    name: str
    run: Callable[[], str]
    at: time | None = None
    every: int | None = None
    wanted: Callable[[], bool] = lambda: True
    pending: Callable[[], bool] = lambda: True
    group: str = ""

    @property
    def label(self) -> str:
        """In words, for people."""
        return str(settings.JOB_LABELS[self.name])


def _command(name: str, **options: Any) -> str:
    """What a management command says that it did."""
    output = StringIO()
    try:
        call_command(name, stdout=output, **options)
    except CommandError as error:
        raise JobFailedError(str(error)) from error
    return output.getvalue().strip()


def _take_exports() -> str:
    tried = process_deliveries()
    for delivery in tried:
        delivery.refresh_from_db()
    failed = [delivery for delivery in tried if delivery.state == DeliveryState.FAILED]
    if failed:
        raise JobFailedError("\n".join(f"{delivery.stem} : {delivery.error}" for delivery in failed))
    return ngettext("%d export intégré.", "%d exports intégrés.", len(tried)) % len(tried)


def _read_all() -> str:
    _check_access()
    with apidae_client() as client:
        return _told(apidae_import(client=client).from_api())


def _read_changes() -> str:
    _check_access()
    with apidae_client() as client:
        return _told(apidae_import(client=client).from_api_changes())


def _check_access() -> None:
    if not settings.APIDAE_KEY or not settings.APIDAE_PROJECT:
        raise JobFailedError(_("La clé ou le numéro du projet Apidae manquent dans les réglages du serveur."))


def _told(run: ImportRun) -> str:
    if run.status == ImportStatus.FAILED:
        raise JobFailedError(run.error)
    counts = _(
        "%(read)d fiches lues, %(created)d créées, %(updated)d modifiées, %(unchanged)d inchangées, "
        "%(withdrawn)d retirées, %(quarantined)d en quarantaine."
    ) % {name: getattr(run, name) for name in ("read", "created", "updated", "unchanged", "withdrawn", "quarantined")}
    return f"{counts} {run.error}".strip()


def _fetch_pictures() -> str:
    with apidae_client() as client:
        fetched, failed = fetch_pictures(client)
    return _("%(fetched)d images reçues, %(failed)d en échec.") % {"fetched": fetched, "failed": failed}


def _told_readings(done: list[tuple[EventFeed, ImportRun | None]]) -> str:
    failed = [(feed, run) for feed, run in done if run is None or run.status == ImportStatus.FAILED]
    told = ngettext("%d flux lu.", "%d flux lus.", len(done) - len(failed)) % (len(done) - len(failed))
    if failed:
        busy = _("Ce flux est déjà en cours de lecture.")
        raise JobFailedError("\n".join([told, *(f"{feed} : {run.error if run else busy}" for feed, run in failed)]))
    return told


def _watch_feeds() -> str:
    report = check_feeds()
    if report.unsent:
        raise JobFailedError(
            ngettext("%d alerte n’a pas pu être écrite.", "%d alertes n’ont pas pu être écrites.", report.unsent)
            % report.unsent
        )
    return _("%(opened)d alertes ouvertes, %(closed)d closes, %(mailed)d messages.") % {
        "opened": len(report.opened),
        "closed": len(report.closed),
        "mailed": report.mailed,
    }


def _prune() -> str:
    forgotten = forget_history(before=timezone.now() - KEPT)
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT_TASKS).delete()
    told = _("%(lines)d lignes d’imports et %(deliveries)d exports annoncés oubliés.") % forgotten
    announced = _("%(announcements)d annonces et %(addresses)d adresses oubliées.")
    return f"{told} {announced % forget_announcements(now=timezone.now())}"


def _write_about_announcements() -> str:
    sent, put_off = send_announcement_mails(now=timezone.now())
    if put_off and not sent:
        raise JobFailedError(
            ngettext("%d message n’a pas pu partir.", "%d messages n’ont pas pu partir.", put_off) % put_off
        )
    return ngettext("%d message envoyé.", "%d messages envoyés.", sent) % sent


def _remind_offices() -> str:
    told = remind_offices()
    return ngettext("%d office prévenu.", "%d offices prévenus.", told) % told


def _publications_wait() -> bool:
    """Whether a page (or anything with drafts) is to appear or to disappear now, as Wagtail's own command asks."""
    now = timezone.now()
    drafted = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    kinds = [Page, *(model for model in drafted if not issubclass(model, Page))]
    expired = any(kind._default_manager.filter(live=True, expire_at__lt=now).exists() for kind in kinds)
    return expired or Revision.objects.filter(approved_go_live_at__lt=now).exists()


def _reads_api() -> bool:
    return bool(settings.APIDAE_INTERFACE == "api" and settings.APIDAE_KEY and settings.APIDAE_PROJECT)


def _hears_of_exports() -> bool:
    return bool(settings.APIDAE_NOTIFICATION_TOKEN)


JOBS = {
    job.name: job
    for job in (
        Job(
            "apidae_exports",
            _take_exports,
            every=1,
            wanted=_hears_of_exports,
            pending=deliveries_wait,
            group=APIDAE,
        ),
        Job("apidae_changes", _read_changes, every=60, wanted=_reads_api, group=APIDAE),
        Job("apidae_full", _read_all, at=time(2, 30), wanted=_reads_api, group=APIDAE),
        Job("apidae_pictures", _fetch_pictures, every=30, pending=lambda: bool(pending_images(1))),
        Job(
            "event_feeds",
            lambda: _told_readings(read_enabled_feeds()),
            at=time(3, 30),
            pending=lambda: EventFeed.objects.filter(enabled=True).exclude(url="").exists(),
        ),
        # Begun at once by who asks for a reading; every minute for what a runner that was away left.
        Job("asked_feeds", lambda: _told_readings(read_asked_feeds()), every=1, pending=readings_wait),
        Job("refresh_public", lambda: _command("refresh_public"), at=time(0, 5)),
        # After the nightly readings.
        Job("find_duplicates", lambda: _command("find_duplicates"), at=time(4, 30)),
        Job("check_feeds", _watch_feeds, every=60),
        Job("publish_scheduled", lambda: _command("publish_scheduled"), every=5, pending=_publications_wait),
        # A task does it soon after each change; this is for what a killed worker or a server that was down left.
        Job("catch_up_search", lambda: _command("catch_up_search"), every=15, pending=SearchBacklog.objects.exists),
        # A task does it at once; this is for what a mail server that was down or a killed worker left.
        Job("announcement_mails", _write_about_announcements, every=1, pending=announcement_mails_wait),
        Job("announcement_queues", _remind_offices, at=time(7, 30), pending=announcements_wait),
        Job("prune", _prune, at=time(4, 0)),
    )
}
