"""What the agenda holds, in GraphQL: facets, the days of a month, school holidays."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import graphene
from django.conf import settings
from django.utils import timezone

from agenda.enums import Audience, Disability, EventCategory, SchoolHolidayKind, SchoolZone
from agenda.holidays import school_holidays
from agenda.queries import Choices, agenda_days, agenda_facets, is_in_time
from cms.schema.types import BadInputError, Date, DateTime, enum_of, language_argument, required_list
from tourism.schema.query import list_of
from tourism.schema.types import Commune, NearInput, near_of

EventCategoryEnum = enum_of(EventCategory)
AudienceEnum = enum_of(Audience)
DisabilityEnum = enum_of(Disability)
SchoolHolidayKindEnum = enum_of(SchoolHolidayKind)
SchoolZoneEnum = enum_of(SchoolZone)
# Days that are counted at once: two months of a calendar.
MOST_DAYS = 62

FROM = graphene.Argument(DateTime, name="from", description="Not over at this time; now by default.")
UNTIL = graphene.Argument(DateTime, description="Beginning before this time.")
WHOLE_DAYS = graphene.Argument(
    graphene.Boolean,
    description="The window is of days: without what began on an evening before the day of `from` and ends by 5:00.",
)


def choice_arguments() -> dict[str, graphene.Argument]:
    """The arguments by which every list and count of the agenda is filtered; see `choices_of`."""
    return {
        "communes": graphene.Argument(list_of(graphene.String), description="Any of these communes, by INSEE code."),
        "categories": graphene.Argument(list_of(EventCategoryEnum), description="Any of these categories."),
        "audiences": graphene.Argument(list_of(AudienceEnum), description="For any of these visitors."),
        "accessible": graphene.Argument(list_of(DisabilityEnum), description="Where all of these are provided for."),
        "near": graphene.Argument(NearInput, description="Only within this distance."),
        "free": graphene.Argument(graphene.Boolean, description="true: only what is free; false: only what is not."),
        "indoor": graphene.Argument(
            graphene.Boolean,
            description="true: only what is said to be under a roof; false: only what is said to be outside.",
        ),
    }


def choices_of(arguments: Mapping[str, Any]) -> Choices:
    """The choices among the arguments of a field."""
    return {
        "communes": arguments.get("communes") or (),
        "categories": arguments.get("categories") or (),
        "audiences": arguments.get("audiences") or (),
        "accessible": arguments.get("accessible") or (),
        "near": near_of(arguments.get("near")),
        "free": arguments.get("free"),
        "indoor": arguments.get("indoor"),
    }


def window_of(start: datetime | None, end: datetime | None) -> dict[str, datetime | None]:
    """The window, checked."""
    for instant in (start, end):
        if instant is not None and instant.tzinfo is None:
            raise BadInputError("Dates have a time zone, for example 2026-07-14T18:00:00+02:00.")
        if instant is not None and not is_in_time(instant):
            raise BadInputError("Dates are between 1900 and 2200.")
    if start and end and end <= start:
        raise BadInputError("until is after from.")
    return {"start": start, "end": end}


class CategoryCount(graphene.ObjectType):
    """How many events of a category."""

    category = graphene.Field(EventCategoryEnum, required=True, description="The category.")
    count = graphene.Int(required=True, description="Events in the window.")


class CommuneCount(graphene.ObjectType):
    """How many events in a commune."""

    commune = graphene.Field(Commune, required=True, description="The commune.")
    count = graphene.Int(required=True, description="Events in the window.")


class AudienceCount(graphene.ObjectType):
    """How many events for some visitors."""

    audience = graphene.Field(AudienceEnum, required=True, description="The visitors.")
    count = graphene.Int(required=True, description="Events in the window.")


class DisabilityCount(graphene.ObjectType):
    """How many events where a disability is provided for."""

    disability = graphene.Field(DisabilityEnum, required=True, description="The disability.")
    count = graphene.Int(required=True, description="Events in the window, under all that was chosen.")


class AgendaFacets(graphene.ObjectType):
    """What a window of dates holds."""

    categories = required_list(CategoryCount, "Most frequent first.")
    communes = required_list(CommuneCount, "Most frequent first.")
    audiences = required_list(AudienceCount, "Most frequent first.")
    accessible = required_list(DisabilityCount, "Most frequent first.")
    free = graphene.Int(required=True, description="Events that are said to be free.")
    indoor = graphene.Int(required=True, description="Events that are said to be under a roof.")
    outdoor = graphene.Int(required=True, description="Events that are said to be outside.")


class DayCount(graphene.ObjectType):
    """How many events on one day."""

    date = Date(required=True, description="The day, in the territory's time.")
    count = graphene.Int(required=True, description="Events that take place: neither cancelled nor long-running.")


class SchoolHoliday(graphene.ObjectType):
    """Days without school."""

    kind = graphene.Field(SchoolHolidayKindEnum, required=True, description="Which ones.")
    zone = graphene.Field(SchoolZoneEnum, required=True, description="Of which schools.")
    first_day = Date(required=True, description="First day.")
    last_day = Date(required=True, description="Last day, included.")


class CalendarQuery(graphene.ObjectType):
    """What the agenda holds."""

    agenda_facets = graphene.Field(
        graphene.NonNull(AgendaFacets),
        description="What a window of dates holds: each facet under the other filters, not under its own.",
        from_=FROM,
        until=UNTIL,
        whole_days=WHOLE_DAYS,
        language=language_argument(),
        **choice_arguments(),
    )
    agenda_days = required_list(
        DayCount,
        "How many events on each day that has some; at most 62 days are asked for.",
        from_=graphene.Argument(graphene.NonNull(Date), name="from", description="First day."),
        until=graphene.Argument(graphene.NonNull(Date), description="Last day, included."),
        **choice_arguments(),
    )
    school_holidays = required_list(
        SchoolHoliday,
        "School holidays that are not over, in order; none beyond what the ministry has published.",
        zone=graphene.Argument(SchoolZoneEnum, description="That of the territory by default."),
        first=graphene.Argument(graphene.Int, default_value=2, description="How many, 1 to 6."),
    )

    @staticmethod
    def resolve_agenda_facets(
        _root: Any,
        _info: graphene.ResolveInfo,
        language: str,
        from_: datetime | None = None,
        until: datetime | None = None,
        whole_days: bool | None = False,
        **arguments: Any,
    ) -> dict[str, Any]:
        return agenda_facets(**window_of(from_, until), whole_days=bool(whole_days), **choices_of(arguments))

    @staticmethod
    def resolve_agenda_days(
        _root: Any, _info: graphene.ResolveInfo, from_: date, until: date, **arguments: Any
    ) -> list[dict[str, Any]]:
        if not timedelta(0) <= until - from_ < timedelta(days=MOST_DAYS):
            raise BadInputError(f"until is from 0 to {MOST_DAYS - 1} days after from.")
        if not (from_.year >= 1900 and until.year <= 2200):
            raise BadInputError("Dates are between 1900 and 2200.")
        counts = agenda_days(first=from_, last=until, **choices_of(arguments))
        return [{"date": day, "count": counts[day]} for day in sorted(counts)]

    @staticmethod
    def resolve_school_holidays(
        _root: Any, _info: graphene.ResolveInfo, zone: str | None = None, first: int | None = 2
    ) -> list[dict[str, Any]]:
        if first is None or not 1 <= first <= 6:
            raise BadInputError("first is from 1 to 6.")
        asked = SchoolZone(zone or settings.SCHOOL_ZONE)
        return [
            {"kind": one.kind.value, "zone": asked.value, "first_day": one.first, "last_day": one.last}
            for one in school_holidays(asked, on=timezone.localdate(), count=first)
        ]
