"""How much one document may ask for: depth, aliases, and a cost that grows with `first`."""

from typing import Any, NamedTuple

from django.conf import settings
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationRule,
    get_named_type,
)

from cms.schema.types import ApiError

# Of a list without `first` whose field has no default, or with one in a variable: what the resolvers allow at most.
LARGEST_FIRST = 100


class Measure(NamedTuple):
    """How much a selection asks for."""

    cost: int
    depth: int
    aliases: int


class LimitsRule(ValidationRule):
    """Refuses documents that are too deep, have too many aliases, or would make too many values.

    A list with `first` counts its fields that many times: the number written, the most that is allowed when it comes in
    a variable, the schema's default when it is left out. Each fragment is measured once, so that fragments spread in
    fragments cost nothing to measure. Introspection is measured by the library's own rule.
    """

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        self.fragments: dict[str, Measure] = {}
        root = self.context.schema.get_root_type(node.operation)
        measured = self._measure(node.selection_set, root)
        limits: dict[str, Any] = settings.GRAPHQL
        if measured.depth > limits["max_depth"]:
            self._refuse(f"Deeper than {limits['max_depth']} levels.")
        if measured.aliases > limits["max_aliases"]:
            self._refuse(f"More than {limits['max_aliases']} aliases.")
        if measured.cost > limits["max_cost"]:
            self._refuse(f"This would make about {measured.cost} values; at most {limits['max_cost']} are answered.")

    def _refuse(self, message: str) -> None:
        self.report_error(ApiError("TOO_COSTLY", message))

    def _measure(self, selection: SelectionSetNode | None, parent: Any) -> Measure:
        cost = depth = aliases = 0
        for node in selection.selections if selection else ():
            if isinstance(node, FieldNode):
                part = self._field(node, parent)
            elif isinstance(node, InlineFragmentNode):
                named = node.type_condition
                inner = self.context.schema.get_type(named.name.value) if named else parent
                part = self._measure(node.selection_set, inner)
            elif isinstance(node, FragmentSpreadNode):
                part = self._fragment(node.name.value)
            else:
                continue
            cost, depth, aliases = cost + part.cost, max(depth, part.depth), aliases + part.aliases
        return Measure(cost, depth, aliases)

    def _field(self, node: FieldNode, parent: Any) -> Measure:
        if node.name.value.startswith("__"):
            return Measure(0, 0, 0)
        field = getattr(parent, "fields", {}).get(node.name.value)
        inner = self._measure(node.selection_set, get_named_type(field.type) if field else None)
        times = _first(node, field)
        return Measure(1 + times * inner.cost, 1 + inner.depth, inner.aliases + (node.alias is not None))

    def _fragment(self, name: str) -> Measure:
        if name not in self.fragments:
            # A fragment that contains itself is refused by another rule; here it must only come to an end.
            self.fragments[name] = Measure(0, 0, 0)
            fragment: FragmentDefinitionNode | None = self.context.get_fragment(name)
            if fragment is not None:
                parent = self.context.schema.get_type(fragment.type_condition.name.value)
                self.fragments[name] = self._measure(fragment.selection_set, parent)
        return self.fragments[name]


def _first(node: FieldNode, field: Any) -> int:
    for argument in node.arguments:
        if argument.name.value == "first":
            return int(argument.value.value) if isinstance(argument.value, IntValueNode) else LARGEST_FIRST
    if field is None or "first" not in field.args:
        return 1
    default = field.args["first"].default_value
    return default if isinstance(default, int) else LARGEST_FIRST
