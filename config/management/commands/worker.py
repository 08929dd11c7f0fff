"""`manage.py worker`: background tasks and the timetable, in one process, until it is told to stop."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.compat import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME
from django_tasks_db.management.commands.db_worker import Command as TaskCommand
from django_tasks_db.management.commands.db_worker import Worker

from config.scheduler import sync_jobs
from config.worker import Ticker


class Command(BaseCommand):
    """The worker of django-tasks in the main thread, which hears the signals; the timetable beside it."""

    help = "Work off background tasks, and do what the timetable says (manage.py jobs)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=2, help="Seconds between two looks for tasks.")
        parser.add_argument("--tick", type=float, default=5, help="Seconds between two looks at the timetable.")

    def handle(self, **options: Any) -> None:
        TaskCommand(stdout=self.stdout).configure_logging(options["verbosity"])
        sync_jobs(now=timezone.now())
        tasks = Worker(
            queue_names=[DEFAULT_TASK_QUEUE_NAME],
            interval=options["interval"],
            batch=False,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        tasks.configure_signals()
        ticker = Ticker(seconds=options["tick"])
        ticker.start()
        try:
            tasks.run()
        finally:
            # A second signal, as Ctrl-C in a terminal gives, would leave the jobs without anybody.
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)
            ticker.stop()
