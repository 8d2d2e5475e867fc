"""Docstrings tell a stranger the meaning; every public module, class and function has one."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUESTION_WORDS = ("What", "Whatever", "Where", "How", "Who", "Whom", "Which")
Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _public(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Public classes and functions of a module, and their methods; not functions inside functions."""
    for item in node.body:
        if isinstance(item, Definition) and item.name[0] != "_":
            yield item
            if isinstance(item, ast.ClassDef):
                yield from _public(item)


def undocumented(source: str) -> list[int]:
    """The lines of public modules, classes and functions without a docstring."""
    tree = ast.parse(source)
    return [getattr(node, "lineno", 1) for node in (tree, *_public(tree)) if not ast.get_docstring(node)]


def beginning_with(words: Sequence[str], source: str) -> list[int]:
    """The lines of docstrings, those after constants too, that begin with one of these words."""
    texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Expr))
    constants = ((text.lineno, text.value) for text in texts if isinstance(text, ast.Constant))
    strings = ((line, value) for line, value in constants if isinstance(value, str))
    return [line for line, value in strings if value.split(" ")[0].strip() in words]


def _sources(folder: str) -> dict[str, str]:
    """The Python files below a folder of the project: text by path."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize(
    ("source", "bare", "asking"),
    [
        ('"""A module."""\ndef f():\n    """What it is."""\n', [], [3]),
        ("def f():\n    pass\ndef _g():\n    pass\n", [1, 1], []),
        ('"""How so."""\nclass A:\n    def m(self):\n        def inner():\n            pass\n', [2, 3], [1]),
        ('"""A module."""\nSIZE = 1\n"""Which size."""\n', [], [3]),
    ],
)
def test_the_rules_find_what_they_forbid(source: str, bare: list[int], asking: list[int]) -> None:
    """Missing docstrings and question words are found, also after constants."""
    assert undocumented(source) == bare
    assert beginning_with(QUESTION_WORDS, source) == asking


def test_public_code_has_docstrings() -> None:
    """Every public module, class and function of the engine and its hook has a docstring."""
    read = _sources("hooks")
    assert [f"{path}:{line}" for path in read for line in undocumented(read[path])] == []


def test_no_docstring_of_the_engine_begins_with_a_question_word() -> None:
    """A docstring names the thing: "The address of …", never "What the …"."""
    read = _sources("hooks")
    assert [f"{path}:{line}" for path in read for line in beginning_with(QUESTION_WORDS, read[path])] == []


def test_no_docstring_of_the_tests_begins_with_what() -> None:
    """Docstrings of tests state a fact."""
    read = _sources("tests")
    words = ("What", "Whatever")
    assert [f"{path}:{line}" for path in read for line in beginning_with(words, read[path])] == []
