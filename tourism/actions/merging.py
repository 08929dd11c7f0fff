"""Two public objects become one, and two again, exactly.

The records of the absorbed one are re-pointed to the kept one and fold into it; its own row stays as it was, not shown,
and its address leads to the kept one. What an office typed on the absorbed one takes part as a record of `OWN_SOURCE`,
the most trusted one; an own entry that is kept gets such a record too, which only says that its office announces it, so
that it does not disappear with the last source that joined it.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cms.actions import announce_changes
from tourism.actions.folding import COLUMNS, Offices, Pairs, locked_subjects, new_public_id
from tourism.actions.relations import Moved, move_relations, return_relations
from tourism.enums import OWN_SOURCE
from tourism.golden import EDITORS
from tourism.gravest import DESPITE
from tourism.models import GoldenModel, Merge, SourceRecord
from tourism.queries import current_heirs, kind_of_model, source_rank, source_records


class MergeRefusedError(Exception):
    """Two objects cannot be joined or parted. `sentence` is for an editor."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class MergedKind:
    """How objects of one model are joined.

    Attributes:
        refold: folds pairs again and saves them with all that is derived, announces nothing.
        own_values: columns that an editor sets on an own entry, as fields of a record of it.
        set_own_values: sets these columns again.
        derived: labels of `relations_to` the model that do not go along: a fold writes these rows, or they are about
            the one object whatever becomes of it.
    """

    model: type[GoldenModel]
    refold: Callable[[Pairs], None]
    own_values: Callable[[Any], Mapping[str, Any]] = lambda subject: {}
    set_own_values: Callable[[Any, Mapping[str, Any]], None] = lambda subject, values: None
    derived: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """Its RecordKind."""
        return kind_of_model(self.model)

    def path(self, subject: GoldenModel) -> str:
        """The address of an object in the web app."""
        return f"/{self.kind.lower()}/{subject.public_id}"


@transaction.atomic
def merge_subjects(merged: MergedKind, *, kept_id: int, absorbed_id: int, by: str, bulk: bool = False) -> Merge:
    """Make one object part of another of its kind. `bulk`: one of many, the search may follow later.

    Raises MergeRefusedError when one of them does not exist or is part of another already.
    """
    held = locked_subjects(merged.model, [kept_id, absorbed_id])
    if kept_id == absorbed_id or len(held) < 2:
        raise MergeRefusedError(_("L’une des deux fiches n’existe plus."))
    if current_heirs(merged.kind, held):
        raise MergeRefusedError(_("L’une des deux fiches fait déjà partie d’une autre."))
    kept, absorbed = held[kept_id], held[absorbed_id]
    records = SourceRecord.objects.select_for_update().filter(kind=merged.kind, subject_id=absorbed_id).order_by("pk")
    moved = list(records.exclude(source=OWN_SOURCE, external_id=absorbed.public_id).values_list("pk", flat=True))
    kept_state, absorbed_state = _state_of(merged, kept), _state_of(merged, absorbed)
    merge = Merge.objects.create(
        kind=merged.kind,
        kept_id=kept_id,
        absorbed_id=absorbed_id,
        records=moved,
        before={"kept": kept_state, "absorbed": absorbed_state},
        by=by[:150],
    )
    if kept_state["own"]:
        _write_own_record(merged, kept, kept_state, subject_id=kept_id, typed=False)
    if absorbed_state["own"] or absorbed.overrides:
        _write_own_record(merged, absorbed, absorbed_state, subject_id=kept_id, typed=True)
    SourceRecord.objects.filter(pk__in=moved).update(subject_id=kept_id)
    followed = move_relations(merged.model, origin=absorbed_id, target=kept_id, derived=merged.derived)
    if followed:
        merge.before["relations"] = followed
        merge.save(update_fields=["before"])
    absorbed.replaced_by = merged.path(kept)
    merged.refold([(absorbed, []), (kept, source_records(merged.kind, kept_id))])
    _lead_to_heirs(merged, kept_id)
    announce_changes(kind=merged.kind, ids=[kept_id, absorbed_id], bulk=bulk)
    return merge


