"""YAML with positions: every value and key knows its line and column.

Scalars stay strings (2.10 is not 2.1). Tabs, repeated keys and aliases are
problems, since each loses an author's words or blows up a file without notice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from handbook.problem import Kind, Place, Problem, Problems, problem

DEEPEST = 40
"""Levels of lists and mappings within each other: more than any book needs, less than any reader fears."""
_NESTS = re.compile(r"[\[{]|[\]}]")
_INDENT = re.compile(r"^ *(?:[-?:] +)*", re.M)

Step: TypeAlias = str | int
Path_: TypeAlias = Sequence[Step]


@dataclass(frozen=True)
class Node:
    """A value in a YAML text: a string, a list or a mapping, with its place and raw span."""

    place: Place
    start: int
    end: int
    value: str | list[Node] | dict[str, Node]
    keys: dict[str, Place] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Node]:
        """The values of a mapping by their keys; a list and a string have none."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> list[Node]:
        """The items of a list; a mapping and a string have none."""
        return self.value if isinstance(self.value, list) else []

    def plain(self) -> object:
        """The value without positions, for validation."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value if isinstance(self.value, str) else [node.plain() for node in self.value]

    def at(self, path: Path_) -> Node:
        """The deepest node along a path; steps that are not there are passed over."""
        node = self
        for step in path:
            node = node._child(step) or node
        return node

    def key_place(self, path: Path_) -> Place:
        """The place of the last key of a path; the node's own place when it is not a key."""
        *parents, last = path
        parent = self.at(parents)
        return parent.keys.get(str(last), parent.at([last]).place)

    def _child(self, step: Step) -> Node | None:
        here = self.items[step : step + 1] if isinstance(step, int) else []
        return here[0] if here else self.fields.get(str(step))


def line_starts(text: str) -> list[int]:
    """The offset at which each line of a text begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


@dataclass(frozen=True)
class YamlText:
    """One YAML text with its tree (None when it could not be read) and its problems."""

    path: str
    text: str
    root: Node | None
    problems: tuple[Problem, ...]
    first_line: int = 1

    def locate(self, node: Node, words: str, nth: int = 0) -> Place:
        """The place in the file of some words of a string: their nth occurrence, counted from 0."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        raw = self.text[node.start : node.end]
        matches = list(re.finditer(pattern, raw))
        if not matches:
            return node.place
        offset = node.start + matches[min(nth, len(matches) - 1)].start()
        line = bisect_right(self._line_starts, offset) - 1
        return Place(self.path, self.first_line + line, offset - self._line_starts[line] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        """The offset of each line."""
        return line_starts(self.text)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Characters that YAML allows only as escapes; Markdown parsers use some as marks of their own."""


class _TreeReader:
    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.seen: set[int] = set()
        self.problems: list[Problem] = []
        self.has_alias = False

    def place(self, mark: Any) -> Place:
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def node(self, raw: yaml.Node) -> Node:
        if id(raw) in self.seen:
            self.has_alias = True
            return self._make(raw, str(raw.value) if isinstance(raw, yaml.ScalarNode) else "")
        self.seen.add(id(raw))
        if isinstance(raw, yaml.MappingNode):
            return self._mapping(raw)
        if isinstance(raw, yaml.SequenceNode):
            return self._make(raw, [self.node(item) for item in raw.value])
        if control := _CONTROL.search(raw.value):
            name = f"U+{ord(control.group()):04X}"
            self.problems.append(problem(self.place(raw.start_mark), Kind.LETTER_HIDDEN, kata=name))
        return self._make(raw, str(raw.value))

    def _mapping(self, raw: yaml.MappingNode) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in raw.value:
            key, place = str(key_node.value), self.place(key_node.start_mark)
            if key in values:
                first = keys[key].line
                self.problems.append(problem(place, Kind.YAML_REPEATED_KEY, kunci=key, baris=first))
                continue
            keys[key] = place
            values[key] = self.node(value_node)
        return self._make(raw, values, keys)

    def _make(
        self, raw: yaml.Node, value: str | list[Node] | dict[str, Node], keys: dict[str, Place] | None = None
    ) -> Node:
        start, end = raw.start_mark, raw.end_mark
        return Node(self.place(start), start.index, end.index, value, keys or {})


def read_yaml(path: str, text: str, first_line: int = 1) -> YamlText:
    """Read a YAML text that begins at `first_line` of the file `path`."""
    reader = _TreeReader(path, first_line)
    try:
        deep = _first_too_deep(text) if _may_be_deep(text) else None
        if deep is not None:
            found = problem(
                reader.place(deep), Kind.NESTED_TOO_DEEP, kata=_line_of(text, deep)[:60], batas=DEEPEST
            )
            return YamlText(path, text, None, (found,), first_line)
        raw = yaml.compose(text, Loader=yaml.CBaseLoader)  # it guesses no types: values stay text
    except yaml.MarkedYAMLError as error:
        return YamlText(path, text, None, (_broken(reader, error, text),), first_line)
    except yaml.YAMLError as error:
        found = problem(Place(path, first_line), Kind.YAML_BROKEN, kata=str(error).splitlines()[0])
        return YamlText(path, text, None, (found,), first_line)
    root = reader.node(raw) if raw is not None else None
    if reader.has_alias:
        reader.problems += _aliases(reader, text)
    return YamlText(path, text, root, tuple(reader.problems), first_line)


def _may_be_deep(text: str) -> bool:
    """A quick upper bound on the depth, so that ordinary files are parsed once."""
    depth = most = 0
    for mark in _NESTS.finditer(text):
        depth = depth + 1 if mark.group() in "[{" else max(0, depth - 1)
        most = max(most, depth)
    return most + max(map(len, _INDENT.findall(text))) > DEEPEST


def _first_too_deep(text: str) -> Any:
    """The place of the first list or mapping that is nested too deep; event parsing has no depth limit."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _line_of(text: str, mark: Any) -> str:
    lines = text.splitlines()
    return lines[mark.line].strip() if mark.line < len(lines) else ""


def _aliases(reader: _TreeReader, text: str) -> Problems:
    """Every alias at its place; the tree of nodes no longer has them."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) and event.start_mark is not None:
            yield problem(reader.place(event.start_mark), Kind.YAML_ALIAS)


def _broken(reader: _TreeReader, error: yaml.MarkedYAMLError, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problem(Place(reader.path, reader.first_line), Kind.YAML_BROKEN, kata=error.problem or "")
    kind = Kind.YAML_TAB if text[mark.index : mark.index + 1] == "\t" else Kind.YAML_BROKEN
    return problem(reader.place(mark), kind, kata=_line_of(text, mark))
