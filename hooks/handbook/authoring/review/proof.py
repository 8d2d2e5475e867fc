"""Proofs that a changed page says what it is read as, and holds the same data."""

import re
from collections.abc import Iterable
from html import unescape

from handbook.authoring.review.passage import Role, SourcePassage
from handbook.book import Page
from handbook.source.dialect import author_markdown
from handbook.source.yamltext import Node, Step

_PICTURE = re.compile(r'<img[^>]*\balt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")
_ASIDE = re.compile(r"[\s\"“”]+")


def agrees(page: Page, passages: Iterable[SourcePassage]) -> bool:
    """Whether Python-Markdown reads the body of a page as its passages do."""
    return rendered(page) == read(passages)


def rendered(page: Page) -> str:
    """The words of a body, as Python-Markdown renders them, without spaces and quotation marks."""
    references = dict.fromkeys(link.target for link in page.text.references)
    body = page.text.body + "\n\n" + "\n".join(f"[{name}]: x" for name in references)
    return _plain(unescape(_TAG.sub("", _PICTURE.sub(r"\1", author_markdown().convert(body)))))


def read(passages: Iterable[SourcePassage]) -> str:
    """The same words, as passages have them."""
    body = (item for item in passages if not item.key and item.role not in (Role.LABEL, Role.TITLE))
    return _plain("".join(passage.shown for passage in body))


def _plain(text: str) -> str:
    return _ASIDE.sub("", text).replace("‘", "'").replace("’", "'")


def data_of(page: Page, but: tuple[Step, ...]) -> list[tuple[tuple[Step, ...], str]]:
    """All strings in the YAML of a page with their paths, one left out."""
    return [item for item in _strings(page.node, ()) if item[0] != but]


def _strings(node: Node, path: tuple[Step, ...]) -> list[tuple[tuple[Step, ...], str]]:
    if isinstance(node.value, str):
        return [(path, node.value)]
    below: list[tuple[Step, Node]] = [*node.fields.items(), *enumerate(node.items)]
    return [found for step, child in below for found in _strings(child, (*path, step))]
