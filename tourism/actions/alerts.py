"""What is wrong with a feed as a whole: noticed, told by mail once, and told again when it has passed."""

import logging
import smtplib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import IntegrityError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max, Min, Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tourism.enums import APIDAE, AlertKind, DeliveryState, ImportMode, ImportStatus, RecordKind
from tourism.models import ExportDelivery, FeedAlert, ImportRun, SourceRecord
from tourism.queries import configured_sources

logger = logging.getLogger(__name__)

TAKEN = (ImportStatus.SUCCEEDED, ImportStatus.WAITING)
FAILED_RUNS = 3
# An export that could not be taken after so many attempts (35 minutes) needs a person.
FAILED_ATTEMPTS = 3
SHRINK_DAYS = 7
# Of a small feed, a few objects are soon a large share.
SHRINK_FLOOR = 10
# Nobody wants to read by mail what was over for so long.
STALE = timedelta(days=7)


# What a trouble is about: None for the feed as a whole.
About = ImportRun | ExportDelivery | None


@dataclass(frozen=True)
class Trouble:
    """Something that is wrong now with the feed of a source; `kind` is an AlertKind."""

    source: str
    kind: str
    sentence: str
    about: About = None


@dataclass
class AlertReport:
    """What one look at the feeds changed. `unsent` alerts are mailed at the next look."""

    opened: list[FeedAlert] = field(default_factory=list)
    closed: list[FeedAlert] = field(default_factory=list)
    mailed: int = 0
    unsent: int = 0


def check_feeds(*, now: datetime | None = None) -> AlertReport:
    """Look at every feed: open an alert for each trouble that is new, close those that passed, and write to those in
    charge of what was not written yet. A mail server that is down loses nothing: `mailed_at` stays empty."""
    now = now or timezone.now()
    report = AlertReport()
    with override(settings.LANGUAGE_CODE):
        troubles = {(trouble.source, trouble.kind): trouble for trouble in feed_troubles(now=now)}
        for trouble in troubles.values():
            alert, fresh = open_alert(source=trouble.source, kind=trouble.kind, sentence=trouble.sentence)
            if fresh:
                report.opened.append(alert)
        for alert in FeedAlert.objects.filter(closed_at=None):
            if (alert.source, alert.kind) not in troubles:
                report.closed.append(close_alert(alert, now=now))
        report.mailed, report.unsent = _mail_alerts(now, troubles)
    return report


def open_alert(*, source: str, kind: str, sentence: str) -> tuple[FeedAlert, bool]:
    """The open alert of this kind about a feed, and whether it is new. Its sentence follows what is known."""
    try:
        with transaction.atomic():
            alert, fresh = FeedAlert.objects.get_or_create(
                source=source, kind=kind, closed_at=None, defaults={"sentence": sentence}
            )
    except IntegrityError:  # two looks at once
        alert, fresh = FeedAlert.objects.get(source=source, kind=kind, closed_at=None), False
    if alert.sentence != sentence:
        alert.sentence = sentence
        alert.save(update_fields=["sentence"])
    return alert, fresh


def close_alert(alert: FeedAlert, *, now: datetime) -> FeedAlert:
    """It has passed; that is written too, to those who were told."""
    alert.closed_at, alert.mailed_at = now, None if alert.mailed_at else now
    alert.save(update_fields=["closed_at", "mailed_at"])
    return alert


# What may be wrong


def feed_troubles(*, now: datetime) -> Iterator[Trouble]:
    """Everything that is wrong now: one of each kind for each source."""
    runs = ImportRun.objects.filter(dry_run=False).exclude(mode=ImportMode.RETRY)
    sources = set(runs.order_by("source").values_list("source", flat=True).distinct())
    configured = configured_sources()
    # Without a row any more, or not read by itself, it is nobody's trouble that it is silent.
    watched = {source for source, found in configured.items() if found.watched}
    sources = {source for source in sources if ":" not in source or source in watched}
    for source in sorted(sources | {APIDAE}):
        of_source = runs.filter(source=source)
        exports = source == APIDAE
        checks = (
            (AlertKind.SILENT, _silence(of_source, now)),
            (AlertKind.SHRINKING, _shrinking(source, now) if source in sources else None),
            (AlertKind.FAILING, _failing(of_source) or (_empty_export() if exports else None)),
            (AlertKind.BLOCKED, _blocked() if exports else None),
            (AlertKind.INCOMPLETE, _incomplete(of_source)),
        )
        yield from (Trouble(source, kind, *found) for kind, found in checks if found)


def _silence(runs: QuerySet[ImportRun], now: datetime) -> tuple[str, About] | None:
    """No reading succeeded for long. A part read by hand does not show that the feed is alive."""
    readings = runs.filter(status__in=TAKEN).exclude(mode=ImportMode.PART)
    last = readings.aggregate(last=Max("finished_at"))["last"]
    since = last or _expected_since(runs)
    if since is None or now - since <= timedelta(days=settings.FEED_SILENT_DAYS):
        return None
    if last is None:
        return _("Aucun import n’a encore réussi ; on en attend depuis le %s.") % _moment(since), None
    return _("Aucun import n’a réussi depuis le %s.") % _moment(last), None


