"""What becomes of a feed's events when the feed is given to another office, or deleted."""

from django.core.cache import cache
from django.utils.translation import gettext as _

from agenda.actions import link_events
from agenda.models import Event, EventFeed
from agenda.queries import FEEDS_KEY
from agenda.sources.feeds.asking import ask_reading
from tourism.actions import entrust_objects, finish_run, gone_records, records_in_use, start_run
from tourism.enums import RecordKind
from tourism.feed.withdrawals import withdraw_gone
from tourism.models import SourceRecord

_OF_READINGS = ("read_state", "asked_at", "asked_by")
_COLUMNS = [field.name for field in EventFeed._meta.concrete_fields if not field.primary_key]


def save_feed(*, feed: EventFeed, by: str) -> EventFeed:
    """Save a feed. When it is another office's than before, so are the events that it brought. When what is outside the
    territory is chosen otherwise than before, it is read again as soon as the runner looks."""
    known = EventFeed.objects.filter(pk=feed.pk).values_list("office", "publishes_outside").first() if feed.pk else None
    before, outside_too = known or (None, feed.publishes_outside)
    feed.created_by = feed.created_by or by[:150]
    # What a reading notes of it meanwhile is not the form's.
    feed.save(update_fields=[name for name in _COLUMNS if name not in _OF_READINGS] if feed.pk else None)
    cache.delete(FEEDS_KEY)
    if before is not None and feed.office is not None and before != feed.office_id:
        brought = SourceRecord.objects.filter(source=feed.source, kind=RecordKind.EVENT, subject_id__isnull=False)
        own = Event.objects.filter(pk__in=brought.values("subject_id"), office=before)
        entrust_objects(office=feed.office, model=Event, ids=own.values_list("pk", flat=True))
    if outside_too != feed.publishes_outside and records_in_use(feed.source).exists():
        ask_reading(feed=feed, by=by)
    return feed


def delete_feed(*, feed: EventFeed, by: str) -> int:
    """Withdraw the events of a feed, then forget it; gives how many were withdrawn. Their pages say that they are no
    longer announced. Raises RunInProgressError while it is being read."""
    run = start_run(source=feed.source, feed=_("%s, supprimé") % feed.name, started_by=by)
    changed = withdraw_gone(gone_records(records_in_use(feed.source)), run=run, confirmed=True)
    link_events(event_ids=changed.get(RecordKind.EVENT, ()))
    finish_run(run, judged=True)
    if feed.sheet:
        feed.sheet.delete(save=False)
    feed.delete()
    cache.delete(FEEDS_KEY)
    return run.withdrawn
