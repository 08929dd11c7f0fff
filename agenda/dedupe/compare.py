"""One pair: same event, perhaps, or not; with the reasons."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import time

from agenda.dedupe.addresses import normal_addresses
from agenda.dedupe.candidate import Candidate
from agenda.dedupe.dates import DateLikeness, date_likeness
from agenda.dedupe.likeness import Relation, TitleLikeness, title_likeness
from agenda.dedupe.places import PlaceLikeness, PlaceRelation, place_likeness
from agenda.dedupe.reasons import Band, Likeness, Reason, ReasonCode
from agenda.dedupe.states import differing_states
from agenda.dedupe.titles import Ignored, qualifying_words, words_of
from agenda.dedupe.verdicts import Verdicts
from agenda.dedupe.words import PROGRAMMES

# Up to so many days between two announcements, a date may have been moved; with "reporté" in a title, a year.
MOVED_DAYS = 60
POSTPONED_DAYS = 400
# What has more dates than this is not moved: it is on at other dates.
MOVED_DATES = 3
# A name of one word is believed as far as this.
AROUND_M = 1000
# What starts from here on is an evening's event.
EVENING = time(17)
# The likeness asked in one house at one minute.
SAME_MINUTE_ASKED = 0.42
SILENT_SCORE = 0.9
REVIEW_SCORE = 0.5
_HOUSES = frozenset({PlaceRelation.SAME_VENUE, PlaceRelation.SAME_SPOT})
_AROUND = frozenset({PlaceRelation.SAME_SPOT, PlaceRelation.SAME_COMMUNE})
_ELSEWHERE = frozenset({PlaceRelation.OTHER_COMMUNE, PlaceRelation.FAR})


@dataclass(frozen=True)
class _Pair:
    """What the rules look at."""

    a: Candidate
    b: Candidate
    titles: TitleLikeness
    places: PlaceLikeness
    dates: DateLikeness
    addresses: frozenset[str]
    same_organiser: bool
    same_price: bool
    states: tuple[Reason, ...]

    @property
    def one_source(self) -> bool:
        return bool(self.a.source and self.a.source == self.b.source)

    @property
    def asked(self) -> float:
        """How alike the titles must be: less when two sources give the same house the same minute, where a second
        event could hardly be. Cinemas have several rooms."""
        if not self.dates.exact_time or self.one_source or _are_cinemas(self) or not self.titles.common:
            return self.places.asked
        if self.places.relation is PlaceRelation.SAME_VENUE:
            return SAME_MINUTE_ASKED
        return min(self.places.asked, SAME_MINUTE_ASKED + 0.1) if self.places.relation in _AROUND else self.places.asked

    @property
    def strong_title(self) -> bool:
        """Whether the title as a whole is the same and says something."""
        return self.titles.relation in (Relation.EQUAL, Relation.NEARLY)


def compare(
    a: Candidate, b: Candidate, *, shared_addresses: Container[str] = frozenset(), verdicts: Verdicts | None = None
) -> Likeness:
    """How likely two candidates are one event. Symmetric; never raises for whatever a source wrote.

    `shared_addresses` are pages of many events (`addresses.shared_addresses` over all that is known); `verdicts` go
    before everything. SILENT only for a common identifier, a common page of its own, the same content, or the same
    naming title at the same dates in the same house (or, where one names no house, in the same commune at the same
    hour). But for a common identifier, never when only one of them says one of the dates; and never when one is
    cancelled or postponed and the other is not.
    """
    if (decided := verdicts.on(a, b) if verdicts else None) is not None:
        code = ReasonCode.VERDICT_SAME if decided.same else ReasonCode.VERDICT_DIFFERENT
        reasons = (Reason(code, {"changed": decided.changed}),)
        return Likeness(1.0, Band.SILENT, reasons) if decided.same else Likeness(0.0, Band.DIFFERENT, reasons)
    titles = title_likeness(a, b)
    places = place_likeness(a, b)
    dates = date_likeness(a, b)
    identifiers = sorted(a.identifiers & b.identifiers)
    states = differing_states(a, b, titles)
    if identifiers:
        return _identified(identifiers[0].source, identifiers[0].external_id, titles, dates, states)
    if titles is None:
        return Likeness(0.0, Band.DIFFERENT, (Reason(ReasonCode.DIFFERENT_TITLES, {"likeness": 0.0, "asked": 1.0}),))
    pair = _Pair(
        a, b, titles, places, dates,
        addresses=frozenset(
            address for address in normal_addresses(a) & normal_addresses(b) if address not in shared_addresses
        ),
        same_organiser=bool(words_of(a.organiser)) and set(words_of(a.organiser)) == set(words_of(b.organiser)),
        same_price=bool(a.price) and a.price == b.price,
        states=states,
    )  # fmt: skip
    band, told = _band(pair)
    score = 0.55 * titles.score + 0.25 * places.closeness + 0.15 * (dates.overlap**0.5) + 0.05 * dates.same_time
    return Likeness(_within(score, band), band, tuple(dict.fromkeys((*told, *_described(pair)))))


def _within(score: float, band: Band) -> float:
    low, high = {
        Band.SILENT: (SILENT_SCORE, 1.0),
        Band.REVIEW: (REVIEW_SCORE, SILENT_SCORE - 0.01),
        Band.DIFFERENT: (0.0, REVIEW_SCORE - 0.01),
    }[band]
    return round(min(max(score, low), high), 3)


def _identified(
    source: str, external_id: str, titles: TitleLikeness | None, dates: DateLikeness, states: tuple[Reason, ...]
) -> Likeness:
    told = Reason(ReasonCode.SAME_IDENTIFIER, {"source": source, "external_id": external_id})
    # A number that was given to something else meanwhile: other words at other dates.
    reused = titles is not None and titles.comparable and titles.score < 0.4 and not dates.shared and dates.total
    if reused:
        return Likeness(0.6, Band.REVIEW, (told, *states, *dates.reasons))
    if states:
        return Likeness(SILENT_SCORE - 0.01, Band.REVIEW, (told, *states, *dates.reasons))
    return Likeness(1.0, Band.SILENT, (told, *dates.reasons))


def _band(pair: _Pair) -> tuple[Band, tuple[Reason, ...]]:
    """The band, and the reasons that decided it; the rules in the order in which they forbid."""
    a, b, titles = pair.a, pair.b, pair.titles
    if a.part_of in b.identifiers or b.part_of in a.identifiers or _is_programme(pair):
        return Band.DIFFERENT, (Reason(ReasonCode.PROGRAMME_PART, {"programme": _shorter(titles)}),)
    if not pair.dates.shared:
        return _other_days(pair)
    if titles.other_part:
        parts = [sorted(title.parts or title.numbers) for title in (titles.a, titles.b)]
        return Band.DIFFERENT, (Reason(ReasonCode.OTHER_PART, {"parts": " / ".join(sorted(map(" + ".join, parts)))}),)
    if titles.other_season:
        return Band.DIFFERENT, (Reason(ReasonCode.OTHER_KIND, {"kinds": _qualified(titles)}),)
    if not titles.comparable and titles.score < pair.asked:
        return _unread(pair)
    if pair.places.relation in _ELSEWHERE and not _may_have_moved_next_door(pair):
        return Band.DIFFERENT, ()
    if titles.score < pair.asked and not _is_bare_beside(pair):
        if pair.addresses and not pair.one_source and pair.places.relation not in _HOUSES:
            return Band.REVIEW, ()  # one page of its own under two names
        likeness = {"likeness": round(titles.score, 2), "asked": round(pair.asked, 2)}
        return Band.DIFFERENT, (Reason(ReasonCode.DIFFERENT_TITLES, likeness),)
    if refusal := _refused(pair):
        return Band.DIFFERENT, refusal
    doubts = _doubts(pair)
    if not doubts and pair.addresses and not pair.one_source and not pair.dates.other_time and _is_named(titles):
        return Band.SILENT, ()
    if not doubts and pair.one_source and a.fingerprint == b.fingerprint and set(a.occurrences) == set(b.occurrences):
        return Band.SILENT, (Reason(ReasonCode.SAME_CONTENT),)
    if not doubts and not pair.one_source and _is_beyond_doubt(pair):
        return Band.SILENT, ()
    return Band.REVIEW, doubts


def _is_named(titles: TitleLikeness) -> bool:
    """Whether what the titles share names one event, not the festival whose page both give."""
    if titles.relation is Relation.CONTAINED:
        return not (titles.a if titles.first_is_shorter else titles.b).kinds & PROGRAMMES
    return titles.relation in (Relation.EQUAL, Relation.NEARLY) or not titles.comparable


def _shorter(titles: TitleLikeness) -> str:
    return min((titles.a.text, titles.b.text), key=lambda text: (len(text), text))


def _is_programme(pair: _Pair) -> bool:
    """A festival and one of its evenings: all of the festival's title, something more, some of its days."""
    titles, dates = pair.titles, pair.dates
    if not dates.contains:
        return False
    whole, part = (titles.a, titles.b) if dates.contains > 0 else (titles.b, titles.a)
    if part.parts and not whole.parts and titles.score >= 0.6:
        return True  # "jour 2"
    if titles.relation is Relation.BARE:
        return whole.is_generic and bool(whole.kinds & PROGRAMMES)
    if titles.relation is Relation.GENERIC:
        return whole.kinds < part.kinds and bool(whole.kinds & PROGRAMMES)
    if titles.relation is not Relation.CONTAINED or titles.first_is_shorter != (dates.contains > 0):
        return False
    if whole.kinds & PROGRAMMES:
        return True
    if "exposition" in whole.kinds | part.kinds or frozenset(whole.core) not in part.segments[:1]:
        return False
    # Nothing says "festival": an evening in the midst of it, not its first day told alone.
    long, short = (pair.a, pair.b) if dates.contains > 0 else (pair.b, pair.a)
    evening = any(start >= EVENING for starts in short.starts.values() for start in starts)
    return len(short.days) == 1 and (evening or not short.days & {min(long.days)})


