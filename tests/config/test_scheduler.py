"""The timetable at work, with a clock of its own."""

import socket
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.models import ScheduledJob
from config import scheduler
from config.jobs import JOBS, Job, JobFailedError
from config.scheduler import (
    claim_job,
    due_jobs,
    finish_job,
    late_jobs,
    release_dead_jobs,
    release_job,
    run_claimed,
    sync_jobs,
    this_process,
)
from config.worker import Ticker
from tourism.actions import RunInProgressError, start_run
from tourism.actions.processes import is_running, process_name
from tourism.enums import ImportStatus
from tourism.models import ImportRun

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)  # in Paris
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ELSEWHERE = "another-host:7"


@pytest.fixture
def jobs(monkeypatch) -> dict[str, Job]:
    """A timetable of two: "quick" every ten minutes, "nightly" at half past two."""
    done: list[str] = []
    made = {
        "quick": Job("quick", lambda: done.append("quick") or "fait", every=10, group="feed"),
        "nightly": Job("nightly", lambda: done.append("nightly") or "fait", at=time(2, 30), group="feed"),
        "alone": Job("alone", lambda: "fait", every=10),
    }
    monkeypatch.setattr(scheduler, "JOBS", made)
    sync_jobs(now=NOON)
    return made


def row(name: str) -> ScheduledJob:
    return ScheduledJob.objects.get(name=name)


def do(name: str, *, now: datetime) -> bool:
    """Claim and end at once."""
    claimed = claim_job(name, process=this_process(), now=now)
    if claimed is None:
        return False
    finish_job(claimed, report="fait", now=now)
    return True


def test_every_job_has_a_label_a_time_and_a_row():
    sync_jobs(now=NOON)
    assert set(ScheduledJob.objects.values_list("name", flat=True)) == set(JOBS)
    assert [name for name, job in JOBS.items() if name != job.name or not job.label] == []
    assert set(JOBS) <= set(settings.JOB_LABELS)


def test_table_is_made_from_the_list_and_keeps_the_times_of_the_office(jobs):
    assert (row("quick").next_run_at, row("nightly").next_run_at) == (
        NOON + 10 * MINUTE,
        datetime(2026, 11, 26, 1, 30, tzinfo=UTC),
    )
    ScheduledJob.objects.filter(name="nightly").update(at=time(5, 0), next_run_at=None)
    ScheduledJob.objects.filter(name="quick").update(enabled=False)
    ScheduledJob.objects.create(name="of yesterday", every=1)
    sync_jobs(now=NOON)
    assert (row("nightly").at, row("nightly").next_run_at) == (time(5, 0), datetime(2026, 11, 26, 4, 0, tzinfo=UTC))
    assert (row("quick").enabled, row("quick").next_run_at) == (False, None)
    assert not ScheduledJob.objects.filter(name="of yesterday").exists()


def test_changed_time_counts_at_once(jobs):
    ScheduledJob.objects.filter(name="nightly").update(at=time(12, 30))
    assert due_jobs(now=NOON + MINUTE) == []
    assert row("nightly").next_run_at == NOON + 30 * MINUTE


def test_job_is_due_at_its_time_and_then_at_the_next(jobs):
    assert due_jobs(now=NOON + 9 * MINUTE) == []
    assert due_jobs(now=NOON + 10 * MINUTE) == ["quick", "alone"]
    assert do("quick", now=NOON + 10 * MINUTE)
    assert due_jobs(now=NOON + 11 * MINUTE) == ["alone"]
    assert due_jobs(now=NOON + 20 * MINUTE) == ["alone", "quick"]


def test_missed_times_are_made_up_for_once(jobs):
    later = NOON + 3 * DAY
    assert due_jobs(now=later) == ["quick", "alone", "nightly"]
    assert do("nightly", now=later)
    assert do("quick", now=later)
    assert due_jobs(now=later + MINUTE) == ["alone"]
    assert row("nightly").next_run_at == datetime(2026, 11, 29, 1, 30, tzinfo=UTC)


def test_job_that_takes_longer_than_its_period_does_not_pile_up(jobs):
    claimed = claim_job("quick", process=this_process(), now=NOON + 10 * MINUTE)
    assert due_jobs(now=NOON + 25 * MINUTE) == ["alone"]
    finish_job(claimed, now=NOON + 47 * MINUTE)
    assert row("quick").next_run_at == NOON + 50 * MINUTE
    assert "quick" not in due_jobs(now=NOON + 47 * MINUTE)


def test_wish_to_run_now_is_heard_also_while_the_job_runs(jobs):
    claimed = claim_job("quick", process=this_process(), now=NOON + 10 * MINUTE)
    ScheduledJob.objects.filter(name="quick").update(next_run_at=NOON + 12 * MINUTE)
    finish_job(claimed, now=NOON + 15 * MINUTE)
    assert "quick" in due_jobs(now=NOON + 15 * MINUTE)


