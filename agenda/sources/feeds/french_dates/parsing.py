"""What the words of a cell say, before the years that they leave out are known. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time

from agenda.sources.feeds.french_dates.words import DateError, Kind, Word, quoted, words_of
from tourism.schedule import Slot

EVERY_WEEKDAY = (1, 2, 3, 4, 5, 6, 7)
_DAYS = (Kind.DATE, Kind.NUMBER)
_ARTICLES = (Kind.THE, Kind.THE_MANY, Kind.FROM, Kind.OF)


@dataclass
class Ref:
    """A day as it is written; `month` and `year` None when they are left to its neighbours."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass
class Group:
    """Days with their hours: `spans` are (day, None) or (first, last). `weekdays` empty: every day of the spans.
    `own_hours`: it says hours, or that it has none."""

    spans: list[tuple[Ref, Ref | None]] = field(default_factory=list)
    weekdays: set[int] = field(default_factory=set)
    every_day: bool = False
    slots: list[Slot] = field(default_factory=list)
    all_day: bool = False
    without: list[tuple[Ref, Ref | None]] = field(default_factory=list)
    without_weekdays: set[int] = field(default_factory=set)

    @property
    def says_which(self) -> bool:
        return bool(self.weekdays or self.every_day)

    @property
    def says_hours(self) -> bool:
        return bool(self.slots or self.all_day)

    @property
    def is_whole(self) -> bool:
        """Whether days that follow are others than these."""
        return bool(self.says_hours or self.without or self.without_weekdays)


def groups_in(text: str) -> list[Group]:
    """The days of a cell, those of the same hours together. Raises DateError."""
    parser = _Parser(words_of(text), text)
    groups = parser.groups()
    if not groups or any(not group.spans for group in groups):
        raise DateError(f"La date « {quoted(text)} » n’est pas lisible.")
    return groups


def hours_of(text: str) -> list[Slot]:
    """The hours of a cell that says nothing else. Raises DateError."""
    words = words_of(text)
    if len(words) == 1 and words[0].kind is Kind.NUMBER and words[0].value < 24:
        return [Slot(time(words[0].value))]
    return _Parser(words, text).only_hours()


