"""Redirects: a small page at each old address that leads to the new one."""

from __future__ import annotations

import posixpath
from html import escape

from handbook.book.book import Book

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={there}"><meta name="robots" content="noindex">
<link rel="canonical" href="{there}"></head>
<body><p>{moved} <a href="{there}">{words}</a></p></body></html>
"""


def redirects(book: Book) -> dict[str, str]:
    """Every old address with the new one; an address that a page has now is left out."""
    answered = {page.address for page in book.pages.values()}
    pairs = ((old, page.address) for page in book.pages.values() for old in page.former)
    return {old: new for old, new in pairs if old not in answered}


def page(old: str, new: str, book: Book) -> str:
    """The page at an old address."""
    s = book.settings.strings
    words = {
        "language": book.settings.book.language,
        "title": s("situs.moved"),
        "there": posixpath.relpath(new or ".", old) + "/",
        "moved": s("situs.moved"),
        "words": s("situs.moved_to"),
    }
    return _PAGE.format_map({key: escape(text) for key, text in words.items()})