def _other_days(pair: _Pair) -> tuple[Band, tuple[Reason, ...]]:
    """No day in common: a date that was moved, or an event that is on again or elsewhere."""
    titles, gap = pair.titles, pair.dates.gap
    postponed = titles.a.postponed != titles.b.postponed
    may_be = (
        gap is not None
        and gap <= (POSTPONED_DAYS if postponed else MOVED_DAYS)
        and (postponed or not pair.one_source)
        and (pair.strong_title or (bool(pair.addresses) and titles.relation is Relation.CONTAINED))
        and titles.a.parts == titles.b.parts
        and titles.a.numbers == titles.b.numbers
        and not titles.other_edition
        and not titles.other_kind
        and max(len(pair.a.days), len(pair.b.days)) <= MOVED_DATES
        and (
            pair.places.relation in _HOUSES
            or (pair.places.relation is PlaceRelation.SAME_COMMUNE and titles.common > 1)
        )
    )
    if may_be and gap is not None:
        return Band.REVIEW, (Reason(ReasonCode.MOVED_DATE, {"days": gap}),)
    return Band.DIFFERENT, ()


def _unread(pair: _Pair) -> tuple[Band, tuple[Reason, ...]]:
    """Titles in two languages that cannot be compared: everything else must speak."""
    others = pair.same_organiser + pair.same_price + pair.dates.same_time + 2 * bool(pair.addresses)
    near = pair.places.relation in _HOUSES
    if pair.dates.overlap >= 0.5 and others >= (1 if near else 2) and pair.places.relation not in _ELSEWHERE:
        return Band.REVIEW, (Reason(ReasonCode.OTHER_LANGUAGES),)
    return Band.DIFFERENT, (Reason(ReasonCode.OTHER_LANGUAGES),)


