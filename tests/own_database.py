"""A database that a test may commit to, and other processes and threads may open.

The usual one is kept between two runs of the tests (`--reuse-db`), and emptying it would take along what migrations put
there: so these tests work on a copy.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection
from django.test.utils import setup_databases


@contextmanager
def copied_database(folder: Path) -> Iterator[str]:
    """The address of a copy, as DATABASE_URL takes it; while the block runs, this process uses it too."""
    given = connection.settings_dict
    expected = connection.creation._get_test_db_name()
    if given["NAME"] != expected:
        # pytest-django sets up only what tests marked `django_db` ask for. Where none is run, what would be copied is
        # the instance of whoever runs the tests.
        setup_databases(verbosity=0, interactive=False, keepdb=True, aliases={"default"})
    original = given["NAME"]
    assert original == expected, f"{original} is not the database of the tests"
    connection.close()
    copy = _copy(original, folder)
    given["NAME"] = copy
    try:
        yield _url(given)
    finally:
        connection.close()
        given["NAME"] = original
        if connection.vendor == "postgresql":
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


def _copy(original: str, folder: Path) -> str:
    if connection.vendor == "postgresql":
        copy = f"{original}_copy"
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
        return copy
    path = folder / "copy.sqlite3"
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
    return str(path)


def _url(given: dict[str, str]) -> str:
    if connection.vendor == "postgresql":
        return f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}/{given['NAME']}"
    return f"sqlite:///{given['NAME']}"
