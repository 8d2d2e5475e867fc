"""Names and abbreviations that stay whole at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element

CLASS = "whole"
Words: TypeAlias = "re.Pattern[str]"


def keep_whole(root: Element, words: Iterable[str]) -> None:
    """Put each of the words in a tree into a span that is not hyphenated."""
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b")
    for parent in list(root.iter()):
        children = list(parent)
        parts = [(None, parent.text), *((child, child.tail) for child in children)]
        if any(text and pattern.search(text) for _, text in parts):
            _rebuild(parent, parts, pattern)


def _rebuild(parent: Element, parts: Iterable[tuple[Element | None, str | None]], pattern: Words) -> None:
    """Write the text of an element anew, with spans in it."""
    parent[:] = []
    for child, text in parts:
        before, *spans = pattern.split(text or "")
        if child is None:
            parent.text = before
        else:
            child.tail = before
            parent.append(child)
        for word, after in zip(spans[::2], spans[1::2], strict=True):
            span = Element("span", {"class": CLASS})
            span.text, span.tail = word, after
            parent.append(span)
