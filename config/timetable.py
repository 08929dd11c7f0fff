"""When a job runs next. Pure."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


def next_run(*, at: time | None, every: int | None, after: datetime, zone: ZoneInfo) -> datetime:
    """The first moment later than `after` at which a job is due, in UTC.

    Args:
        at: each day at this local time. On the day on which that time does not exist it is as much later as the clocks
            were put forward; on the day on which it comes twice, it is the first of both. So there is one run a day.
        every: else, each time so many minutes are full; counted from a fixed moment, so that what a job takes does not
            make the next ones late.
        after: with a zone.
        zone: of `at`.
    """
    if at is not None:
        day = after.astimezone(zone).date()
        # The day before too: its time may have been put to after midnight, with the clocks.
        for candidate in (day - _DAY, day, day + _DAY, day + 2 * _DAY):
            moment = datetime.combine(candidate, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)
            if moment > after:
                return moment
        raise AssertionError("A local time comes at least once in three days.")
    step = timedelta(minutes=max(every or 1, 1))
    return _EPOCH + ((after - _EPOCH) // step + 1) * step
