"""What a cell says, before the years that it leaves out are known. Pure."""

from calendar import monthrange
from dataclasses import dataclass, field

from tourism.schedule import NthWeekday, Slot


@dataclass
class Ref:
    """A day as it is written; `month` and `year` None when they are left to its neighbours. `whole`: the last day of
    its month, whichever that is, of days that are said by their months alone."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    whole: bool = False

    def last_of(self, year: int) -> int:
        """The number of its day in a year."""
        return monthrange(year, self.month)[1] if self.whole and self.month else self.day


@dataclass
class Group:
    """Days with their hours: `spans` are (day, None) or (first, last). `weekdays` empty: every day of the spans.
    `monthly`: those of each month alone. `holidays`: "except" or "also", '' when nothing is said of public holidays."""

    spans: list[tuple[Ref, Ref | None]] = field(default_factory=list)
    weekdays: set[int] = field(default_factory=set)
    every_day: bool = False
    monthly: list[NthWeekday] = field(default_factory=list)
    holidays: str = ""
    slots: list[Slot] = field(default_factory=list)
    all_day: bool = False
    without: list[tuple[Ref, Ref | None]] = field(default_factory=list)
    without_weekdays: set[int] = field(default_factory=set)

    @property
    def says_which(self) -> bool:
        return bool(self.weekdays or self.every_day or self.monthly)

    @property
    def says_hours(self) -> bool:
        return bool(self.slots or self.all_day)

    @property
    def is_whole(self) -> bool:
        """Whether days that follow are others than these."""
        return bool(self.says_hours or self.without or self.without_weekdays)
