"""What a monitor reads."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import ScheduledJob
from config.scheduler import sync_jobs
from tourism.models import FeedAlert

pytestmark = pytest.mark.django_db


def test_health_names_late_jobs_and_open_alerts(client):
    sync_jobs(now=timezone.now())
    well = client.get("/healthz").json()
    ScheduledJob.objects.filter(name="prune").update(next_run_at=timezone.now() - timedelta(hours=1))
    FeedAlert.objects.create(source="apidae", kind="SILENT", sentence="Rien depuis lundi.")
    FeedAlert.objects.create(source="apidae", kind="FAILING", sentence="Hier.", closed_at=timezone.now())
    ill = client.get("/healthz").json()
    assert (well["timetable"], well["feeds"]) == ({"late": []}, [])
    assert (ill["timetable"], ill["feeds"]) == ({"late": ["prune"]}, ["apidae SILENT"])
