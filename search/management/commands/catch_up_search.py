"""Tells the search index what it was not told yet: the end of a bulk import, what Elasticsearch could not take."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.engines.contract import EngineUnavailableError
from search.index import catch_up

# Seconds between two lines of progress in a terminal.
LINE_EVERY_S = 0.2


class Command(BaseCommand):
    help = "Works off the backlog of the search index, while imports, edits and searches go on."

    def handle(self, **options: Any) -> None:
        start = time.monotonic()
        shown = 0.0

        def progress(done: int, waiting: int) -> None:
            nonlocal shown
            now = time.monotonic()
            if self.stdout.isatty() and (now - shown >= LINE_EVERY_S or not waiting):
                shown = now
                share = done / max(1, done + waiting)
                bar = "#" * round(30 * share)
                self.stdout.write(f"\r{bar:.<30} {share:4.0%}  {done} done, {waiting} waiting  ", ending="")
                self.stdout.flush()

        try:
            done = catch_up(progress=progress)
        except EngineUnavailableError as error:
            said = _("L’index de recherche n’a pas pu être écrit ; celui de la base de données est à jour. %s") % error
            raise CommandError(said) from None
        seconds = time.monotonic() - start
        if self.stdout.isatty():
            self.stdout.write("")
        self.stdout.write(f"{done} objects in {seconds:.1f} s")
