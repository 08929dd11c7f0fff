"""« Lire maintenant »: asked for in the back office, done by the runner, followed on the page."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from agenda.models import Event, EventFeed
from agenda.sources.feeds import asking
from agenda.sources.feeds.asking import ask_reading, read_asked_feeds
from agenda.sources.feeds.managing import save_feed
from agenda.sources.feeds.reading import open_reading
from cms.models import ScheduledJob
from config.jobs import JOBS, JobFailedError
from config.scheduler import due_jobs, sync_jobs
from tests.agenda.feeds.ics import calendar, event
from tests.agenda.feeds.web import site
from tourism.actions.processes import process_name
from tourism.enums import ImportStatus
from tourism.models import ImportRun, Office

YEAR = timezone.localdate().year + 1
AWAY, WAITS, GOES_ON = "ne tourne pas", "commence dans quelques secondes", "Lecture en cours"


@pytest.fixture
def web(settings):
    settings.FEEDS_ALLOW_LOOPBACK = True
    with site() as here:
        yield here


@pytest.fixture
def own_feed(offices, web):
    """A calendar of the Verdon's office with one event."""
    url = web.put("/a.ics", calendar(event("Bal", f"{YEAR}0712T210000", uid="b")))
    return EventFeed.objects.create(name="Calendrier", url=url, office=Office.objects.get(slug="verdon"))


@pytest.fixture
def runner(db):
    """A runner that has just looked at the timetable."""
    sync_jobs(now=timezone.now())


def url_of(name: str, *args: Any) -> str:
    return reverse(EventFeed.snippet_viewset.get_url_name(name), args=args)


def readings(client, feed) -> str:
    return client.get(url_of("readings", feed.pk)).content.decode()


def test_request_asks_and_the_runner_reads(own_feed, web, runner, verdon):
    idle = readings(verdon, own_feed)
    assert "Lire maintenant" in idle and "data-refresh" not in idle
    page = verdon.post(url_of("read", own_feed.pk), follow=True).content.decode()
    assert WAITS in page and "Lire maintenant" not in page and "admin/live" in page
    assert "Demandée" in verdon.get(url_of("list")).content.decode()
    assert web.asked == [] and not ImportRun.objects.exists()
    assert "asked_feeds" in due_jobs(now=timezone.now())
    assert JOBS["asked_feeds"].run() == "1 flux lu."
    own_feed.refresh_from_db()
    assert (own_feed.asked_at, Event.objects.get().title) == (None, "Bal")
    over = readings(verdon, own_feed)
    assert "Lire maintenant" in over and "data-refresh" not in over and str(ImportStatus.SUCCEEDED.label) in over
    assert not JOBS["asked_feeds"].pending()


def test_a_reading_that_goes_on_is_shown_and_not_begun_again(own_feed, runner, verdon):
    run = open_reading(own_feed, started_by="verdon")
    ImportRun.objects.filter(pk=run.pk).update(read=400)
    page = verdon.post(url_of("read", own_feed.pk), follow=True).content.decode()
    assert "déjà en cours de lecture" in page and "Lecture en cours : 400 événements lus" in page
    own_feed.refresh_from_db()
    assert own_feed.asked_at is None and ImportRun.objects.count() == 1


def test_asked_twice_is_read_once(own_feed, runner, web):
    assert ask_reading(feed=own_feed, by="a") and not ask_reading(feed=own_feed, by="b")
    assert [run.started_by for _feed, run in read_asked_feeds()] == ["a"]
    assert len(web.asked) == 1


def test_what_somebody_else_reads_meanwhile_is_not_asked_for_any_more(own_feed, runner, web):
    ask_reading(feed=own_feed, by="a")
    open_reading(own_feed)
    with pytest.raises(JobFailedError, match="déjà en cours de lecture"):
        JOBS["asked_feeds"].run()
    assert ImportRun.objects.count() == 1 and not asking.readings_wait() and web.asked == []


def test_a_killed_reading_does_not_stand_in_the_way(own_feed, runner, verdon):
    run = open_reading(own_feed)
    ImportRun.objects.filter(pk=run.pk).update(process=process_name(1 << 22))
    assert GOES_ON not in readings(verdon, own_feed)
    assert ask_reading(feed=own_feed, by="a")
    read_asked_feeds()
    assert [one.status for one in ImportRun.objects.order_by("pk")] == [
        ImportStatus.INTERRUPTED,
        ImportStatus.SUCCEEDED,
    ]


def test_a_runner_told_to_stop_leaves_the_wish_for_the_next_one(own_feed, runner, monkeypatch):
    def stopped(*_args: Any, **_options: Any) -> None:
        raise SystemExit(1)

    ask_reading(feed=own_feed, by="a")
    monkeypatch.setattr(asking, "read_into", stopped)
    with pytest.raises(SystemExit):
        read_asked_feeds()
    assert asking.readings_wait()


def test_one_feed_that_breaks_does_not_keep_the_others_from_being_read(own_feed, web, runner, monkeypatch, caplog):
    broken = EventFeed.objects.create(name="Cassé", url=f"{web.url}/a.ics")
    really = asking.read_into

    def read(run: ImportRun, feed: EventFeed) -> ImportRun:
        if feed == broken:
            raise ZeroDivisionError
        return really(run, feed)

    monkeypatch.setattr(asking, "read_into", read)
    for feed in (broken, own_feed):
        ask_reading(feed=feed, by="a")
    read_asked_feeds()
    assert Event.objects.count() == 1 and "could not be read" in caplog.text and not asking.readings_wait()


def test_who_asks_is_told_that_nobody_reads(own_feed, verdon):
    # No runner has ever looked at the timetable.
    page = verdon.post(url_of("read", own_feed.pk), follow=True).content.decode()
    assert AWAY in page and WAITS not in page
    # It looked, and went.
    sync_jobs(now=timezone.now())
    assert WAITS in readings(verdon, own_feed)
    ScheduledJob.objects.update(next_run_at=timezone.now() - timedelta(minutes=3))
    assert AWAY in readings(verdon, own_feed)
    # It is at other jobs.
    ScheduledJob.objects.filter(name="apidae_full").update(process=process_name(), started_at=timezone.now())
    assert WAITS in readings(verdon, own_feed)
    # It comes back.
    ScheduledJob.objects.update(process="", next_run_at=timezone.now())
    assert JOBS["asked_feeds"].run() == "1 flux lu."
    assert "Lire maintenant" in readings(verdon, own_feed)


def test_who_asks_is_told_that_the_agency_stopped_these_readings(own_feed, runner, verdon):
    ScheduledJob.objects.filter(name="asked_feeds").update(enabled=False)
    page = verdon.post(url_of("read", own_feed.pk), follow=True).content.decode()
    assert "l’agence a arrêté les lectures à la demande" in page


def test_form_that_was_open_meanwhile_does_not_undo_what_readings_noted(own_feed):
    stale = EventFeed.objects.get(pk=own_feed.pk)
    EventFeed.objects.filter(pk=own_feed.pk).update(read_state={"etag": "x"}, asked_at=timezone.now(), asked_by="a")
    stale.name = "Autre nom"
    save_feed(feed=stale, by="verdon")
    own_feed.refresh_from_db()
    assert (own_feed.name, own_feed.read_state, own_feed.asked_by) == ("Autre nom", {"etag": "x"}, "a")
