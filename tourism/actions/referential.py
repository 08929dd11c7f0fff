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


# (external id, name, labels, external ids of its objects) of a selection
Listed = tuple[str, str, dict[str, str], set[str]]


@transaction.atomic
def keep_selections(*, source: str, selections: Iterable[Listed]) -> None:
    """Make the selections of a source exactly these. They may come one by one: some hold most objects of a project."""
    kept = set()
    for external_id, name, labels, members in selections:
        kept.add(external_id)
        selection, _created = Selection.objects.update_or_create(
            source=source, external_id=external_id, defaults={"name": name[:255], "labels": labels}
        )
        gone = []
        for pk, number in selection.members.values_list("pk", "external_id").iterator():
            if number in members:
                members.remove(number)
            else:
                gone.append(pk)
        for first in range(0, len(gone), 1_000):
            SelectionMember.objects.filter(pk__in=gone[first : first + 1_000]).delete()
        insert_rows(SelectionMember, ("selection_id", "external_id"), ((selection.pk, number) for number in members))
    Selection.objects.filter(source=source).exclude(external_id__in=kept).delete()
