"""Writes rows by the thousand: Django's own bulk operations cost five times more, which an import feels."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import Any

import orjson
from django.db import DataError, connection
from django.db.models import BooleanField, DateTimeField, IntegerField, JSONField, Model
from django.utils import timezone
from psycopg.types.json import Jsonb

Converter = Callable[[Any], Any]

# Held together, and the parameters of one statement: PostgreSQL takes 65,535.
ROWS_AT_ONCE, MOST_PARAMETERS = 2_000, 60_000

WHOLE_NUMBERS = {"smallint": (-(2**15), 2**15 - 1), "integer": (-(2**31), 2**31 - 1)}


def insert_rows(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    known_by: Sequence[str] = (),
    over: Sequence[str] = (),
) -> None:
    """Insert rows given as values of these columns (attribute names: `event_id`), in order.

    A row that is there already, told by the unique columns `known_by`, has the columns `over` written over; it is left
    alone when there are none. No instance is made, no signal sent, no default applied: for tables that only the
    actions write.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    converters = [(place, _converter(fields[name])) for place, name in enumerate(columns)]
    converted = [(place, convert) for place, convert in converters if convert is not None]
    statement = _Statement(
        table=_quoted(model._meta.db_table),
        columns=[_quoted(fields[name].column) for name in columns],
        known_by=[_quoted(fields[name].column) for name in known_by],
        over=[_quoted(fields[name].column) for name in over],
        types=[_type_name(fields[name]) for name in columns],
    )
    unique = [columns.index(name) for name in known_by]
    rest = iter(rows)
    while values := [list(row) for row in islice(rest, ROWS_AT_ONCE)]:
        for value in values:
            for place, convert in converted:
                value[place] = convert(value[place])
        _write(statement, values, unique)


def _write(statement: "_Statement", values: list[list[Any]], unique: Sequence[int]) -> None:
    """Write rows; `unique` are the places of the columns by which a row is known."""
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            cursor.executemany(statement.insertion(), values)
    elif not unique:
        _copy(statement, values)
    else:
        _insert_together(statement, _once(values, unique, last=bool(statement.over)))


def _once(rows: Iterable[list[Any]], unique: Sequence[int], *, last: bool) -> list[list[Any]]:
    """Rows of which one statement meets each once: the last one counts, or the first, as if they came one by one."""
    kept: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        key = tuple(row[place] for place in unique)
        if last or key not in kept:
            kept[key] = row
    return list(kept.values())


def _type_name(field: Any) -> str:
    """The type of a column without its size: "varchar" of "varchar(255)"."""
    return str(field.db_type(connection)).partition("(")[0]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


@dataclass(frozen=True)
class _Statement:
    """An insertion; all names are quoted, and our own; `types` are those of the columns, as the database names them."""

    table: str
    columns: Sequence[str]
    known_by: Sequence[str]
    over: Sequence[str]
    types: Sequence[str]

    def insertion(self, rows: int = 1) -> str:
        row = f"({', '.join(['%s'] * len(self.columns))})"
        statement = f"INSERT INTO {self.table} ({', '.join(self.columns)}) VALUES {', '.join([row] * rows)}"  # noqa: S608 - ours
        if self.known_by:
            written = ", ".join(f"{name} = EXCLUDED.{name}" for name in self.over)
            statement += f" ON CONFLICT ({', '.join(self.known_by)}) DO "
            statement += f"UPDATE SET {written}" if self.over else "NOTHING"
        return statement

    def copying(self) -> str:
        return f"COPY {self.table} ({', '.join(self.columns)}) FROM STDIN (FORMAT BINARY)"


def _copy(statement: _Statement, rows: Iterable[Sequence[Any]]) -> None:
    """Rows that nobody has, into PostgreSQL: a third of the time of its INSERT, for both processes."""
    try:
        with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement.copying()) as copy:
            copy.set_types(statement.types)
            for row in rows:
                copy.write_row(row)
    except (TypeError, ValueError, OverflowError) as error:
        # What a column cannot hold, found before the server was asked.
        raise DataError(str(error)) from error


