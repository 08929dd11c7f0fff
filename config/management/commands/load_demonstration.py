"""`manage.py load_demonstration`: fills an instance the way a real one is filled, by an import over HTTP."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from agenda.demonstration import FeedSite, load_announcements, load_feeds
from agenda.models import Event
from agenda.sources.imports import apidae_import, refresh_fetched_images
from cms.demonstration import load_pages
from config.packs import build_packs
from tourism.actions import entrust_objects
from tourism.apidae.client import ApidaeClient
from tourism.apidae.pictures import fetch_images
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.territory import demonstration_dataset
from tourism.demonstration import load_offices, load_story
from tourism.models import Office, Place

PROJECT, KEY = 4, "demo04"
# The addresses of the pictures hold the port: with the same one, loading again changes nothing.
PORT = 8904
FEEDS_PORT = 8905


def simulator() -> ApidaeSimulator:
    """APIDAE on this machine with the demonstration territory, on another port when the usual one is taken."""
    options: dict[str, Any] = {"project_id": PROJECT, "api_key": KEY, "today": timezone.localdate()}
    try:
        server = ApidaeSimulator(Dataset([]), port=PORT, **options)
    except OSError:
        server = ApidaeSimulator(Dataset([]), **options)
    server.dataset = demonstration_dataset(timezone.localdate(), server.url)
    return server


class Command(BaseCommand):
    """Offices and accounts, the territory through the APIDAE simulator, pages, a story, packs, the search index."""

    help = "Load the demonstration (idempotent): a territory imported over HTTP, pages, a story, accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        load_offices()
        with simulator() as server, ApidaeClient(server.api_url, KEY, PROJECT, pause=0) as client:
            run = apidae_import(client=client, confirmed=True).from_api()
            self.stdout.write(
                f"APIDAE : {run.read} objets lus, {run.created} créés, {run.updated} modifiés, "
                f"{run.unchanged} inchangés, {run.quarantined} en quarantaine. {run.error}"
            )
            fetched, failed = fetch_images(client, show=refresh_fetched_images)
            self.stdout.write(f"Images : {len(fetched)} reçues, {failed} en échec.")
        salagon = Office.objects.get(slug="salagon")
        for model in (Place, Event):
            named = model.objects.filter(sort_key__contains="salagon").values_list("pk", flat=True)
            entrust_objects(office=salagon, model=model, ids=named)
        self._load_agenda()
        load_pages()
        load_story()
        call_command("rebuild_search", stdout=self.stdout)
        self.stdout.write(f"Packs : {len(build_packs())}.")

    def _load_agenda(self) -> None:
        """Feeds of an office and announcements."""
        try:
            site = FeedSite(FEEDS_PORT)
        except OSError:
            site = FeedSite()
        with site:
            runs = load_feeds(today=timezone.localdate(), port=site.port)
        read, quarantined = sum(run.read for run in runs), sum(run.quarantined for run in runs)
        self.stdout.write(f"Flux d’un office : {read} événements lus, {quarantined} en quarantaine.")
        self.stdout.write(f"Annonces : {load_announcements(now=timezone.localtime())} nouvelles.")