@transaction.atomic
def unmerge_subjects(merged: MergedKind, *, merge: Merge, by: str) -> tuple[Any, Any]:
    """Part two objects that were joined: each has again what was its own, as its sources say it today; what editors
    typed on the kept one since stays there. Gives (kept, absorbed).

    When the kept one became part of a third one meanwhile, the absorbed one leaves that one.

    Raises MergeRefusedError when they were parted before, or one of them does not exist any more.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at is not None:
        raise MergeRefusedError(_("Ces deux fiches sont déjà séparées."))
    root_id = current_heirs(merged.kind, [merge.absorbed_id])[merge.absorbed_id]
    held = locked_subjects(merged.model, {merge.kept_id, merge.absorbed_id, root_id})
    if merge.absorbed_id not in held or root_id not in held:
        raise MergeRefusedError(_("L’une des deux fiches n’existe plus."))
    absorbed, root, state = held[merge.absorbed_id], held[root_id], merge.before["absorbed"]
    merge.undone_at, merge.undone_by = timezone.now(), by[:150]
    merge.save(update_fields=["undone_at", "undone_by"])
    inside = _merges_inside(merged, root_id)
    later = _onward(inside, merge.kept_id)
    _take_back_offices(merged, merge, held, root)
    back = _records_of(merged, merge, absorbed, root_id)
    SourceRecord.objects.filter(pk__in=back).update(subject_id=absorbed.pk)
    holders = {merge.kept_id, root_id}
    return_relations(
        merged.model,
        merge.before.get("relations", {}),
        holders=holders,
        origin=absorbed.pk,
        later=[_relations(one) for one in later],
        others=[[_relations(one), *map(_relations, _onward(inside, one.kept_id))] for one in inside.values()],
    )
    for one in later:
        # What left goes nowhere with them any more.
        one.records = [pk for pk in one.records if pk not in back]
    Merge.objects.bulk_update(inside.values(), ["records", "before"])
    _restore_own_record(merged, absorbed, state)
    if root_id == merge.kept_id and not _keeps_others(merged, root_id):
        _part(merged, root, merge.before["kept"])
    else:
        merged.refold([(root, source_records(merged.kind, root_id))])
    if _keeps_others(merged, absorbed.pk):
        absorbed.replaced_by, absorbed.withdrawn_at = state["replaced_by"], _moment(state["withdrawn_at"])
        _refold_alone(merged, absorbed, own=state["own"])
    else:
        _part(merged, absorbed, state)
    _lead_to_heirs(merged, absorbed.pk)
    announce_changes(kind=merged.kind, ids=sorted(held))
    return held.get(merge.kept_id, root), absorbed


def _state_of(merged: MergedKind, subject: GoldenModel) -> dict[str, Any]:
    """What a fold alone cannot put back: ``{"own", "overrides", "values", "office", "replaced_by", "withdrawn_at"}``.
    Of an object that keeps others already, as it was before the first of them."""
    earlier = Merge.objects.filter(kind=merged.kind, kept_id=subject.pk, undone_at=None).order_by("pk").first()
    if earlier is not None:
        return dict(earlier.before["kept"])
    records = SourceRecord.objects.filter(kind=merged.kind, subject_id=subject.pk)
    return {
        # An entry of an office's own: no source ever spoke of it.
        "own": not records.exists() and not _shows_sources(subject),
        "overrides": subject.overrides,
        "values": dict(merged.own_values(subject)),
        "office": subject.office_id,
        "replaced_by": subject.replaced_by,
        "withdrawn_at": subject.withdrawn_at.isoformat() if subject.withdrawn_at else "",
    }


def typed_layer(overrides: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, str]]:
    """What people typed, as a record and since when for each of its fields."""
    record: dict[str, Any] = {}
    since: dict[str, str] = {}
    for key, override in overrides.items():
        name, _dot, language = key.partition(".")
        value = override.get("value")
        if value in (None, "", [], {}):
            continue
        if language:
            record.setdefault(name, {})[language] = value
        else:
            record[name] = value
        since[name] = max(since.get(name, ""), override.get("at", ""))
        if DESPITE in override:
            record.setdefault(DESPITE, {})[key] = override[DESPITE]
    return record, since


def _write_own_record(
    merged: MergedKind, subject: GoldenModel, state: Mapping[str, Any], *, subject_id: int, typed: bool
) -> None:
    """The record by which what an office wrote about `subject` takes part in the fold of `subject_id`. `typed`: with
    all that was typed; else only that it is announced, as its overrides are those of the kept one. `state`: that of
    `subject`, see `_state_of`."""
    record, since = typed_layer(subject.overrides) if typed else ({}, {})
    if state["own"]:
        record |= {**state.get("values", merged.own_values(subject)), "state": "PUBLISHED"}
    if not record:
        return
    SourceRecord.objects.update_or_create(
        source=OWN_SOURCE,
        external_id=subject.public_id,
        defaults={
            "kind": merged.kind,
            "subject_id": subject_id,
            "record": record,
            "since": since,
            "raw": zlib.compress(orjson.dumps(record)),
            "checksum": "",
            "owner": subject.office.name if subject.office else "",
            "seen_at": timezone.now(),
            "withdrawn_at": None,
        },
    )


def _restore_own_record(merged: MergedKind, subject: GoldenModel, state: Mapping[str, Any]) -> None:
    """What an office wrote about an object that is its own again needs no record, unless others are part of it."""
    SourceRecord.objects.filter(source=OWN_SOURCE, external_id=subject.public_id).delete()
    if state["own"] and _keeps_others(merged, subject.pk):
        _write_own_record(merged, subject, state, subject_id=subject.pk, typed=False)


def _shows_sources(subject: GoldenModel) -> bool:
    """Whether something that its row says comes from a record."""
    return any(said.get("source") != EDITORS for said in subject.origins.values())


def _keeps_others(merged: MergedKind, pk: int) -> bool:
    return Merge.objects.filter(kind=merged.kind, kept_id=pk, undone_at=None).exists()


def _merges_inside(merged: MergedKind, pk: int) -> dict[int, Merge]:
    """The joinings by which something became part of an object, or of what became part of it; by what was absorbed."""
    inside, ahead = dict[int, Merge](), {pk}
    while ahead:
        merges = Merge.objects.filter(kind=merged.kind, kept_id__in=ahead, undone_at=None).order_by("pk")
        found = {merge.absorbed_id: merge for merge in merges if merge.absorbed_id not in inside}
        inside |= found
        ahead = set(found)
    return inside


def _onward(inside: Mapping[int, Merge], pk: int) -> list[Merge]:
    """Of such joinings, those by which one object became part of the next."""
    merges: list[Merge] = []
    while pk in inside:
        merges.append(inside[pk])
        pk = inside[pk].kept_id
    return merges


def _relations(merge: Merge) -> Moved:
    """What went along with it, to be changed."""
    return merge.before.setdefault("relations", {})


def _records_of(merged: MergedKind, merge: Merge, absorbed: GoldenModel, root_id: int) -> set[int]:
    """Records that go back to the absorbed one: those that came with it, as far as they are still of this kind, and
    those that came since and carry its number or that of something that is part of it."""
    parts = merged.model._default_manager.filter(pk__in=_merges_inside(merged, absorbed.pk))
    addresses = {absorbed.public_id, *parts.values_list("public_id", flat=True)}
    records = SourceRecord.objects.select_for_update().filter(kind=merged.kind, subject_id=root_id).order_by("pk")
    return {
        pk
        for pk, source, number in records.values_list("pk", "source", "external_id")
        if pk in merge.records or new_public_id(source, number) in addresses
    }


def _take_back_offices(merged: MergedKind, merge: Merge, held: Mapping[int, Any], root: GoldenModel) -> None:
    """Of what had no office before, take the one that joining gave: their folds find whose they are alone. An office
    that no record names was chosen by somebody, and stays."""
    states = {root.pk: _state_of(merged, root), merge.kept_id: merge.before["kept"]}
    states[merge.absorbed_id] = merge.before["absorbed"]
    given = [held[pk] for pk, state in states.items() if pk in held and state.get("office", 0) is None]
    if not any(subject.office_id for subject in given):
        return
    offices, records = Offices(), SourceRecord.objects.filter(kind=merged.kind, subject_id=root.pk).defer("raw")
    named = {offices.of([record], record.record.get("commune_code")) for record in records}
    named |= {offices.of((), subject.commune_id) for subject in held.values()}
    for subject in given:
        if subject.office in named:
            subject.office = None
            merged.model._default_manager.filter(pk=subject.pk).update(office=None)


def _moment(text: str) -> datetime | None:
    return parse_datetime(text) if text else None


def _part(merged: MergedKind, subject: GoldenModel, state: Mapping[str, Any]) -> None:
    """An object that keeps nothing any more, without anything that was joined to it. `state`: before that."""
    own = SourceRecord.objects.filter(source=OWN_SOURCE, external_id=subject.public_id)
    if state["own"] and _shows_sources(subject):
        subject.overrides = _without_loss(subject, state["overrides"])
        # What joined it set columns too.
        said: Mapping[str, Any] = next(iter(own.values_list("record", flat=True)), {})
        merged.set_own_values(subject, state.get("values", said))
        subject.origins = {}
    own.delete()
    subject.replaced_by, subject.withdrawn_at = state["replaced_by"], _moment(state["withdrawn_at"])
    _refold_alone(merged, subject, own=state["own"])


def _refold_alone(merged: MergedKind, subject: GoldenModel, *, own: bool) -> None:
    """Fold an object that has its own records again. When its sources withdrew all of them meanwhile, it is what they
    said last, and no longer shown."""
    records = source_records(merged.kind, subject.pk)
    if not records and not own:
        replaced_by, withdrawn_at = subject.replaced_by, subject.withdrawn_at
        last = SourceRecord.objects.filter(kind=merged.kind, subject_id=subject.pk).exclude(record={}).defer("raw")
        merged.refold([(subject, sorted(last, key=lambda record: source_rank(record.source)))])
        subject.replaced_by, subject.withdrawn_at = replaced_by, withdrawn_at
    merged.refold([(subject, records)])


def _without_loss(kept: GoldenModel, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The overrides of an own entry that leaves what it kept: a field that was given to a source meanwhile keeps what
    it shows, as nobody else says it any more; one for which a source was chosen is again what was typed."""
    overrides = dict(kept.overrides)
    for key, override in typed.items():
        name, _dot, language = key.partition(".")
        value = getattr(kept, name) if name in COLUMNS else kept.facts.get(name)
        if language:
            value = (value or {}).get(language, {}).get("text")
        if key not in overrides:
            overrides[key] = {**override, "value": value} if value not in (None, "") else dict(override)
        elif "from" in overrides[key]:
            overrides[key] = dict(override)
    return overrides


def _lead_to_heirs(merged: MergedKind, pk: int) -> None:
    """Addresses of all that became part of an object lead to where it is found today."""
    heirs = current_heirs(merged.kind, _merges_inside(merged, pk))
    found = merged.model._default_manager.in_bulk(set(heirs.values()))
    for absorbed_id, heir_id in heirs.items():
        if heir_id in found:
            rows = merged.model._default_manager.filter(pk=absorbed_id)
            rows.update(replaced_by=merged.path(found[heir_id]))
