"""`manage.py fetch_pictures`: the pictures that imports named and that are not here yet."""

from typing import Any

from django.core.management.base import BaseCommand

from agenda.management.progress import progress_bar
from agenda.sources.deliveries import apidae_client
from agenda.sources.pictures import fetch_pictures


class Command(BaseCommand):
    """Fetches and shows them."""

    help = "Fetch the pictures that imports named; one that failed three times is left alone."

    def handle(self, **options: Any) -> None:
        with apidae_client() as client, progress_bar("Images", quiet=options["verbosity"] == 0) as progress:
            fetched, failed = fetch_pictures(client, progress=progress)
        self.stdout.write(f"Images : {fetched} reçues, {failed} en échec.")
