"""What points at a public object goes along when that becomes part of another, and comes back when it is parted."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, ManyToOneRel, Model

from cms.actions import announce_changes
from tourism.models import GoldenModel
from tourism.queries import kind_of_model

# {label of the relation: {"moved": primary keys, "doubled": joins that the kept one had already, as their primary key
# and their other ends}}
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
                ends = {far.attname: getattr(row, far.attname) for far in _far_ends(key)}
                done["doubled"].append({"pk": pk, **ends})
                row.delete()
            else:
                continue
            touched.append(row)
        if touched:
            moved[label] = done
            _announce(key, touched)
    return moved


def return_relations(
    model: type[Model],
    moved: Moved,
    *,
    holders: Collection[int],
    origin: int,
    later: Collection[Moved] = (),
    others: Collection[Sequence[Moved]] = (),
) -> None:
    """Point at `origin` again what was moved from it and still points at one of `holders`.

    Args:
        later: what was moved when the first of the holders became part of the next one, and so on. What returns is
            taken out of it.
        others: for each joining that lasts, what it moved and what those moved by which it is where it is. A join
            that one of them brought as well is there because of that one from now on.
    """
    keys = relations_to(model)
    for label, done in moved.items():
        if (key := keys.get(label)) is None:
            continue  # a relation that the program had then
        went_on = [one[label] for one in later if label in one]
        doubled = done["doubled"] + [
            join for one in went_on for join in one["doubled"] if join.get("pk") in done["moved"]
        ]
        rows = key.model._base_manager.filter(pk__in=done["moved"], **{f"{key.attname}__in": holders})
        touched = [row for row in rows.order_by("pk") if _point(row, key, origin)]
        if key.model._meta.auto_created:
            ways = [[one[label] for one in way if label in one] for way in others if label in way[0]]
            for row in touched:
                _hand_over(key, row, ways)
        touched += filter(None, [_joined_again(key, join, holders, origin) for join in doubled])
        for one in went_on:
            one["moved"] = [pk for pk in one["moved"] if pk not in done["moved"]]
            one["doubled"] = [join for join in one["doubled"] if join not in doubled]
        _announce(key, touched)


def _hand_over(key: ForeignKey, row: Model, others: Collection[Sequence[dict[str, list[Any]]]]) -> None:
    """Put the join of another one in the place of a join that returned from there."""
    ends = {far.attname: getattr(row, far.attname) for far in _far_ends(key)}
    for done, *onward in others:
        for join in done["doubled"]:
            if "pk" in join and join == {"pk": join["pk"], **ends}:
                key.model._base_manager.create(**join, **{key.attname: getattr(row, key.attname)})
                done["doubled"].remove(join)
                for one in (done, *onward):
                    one["moved"].append(join["pk"])
                return


def _joined_again(key: ForeignKey, join: dict[str, Any], holders: Collection[int], origin: int) -> Model | None:
    """A join that was taken away, under its number; None when the holders are not joined to its other ends any more,
    as somebody parted them."""
    joins, ends = key.model._base_manager, {far.attname: join[far.attname] for far in _far_ends(key)}
    if not joins.filter(**ends, **{f"{key.attname}__in": holders}).exists():
        return None
    number = {"pk": join["pk"]} if "pk" in join else {}
    return joins.get_or_create(**ends, **{key.attname: origin}, defaults=number)[0]


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
