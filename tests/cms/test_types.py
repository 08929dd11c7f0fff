import graphene
import pytest
from django.db.models import TextChoices

from cms.cursors import decode_cursor
from cms.enums import SlotKind
from cms.schema.types import (
    BadInputError,
    GoneError,
    Language,
    NotFoundError,
    connection,
    connection_types,
    enum_of,
    language_argument,
)


class Thing(graphene.ObjectType):
    """A thing."""

    name = graphene.String(description="Its name.")


ThingEdge, ThingConnection = connection_types(
    "Thing", Thing, {"engine": graphene.String(required=True, description="Which engine answered.")}
)
COUNTED = []


def _count():
    COUNTED.append(1)
    return 7


class Query(graphene.ObjectType):
    """Fields for these tests."""

    things = graphene.Field(ThingConnection, first=graphene.Int(required=True))
    language = graphene.Field(Language, language=language_argument())
    kind = graphene.Field(enum_of(SlotKind), kind=graphene.Argument(enum_of(SlotKind), required=True))
    failing = graphene.String(how=graphene.String(required=True))

    def resolve_things(self, info, first):
        rows = [{"name": name} for name in "abc"[: first + 1]]
        return connection(
            rows, first=first, cursor_key=lambda row: [row["name"], 1], total_count=_count, engine="embedded"
        )

    def resolve_language(self, info, language):
        return str(language)

    def resolve_kind(self, info, kind):
        return str(kind)

    def resolve_failing(self, info, how):
        raise {
            "not found": NotFoundError(),
            "gone": GoneError(replaced_by="/place/2"),
            "bad": BadInputError("`first` is above 100."),
        }[how]


SCHEMA = graphene.Schema(query=Query)


@pytest.mark.parametrize(
    ("first", "names", "more"), [(0, [], True), (1, ["a"], True), (2, ["a", "b"], True), (3, ["a", "b", "c"], False)]
)
def test_connection_shows_at_most_first_and_says_whether_there_is_more(first, names, more):
    document = "query ($first: Int!) { things(first: $first) { edges { cursor node { name } } engine %s } }"
    page_info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    things = SCHEMA.execute(document % page_info, variables={"first": first}).data["things"]
    cursors = [edge["cursor"] for edge in things["edges"]]
    assert [edge["node"]["name"] for edge in things["edges"]] == names
    assert [decode_cursor(cursor, length=2) for cursor in cursors] == [[name, 1] for name in names]
    assert things["pageInfo"] == {
        "hasNextPage": more,
        "hasPreviousPage": False,
        "startCursor": cursors[0] if cursors else None,
        "endCursor": cursors[-1] if cursors else None,
    }
    assert things["engine"] == "embedded"


def test_connection_counts_only_when_asked():
    COUNTED.clear()
    SCHEMA.execute("{ things(first: 1) { edges { cursor } } }")
    assert COUNTED == []
    assert SCHEMA.execute("{ things(first: 1) { totalCount } }").data == {"things": {"totalCount": 7}}
    assert COUNTED == [1]


@pytest.mark.parametrize(("argument", "language"), [("", "fr"), ("(language: nl)", "nl"), ("(language: de)", "de")])
def test_language_comes_in_and_goes_out_as_a_string(argument, language):
    assert SCHEMA.execute(f"{{ language{argument} }}").data == {"language": language}


def test_language_unknown_is_refused_by_the_schema():
    result = SCHEMA.execute("{ language(language: ru) }")
    assert result.data is None
    assert "ru" in result.errors[0].message


def test_enum_of_is_one_type_per_list_and_goes_round():
    assert enum_of(SlotKind) is enum_of(SlotKind)
    assert SCHEMA.execute("{ kind(kind: TRAILS) }").data == {"kind": "TRAILS"}
    assert list(SCHEMA.graphql_schema.type_map["SlotKind"].values) == SlotKind.values


def test_enum_of_a_list_that_stores_other_values_is_refused():
    class Colour(TextChoices):
        RED = "r", "rouge"

    with pytest.raises(ValueError, match="Colour"):
        enum_of(Colour)


@pytest.mark.parametrize(
    ("how", "extensions"),
    [
        ("not found", {"code": "NOT_FOUND"}),
        ("gone", {"code": "GONE", "replacedBy": "/place/2"}),
        ("bad", {"code": "BAD_INPUT"}),
    ],
)
def test_errors_carry_their_code(how, extensions):
    result = SCHEMA.execute("query ($how: String!) { failing(how: $how) }", variables={"how": how})
    assert (result.data, result.errors[0].formatted["extensions"]) == ({"failing": None}, extensions)
