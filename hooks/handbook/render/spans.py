"""Spans around pieces of text in a finished tree."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element

Find: TypeAlias = Callable[[str], Iterable[re.Match[str]]]
"""The pieces of a text that get a span, in their order."""
Test: TypeAlias = Callable[[Element], bool]


def wrap(parent: Element, find: Find, css: str, is_closed: Test = lambda _: False) -> None:
    """Put every piece that is found in the texts below an element into a span; nothing in what is closed."""
    children = list(parent)
    for child in children:
        if not is_closed(child):
            wrap(child, find, css, is_closed)
    parts = [(None, parent.text), *((child, child.tail) for child in children)]
    if any(text and any(True for _ in find(text)) for _, text in parts):
        _rebuild(parent, parts, find, css)


def _rebuild(
    parent: Element, parts: Iterable[tuple[Element | None, str | None]], find: Find, css: str
) -> None:
    """Write the text of an element anew, with spans in it."""
    parent[:] = []
    for child, text in parts:
        before, *spans = _split(text or "", find)
        if child is None:
            parent.text = before
        else:
            child.tail = before
            parent.append(child)
        for piece, after in zip(spans[::2], spans[1::2], strict=True):
            span = Element("span", {"class": css})
            span.text, span.tail = piece, after
            parent.append(span)


def _split(text: str, find: Find) -> Iterator[str]:
    """A text cut at its pieces: text, piece, text, piece, … text."""
    end = 0
    for match in find(text):
        yield text[end : match.start()]
        yield match.group()
        end = match.end()
    yield text[end:]
