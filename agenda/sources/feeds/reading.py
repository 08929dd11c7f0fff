"""Readings of the feeds that offices configure, over the sync that every source shares (`tourism.feed`)."""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.actions import compare_changed, link_events, refold_events
from agenda.models import Event, EventFeed
from agenda.sources.feeds.client import FeedClient
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.gaps import Usual
from agenda.sources.feeds.identity import Known, number_of, numbered, without_loops
from agenda.sources.feeds.kinds import KINDS, Asked
from agenda.sources.feeds.mapping import FeedMapping, kept_items, written
from agenda.sources.feeds.places import Communes
from agenda.sources.feeds.territory import Territory, Where
from agenda.sources.feeds.told import Answer, Told
from tourism.actions import RunInProgressError, TooManyWithdrawalsError, start_run
from tourism.actions.records import mark_unchanged
from tourism.enums import ImportMode, RecordKind
from tourism.feed import (
    Feed,
    Item,
    SubjectKind,
    UnusableError,
    close_run,
    interrupted_changes,
    register_subject,
)
from tourism.models import Commune, ImportRun, SourceRecord
from tourism.queries import communes_of_territory

logger = logging.getLogger(__name__)

register_subject(RecordKind.EVENT, SubjectKind(Event, refold_events))

# Rules of dates are followed at least so far, to the end of a month: the same calendar on two days is the same.
AHEAD = timedelta(days=580)
# After so many days all is read again, whatever the site says of what changed.
READ_AGAIN = 7


def read_feed(
    feed: EventFeed,
    *,
    dry_run: bool = False,
    confirmed: bool = False,
    started_by: str = "",
    client: FeedClient | None = None,
) -> ImportRun:
    """Read a feed: bring what it has, withdraw what it no longer has. Gives the closed run, which says what failed.

    Raises RunInProgressError when it is being read.
    """
    run = open_reading(feed, dry_run=dry_run, started_by=started_by)
    return read_into(run, feed, confirmed=confirmed, client=client)


def open_reading(feed: EventFeed, *, dry_run: bool = False, started_by: str = "") -> ImportRun:
    """The run of a reading that begins now, for `read_into`. Raises RunInProgressError when the feed is being read."""
    return start_run(source=feed.source, feed=feed.name, dry_run=dry_run, started_by=started_by)


def read_into(
    run: ImportRun, feed: EventFeed, *, confirmed: bool = False, client: FeedClient | None = None
) -> ImportRun:
    """Read a feed as `read_feed` does, into a run that is open. Gives it closed."""
    try:
        return _read_into(run, feed, confirmed, client)
    except Exception:
        close_run(run, UnusableError(_("L’import s’est arrêté sur une erreur inattendue : voir le journal.")))
        raise


def _read_into(run: ImportRun, feed: EventFeed, confirmed: bool, client: FeedClient | None) -> ImportRun:
    mapping = mapping_of(feed)
    reading = Feed(run=run, map_objects=mapping.start, signature=mapping.signature)
    failure: Exception | None = None
    try:
        with client or FeedClient() as connection:
            answer = ask(feed, connection, mapping)
            known = known_records(feed)
            if answer.unchanged:
                _keep_all(run)
                reading.judged = True
            else:
                removed: set[str] = set()
                reading.read(items_of(answer.told, feed, known, removed=removed))
                run.error = answer.notice
                reading.withdraw(removed, confirmed=confirmed)
                if answer.complete:
                    _withdraw_missing(reading, removed, confirmed=confirmed)
    except (FeedError, TooManyWithdrawalsError) as error:
        failure = error
    if not run.dry_run:
        _join(run, reading)
        if failure is None and not run.quarantined:
            _remember(feed, answer.validators, mapping)
        else:
            # What was not understood or is asked about must be looked at again.
            _remember(feed, {}, mapping)
    return close_run(run, failure, judged=reading.judged)


def retry_feed_records(source: str, external_ids: Iterable[str], *, by: str = "") -> ImportRun:
    """Map events of a feed again from what we keep of them."""
    feed = feed_of(source)
    if feed is None:
        raise UnusableError(_("Ce flux n’existe plus."))
    run = start_run(source=source, feed=feed.name, mode=ImportMode.RETRY, started_by=by)
    mapping = mapping_of(feed)
    reading = Feed(run=run, map_objects=mapping.start, signature=mapping.signature)
    records = SourceRecord.objects.filter(source=source, external_id__in=list(external_ids), withdrawn_at=None)
    reading.read(kept_items(records.exclude(external_id__startswith="?").values_list("external_id", "raw")))
    _join(run, reading)
    return close_run(run, None)


def read_enabled_feeds(*, started_by: str = "") -> list[tuple[EventFeed, ImportRun | None]]:
    """Read every feed that is read each night. One that fails, or is being read (None), does not stop the others."""
    done: list[tuple[EventFeed, ImportRun | None]] = []
    for feed in EventFeed.objects.filter(enabled=True).exclude(url="").select_related("office", "place"):
        try:
            done.append((feed, read_feed(feed, started_by=started_by)))
        except RunInProgressError:
            done.append((feed, None))
        except Exception:
            # A mistake of ours; the run was closed and says so.
            logger.exception("Feed %s could not be read.", feed.source)
            done.append((feed, ImportRun.objects.filter(source=feed.source).order_by("-pk").first()))
    return done


def feed_of(source: str) -> EventFeed | None:
    """The feed whose records have a source."""
    kind, _separator, number = source.partition(":")
    if kind not in KINDS or not number.isascii() or not number.isdigit():
        return None
    return EventFeed.objects.select_related("office", "place").filter(kind=kind, pk=int(number[:18])).first()