def test_disabled_job_never_comes_and_comes_back_at_its_time(jobs):
    ScheduledJob.objects.filter(name="nightly").update(enabled=False)
    assert due_jobs(now=NOON + 2 * DAY) == ["quick", "alone"]
    assert claim_job("nightly", process=this_process(), now=NOON + 2 * DAY) is None
    ScheduledJob.objects.filter(name="nightly").update(enabled=True)
    assert "nightly" not in due_jobs(now=NOON + 2 * DAY)
    assert row("nightly").next_run_at == datetime(2026, 11, 28, 1, 30, tzinfo=UTC)


def test_job_that_this_instance_does_not_want_has_no_time(jobs, monkeypatch):
    monkeypatch.setitem(jobs, "quick", Job("quick", lambda: "", every=10, wanted=lambda: False))
    assert "quick" not in due_jobs(now=NOON + DAY)
    assert row("quick").next_run_at is None


def test_job_with_nothing_to_do_only_moves_on(jobs, monkeypatch):
    monkeypatch.setitem(jobs, "quick", Job("quick", lambda: "", every=10, pending=lambda: False))
    assert "quick" not in due_jobs(now=NOON + 10 * MINUTE)
    assert (row("quick").next_run_at, row("quick").started_at) == (NOON + 20 * MINUTE, None)


def test_jobs_of_a_group_are_not_done_at_the_same_time(jobs):
    later = NOON + DAY
    claimed = claim_job("nightly", process=ELSEWHERE, now=later)
    assert claim_job("quick", process=this_process(), now=later) is None
    assert claim_job("alone", process=this_process(), now=later) is not None
    finish_job(claimed, now=later + HOUR)
    assert do("quick", now=later + HOUR)


def test_job_of_a_group_that_another_worker_began_meanwhile_is_not_claimed(jobs, monkeypatch):
    same, claimed = scheduler._same, []

    def after_the_other_worker(row: ScheduledJob):
        monkeypatch.setattr(scheduler, "_same", same)
        claimed.append(claim_job("quick", process=ELSEWHERE, now=NOON + DAY))
        return same(row)

    monkeypatch.setattr(scheduler, "_same", after_the_other_worker)
    claimed.append(claim_job("nightly", process=this_process(), now=NOON + DAY))
    assert [job and job.name for job in claimed] == ["quick", None]


def test_job_is_claimed_once(jobs):
    now = NOON + 10 * MINUTE
    assert claim_job("quick", process=ELSEWHERE, now=now).process == ELSEWHERE
    assert claim_job("quick", process=this_process(), now=now) is None
    assert claim_job("quick", process=this_process(), now=now, due_only=False) is None
    assert claim_job("nightly", process=this_process(), now=now) is None  # not due


def test_report_and_error_are_noted(jobs, monkeypatch, caplog):
    now = NOON + 10 * MINUTE
    assert run_claimed(claim_job("quick", process=this_process(), now=now)) is True
    assert (row("quick").report, row("quick").error, row("quick").process) == ("fait", "", "")

    def refuse() -> str:
        raise JobFailedError("La clé manque.")

    def stumble() -> str:
        raise ZeroDivisionError("by zero")

    for run, sentence, logged in ((refuse, "La clé manque.", False), (stumble, "ZeroDivisionError: by zero", True)):
        caplog.clear()
        monkeypatch.setitem(jobs, "quick", Job("quick", run, every=10))
        assert run_claimed(claim_job("quick", process=this_process(), now=now, due_only=False)) is False
        assert (row("quick").report, row("quick").error, row("quick").process) == ("fait", sentence, "")
        assert ("Job quick failed." in caplog.text) is logged


def test_job_that_is_told_to_stop_goes_on_at_the_next_start(jobs, monkeypatch):
    def stop() -> str:
        raise SystemExit

    monkeypatch.setitem(jobs, "nightly", Job("nightly", stop, at=time(2, 30)))
    with pytest.raises(SystemExit):
        run_claimed(claim_job("nightly", process=this_process(), now=NOON, due_only=False))
    left = row("nightly")
    assert (left.process, left.next_run_at <= timezone.now(), bool(left.error)) == ("", True, True)


def test_job_of_a_dead_process_is_freed_and_begun_again_once(jobs, caplog):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    process = f"{socket.gethostname()}:{ended.pid}"
    claim_job("nightly", process=process, now=NOON, due_only=False)
    assert release_dead_jobs(now=NOON + MINUTE) == ["nightly"]
    assert due_jobs(now=NOON + MINUTE) == ["nightly"]
    # It dies again: it may be the job's own fault, so it waits for its hour.
    claim_job("nightly", process=process, now=NOON + MINUTE)
    assert release_dead_jobs(now=NOON + 2 * MINUTE) == ["nightly"]
    assert due_jobs(now=NOON + 2 * MINUTE) == []
    assert row("nightly").next_run_at == datetime(2026, 11, 26, 1, 30, tzinfo=UTC)
    assert "nightly was left in the middle" in caplog.text


