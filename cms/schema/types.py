"""GraphQL types that every app shares, and how a list becomes a connection.

Resolvers return plain dictionaries (keys in snake_case); graphene's default resolver reads them. Enumerations go out
and come in as strings.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import graphene
from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import override
from graphene import Date, DateTime
from graphql import GraphQLError

from cms.cursors import CursorKey, encode_cursor
from cms.enums import ErrorCode, LanguageCode

__all__ = [
    "ApiError",
    "BadInputError",
    "Date",
    "DateTime",
    "GoneError",
    "Image",
    "Language",
    "NotFoundError",
    "PageInfo",
    "connection",
    "connection_types",
    "enum_of",
    "language_argument",
    "required_list",
]


class ApiError(GraphQLError):
    """An error with a code that clients act upon; the message is for their developers."""

    def __init__(self, code: str, message: str = "", **extensions: Any) -> None:
        super().__init__(message or str(code), extensions={"code": str(code), **extensions})


class NotFoundError(ApiError):
    """No such public object."""

    def __init__(self, message: str = "Not found.") -> None:
        super().__init__(ErrorCode.NOT_FOUND, message)


class GoneError(ApiError):
    """The object existed and was withdrawn or merged; `replaced_by` is the path of what stands in its place."""

    def __init__(self, message: str = "Withdrawn.", *, replaced_by: str | None = None) -> None:
        super().__init__(ErrorCode.GONE, message, replacedBy=replaced_by)


class BadInputError(ApiError):
    """An argument has a value that cannot be answered."""

    def __init__(self, message: str) -> None:
        super().__init__(ErrorCode.BAD_INPUT, message)


def _language_description(code: LanguageCode | None) -> str:
    return dict(settings.LANGUAGES)[code] if code else "Language of the public site (ISO 639-1)."


Language = graphene.Enum.from_enum(LanguageCode, name="Language", description=_language_description)


@cache
def enum_of(choices: type[TextChoices]) -> type[graphene.Enum]:
    """The GraphQL enumeration of a closed list, one per list: names are the stored values, descriptions its labels.

    Cached, because a schema may hold one type of a name and several apps use the same list.
    """
    if choices.names != choices.values:
        raise ValueError(f"{choices.__name__} stores other values than its names; the contract could not show both.")
    summary = " ".join((choices.__doc__ or choices.__name__).split())

    def description(value: Any) -> str:
        if value is None:
            return summary
        with override("fr"):
            return str(choices(value).label)

    return graphene.Enum.from_enum(choices, name=choices.__name__, description=description)


def language_argument() -> graphene.Argument:
    """The `language` argument of every root field."""
    return graphene.Argument(
        Language,
        default_value=LanguageCode.fr.value,
        description="Language wanted; what does not exist in it is served in another, and says so.",
    )


def required_list(of_type: Any, description: str, **kwargs: Any) -> graphene.Field:
    """A field of type `[of_type!]!`."""
    return graphene.Field(graphene.NonNull(graphene.List(graphene.NonNull(of_type))), description=description, **kwargs)


class Image(graphene.ObjectType):
    """A picture on our own host, in two sizes, with its credit, which must be shown."""

    url = graphene.String(required=True, description="WebP about 1200 px wide, a path on this host.")
    small = graphene.String(required=True, description="WebP about 480 px wide, a path on this host.")
    alt = graphene.String(required=True, description="What the picture shows; empty when it is only decoration.")
    credit = graphene.String(required=True, description="Author and licence; empty when unknown.")
    width = graphene.Int(description="Pixels of `url`.")
    height = graphene.Int(description="Pixels of `url`.")


class PageInfo(graphene.ObjectType):
    """Where a page of a list stands (Relay)."""

    has_next_page = graphene.Boolean(required=True, description="There is more after `endCursor`.")
    has_previous_page = graphene.Boolean(required=True, description="There is something before `startCursor`.")
    start_cursor = graphene.String(description="Cursor of the first edge.")
    end_cursor = graphene.String(description="Cursor of the last edge, to be given to `after`.")


def connection_types(
    name: str, node: type[graphene.ObjectType], fields: Mapping[str, Any] | None = None
) -> tuple[type[graphene.ObjectType], type[graphene.ObjectType]]:
    """`<name>Edge` and `<name>Connection` of a node type; `fields` are added to the connection."""
    edge = type(
        f"{name}Edge",
        (graphene.ObjectType,),
        {
            "__doc__": f"One {node._meta.name} of a list.",
            "cursor": graphene.String(required=True, description="Opaque; to be given to `after`."),
            "node": graphene.Field(node, required=True, description="The object."),
        },
    )
    # A count costs a statement of its own: it may be given as a function, called only when the field is asked for.
    connection_type = type(
        f"{name}Connection",
        (graphene.ObjectType,),
        {
            "__doc__": f"A page of a list of {node._meta.name}.",
            "edges": required_list(edge, "The objects, in order."),
            "page_info": graphene.Field(PageInfo, required=True, description="Where this page stands."),
            "total_count": graphene.Int(required=True, description="All of the list; counted only when asked for."),
            "resolve_total_count": lambda parent, _info: _called(parent["total_count"]),
            **(fields or {}),
        },
    )
    return edge, connection_type


def _called(value: Any) -> Any:
    return value() if callable(value) else value


def connection(
    rows: Sequence[Any],
    *,
    first: int,
    cursor_key: Callable[[Any], CursorKey],
    total_count: int | Callable[[], int],
    has_previous: bool = False,
    node: Callable[[Any], Any] = lambda row: row,
    **extra: Any,
) -> dict[str, Any]:
    """The value of a connection field from at most `first + 1` rows; the one too many says that there is a next page.

    `cursor_key(row)` is the sort key of a row, `node(row)` what the edge shows, `extra` the connection's other fields.
    """
    shown = rows[:first]
    edges = [{"cursor": encode_cursor(cursor_key(row)), "node": node(row)} for row in shown]
    return {
        "edges": edges,
        "page_info": {
            "has_next_page": len(rows) > first,
            "has_previous_page": has_previous,
            "start_cursor": edges[0]["cursor"] if edges else None,
            "end_cursor": edges[-1]["cursor"] if edges else None,
        },
        "total_count": total_count,
        **extra,
    }
