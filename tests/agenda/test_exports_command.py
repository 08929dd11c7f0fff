"""`manage.py process_exports` and `check_feeds`."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.agenda.announced import NIGHT, announce
from tests.agenda.apidae_feed import apidae
from tests.tourism.apidae.territories import territory
from tourism.enums import DeliveryState, ImportStatus
from tourism.feed import settle_withdrawals
from tourism.models import ExportDelivery, ImportRun

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def instance(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.APIDAE_PROJECT = 1
    settings.ALERT_EMAILS = ["agence@example.org"]


def command(name: str, *arguments: str) -> str:
    output = StringIO()
    call_command(name, *arguments, stdout=output, stderr=output)
    return output.getvalue()


def test_waiting_exports_are_listed_and_taken(settings):
    with apidae(territory(3)) as server:
        settings.APIDAE_URL = server.api_url
        stem = announce(server).stem
        waiting = command("process_exports", "--list")
        taken = command("process_exports")
        nothing = command("process_exports")
    assert waiting == f"{stem} (complet, 24/11/2026 02:00) : en attente\n"
    assert taken.startswith(f"{stem} (complet, 24/11/2026 02:00) : intégré, 5 lus, ")
    assert nothing == "Aucun export à intégrer maintenant.\n"
    assert ImportRun.objects.get().started_by == "manage.py"


def test_withdrawals_that_wait_for_an_answer_are_said_with_where_to_give_it(settings):
    def taken(events: int, at: datetime) -> tuple[str, str]:
        server.dataset = territory(events)
        stem = announce(server, at=at).stem
        return stem, command("process_exports")

    with apidae(territory(60)) as server:
        settings.APIDAE_URL = server.api_url
        taken(60, NIGHT)
        stem, output = taken(3, NIGHT + timedelta(days=1))
        listed = command("process_exports", "--list")
        settle_withdrawals(ImportRun.objects.first(), withdraw=True, by="Camille")
        settled = command("process_exports", "--list")
    run = ImportRun.objects.first()
    line = f"  {run.withheld} retraits attendent une réponse : dans l’administration, « Imports »."
    assert run.withheld > 20
    assert output.splitlines()[0].startswith(f"{stem} (complet, 25/11/2026 02:00) : intégré, ")
    assert output.splitlines()[1] == line
    assert listed.splitlines()[1] == line
    assert "attend" not in settled


def test_failed_export_fails_the_command_and_is_tried_again_or_skipped(settings):
    with apidae(territory(1)) as server:
        settings.APIDAE_URL = server.api_url
        stem = announce(server, download_url=f"{server.url}/exports/1_gone.zip").stem
        with pytest.raises(CommandError, match="1 export en échec"):
            command("process_exports")
        listed = command("process_exports", "--list")
        with pytest.raises(CommandError, match="en échec"):
            command("process_exports", "--retry", stem)
        assert ExportDelivery.objects.get().attempts == 2
        skipped = command("process_exports", "--skip", stem)
    assert "échoué" in listed and "prochain essai" in listed
    assert skipped == f"{stem} : passé.\n"
    assert ExportDelivery.objects.get().state == DeliveryState.SKIPPED


@pytest.mark.parametrize("option", ["--retry", "--skip"])
def test_unknown_export_is_refused(option):
    with pytest.raises(CommandError, match="n’a été annoncé"):
        command("process_exports", option, "1_20261124-0100_abcdef")


def test_feeds_are_looked_at_from_the_command_line():
    well = command("check_feeds")
    run = ImportRun.objects.create(source="apidae", status=ImportStatus.SUCCEEDED)
    ImportRun.objects.filter(pk=run.pk).update(finished_at=timezone.now() - timedelta(days=9))
    ill = command("check_feeds")
    ImportRun.objects.filter(pk=run.pk).update(finished_at=timezone.now())
    mended = command("check_feeds")
    assert well == "Rien d’anormal.\n"
    assert "apidae : Flux silencieux — Aucun import n’a réussi depuis le " in ill
    assert "1 message(s) à agence@example.org." in ill
    assert mended.startswith("apidae : Flux silencieux, c’est réglé.\nRien d’anormal.\n")
    assert len(mail.outbox) == 2