def mapping_of(feed: EventFeed) -> FeedMapping:
    """How events of a feed become ours, as it is configured now."""
    place = feed.place
    usual = Usual(
        place=place.public_id if place else "",
        place_commune=(place.commune_id or "") if place else "",
        commune=feed.commune_id or "",
        category=feed.category,
    )
    # The dates that a rule gives are written out up to the horizon, which moves on each month.
    return FeedMapping(
        kind=KINDS[feed.kind],
        communes=Communes(Commune.objects.values_list("code", "name", "postcode")),
        usual=usual,
        territory=Territory(
            Where(*row) for row in communes_of_territory().values_list("code", "postcode", "latitude", "longitude")
        ),
        outside_too=feed.publishes_outside,
        owner=feed.office.name if feed.office else "",
        owner_id=f"office:{feed.office_id}" if feed.office_id else "",
        extra=f"{horizon_of(timezone.localdate())}",
    )


def horizon_of(today: date) -> date:
    """The last day of the month up to which rules of dates are followed."""
    far = today + AHEAD
    return (far.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def ask(
    feed: EventFeed, client: FeedClient, mapping: FeedMapping, *, ended: Callable[[], bool] | None = None
) -> Answer:
    """What the feed says now; what somebody waits for is not read further than until it `ended`. Raises FeedError."""
    today = timezone.localdate()
    known = feed.read_state if feed.pk else {}
    fresh = known.get("signature") == _state_signature(feed, mapping) and known.get("day", "") > str(
        today - timedelta(days=READ_AGAIN)
    )
    validators = {name: known[name] for name in ("etag", "last_modified") if fresh and known.get(name)}
    return KINDS[feed.kind].fetch(feed, Asked(client, validators, today, horizon_of(today), ended))


def known_records(feed: EventFeed) -> dict[str, Known]:
    """What we have of a feed, by number; one statement."""
    rows = SourceRecord.objects.filter(source=feed.source).annotate(
        content_key=KeyTextTransform("content_key", KeyTextTransform("details", "record")),
        title=KeyTextTransform("fr", KeyTextTransform("name", "record")),
    )
    return {
        number: Known(key or "", title or "", withdrawn is None)
        for number, key, title, withdrawn in rows.values_list("external_id", "content_key", "title", "withdrawn_at")
    }


def items_of(told: Iterable[Told], feed: EventFeed, known: dict[str, Known], *, removed: set[str]) -> Iterator[Item]:
    """Events as the sync takes them. What the feed itself says is gone is added to `removed`, when we have it."""
    if not KINDS[feed.kind].by_content:
        for one in told:
            number = number_of(one.uid)
            if not one.gone:
                yield Item(number, written(one.content), problem=one.problem)
            elif number in known and known[number].in_use:
                removed.add(number)
        return
    events = list(told)
    numbers = numbered(events, known)
    by_uid = {one.uid: number for one, number in zip(events, numbers, strict=True) if one.uid}
    named = zip(events, numbers, strict=True)
    parents = without_loops({number: by_uid[one.parent] for one, number in named if one.parent in by_uid})
    for one, number in zip(events, numbers, strict=True):
        content = one.content | ({"parent": parents[number]} if number in parents else {})
        yield Item(number, written(content))


def _withdraw_missing(reading: Feed, removed: set[str], *, confirmed: bool) -> None:
    """Withdraw what the feed no longer has, but for what is over: calendars drop what has been, and its page stays.
    What it says itself was `removed` is dealt with."""
    source = reading.run.source
    over = Event.objects.filter(last_date__lt=timezone.localdate()).values("pk")
    in_use = SourceRecord.objects.filter(source=source, withdrawn_at=None)
    past = set(in_use.filter(kind=RecordKind.EVENT, subject_id__in=over).values_list("external_id", flat=True))
    coming = set(in_use.values_list("external_id", flat=True)) - past - removed
    if reading.unreadable or reading.unnamed or (coming and not reading.seen):
        reading.withdraw_unseen(confirmed=confirmed)
    elif reading.seen or past:
        reading.keep_only({*reading.seen, *past, *removed}, confirmed=confirmed)
    else:
        reading.judged = True


def _keep_all(run: ImportRun) -> None:
    """The site says that nothing changed."""
    pks = list(SourceRecord.objects.filter(source=run.source, withdrawn_at=None).values_list("pk", flat=True))
    run.read = run.unchanged = len(pks)
    if not run.dry_run:
        mark_unchanged(pks, run=run)


def _join(run: ImportRun, reading: Feed) -> None:
    changed: dict[str, Any] = dict(reading.changed)
    for kind, ids in interrupted_changes(run).items():
        if kind == RecordKind.EVENT:
            changed[kind] = [*changed.get(kind, ()), *ids]
    link_events(event_ids=changed.get(RecordKind.EVENT, ()))
    compare_changed(event_ids=changed.get(RecordKind.EVENT, ()))


def _state_signature(feed: EventFeed, mapping: FeedMapping) -> str:
    return f"{feed.url} {mapping.signature}"


def _remember(feed: EventFeed, validators: dict[str, str], mapping: FeedMapping) -> None:
    """Ask only for changes next time; all, when there are no validators."""
    state: dict[str, str] = {}
    if validators:
        day = feed.read_state.get("day", "") if feed.read_state.get("etag") == validators.get("etag") else ""
        state = validators | {"signature": _state_signature(feed, mapping)}
        state["day"] = day or str(timezone.localdate())
    EventFeed.objects.filter(pk=feed.pk).update(read_state=state)
    feed.read_state = state
