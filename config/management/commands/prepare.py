"""`manage.py prepare`: makes an instance ready to be served; does only what is not done yet."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tourism.models import ImportRun


class Command(BaseCommand):
    """Database, static files, demonstration."""

    help = "Migrate and collect static files if needed; with --demonstration, fill an empty instance."
    # The checks look at the database's tables, which may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--demonstration", action="store_true", help="Load the demonstration once.")

    def handle(self, *args: Any, **options: Any) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Migrating the database…")
            call_command("migrate", verbosity=0)
        call_command("compile_catalogues", verbosity=0)
        self._collect_static()
        if options["demonstration"] and not ImportRun.objects.exists():
            self.stdout.write("Loading the demonstration (about a minute, once)…")
            self.stdout.flush()
            call_command("load_demonstration", stdout=self.stdout)

    def _collect_static(self) -> None:
        """Collected again when a dependency or a file of ours changed."""
        seal = hashlib.sha256((settings.BASE_DIR / "requirements.lock").read_bytes())
        folders = [settings.BASE_DIR / app / "static" for app in ("config", "cms", "tourism", "agenda", "search")]
        for folder in [*folders, settings.ASSETS_DIR]:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    seal.update(f"{path.relative_to(folder)} {path.stat().st_mtime_ns}".encode())
        mark = settings.VAR_DIR / "static.sealed"
        if mark.exists() and mark.read_text() == seal.hexdigest() and settings.STATIC_ROOT.exists():
            return
        self.stdout.write("Collecting static files…")
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(seal.hexdigest())
