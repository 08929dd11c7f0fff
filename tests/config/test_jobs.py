"""What each job of the timetable does, when there is something to do."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from agenda.models import Event
from config.jobs import JOBS, JobFailedError
from search.models import SearchBacklog
from tests.agenda.announced import announce
from tests.agenda.apidae_feed import apidae, dataset_of
from tests.tourism.apidae.territories import event
from tourism.enums import DeliveryState, ImportMode, ImportStatus
from tourism.models import ExportDelivery, FeedAlert, ImportRun, ImportRunLine, RemoteImage

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def instance(settings, tmp_path):
    settings.VAR_DIR = settings.MEDIA_ROOT = tmp_path
    settings.APIDAE_KEY, settings.APIDAE_PROJECT = "demo", 1


def test_apidae_is_read_by_the_interface_of_the_settings_only(settings):
    wanted = {}
    for interface, key, token in (("api", "demo", ""), ("api", "", ""), ("export", "demo", "t" * 20)):
        settings.APIDAE_INTERFACE, settings.APIDAE_KEY, settings.APIDAE_NOTIFICATION_TOKEN = interface, key, token
        wanted[interface, key] = [name for name in JOBS if name.startswith("apidae_") and JOBS[name].wanted()]
    assert wanted == {
        ("api", "demo"): ["apidae_changes", "apidae_full", "apidae_pictures"],
        ("api", ""): ["apidae_pictures"],
        ("export", "demo"): ["apidae_exports", "apidae_pictures"],
    }


def test_night_reads_all_and_the_hour_what_changed(settings):
    with apidae(dataset_of(event(1), event(2))) as server:
        settings.APIDAE_URL = server.api_url
        night = JOBS["apidae_full"].run()
        server.dataset = dataset_of(event(1))
        hour = JOBS["apidae_changes"].run()
    assert night.startswith("2 fiches lues, 2 créées, 0 modifiées")
    assert "1 retirées" in hour
    assert list(ImportRun.objects.order_by("pk").values_list("mode", "started_by")) == [
        (ImportMode.FULL, ""),
        (ImportMode.DELTA, ""),
    ]
    assert Event.objects.filter(published=True).count() == 1


def test_job_of_a_reading_that_failed_says_why(settings):
    with apidae(dataset_of()) as server:
        settings.APIDAE_URL = server.api_url
        server.faults.play(html=None)
        with pytest.raises(JobFailedError, match="une page web au lieu de données"):
            JOBS["apidae_full"].run()
    settings.APIDAE_KEY = ""
    with pytest.raises(JobFailedError, match="La clé ou le numéro"):
        JOBS["apidae_changes"].run()


def test_exports_are_pending_until_they_are_taken_and_a_failure_is_the_jobs(settings):
    pending = JOBS["apidae_exports"].pending
    with apidae(dataset_of(event(1))) as server:
        settings.APIDAE_URL = server.api_url
        before = pending()
        lost = announce(server, download_url=f"{server.url}/exports/1_gone.zip")
        waiting = pending()
        with pytest.raises(JobFailedError, match=f"{lost.stem} : .*ne connaît pas"):
            JOBS["apidae_exports"].run()
        failed = pending()
        announce(server, at=datetime(2026, 11, 25, 1, 0, tzinfo=UTC))
        said = JOBS["apidae_exports"].run()
    assert (before, waiting, failed, said) == (False, True, False, "1 export intégré.")
    assert pending() is False
    assert set(ExportDelivery.objects.values_list("state", flat=True)) == {
        DeliveryState.DONE,
        DeliveryState.SUPERSEDED,
    }


def test_pictures_are_pending_while_some_are_to_be_fetched(settings):
    settings.APIDAE_URL = "http://127.0.0.1:9/api"
    assert JOBS["apidae_pictures"].pending() is False
    RemoteImage.objects.create(url="https://example.org/a.jpg")  # not a host that pictures may come from
    assert JOBS["apidae_pictures"].pending() is True
    assert [JOBS["apidae_pictures"].run() for _ in range(3)] == ["0 images reçues, 1 en échec."] * 3
    assert JOBS["apidae_pictures"].pending() is False


def test_pages_are_published_and_taken_off_at_their_time():
    job = JOBS["publish_scheduled"]
    now = timezone.now()
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=Page(title="Programmée", slug="programmee", live=False))
    page.go_live_at = now - HOUR
    page.save_revision(approved_go_live_at=now + HOUR)
    too_soon = job.pending()
    page.save_revision(approved_go_live_at=now - HOUR)
    due = job.pending()
    job.run()
    shown = Page.objects.get(pk=page.pk).live
    nothing_more = job.pending()
    Page.objects.filter(pk=page.pk).update(expire_at=now - HOUR)
    over = job.pending()
    job.run()
    assert (too_soon, due, shown, nothing_more, over) == (False, True, True, False, True)
    assert (Page.objects.get(pk=page.pk).live, job.pending()) == (False, False)


def test_search_is_caught_up_with_what_was_left():
    job = JOBS["catch_up_search"]
    before = job.pending()
    SearchBacklog.objects.create(kind="PLACE", object_id=1)
    left = job.pending()
    job.run()
    assert (before, left, job.pending()) == (False, True, False)


def test_feeds_are_watched_and_a_mail_that_waits_is_told(settings):
    run = ImportRun.objects.create(source="apidae", status=ImportStatus.SUCCEEDED)
    ImportRun.objects.filter(pk=run.pk).update(finished_at=timezone.now() - timedelta(days=9))
    settings.ALERT_EMAILS = []
    with pytest.raises(JobFailedError, match="1 alerte n’a pas pu être écrite."):
        JOBS["check_feeds"].run()
    settings.ALERT_EMAILS = ["agence@example.org"]
    assert JOBS["check_feeds"].run() == "0 alertes ouvertes, 0 closes, 1 messages."
    assert FeedAlert.objects.exclude(mailed_at=None).count() == 1


def test_passing_of_a_day_is_told_in_words():
    assert "old packs removed: 0" in JOBS["refresh_public"].run()


def test_history_of_more_than_a_year_is_forgotten():
    run = ImportRun.objects.create(source="apidae", status=ImportStatus.SUCCEEDED)
    ImportRun.objects.filter(pk=run.pk).update(started_at=timezone.now() - timedelta(days=401))
    ImportRunLine.objects.create(run=run, outcome="CREATED", external_id="1")
    assert JOBS["prune"].run() == "1 lignes d’imports et 0 exports annoncés oubliés. 0 annonces et 0 adresses oubliées."
