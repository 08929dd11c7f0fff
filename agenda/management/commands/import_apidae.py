"""`manage.py import_apidae`: one reading of APIDAE, by its API or from an export."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.management.changes import told_lines
from agenda.management.progress import progress_bar
from agenda.sources.deliveries import apidae_client, exports_folder
from agenda.sources.imports import apidae_import, retry_records
from agenda.sources.pictures import fetch_pictures
from tourism.actions import RunInProgressError
from tourism.apidae.client import ApidaeClient, ApidaeError
from tourism.apidae.importer import ApidaeImport
from tourism.enums import APIDAE, ImportStatus
from tourism.models import ImportRun, SourceRecord

BY = "manage.py"
# Objects of each outcome that a trial shows.
MOST_SHOWN = 20


class Command(BaseCommand):
    """Parses options, calls the import, prints its report."""

    help = "Import APIDAE: the whole project by the API, what changed in it, or an export (zip, folder, its address)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--export", help="Zip or folder of an export, or its address; the API when absent.")
        what.add_argument("--changes", action="store_true", help="What changed since the last reading (API).")
        what.add_argument("--retry", nargs="+", metavar="ID", help="Map these objects again from what is kept of them.")
        parser.add_argument("--delta", action="store_true", help="The export is differential: what it lacks stays.")
        parser.add_argument("--selection", type=int, action="append", default=[], help="Only this selection (API).")
        parser.add_argument("--url", default=settings.APIDAE_URL, help="Address of the API.")
        parser.add_argument("--project", type=int, default=settings.APIDAE_PROJECT)
        parser.add_argument("--offline", action="store_true", help="Fetch neither trail lines nor pictures.")
        parser.add_argument("--no-images", action="store_true", help="Fetch no pictures.")
        parser.add_argument("--dry-run", action="store_true", help="Write nothing, show what would change.")
        parser.add_argument(
            "--confirm-withdrawals", action="store_true", help="Withdraw what is gone even if it is much."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = options["verbosity"] == 0
        if options["retry"] and options["dry_run"]:
            raise CommandError(_("--retry écrit : il ne va pas avec --dry-run."))
        lacking = _unknown_numbers(options["retry"] or ())
        if lacking and len(lacking) == len(set(options["retry"])):
            raise CommandError(_unknown_sentence(lacking))
        client = None if options["offline"] else apidae_client(url=options["url"], project=options["project"])
        try:
            with progress_bar("Apidae", quiet=quiet) as progress:
                importing = apidae_import(
                    client=client,
                    dry_run=options["dry_run"],
                    confirmed=options["confirm_withdrawals"],
                    started_by=BY,
                    selections=options["selection"],
                    progress=progress,
                )
                run = self._import(importing, client, options)
        except RunInProgressError as error:
            raise CommandError(error.sentence) from error
        self._report(run, verbosity=options["verbosity"])
        if client is not None and not options["dry_run"] and not options["no_images"] and not options["retry"]:
            with progress_bar("Images", quiet=quiet) as progress:
                fetched, failed = fetch_pictures(client, progress=progress)
            self.stdout.write(f"Images : {fetched} reçues, {failed} en échec.")
        if run.status == ImportStatus.FAILED:
            raise CommandError(run.error)
        if lacking:
            raise CommandError(_unknown_sentence(lacking))

    def _import(self, importing: ApidaeImport, client: ApidaeClient | None, options: dict[str, Any]) -> ImportRun:
        if options["retry"]:
            return retry_records(options["retry"], by=BY)
        if options["export"]:
            path = self._export_path(options["export"], client)
            run = importing.from_export(path, complete=not options["delta"])
            if _is_address(options["export"]) and run.status != ImportStatus.FAILED:
                path.unlink()
            return run
        if client is None:
            raise CommandError(_("--offline lit un export : donnez --export."))
        if not settings.APIDAE_KEY or not options["project"]:
            raise CommandError(_("APIDAE_KEY et APIDAE_PROJECT manquent dans l’environnement."))
        return importing.from_api_changes() if options["changes"] else importing.from_api()

    def _export_path(self, given: str, client: ApidaeClient | None) -> Path:
        if not _is_address(given):
            return Path(given)
        if client is None:
            raise CommandError(_("--offline lit un fichier, pas une adresse."))
        try:
            return client.download_export(given, exports_folder() / Path(urlsplit(given).path).name)
        except ApidaeError as error:
            raise CommandError(str(error)) from error

    def _report(self, run: ImportRun, *, verbosity: int) -> None:
        seconds = (run.finished_at - run.started_at).total_seconds()
        rate = run.read / seconds if seconds else 0
        self.stdout.write(
            f"{'Essai à blanc' if run.dry_run else 'Import'} {run.feed} : {run.read} lus, {run.created} créés, "
            f"{run.updated} modifiés, {run.unchanged} inchangés, {run.withdrawn} retirés, "
            f"{run.quarantined} en quarantaine, en {seconds:.1f} s ({rate:.0f} objets/s)."
        )
        if run.status == ImportStatus.WAITING:
            self.stdout.write(
                f"  {run.withheld} retraits attendent un accord : voir « Imports » dans l’administration, "
                "ou relancer avec --confirm-withdrawals."
            )
        if run.error and run.status != ImportStatus.FAILED:
            self.stdout.write(f"  {run.error}")
        shown = None if verbosity > 1 else MOST_SHOWN if run.dry_run else 0
        for text in told_lines(run, shown=shown):
            self.stdout.write(text)


def _unknown_numbers(numbers: Iterable[str]) -> list[str]:
    """Those of APIDAE's numbers under which we have nothing that could be mapped again, in order, each once."""
    records = SourceRecord.objects.filter(source=APIDAE, external_id__in=numbers, withdrawn_at=None)
    known = set(records.values_list("external_id", flat=True))
    return [number for number in dict.fromkeys(numbers) if number not in known]


def _unknown_sentence(numbers: list[str]) -> str:
    sentence = ngettext(
        "Cette fiche d’Apidae n’est pas dans cette instance : %s.",
        "Ces fiches d’Apidae ne sont pas dans cette instance : %s.",
        len(numbers),
    )
    return sentence % ", ".join(numbers)


def _is_address(given: str) -> bool:
    return given.startswith(("http://", "https://"))
