"""Terms in running text: at its first place on a page a term links to its entry and says its meaning."""

import re
from collections.abc import Callable, Iterator

from handbook.content.term import Term
from handbook.html import Element, append, e, plain

RUNNING = {"p", "li", "dd", "td"}
CLOSED = {"a", "code", "pre", "form", "label", "summary", "button", "figure", "nav"}
"""Elements in which nothing is marked, nor in headings and in what only lists other things."""
LISTS = {
    *("facts", "timeline", "card", "indicators", "topic", "example", "competencies", "figure-text"),
    *("carries", "privacy"),
}
_HEADING = re.compile(r"h[1-6]")


class Glossary:
    """The terms of a book, ready to be found in texts; `href` says where an entry is."""

    def __init__(self, terms: list[Term]) -> None:
        self.terms = {term.id: term for term in terms}
        self._ids = {spelling: term.id for term in terms for spelling in _spellings(plain(term.name))}
        longest_first = sorted(self._ids, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def mark(self, root: Element, href: Callable[[str], str | None]) -> None:
        """Link the first place of each term in the running text below an element."""
        if self.terms:
            self._walk(root, set(), href, is_running=False)

    def _walk(
        self, parent: Element, seen: set[str], href: Callable[[str], str | None], *, is_running: bool
    ) -> None:
        running = (is_running or parent.tag in RUNNING) and not _is_closed(parent)
        pieces: list[str | Element] = []
        text, parent.text = parent.text, None
        if text:
            pieces += self._linked(text, seen, href) if running else [text]
        for child in list(parent):
            if not _is_closed(child):
                self._walk(child, seen, href, is_running=running)
            tail, child.tail = child.tail, None
            pieces.append(child)
            if tail:
                pieces += self._linked(tail, seen, href) if running else [tail]
        parent[:] = []
        append(parent, pieces)

    def _linked(
        self, text: str, seen: set[str], href: Callable[[str], str | None]
    ) -> Iterator[str | Element]:
        done = 0
        for match in self._pattern.finditer(text):
            id_ = self._ids[match[0]]
            address = None if id_ in seen else href(id_)
            if address is None:
                continue
            seen.add(id_)
            yield text[done : match.start()]
            yield e("a", match[0], class_="term", href=address, title=_meaning(self.terms[id_]))
            done = match.end()
        yield text[done:]


def _spellings(name: str) -> list[str]:
    """The spellings of a name: capitalised too when in lower case; an abbreviation has only one."""
    return [name, name[0].upper() + name[1:]] if name.islower() else [name]


def _meaning(term: Term) -> str:
    expansion = f"{term.expansion[0].upper()}{term.expansion[1:]}. " if term.expansion else ""
    return expansion + plain(term.meaning)


def _is_closed(element: Element) -> bool:
    classes = set((element.get("class") or "").split())
    return element.tag in CLOSED or bool(_HEADING.fullmatch(element.tag)) or bool(classes & LISTS)
