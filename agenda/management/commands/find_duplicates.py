"""`manage.py find_duplicates`: events to come that are told twice."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from agenda.actions import find_duplicates


class Command(BaseCommand):
    """Done each night, and after each import for what it changed."""

    help = "Look for events that are told twice: joins those that surely are, asks about the others in the admin."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="compare all events again, not only what changed since")

    def handle(self, *args: Any, **options: Any) -> None:
        found = find_duplicates(everything=options["all"])
        said = _(
            "%(events)d événements nouveaux ou modifiés, %(compared)d paires comparées : %(silent)d réunies sans "
            "question, %(again)d réunies de nouveau, %(waiting)d à régler."
        )
        self.stdout.write(said % found.__dict__)
