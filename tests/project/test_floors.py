"""The house: rooms by subject, each importing only rooms below it, so that no circle can close."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import PROJECT

HOOKS = PROJECT / "hooks"
ENGINE = HOOKS / "handbook"
MOST_ROOMS, MOST_FLOORS, MOST_LOOSE = 24, 11, 5


def rooms() -> Iterator[tuple[str, Path]]:
    """Every file of the engine with its room: the package it stands in, or a module that stands alone."""
    for file in sorted(ENGINE.rglob("*.py")):
        if file != ENGINE / "__init__.py":
            yield file.relative_to(ENGINE).parts[0].removesuffix(".py"), file


def imported(file: Path) -> Iterator[str]:
    """The engine's modules that a file imports anywhere, by their names below `handbook`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: write the whole name of {node.module}"
            names = [f"{node.module}.{name}" for name in names]
        yield from (name.removeprefix("handbook.") for name in names if name.startswith("handbook."))


def floors(below: dict[str, set[str]]) -> list[set[str]]:
    """Rooms by height: each stands right above the highest of the rooms that it imports. A circle fails."""
    found: list[set[str]] = []
    placed: set[str] = set()
    while floor := {room for room in below if room not in placed and below[room] <= placed}:
        found.append(floor)
        placed |= floor
    left = {room: sorted(below[room] - placed) for room in below if room not in placed}
    assert not left, f"these rooms import each other in a circle: {left}"
    return found


def arrows() -> dict[str, set[str]]:
    """For each room the other rooms that it imports."""
    below: dict[str, set[str]] = {}
    for room, file in rooms():
        below.setdefault(room, set()).update(name.split(".")[0] for name in imported(file))
    return {room: others - {room} for room, others in below.items()}


def test_arrows_point_down_and_the_house_is_not_too_high() -> None:
    below = arrows()
    assert len(floors(below)) <= MOST_FLOORS
    assert len(below) <= MOST_ROOMS
    assert floors(below)[-1] == {"commands"}


def test_modules_form_no_circle_within_a_room() -> None:
    files = {
        file.relative_to(ENGINE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): file
        for _, file in rooms()
    }
    below = {name: {_module(said, files) for said in imported(file)} for name, file in files.items()}
    assert floors({name: others - {name, ""} for name, others in below.items()})


def _module(said: str, files: dict[str, Path]) -> str:
    """The module itself, or the one in which the imported name stands."""
    return said if said in files else said.rpartition(".")[0]


def test_few_modules_stand_alone() -> None:
    assert len([file for file in ENGINE.glob("*.py") if file.name != "__init__.py"]) <= MOST_LOOSE


def test_every_room_says_what_it_is_for() -> None:
    for folder in {file.parent for _, file in rooms()} - {ENGINE}:
        words = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert words.endswith((".", "```")) or "\n" in words, folder


def test_the_map_in_the_readme_is_the_listing_of_the_folder() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    block = text[text.index("hooks/handbook/ ") : text.index("scripts/ ", text.index("hooks/handbook/ "))]
    names = re.findall(r"^  ([a-z_]+)(?:/|\.py) ", block, re.M)
    assert sorted(names) == sorted({room for room, _ in rooms()})


def libraries(file: Path) -> Iterator[str]:
    """The packages from outside that a file imports anywhere."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_typesetter_is_known_in_one_room() -> None:
    users = {file for _, file in rooms() if {"weasyprint", "pydyf"} & set(libraries(file))}
    assert {file.parent.relative_to(ENGINE).as_posix() for file in users} == {"press/layout"}
