"""A document that came back, as paragraphs in which what was and what is now can be told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

SAME, ADDED, REMOVED, WITHDRAWN = "same", "added", "removed", "withdrawn"
"""The fates of a piece of text; withdrawn is added by one person and taken away by another."""
PARAGRAPH_END = "\u2029"
"""The end of a paragraph within the text of a change."""
OBJECT = "\ufffc"
"""A picture or another object within a text."""
_IN, _OUT = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
_STATES = {**{qn(name): ADDED for name in _IN}, **{qn(name): REMOVED for name in _OUT}}
_LETTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "‑",
    qn("w:softHyphen"): "",
}
_OBJECTS = {
    qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_FORMATS = {qn("w:rPrChange"), qn("w:pPrChange")}
_CELLS = {qn(name) for name in ("w:body", "w:tc", "w:txbxContent", "w:sdtContent")}


@dataclass(frozen=True)
class TextPiece:
    """A text with its fate, who changed it and when, and whether it is bold or slanted."""

    text: str
    state: str = SAME
    who: str = ""
    when: str = ""
    marks: frozenset[str] = frozenset()


@dataclass
class CopyParagraph:
    """A paragraph as it was before all tracked changes; added ends of paragraphs are letters of its pieces.

    `bookmarks` begin in it; `comments` maps the ids of comments to the offset of their first letter in the
    text as it was, `ends` to that behind their last. `formats` are the people who changed only its look.
    """

    pieces: list[TextPiece] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    formats: list[tuple[str, str]] = field(default_factory=list)
    is_joined: bool = False
    """Whether its own end was taken away, so that the next paragraph goes on with it."""
    row: str = SAME
    """The fate of the row of a table that it stands in."""

    @property
    def before(self) -> str:
        """The text before all tracked changes."""
        return "".join(piece.text for piece in self.pieces if piece.state in (SAME, REMOVED))

    @property
    def after(self) -> str:
        """The text with all tracked changes."""
        return "".join(piece.text for piece in self.pieces if piece.state in (SAME, ADDED))

    @property
    def people(self) -> list[tuple[str, str]]:
        """Everybody who changed something in it, each with a time."""
        return list(dict.fromkeys((piece.who, piece.when) for piece in self.pieces if piece.state != SAME))


def paragraphs_of(body: Any) -> list[CopyParagraph]:
    """All paragraphs of a document, as they were."""
    reader = _ParagraphReader()
    for element in body.iter(qn("w:p")):
        reader.read(element)
    reader.close()
    return reader.found


class _ParagraphReader:
    """Joins the paragraphs that changes have split."""

    def __init__(self) -> None:
        self.found: list[CopyParagraph] = []
        self.here = CopyParagraph()
        self.container: Any = None
        self.open: set[str] = set()

    def read(self, element: Any) -> None:
        """Read one paragraph of the document as it is now."""
        container = next((above for above in element.iterancestors() if above.tag in _CELLS), None)
        if container is not self.container:
            self.close()
            self.container, self.here.row = container, _row_state(element)
        self._content(element, SAME, "", "")
        mark = next((child for child in _mark_changes(element)), None)
        state = _STATES[mark.tag] if mark is not None else SAME
        if mark is not None and state == ADDED:
            self.here.pieces.append(TextPiece(PARAGRAPH_END, ADDED, *_person(mark)))
            return
        self.here.is_joined = state == REMOVED
        self.close()

    def close(self) -> None:
        """End the paragraph that is being read."""
        if self.here.pieces or self.here.bookmarks or self.here.comments:
            self.found.append(self.here)
        self.here = CopyParagraph(row=self.here.row if self.container is not None else SAME)

    def _content(self, element: Any, state: str, who: str, when: str) -> None:
        for child in element:
            if child.tag == qn("w:p"):
                continue  # a text box has paragraphs of its own
            if child.tag in _STATES:
                here = _STATES[child.tag]
                both = WITHDRAWN if {state, here} == {ADDED, REMOVED} or state == WITHDRAWN else here
                self._content(child, both, *_person(child))
            elif child.tag == qn("w:r"):
                self._run(child, state, who, when)
            elif child.tag == qn("w:bookmarkStart"):
                self.here.bookmarks.append(str(child.get(qn("w:name"))))
            elif child.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")):
                self._comment(str(child.get(qn("w:id"))), is_end=child.tag.endswith("End"))
            else:
                if child.tag in _FORMATS:
                    self.here.formats.append(_person(child))
                self._content(child, state, who, when)

    def _run(self, run: Any, state: str, who: str, when: str) -> None:
        self.here.formats += [
            _person(change) for name in _FORMATS for change in run.findall(f"{qn('w:rPr')}/{name}")
        ]
        marks = frozenset(name for name, tag in (("bold", "w:b"), ("italic", "w:i")) if _is_on(run, tag))
        for child in run:
            text = (
                (child.text or "")
                if child.tag in (qn("w:t"), qn("w:delText"))
                else _LETTERS.get(child.tag, "")
            )
            if child.tag in _OBJECTS:
                text = OBJECT
            elif child.tag == qn("w:commentReference"):
                self._reference(str(child.get(qn("w:id"))))
            if text:
                self.here.pieces.append(TextPiece(text, state, who, when, marks))

    def _comment(self, id_: str, *, is_end: bool) -> None:
        """A comment begins or ends; it belongs to the paragraph in which it begins."""
        if is_end:
            for paragraph in (self.here, *reversed(self.found)):
                if id_ in paragraph.comments:
                    paragraph.ends[id_] = len(paragraph.before)
                    return
        else:
            self.here.comments[id_] = len(self.here.before)

    def _reference(self, id_: str) -> None:
        """A comment without a range stands at a point."""
        if not any(id_ in paragraph.comments for paragraph in (self.here, *reversed(self.found))):
            self.here.comments[id_] = self.here.ends[id_] = len(self.here.before)


def _is_on(run: Any, name: str) -> bool:
    properties = run.find(qn("w:rPr"))
    found = properties.find(qn(name)) if properties is not None else None
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "none")


def _person(change: Any) -> tuple[str, str]:
    """The author and the time of a change."""
    return str(change.get(qn("w:author")) or ""), str(change.get(qn("w:date")) or "")


def _mark_changes(paragraph: Any) -> Iterator[Any]:
    """The change of the end of a paragraph; what was added and taken away again counts as taken away."""
    properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    changes: Sequence[Any] = (
        [] if properties is None else [child for child in properties if child.tag in _STATES]
    )
    states = {_STATES[child.tag] for child in changes}
    yield from changes if len(states) < 2 else [child for child in changes if _STATES[child.tag] == ADDED]


def _row_state(paragraph: Any) -> str:
    row = next((above for above in paragraph.iterancestors(qn("w:tr"))), None)
    properties = row.find(qn("w:trPr")) if row is not None else None
    changes = [] if properties is None else [child for child in properties if child.tag in _STATES]
    return _STATES[changes[0].tag] if changes else SAME


def plain(text: str) -> str:
    """A text on one line, for people."""
    return re.sub(r"\s+", " ", text).strip()
