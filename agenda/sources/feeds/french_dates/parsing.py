"""What the words of a cell say, before the years that they leave out are known. Pure."""

from datetime import time

from agenda.sources.feeds.french_dates.groups import Group, Ref
from agenda.sources.feeds.french_dates.monthly import MonthsReader
from agenda.sources.feeds.french_dates.words import DateError, Kind, quoted, words_of
from tourism.schedule import Slot

EVERY_WEEKDAY = (1, 2, 3, 4, 5, 6, 7)
_DAYS = (Kind.DATE, Kind.NUMBER)
_ARTICLES = (Kind.THE, Kind.THE_MANY, Kind.FROM, Kind.OF)


def groups_in(text: str) -> list[Group]:
    """The days of a cell, those of the same hours together. Raises DateError."""
    parser = _Parser(words_of(text), text)
    groups = parser.groups()
    if not groups or any(not (group.spans or group.monthly) for group in groups):
        raise DateError(f"La date « {quoted(text)} » n’est pas lisible.")
    return groups


def hours_of(text: str) -> list[Slot]:
    """The hours of a cell that says nothing else. Raises DateError."""
    words = words_of(text)
    if len(words) == 1 and words[0].kind is Kind.NUMBER and words[0].value < 24:
        return [Slot(time(words[0].value))]
    return _Parser(words, text).only_hours()


class _Parser(MonthsReader):
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
                if not group.spans and not (group.says_which and self._holidays_are_here()):
                    raise self._refuse()
                self._exceptions(group)
                apart = False
            elif self._taken(Kind.INCLUDING) or self._holidays_are_here():
                if not group.says_which:
                    raise self._refuse()
                self._holidays(group, "also")
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
        if (months := self._months()) is not None:
            return months
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
        """What is left out: days, days of the week, public holidays, one after the other."""
        while True:
            if self._holidays_are_here():
                self._holidays(group, "except")
                if self._hours_are_here():
                    # Of all days, or of these alone.
                    raise self._refuse()
            elif self._weekdays_here() is not None:
                without = Group()
                self._take_weekdays(without)
                if without.monthly or without.every_day:
                    raise self._refuse()
                group.without_weekdays |= without.weekdays
            else:
                self._list(group.without)
            if not (self._is(Kind.AND) and self._holidays_are_here(ahead=1)):
                return
            self._at += 1

    def _holidays_are_here(self, ahead: int = 0) -> bool:
        article = self._is(Kind.THE_MANY, ahead=ahead)
        return self._is(Kind.HOLIDAYS, ahead=ahead + article)

    def _holidays(self, group: Group, rule: str) -> None:
        if group.holidays or not self._holidays_are_here():
            raise self._refuse()
        self._taken(Kind.THE_MANY)
        self._at += 1
        group.holidays = rule

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
        if self._take_nths(group):
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
