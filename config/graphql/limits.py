"""How much one document may ask for: depth, aliases, and a cost that grows with `first`."""

from typing import Any

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
)

from cms.schema.types import ApiError

DEFAULT_FIRST = 20


class LimitsRule(ValidationRule):
    """Refuses documents that are too deep, have too many aliases, or would make too many values.

    A list with `first` counts its fields that many times (a variable counts as the default of 20, and the resolvers
    refuse more than 100). Introspection is measured by the library's own rule.
    """

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        limits: dict[str, Any] = settings.GRAPHQL
        self.aliases = 0
        cost = self._cost(node.selection_set, depth=1, seen=())
        if self.aliases > limits["max_aliases"]:
            self._refuse(f"More than {limits['max_aliases']} aliases.")
        if cost > limits["max_cost"]:
            self._refuse(f"This would make about {cost} values; at most {limits['max_cost']} are answered.")

    def _refuse(self, message: str) -> None:
        self.report_error(ApiError("TOO_COSTLY", message))

    def _cost(self, selection: SelectionSetNode | None, *, depth: int, seen: tuple[str, ...]) -> int:
        if selection is None:
            return 0
        deepest = int(str(settings.GRAPHQL["max_depth"]))
        if depth > deepest:
            self._refuse(f"Deeper than {deepest} levels.")
            return 0
        cost = 0
        for node in selection.selections:
            if isinstance(node, FieldNode):
                if node.name.value.startswith("__"):
                    continue
                self.aliases += node.alias is not None
                cost += 1 + _first(node) * self._cost(node.selection_set, depth=depth + 1, seen=seen)
            elif isinstance(node, InlineFragmentNode):
                cost += self._cost(node.selection_set, depth=depth, seen=seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                fragment: FragmentDefinitionNode | None = self.context.get_fragment(node.name.value)
                if fragment is not None:
                    cost += self._cost(fragment.selection_set, depth=depth, seen=(*seen, node.name.value))
        return cost


def _first(node: FieldNode) -> int:
    for argument in node.arguments:
        if argument.name.value == "first":
            return int(argument.value.value) if isinstance(argument.value, IntValueNode) else DEFAULT_FIRST
    return 1