def _expected_since(runs: QuerySet[ImportRun]) -> datetime | None:
    """Since when a feed that never succeeded is waited for: its first attempt, else, when the settings name it, the
    day on which this instance was set up."""
    first = runs.aggregate(first=Min("started_at"))["first"]
    if first is not None or not (settings.APIDAE_KEY or settings.APIDAE_NOTIFICATION_TOKEN):
        return first
    set_up = MigrationRecorder(connection).migration_qs.filter(app="tourism")
    return set_up.aggregate(first=Min("applied"))["first"]


def _incomplete(runs: QuerySet[ImportRun]) -> tuple[str, About] | None:
    """A reading was taken but for a part, and no later one compared everything without such a part."""
    taken = runs.filter(status__in=TAKEN).exclude(mode=ImportMode.PART).order_by("started_at", "pk")
    whole = taken.filter(judged=True, error="").last()
    # Of withdrawals that wait, or waited until somebody answered, another alert speaks.
    partly = taken.exclude(error="").exclude(status=ImportStatus.WAITING).exclude(withheld__gt=0).last()
    if partly is None or (whole is not None and whole.started_at > partly.started_at):
        return None
    return partly.error, partly


def _shrinking(source: str, now: datetime) -> tuple[str, About] | None:
    waiting = ImportRun.objects.filter(source=source, status=ImportStatus.WAITING, dry_run=False)
    run = waiting.order_by("started_at").last()
    if run is not None:
        sentence = ngettext(
            "L’import du %(moment)s n’apporte plus %(count)d fiche qui est en ligne : elle n’a pas été retirée, "
            "il faut dire si elle doit l’être.",
            "L’import du %(moment)s n’apporte plus %(count)d fiches qui sont en ligne : elles n’ont pas été retirées, "
            "il faut dire si elles doivent l’être.",
            run.withheld,
        )
        return sentence % {"moment": _moment(run.started_at), "count": run.withheld}, run
    then = now - timedelta(days=SHRINK_DAYS)
    records = SourceRecord.objects.filter(source=source).exclude(kind=RecordKind.UNKNOWN)
    before = records.filter(first_seen_at__lte=then).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=then)).count()
    left = records.filter(withdrawn_at=None).count()
    gone = before - left
    if gone < SHRINK_FLOOR or gone * 100 <= before * settings.FEED_SHRINK_PERCENT:
        return None
    sentence = _("Il y a une semaine ce flux avait %(before)d fiches, il n’en a plus que %(left)d.")
    withdrawing = ImportRun.objects.filter(source=source, dry_run=False, withdrawn__gt=0, started_at__gte=then)
    # The run that took most of them away.
    return sentence % {"before": before, "left": left}, withdrawing.order_by("withdrawn", "started_at").last()


def _failing(runs: QuerySet[ImportRun]) -> tuple[str, About] | None:
    ended = runs.exclude(status=ImportStatus.RUNNING).order_by("-started_at", "-pk")
    last = list(ended[:FAILED_RUNS])
    if len(last) < FAILED_RUNS or any(run.status in TAKEN for run in last):
        return None
    # The newest that says something.
    told = next((run for run in last if run.error), last[0])
    sentence = _("Les %d derniers imports ont échoué.") % FAILED_RUNS
    return f"{sentence} {told.error}".strip(), told


def _empty_export() -> tuple[str, About] | None:
    """APIDAE said that its last export failed."""
    last = ExportDelivery.objects.order_by("exported_at", "id").last()
    if last is None or last.state != DeliveryState.EMPTY:
        return None
    sentence = _("Apidae annonce que l’export « %s » a échoué de son côté : il n’y a rien à intégrer.")
    return sentence % last.stem, last


def _blocked() -> tuple[str, About] | None:
    failed = ExportDelivery.objects.filter(state=DeliveryState.FAILED, attempts__gte=FAILED_ATTEMPTS)
    first = failed.order_by("exported_at", "id").first()
    if first is None:
        return None
    behind = ExportDelivery.objects.filter(
        state=DeliveryState.WAITING, full=False, exported_at__gte=first.exported_at
    ).count()
    sentence = _("L’export « %(stem)s » n’a pas pu être intégré après %(attempts)d essais : %(error)s") % {
        "stem": first.stem,
        "attempts": first.attempts,
        "error": first.error,
    }
    if behind:
        sentence += " " + ngettext("%d export attend derrière lui.", "%d exports attendent derrière lui.", behind) % (
            behind
        )
    return sentence, first


# Mail


