"""One name, one meaning: no two classes of the engine share a name."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

HOOKS = Path(__file__).parents[2] / "hooks"


def test_class_names_are_unique() -> None:
    """A reader who meets a class name in one room need not ask which of two is meant."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in HOOKS.rglob("*.py"))
    names = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert [name for name, times in names.items() if times > 1] == []