def _may_have_moved_next_door(pair: _Pair) -> bool:
    """Two communes in the announcements of one event: only with its own page, or organiser, hour and name at once."""
    if pair.places.relation is PlaceRelation.FAR or not pair.strong_title:
        return False
    return bool(pair.addresses) or (pair.same_organiser and pair.dates.same_time and pair.titles.common > 1)


def _is_bare_beside(pair: _Pair) -> bool:
    """ "Concert" beside the full title of what is on in the same house at the same hour."""
    titles = pair.titles
    if titles.relation is not Relation.BARE or not pair.dates.same_time or pair.one_source:
        return False
    if pair.dates.overlap < 1.0:
        return False
    if pair.places.relation is PlaceRelation.SAME_COMMUNE:
        return bool(titles.a.kinds) and titles.a.kinds == titles.b.kinds
    kinds_agree = not titles.a.kinds or not titles.b.kinds or bool(titles.a.kinds & titles.b.kinds)
    return pair.places.relation is PlaceRelation.SAME_VENUE and kinds_agree


def _refused(pair: _Pair) -> tuple[Reason, ...]:
    """What makes two alike announcements two events all the same."""
    titles, relation, dates = pair.titles, pair.places.relation, pair.dates
    if titles.other_kind and (dates.overlap < 0.5 or dates.other_time):
        return (Reason(ReasonCode.OTHER_KIND, {"kinds": _kinds(titles)}),)
    if pair.one_source and dates.other_time:
        return (Reason(ReasonCode.SAME_SOURCE, {"source": pair.a.source}),)
    # One house, two hours, and a name that is not quite the same: the film and its sequel, two visits of a castle.
    vague = titles.common < 2 and titles.relation is Relation.CONTAINED
    if dates.other_time and not pair.addresses and (vague or titles.a.numbers != titles.b.numbers):
        return tuple(reason for reason in dates.reasons if reason.code is ReasonCode.OTHER_TIME)
    generic = titles.relation is Relation.GENERIC
    apart = relation is PlaceRelation.OTHER_VENUE and not pair.addresses
    if apart and (generic or dates.other_time or _are_cinemas(pair)):
        return (Reason(ReasonCode.OTHER_VENUE, {"venues": " / ".join(sorted((pair.a.venue, pair.b.venue)))}),)
    # A word in common with an exhibition or a series that is on somewhere else in town that day.
    weak = titles.common < 2 if titles.relation in (Relation.EQUAL, Relation.CONTAINED) else not generic
    far = relation is PlaceRelation.NEAR and (pair.places.distance or 0) > AROUND_M and not pair.same_organiser
    if weak and (dates.overlap < 0.5 or far) and relation not in _HOUSES and not pair.addresses:
        likeness = {"likeness": round(titles.score, 2), "asked": 1.0}
        return (Reason(ReasonCode.DIFFERENT_TITLES, likeness),)
    if titles.other_kind and titles.a.kinds and titles.b.kinds and apart:
        return (Reason(ReasonCode.OTHER_KIND, {"kinds": _kinds(titles)}),)
    vague_place = relation in (PlaceRelation.UNKNOWN, PlaceRelation.NEAR)
    if generic and (dates.other_time or vague_place or dates.overlap < 0.2):
        return (Reason(ReasonCode.GENERIC_TITLE, {"title": _shorter(titles)}),)
    if relation is PlaceRelation.UNKNOWN and titles.common < 2 and not (dates.same_time or pair.addresses):
        return (Reason(ReasonCode.UNKNOWN_PLACE),)
    return ()