def reading_elsewhere(*, alive_at: datetime, process: str = ELSEWHERE, status: str = ImportStatus.RUNNING) -> None:
    ImportRun.objects.create(source="apidae", process=process, status=status, alive_at=alive_at)


def test_job_of_another_machine_is_believed_for_an_hour_without_a_sign_of_life(jobs):
    claim_job("nightly", process=ELSEWHERE, now=NOON, due_only=False)
    assert release_dead_jobs(now=NOON + HOUR) == []
    assert release_dead_jobs(now=NOON + HOUR + MINUTE) == ["nightly"]
    assert "nightly" in due_jobs(now=NOON + HOUR + MINUTE)


def test_job_of_another_machine_goes_on_while_its_import_gives_signs_of_life_but_for_a_day_at_most(jobs):
    claim_job("nightly", process=ELSEWHERE, now=NOON, due_only=False)
    reading_elsewhere(alive_at=NOON + 3 * HOUR)
    assert release_dead_jobs(now=NOON + 3 * HOUR + 14 * MINUTE) == []
    assert release_dead_jobs(now=NOON + 3 * HOUR + 16 * MINUTE) == ["nightly"]
    claim_job("nightly", process=ELSEWHERE, now=NOON, due_only=False)
    ImportRun.objects.update(alive_at=NOON + 25 * HOUR)
    assert release_dead_jobs(now=NOON + 25 * HOUR) == ["nightly"]


@pytest.mark.parametrize("other", [{"process": "another-host:8"}, {"status": ImportStatus.SUCCEEDED}])
def test_import_of_another_process_or_that_is_over_is_no_sign_of_life(jobs, other):
    claim_job("nightly", process=ELSEWHERE, now=NOON, due_only=False)
    reading_elsewhere(alive_at=NOON + 3 * HOUR, **other)
    assert release_dead_jobs(now=NOON + 3 * HOUR) == ["nightly"]


def test_worker_that_was_freed_too_early_writes_nothing_on_the_job_of_another(jobs):
    slow = claim_job("nightly", process=ELSEWHERE, now=NOON, due_only=False)
    release_dead_jobs(now=NOON + 2 * HOUR)
    claim_job("nightly", process="third-host:9", now=NOON + 2 * HOUR)
    finish_job(slow, report="fait", now=NOON + 3 * HOUR)
    assert (row("nightly").process, row("nightly").report) == ("third-host:9", "")


def test_process_that_got_the_number_of_a_dead_one_is_not_believed():
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    job = subprocess.Popen([sys.executable, "-c", "input()", "run_job"], stdin=subprocess.PIPE)
    try:
        name, another = process_name(job.pid), process_name(other.pid)
        # The same number, begun at another moment.
        number, _colon, start = another.rpartition(":")
        alive = [is_running(f"{number}:{int(start) - 1}"), is_running(name)]
    finally:
        for process in (other, job):
            process.communicate(b"\n")
    assert alive == [False, True]
    nameless = f"{socket.gethostname()}:x"
    assert (is_running(this_process()), is_running(name), is_running(nameless)) == (True, False, False)


def test_job_that_finds_its_source_being_read_stands_aside_for_five_minutes(jobs, monkeypatch):
    def read() -> str:
        start_run(source="apidae", feed="une autre lecture")
        return "lu"

    def elsewhere() -> str:
        raise RunInProgressError(ImportRun(started_at=NOON))

    monkeypatch.setitem(jobs, "nightly", Job("nightly", elsewhere, at=time(2, 30)))
    assert run_claimed(claim_job("nightly", process=this_process(), now=timezone.now(), due_only=False)) is False
    refused = row("nightly")
    assert refused.error == "Un import de cette source est déjà en cours depuis 12:00 : rien n’a été fait."
    minutes = [at for at in range(8) if "nightly" in due_jobs(now=refused.ended_at + at * MINUTE)]
    assert minutes == [5, 6, 7]
    monkeypatch.setitem(jobs, "nightly", Job("nightly", read, at=time(2, 30)))
    assert run_claimed(claim_job("nightly", process=this_process(), now=timezone.now())) is True
    assert (row("nightly").error, row("nightly").next_run_at > timezone.now()) == ("", True)


def test_editor_who_asks_again_does_not_wait_for_a_job_that_stood_aside(jobs):
    refused = claim_job("nightly", process=this_process(), now=NOON, due_only=False)
    release_job(refused, error="Un import est en cours.", again_from=refused.started_at, now=NOON + MINUTE)
    assert due_jobs(now=NOON + 2 * MINUTE) == []
    ScheduledJob.objects.filter(name="nightly").update(next_run_at=NOON + 2 * MINUTE)
    assert due_jobs(now=NOON + 2 * MINUTE) == ["nightly"]