class _Parser:
    def __init__(self, words: tuple[Word, ...], text: str) -> None:
        self._words, self._text = words, text
        self._at = 0

    # Where it stands

    def _is(self, *kinds: Kind, ahead: int = 0) -> bool:
        at = self._at + ahead
        return at < len(self._words) and self._words[at].kind in kinds

    def _take(self) -> Word:
        self._at += 1
        return self._words[self._at - 1]

    def _taken(self, *kinds: Kind) -> bool:
        found = self._is(*kinds)
        self._at += found
        return found

    @property
    def _ended(self) -> bool:
        return self._at >= len(self._words)

    def _refuse(self) -> DateError:
        said = self._words[self._at].said if not self._ended else ""
        return DateError(f"« {quoted(self._text)} » n’est pas compris{f' à partir de « {said} »' if said else ''}.")

    def _tried(self, read: Callable[[], bool]) -> bool:
        """Whether something stands here; without going on."""
        at = self._at
        try:
            return read()
        except DateError:
            return False
        finally:
            self._at = at

    # The whole

    def groups(self) -> list[Group]:
        groups: list[Group] = []
        group = Group()
        apart = True
        while not self._ended:
            if self._taken(Kind.AND) or (self._is(Kind.DASH) and self._hours_after_dash()):
                apart = True
            elif self._taken(Kind.ALL_DAY):
                group.all_day, apart = True, False
            elif self._taken(Kind.ALSO):
                # The same hours on further days.
                if not group.spans:
                    raise self._refuse()
                self._list(group.spans)
                apart = False
            elif self._taken(Kind.EXCEPT):
                if not group.spans:
                    raise self._refuse()
                self._exceptions(group)
                apart = False
            elif self._hours_are_here():
                if group.slots:
                    raise self._refuse()
                group.slots += self._hours()
                apart = False
            else:
                which = self._weekdays_here()
                if which is not None:
                    if group.says_which and not group.spans:
                        raise self._refuse()
                    if group.spans and (group.says_which or self._span_is_here(which)):
                        groups.append(group)
                        group = Group()
                    self._take_weekdays(group)
                    apart = True
                else:
                    if not apart:
                        if group.spans or not (group.slots or group.says_which):
                            raise self._refuse()
                    elif group.spans and group.is_whole:
                        groups.append(group)
                        group = Group()
                    group.spans.append(self._span())
                    apart = False
        groups.append(group)
        if len(groups) > 1 and len({group.says_hours for group in groups}) > 1:
            raise DateError(f"« {quoted(self._text)} » ne dit pas les heures de tous ses jours.")
        return groups

    def only_hours(self) -> list[Slot]:
        if self._taken(Kind.ALL_DAY):
            slots = []
        elif self._ended:
            return []
        else:
            self._taken(Kind.AND)
            slots = self._hours() if self._hours_are_here() else []
        if not self._ended:
            raise DateError(f"L’heure « {quoted(self._text)} » n’est pas lisible.")
        return slots

    # Days

    def _span(self) -> tuple[Ref, Ref | None]:
        started = self._is(Kind.FROM, Kind.OF)
        if self._is(Kind.STARTING) and self._words[self._at].said == "des":
            self._at += 1
        self._taken(*_ARTICLES)
        first = self._ref()
        at = self._at
        if self._taken(Kind.TO, Kind.DASH) or (started and self._taken(Kind.AT)) or self._date_after_at():
            if not (self._is(Kind.TIME) or self._hours_are_here()):
                self._taken(Kind.TO)
                self._taken(Kind.THE)
                return first, self._ref()
            self._at = at
            if self._is(Kind.TO):
                raise self._refuse()
        return first, None

    def _date_after_at(self) -> bool:
        """ "12/07 à 14/07"."""
        if self._is(Kind.AT) and self._is(Kind.DATE, ahead=1):
            self._at += 1
            return True
        return False

    def _ref(self) -> Ref:
        weekday = None
        if self._is(Kind.WEEKDAY):
            weekday = self._take().value
            # "mardi, 12 juillet"
            if self._is(Kind.AND) and self._words[self._at].said == "," and self._is(*_DAYS, ahead=1):
                self._at += 1
            self._taken(Kind.THE)
        if self._is(Kind.DATE):
            year, month, day = self._take().value
            return Ref(day, month, year, weekday)
        if not self._is(Kind.NUMBER):
            raise self._refuse()
        ref = Ref(self._take().value, weekday=weekday)
        if self._is(Kind.MONTH):
            ref.month = self._take().value
            if self._is(Kind.YEAR):
                ref.year = self._take().value
            elif self._is(Kind.NUMBER) and self._words[self._at].value > 24 and not self._is(Kind.MONTH, ahead=1):
                # No hour: the year in two figures.
                ref.year = 2000 + self._take().value
        return ref

    def _list(self, spans: list[tuple[Ref, Ref | None]]) -> None:
        spans.append(self._span())
        while (
            self._is(Kind.AND)
            and self._words[self._at].said != ";"
            and self._tried(lambda: self._taken(Kind.AND) and bool(self._span_alone()))
        ):
            self._at += 1
            spans.append(self._span())

    def _span_alone(self) -> bool:
        if self._hours_are_here():
            return False
        self._span()
        return True

    def _exceptions(self, group: Group) -> None:
        which = self._weekdays_here()
        if which is not None:
            without = Group()
            self._take_weekdays(without)
            group.without_weekdays |= without.weekdays
        else:
            self._list(group.without)

    # Days of the week

    def _weekdays_here(self) -> int | None:
        """How many words name days of the week that are not those of one date; None when none do."""
        at, found = self._at, Group()
        try:
            self._take_weekdays(found)
            return self._at - at
        except DateError:
            return None
        finally:
            self._at = at

    def _take_weekdays(self, group: Group) -> None:
        if self._taken(Kind.EVERY_DAY):
            group.every_day = True
            return
        each = self._taken(Kind.EACH)
        if not each:
            self._taken(Kind.THE, Kind.THE_MANY, Kind.FROM)
        group.weekdays.add(self._weekday(each=each))
        if self._is(Kind.TO, Kind.DASH) and self._is(Kind.WEEKDAY, ahead=1) and not self._is(*_DAYS, ahead=2):
            self._at += 1
            first, last = next(iter(group.weekdays)), self._weekday(each=False)
            if last < first:
                raise self._refuse()
            group.weekdays |= set(range(first, last + 1))
            return
        while self._is(Kind.AND):
            at = self._at
            self._at += 1
            self._taken(Kind.EACH, Kind.THE_MANY, Kind.THE)
            if not self._is(Kind.WEEKDAY) or self._is(*_DAYS, ahead=1):
                self._at = at
                return
            group.weekdays.add(self._weekday(each=each))

    def _weekday(self, *, each: bool) -> int:
        """One that is said by itself, not that of a date."""
        if not self._is(Kind.WEEKDAY):
            raise self._refuse()
        weekday = self._take().value
        comma = self._is(Kind.AND) and self._words[self._at].said == ","
        if not each and (self._is(*_DAYS) or (comma and self._is(*_DAYS, ahead=1))):
            raise self._refuse()
        return weekday

    def _span_is_here(self, ahead: int) -> bool:
        """Whether days follow at once what says which days of the week."""

        def read() -> bool:
            self._at += ahead
            return not self._hours_are_here() and bool(self._span())

        return self._tried(read)

    # Hours

    def _hours_are_here(self) -> bool:
        return self._tried(lambda: bool(self._slot()))

    def _hours_after_dash(self) -> bool:
        """A dash between days and hours, which is passed over."""

        def read() -> bool:
            self._at += 1
            return bool(self._slot())

        if not self._tried(read):
            return False
        self._at += 1
        return True

    def _hours(self) -> list[Slot]:
        slots = [self._slot()]
        while self._is(Kind.AND):
            at = self._at
            self._at += 1
            if not self._hours_are_here():
                self._at = at
                break
            slots.append(self._slot())
        return list(dict.fromkeys(slots))

    def _slot(self) -> Slot:
        of = self._taken(Kind.OF)
        at = not of and self._taken(Kind.AT, Kind.STARTING)
        alone = self._is(Kind.NUMBER)
        if alone:
            # "9-12h", "de 9 à 12h"; "9 à 12h" may be a day and its hour.
            fits = self._is(Kind.DASH, ahead=1) or (of and self._is(Kind.AT, Kind.UNTIL, ahead=1))
            if not fits or not self._is(Kind.TIME, ahead=2) or at or self._words[self._at].value > 23:
                raise self._refuse()
            start, midnight = time(self._take().value), False
        elif self._is(Kind.TIME):
            start, midnight = self._take().value
        else:
            raise self._refuse()
        if midnight:
            raise DateError(f"« {quoted(self._text)} » ne dit pas minuit de quel soir.")
        if not self._is(Kind.DASH, Kind.AT, Kind.UNTIL):
            if of:
                raise self._refuse()
            return Slot(start)
        if at and self._is(Kind.AT):
            raise self._refuse()
        ended = self._end_of_hours()
        if ended is None:
            raise self._refuse()
        return Slot(start, ended if ended != start else None)

    def _end_of_hours(self) -> time | None:
        self._at += 1
        if self._is(Kind.TIME):
            return self._take().value[0]
        # "de 9h à 12", at the very end.
        if self._is(Kind.NUMBER) and self._at + 1 == len(self._words) and self._words[self._at].value <= 24:
            return time(self._take().value % 24)
        return None
