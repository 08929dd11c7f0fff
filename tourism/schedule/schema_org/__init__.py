"""Dates of schema.org to a Schedule and back: `eventSchedule`, `openingHoursSpecification`, `Event`. Pure.

Nothing here raises on any JSON value: what cannot be read, and what a form cannot say, comes back in French sentences.
What has several meanings in the wild is read so:

* a property may have any prefix, one value or a list of them;
* times without an offset are local; `endDate` and `validThrough` are inclusive;
* a closing time at or before the opening time is on the next day; in `Schedule` and `Event` an end equal to its
  beginning is unknown, in opening hours equal times are twenty-four hours, and 00:00 to 00:00 is Google's "closed";
* of special opening hours, those of a day replace the others of that day;
* sub-events without a name of their own are the dates of their event, named ones are other events.
"""

from tourism.schedule.schema_org.events import event_dates, events_of
from tourism.schedule.schema_org.opening import opening_hours_of
from tourism.schedule.schema_org.reading import schedule_from_schema_org
from tourism.schedule.schema_org.rules import event_schedules_of

__all__ = ["event_dates", "event_schedules_of", "events_of", "opening_hours_of", "schedule_from_schema_org"]