def test_health_names_the_jobs_that_nobody_does(jobs, client):
    assert late_jobs(now=NOON + 25 * MINUTE) == []
    assert late_jobs(now=NOON + 26 * MINUTE) == ["alone", "quick"]


# Commands


@pytest.fixture
def one_job(monkeypatch):
    """The job `check_feeds` of the real list, replaced."""

    def replace(run) -> None:
        monkeypatch.setitem(JOBS, "check_feeds", Job("check_feeds", run, every=60))

    return replace


def test_run_job_prints_the_report(one_job):
    one_job(lambda: "Tout va bien.")
    output = StringIO()
    call_command("run_job", "check_feeds", stdout=output)
    assert output.getvalue() == "Tout va bien.\n"
    assert row("check_feeds").report == "Tout va bien."


def test_run_job_fails_with_the_sentence_of_the_job(one_job):
    def refuse() -> str:
        raise JobFailedError("La clé manque.")

    one_job(refuse)
    with pytest.raises(CommandError, match="La clé manque."):
        call_command("run_job", "check_feeds")


def test_run_job_refuses_what_is_running(one_job):
    sync_jobs(now=timezone.now())
    ScheduledJob.objects.filter(name="check_feeds").update(process=ELSEWHERE, started_at=timezone.now())
    with pytest.raises(CommandError, match="est en cours"):
        call_command("run_job", "check_feeds")


def test_run_job_of_the_worker_does_only_what_is_due(one_job):
    done = []
    one_job(lambda: done.append(1) or "")
    sync_jobs(now=timezone.now())
    call_command("run_job", "check_feeds", "--due")
    assert done == []
    ScheduledJob.objects.filter(name="check_feeds").update(next_run_at=timezone.now() - MINUTE)
    call_command("run_job", "check_feeds", "--due")
    call_command("run_job", "check_feeds", "--due")
    assert done == [1]


def test_jobs_lists_names_times_and_results(settings):
    settings.APIDAE_KEY = ""
    sync_jobs(now=timezone.now())
    ScheduledJob.objects.filter(name="prune").update(enabled=False)
    ScheduledJob.objects.filter(name="check_feeds").update(
        started_at=NOON, ended_at=NOON + MINUTE, report="Tout va bien.", error="Ou presque."
    )
    output = StringIO()
    call_command("jobs", stdout=output)
    text = output.getvalue()
    assert "chaque jour à 00:05 — prochaine fois " in text
    assert "chaque jour à 04:00 — désactivé" in text
    assert "chaque jour à 02:30 — sans objet" in text
    assert "dernière fois 25/11/2026 12:00:00, fini à 25/11/2026 12:01:00" in text
    assert "  Tout va bien.\n  erreur : Ou presque." in text


# The ticker


class FakeChild:
    """A process that ends when it is told to."""

    def __init__(self) -> None:
        self.code: int | None = None
        self.terminated = False

    def poll(self) -> int | None:
        return self.code

    def terminate(self) -> None:
        self.terminated, self.code = True, -15

    def wait(self, _timeout: float) -> int | None:
        return self.code


def test_ticker_starts_each_due_job_once_and_not_too_many(jobs, monkeypatch):
    many = {f"job{number}": Job(f"job{number}", lambda: "", every=1) for number in range(5)}
    monkeypatch.setattr(scheduler, "JOBS", many)
    sync_jobs(now=NOON)
    ScheduledJob.objects.update(next_run_at=timezone.now() - HOUR)
    started: list[tuple[str, FakeChild]] = []

    def start(name: str) -> FakeChild:
        started.append((name, FakeChild()))
        return started[-1][1]

    ticker = Ticker(start_job=start)
    ticker.tick()
    ticker.tick()
    first = [name for name, _child in started]
    started[0][1].code = 0
    ScheduledJob.objects.filter(name=first[0]).update(next_run_at=timezone.now() + HOUR, every=600)
    ticker.tick()
    ticker.stop()
    assert (len(first), len(started)) == (3, 4)
    assert [child.terminated for _name, child in started] == [False, True, True, True]


def test_ticker_outlives_a_database_that_is_away(jobs, monkeypatch, caplog):
    looks: list[int] = []
    ticker = Ticker(seconds=0.01, start_job=lambda name: FakeChild())

    def look() -> None:
        looks.append(1)
        if len(looks) == 3:
            ticker._stopping.set()
        raise RuntimeError("database is away")

    monkeypatch.setattr(ticker, "tick", look)
    ticker.start()
    ticker.join(5)
    assert len(looks) == 3
    assert "could not be read" in caplog.text
