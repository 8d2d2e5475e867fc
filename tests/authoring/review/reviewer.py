"""Somebody with a word processor: comments and tracked changes put into a document's XML by lxml alone.

Nothing of the engine is used, so that what it makes of the result is judged from outside.
"""

from __future__ import annotations

import copy
import random
import re
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DATE = "2026-11-29T08:00:00Z"
KINDS = ("comment", "comment", "insert", "delete", "replace", "remove", "add", "move")
WORDS = ("sungguh", "camat", "bersama warga", "2026", "dan/atau", "para penelaah")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def element(name: str, text: str | None = None, **attributes: str) -> Any:
    made = etree.Element(w(name), {w(key): value for key, value in attributes.items()})
    made.text = text
    if text is not None:
        made.set(SPACE, "preserve")
    return made


def style_of(paragraph: Any) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else str(found.get(w("val")))


def is_label(paragraph: Any) -> bool:
    """Whether the paragraph is the document's own: labels, names of files, the page before the text."""
    return style_of(paragraph) in LABELS


LABELS = (
    "Title",
    "ListNumber",
    "Heading1",
    "TelaahBerkas",
    "TelaahKeterangan",
    "TelaahRekaman",
    "TelaahLabel",
    "TelaahSela",
)


def runs_of(paragraph: Any) -> list[Any]:
    return [run for run in paragraph.findall(w("r")) if run.find(w("t")) is not None]


def text_of(paragraph: Any) -> str:
    """The text of a paragraph with its line breaks, as it stands."""
    pieces = (
        "\n" if node.tag == w("br") else node.text or ""
        for node in paragraph.iter(w("t"), w("delText"), w("br"))
    )
    return "".join(pieces)


