"""Decks read back from their files, for tests: by python-pptx and by lxml, apart from what wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from pptx import Presentation

from handbook.classroom.slides.measure import LEADING, rows, width

FOOT = ("SLIDE_NUMBER", "FOOTER")
SAFE = 1.0
"""Points by which a text may be wider than its box, for rounding."""


def leaves(shapes: Any) -> Iterator[Any]:
    """All shapes, those of groups instead of the groups."""
    for shape in shapes:
        if shape.shape_type is not None and shape.shape_type.name == "GROUP":
            yield from leaves(shape.shapes)
        else:
            yield shape


def is_foot(shape: Any) -> bool:
    """Whether a shape is the source or the number."""
    return bool(shape.is_placeholder and shape.placeholder_format.type.name.startswith(FOOT))


def frames(slide: Any) -> Iterator[tuple[Any, float, float]]:
    """Every frame of text that the class reads, with the width and height in points that it has."""
    for shape in leaves(slide.shapes):
        if is_foot(shape):
            continue
        if shape.has_text_frame and shape.text_frame.text.strip():
            yield shape.text_frame, shape.width.pt, shape.height.pt
        if getattr(shape, "has_table", False):
            for row in shape.table.rows:
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    yield cell.text_frame, column.width.pt - 16, row.height.pt - 10


def words(slide: Any) -> int:
    """The number of words that the class reads: what has a letter or a figure between blanks."""
    said = (frame.text.replace("\t", " ") for frame, _, _ in frames(slide))
    return sum(any(letter.isalnum() for letter in word) for text in said for word in text.split())


def sizes(slide: Any) -> list[float]:
    """The sizes of all letters that the class reads."""
    found = (frame for frame, _, _ in frames(slide))
    return [run.font.size.pt for frame in found for part in frame.paragraphs for run in part.runs]


def overflows(slide: Any) -> list[str]:
    """The texts that need more room than their boxes have, with the widths of Arial."""
    return [frame.text for frame, wide, high in frames(slide) if not _fits(frame, wide, high)]


def _fits(frame: Any, wide: float, high: float) -> bool:
    need = 0.0
    for part in frame.paragraphs:
        size = max((run.font.size.pt for run in part.runs), default=0.0)
        bold = any(run.font.bold for run in part.runs)
        properties = part._p.pPr
        indent = int(properties.get("marL", 0)) / 12700 if properties is not None else 0.0
        if frame.word_wrap is False:
            if width(part.text, size, bold=bold) > wide + SAFE:
                return False
            need += size * LEADING
            continue
        need += rows(part.text, size, wide - indent, bold=bold) * size * LEADING
        need += part.space_after.pt if part.space_after else 0.0
    return need <= high + 12


def described(slide: Any) -> list[str]:
    """The names of pictures, tables and groups without a text for who cannot see them."""
    kinds = ("PICTURE", "TABLE", "GROUP")
    found = [shape for shape in slide.shapes if shape.shape_type and shape.shape_type.name in kinds]
    return [shape.name for shape in found if not shape._element._nvXxPr.cNvPr.get("descr")]


def shown(path: Path) -> list[Any]:
    """The slides of a file of a presenter's program."""
    return list(Presentation(str(path)).slides)


def sections(path: Path) -> list[Any]:
    """The slides of a file for a browser."""
    return list(lxml_html.parse(str(path)).getroot().find_class("slide"))
