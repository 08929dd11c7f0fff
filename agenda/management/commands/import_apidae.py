"""`manage.py import_apidae`: one reading of APIDAE, by its API or from an export."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agenda.sources.imports import apidae_import, refresh_fetched_images
from tourism.actions import RunInProgressError
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.apidae.importer import ApidaeImport, fetch_images
from tourism.enums import ImportOutcome, ImportStatus
from tourism.models import ImportRun


class Command(BaseCommand):
    """Parses options, calls the import, prints its report."""

    help = "Import APIDAE: the whole project by the API, or an export (zip, folder, or its address)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--export", help="Zip or folder of an export, or its address; the API when absent.")
        parser.add_argument("--delta", action="store_true", help="The export is differential: what it lacks stays.")
        parser.add_argument("--selection", type=int, action="append", default=[], help="Only this selection (API).")
        parser.add_argument("--url", default=settings.APIDAE_URL, help="Address of the API.")
        parser.add_argument("--project", type=int, default=settings.APIDAE_PROJECT)
        parser.add_argument("--offline", action="store_true", help="Fetch neither trail lines nor pictures.")
        parser.add_argument("--no-images", action="store_true", help="Fetch no pictures.")
        parser.add_argument("--dry-run", action="store_true", help="Write nothing, say what would change.")
        parser.add_argument(
            "--confirm-withdrawals", action="store_true", help="Withdraw what is gone even if it is much."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        client = None if options["offline"] else self._client(options)
        importing = apidae_import(
            client=client,
            dry_run=options["dry_run"],
            confirmed=options["confirm_withdrawals"],
            selections=options["selection"],
            progress=self._progress,
        )
        try:
            run = self._import(importing, client, options)
        except RunInProgressError as error:
            raise CommandError(error.sentence) from error
        self._report(run, verbose=options["verbosity"] > 1 or options["dry_run"])
        if client is not None and not options["dry_run"] and not options["no_images"]:
            fetched, failed = fetch_images(client, show=refresh_fetched_images)
            self.stdout.write(f"Images : {len(fetched)} reçues, {failed} en échec.")
        if run.status == ImportStatus.FAILED:
            raise CommandError(run.error)

    def _import(self, importing: ApidaeImport, client: ApidaeClient | None, options: dict[str, Any]) -> ImportRun:
        if options["export"]:
            path = self._export_path(options["export"], client)
            return importing.from_export(path, complete=not options["delta"])
        if client is None:
            raise CommandError("--offline reads an export: give --export.")
        if not settings.APIDAE_KEY or not options["project"]:
            raise CommandError("APIDAE_KEY and APIDAE_PROJECT are missing from the environment.")
        return importing.from_api()

    def _client(self, options: dict[str, Any]) -> ApidaeClient:
        return ApidaeClient(
            options["url"],
            settings.APIDAE_KEY,
            options["project"],
            pause=0 if _is_loopback(options["url"]) else 0.1,
            media_hosts=settings.APIDAE_MEDIA_HOSTS,
        )

    def _export_path(self, given: str, client: ApidaeClient | None) -> Path:
        if not given.startswith(("http://", "https://")):
            return Path(given)
        if client is None:
            raise CommandError("--offline reads a file, not an address.")
        folder = settings.VAR_DIR / "exports"
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return client.download_export(given, folder / Path(urlsplit(given).path).name)
        except ApidaeError as error:
            raise CommandError(str(error)) from error

    def _progress(self, read: int) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r{read} objets lus…", ending="")
            self.stdout.flush()

    def _report(self, run: ImportRun, *, verbose: bool) -> None:
        if self.stdout.isatty():
            self.stdout.write("\r", ending="")
        seconds = (run.finished_at - run.started_at).total_seconds()
        rate = run.read / seconds if seconds else 0
        self.stdout.write(
            f"{'Essai à blanc' if run.dry_run else 'Import'} {run.feed} : {run.read} lus, {run.created} créés, "
            f"{run.updated} modifiés, {run.unchanged} inchangés, {run.withdrawn} retirés, "
            f"{run.quarantined} en quarantaine, en {seconds:.1f} s ({rate:.0f} objets/s)."
        )
        if run.error and run.status == ImportStatus.SUCCEEDED:
            self.stdout.write(f"  {run.error}")
        for line in run.lines.all():
            if line.outcome == ImportOutcome.QUARANTINED:
                self.stdout.write(f"  quarantaine {line.external_id} : {line.reason}")
            elif verbose:
                fields = f" ({', '.join(line.changes)})" if line.changes else ""
                self.stdout.write(f"  {line.get_outcome_display().lower()} {line.external_id} {line.name}{fields}")
                for remark in line.reason.splitlines():
                    self.stdout.write(f"    remarque : {remark}")
        sys.stdout.flush()


def _is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")
