"""Keys of records in an unusual order: `judul` above `nomor`. Comments stay with the key below them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.authoring.sources import Edit
from handbook.source.authored import Authored
from handbook.source.prose import shapes
from handbook.source.validation import tagged
from handbook.source.yamltext import Node

Models = tuple[type[Authored], ...]


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The keys of each record change places, the innermost records in a later round."""
    for page in damaged.book.all_pages:
        base = page.text.text.index("\n") + 1 if page.text.front else 0
        for edit in _in_node(page.node, (type(page.value),), page.yaml.text):
            yield Repair(page.path, Edit(base + edit.start, base + edit.end, edit.words))
    for value, root, source in damaged.book.registers.values():
        yield from (Repair(source.path, edit) for edit in _in_node(root, (type(value),), source.text))


def _in_node(node: Node, models: Models, text: str) -> Iterator[Edit]:
    model = models[0] if len(models) == 1 else tagged(models, node) if models else None
    if node.fields and model:
        edit = _sorted(node, _order(model), text)
        if edit:
            yield edit
            return
    for key, child in node.fields.items():
        yield from _in_node(child, shapes(model)[key].models if model and key in shapes(model) else (), text)
    for child in node.items:
        yield from _in_node(child, models, text)


@cache
def _orders() -> dict[str, list[str]]:
    orders: dict[str, list[str]] = yaml.safe_load(
        Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
    )
    return orders


def _order(model: type[Authored]) -> list[str]:
    """The usual order of a model's keys; none when it has no usual one."""
    return next((_orders()[base.__name__] for base in model.__mro__ if base.__name__ in _orders()), [])


def _sorted(node: Node, order: list[str], text: str) -> Edit | None:
    """The lines of a record with its keys in order; None when they are, or when a line has more than one."""
    keys = [*node.fields]
    known = [key for key in keys if key in order]
    right = iter(sorted(known, key=order.index))
    new = [next(right) if key in order else key for key in keys]
    starts = [_start(node, key, text) for key in keys]
    if new == keys or None in starts:
        return None
    edges = [*(start for start in starts if start is not None), _end(node, text)]
    parts = {key: text[edges[index] : edges[index + 1]] for index, key in enumerate(keys)}
    indent = " " * (node.start - text.rfind("\n", 0, node.start) - 1)
    words = _joined([parts[key] for key in new], indent)
    return Edit(edges[0], edges[-1], words if text[: edges[-1]].endswith("\n") else words.rstrip("\n"))


def _start(node: Node, key: str, text: str) -> int | None:
    """The start of the lines of a key, with comments right above; None when something else is on its line."""
    child = node.fields[key]
    place = text.rfind(f"{key}:", 0, child.start + 1)
    line = text.rfind("\n", 0, place) + 1
    if key == next(iter(node.fields)):
        return node.start if text[line:place].strip(" -") == "" and text[node.start] not in "{[" else None
    if text[line:place].strip():
        return None
    above = text.rfind("\n", 0, line - 1) + 1
    while text[above:line].strip().startswith("#") and above > node.start:
        line, above = above, text.rfind("\n", 0, above - 1) + 1
    return line


def _end(node: Node, text: str) -> int:
    """The end of the last line of a record; comments below it belong to what comes next."""
    last = node
    while text[last.start] not in "[{" and (children := [*last.fields.values(), *last.items]):
        last = children[-1]
    line = text.find("\n", last.start + len(text[last.start : last.end].rstrip()))
    return len(text) if line < 0 else line + 1


def _joined(parts: list[str], indent: str) -> str:
    """The lines of keys one after another; the first stands behind the hyphen or the indent of its list."""
    lines = (part if part.startswith(indent) else f"{indent}{part}" for part in parts)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)[len(indent) :]