def _are_cinemas(pair: _Pair) -> bool:
    if "CINEMA" in pair.a.categories and "CINEMA" in pair.b.categories:
        return True
    return all(any(word.startswith("cine") for word in words_of(candidate.venue)) for candidate in (pair.a, pair.b))


def _doubts(pair: _Pair) -> tuple[Reason, ...]:
    """What a person should look at before two become one."""
    titles = pair.titles
    doubts = [*pair.states, *pair.dates.of_one]
    if titles.other_edition:
        editions = [sorted(title.editions | title.years) for title in (titles.a, titles.b)]
        doubts.append(Reason(ReasonCode.OTHER_EDITION, {"editions": " / ".join(sorted(map(" + ".join, editions)))}))
    if titles.other_kind:
        doubts.append(Reason(ReasonCode.OTHER_KIND, {"kinds": _kinds(titles)}))
    if more := _said_by_one(titles):
        doubts.append(Reason(ReasonCode.SAID_BY_ONE, {"words": more}))
    if bool(titles.a.parts) != bool(titles.b.parts):
        doubts.append(Reason(ReasonCode.OTHER_PART, {"parts": " + ".join(sorted(titles.a.parts | titles.b.parts))}))
    return tuple(doubts)


def _kinds(titles: TitleLikeness) -> str:
    return " / ".join(sorted(" + ".join(sorted(title.kinds)) or "…" for title in (titles.a, titles.b)))


