"""Days that are said by their months: "le 2e mardi du mois", "de mars à juin", "en juillet et août". Pure."""

from agenda.sources.feeds.french_dates.cursor import HoursReader
from agenda.sources.feeds.french_dates.groups import Group, Ref
from agenda.sources.feeds.french_dates.words import Kind
from tourism.schedule import NthWeekday


class MonthsReader(HoursReader):
    """Reads what stands at the cursor, or leaves the cursor there."""

    def _take_nths(self, group: Group) -> bool:
        """ "le premier dimanche du mois", "les 1er et 3e mardis", each of the months that follow, or of all."""
        at, found = self._at, []
        while True:
            numbers = self._numbers()
            if not numbers or not self._is(Kind.WEEKDAY):
                self._at = at
                return False
            weekday = self._take().value
            found += [NthWeekday(number, weekday) for number in numbers]
            # "le 1er lundi et le 3e mardi du mois"
            further = self._at
            if not (self._joined() and self._numbers()):
                self._at = further
                break
            self._at = further + 1
        if not self._taken(Kind.OF_MONTH) and not self._tried(lambda: self._months() is not None):
            self._at = at
            return False
        group.monthly += found
        return True

    def _numbers(self) -> list[int]:
        """The numbers before a day of the week."""
        if not self._taken(Kind.EACH):
            self._taken(Kind.THE, Kind.THE_MANY)
        numbers = []
        while self._is(Kind.NTH) or (self._is(Kind.NUMBER) and self._words[self._at].said in ("1er", "1ers")):
            numbers.append(self._take().value)
            at = self._at
            if not self._joined():
                return numbers
            self._taken(Kind.THE)
            # "le 1er lundi et le 3e mardi": what follows a day of the week is not of this list.
            if not self._is(Kind.NTH):
                self._at = at
                return numbers
        return numbers

    def _joined(self) -> bool:
        """Whether what follows belongs to the same list; one or the other ("ou") would be a guess."""
        joined = self._is(Kind.AND) and self._words[self._at].said in ("et", ",", "&")
        self._at += joined
        return joined

    def _months(self) -> tuple[Ref, Ref] | None:
        """The first and the last day of the months that are said without days: "de mars à juin 2027"."""
        at = self._at
        self._taken(Kind.OF_MONTH)
        between = self._is(Kind.OF, Kind.FROM)
        self._taken(Kind.OF, Kind.IN, Kind.FROM)
        if not self._is(Kind.MONTH):
            self._at = at
            return None
        first = self._month()
        last = Ref(first.day, first.month, first.year)
        if between and self._is(Kind.AT, Kind.TO) or self._is(Kind.DASH):
            if self._is(Kind.MONTH, ahead=1):
                self._at += 1
                last = self._month()
        elif self._is(Kind.AND) and self._words[self._at].said in ("et", "&"):
            # Two months in a row; others would leave out what is between.
            step = 2 if self._is(Kind.IN, Kind.OF, ahead=1) else 1
            if self._is(Kind.MONTH, ahead=step) and self._words[self._at + step].value == (first.month or 0) + 1:
                self._at += step
                last = self._month()
        last.whole = True
        if last.year is None and first.year is not None and (last.month or 0) >= (first.month or 0):
            last.year = first.year
        return first, last

    def _month(self) -> Ref:
        ref = Ref(1, self._take().value)
        if self._is(Kind.YEAR):
            ref.year = self._take().value
        return ref
