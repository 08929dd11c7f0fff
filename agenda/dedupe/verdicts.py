"""What people decided about pairs, kept so that no import asks again."""

from collections.abc import Iterable
from dataclasses import dataclass

from agenda.dedupe.candidate import Candidate


@dataclass(frozen=True)
class Verdict:
    """One decision on a pair, with what both said then (`Candidate.fingerprint`)."""

    key_a: str
    key_b: str
    same: bool
    content_a: str = ""
    content_b: str = ""


@dataclass(frozen=True)
class Decided:
    """A verdict that applies. `changed`: since then one of the two says something else."""

    same: bool
    changed: bool


class Verdicts:
    """Verdicts by pair, found by keys, else by content (for feeds whose identifiers change at every download).

    A pair stays a pair: "A is B" and "B is C" say nothing about A and C.
    """

    def __init__(self, verdicts: Iterable[Verdict] = ()) -> None:
        self._by_keys: dict[frozenset[str], Verdict] = {}
        self._by_content: dict[frozenset[str], Verdict] = {}
        for verdict in verdicts:
            self._by_keys[frozenset((verdict.key_a, verdict.key_b))] = verdict
            if verdict.content_a and verdict.content_b:
                self._by_content[frozenset((verdict.content_a, verdict.content_b))] = verdict

    def __bool__(self) -> bool:
        return bool(self._by_keys)

    def on(self, a: Candidate, b: Candidate) -> Decided | None:
        """The decision on this pair, None when there is none."""
        verdict = self._by_keys.get(frozenset((a.key, b.key)))
        contents = frozenset((a.fingerprint, b.fingerprint)) if self else frozenset()
        if verdict:
            known = frozenset((verdict.content_a, verdict.content_b)) - {""}
            return Decided(same=verdict.same, changed=bool(known) and known != contents)
        verdict = self._by_content.get(contents)
        return Decided(same=verdict.same, changed=False) if verdict else None
