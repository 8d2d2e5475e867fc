"""A book in whose data every string that may say anything says something dangerous.

Each value of each YAML text and front matter gets the poison, if the book is still without problems
then; so new keys are poisoned without a list of them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook import checks
from handbook.source.files import book_files
from handbook.source.mdtext import read_markdown
from handbook.source.yamltext import Node, YamlText, read_yaml

POISON = '"><i-am-here onclick=x>&'
ELEMENT = "i-am-here"


@dataclass(frozen=True)
class Value:
    """A string of a file: the keys that lead to it, and where its span begins and ends in the file."""

    path: str
    keys: tuple[str, ...]
    start: int
    end: int
    words: str


def poisoned(source: Path, root: Path) -> list[Value]:
    """Write a poisoned copy of a book; gives the strings that hold the poison.

    Strings under a key of the same name are poisoned together; where that breaks the book, because the
    key holds a number, an id or the name of a file, those under the same keys above it by themselves.
    """
    values = strings_of(source)
    shutil.copytree(source, root, ignore=shutil.ignore_patterns("site", "dist", ".cache"))
    found: list[Value] = []
    for _, group in _grouped(values, lambda value: value.keys[-1]):
        if _is_sound(source, root, [*found, *group]):
            found += group
            continue
        found += [
            value
            for _, part in _grouped(group, lambda value: (value.path.rsplit("/", 1)[-1][:3], *value.keys))
            if _is_sound(source, root, [*found, *part])
            for value in part
        ]
    assert _is_sound(source, root, found)
    return found


def _grouped(values: list[Value], key: Callable[[Value], object]) -> Iterator[tuple[object, list[Value]]]:
    groups: dict[object, list[Value]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    yield from groups.items()


def _is_sound(source: Path, root: Path, values: list[Value]) -> bool:
    """Write the book with these values poisoned; whether it has no problems."""
    for file in {value.path for value in values}:
        _write(source / file, root / file, [value for value in values if value.path == file])
    book, problems = checks.run(root)
    is_sound = book is not None and not problems
    if not is_sound:
        for file in {value.path for value in values}:
            shutil.copyfile(source / file, root / file)
    return is_sound


def _files(root: Path) -> list[str]:
    found = sorted(book_files(root), key=lambda file: (file.suffix != ".yml", file))
    found = [root / "handbook.yml", *(file for file in found if file.suffix in (".yml", ".md"))]
    return [file.relative_to(root).as_posix() for file in found]


def strings_of(root: Path) -> list[Value]:
    """Every string in the data of a book."""
    return [value for file in _files(root) for value in _values(root, file)]


def _values(root: Path, path: str) -> Iterator[Value]:
    text = (root / path).read_text(encoding="utf-8")
    source, offset = _yaml(path, text)
    if source is not None and source.root is not None:
        for keys, node in _scalars(source.root, ()):
            if isinstance(node.value, str) and node.value:
                yield Value(path, keys, node.start + offset, node.end + offset, node.value)


def _yaml(path: str, text: str) -> tuple[YamlText | None, int]:
    if path.endswith(".yml"):
        return read_yaml(path, text), 0
    return read_markdown(path, text).front, text.index("\n") + 1


def _scalars(node: Node, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _scalars(child, (*keys, key))
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _scalars(child, keys)
    else:
        yield keys, node


def _write(source: Path, target: Path, values: list[Value]) -> None:
    text = source.read_text(encoding="utf-8")
    for value in sorted(values, key=lambda item: -item.start):
        after = "\n" if text[value.start : value.end].endswith("\n") else ""
        words = json.dumps(value.words.strip() + POISON, ensure_ascii=False)
        text = text[: value.start] + words + after + text[value.end :]
    target.write_text(text, encoding="utf-8")
