"""Dates while they are typed, for the public form: in words, and what is wrong with them."""

from typing import Any

import graphene
from django.utils import timezone

from agenda.announcements.words import sentence_of
from cms.schema.types import Date, Language, required_list
from tourism.schedule.typed import preview_of

MOST_DAYS = 60


class TypedNthWeekday(graphene.InputObjectType):
    """A day of each month."""

    nth = graphene.Int(required=True, description="1 to 5, or -1 for the last.")
    weekday = graphene.Int(description="Monday 1 to Sunday 7; null: the nth day whatever it is called.")


class TypedSlot(graphene.InputObjectType):
    """Hours of a day."""

    start = graphene.String(description='"09:00".')
    end = graphene.String(description="At or before the start: on the next day; null when nobody knows.")


class TypedDay(graphene.InputObjectType):
    """A day with hours of its own."""

    day = graphene.String(required=True, description='"2026-07-07".')
    start = graphene.String(description='"20:30"; null for a whole day.')
    end = graphene.String(description="At or before the start: on the next day; null when nobody knows.")


class TypedDatesInput(graphene.InputObjectType):
    """What somebody types, a form that is half filled included: what cannot be comes back as `faults`."""

    first = graphene.String(description='The day, or the first of several: "2026-07-07".')
    last = graphene.String(description="The last day.")
    endless = graphene.Boolean(description="It goes on without a last day.")
    weekdays = graphene.List(graphene.Int, description="Only these days of each week, Monday 1 to Sunday 7.")
    every_weeks = graphene.Int(description="Of one week of so many: 2 is every other week, counted from the first day.")
    monthly = graphene.List(TypedNthWeekday, description="Only these days of each month.")
    start = graphene.String(description='"09:00"; no start and no end: all day.')
    end = graphene.String(description="At or before the start: on the next day; null when nobody knows.")
    more_slots = graphene.List(TypedSlot, description="Further hours of the same days.")
    public_holidays = graphene.String(description='"except": not on public holidays; "also": on them too.')
    others = graphene.List(graphene.String, description="Further days, at the same hours.")
    own_hours = graphene.List(TypedDay, description="Further days, each at hours of its own.")
    except_ = graphene.List(graphene.String, name="except", description="Days on which nothing is.")


class DatesFault(graphene.ObjectType):
    """Something that cannot be."""

    field = graphene.String(required=True, description='A field of the input, in snake_case; "" for the whole.')
    code = graphene.String(required=True, description="Why, for programs: before_first, no_such_day, not_a_time…")


class DatesInWords(graphene.ObjectType):
    """Dates that were typed."""

    sentence = graphene.String(required=True, description="In words, without full stop; empty while faults remain.")
    count = graphene.Int(description="How many days; null when they never end or are more than can be shown.")
    days = required_list(Date, f"The first {MOST_DAYS} of them.")
    faults = required_list(DatesFault, "What cannot be, each field once; empty when all is well.")
    remarks = required_list(
        graphene.String,
        "What is probably a slip and is kept as it was typed, a sentence each: a day is excepted that is none.",
    )


class DatesQuery(graphene.ObjectType):
    """Dates of a form."""

    dates_in_words = graphene.Field(
        graphene.NonNull(DatesInWords),
        description="What typed dates come to. Reads nothing that is stored.",
        dates=graphene.Argument(TypedDatesInput, required=True, description="What was typed."),
        language=graphene.Argument(Language, required=True, description="Language of the sentence."),
    )

    @staticmethod
    def resolve_dates_in_words(_root: Any, _info: graphene.ResolveInfo, *, dates: Any, language: str) -> dict[str, Any]:
        typed = dict(dates)
        preview = preview_of(typed | {"except": typed.pop("except_", None)})
        language = str(language)
        return {
            "sentence": preview.sentence(language, year=timezone.localdate().year),
            "count": preview.count,
            "days": preview.days[:MOST_DAYS],
            "faults": [{"field": field, "code": code} for field, code in preview.faults],
            "remarks": [
                sentence_of(code, language) for code in dict.fromkeys(code for _field, code in preview.remarks)
            ],
        }
