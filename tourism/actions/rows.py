"""Writes rows by the thousand: Django's own bulk operations cost five times more, which an import feels."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from django.db import connection
from django.db.models import DateTimeField, JSONField, Model
from django.utils import timezone
from psycopg.types.json import Jsonb

Converter = Callable[[Any], Any]


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
    values = []
    for row in rows:
        value = list(row)
        for place, convert in converted:
            value[place] = convert(value[place])
        values.append(value)
    if not values:
        return
    quote = connection.ops.quote_name
    names = ", ".join(quote(fields[name].column) for name in columns)
    places = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608 - names of ours
    if known_by:
        written = ", ".join(f"{quote(fields[name].column)} = EXCLUDED.{quote(fields[name].column)}" for name in over)
        unique = ", ".join(quote(fields[name].column) for name in known_by)
        statement += f" ON CONFLICT ({unique}) DO {f'UPDATE SET {written}' if over else 'NOTHING'}"
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def save_rows(objects: Sequence[Model]) -> None:
    """Insert instances of one model that are new, setting their primary keys, and write the others over.

    Dates of creation and of change are set as `save` would. Sends no signal.
    """
    if not objects:
        return
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
    if isinstance(field, DateTimeField) and connection.vendor == "sqlite":
        return _as_naive_text
    return None


def _as_json_text(value: Any) -> str:
    return orjson.dumps(value).decode()


def _as_jsonb(value: Any) -> Jsonb:
    return Jsonb(value, dumps=orjson.dumps)


def _as_naive_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