def _said_by_one(titles: TitleLikeness) -> str:
    """What one title says more of its kind, or of whom and when it is for: "Foire" beside "Foire et brocante", "Yoga"
    beside "Yoga, enfants". '' when nothing; that one alone names its kind at all says little."""
    a, b = titles.a, titles.b
    more = set(a.kinds ^ b.kinds) if a.kinds and b.kinds else set()
    if a.qualifiers != b.qualifiers:
        more |= set(qualifying_words(a)) ^ set(qualifying_words(b))
    return ", ".join(sorted(more))


def _qualified(titles: TitleLikeness) -> str:
    return " / ".join(sorted(", ".join(qualifying_words(title)) or "…" for title in (titles.a, titles.b)))


def _is_beyond_doubt(pair: _Pair) -> bool:
    """The same naming title, word for word, in the same house at the same dates, and nothing that contradicts."""
    titles, dates, places = pair.titles, pair.dates, pair.places
    if titles.relation is not Relation.EQUAL or not titles.comparable or dates.other_time:
        return False
    if titles.a.numbers != titles.b.numbers or titles.a.postponed != titles.b.postponed:
        return False
    if places.relation is PlaceRelation.SAME_VENUE:
        return True
    if places.relation is PlaceRelation.SAME_SPOT or places.relation is PlaceRelation.SAME_COMMUNE:
        return titles.common > 1 and dates.same_time
    return False


def _described(pair: _Pair) -> tuple[Reason, ...]:
    """Everything that was seen, for the person who decides."""
    titles = pair.titles
    told: list[Reason] = []
    if titles.relation is Relation.GENERIC:
        told.append(Reason(ReasonCode.GENERIC_TITLE, {"title": _shorter(titles)}))
    elif titles.relation is Relation.EQUAL:
        told.append(Reason(ReasonCode.SAME_TITLE, {"title": _shorter(titles)}))
    elif titles.relation is Relation.CONTAINED:
        shorter, longer = sorted((titles.a.text, titles.b.text), key=lambda text: (len(text), text))
        told.append(Reason(ReasonCode.TITLE_CONTAINED, {"shorter": shorter, "longer": longer}))
    elif titles.score >= 0.5:
        told.append(Reason(ReasonCode.ALIKE_TITLES, {"likeness": round(titles.score, 2)}))
    told += pair.places.reasons
    told += pair.states
    told += pair.dates.reasons
    told += [Reason(ReasonCode.SAME_ADDRESS, {"url": address}) for address in sorted(pair.addresses)]
    if pair.one_source:
        told.append(Reason(ReasonCode.SAME_SOURCE, {"source": pair.a.source}))
    if pair.same_organiser:
        told.append(Reason(ReasonCode.SAME_ORGANISER, {"organiser": min(pair.a.organiser, pair.b.organiser)}))
    if pair.same_price:
        told.append(Reason(ReasonCode.SAME_PRICE, {"price": pair.a.price}))
    ignored = sorted({*titles.a.ignored, *titles.b.ignored})
    told += [
        Reason(ReasonCode.TITLE_IGNORED, {"kind": kind.value, "text": text})
        for kind, text in ignored
        if kind is not Ignored.GENERIC
    ]
    return tuple(told)
