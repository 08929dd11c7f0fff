"""Runs checked documents."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, NamedTuple

from graphene.types.resolver import dict_or_attr_resolver
from graphql import (
    ExecutionContext,
    ExecutionResult,
    FieldNode,
    GraphQLNonNull,
    GraphQLObjectType,
    OperationType,
    execute_sync,
    is_leaf_type,
)
from graphql.pyutils import Path

from cms.schema.types import ApiError
from config.graphql.documents import Document
from config.schema import schema


class PlainField(NamedTuple):
    """A scalar or enumeration that is read from a dictionary as it is."""

    key: str
    serialize: Callable[[Any], Any]


@lru_cache(maxsize=4096)
def plain_field(parent: GraphQLObjectType, name: str) -> PlainField | None:
    """How to read such a field; None for a field that has a resolver or arguments, or that holds an object or list."""
    field = parent.fields.get(name)
    if field is None or field.args or not isinstance(field.resolve, partial):
        return None
    kind = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
    if field.resolve.func is not dict_or_attr_resolver or not is_leaf_type(kind):
        return None
    return PlainField(field.resolve.args[0], kind.serialize)


class CardExecution(ExecutionContext):
    """Reads the plain fields of cards without the machinery of resolvers, which costs more than the database does.

    Whatever is out of the ordinary (no dictionary, no value, a value that does not serialise) takes the usual way,
    which knows about nulls and errors.
    """

    def execute_field(
        self, parent_type: GraphQLObjectType, source: Any, field_nodes: list[FieldNode], path: Path
    ) -> Any:
        plain = plain_field(parent_type, field_nodes[0].name.value) if type(source) is dict else None
        if plain is not None:
            value = source.get(plain.key)
            if value is not None:
                try:
                    return plain.serialize(value)
                except Exception:
                    return super().execute_field(parent_type, source, field_nodes, path)
        return super().execute_field(parent_type, source, field_nodes, path)


def execute_document(
    document: Document, variables: dict[str, Any], *, context: Any, operation: str | None = None
) -> ExecutionResult:
    """Run a checked document. Only queries: there is nothing else."""
    if document.operations() - {OperationType.QUERY}:
        return ExecutionResult(None, [ApiError("BAD_INPUT", "Only queries are answered.")])
    if document.node is None:
        return ExecutionResult(None, list(document.errors))
    # Resolvers are synchronous: execute_sync never gives an awaitable.
    return execute_sync(
        schema.graphql_schema,
        document.node,
        context_value=context,
        variable_values=variables,
        operation_name=operation,
        execution_context_class=CardExecution,
    )
