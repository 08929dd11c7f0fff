"""Runs tests on a PostgreSQL of their own: `python -m tests.on_postgresql [arguments of pytest]`.

What imports write goes there by other statements than into SQLite, and what is asked of dates, of JSON, of texts in
other letters is answered by other rules. Where PostgreSQL is not installed this says so, and that its tests were not
run.
"""

import os
import subprocess
import sys

from tests.bench.postgresql import postgresql

WRITTEN_OTHERWISE = (
    "tests/tourism/test_rows.py",
    "tests/agenda/test_import.py",
    "tests/agenda/test_import_again.py",
    "tests/agenda/test_import_files.py",
    "tests/agenda/test_import_oddities.py",
    "tests/agenda/test_import_twists.py",
    "tests/agenda/test_killed_import.py",
    "tests/agenda/test_links.py",
    "tests/agenda/test_deliveries_at_once.py",
    "tests/agenda/test_cards_at_once.py",
    "tests/agenda/test_queries.py",
    "tests/agenda/test_choices.py",
    "tests/agenda/test_facets.py",
    "tests/agenda/test_calendars.py",
    "tests/agenda/test_duplicates.py",
    "tests/agenda/test_merging.py",
    "tests/agenda/test_venues.py",
    "tests/agenda/test_venue_relations.py",
    "tests/agenda/admin/test_pairs_meanwhile.py",
    "tests/agenda/feeds/test_ics_over_http.py",
    "tests/agenda/feeds/test_other_forms.py",
    "tests/agenda/feeds/test_places.py",
    "tests/agenda/announcements/test_alike.py",
    "tests/agenda/announcements/test_queue.py",
)


def main(arguments: list[str]) -> int:
    """The exit code of pytest; 0 where there is no PostgreSQL."""
    with postgresql() as url:
        if url is None:
            print("PostgreSQL is not installed here: the tests of what is written into it were NOT run.")
            return 0
        command = [sys.executable, "-m", "pytest", "--create-db", *(arguments or ["-q", *WRITTEN_OTHERWISE])]
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
