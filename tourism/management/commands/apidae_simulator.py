"""Serves a local APIDAE: the demonstration territory, any folder or ZIP of APIDAE objects, or as many as wanted."""

import signal
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tourism.apidae.archive import ExportError
from tourism.apidae.simulator import ApidaeSimulator, Dataset
from tourism.apidae.simulator.exports import write_export
from tourism.apidae.simulator.faults import parse_faults
from tourism.apidae.simulator.territory import demonstration_dataset


class Command(BaseCommand):
    help = "Serves a local APIDAE (API v002, exports, media) until it is interrupted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8899, help="0 takes a free one")
        parser.add_argument("--data", type=Path, help="folder, ZIP or JSON file; without it, the demonstration")
        parser.add_argument("--generate", type=int, metavar="N", help="N objects, made from the demonstration's")
        parser.add_argument("--seed", type=int, default=0, help="another one gives other generated objects")
        parser.add_argument("--project", type=int, default=1)
        parser.add_argument("--key", default="demo")
        parser.add_argument("--today", type=date.fromisoformat, help="day of the agenda, YYYY-MM-DD")
        parser.add_argument("--export", choices=("full", "delta"), help="build an export at once")
        parser.add_argument("--single", action="store_true", help="one file per object in that export")
        parser.add_argument("--modified", default="", help="ids in a delta export, separated by commas")
        parser.add_argument("--deleted", default="", help="ids declared deleted in that export")
        parser.add_argument("--write-export", type=Path, metavar="FILE", help="write the export and serve nothing")
        parser.add_argument("--notify", metavar="URL", help="POST the end of the export to this address")
        parser.add_argument("--fault", default="", help="e.g. unavailable=3,slow (see simulator/faults.py)")

    def handle(self, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        if options["data"] and options["generate"] is not None:
            raise CommandError("--data and --generate exclude each other.")
        if options["write_export"]:
            self._write(options, today)
            return
        try:
            simulator = ApidaeSimulator(
                Dataset([]),
                host=options["host"],
                port=options["port"],
                project_id=options["project"],
                api_key=options["key"],
                today=today,
                faults=parse_faults(options["fault"]),
            )
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from None
        previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            simulator.dataset = self._dataset(options, today, simulator.url)
            simulator.start()
            self._present(simulator)
            if options["export"]:
                self._export(simulator, options)
            simulator.wait()
        except KeyboardInterrupt:
            self.stdout.write("")
        finally:
            signal.signal(signal.SIGTERM, previous)
            simulator.stop()

    def _write(self, options: dict[str, Any], today: date) -> None:
        path = options["write_export"]
        delta = options["export"] == "delta"
        dataset = self._dataset(options, today, f"http://{options['host']}:{options['port']}")
        try:
            count = write_export(
                dataset,
                path,
                grouped=not options["single"],
                modified=_ids(options["modified"]) if delta else None,
                deleted=_ids(options["deleted"]),
            )
        except OSError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Written   {path} ({count} objects, {path.stat().st_size / 1e6:.1f} MB)")

    def _dataset(self, options: dict[str, Any], today: date, url: str) -> Dataset:
        path = options["data"]
        if options["generate"] is not None:
            try:
                return Dataset.generated(
                    options["generate"], seed=options["seed"], today=today, media_url=f"{url}/filestore"
                )
            except ValueError as error:
                raise CommandError(str(error)) from None
        if path is None:
            return demonstration_dataset(today, url)
        if not path.exists():
            raise CommandError(f"{path} does not exist.")
        try:
            dataset = Dataset.from_path(path)
        except ExportError as error:
            raise CommandError(str(error)) from None
        for problem in dataset.problems:
            self.stderr.write(problem)
        return dataset

    def _present(self, simulator: ApidaeSimulator) -> None:
        data = simulator.dataset
        self.stdout.write(f"API       {simulator.api_url} (project {simulator.answers.project_id})")
        self.stdout.write(f"Media     {simulator.url}/filestore/")
        self.stdout.write(f"Exports   POST {simulator.url}/simulator/exports")
        self.stdout.write(f"Content   {len(data.objects)} objects, {len(data.selections)} selections")
        self.stdout.flush()

    def _export(self, simulator: ApidaeSimulator, options: dict[str, Any]) -> None:
        export = simulator.export(
            grouped=not options["single"],
            modified=_ids(options["modified"]) if options["export"] == "delta" else None,
            deleted=_ids(options["deleted"]),
        )
        self.stdout.write(f"Export    {simulator.retrieval_url(export)} ({export.object_count} objects)")
        if options["notify"]:
            self.stdout.write(f"Notified  {options['notify']}: {simulator.notify(export, options['notify'])}")
        self.stdout.flush()


def _ids(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",") if part.strip()]
    except ValueError:
        raise CommandError(f"Not a list of ids: {text}") from None