def _mail_alerts(now: datetime, troubles: Mapping[tuple[str, str], Trouble]) -> tuple[int, int]:
    """Write about what was not written yet; (sent, still to be sent)."""
    due = FeedAlert.objects.filter(mailed_at=None).filter(Q(closed_at=None) | Q(closed_at__gt=now - STALE))
    alerts = list(due.order_by("opened_at", "pk"))
    if not alerts:
        return 0, 0
    recipients = alert_recipients()
    if not recipients:
        logger.warning("Alerts about feeds cannot be mailed: set ALERT_EMAILS, or give the superusers an address.")
        return 0, len(alerts)
    sent = 0
    for alert in alerts:
        try:
            trouble = troubles.get((alert.source, alert.kind))
            path = trouble_path(trouble) if trouble and alert.closed_at is None else alert_path(alert)
            _message(alert, recipients, f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}").send()
        except (OSError, smtplib.SMTPException) as error:
            logger.warning("The alert about %s could not be mailed (%s); it will be tried again.", alert.source, error)
            break
        FeedAlert.objects.filter(pk=alert.pk, closed_at=alert.closed_at).update(mailed_at=now)
        sent += 1
    return sent, len(alerts) - sent


def alert_recipients() -> list[str]:
    """Addresses of `settings.ALERT_EMAILS`, else of the active superusers."""
    if settings.ALERT_EMAILS:
        return list(settings.ALERT_EMAILS)
    superusers = get_user_model().objects.filter(is_active=True, is_superuser=True).exclude(email="")
    return sorted(set(superusers.values_list("email", flat=True)))


def _message(alert: FeedAlert, recipients: list[str], address: str) -> EmailMessage:
    found = configured_sources().get(alert.source)
    source = found.name if found else alert.source.upper()
    label = AlertKind(alert.kind).label
    if alert.closed_at is None:
        subject = _("%(source)s : %(label)s") % {"source": source, "label": str(label).lower()}
        advice = _advice_on_feed(alert.kind) if found else _advice(alert.kind)
        parts = [alert.sentence, _("Constaté le %s.") % _moment(alert.opened_at), advice]
    else:
        subject = _("%(source)s : c’est réglé (%(label)s)") % {"source": source, "label": str(label).lower()}
        since, until = _moment(alert.opened_at), _moment(alert.closed_at)
        parts = [
            _("Ce qui avait été constaté le %(since)s ne l’est plus depuis le %(until)s :")
            % {"since": since, "until": until},
            alert.sentence,
            _("Il n’y a rien à faire."),
        ]
    body = "\n\n".join([*parts, f"{_('À voir ici :')} {address}"])
    return EmailMessage(f"[{settings.WAGTAIL_SITE_NAME}] {subject}", f"{body}\n", to=recipients)


def _advice(kind: str) -> str:
    return {
        AlertKind.SILENT: _(
            "À faire : regarder si le serveur des tâches tourne, si l’export est toujours programmé dans le projet "
            "Apidae et si sa clé est valable."
        ),
        AlertKind.SHRINKING: _(
            "À faire : ouvrir le dernier import, regarder quelles fiches manquent, et vérifier les sélections du "
            "projet avec la source avant de confirmer les retraits."
        ),
        AlertKind.FAILING: _(
            "À faire : lire l’erreur du dernier import. Ce qui est en ligne y reste. Une clé refusée ou un export en "
            "échec se règle avec la source."
        ),
        AlertKind.BLOCKED: _(
            "À faire : ouvrir les exports annoncés, puis l’essayer de nouveau, ou le passer et demander à Apidae un "
            "export complet (réinitialisation)."
        ),
        AlertKind.INCOMPLETE: _(
            "À faire : ouvrir l’import et la quarantaine, faire corriger à la source ce qui n’a pas pu être lu, et "
            "demander à Apidae un export complet (réinitialisation) si un différentiel a perdu des changements."
        ),
    }[AlertKind(kind)]


def _advice_on_feed(kind: str) -> str:
    if kind == AlertKind.SILENT:
        return _("À faire : regarder si le serveur des tâches tourne, et si ce flux est toujours à lire.")
    if kind == AlertKind.SHRINKING:
        return _("À faire : ouvrir le dernier import et vérifier avec la source avant de confirmer les retraits.")
    if kind == AlertKind.FAILING:
        return _(
            "À faire : lire l’erreur du dernier import et vérifier l’adresse du flux. Ce qui est en ligne y reste."
        )
    return _("À faire : ouvrir l’import et la quarantaine, et faire corriger à la source ce qui n’a pas pu être lu.")


def trouble_path(trouble: Trouble) -> str:
    """The page of the back office on which something can be done about a trouble: the run or the export that it is
    about, the withdrawals that wait for an answer, the runs of the feed when it is about none."""
    about = trouble.about
    if about is None:
        return _admin_path("importrun:list", query={"source": trouble.source})
    if isinstance(about, ExportDelivery):
        return _admin_path("exportdelivery:inspect", about.pk)
    waits = about.status == ImportStatus.WAITING
    return _admin_path("importrun:withdrawals" if waits else "importrun:inspect", about.pk)


def alert_path(alert: FeedAlert) -> str:
    """The page of an alert."""
    return _admin_path("feedalert:inspect", alert.pk)


def _admin_path(screen: str, *args: int, query: Mapping[str, str] | None = None) -> str:
    try:
        path = reverse(f"wagtailsnippets_tourism_{screen}", args=args)
    except NoReverseMatch:  # a screen may be left out of an instance
        return reverse("wagtailadmin_home")
    return f"{path}?{urlencode(query)}" if query else path


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y à H:i")
