"""Passages as a document of a word processor, each with a bookmark of its own."""

from collections.abc import Collection, Iterable, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from handbook.authoring.review import styles
from handbook.authoring.review.atoms import BOLD, CODE, ITALIC, Atom
from handbook.authoring.review.lists import Lists
from handbook.authoring.review.passage import Role, SourcePassage
from handbook.authoring.review.stamp import PART, bookmark
from handbook.source.blocknames import EDITOR_NOTE
from handbook.source.mdblocks import NOTE

_BLOCK_STYLES = {NOTE: "Telaah Fasilitator", EDITOR_NOTE: "Telaah Penyunting"}
_WIDTHS = (2600, 7000)
"""Widths of labels and strings, in twentieths of a point."""


class Document:
    """A document while it is made; `title` stands at its head, `language` is that of the words."""

    def __init__(self, title: str, language: str) -> None:
        self.file = docx.Document()
        styles.prepare(self.file, title, language)
        self.body = self.file.element.body
        self.lists = Lists(self.file)
        self.count = 0

    def front(self, title: str, steps: Sequence[str]) -> None:
        """The title, and how to review."""
        self._add(paragraph("Title", [run(title, ())]))
        for words in steps:
            self._add(paragraph("List Number", [run(words, ())]))

    def draw(self, passages: Iterable[SourcePassage]) -> None:
        """All passages in their order; neighbours that share a table are its cells."""
        for table, group in groupby(passages, key=lambda passage: passage.cell and passage.cell[0]):
            if table is None:
                for passage in group:
                    self._add(self._paragraph(passage))
            else:
                self._add(self._table(list(group)))
                self._add(paragraph("Telaah Sela", []))

    def bytes(self, stamp: bytes) -> bytes:
        """The file, with a stamp in it."""
        uri = PackURI(PART)
        part = Part(uri, "application/xml", stamp, self.file.part.package)
        self.file.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()

    def _add(self, element: Any) -> None:
        self.body.insert(len(self.body) - 1, element)

    def _paragraph(self, passage: SourcePassage, style: str = "") -> Any:
        runs = [run(words, marks) for marks, words in _runs(passage.atoms)]
        made = paragraph(style or _style(passage), self._bound(runs, passage))
        if passage.role is Role.ITEM:
            made.pPr.append(self.lists.numbering(passage))
        elif passage.level and passage.role is Role.PARAGRAPH:
            made.pPr.append(indent(passage.level))
            self.lists.inside(passage.level)
        elif not passage.cell:
            self.lists.end()
        return made

    def _bound(self, runs: list[Any], passage: SourcePassage) -> list[Any]:
        """Runs between the ends of the bookmark of their passage."""
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.count))
        start.set(qn("w:name"), bookmark(self.count, passage.digest))
        self.count += 1
        return [start, *runs, end]

    def _table(self, passages: list[SourcePassage]) -> Any:
        is_data = any(passage.role is Role.STRING for passage in passages)
        places = [passage.cell for passage in passages if passage.cell]
        columns = max(column for _, _, column in places) + 1
        widths = _WIDTHS if is_data else [sum(_WIDTHS) // columns] * columns
        table = styles.table(widths)
        for row, group in groupby(passages, key=lambda passage: passage.cell[1] if passage.cell else 0):
            table.append(self._row(list(group), widths, is_head=row == 0 and not is_data))
        return table

    def _row(self, passages: list[SourcePassage], widths: Sequence[int], *, is_head: bool) -> Any:
        made = styles.row(is_head=is_head)
        for column, width in enumerate(widths):
            here = [passage for passage in passages if passage.cell and passage.cell[2] == column]
            hidden = any(passage.is_hidden for passage in here)
            cell = styles.cell(width, "FFF4D6" if hidden else "EFEFEF" if is_head else "")
            for passage in here:
                style = "Telaah Label" if passage.role is Role.LABEL and column == 0 else "Telaah Sel"
                cell.append(self._paragraph(passage, style))
            if not here:
                cell.append(paragraph("Telaah Sel", []))
            made.append(cell)
        return made


def _style(passage: SourcePassage) -> str:
    """The name of the style of a passage outside tables."""
    if passage.role is Role.LABEL:
        return {1: "Heading 1", 2: "Telaah Rekaman", 3: "Telaah Berkas"}.get(
            passage.level, "Telaah Keterangan"
        )
    if passage.role is Role.HEADING:
        return f"Heading {min(passage.level, 4)}"
    if passage.role is Role.TITLE:
        return "Telaah Judul"
    if passage.role is Role.CODE:
        return "Telaah Kode"
    inside = next((_BLOCK_STYLES[name] for name in reversed(passage.blocks) if name in _BLOCK_STYLES), "")
    return inside or ("Telaah Kotak" if "kotak" in passage.blocks else "Body Text")


def _runs(atoms: Sequence[Atom]) -> Iterable[tuple[frozenset[str], str]]:
    for marks, group in groupby(atoms, key=lambda atom: atom.marks):
        yield marks, "".join(atom.shown for atom in group)


def paragraph(style: str, children: Iterable[Any]) -> Any:
    """A paragraph of a style, which is named as people see it."""
    made, properties, name = OxmlElement("w:p"), OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    name.set(qn("w:val"), style.replace(" ", ""))
    properties.append(name)
    made.append(properties)
    for child in children:
        made.append(child)
    return made


def indent(level: int) -> Any:
    """The indent of a paragraph that belongs to an item of a list."""
    made = OxmlElement("w:ind")
    made.set(qn("w:left"), str(360 * level))
    return made


def run(words: str, marks: Collection[str]) -> Any:
    """Words with the same marks; line breaks within them stay."""
    made, properties = OxmlElement("w:r"), OxmlElement("w:rPr")
    for mark, name in ((BOLD, "w:b"), (ITALIC, "w:i"), (CODE, "w:noProof")):
        if mark in marks:
            properties.append(OxmlElement(name))
    if any(mark.startswith("link:") for mark in marks):
        properties.append(styles.valued("w:color", "1F4E99"))
        properties.append(styles.valued("w:u", "single"))
    made.append(properties)
    for number, line in enumerate(words.split("\n")):
        if number:
            made.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(text)
    return made
