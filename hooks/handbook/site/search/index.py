"""The index: every section of the site with its place, its name and its text."""

import json
from dataclasses import replace
from typing import Any

from handbook.book import Book, Page
from handbook.site.search import words
from handbook.site.search.sections import Cutter

GUIDE = "panduan"
LOOKED_UP = ("istilah", "instrumen", "peraturan")
"""Lists that are offered when nothing was found."""


class Index:
    """The index, filled page by page while the site is built."""

    def __init__(self, book: Book) -> None:
        self.book = book
        full = {term.id: term.expansion for term in book.terms if term.expansion}
        self._targets = {
            target.anchor: replace(target, title=full.get(target.id, target.title))
            for target in book.targets
            if target.anchor
        }
        self._pages: dict[str, list[Any]] = {}
        self._sections: dict[str, list[list[str]]] = {}

    def add(self, page: Page, address: str, title: str, article: str) -> None:
        """A page with its address below the site, its title and the HTML of its article."""
        kind = GUIDE if page.uri in self.book.settings.guides else str(page.kind)
        own = {id_: target for id_, target in self._targets.items() if target.page == page.uri}
        cut = Cutter(own).cut(article)
        self._pages[page.uri] = [address, title, kind, page.id]
        self._sections[page.uri] = [[item.anchor, item.kind, item.title, item.text] for item in cut]

    def entry(self, uri: str) -> list[Any]:
        """All that the index has of a page, as plain values."""
        return [self._pages[uri], self._sections[uri]]

    def enter(self, uri: str, page: list[Any], sections: list[list[str]]) -> None:
        """Enter all that another index had of the same page."""
        self._pages[uri], self._sections[uri] = page, sections

    @property
    def data(self) -> dict[str, Any]:
        """Pages and sections in the order of the book, and the rules of its language."""
        language = self.book.settings.book.language
        ordered = [uri for uri in self.book.pages if uri in self._pages]
        return {
            "aturan": words.language_rules(language),
            "kata": self.book.settings.strings.tree("cari"),
            "samakan": words.synonyms(self.book),
            "rujukan": words.references(self.book),
            "peraturan": words.laws(self.book),
            "daftar": [number for number, uri in enumerate(ordered) if self._lists(uri)],
            "halaman": [self._pages[uri] for uri in ordered],
            "bagian": [
                [number, *section] for number, uri in enumerate(ordered) for section in self._sections[uri]
            ],
        }

    def _lists(self, uri: str) -> bool:
        """Whether a page lists entries that a reader looks up by name."""
        return self.book.pages[uri].has_block("daftar", *LOOKED_UP)

    def script(self) -> str:
        """The data as a script: the only form that also loads from file://."""
        text = json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))
        return f"self.HandbookIndex={text};\n"