def _insert_together(statement: _Statement, rows: Sequence[Sequence[Any]]) -> None:
    """Rows into PostgreSQL, many by statement: it reads each statement anew."""
    at_once = min(ROWS_AT_ONCE, MOST_PARAMETERS // len(statement.columns))
    with connection.cursor() as cursor:
        for first in range(0, len(rows), at_once):
            some = rows[first : first + at_once]
            cursor.execute(statement.insertion(len(some)), [value for row in some for value in row])


@contextmanager
def written_in_bulk() -> Iterator[None]:
    """While the block runs, PostgreSQL does not wait for the disk at each commit: a machine that dies loses the last
    batches whole, and the reading that goes on where it stopped brings them again. The commit after the block waits
    for all. What is long is compressed by LZ4 where the server has it, in a third of the time of its usual way.

    Elsewhere, nothing: SQLite's WAL does not wait for the disk either.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
        cursor.execute(
            "SELECT set_config(name, 'lz4', false) FROM pg_settings "
            "WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)"
        )
    try:
        yield
    finally:
        if connection.connection is not None and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("RESET synchronous_commit")
                cursor.execute("RESET default_toast_compression")


def save_rows(objects: Sequence[Model]) -> set[int]:
    """Insert instances of one model that are new, setting their primary keys, and write the others over.

    Dates of creation and of change are set as `save` would. Sends no signal. Gives the keys of those that were new.
    """
    if not objects:
        return set()
    model = type(objects[0])
    fields = model._meta.concrete_fields
    now = timezone.now()
    born = [field.attname for field in fields if getattr(field, "auto_now_add", False)]
    fresh = [item for item in objects if item.pk is None]
    known = [item for item in objects if item.pk is not None]
    for item, key in zip(fresh, _new_keys(model, len(fresh)), strict=True):
        item.pk = key
        for name in born:
            setattr(item, name, now)
    for name in (field.attname for field in fields if getattr(field, "auto_now", False)):
        for item in objects:
            setattr(item, name, now)
    columns = [field.attname for field in fields]
    own = model._meta.pk.attname
    over = [name for name in columns if name not in born and name != own]
    insert_rows(model, columns, ([getattr(item, name) for name in columns] for item in fresh))
    insert_rows(
        model, columns, ([getattr(item, name) for name in columns] for item in known), known_by=[own], over=over
    )
    for item in objects:
        item._state.adding = False
    return {item.pk for item in fresh}


def _new_keys(model: type[Model], count: int) -> list[int]:
    """Primary keys that nobody has. To be called inside the transaction that uses them."""
    if not count:
        return []
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
            )
            return [key for (key,) in cursor.fetchall()]
        # One writer at a time: nobody takes a key between this and the insertion, which moves the sequence on.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
    first = (last[0] if last else 0) + 1
    return list(range(first, first + count))


def _converter(field: Any) -> Converter | None:
    """What makes of a value what the database's driver takes; None when it takes it as it is."""
    if isinstance(field, JSONField):
        return _as_jsonb if connection.vendor == "postgresql" else _as_json_text
    if connection.vendor == "postgresql":
        # In binary form, four bytes of a number of eight would be taken for one, any text for yes.
        if isinstance(field, BooleanField):
            return _as_truth
        if isinstance(field, IntegerField) and (limits := WHOLE_NUMBERS.get(_type_name(field))):
            return partial(_as_whole_number, limits=limits)
    if isinstance(field, DateTimeField) and connection.vendor == "sqlite":
        return _as_naive_text
    return None


def _as_truth(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise DataError(f"{value!r} is neither true nor false.")


def _as_whole_number(value: Any, *, limits: tuple[int, int]) -> int | None:
    if value is None or (isinstance(value, int) and limits[0] <= value <= limits[1]):
        return value
    raise DataError(f"{value!r} is no whole number between {limits[0]} and {limits[1]}.")


def _as_json_text(value: Any) -> str:
    return orjson.dumps(value).decode()


def _as_jsonb(value: Any) -> Jsonb:
    return Jsonb(value, dumps=orjson.dumps)


def _as_naive_text(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    # What is in UTC already, nearly all, needs no new moment, only its offset left out.
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat(" ")[:-6]
