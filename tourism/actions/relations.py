"""What points at a public object goes along when that becomes part of another, and comes back when it is parted."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, ManyToOneRel, Model

from cms.actions import announce_changes
from tourism.models import GoldenModel
from tourism.queries import kind_of_model

# {label of the relation: {"moved": primary keys, "doubled": other ends of joins that the kept one had already}}
Moved = dict[str, dict[str, list[Any]]]


def relations_to(model: type[Model]) -> dict[str, ForeignKey]:
    """Foreign keys to a model by label ("app.model.field"), those of the tables that join many to many included."""
    related = [found for found in model._meta.get_fields(include_hidden=True) if isinstance(found, ManyToOneRel)]
    keys = [found.field for found in related if found.auto_created and not found.concrete]
    return {f"{key.model._meta.label_lower}.{key.name}": key for key in keys}


def move_relations(model: type[Model], *, origin: int, target: int, derived: Collection[str]) -> Moved:
    """Point at `target` whatever points at `origin`, but for the `derived` relations, which a fold writes.

    A join that the target has already is taken away; what may be there only once stays where it is.
    """
    moved: Moved = {}
    for label, key in relations_to(model).items():
        if label in derived:
            continue
        done: dict[str, list[Any]] = {"moved": [], "doubled": []}
        touched = []
        for row in key.model._base_manager.filter(**{key.attname: origin}).order_by("pk"):
            pk = row.pk
            if _point(row, key, target):
                done["moved"].append(pk)
            elif key.model._meta.auto_created:
                done["doubled"].append({far.attname: getattr(row, far.attname) for far in _far_ends(key)})
                row.delete()
            else:
                continue
            touched.append(row)
        if touched:
            moved[label] = done
            _announce(key, touched)
    return moved


def return_relations(model: type[Model], moved: Moved, *, holders: Collection[int], origin: int) -> None:
    """Point at `origin` again what was moved from it and still points at one of `holders`."""
    keys = relations_to(model)
    for label, done in moved.items():
        if (key := keys.get(label)) is None:
            continue  # a relation that the program had then
        rows = key.model._base_manager.filter(pk__in=done["moved"], **{f"{key.attname}__in": holders})
        touched = [row for row in rows.order_by("pk") if _point(row, key, origin)]
        for ends in done["doubled"]:
            if all(_model_of(far)._base_manager.filter(pk=ends[far.attname]).exists() for far in _far_ends(key)):
                joined = {**ends, key.attname: origin}
                touched.append(key.model._base_manager.get_or_create(**joined, defaults=None)[0])
        _announce(key, touched)


def _point(row: Model, key: ForeignKey, target: int) -> bool:
    """Point a row at another object; whether it could be."""
    try:
        with transaction.atomic():
            return bool(type(row)._base_manager.filter(pk=row.pk).update(**{key.attname: target}))
    except IntegrityError:
        return False


def _far_ends(key: ForeignKey) -> list[ForeignKey]:
    """The other columns of a table that joins many to many."""
    return [field for field in key.model._meta.concrete_fields if isinstance(field, ForeignKey) and field != key]


def _model_of(key: ForeignKey) -> type[Model]:
    """The model that a foreign key points at."""
    model = key.related_model
    return key.model if isinstance(model, str) else model


def _announce(key: ForeignKey, rows: Iterable[Model]) -> None:
    """Say which public objects are joined to something else now."""
    rows = list(rows)
    ends: list[tuple[type[Model], str]] = [(key.model, "pk")]
    if key.model._meta.auto_created:
        ends = [(_model_of(far), far.attname) for far in _far_ends(key)]
    for model, name in ends:
        if rows and issubclass(model, GoldenModel):
            announce_changes(kind=kind_of_model(model), ids=sorted({getattr(row, name) for row in rows}))
