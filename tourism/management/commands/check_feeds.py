"""`manage.py check_feeds`: what is wrong with the feeds, told to those in charge."""

from typing import Any

from django.core.management.base import BaseCommand

from tourism.actions import alert_recipients, check_feeds
from tourism.enums import AlertKind
from tourism.models import FeedAlert


class Command(BaseCommand):
    """Opens and closes alerts, writes the mails, prints what is open."""

    help = "Look for feeds that are silent, shrinking, failing or blocked, and write to those in charge."

    def handle(self, **options: Any) -> None:
        report = check_feeds()
        for alert in FeedAlert.objects.filter(closed_at=None):
            self.stdout.write(f"{alert.source} : {AlertKind(alert.kind).label} — {alert.sentence}")
        for alert in report.closed:
            self.stdout.write(f"{alert.source} : {AlertKind(alert.kind).label}, c’est réglé.")
        if not FeedAlert.objects.filter(closed_at=None).exists():
            self.stdout.write("Rien d’anormal.")
        if report.mailed:
            self.stdout.write(f"{report.mailed} message(s) à {', '.join(alert_recipients())}.")
        if report.unsent:
            self.stderr.write(f"{report.unsent} message(s) à écrire de nouveau.")
