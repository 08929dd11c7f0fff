"""Exports that APIDAE announces, over HTTP from the simulator: notification, import, confirmation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda.sources import deliveries as processing
from agenda.sources.deliveries import deliveries_wait
from tests.agenda.announced import NIGHT, announce, named, process
from tests.agenda.apidae_feed import apidae, dataset_of, titles
from tests.tourism.apidae.territories import event
from tourism.actions.deliveries import (
    LONGEST_WAIT,
    claim_delivery,
    forget_history,
    retry_delivery,
    skip_delivery,
    wait_after,
)
from tourism.enums import DeliveryState, ImportStatus
from tourism.models import ExportDelivery, ImportRun, ImportRunLine

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def instance(settings, tmp_path):
    """An instance that exports may be announced to; its files go with the test."""
    settings.VAR_DIR = tmp_path
    settings.APIDAE_NOTIFICATION_TOKEN = "a-token-that-nobody-guesses"
    settings.APIDAE_PROJECT = 1


def due() -> None:
    """The time of the next attempts has come."""
    ExportDelivery.objects.update(next_attempt_at=None)


def state_of(*deliveries: ExportDelivery) -> list[str]:
    by_pk = dict(ExportDelivery.objects.values_list("pk", "state"))
    return [by_pk[delivery.pk] for delivery in deliveries]


def test_export_is_not_taken_twice():
    with apidae(dataset_of(event(1))) as server:
        announce(server, server.export())
        first, second = process(server), process(server)
    assert (len(first), second) == (1, [])
    assert ImportRun.objects.count() == 1


def test_differentials_announced_out_of_order_are_applied_in_order():
    with apidae(dataset_of(event(1))) as server:
        announce(server, server.export())
        process(server)
        server.dataset = dataset_of(named(1, "Mardi"))
        tuesday = server.export(modified=[5001])
        server.dataset = dataset_of(named(1, "Mercredi"))
        wednesday = server.export(modified=[5001])
        announce(server, wednesday, at=NIGHT + 48 * HOUR)
        announce(server, tuesday, at=NIGHT + 24 * HOUR)
        tried = process(server)
    assert tried == [tuesday.stem, wednesday.stem]
    assert titles() == ["Mercredi"]


def test_differential_waits_a_little_for_an_older_one(settings):
    settings.APIDAE_SETTLE_SECONDS = 120
    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export(modified=[5001]))
        at_once = process(server)
        ExportDelivery.objects.update(received_at=timezone.now() - timedelta(seconds=121))
        later = process(server)
    assert (at_once, later) == ([], [delivery.stem])


def test_failed_differential_holds_up_the_later_ones_until_it_succeeds():
    with apidae(dataset_of(event(1))) as server:
        first = announce(server, server.export(modified=[5001]))
        second = announce(server, server.export(modified=[5001]), at=NIGHT + HOUR)
        server.faults.play(truncated_zip=None)
        tried, again = process(server), process(server)
        server.faults.clear()
        first.refresh_from_db()
        failed = (first.state, first.attempts, first.confirmed_at)
        wait = first.next_attempt_at - timezone.now()
        error = first.error
        due()
        mended = process(server)
    assert (tried, again) == ([first.stem], [])
    assert failed == (DeliveryState.FAILED, 1, None)
    assert timedelta(minutes=4) < wait <= timedelta(minutes=5)
    assert "tronqué" in error and error.endswith(".")
    assert mended == [first.stem, second.stem]
    assert state_of(first, second) == [DeliveryState.DONE] * 2
    assert ExportDelivery.objects.filter(error="", next_attempt_at=None).exclude(confirmed_at=None).count() == 2


def test_failed_export_announced_again_is_fetched_from_its_new_address():
    with apidae(dataset_of(event(1))) as server:
        export = server.export()
        announce(server, export, download_url=f"{server.url}/exports/1_gone.zip", confirmation_url="")
        process(server)
        delivery = announce(server, export)
        failed = (delivery.state, delivery.times_received)
        due()
        tried = process(server)
        announce(server, export, download_url=f"{server.url}/exports/1_gone.zip")
    assert (failed, tried, state_of(delivery)) == ((DeliveryState.FAILED, 2), [export.stem], [DeliveryState.DONE])
    assert (export.confirmed, titles()) == (True, ["Fête numéro 1"])
    assert ExportDelivery.objects.get().download_url == server.retrieval_url(export)  # it is in: no matter


def test_folder_that_can_not_be_made_is_a_failure_of_the_export_and_not_of_the_worker(monkeypatch):
    def full(self, *arguments, **options):
        raise OSError(28, "No space left on device")

    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server)
        folder = processing.exports_folder()
        monkeypatch.setattr(processing, "exports_folder", lambda: folder)
        with monkeypatch.context() as disk:
            disk.setattr(processing.Path, "mkdir", full)
            process(server)
        delivery.refresh_from_db()
        failed = (delivery.state, "No space left on device" in delivery.error)
        due()
        process(server)
    assert (failed, state_of(delivery)) == ((DeliveryState.FAILED, True), [DeliveryState.DONE])


def test_skipping_a_blocked_differential_lets_the_later_ones_go_on():
    with apidae(dataset_of(event(1), event(2))) as server:
        lost = announce(server, server.export(modified=[5001]), download_url=f"{server.url}/exports/1_gone.zip")
        second = announce(server, server.export(modified=[5002]), at=NIGHT + HOUR)
        blocked = process(server)
        lost.refresh_from_db()
        passed = skip_delivery(lost, by="Camille Blanc")
        tried = process(server)
    assert (blocked, passed, tried) == ([lost.stem], True, [second.stem])
    assert state_of(lost, second) == [DeliveryState.SKIPPED, DeliveryState.DONE]
    assert lost.error.startswith("Passé par Camille Blanc le ")
    assert lost.confirmed_at is None
    assert titles() == ["Fête numéro 2"]


def test_skipped_export_can_be_tried_again_and_one_that_is_in_can_not():
    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export())
        skip_delivery(delivery, by="Camille")
        nothing = process(server)
        again = retry_delivery(delivery)
        tried = process(server)
        delivery.refresh_from_db()
    assert (nothing, again, tried) == ([], True, [delivery.stem])
    assert (retry_delivery(delivery), skip_delivery(delivery, by="Camille")) == (False, False)
    assert state_of(delivery) == [DeliveryState.DONE]


def test_newer_complete_export_supersedes_what_is_blocked():
    with apidae(dataset_of(event(1))) as server:
        lost = announce(server, server.export(modified=[5001]), download_url=f"{server.url}/exports/1_gone.zip")
        behind = announce(server, server.export(modified=[5001]), at=NIGHT + HOUR)
        process(server)
        complete = announce(server, server.export(), at=NIGHT + 2 * HOUR)
        after = announce(server, server.export(modified=[5001]), at=NIGHT + 3 * HOUR)
        tried = process(server)
        confirmed = [export.confirmed for export in server.exports.values()]
    assert tried == [complete.stem, after.stem]
    assert state_of(lost, behind, complete, after) == [
        DeliveryState.SUPERSEDED,
        DeliveryState.SUPERSEDED,
        DeliveryState.DONE,
        DeliveryState.DONE,
    ]
    assert confirmed == [False, False, True, True]


def test_complete_export_that_failed_holds_up_newer_differentials_only():
    with apidae(dataset_of(event(1))) as server:
        before = announce(server, server.export(modified=[5001]))
        lost = announce(server, server.export(), at=NIGHT + HOUR, download_url=f"{server.url}/exports/1_gone.zip")
        after = announce(server, server.export(modified=[5001]), at=NIGHT + 2 * HOUR)
        tried = process(server)
    assert tried == [lost.stem, before.stem]
    assert state_of(before, lost, after) == [DeliveryState.DONE, DeliveryState.FAILED, DeliveryState.WAITING]


def test_late_older_complete_export_withdraws_nothing_that_came_since():
    with apidae(dataset_of(event(1))) as server:
        old = server.export()
        server.dataset = dataset_of(event(1), event(2))
        announce(server, server.export(modified=[5002]), at=NIGHT + HOUR)
        process(server)
        announce(server, old)
        process(server)
    assert titles() == ["Fête numéro 1", "Fête numéro 2"]


def test_export_older_than_a_complete_one_that_is_in_is_not_read():
    with apidae(dataset_of(named(1, "Ancienne"))) as server:
        old = server.export(modified=[5001])
        server.dataset = dataset_of(named(1, "Nouvelle"))
        announce(server, server.export(), at=NIGHT + HOUR)
        process(server)
        late = announce(server, old)
        tried = process(server)
    assert (tried, state_of(late)) == ([], [DeliveryState.SUPERSEDED])
    assert titles() == ["Nouvelle"]


def test_late_older_differential_brings_only_what_nothing_newer_said():
    with apidae(dataset_of(event(1), event(2))) as server:
        announce(server)
        process(server)
        server.dataset = dataset_of(named(1, "Mardi"), named(2, "Mardi aussi"))
        tuesday = server.export(modified=[5001, 5002])
        server.dataset = dataset_of(named(1, "Mercredi"), named(2, "Mardi aussi"))
        announce(server, server.export(modified=[5001]), at=NIGHT + 48 * HOUR)
        process(server)
        late = announce(server, tuesday, at=NIGHT + 24 * HOUR)
        tried = process(server)
    assert tried == [late.stem]
    assert titles() == ["Mardi aussi", "Mercredi"]


def test_export_whose_withdrawals_wait_for_a_person_is_integrated_and_confirmed():
    with apidae(dataset_of(*(event(number) for number in range(30)))) as server:
        announce(server)
        process(server)
        server.dataset = dataset_of(event(1), event(2))
        export = server.export()
        delivery = announce(server, export, at=NIGHT + HOUR)
        process(server)
    delivery.refresh_from_db()
    assert (delivery.run.status, delivery.run.withheld) == (ImportStatus.WAITING, 28)
    assert (delivery.state, export.confirmed, len(titles())) == (DeliveryState.DONE, True, 30)


def test_complete_export_withdraws_what_it_lacks_and_a_differential_does_not():
    with apidae(dataset_of(event(1), event(2))) as server:
        announce(server, server.export())
        process(server)
        server.dataset = dataset_of(event(1))
        announce(server, server.export(modified=[5001]), at=NIGHT + HOUR)
        process(server)
        kept = titles()
        announce(server, server.export(), at=NIGHT + 2 * HOUR)
        process(server)
    assert (kept, titles()) == (["Fête numéro 1", "Fête numéro 2"], ["Fête numéro 1"])


def test_one_off_export_is_applied_in_its_turn():
    with apidae(dataset_of(named(1, "Hier"))) as server:
        first = announce(server, server.export(one_off=True, modified=[5001]))
        server.dataset = dataset_of(named(1, "Aujourd’hui"))
        second = announce(server, server.export(modified=[5001]), at=NIGHT + HOUR)
        tried = process(server)
    assert tried == [first.stem, second.stem]
    assert titles() == ["Aujourd’hui"]


def test_export_that_the_platform_could_not_make_is_not_fetched():
    with apidae(dataset_of(event(1))) as server:
        export = server.export()
        empty = announce(server, export, failed=True)
        tried = process(server)
        asked = [path for _method, path in server.requests]
    assert (tried, asked, state_of(empty)) == ([], [], [DeliveryState.EMPTY])


def test_confirmation_that_failed_is_sent_again_without_another_import():
    with apidae(dataset_of(event(1))) as server:
        export = server.export()
        right = server.confirmation_url(export)
        delivery = announce(server, export, confirmation_url=f"{server.url}/nowhere")
        process(server)
        delivery.refresh_from_db()
        first = (delivery.state, delivery.confirmed_at, "averti" in delivery.error)
        held = delivery.next_attempt_at > timezone.now()
        ExportDelivery.objects.update(confirmation_url=right)
        too_soon = (process(server), export.confirmed)
        due()
        waits = deliveries_wait()
        again = (process(server), export.confirmed)
    delivery.refresh_from_db()
    assert (first, held, waits) == ((DeliveryState.DONE, None, True), True, True)
    assert (too_soon, again) == (([], False), ([], True))
    assert (delivery.confirmed_at is not None, delivery.error) == (True, "")
    assert ImportRun.objects.count() == 1


def test_export_without_a_confirmation_address_is_done():
    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export(), confirmation_url="")
        process(server)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.confirmed_at, deliveries_wait()) == (DeliveryState.DONE, None, False)


def test_export_waits_while_another_import_runs():
    other = ImportRun.objects.create(source="apidae", process="another-host:7", alive_at=timezone.now())
    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export())
        process(server)
        delivery.refresh_from_db()
        refused = (delivery.state, "déjà en cours" in delivery.error)
        other.delete()
        due()
        process(server)
    assert refused == (DeliveryState.FAILED, True)
    assert (state_of(delivery), titles()) == ([DeliveryState.DONE], ["Fête numéro 1"])


def test_mistake_of_ours_is_seen_and_does_not_come_back_every_minute(monkeypatch):
    def broken(**options):
        raise ZeroDivisionError("a mistake")

    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export())
        monkeypatch.setattr(processing, "apidae_import", broken)
        with pytest.raises(ZeroDivisionError):
            process(server)
        tried = process(server)
    delivery.refresh_from_db()
    assert (tried, delivery.state, delivery.error) == ([], DeliveryState.FAILED, "ZeroDivisionError: a mistake")


def test_export_left_by_a_killed_process_is_taken_up_again():
    """As a kill leaves it: in state RUNNING, with its folder, perhaps with half a file. See also test_worker.py."""
    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export())
        assert claim_delivery(now=timezone.now()) == delivery
        (processing.exports_folder() / delivery.stem).mkdir()
        (processing.exports_folder() / delivery.stem / "half.part").write_bytes(b"PK")
        waits = deliveries_wait()
        tried = process(server)
    assert (waits, tried, state_of(delivery)) == (True, [delivery.stem], [DeliveryState.DONE])


def test_process_told_to_stop_puts_its_export_back(monkeypatch):
    def told_to_stop(**options):
        raise SystemExit

    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export())
        monkeypatch.setattr(processing, "apidae_import", told_to_stop)
        with pytest.raises(SystemExit):
            process(server)
        put_back = state_of(delivery)
        monkeypatch.undo()
        tried = process(server)
    assert (put_back, tried) == ([DeliveryState.WAITING], [delivery.stem])


def test_export_that_another_machine_works_on_is_left_alone():
    with apidae(dataset_of(event(1))) as server:
        delivery = announce(server, server.export())
        claim_delivery(now=timezone.now())
        run = ImportRun.objects.create(
            source="apidae", feed=f"{delivery.stem}.zip", process="another-host:7", alive_at=timezone.now()
        )
        busy = process(server)
        # Longer than a download may take: its run shows that it lives.
        ExportDelivery.objects.update(next_attempt_at=timezone.now() - HOUR)
        still_busy = process(server)
        ImportRun.objects.filter(pk=run.pk).update(alive_at=timezone.now() - HOUR)
        taken = process(server)
    assert (busy, still_busy, taken) == ([], [], [delivery.stem])


@pytest.mark.parametrize(
    ("attempts", "wait"),
    [(1, timedelta(minutes=5)), (2, timedelta(minutes=10)), (4, timedelta(minutes=40)), (50, LONGEST_WAIT)],
)
def test_waits_grow_and_end_growing(attempts, wait):
    assert wait_after(attempts) == wait


def test_forgetting_keeps_the_runs_and_what_still_waits():
    old, long_ago = timezone.now() - timedelta(days=500), timezone.now() - timedelta(days=400)
    run = ImportRun.objects.create(source="apidae", status=ImportStatus.SUCCEEDED)
    recent = ImportRun.objects.create(source="apidae", status=ImportStatus.SUCCEEDED)
    ImportRun.objects.filter(pk=run.pk).update(started_at=old)
    for owner in (run, recent):
        ImportRunLine.objects.create(run=owner, outcome="CREATED", external_id="1")
    for stem, state in (("done", DeliveryState.DONE), ("failed", DeliveryState.FAILED)):
        ExportDelivery.objects.create(stem=stem, project=1, exported_at=old, state=state)
    ExportDelivery.objects.update(received_at=old)
    forgotten = forget_history(before=long_ago)
    assert forgotten == {"lines": 1, "deliveries": 1}
    assert list(ImportRunLine.objects.values_list("run", flat=True)) == [recent.pk]
    assert list(ExportDelivery.objects.values_list("stem", flat=True)) == ["failed"]
    assert ImportRun.objects.count() == 2
