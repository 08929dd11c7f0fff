"""`manage.py refresh_public`: what the passing of a day changes, without any feed."""

from typing import Any

from django.core.management.base import BaseCommand

from agenda.sources.imports import refresh_public_objects
from tourism.packs import forget_old_packs


class Command(BaseCommand):
    """To be run each night."""

    help = "Move the window of dates kept as rows, drop pictures whose rights ran out and notices that are over."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind, count in refresh_public_objects().items():
            self.stdout.write(f"{kind}: {count}")
        self.stdout.write(f"old packs removed: {forget_old_packs()}")
