"""Counts of what became of labelled pairs, as the nightly pairing would meet them; also `python -m` for the tables of
docs/duplicates.md."""

from collections.abc import Sequence
from dataclasses import dataclass

from agenda.dedupe import Band, candidate_pairs, compare
from tests.agenda.dedupe import (
    pairs_called_off,
    pairs_held_out,
    pairs_one_evening,
    pairs_tuned,
    pairs_tuned_last,
    pairs_tuned_later,
)
from tests.agenda.dedupe.labelled import LabelledPair

TUNED = [*pairs_tuned.pairs(), *pairs_tuned_later.pairs(), *pairs_tuned_last.pairs(), *pairs_called_off.pairs()]
HELD_OUT = [*pairs_held_out.pairs(), *pairs_one_evening.pairs()]


@dataclass(frozen=True)
class Counts:
    """Pairs by truth and band; ``missed`` and ``wrong`` name the cases."""

    same: int
    different: int
    silent_right: int
    silent_wrong: int
    review_right: int
    review_wrong: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def silent_precision(self) -> float:
        """Right ones among those merged without asking."""
        return self.silent_right / (self.silent_right + self.silent_wrong)

    @property
    def recall(self) -> float:
        """True duplicates that are merged or shown."""
        return (self.silent_right + self.review_right) / self.same

    @property
    def review_precision(self) -> float:
        """Right ones among those shown to a person."""
        return self.review_right / (self.review_right + self.review_wrong)


def band_of(pair: LabelledPair) -> Band:
    """The band of a pair, DIFFERENT when it does not even come up."""
    met = any(candidate_pairs([pair.a], [pair.b]))
    return compare(pair.a, pair.b).band if met else Band.DIFFERENT


def counts(pairs: Sequence[LabelledPair]) -> Counts:
    """What became of these pairs."""
    bands = [(pair, band_of(pair)) for pair in pairs]
    met = [(pair.same, band) for pair, band in bands]
    return Counts(
        same=sum(pair.same for pair in pairs),
        different=sum(not pair.same for pair in pairs),
        silent_right=met.count((True, Band.SILENT)),
        silent_wrong=met.count((False, Band.SILENT)),
        review_right=met.count((True, Band.REVIEW)),
        review_wrong=met.count((False, Band.REVIEW)),
        missed=tuple(pair.case for pair, band in bands if pair.same and band is Band.DIFFERENT),
        wrong=tuple(pair.case for pair, band in bands if not pair.same and band is not Band.DIFFERENT),
    )


if __name__ == "__main__":
    for name, half in (("tuned", TUNED), ("held out", HELD_OUT)):
        found = counts(half)
        print(
            f"{name}: {len(half)} pairs, {found.same} same; "
            f"silent {found.silent_right} right {found.silent_wrong} wrong "
            f"({found.silent_precision:.3f}); review {found.review_right} right {found.review_wrong} wrong "
            f"({found.review_precision:.3f}); recall {found.recall:.3f}"
        )
        print("  missed:", "; ".join(found.missed))
        print("  wrong:", "; ".join(found.wrong))
