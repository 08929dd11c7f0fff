"""Which event of a feed is which of ours: some feeds give other UIDs at each download, or renumber theirs. Pure."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from agenda.sources.feeds.told import Told

LONGEST = 100


@dataclass(frozen=True)
class Known:
    """What we have under a number: the `key` of its content, its title, and whether it is still in the feed."""

    key: str = ""
    title: str = ""
    in_use: bool = True


def number_of(uid: str) -> str:
    """A source's name for an event as a number of a record; a long one by its digest."""
    uid = uid.strip()
    # '?' and '#' mark numbers that the import gives itself.
    if len(uid) <= LONGEST and not uid.startswith("?"):
        return uid
    return f"{uid[:50].lstrip('?')}~{hashlib.sha256(uid.encode()).hexdigest()[:32]}"


def numbered(events: Sequence[Told], known: Mapping[str, Known]) -> list[str]:
    """The number of each event, in order: that of the record which it continues, else one of its own.

    1. The same UID with the same content is itself.
    2. The same content under another UID is the record with that content, when nothing in the feed is that one: its
       UID vanished, or was given to something else.
    3. The same UID with another content is a change of it.
    4. What could not be read is what has its UID, else its title, so that it is kept and not withdrawn.
    """
    numbers: list[str | None] = [None] * len(events)
    taken: set[str] = set()

    def take(position: int, number: str) -> None:
        numbers[position] = number
        taken.add(number)

    own = [number_of(told.uid) for told in events]
    for position, told in enumerate(events):
        same = known.get(own[position])
        if same and own[position] not in taken and told.key and same.key == told.key:
            take(position, own[position])
    by_key = _free(known, taken, lambda one: one.key)
    for position, told in enumerate(events):
        candidates = by_key.get(told.key, []) if told.key and numbers[position] is None else []
        # What was withdrawn comes back under another UID only if that UID is not somebody's.
        number = next((one for one in candidates if known[one].in_use or own[position] not in known), None)
        if number is not None:
            candidates.remove(number)
            take(position, number)
    for position in range(len(events)):
        if numbers[position] is None and own[position] in known and own[position] not in taken:
            take(position, own[position])
    by_title = _free(known, taken, lambda one: one.title if one.in_use else "")
    for position, told in enumerate(events):
        if told.problem and numbers[position] is None and by_title.get(told.title):
            take(position, by_title[told.title].pop(0))
    for position, told in enumerate(events):
        if numbers[position] is None:
            take(position, _new_number(own[position], told, taken))
    return [number or "" for number in numbers]


def _free(known: Mapping[str, Known], taken: Iterable[str], by: Callable[[Known], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    passed = set(taken)
    ordered = sorted(known, key=lambda number: not known[number].in_use)
    for number in ordered:
        value = by(known[number])
        if value and number not in passed:
            found[value].append(number)
    return found


def _new_number(own: str, told: Told, used: set[str]) -> str:
    content = told.key or hashlib.sha256(f"{told.title}|{told.problem}".encode()).hexdigest()[:32]
    if own and own not in used:
        return own
    first = f"{own[:60]}~{content[:12]}" if own else content
    number, nth = first, 1
    while number in used:
        nth += 1
        number = f"{first}~{nth}"
    return number


def without_loops(parents: Mapping[str, str]) -> dict[str, str]:
    """``{event: what it is a part of}`` less what goes round: an event in its own programme has none that is true."""
    looped: set[str] = set()
    settled: set[str] = set()
    for start in parents:
        way: dict[str, int] = {}
        at = start
        while at in parents and at not in settled and at not in way:
            way[at] = len(way)
            at = parents[at]
        if at in way:
            looped.update(list(way)[way[at] :])
        settled.update(way)
    return {event: parent for event, parent in parents.items() if event not in looped}
