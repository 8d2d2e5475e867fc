"""Elements for pages: real etree elements, so that hosts can see ids and links; `Element` is their type."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeAlias
from xml.etree.ElementTree import Element as Element

from handbook.strings import Strings

Piece: TypeAlias = str | Element | None
NO_PAGE = "bare"
"""The class of links after which print puts no page."""


class Audience(StrEnum):
    """The readers for whom an output is made; always an argument, never a global."""

    PARTICIPANT = "peserta"
    FACILITATOR = "fasilitator"


class Medium(StrEnum):
    """The medium in which a page is read."""

    SITE = "situs"
    PRINT = "cetak"


class Paper(StrEnum):
    """The sheets that a book can be printed on; F4 is 215 × 330 mm."""

    A4 = "a4"
    F4 = "f4"
    LETTER = "letter"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """The paper for a name in any case, and F4 also by the name on its wrapper."""
        word = str(value).strip().lower()
        return next(
            (paper for paper in cls if word == paper.value or (word, paper) == ("folio", cls.F4)), None
        )


@dataclass(frozen=True)
class Context:
    """The functions and texts with which a subject is drawn as HTML.

    `href` gives the address of a target as seen from the page being drawn (None:
    the target is planned and stays plain text); `prose` turns an author's string
    into text and links. `online` gives the full address of a target's page on the
    site, empty while the book has none. `in_book` is what stands in the bound book,
    where forms and registers of their own are short; with `every_sheet` all forms are whole there too.
    """

    strings: Strings
    audience: Audience
    medium: Medium
    href: Callable[[str], str | None]
    prose: Callable[[str], list[Piece]]
    name: Callable[[str], str]
    book_line: str = ""
    address: str = ""
    paper: Paper = Paper.A4
    online: Callable[[str], str] = lambda _: ""
    in_book: bool = False
    every_sheet: bool = False

    @property
    def is_print(self) -> bool:
        """Whether the page goes to paper."""
        return self.medium is Medium.PRINT

    def bare_link(self, target: str, words: str) -> Element:
        """A link after which print puts no page, for lists that give pages otherwise."""
        return self.link(target, words, class_=NO_PAGE)

    def link(self, target: str, *children: Piece, **attributes: str) -> Element:
        """A link to a target, or a span when it is not there yet."""
        href = self.href(target)
        if href is None:
            return e("span", *children, **attributes)
        return e("a", *children, href=href, **attributes)


def e(tag: str, *children: Piece | Iterable[Piece], **attributes: str) -> Element:
    """An element; `class_` and `for_` lose their underscore, `data_x` becomes `data-x`."""
    element = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    append(element, children)
    return element


def append(parent: Element, child: Piece | Iterable[Piece | Iterable[Piece]]) -> None:
    """Add an element, a text or several behind what an element holds."""
    if isinstance(child, Element):
        parent.append(child)
    elif isinstance(child, str):
        _add_text(parent, child)
    else:
        for piece in child or ():
            append(parent, piece)


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def heads(titles: Iterable[Piece | Iterable[Piece]]) -> Element:
    """The head of a table, one cell for each column."""
    return e("thead", e("tr", *(e("th", title, scope="col") for title in titles)))


def kicker(text: str) -> Element:
    """The small line above a title: `Modul 2 · Tahap 3: `."""
    return e("span", text, e("span", ": ", class_="colon"), class_="kicker")


def facts(rows: Iterable[tuple[str, Iterable[Piece] | str]]) -> Element:
    """Pairs of a label and a value; pairs with an empty value are left out."""
    pairs = (e("div", e("dt", label), e("dd", value)) for label, value in rows if value)
    return e("dl", *pairs, class_="facts")


_QUOTED = re.compile(r'"([^"\n]+)"')
_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")


def emphasised(text: str) -> list[Piece]:
    """`*word*` becomes emphasis and straight quotes curl; everything else stays as it is written."""
    return [e("em", words) if is_emphasis else words for _, words, is_emphasis in emphasis(text)]


def emphasis(text: str) -> Iterator[tuple[int, str, bool]]:
    """An author's string in pieces, quotes curled: where each begins, its words, whether emphasised."""
    curled = _QUOTED.sub(r"“\1”", text)
    done = 0
    for match in _EMPHASIS.finditer(curled):
        yield done, curled[done : match.start()], False
        yield match.start(1), match[1], True
        done = match.end()
    yield done, curled[done:], False


def plain(text: str) -> str:
    """An author's string as plain text for attributes and labels: no stars, curled quotes."""
    return _EMPHASIS.sub(r"\1", _QUOTED.sub(r"“\1”", text))


def joined(pieces: Iterable[Element], separator: str = ", ") -> list[Piece]:
    """Elements with a separator between them."""
    result: list[Piece] = []
    for piece in pieces:
        result += [separator, piece] if result else [piece]
    return result