class Desk:
    """A document on a reviewer's desk."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.comments = etree.Element(w("comments"), nsmap={"w": W})
        self.count = 0

    def paragraphs(self) -> list[Any]:
        """The paragraphs with words of the book, of plain runs only."""
        return [p for p in self.root.iter(w("p")) if not is_label(p) and text_of(p).strip() and runs_of(p)]

    def save(self, path: Path) -> None:
        """Write the document."""
        parts = dict(self.parts)
        parts["word/document.xml"] = etree.tostring(
            self.root, encoding="UTF-8", xml_declaration=True, standalone=True
        )
        if len(self.comments):
            parts["word/comments.xml"] = etree.tostring(self.comments, encoding="UTF-8", xml_declaration=True)
            parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
                b"</Types>",
                b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
                b'officedocument.wordprocessingml.comments+xml"/></Types>',
            )
            rels = "word/_rels/document.xml.rels"
            parts[rels] = parts[rels].replace(
                b"</Relationships>",
                b'<Relationship Id="rIdReview" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                b'relationships/comments" Target="comments.xml"/></Relationships>',
            )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    def split(self, paragraph: Any, offset: int) -> int:
        """Cut the runs of a paragraph at an offset of its text; the index of the child behind the cut."""
        for run in runs_of(paragraph):
            length = len(text_of(run))
            if offset < length and run.findall(w("br")):
                raise ValueError("a line break in the run")
            if offset == 0:
                return int(paragraph.index(run))
            if offset < length:
                other = copy.deepcopy(run)
                words = text_of(run)
                for part, kept in ((run, words[:offset]), (other, words[offset:])):
                    text = part.find(w("t"))
                    text.text = kept
                    text.set(SPACE, "preserve")
                run.addnext(other)
                return int(paragraph.index(other))
            offset -= length
        return int(paragraph.index(runs_of(paragraph)[-1])) + 1

    def change(self, name: str, who: str) -> Any:
        """An element of a tracked change."""
        self.count += 1
        return element(name, id=str(90000 + self.count), author=who, date=DATE)

    def comment(self, paragraph: Any, start: int, end: int, who: str, words: str) -> None:
        """Put a comment on some letters."""
        id_ = str(len(self.comments))
        first = self.split(paragraph, start)
        paragraph.insert(first, element("commentRangeStart", id=id_))
        last = self.split(paragraph, end)
        paragraph.insert(last, element("commentRangeEnd", id=id_))
        run = element("r")
        run.append(element("commentReference", id=id_))
        paragraph.insert(last + 1, run)
        made = element("comment", id=id_, author=who, date=DATE, initials="P")
        line, inner = element("p"), element("r")
        inner.append(element("t", words))
        line.append(inner)
        made.append(line)
        self.comments.append(made)

    def insert(self, paragraph: Any, offset: int, words: str, who: str, name: str = "ins") -> None:
        """Add words, in the look of what stands before them."""
        at = self.split(paragraph, offset)
        before = [run for run in runs_of(paragraph) if paragraph.index(run) < at] or runs_of(paragraph)
        run = element("r")
        look = before[-1].find(w("rPr"))
        if look is not None:
            run.append(copy.deepcopy(look))
        run.append(element("t", words))
        change = self.change(name, who)
        change.append(run)
        paragraph.insert(at, change)

    def delete(self, paragraph: Any, start: int, end: int, who: str, name: str = "del") -> None:
        """Take words away."""
        self.split(paragraph, start)
        self.split(paragraph, end)
        offset = 0
        for run in runs_of(paragraph):
            length = len(text_of(run))
            if start <= offset < end:
                change = self.change(name, who)
                run.addprevious(change)
                change.append(run)
                for text in run.findall(w("t")) if name == "del" else ():
                    text.tag = w("delText")
            offset += length

    def replace(self, paragraph: Any, start: int, end: int, words: str, who: str) -> None:
        """Put words in the place of others."""
        self.insert(paragraph, end, words, who)
        self.delete(paragraph, start, end, who)

    def mark(self, paragraph: Any, name: str, who: str) -> None:
        """Track the end of a paragraph."""
        properties = paragraph.find(w("pPr"))
        look = properties.find(w("rPr"))
        if look is None:
            look = element("rPr")
            properties.append(look)
        look.insert(0, self.change(name, who))

    def remove(self, paragraph: Any, who: str) -> None:
        """Take a whole paragraph away, with its end."""
        self.delete(paragraph, 0, len(text_of(paragraph)), who)
        self.mark(paragraph, "del", who)

    def add(self, paragraph: Any, words: str, who: str) -> None:
        """Add a paragraph behind another, as Enter at its end does: the new end is that of the first."""
        made = element("p")
        made.append(copy.deepcopy(paragraph.find(w("pPr"))))
        for tracked in list(made.iter(w("ins"), w("del"))):
            tracked.getparent().remove(tracked)
        run, change = element("r"), self.change("ins", who)
        run.append(element("t", words))
        change.append(run)
        made.append(change)
        self.mark(paragraph, "ins", who)
        paragraph.addnext(made)

    def move(self, paragraph: Any, target: Any, who: str) -> None:
        """Take a paragraph away and put it behind another, as cut and paste does."""
        words = text_of(paragraph)
        self.remove(paragraph, who)
        self.add(target, words, who)


def random_words(chance: random.Random, text: str) -> tuple[int, int]:
    """The span of one to three words of a text."""
    words = list(re.finditer(r"\S+", text))
    first = chance.randrange(len(words))
    last = min(first + chance.randrange(3), len(words) - 1)
    return words[first].start(), words[last].end()


def accepted(root: Any, takes: Any) -> list[str]:
    """The paragraphs with words of the book when the changes of some people are taken."""
    root = copy.deepcopy(root)
    for name, is_in in (("ins", True), ("del", False), ("moveTo", True), ("moveFrom", False)):
        for change in list(root.iter(w(name))):
            parent = change.getparent()
            if parent.tag in (w("rPr"), w("trPr")):
                continue
            if takes(change.get(w("author"))) == is_in:
                at = parent.index(change)
                parent[at : at + 1] = list(change)
            else:
                parent.remove(change)
    return [text for text in _joined(root, takes) if text]


def _joined(root: Any, takes: Any) -> list[str]:
    """The texts of paragraphs, those without an end of their own joined with what follows."""
    found, open_ = [], ""
    for paragraph in root.iter(w("p")):
        if is_label(paragraph):
            continue
        open_ += text_of(paragraph)
        look = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        marks = [] if look is None else [item for item in look if item.tag in (w("ins"), w("del"))]
        has_end = all((item.tag == w("ins")) == takes(item.get(w("author"))) for item in marks)
        if has_end:
            found.append(" ".join(open_.split(" ")).strip())
            open_ = ""
    return found
