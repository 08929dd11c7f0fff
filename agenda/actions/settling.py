"""What somebody decides about two events that look the same, once and for all imports to come, or takes back."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.actions.merging import merge_events, unmerge_events
from agenda.candidates import stored_candidates
from agenda.enums import UNDECIDED, PairState
from agenda.models import Event, EventPair, PairVerdict
from tourism.enums import RecordKind
from tourism.models import Merge


def proposed_order(pair: EventPair) -> tuple[int, int]:
    """Primary keys of (kept, absorbed) unless somebody says otherwise: the more trusted one is kept, else the older."""
    return proposed_orders([pair])[pair.pk]


def proposed_orders(pairs: Iterable[EventPair]) -> dict[int, tuple[int, int]]:
    """`proposed_order` of several pairs by their primary key, in as few statements as of one."""
    pairs = list(pairs)
    ids = {pk for pair in pairs for pk in (pair.left_id, pair.right_id)}
    precedence = {one.pk: one.precedence for one in stored_candidates(Event.objects.filter(pk__in=ids))} if ids else {}
    orders = {}
    for pair in pairs:
        kept, absorbed = sorted((pair.left_id, pair.right_id), key=precedence.__getitem__)
        orders[pair.pk] = kept, absorbed
    return orders


def joining_refused(absorbed: Event, offices: Collection[int] | None) -> str:
    """Why somebody who works for these offices does not make this event part of another, in words for them; '' when
    they may: the page of what another office announces disappears by that office's word or the agency's only, whose
    `offices` are None."""
    if offices is None or absorbed.office is None or absorbed.office_id in offices:
        return ""
    said = _("« %(event)s » est à « %(office)s » : cet office ou l’agence décide si sa fiche est réunie à une autre.")
    return said % {"event": absorbed, "office": absorbed.office.name}


class PairSettledError(Exception):
    """A pair is not what its settler was shown. `sentence` is for that person."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@transaction.atomic
def settle_pair(
    pair: EventPair,
    *,
    state: str,
    by: str,
    kept_id: int | None = None,
    seen: str | None = None,
    offices: Collection[int] | None = None,
) -> EventPair:
    """Do what somebody decided about a pair. What was decided before is undone first.

    Args:
        state: a PairState; OPEN takes the decision back.
        kept_id: which of the two is kept when they are the same; the proposed one when None.
        seen: the state in which the pair was shown to them; what somebody else did meanwhile is not undone unseen.
        offices: for which they settle it, see `joining_refused`; None for all.

    Raises MergeRefusedError, PairSettledError.
    """
    held = EventPair.objects.select_for_update().filter(pk=pair.pk).first()
    if held is None:
        raise PairSettledError(_("Cette paire n’existe plus : l’une des deux fiches a disparu ou a changé."))
    pair = held
    if seen is not None and seen != pair.state:
        if (pair.state, pair.decided_by) == (state, by[:150]):
            return pair  # sent twice
        raise PairSettledError(_settled_meanwhile(pair))
    if state == PairState.SAME == pair.state:
        return pair
    if pair.state == PairState.SAME:
        for merge in merges_of_pair(pair):
            unmerge_events(merge=merge, by=by)
    elif state == PairState.SAME and (
        gone := next((one for one in (pair.left, pair.right) if not one.published), None)
    ):
        raise PairSettledError(_("« %s » n’est plus affiché : il n’y a plus rien à réunir.") % gone)
    order: tuple[int, int] | None = None
    if state == PairState.SAME:
        order = proposed_order(pair)
        if kept_id in order and kept_id != order[0]:
            order = order[1], order[0]
        absorbed = pair.left if pair.left_id == order[1] else pair.right
        if refused := joining_refused(absorbed, offices):
            raise PairSettledError(refused)
    if state in UNDECIDED:
        PairVerdict.objects.filter(_verdict_on(pair)).delete()
    else:
        _write_verdict(pair, same=state == PairState.SAME, by=by)
    if order is not None:
        merge_events(kept_id=order[0], absorbed_id=order[1], by=by)
    pair.state, pair.silent = state, False
    decided = state not in UNDECIDED
    pair.decided_at, pair.decided_by = (timezone.now(), by[:150]) if decided else (None, "")
    pair.save(update_fields=["state", "silent", "decided_at", "decided_by"])
    return pair


def _settled_meanwhile(pair: EventPair) -> str:
    if pair.state in UNDECIDED:
        return _("La décision sur cette paire a été annulée entre-temps : rien d’autre n’a été fait.")
    values = {"by": pair.decided_by or _("le programme"), "answer": pair.get_state_display()}
    return _("%(by)s a réglé cette paire entre-temps : « %(answer)s ». Rien d’autre n’a été fait.") % values


@transaction.atomic
def part_events(*, merge: Merge, by: str) -> tuple[Event, Event]:
    """Part two events that were joined, for good: they are two, whatever a search thinks of it. Gives (kept,
    absorbed). Raises MergeRefusedError."""
    kept, absorbed = unmerge_events(merge=merge, by=by)
    left, right = sorted((merge.kept_id, merge.absorbed_id))
    pair = EventPair.objects.filter(left_id=left, right_id=right).first() or EventPair(
        left_id=left, right_id=right, score=1.0
    )
    pair.state, pair.silent = PairState.DIFFERENT, False
    pair.decided_at, pair.decided_by = timezone.now(), by[:150]
    pair.save()
    _write_verdict(pair, same=False, by=by)
    return kept, absorbed


def merges_of_pair(pair: EventPair) -> list[Merge]:
    """The joining of these two, when it can be undone."""
    ids = (pair.left_id, pair.right_id)
    return list(
        Merge.objects.filter(kind=RecordKind.EVENT, kept_id__in=ids, absorbed_id__in=ids, undone_at=None).order_by("pk")
    )


def _keys(pair: EventPair) -> list[str]:
    return sorted(f"event:{event.public_id}" for event in (pair.left, pair.right))


def _verdict_on(pair: EventPair) -> Q:
    first, second = _keys(pair)
    return Q(key_a=first, key_b=second)


def _write_verdict(pair: EventPair, *, same: bool, by: str) -> None:
    """Keep a decision with what both said then; to be called while they are two."""
    stored = stored_candidates(Event.objects.filter(pk__in=[pair.left_id, pair.right_id]))
    contents = {one.candidate.key: one.candidate.fingerprint for one in stored}
    first, second = _keys(pair)
    values: dict[str, Any] = {"same": same, "by": by[:150]}
    values |= {"content_a": contents.get(first, ""), "content_b": contents.get(second, "")}
    PairVerdict.objects.update_or_create(key_a=first, key_b=second, defaults=values)
