"""`manage.py process_exports`: the exports that APIDAE announced, taken in their order."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.management.progress import progress_bar
from agenda.sources.deliveries import process_deliveries
from tourism.actions import retry_delivery, skip_delivery
from tourism.enums import DeliveryState, ImportStatus
from tourism.models import ExportDelivery

SHOWN = 50


class Command(BaseCommand):
    """Fetches, imports and confirms; or lists, tries again, passes over."""

    help = "Take the exports that APIDAE announced and that wait. See the admin, « Exports annoncés »."

    def add_arguments(self, parser: ArgumentParser) -> None:
        group = parser.add_mutually_exclusive_group()
        group.add_argument("--list", action="store_true", help=f"Only list the last {SHOWN} that were announced.")
        group.add_argument("--retry", metavar="EXPORT", help="Take this one at once, though it failed or was skipped.")
        group.add_argument("--skip", metavar="EXPORT", help="Go on without this one; what it said is lost.")

    def handle(self, **options: Any) -> None:
        if options["list"]:
            self._list()
            return
        if options["skip"]:
            if not skip_delivery(self._delivery(options["skip"]), by="manage.py"):
                raise CommandError(_("Cet export n’attend pas et n’a pas échoué."))
            self.stdout.write(f"{options['skip']} : passé.")
            return
        if options["retry"] and not retry_delivery(self._delivery(options["retry"])):
            raise CommandError(_("Cet export n’a ni échoué ni été passé."))
        with progress_bar("Exports", quiet=options["verbosity"] == 0) as progress:
            tried = process_deliveries(started_by="manage.py", progress=progress)
        for delivery in tried:
            delivery.refresh_from_db()
            self._report(delivery)
        if not tried:
            self.stdout.write("Aucun export à intégrer maintenant.")
        failed = sum(delivery.state == DeliveryState.FAILED for delivery in tried)
        if failed:
            raise CommandError(ngettext("%d export en échec.", "%d exports en échec.", failed) % failed)

    def _delivery(self, stem: str) -> ExportDelivery:
        delivery = ExportDelivery.objects.filter(stem=stem).first()
        if delivery is None:
            raise CommandError(_("Aucun export « %s » n’a été annoncé (voir --list).") % stem)
        return delivery

    def _list(self) -> None:
        deliveries = ExportDelivery.objects.select_related("run")[:SHOWN]
        for delivery in deliveries:
            self._report(delivery)
        if not deliveries:
            self.stdout.write("Aucun export annoncé.")

    def _report(self, delivery: ExportDelivery) -> None:
        made = timezone.localtime(delivery.exported_at).strftime("%d/%m/%Y %H:%M")
        extent = "complet" if delivery.full else "différentiel"
        parts = [f"{delivery.stem} ({extent}, {made}) : {delivery.get_state_display().lower()}"]
        run = delivery.run
        if run is not None:
            parts.append(
                f"{run.read} lus, {run.created} créés, {run.updated} modifiés, {run.unchanged} inchangés, "
                f"{run.withdrawn} retirés, {run.quarantined} en quarantaine"
            )
        if delivery.state == DeliveryState.DONE and delivery.confirmation_url and not delivery.confirmed_at:
            parts.append("à confirmer")
        if delivery.state == DeliveryState.FAILED and delivery.next_attempt_at:
            parts.append(f"prochain essai {timezone.localtime(delivery.next_attempt_at):%d/%m/%Y %H:%M}")
        self.stdout.write(", ".join(parts))
        if run is not None and run.status == ImportStatus.WAITING and run.withheld:
            self.stdout.write(
                "  "
                + ngettext(
                    "%d retrait attend une réponse : dans l’administration, « Imports ».",
                    "%d retraits attendent une réponse : dans l’administration, « Imports ».",
                    run.withheld,
                )
                % run.withheld
            )
        if delivery.error:
            self.stdout.write(f"  {delivery.error}")
