"""Exports that APIDAE announces: taken down, taken up one after the other, tried again, passed over."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tourism.actions.alerts import open_alert
from tourism.enums import APIDAE, AlertKind, DeliveryState, ImportStatus
from tourism.models import ExportDelivery, ImportRun, ImportRunLine

logger = logging.getLogger(__name__)

OPEN = (DeliveryState.WAITING, DeliveryState.FAILED)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=6)
# A reader on another machine shows life in its run; before the run is opened it may be downloading for so long.
LONGEST_DOWNLOAD, SILENCE = timedelta(hours=1), timedelta(minutes=15)
# A confirmation that APIDAE does not want is let go then: it only changes a word on one of its screens.
LAST_CONFIRMATION = timedelta(days=7)


@transaction.atomic
def receive_notification(
    *,
    stem: str,
    project: int,
    failed: bool,
    one_off: bool,
    full: bool,
    download_url: str,
    confirmation_url: str,
    exported_at: datetime,
) -> ExportDelivery:
    """Take down that an export is there, or that the platform could not make it (`failed`).

    The same export announced again is only counted, unless it was announced as failed and now is there after all; while
    it waits, it is fetched from where the last announcement says.
    """
    told = {
        "project": project,
        "one_off": one_off,
        "full": full,
        "download_url": download_url,
        "confirmation_url": confirmation_url,
        "exported_at": exported_at,
        "state": DeliveryState.EMPTY if failed else DeliveryState.WAITING,
    }
    delivery, fresh = _get_or_create(stem, told)
    if not fresh:
        ExportDelivery.objects.filter(pk=delivery.pk).update(times_received=F("times_received") + 1)
        if not failed:
            same = ExportDelivery.objects.filter(pk=delivery.pk)
            same.filter(state__in=OPEN).update(download_url=download_url, confirmation_url=confirmation_url)
            same.filter(state=DeliveryState.EMPTY).update(**told, error="")
        delivery.refresh_from_db()
    elif failed:
        delivery.error = _("Apidae annonce que cet export a échoué de son côté.")
        delivery.save(update_fields=["error"])
        open_alert(
            source=APIDAE,
            kind=AlertKind.FAILING,
            sentence=_("Apidae annonce que l’export « %s » a échoué de son côté : il n’y a rien à intégrer.") % stem,
        )
    return delivery


def _get_or_create(stem: str, told: dict[str, object]) -> tuple[ExportDelivery, bool]:
    try:
        with transaction.atomic():
            return ExportDelivery.objects.get_or_create(stem=stem, defaults=told)
    except IntegrityError:  # announced twice at the same moment
        return ExportDelivery.objects.get(stem=stem), False


def waiting_deliveries(*, now: datetime) -> QuerySet[ExportDelivery]:
    """Exports that are due, the oldest first, and those that a process may have left in the middle."""
    due = Q(next_attempt_at=None) | Q(next_attempt_at__lte=now)
    return ExportDelivery.objects.filter(Q(state=DeliveryState.RUNNING) | Q(state__in=OPEN) & due)


def next_delivery(*, now: datetime) -> ExportDelivery | None:
    """The export that is to be taken next, if any may be.

    A complete export makes all older ones needless, so the newest one goes first. Differentials follow in the order in
    which they were made: one that failed holds up the later ones, and each waits a little for an older one that may
    still be announced.
    """
    due = Q(next_attempt_at=None) | Q(next_attempt_at__lte=now)
    waiting = ExportDelivery.objects.filter(state__in=OPEN).order_by("exported_at", "id")
    complete = waiting.filter(full=True).last()
    if complete is not None:
        if waiting.filter(due, pk=complete.pk).exists():
            return complete
        # It failed and is tried again later: what is newer waits for it, what is older may come before it.
        waiting = waiting.exclude(exported_at__gt=complete.exported_at).exclude(pk=complete.pk)
        waiting = waiting.exclude(exported_at=complete.exported_at, pk__gt=complete.pk)
    first = waiting.first()
    if first is None or not waiting.filter(due, pk=first.pk).exists():
        return None
    settled = first.received_at + timedelta(seconds=settings.APIDAE_SETTLE_SECONDS) <= now
    return first if first.full or settled else None


@transaction.atomic
def claim_delivery(
    *, now: datetime, mark: Callable[[ExportDelivery], None] = lambda delivery: None
) -> ExportDelivery | None:
    """Take up the next export; None when there is none, or when another process is at one.

    `mark` leaves a sign of who takes it up, before it is: whoever dies afterwards is known by it.
    """
    if ExportDelivery.objects.filter(state=DeliveryState.RUNNING).exists():
        return None
    delivery = next_delivery(now=now)
    if delivery is None:
        return None
    newer = ExportDelivery.objects.filter(full=True, state=DeliveryState.DONE, exported_at__gt=delivery.exported_at)
    if newer.exists():
        supersede_deliveries([delivery.pk])
        return claim_delivery(now=now, mark=mark)
    mark(delivery)
    taken = ExportDelivery.objects.filter(pk=delivery.pk, state=delivery.state).update(
        state=DeliveryState.RUNNING, attempts=F("attempts") + 1, next_attempt_at=now + LONGEST_DOWNLOAD
    )
    if not taken:
        return None
    delivery.refresh_from_db()
    return delivery


def says_what_is_missing(delivery: ExportDelivery) -> bool:
    """Whether what the export lacks is gone: it is complete, and nothing newer was taken before it."""
    newer = ExportDelivery.objects.filter(state=DeliveryState.DONE, exported_at__gt=delivery.exported_at)
    return delivery.full and not newer.exists()


def release_deliveries(*, stems_here: Iterable[str], host: str, now: datetime) -> int:
    """Put back exports whose process ended in the middle; gives how many.

    `stems_here` are those that were taken up on this machine, where the caller knows that nobody works on them any
    more. One that another machine took is put back when it has shown no life for long.
    """
    released = 0
    for delivery in ExportDelivery.objects.filter(state=DeliveryState.RUNNING):
        if delivery.stem not in set(stems_here):
            runs = ImportRun.objects.filter(feed=f"{delivery.stem}.zip", status=ImportStatus.RUNNING)
            alive = runs.filter(alive_at__gt=now - SILENCE).exclude(process__startswith=f"{host}:").exists()
            if alive or (delivery.next_attempt_at is not None and delivery.next_attempt_at > now):
                continue
        logger.warning("Export %s was left in the middle; it is taken up again.", delivery.stem)
        released += put_back_delivery(delivery)
    return released


def put_back_delivery(delivery: ExportDelivery) -> bool:
    """Let an export that was taken up, and neither taken in nor failed, be taken up again."""
    running = ExportDelivery.objects.filter(pk=delivery.pk, state=DeliveryState.RUNNING)
    return bool(running.update(state=DeliveryState.WAITING, next_attempt_at=None))


@transaction.atomic
def complete_delivery(delivery: ExportDelivery, *, run: ImportRun, now: datetime) -> ExportDelivery:
    """The export is in. A complete one supersedes what is older and still waits."""
    delivery.state, delivery.run = DeliveryState.DONE, run
    delivery.error, delivery.next_attempt_at, delivery.done_at = "", None, now
    delivery.save(update_fields=["state", "run", "error", "next_attempt_at", "done_at"])
    if delivery.full:
        older = ExportDelivery.objects.filter(state__in=OPEN).filter(
            Q(exported_at__lt=delivery.exported_at) | Q(exported_at=delivery.exported_at, pk__lt=delivery.pk)
        )
        supersede_deliveries(older.values_list("pk", flat=True))
    return delivery


def supersede_deliveries(ids: Iterable[int]) -> None:
    """A complete export that is newer holds all of these. APIDAE is not told that they were integrated."""
    superseded = ExportDelivery.objects.filter(pk__in=list(ids))
    for stem in superseded.values_list("stem", flat=True):
        logger.info("Export %s is superseded by a newer complete one.", stem)
    superseded.update(state=DeliveryState.SUPERSEDED, next_attempt_at=None)


def fail_delivery(delivery: ExportDelivery, *, error: str, run: ImportRun | None, now: datetime) -> ExportDelivery:
    """The attempt failed (`error` is a sentence for an editor); the next comes later, each wait twice the last."""
    delivery.state, delivery.error, delivery.run = DeliveryState.FAILED, error, run or delivery.run
    delivery.next_attempt_at = now + wait_after(delivery.attempts)
    delivery.save(update_fields=["state", "error", "run", "next_attempt_at"])
    return delivery


def wait_after(attempts: int) -> timedelta:
    """5 minutes after the first attempt, twice as long after each, never more than 6 hours."""
    return min(FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 20), LONGEST_WAIT)


def unconfirmed_deliveries(*, now: datetime) -> QuerySet[ExportDelivery]:
    """Exports that are in and whose confirmation is to be sent (again) now."""
    return (
        ExportDelivery.objects.filter(state=DeliveryState.DONE, confirmed_at=None, done_at__gt=now - LAST_CONFIRMATION)
        .exclude(confirmation_url="")
        .filter(Q(next_attempt_at=None) | Q(next_attempt_at__lte=now))
        .order_by("exported_at", "id")
    )


def note_confirmation(delivery: ExportDelivery, *, error: str, now: datetime) -> None:
    """APIDAE was told that the export is in, or (`error`) could not be told: it will be, without reading it again."""
    if error:
        waited = now - (delivery.done_at or now)
        delivery.error = _("L’export est intégré, mais Apidae n’a pas pu en être averti : %s") % error
        delivery.next_attempt_at = now + min(max(waited, FIRST_WAIT), LONGEST_WAIT)
    else:
        delivery.error, delivery.next_attempt_at, delivery.confirmed_at = "", None, now
    delivery.save(update_fields=["error", "next_attempt_at", "confirmed_at"])


def retry_delivery(delivery: ExportDelivery) -> bool:
    """Let an export that failed or was passed over be tried at once; False when it is neither."""
    again = (DeliveryState.FAILED, DeliveryState.SKIPPED)
    changed = ExportDelivery.objects.filter(pk=delivery.pk, state__in=again).exclude(download_url="")
    done = bool(changed.update(state=DeliveryState.WAITING, next_attempt_at=None))
    delivery.refresh_from_db()
    return done


def skip_delivery(delivery: ExportDelivery, *, by: str) -> bool:
    """Go on without an export that waits or failed; False when it is neither. `by` is a user's name.

    What a differential export said is lost with it, until APIDAE makes a complete one.
    """
    moment = timezone.localtime().strftime("%d/%m/%Y %H:%M")
    sentence = _("Passé par %(by)s le %(moment)s.") % {"by": by, "moment": moment}
    changed = ExportDelivery.objects.filter(pk=delivery.pk, state__in=OPEN)
    done = bool(
        changed.update(state=DeliveryState.SKIPPED, next_attempt_at=None, error=f"{sentence} {delivery.error}".strip())
    )
    delivery.refresh_from_db()
    return done


@transaction.atomic
def forget_history(*, before: datetime) -> dict[str, int]:
    """Delete the lines of runs and the exports that are over since `before`; gives how many of each.

    The runs stay, with their counts, and so does whatever still waits.
    """
    over = ExportDelivery.objects.filter(exported_at__lt=before, received_at__lt=before)
    lines, _by_model = (
        ImportRunLine.objects.filter(run__started_at__lt=before).exclude(run__status=ImportStatus.WAITING).delete()
    )
    deliveries, _by_model = over.exclude(state__in=(*OPEN, DeliveryState.RUNNING)).delete()
    return {"lines": lines, "deliveries": deliveries}
