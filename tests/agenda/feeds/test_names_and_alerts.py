"""A feed is called by its name, and its troubles are told while it is read."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from agenda.models import Event, EventFeed
from agenda.sources.feeds.reading import read_feed, retry_feed_records
from tests.agenda.apidae_feed import counts
from tests.agenda.feeds.ics import calendar, event
from tourism.actions import check_feeds
from tourism.models import FeedAlert, ImportRun, SourceRecord

pytestmark = pytest.mark.django_db

SOURCES = "query($id: ID!) { event(id: $id) { sources { source name owner } } }"


@pytest.fixture
def read(feed, web, year):
    web.put("/agenda.ics", calendar(event("Bal", f"{year}0712T210000", uid="b@x")))
    return read_feed(feed)


def test_visitors_read_the_name_of_the_feed(read, feed, graphql):
    shown = graphql(SOURCES, id=Event.objects.get().public_id)["event"]["sources"]
    assert shown == [{"source": feed.source, "name": "Agenda du cloître", "owner": "Office du Pays de Forcalquier"}]


def test_the_name_of_a_feed_costs_no_statement_the_second_time(read, graphql, django_assert_num_queries):
    public_id = Event.objects.get().public_id
    graphql(SOURCES, id=public_id)
    cache.delete("anything")
    with django_assert_num_queries(2):
        graphql(SOURCES, id=public_id)


def silent(feed: EventFeed) -> None:
    ImportRun.objects.filter(source=feed.source).update(
        finished_at=timezone.now() - timedelta(days=30), started_at=timezone.now() - timedelta(days=30)
    )


def test_a_silent_feed_is_told_by_its_name(read, feed, mailoutbox, settings):
    settings.ALERT_EMAILS = ["adt@example.org"]
    silent(feed)
    check_feeds()
    assert FeedAlert.objects.get().kind == "SILENT"
    assert "Agenda du cloître" in mailoutbox[0].subject
    assert "Apidae" not in mailoutbox[0].body


def test_nobody_is_told_of_a_feed_that_is_not_read(read, feed):
    EventFeed.objects.update(enabled=False)
    cache.clear()
    silent(feed)
    check_feeds()
    assert not FeedAlert.objects.exists()


def test_what_is_in_quarantine_is_mapped_again_from_what_is_kept(feed, web, year):
    web.put("/agenda.ics", calendar(event("", f"{year}0712T210000", uid="b@x")))
    assert read_feed(feed).quarantined == 1
    assert "titre" in SourceRecord.objects.get().quarantine_reason
    assert counts(retry_feed_records(feed.source, ["b@x"])) == {"read": 1, "quarantined": 1}
