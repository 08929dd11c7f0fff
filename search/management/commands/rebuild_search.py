"""Makes the search index again from what is public."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.engines.contract import EngineUnavailableError
from search.index import rebuild_index


class Command(BaseCommand):
    help = "Makes the search index hold exactly what is public, while searches go on."

    def handle(self, **options: Any) -> None:
        start = time.monotonic()
        try:
            written = rebuild_index()
        except EngineUnavailableError as error:
            said = _("L’index de recherche n’a pas pu être écrit ; celui de la base de données est à jour. %s") % error
            raise CommandError(said) from None
        for engine, documents in written.items():
            self.stdout.write(f"{engine}: {documents} documents")
        self.stdout.write(f"{time.monotonic() - start:.1f} s")
