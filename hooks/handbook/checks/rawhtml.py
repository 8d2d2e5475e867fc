"""Raw HTML stays on a short list: what Markdown cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Kind, Problem, problem

ALLOWED = ("q", "cite", "br", "kbd", "sub", "sup", "abbr", "s", "u")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)(?![\w:@.])(?P<rest>[^>]*)>")


def check(book: Book) -> Iterator[Problem]:
    """Elements off the list, and attributes on those that are on it."""
    allowed = ", ".join(ALLOWED)
    for page in book.pages.values():
        for match in _TAG.finditer(page.text.without_code) if page.text else ():
            if match["name"].lower() not in ALLOWED or match["rest"].strip(" /"):
                assert page.text
                place = page.text.place(match.start())
                yield problem(place, Kind.HTML_RAW, kata=match.group()[:60], boleh=allowed)
