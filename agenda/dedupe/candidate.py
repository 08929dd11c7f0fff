"""An event as the search for duplicates sees it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property

from agenda.dedupe.titles import NormalTitle, fold, normalise, words_of

# A show that starts before this hour belongs to the evening before.
NIGHT_ENDS = time(5)
# Hours that mean none; midnight is how a day without hour looks.
NO_TIMES = frozenset({time(0), time(0, 1), time(23, 50), time(23, 59)})
# And the hour that aggregators write when they know none, which many an evening really has: it brings nothing together,
# but keeps a matinée and an evening apart.
INVENTED_TIMES = NO_TIMES | {time(20)}
# From here on an event is an exhibition, a weekly market, a season: it shares days with half the agenda.
MANY_DAYS = 12


@dataclass(frozen=True, order=True)
class Identifier:
    """A number in a numbering: ("apidae", "123456"), ("datatourisme", "https://data…"), ("ics:https://…", "uid")."""

    source: str
    external_id: str


@dataclass(frozen=True)
class When:
    """One date: the local day, and the local start when the source says one."""

    day: date
    start: time | None = None


@dataclass(frozen=True)
class Candidate:
    """One event to compare. Only `key` and `title` are needed; what is unknown is left empty.

    `key` is ours and unique ("event:42", "draft"). `title` is plain text by language. `identifiers` holds the
    source's own number and the foreign ones that it quotes (DATAtourisme's ``dc:identifier`` is APIDAE's number for
    objects that came from there), each under the name of the numbering. `venue_id` is the venue registry's.
    `part_of` is the identifier of the festival that it belongs to. `categories` are EventCategory values. `states` has
    the days of which it is said that a date is cancelled or postponed (`states.GRAVE`), the graver of two.
    `content_key` changes when title, dates or place do, and only then; computed when left empty, which is right for
    who does not leave out the dates that are over.
    """

    key: str
    title: Mapping[str, str] = field(hash=False)
    occurrences: tuple[When, ...] = ()
    venue: str = ""
    venue_id: str = ""
    venue_aliases: tuple[str, ...] = ()
    commune_code: str = ""
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    addresses: tuple[str, ...] = ()
    identifiers: frozenset[Identifier] = frozenset()
    part_of: Identifier | None = None
    organiser: str = ""
    price: str = ""
    source: str = ""
    categories: tuple[str, ...] = ()
    states: Mapping[date, str] = field(default_factory=dict, hash=False)
    content_key: str = ""

    @cached_property
    def titles(self) -> dict[str, NormalTitle]:
        """The comparable titles by language, empty ones left out, in the order of the languages' codes."""
        places = (self.venue, *self.venue_aliases, self.town)
        return {
            language: normalise(text, tuple(place for place in places if place))
            for language, text in sorted(self.title.items())
            if text and text.strip()
        }

    @cached_property
    def naming(self) -> frozenset[str]:
        """The beginnings of the naming words of all titles; a spelling mistake late in a long word is forgiven."""
        return frozenset(word[:6] for title in self.titles.values() for word in title.core if not word.isdigit())

    @cached_property
    def has_generic_title(self) -> bool:
        """Whether in some language it has a title that names nothing."""
        return any(title.is_generic for title in self.titles.values())

    @cached_property
    def days(self) -> frozenset[date]:
        """The days on which it takes place."""
        return frozenset(when.day for when in self.occurrences)

    @cached_property
    def evenings(self) -> frozenset[date]:
        """`days`, and for what starts after midnight the day before: half of the sources announce that one."""
        return self.days | {
            when.day - timedelta(days=1)
            for when in self.occurrences
            if when.start and time(0) < when.start < NIGHT_ENDS and when.day > date.min
        }

    @cached_property
    def starts(self) -> dict[date, frozenset[time]]:
        """The starts that may be believed, by day."""
        return self._starts_but(INVENTED_TIMES)

    @cached_property
    def said_starts(self) -> dict[date, frozenset[time]]:
        """The starts that it gives, by day, invented or not."""
        return self._starts_but(NO_TIMES)

    def _starts_but(self, none: frozenset[time]) -> dict[date, frozenset[time]]:
        starts: dict[date, set[time]] = {}
        for when in self.occurrences:
            if when.start and when.start.replace(tzinfo=None, second=0, microsecond=0) not in none:
                starts.setdefault(when.day, set()).add(when.start.replace(tzinfo=None))
        return {day: frozenset(times) for day, times in starts.items()}

    @cached_property
    def has_many_days(self) -> bool:
        """Whether dates alone say little (`MANY_DAYS`)."""
        return len(self.days) > MANY_DAYS

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The words of its venue, town and organiser: in a title they do not name the event."""
        names = (self.venue, *self.venue_aliases, self.town, self.organiser)
        return frozenset(word for name in names if name for word in words_of(name))

    @cached_property
    def organiser_words(self) -> frozenset[str]:
        """The words of its organiser."""
        return frozenset(words_of(self.organiser))

    @cached_property
    def municipality(self) -> str:
        """The commune's code, else its folded name, else ''."""
        return self.commune_code or fold(self.town)

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """(longitude, latitude) in degrees, None when unknown or not a position."""
        if self.latitude is None or self.longitude is None:
            return None
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180) or (self.latitude, self.longitude) == (
            0,
            0,
        ):
            return None
        return self.longitude, self.latitude

    @cached_property
    def fingerprint(self) -> str:
        """`content_key`, or one made of what it says."""
        return self.content_key or content_key(self.title, self.occurrences, self.venue, self.municipality)


def content_key(title: Mapping[str, str], occurrences: Iterable[When], venue: str, municipality: str) -> str:
    """16 hexadecimal digits of title, dates and place: what stays when a feed invents new identifiers each night."""
    parts = [f"{language}={fold(text)}" for language, text in sorted(title.items())]
    parts += sorted(f"{when.day.isoformat()} {when.start or ''}" for when in occurrences)
    parts += [fold(venue), municipality]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
