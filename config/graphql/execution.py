"""Runs checked documents."""

from typing import Any

from graphql import ExecutionResult, OperationType, execute_sync

from cms.schema.types import ApiError
from config.graphql.documents import Document
from config.schema import schema


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
    )
