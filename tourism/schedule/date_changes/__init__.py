"""An editor's changes of single dates, laid over whatever schedule the source has now ([ADR 9]).

[ADR 9]: docs/adr/0009-single-dates-over-the-source.md
"""

from tourism.schedule.date_changes.applying import Effect, effects, with_changes, with_changes_in_json
from tourism.schedule.date_changes.called_off import covers, off_days, with_called_off
from tourism.schedule.date_changes.days import usual_slots
from tourism.schedule.date_changes.making import change_of_date, change_of_day, slots_of_day
from tourism.schedule.date_changes.shape import CLOSED, MOST_CHANGES, DateChange, What, changes_from_json

__all__ = [
    "CLOSED",
    "MOST_CHANGES",
    "DateChange",
    "Effect",
    "What",
    "change_of_date",
    "change_of_day",
    "changes_from_json",
    "covers",
    "effects",
    "off_days",
    "slots_of_day",
    "usual_slots",
    "with_called_off",
    "with_changes",
    "with_changes_in_json",
]
