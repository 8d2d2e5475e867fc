"""The passages of a book's sources: every text of every page, with its key and its readers."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from handbook.book import REGISTERS, PageKind
from handbook.book.page import MODELS, TESTS, kind_of
from handbook.settings import FILE
from handbook.source.authored import Authored, Readers, number_in
from handbook.source.files import book_files, read_text
from handbook.source.mdtext import MarkdownText, read_markdown
from handbook.source.prose import Scope, Shape
from handbook.source.yamltext import Node, read_yaml

NAMES = ("id", "nomor", "huruf", "kode", "ke")
"""Keys that tell the items of a list apart."""
RECORDS: dict[str, type[Authored]] = {str(kind): model for kind, model in MODELS.items()} | REGISTERS
"""The models of authored files, by their key in front matter or the name of their file."""
_EDGE = re.compile(r"^/{3,}[ \t]*(?P<name>[\w-]*)[ \t]*(?:\|[ \t]*(?P<argument>.*))?$")
_NEW_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)]|\||#{1,6}\s)")
_ATTRIBUTES = re.compile(r"\s*\{:?[^{}\n]*\}\s*$")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MARKS = re.compile(r"^(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)|\*\*|__|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")


class Passage(NamedTuple):
    """Some words of a page; `key` is the same in two states of the book, empty for running text."""

    key: str
    text: str
    hidden: bool


class SourcePage(NamedTuple):
    """A file of the book: its path below docs/, its kind, number and title as written, its old names."""

    path: str
    kind: str
    number: str
    title: str
    module: int
    aliases: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


def read_pages(root: Path) -> dict[str, SourcePage]:
    """All pages and registers of a book in its order, by their path below docs/."""
    found = (_page(root, path, module) for path, module in _paths(root))
    return {page.path: page for page in found if page}


def _paths(root: Path) -> Iterator[tuple[str, int]]:
    """The files in the order of the book, then the registers, each once."""
    listed = dict(_listed(root))
    others = [path.relative_to(root / "docs").as_posix() for path in book_files(root)]
    loose = {
        path: _module_of(path) for path in others if path not in listed and path.endswith((".md", ".yml"))
    }
    yield from (listed | loose).items()


def _listed(root: Path) -> Iterator[tuple[str, int]]:
    settings = _yaml(root, FILE)
    yield from ((name, 0) for name in _strings(settings, "depan"))
    for plan in _items(settings, "modul"):
        number = int(_scalar(plan, "nomor") or 0)
        yield from ((path, number) for path in _of_module(root, f"modul-{number:02d}"))
    yield from ((name, 0) for key in ("lampiran", "panduan") for name in _strings(settings, key))


def _of_module(root: Path, folder: str) -> Iterator[str]:
    sheet = _markdown(root, f"docs/{folder}/index.md")
    if sheet is None or sheet.front is None:
        return
    yield f"{folder}/index.md"
    for name in _strings(_child(sheet.front.root, "modul"), "urutan"):
        found = (f"{folder}/{name}{end}" for end in (".md", ".yml"))
        yield from (path for path in found if (root / "docs" / path).is_file())


def _module_of(path: str) -> int:
    match = re.match(r"modul-(\d+)/", path)
    return int(match[1]) if match else 0


def _page(root: Path, path: str, module: int) -> SourcePage | None:
    if path.endswith(".yml"):
        node, kind = _yaml(root, f"docs/{path}"), kind_of(path) or Path(path).stem
        return _made(path, module, kind, node, _of_yaml(path, kind, node)) if node else None
    text = _markdown(root, f"docs/{path}")
    if text is None or text.front is None or text.front.root is None:
        return None
    keys = text.front.root.fields
    kind = next(iter(keys), "")
    passages = (*_of_yaml(path, kind, keys.get(kind)), *_of_body(text))
    return _made(path, module, kind, keys.get(kind), passages)


def _made(path: str, module: int, kind: str, node: Node | None, passages: Iterable[Passage]) -> SourcePage:
    number, title = _scalar(node, "nomor"), _scalar(node, "judul")
    if kind == PageKind.QUIZ or (kind == PageKind.REVIEW and module):
        number = number_in(Path(path).stem)
    aliases = tuple(_strings(node, "alias"))
    return SourcePage(path, kind, number, title, module, aliases, tuple(passages))


def _of_yaml(path: str, kind: str, node: Node | None) -> Iterator[Passage]:
    """Every text of a record; hidden unless it is for all readers."""
    model = RECORDS.get(kind)
    scope = Scope(Shape(models=(model,) if model else ()))
    is_test = Path(path).name.startswith(TESTS)
    for key, text, readers in _leaves(node, (), scope):
        if key[-1:] not in (("id",), ("alias",)):
            yield Passage(".".join(key), " ".join(text.split()), is_test or readers is not Readers.ALL)


def _leaves(
    node: Node | None, key: tuple[str, ...], scope: Scope
) -> Iterator[tuple[tuple[str, ...], str, Readers]]:
    """Every text of a tree; items of lists are known by their id or number, others share a key."""
    if node is None:
        return
    if isinstance(node.value, str):
        yield key, node.value, scope.readers
    for name, child in node.fields.items():
        yield from _leaves(child, (*key, name), scope.into(node, name))
    for child in node.items:
        name = next((f"{name}={found}" for name in NAMES if (found := _scalar(child, name))), "")
        yield from _leaves(child, (*key, name) if name else key, scope)


def _of_body(text: MarkdownText) -> Iterator[Passage]:
    """Running text: a paragraph, a heading, an item or a row of a table is a passage."""
    hidden = text.note_lines
    held: list[str] = []
    is_hidden = False
    for number, line in enumerate([*text.body.split("\n"), ""]):
        edge = _EDGE.match(line)
        if held and (not line.strip() or edge or _NEW_ITEM.match(line)):
            yield Passage("", _plain(held), is_hidden)
            held = []
        if edge:
            held = [edge["argument"]] if edge["argument"] else []
        elif line.strip():
            held.append(line)
        is_hidden = number in hidden


def _plain(lines: list[str]) -> str:
    """The words without marks of Markdown."""
    text = _ATTRIBUTES.sub("", " ".join(" ".join(lines).split()))
    return _MARKS.sub("", _LINK.sub(r"\1", text)).strip()


def _markdown(root: Path, path: str) -> MarkdownText | None:
    text, _ = read_text(root, path)
    return read_markdown(path, text) if text is not None else None


def _yaml(root: Path, path: str) -> Node | None:
    text, _ = read_text(root, path)
    return read_yaml(path, text).root if text is not None else None


def _child(node: Node | None, key: str) -> Node | None:
    return node.fields.get(key) if node else None


def _scalar(node: Node | None, key: str) -> str:
    found = _child(node, key)
    return found.value if found and isinstance(found.value, str) else ""


def _items(node: Node | None, key: str) -> list[Node]:
    found = _child(node, key)
    return found.items if found else []


def _strings(node: Node | None, key: str) -> list[str]:
    return [item.value for item in _items(node, key) if isinstance(item.value, str)]
