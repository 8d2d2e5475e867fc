"""The beginnings of printed pages found in the chapters, and marked there.

What stands on a printed page is read from the PDF, line by line. All lines of a page stand in the text of the
chapters between the end of the page before and the first named place of the page after it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from xml.etree.ElementTree import Element

from handbook.formats.epub.chapters import Chapter, parents
from handbook.html import e
from handbook.strings import Strings

LEAST, LONG, PARTLY = 3, 10, 18
"""Letters of a line that is told from what stands next to it, from all others nearby, and by a part alone."""
FAR = 200
"""Letters between two lines of a page that nothing on it fills."""
FLOW = {"section", "div", "aside", "li", "dd", "td", "th"}
"""Elements in which a page may begin between two others."""
_NO_LETTER = re.compile(r"[\W_]+")
_NO_NAME = re.compile(r"[^0-9A-Za-z-]+")


def letters(text: str) -> str:
    """Only letters and figures, in lower case: as little as print and e-book have in common."""
    return _NO_LETTER.sub("", text).lower()


@dataclass(frozen=True)
class PrintedPage:
    """A page of the printed book: its label, its lines of text, the named places on it."""

    label: str
    lines: tuple[str, ...]
    names: tuple[str, ...]

    @cached_property
    def short(self) -> frozenset[str]:
        """The letters of lines that are too short to be looked for anywhere."""
        return frozenset(line for line in map(letters, self.lines) if LEAST <= len(line) < LONG)


@dataclass(frozen=True)
class TextRun:
    """A text of an element or behind one: where its letters begin among all, whose chapter it is in."""

    start: int
    element: Element
    is_tail: bool
    chapter: Chapter

    @property
    def text(self) -> str:
        """The text as it stands there."""
        return (self.element.tail if self.is_tail else self.element.text) or ""


class Text:
    """The letters of some chapters in one row, and where each stands."""

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        self.runs: list[TextRun] = []
        self.names: dict[str, int] = {}
        self._pieces: list[str] = []
        self._length = 0
        for chapter in chapters:
            self._walk(chapter.body, chapter)
        self.letters = "".join(self._pieces)
        self._starts = [run.start for run in self.runs]

    def _walk(self, element: Element, chapter: Chapter) -> None:
        if name := element.get("id"):
            self.names.setdefault(name, self._length)
        self._add(element, chapter, element.text, is_tail=False)
        for child in element:
            self._walk(child, chapter)
            self._add(child, chapter, child.tail, is_tail=True)

    def _add(self, element: Element, chapter: Chapter, text: str | None, *, is_tail: bool) -> None:
        if found := letters(text or ""):
            self.runs.append(TextRun(self._length, element, is_tail, chapter))
            self._pieces.append(found)
            self._length += len(found)

    def run_at(self, place: int) -> TextRun:
        """The text in which a letter stands."""
        return self.runs[max(bisect_right(self._starts, place) - 1, 0)]


def starts(text: Text, pages: Sequence[PrintedPage]) -> list[int]:
    """The first letter of each page in the text; that of an empty page is where the next begins."""
    found: list[int] = []
    done, row = 0, text.letters
    for page, limit in zip(pages, _first_names(text, pages), strict=True):
        spans = sorted(_spans(page, row, done, limit))
        begin = _moved_up(page, row, done, spans[0][0] if spans else done)
        found.append(begin if found else 0)
        done = _moved_on(page, row, _end(spans, begin), limit)
    return found


def _end(spans: Sequence[tuple[int, int]], begin: int) -> int:
    """The end of a page; what stands far behind all the rest is said again on a later one."""
    end = begin
    for start, stop in spans:
        if start - end > FAR:
            break
        end = max(end, stop)
    return end


def _first_names(text: Text, pages: Sequence[PrintedPage]) -> list[int]:
    """For each page, the first named place of all pages after it."""
    limits, limit = [], len(text.letters)
    for page in reversed(pages):
        limits.append(limit)
        limit = min([limit, *(text.names[name] for name in page.names if name in text.names)])
    return limits[::-1]


def _spans(page: PrintedPage, row: str, done: int, limit: int) -> Iterator[tuple[int, int]]:
    """The places of the longer lines of a page in the text that is left, up to a limit.

    A line may end in the number of a page, or begin with that of an item, which the text does not have.
    """
    for line in page.lines:
        words = line.split()
        tries = ((words, LONG), (words[:-1], PARTLY), (words[1:], PARTLY))
        texts = ((letters("".join(some)), least) for some, least in tries)
        places = ((row.find(found, done, limit), len(found)) for found, least in texts if len(found) >= least)
        yield from islice(((place, place + size) for place, size in places if place >= 0), 1)


def _moved_up(page: PrintedPage, row: str, done: int, begin: int) -> int:
    """The beginning of a page, moved up to short lines and numbers of it that stand right before."""
    while fits := [line for line in page.short if row.endswith(line, done, begin)]:
        begin -= max(map(len, fits))
    return done if row[done:begin].isdecimal() else begin


def _moved_on(page: PrintedPage, row: str, end: int, limit: int) -> int:
    """The end of a page, moved on behind short lines of it that stand right there."""
    while fits := [line for line in page.short if row.startswith(line, end, limit)]:
        end += max(map(len, fits))
    return end


def mark(text: Text, pages: Sequence[PrintedPage], s: Strings) -> None:
    """Put a mark where each page begins; the last first, so that the places of the others stay."""
    bodies = {id(run.chapter): run.chapter.body for run in text.runs}.values()
    above = {child: parent for body in bodies for child, parent in parents(body).items()}
    found = zip(pages, starts(text, pages), strict=True)
    together = [(place, [page for page, _ in same]) for place, same in groupby(found, lambda pair: pair[1])]
    for place, here in reversed(together):
        run, marks = text.run_at(place), [_mark(page.label, s) for page in here]
        _put(marks, run, _offset(run, place - run.start), above)
        run.chapter.breaks[:0] = [
            (page.label, mark.get("id", "")) for page, mark in zip(here, marks, strict=True)
        ]


def _mark(label: str, s: Strings) -> Element:
    id_ = f"hal-{_NO_NAME.sub('-', label)}"
    words = s("buku_elektronik.halaman", label=label)
    mark = e("span", id=id_, class_="pagebreak", role="doc-pagebreak", aria_label=words)
    mark.set("epub:type", "pagebreak")
    return mark


def _offset(run: TextRun, count: int) -> int:
    """The place in a text of the letter before which there are so many."""
    for place, sign in enumerate(run.text):
        if count <= 0 and letters(sign):
            return place
        count -= len(letters(sign))
    return len(run.text)


def _put(marks: list[Element], run: TextRun, offset: int, above: Mapping[Element, Element]) -> None:
    """Put marks before the highest element that begins with a letter, else within the text."""
    element, is_first = run.element, not run.is_tail and not letters(run.text[:offset])
    best: Element | None = None
    while is_first and element in above:
        best = element if _is_flow(above[element], above) else best
        is_first = not _has_letters_before(element, above[element])
        element = above[element]
    if best is not None:
        _insert(marks, above[best], list(above[best]).index(best))
    elif run.is_tail:
        tail, parent = run.text, above[run.element]
        run.element.tail, marks[-1].tail = tail[:offset], tail[offset:]
        _insert(marks, parent, list(parent).index(run.element) + 1)
    else:
        text = run.text
        run.element.text, marks[-1].tail = text[:offset], text[offset:]
        _insert(marks, run.element, 0)


def _insert(marks: list[Element], parent: Element, place: int) -> None:
    parent[place:place] = marks


def _is_flow(element: Element, above: Mapping[Element, Element]) -> bool:
    """Whether a mark may stand between the children of an element."""
    in_list = element in above and above[element].tag == "dl"
    return element.tag in FLOW and not in_list


def _has_letters_before(element: Element, parent: Element) -> bool:
    """Whether a parent has text before one of its children."""
    before = list(parent)[: list(parent).index(element)]
    texts = (text for item in before for text in (*item.itertext(), item.tail or ""))
    return bool(letters((parent.text or "") + "".join(texts)))
