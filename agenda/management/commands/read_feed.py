"""`manage.py read_feed`: reads a feed of events that an office configured, or says what it would bring."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from agenda.management.changes import told_lines
from agenda.models import EventFeed
from agenda.sources.feeds.reading import read_feed
from tourism.actions import RunInProgressError
from tourism.enums import ImportStatus
from tourism.models import ImportRun

BY = "manage.py"
MOST_SHOWN = 20


class Command(BaseCommand):
    """Reads one feed by its number; without a number, lists them."""

    help = "Read a feed of events. Without a number, list the feeds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("feed", nargs="?", type=int, help="Number of the feed, as the list shows it.")
        parser.add_argument("--dry-run", action="store_true", help="Only tell what would change.")
        parser.add_argument(
            "--confirm-withdrawals", action="store_true", help="Withdraw what is missing, however much it is."
        )

    def handle(self, **options: Any) -> None:
        if options["feed"] is None:
            for feed in EventFeed.objects.select_related("office"):
                night = "" if feed.enabled else " (arrêté)"
                self.stdout.write(f"{feed.pk}  {feed.name}, {feed.get_kind_display()}, {feed.office or '—'}{night}")
            return
        found = EventFeed.objects.select_related("office", "place").filter(pk=options["feed"]).first()
        if found is None:
            raise CommandError(_("Aucun flux n’a le numéro %d.") % options["feed"])
        try:
            run = read_feed(found, dry_run=options["dry_run"], confirmed=options["confirm_withdrawals"], started_by=BY)
        except RunInProgressError as error:
            raise CommandError(error.sentence) from error
        self._report(run, verbosity=options["verbosity"])
        if run.status == ImportStatus.FAILED:
            raise CommandError(run.error)

    def _report(self, run: ImportRun, *, verbosity: int) -> None:
        self.stdout.write(
            f"{'Essai à blanc' if run.dry_run else 'Lecture'} {run.feed} : {run.read} lus, {run.created} créés, "
            f"{run.updated} modifiés, {run.unchanged} inchangés, {run.withdrawn} retirés, "
            f"{run.quarantined} en quarantaine."
        )
        if run.status == ImportStatus.WAITING:
            self.stdout.write(f"  {run.withheld} retraits attendent un accord (--confirm-withdrawals).")
        if run.error and run.status != ImportStatus.FAILED:
            self.stdout.write(f"  {run.error}")
        for text in told_lines(run, shown=None if verbosity > 1 else MOST_SHOWN if run.dry_run else 0):
            self.stdout.write(text)
