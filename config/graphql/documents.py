"""Parsed and checked documents, kept; and the web app's own documents, known by their hash."""

import hashlib
import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, OperationType, parse, validate
from graphql.validation import specified_rules
from graphql.validation.rules.custom.no_schema_introspection import NoSchemaIntrospectionCustomRule

from cms.schema.types import ApiError
from config.graphql.limits import LimitsRule
from config.schema import schema


class Document(NamedTuple):
    """A document that may be executed, or the errors that say why not."""

    node: DocumentNode | None
    errors: tuple[GraphQLError, ...]

    def operations(self) -> set[OperationType]:
        """Kinds of operations in the document."""
        definitions = self.node.definitions if self.node else ()
        return {node.operation for node in definitions if isinstance(node, OperationDefinitionNode)}


@lru_cache(maxsize=512)
def checked_document(source: str, *, trusted: bool = False) -> Document:
    """Parse and validate a document once. Trusted ones (the web app's own) are not measured against the limits."""
    limits: dict[str, Any] = settings.GRAPHQL
    try:
        node = parse(source, max_lexical_tokens=None if trusted else limits["max_tokens"])
    except GraphQLError as error:
        return Document(None, (as_bad_input(error),))
    except RecursionError:
        return Document(None, (ApiError("TOO_COSTLY", "This document is nested too deeply."),))
    rules = list(specified_rules)
    if not trusted:
        rules.append(LimitsRule)
        if limits["persisted_only"]:
            rules.append(NoSchemaIntrospectionCustomRule)
    errors = validate(schema.graphql_schema, node, rules, max_errors=5)
    if errors:
        return Document(None, tuple(as_bad_input(error) for error in errors))
    return Document(node, ())


def as_bad_input(error: GraphQLError) -> GraphQLError:
    """The same error with a code, unless it has one."""
    if not error.extensions or "code" not in error.extensions:
        error.extensions = {**(error.extensions or {}), "code": "BAD_INPUT"}
    return error


@cache
def persisted_documents() -> dict[str, str]:
    """The web app's documents by SHA-256, as its build wrote them; those that are not what they say are left out."""
    path = Path(str(settings.GRAPHQL["persisted_documents"]))
    if not path.exists():
        return {}
    found = {key.removeprefix("sha256:"): text for key, text in json.loads(path.read_text("utf-8")).items()}
    return {key: text for key, text in found.items() if hashlib.sha256(text.encode()).hexdigest() == key}
