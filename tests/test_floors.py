"""The house: every room stands on a floor and imports only rooms below it, so no circle can close."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOOKS = Path(__file__).parent.parent / "hooks"
FLOORS = (  # lowest first; a new room needs a place here
    "problem strings assets context figures hyphenation lettering glyphs blocknames press mdspans policy"
    " portable pruning titles units allowed rasters drawings",
    "mdpatterns",
    "yamltext reader target report mdblocks bundle expectations dialect",
    "schema mdtext html",
    "settings competency duplication erratum reading recital regulation stage summary synonym term forms"
    " questions kinds wherefrom",
    "patterns instrument quiz module glossing shortcut",
    "owning page carrying formsheet changes",
    "references",
    "slips",
    "book pagetargets around",
    "bookreader jsonschemas planting",
    "uses attachments editions continuation sitemap outside downloads archive redirects bringlist formlist"
    " workbook frontpage webapp",
    "search offline proposing sayings",
    "checks drawing outputs sheets webroot",
    "erratalist changelist freshness preview",
    "printing registers contents conditions",
    "panels",
    "processors",
    "blocks",
    "typeset",
    "printshop sitefiles",
    "packs revision",
    "commands mkdocs_hooks",
)
LEVEL = {room: level for level, floor in enumerate(FLOORS) for room in floor.split()}


def rooms() -> Iterator[tuple[str, Path]]:
    """Every file with its room: a module of the engine, a package of it, or the hook."""
    yield "mkdocs_hooks", HOOKS / "mkdocs_hooks.py"
    for file in (HOOKS / "handbook").rglob("*.py"):
        yield file.relative_to(HOOKS / "handbook").parts[0].removesuffix(".py"), file


def imported(file: Path) -> Iterator[str]:
    """The engine's rooms that a file imports anywhere; relative imports stay in their room."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name}" for name in names] if not node.level else []
        yield from (name.split(".")[1] for name in names if name.startswith("handbook."))


def test_arrows_point_down() -> None:
    arrows = {(room, below) for room, file in rooms() if room != "__init__" for below in imported(file)}
    upward = {f"{room} → {below}" for room, below in arrows if room != below and LEVEL[room] <= LEVEL[below]}
    assert upward == set()


def test_every_room_has_a_floor() -> None:
    assert {room for room, _ in rooms()} - {"__init__"} == set(LEVEL)


def libraries(file: Path) -> Iterator[str]:
    """The packages from outside that a file imports anywhere."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_typesetter_is_known_in_one_room() -> None:
    users = {file for _, file in rooms() if {"weasyprint", "pydyf"} & set(libraries(file))}
    assert {file.parent.relative_to(HOOKS).as_posix() for file in users} == {"handbook/press/setting"}
