"""Redirects: a small page at each old address that leads to the new one."""

import posixpath
from html import escape

from handbook.book import Book
from handbook.strings import Strings

_HIDDEN = '<meta name="robots" content="noindex">\n'
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={there}">{robots}<link rel="canonical" href="{there}"></head>
<body><p>{said}<a href="{there}">{words}</a></p></body></html>
"""


def redirects(book: Book) -> dict[str, str]:
    """Every old address with the new one; an address that a page has now is left out."""
    answered = {page.address for page in book.pages.values()}
    pairs = ((old, page.address) for page in book.pages.values() for old in page.former)
    return {old: new for old, new in pairs if old not in answered}


def page(old: str, new: str, book: Book) -> str:
    """The page at an old address."""
    s, there = book.settings.strings, posixpath.relpath(new or ".", old) + "/"
    return leading(there, s("situs.moved_to"), s, title=s("situs.moved"), robots=_HIDDEN)


def leading(there: str, words: str, strings: Strings, *, title: str = "", robots: str = "") -> str:
    """A page that leads to another address at once, and by a link; with a title it says why."""
    said = {"title": title or words, "said": f"{title} " if title else "", "there": there, "words": words}
    shown = {key: escape(text) for key, text in said.items()}
    return _PAGE.format_map({"language": strings.language, "robots": robots, **shown})
