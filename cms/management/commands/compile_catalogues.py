"""Compile the catalogues of `locale/` without the gettext tools, which a fresh machine may lack."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Each .po that is newer than its .mo."""

    help = "Compiles locale/*/LC_MESSAGES/*.po where the .mo is missing or older."

    def handle(self, *args, **options):
        for directory in settings.LOCALE_PATHS:
            for catalogue in sorted(Path(directory).glob("*/LC_MESSAGES/*.po")):
                compiled = catalogue.with_suffix(".mo")
                if not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
                    polib.pofile(str(catalogue)).save_as_mofile(str(compiled))
                    self.stdout.write(f"{catalogue.parent.parent.name}: {compiled.name}")
