"""What the numbers in APIDAE's exports mean, and its lists of objects, kept from one export to the next."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from tourism.actions.rows import insert_rows
from tourism.models import ReadFile, ReferenceCommune, ReferenceElement, Selection, SelectionMember

LARGEST_ID = 2**63 - 1


@transaction.atomic
def keep_referential(*, elements: Iterable[ReferenceElement], communes: Iterable[ReferenceCommune]) -> None:
    """Write over what we know of these elements and communes; others stay: objects may still name them."""
    kept: list[tuple[type[Any], Iterable[Any]]] = [(ReferenceElement, elements), (ReferenceCommune, communes)]
    for model, rows in kept:
        columns = [column.name for column in model._meta.concrete_fields if not column.primary_key]
        known = {row[0]: row[1:] for row in model._default_manager.values_list("pk", *columns)}
        # The same number twice in one statement is refused by PostgreSQL; the last one counts, as in a dictionary.
        changed = {
            row.pk: row
            for row in rows
            if 0 < row.pk <= LARGEST_ID and known.get(row.pk) != tuple(getattr(row, name) for name in columns)
        }
        names = [model._meta.get_field(column).attname for column in columns]
        for rows_written, by in (
            ([row for row in changed.values() if row.pk not in known], {}),
            ([row for row in changed.values() if row.pk in known], {"known_by": ["id"], "over": names}),
        ):
            written = ([row.pk, *(getattr(row, name) for name in names)] for row in rows_written)
            insert_rows(model, ["id", *names], written, **by)


@transaction.atomic
def keep_read_files(*, source: str, files: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """Make the files that need not be read again exactly these: {digest: (external id, checksum) of its objects}."""
    known = set(ReadFile.objects.filter(source=source).values_list("digest", flat=True))
    ReadFile.objects.filter(source=source, digest__in=known - files.keys()).delete()
    fresh = ((source, digest, list(files[digest])) for digest in sorted(files.keys() - known))
    insert_rows(ReadFile, ("source", "digest", "objects_read"), fresh)


@transaction.atomic
def keep_selections(*, source: str, selections: Mapping[str, tuple[str, dict[str, str], set[str]]]) -> None:
    """Make the selections of a source exactly these: {external id: (name, labels, external ids of its objects)}."""
    Selection.objects.filter(source=source).exclude(external_id__in=selections).delete()
    for external_id, (name, labels, members) in selections.items():
        selection, _created = Selection.objects.update_or_create(
            source=source, external_id=external_id, defaults={"name": name[:255], "labels": labels}
        )
        present: dict[str, Any] = dict(selection.members.values_list("external_id", "pk"))
        gone = [pk for number, pk in present.items() if number not in members]
        for first in range(0, len(gone), 1_000):
            SelectionMember.objects.filter(pk__in=gone[first : first + 1_000]).delete()
        fresh = ((selection.pk, number) for number in sorted(members - present.keys()))
        insert_rows(SelectionMember, ("selection_id", "external_id"), fresh)
