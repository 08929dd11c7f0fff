"""The subset of Lucene syntax that `criteresQuery` uses: `+type:X -(critere:Family_1 critere:Family_2)`."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tourism.apidae.simulator.dataset import OBJECT_TYPES, Json
from tourism.apidae.simulator.reach import items_of
from tourism.apidae.simulator.shapes import is_reference_element

_TOKEN = re.compile(r'\s*(?:(?P<sign>[+\-!])|(?P<open>\()|(?P<close>\))|(?P<word>[^\s()"]+))')

Predicate = Callable[[Json], bool]


class CriteriaSyntaxError(ValueError):
    pass


def parse_criteria(text: str) -> Predicate:
    """A test of one object. As in Lucene, terms side by side are alternatives, `+` requires and `-` excludes."""
    return _Parser(text).whole()


def criterion_terms(item: Json) -> set[str]:
    """`Family_id` of every reference element anywhere in the object."""
    return {f"{element['elementReferenceType']}_{element.get('id')}" for element in reference_elements(item)}


def reference_elements(value: Any) -> Iterator[Json]:
    if isinstance(value, list):
        for item in value:
            yield from reference_elements(item)
    elif isinstance(value, dict):
        if is_reference_element(value):
            yield value
        for item in value.values():
            yield from reference_elements(item)


class _Parser:
    def __init__(self, text: str):
        self._tokens: list[tuple[str, str]] = []
        position = 0
        while position < len(text.rstrip()):
            match = _TOKEN.match(text, position)
            if not match:
                raise CriteriaSyntaxError(f"Cannot parse '{text}': unexpected character at column {position}.")
            kind = str(match.lastgroup)
            self._tokens.append((kind, match.group(kind)))
            position = match.end()
        self._text = text
        self._index = 0

    def whole(self) -> Predicate:
        predicate = self._group()
        if self._index < len(self._tokens):
            raise CriteriaSyntaxError(f"Cannot parse '{self._text}': unbalanced ')'.")
        return predicate

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._index] if self._index < len(self._tokens) else ("end", "")

    def _group(self) -> Predicate:
        required: list[Predicate] = []
        excluded: list[Predicate] = []
        optional: list[Predicate] = []
        joined = False
        while self._peek()[0] not in ("close", "end"):
            kind, value = self._peek()
            if kind == "word" and value in ("AND", "OR"):
                self._index += 1
                if value == "AND":
                    # Lucene makes both sides of AND required.
                    if optional and not joined:
                        required.append(optional.pop())
                    joined = True
                continue
            sign = ""
            if kind == "sign" or value == "NOT":
                sign = "+" if value == "+" else "-"
                self._index += 1
            clause = self._clause()
            (excluded if sign == "-" else required if sign == "+" or joined else optional).append(clause)
            joined = False
        if not (required or excluded or optional):
            raise CriteriaSyntaxError(f"Cannot parse '{self._text}': a term is missing.")
        return lambda item: _matches(item, required, excluded, optional)

    def _clause(self) -> Predicate:
        kind, value = self._peek()
        self._index += 1
        if kind == "open":
            predicate = self._group()
            if self._peek()[0] != "close":
                raise CriteriaSyntaxError(f"Cannot parse '{self._text}': a ')' is missing.")
            self._index += 1
            return predicate
        if kind != "word":
            raise CriteriaSyntaxError(f"Cannot parse '{self._text}': a term is missing.")
        return _term(value, self._text)


def _matches(item: Json, required: list[Predicate], excluded: list[Predicate], optional: list[Predicate]) -> bool:
    if any(test(item) for test in excluded) or not all(test(item) for test in required):
        return False
    # Assumed: a query of exclusions alone keeps all the rest, as search servers rewrite it.
    return bool(required) or not optional or any(test(item) for test in optional)


def _term(word: str, text: str) -> Predicate:
    name, separator, value = word.partition(":")
    if separator and value:
        if name == "type" and value in OBJECT_TYPES:
            return lambda item: item.get("type") == value
        if name == "critere":
            return lambda item: value in criterion_terms(item)
        if name == "critereInterne":  # assumed: the term of internal criteria is documented nowhere
            return lambda item: value in {str(c.get("id")) for c in items_of(item, "criteresInternes")}
    raise CriteriaSyntaxError(f"Cannot parse '{text}': unknown term '{word}'.")
