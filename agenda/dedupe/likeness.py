"""How alike two titles are, and what forbids them to be one."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from agenda.dedupe.candidate import Candidate
from agenda.dedupe.titles import NormalTitle, fold
from agenda.dedupe.words import NUMBER_WORDS, SATELLITES

# Two spellings of one word.
SAME_WORD = 84
# A word that is shared outweighs a number that is.
NUMBER_WEIGHT = 0.4


class Relation(Enum):
    """How the naming words of two titles stand to each other."""

    EQUAL = "equal"
    NEARLY = "nearly"  # equal but for spelling
    CONTAINED = "contained"
    OVERLAPPING = "overlapping"
    GENERIC = "generic"  # neither names anything
    BARE = "bare"  # one names nothing


@dataclass(frozen=True)
class TitleLikeness:
    """`score` 0..1; `comparable` is False when no language is common; `first_is_shorter` for CONTAINED."""

    score: float
    relation: Relation
    a: NormalTitle
    b: NormalTitle
    comparable: bool = True
    first_is_shorter: bool = False
    common: int = 0  # naming words that both have

    @property
    def other_part(self) -> bool:
        """Whether both are numbered ("#1", "séance 2", "10 km") and not alike."""
        if self.a.parts and self.b.parts:
            return not self.a.parts & self.b.parts
        return bool(self.a.numbers and self.b.numbers and not self.a.numbers & self.b.numbers)

    @property
    def other_season(self) -> bool:
        """Whether one is for the winter or the children and the other for the summer or the adults."""
        a, b = dict(self.a.qualifiers), dict(self.b.qualifiers)
        return any(a[family] != b[family] for family in a.keys() & b.keys())

    @property
    def other_edition(self) -> bool:
        """Whether both name an edition or a year, and not the same."""
        years = self.a.years and self.b.years and not self.a.years & self.b.years
        return bool(years or (self.a.editions and self.b.editions and not self.a.editions & self.b.editions))

    @property
    def other_kind(self) -> bool:
        """Whether one is held around the other, as a vernissage or a workshop, or they are things of two kinds."""
        apart = bool(self.a.kinds and self.b.kinds and not self.a.kinds & self.b.kinds)
        return apart or (self.a.kinds & SATELLITES) != (self.b.kinds & SATELLITES)


def title_likeness(a: Candidate, b: Candidate) -> TitleLikeness | None:
    """The most alike pair of titles, of a common language if there is one; None when one has no title."""
    languages = a.titles.keys() & b.titles.keys()
    pairs = (
        [(a.titles[language], b.titles[language]) for language in sorted(languages)]
        if languages
        else [(x, y) for x in a.titles.values() for y in b.titles.values()]
    )
    # A word that one title has more says nothing new when it is where the other takes place.
    shared = a.place_words & b.place_words
    explained_in_a, explained_in_b = b.place_words | a.organiser_words, a.place_words | b.organiser_words
    best: TitleLikeness | None = None
    for x, y in pairs:
        likeness = _likeness(x, y, shared | explained_in_a, shared | explained_in_b)
        if best is None or _rank(likeness) > _rank(best):
            best = likeness
    return replace(best, comparable=bool(languages)) if best else None


def _rank(likeness: TitleLikeness) -> tuple[float, bool, tuple[str, ...]]:
    # A conflict in one language is a conflict; among equals the order of the languages must not matter.
    return likeness.score, not likeness.other_part, min(likeness.a.core, likeness.b.core)


def _likeness(a: NormalTitle, b: NormalTitle, told_by_b: frozenset[str], told_by_a: frozenset[str]) -> TitleLikeness:
    core_a, core_b = a.core, b.core
    for cut, whole in ((a, b), (b, a)):
        if cut.beginning and fold(whole.text).startswith(cut.beginning):
            return TitleLikeness(0.9, Relation.CONTAINED, a, b, first_is_shorter=cut is a, common=len(cut.core))
    if a.is_generic != b.is_generic:
        if a.is_generic and a.place_core and set(a.place_core) <= set(b.core):
            core_a += a.place_core
        elif b.is_generic and b.place_core and set(b.place_core) <= set(a.core):
            core_b += b.place_core
        else:
            return _generic_likeness(a, b)
    elif a.is_generic:
        return _generic_likeness(a, b)
    matched_a, matched_b, exact = _matches(core_a, core_b)
    common = (sum(map(_weight, matched_a)) + sum(map(_weight, matched_b))) / 2
    named = min(([word for word in words if not word.isdigit()] for words in (matched_a, matched_b)), key=_size)
    left_a = _left(core_a, matched_a, told_by_b, common)
    left_b = _left(core_b, matched_b, told_by_a, common)
    if not named:
        return TitleLikeness(0.0 if left_a and left_b else 0.25, Relation.OVERLAPPING, a, b)
    if not left_a and not left_b:
        relation = Relation.EQUAL if exact else Relation.NEARLY
        return TitleLikeness(1.0 if exact else 0.95, relation, a, b, common=len(named))
    ratio = common / (common + left_a + left_b)
    if not left_a or not left_b:
        score = 0.62 + 0.33 * ratio
        size = sum(map(len, named))
        if size < 4 or (size < 6 and len(named) == 1 and ratio < 0.25):
            score -= 0.12
        return TitleLikeness(
            score, Relation.CONTAINED, a, b, first_is_shorter=not left_a and bool(left_b), common=len(named)
        )
    score = 0.9 * ratio
    shared = [segment for segment in a.segments if segment in b.segments and any(not w.isdigit() for w in segment)]
    if shared:
        leads = any(segment == a.segments[0] == b.segments[0] for segment in shared)
        solid = any(sum(len(word) for word in segment) >= 8 for segment in shared)
        # "Series | this" and "Series | that" share their head; "Series | this" and "This (a play)" share the name.
        # A comma or a bracket after the name adds who plays; a colon or a bar opens the next item of a series.
        series = leads and not (a.has_complement and b.has_complement)
        score = min(score, 0.4) if series else max(score, 0.66) if solid else score
    elif not exact:
        spelling = fuzz.ratio(" ".join(a.core), " ".join(b.core)) / 100
        score = max(score, spelling - 0.1) if spelling >= 0.9 else score
    return TitleLikeness(score, Relation.OVERLAPPING, a, b, common=len(named))


def _left(core: tuple[str, ...], matched: frozenset[str], told: frozenset[str], common: float) -> float:
    """The weight of the words that the other title lacks, without those that its place tells; a name that is mostly
    place is no name."""
    left = [word for word in core if word not in matched]
    explained = sum(_weight(word) for word in left if word in told)
    return sum(_weight(word) for word in left) - (explained if explained <= common else 0.0)


def _generic_likeness(a: NormalTitle, b: NormalTitle) -> TitleLikeness:
    if not a.is_generic or not b.is_generic:
        return TitleLikeness(0.3, Relation.BARE, a, b, first_is_shorter=a.is_generic)
    if a.kinds == b.kinds and a.core == b.core and (a.kinds or a.core):
        score = 0.8
    elif a.kinds & b.kinds and (a.kinds <= b.kinds or b.kinds <= a.kinds):
        score = 0.66
    else:
        score = 0.2
    return TitleLikeness(score, Relation.GENERIC, a, b)


def _size(words: list[str]) -> tuple[int, int]:
    return len(words), sum(map(len, words))


def _weight(word: str) -> float:
    return NUMBER_WEIGHT if word.isdigit() else 1.0


@lru_cache(maxsize=65536)
def _matches(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], bool]:
    """The words of each that the other has too, and whether all of them are spelt the same."""
    both = set(a) & set(b)
    rest_a = [word for word in a if word not in both]
    rest_b = [word for word in b if word not in both]
    matched_a, matched_b = set(both), set(both)
    exact = True
    if rest_a and rest_b:
        if "".join(rest_a) == "".join(rest_b):  # "hip hop" and "hiphop"
            return frozenset(a), frozenset(b), True
        for _, _, x, y in sorted(
            ((-fuzz.ratio(x, y), sorted((x, y)), x, y) for x in rest_a for y in rest_b if _may_be_one_word(x, y)),
        ):
            if x not in matched_a and y not in matched_b:
                matched_a.add(x)
                matched_b.add(y)
                exact = False
    return frozenset(matched_a), frozenset(matched_b), exact


def _may_be_one_word(x: str, y: str) -> bool:
    """Whether two words are one but for spelling."""
    if NUMBER_WORDS.get(x, x) == NUMBER_WORDS.get(y, y):
        return True
    long = min(len(x), len(y)) >= 5 and abs(len(x) - len(y)) <= 2
    return long and not (x.isdigit() or y.isdigit()) and fuzz.ratio(x, y) >= SAME_WORD
