"""Paragraphs of a presenter's program: words in a size and a language, bullets and numbers."""

import re
from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from handbook.classroom.slides import spread
from handbook.classroom.slides.deck import TextLine

_COUNTED = re.compile(r"(\d+)\.")
_TAGS = {"id": "id-ID", "en": "en-GB"}


def say(paragraph: Any, text: str, size: float, language: str, *, bold: bool | None = None) -> Any:
    """Add words to a paragraph; the run that they make."""
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold
    run._r.get_or_add_rPr().set("lang", _TAGS.get(language, language))
    return run


def fill(frame: Any, lines: Sequence[TextLine], size: float, language: str) -> None:
    """Write lines into an empty text frame as native paragraphs, bullets and numbers."""
    indent = spread.indent(lines, size)
    for number, line in enumerate(lines):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(spread.GAP)
        _mark(paragraph, line.mark, indent)
        if line.mark and not line.is_item:
            say(paragraph, f"{line.mark}\t", size, language)
        if line.lead:
            say(paragraph, line.lead + (" " if line.text else ""), size, language, bold=True)
        if line.text:
            say(paragraph, line.text, size, language)


def _mark(paragraph: Any, mark: str, indent: float) -> None:
    """The bullet or number of a paragraph, before a text that hangs behind it."""
    said = paragraph._p.get_or_add_pPr()
    hang = Pt(indent) if mark else 0
    said.set("marL", str(hang))
    said.set("indent", str(-hang))
    counted = _COUNTED.fullmatch(mark)
    if counted:
        _add(said, "a:buFont", typeface="+mj-lt")
        _add(said, "a:buAutoNum", type="arabicPeriod", startAt=counted[1])
    elif mark == "•":
        _add(said, "a:buChar", char=mark)
    else:
        _add(said, "a:buNone")
        stops = _add(said, "a:tabLst")
        _add(stops, "a:tab", pos=str(hang), algn="l")


def _add(parent: Any, name: str, **attributes: str) -> Any:
    child = parent.makeelement(qn(name), attributes)
    parent.append(child)
    return child
