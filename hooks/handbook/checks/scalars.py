"""Words that YAML drops from a value: after ` #`, and after a comma between curly quotation marks."""

import re
from collections.abc import Iterator

from handbook.book import Book, Page
from handbook.book.known_pages import kept_clean
from handbook.problem import Kind, Problem, Problems, problem
from handbook.source.yamltext import Node, YamlText

_COMMENT = re.compile(r"[ \t]+(?P<words>#[^\s#].*)")
"""`# words` is a comment; `#1 Beside` was meant as text."""
_OPEN = re.compile(r"^[“„‘][^”’]*$")


def check(book: Book) -> Problems:
    """Every such value in the data of pages and registers."""
    for page in book.all_pages:
        yield from _lost_on(book, page)
    for _, _, source in book.registers.values():
        yield from book.known.get("words lost", source.path, source, _lost_in, source)


@kept_clean
def _lost_on(_: Book, page: Page) -> list[Problem]:
    return _lost_in(page.yaml)


def _lost_in(source: YamlText) -> list[Problem]:
    if source.root is None or not ("#" in source.text or "“" in source.text or "‘" in source.text):
        return []
    return [item for node in _scalars(source.root) for item in _one(source, node)]


def _scalars(node: Node) -> Iterator[Node]:
    if isinstance(node.value, str):
        yield node
    for child in (*node.fields.values(), *node.items):
        yield from _scalars(child)


def _one(source: YamlText, node: Node) -> Problems:
    raw = source.text[node.start : node.end]
    if raw[:1] in "'\"|>":
        return
    rest = source.text[node.end : source.text.find("\n", node.end) + 1 or None]
    comment = _COMMENT.match(rest)
    if comment and raw:
        yield problem(node.place, Kind.YAML_WORDS_LOST, kata=comment["words"].strip()[:60])
    elif _OPEN.match(str(node.value)) and rest[:1] == ",":
        yield problem(node.place, Kind.YAML_WORDS_LOST, kata=str(node.value)[:60])
