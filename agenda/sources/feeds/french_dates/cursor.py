"""Steps through the words of a cell, and the hours in it. Pure."""

from collections.abc import Callable
from datetime import time

from agenda.sources.feeds.french_dates.words import DateError, Kind, Word, quoted
from tourism.schedule import Slot


class Cursor:
    """Where a reading stands among the words of a cell."""

    def __init__(self, words: tuple[Word, ...], text: str) -> None:
        self._words, self._text = words, text
        self._at = 0

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


class HoursReader(Cursor):
    """Reads the hours that stand at the cursor."""

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
