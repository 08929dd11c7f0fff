"""What the demonstration adds to the agenda: feeds of an office, and announcements."""

from dataclasses import replace
from datetime import date, timedelta
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.utils import timezone

from agenda.demonstration import FeedSite, load_announcements, load_feeds, site_port
from agenda.demonstration.calendar import TOLD_AGAIN, communes_calendar, villages_table
from agenda.demonstration.feeds import FEEDS
from agenda.enums import PairState, SubmissionState
from agenda.models import AnnouncementMail, Event, EventFeed, EventPair, Submission
from agenda.sources.feeds.errors import FeedError
from agenda.sources.feeds.guard import checked_ip
from agenda.sources.feeds.sheet_files import read_sheet
from agenda.sources.feeds.sheets import guessed_columns
from tests.agenda.apidae_feed import import_api
from tourism.apidae.demonstration import build_territory
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.demonstration import load_offices
from tourism.models import Merge, Place
from tourism.schedule import expand
from tourism.schedule.ical import read_calendar

DAYS = [date(2026, 11, 26) + timedelta(days=11 * n) for n in range(34)]


@pytest.mark.parametrize("day", DAYS)
def test_calendar_has_fourteen_events_to_come_and_a_mistake_on_any_day_of_the_year(day):
    content = communes_calendar(day)
    read = read_calendar(content, horizon=day + timedelta(days=400))
    assert (len(read.events), len(read.problems)) == (14, 1)
    assert content == communes_calendar(day)
    for event in read.events:
        assert expand(event.schedule, first=day, last=day + timedelta(days=400), limit=1), event.uid


@pytest.mark.parametrize("day", DAYS[:3])
def test_columns_of_the_table_are_guessed_but_for_none(day):
    sheet = read_sheet(villages_table(day))
    columns = next(columns for _name, kind, _file, columns in FEEDS if kind == "sheet")
    assert len(sheet.rows) == 6 and set(columns.values()) == set(sheet.headers)
    guessed = guessed_columns(sheet.headers)
    assert {field: guessed[field] for field in ("title", "first", "start", "venue")} == {
        field: columns[field] for field in ("title", "first", "start", "venue")
    }


def test_site_has_the_feeds_of_each_day_and_nothing_else():
    with FeedSite() as site:
        root = f"http://127.0.0.1:{site.port}"
        body = urlopen(f"{root}/2026-11-26/communes-du-verdon.ics").read()
        assert body == communes_calendar(date(2026, 11, 26))
        for path in ("/", "/2026-11-26/x", "/2026-13-26/communes-du-verdon.ics", "/../etc/passwd"):
            with pytest.raises(HTTPError, match="404"):
                urlopen(f"{root}{path}")
        with pytest.raises(OSError):
            FeedSite(site.port)


def test_one_port_of_this_machine_is_open_to_feeds_and_no_other(settings):
    settings.FEEDS_ALLOW_LOOPBACK = False
    assert checked_ip("127.0.0.1", 8905, loopback_port=8905) == "127.0.0.1"
    for host, port, own in (("127.0.0.1", 80, 8905), ("127.0.0.1", 8905, 0), ("10.0.0.1", 8905, 8905)):
        with pytest.raises(FeedError, match="réseau privé"):
            checked_ip(host, port, loopback_port=own)


@pytest.fixture
def territory(db, settings, tmp_path):
    """The offices, and what of the demonstration's APIDAE the calendar tells again."""
    settings.MEDIA_ROOT = tmp_path
    settings.FEEDS_ALLOW_LOOPBACK = False
    load_offices()
    whole = build_territory(timezone.localdate())
    told = {number for number, *_rest in TOLD_AGAIN}
    part = replace(whole, objects=[one for one in whole.objects if one["id"] in told])
    with ApidaeSimulator(Dataset.from_territory(part), today=timezone.localdate()) as server:
        assert import_api(server).created == len(TOLD_AGAIN)


def test_feeds_bring_events_some_of_which_look_known_and_one_surely_is(territory):
    today = timezone.localdate()
    with FeedSite() as site:
        runs = load_feeds(today=today, port=site.port)
        again = load_feeds(today=today, port=site.port)
    assert [(run.read, run.created, run.quarantined, run.error) for run in runs] == [(15, 14, 1, ""), (6, 5, 1, "")]
    assert [(run.created, run.updated, run.withdrawn) for run in again] == [(0, 0, 0)] * 2
    assert EventFeed.objects.count() == 2 and site_port() == site.port
    states = list(EventPair.objects.order_by("state").values_list("state", "silent"))
    assert states == [(PairState.OPEN, False)] * 3 + [(PairState.SAME, True)]
    assert Merge.objects.count() == 1 and Place.objects.count() == 0
    assert set(Event.objects.values_list("office__slug", flat=True)) == {"verdon"}


def test_announcements_are_in_several_states_once_and_nobody_is_written_to(territory):
    now = timezone.localtime()
    assert [load_announcements(now=now), load_announcements(now=now)] == [4, 0]
    assert sorted(Submission.objects.values_list("state", flat=True)) == sorted(
        [SubmissionState.WAITING, SubmissionState.WAITING, SubmissionState.ASKED, SubmissionState.REFUSED]
    )
    assert {one.office.slug for one in Submission.objects.select_related("office")} == {"verdon"}
    assert not AnnouncementMail.objects.filter(next_try_at__isnull=False)
