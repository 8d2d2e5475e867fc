"""The contents of an e-book: by part, in a module by stage, with what belongs to a stage below it."""

from collections.abc import Sequence

from handbook.formats.epub.chapters import SHEET
from handbook.formats.epub.drawing import Drawn
from handbook.formats.epub.package import Entry
from handbook.press import Part

BELOW_STAGES = ("page-reading", "page-instrument")
STAGE, MODULE = "page-stage", "page-module"


def of(part: Part, chapters: Sequence[Drawn], sheets: str) -> list[Entry]:
    """The lines of a part; those of its sheets stand below the words `sheets`."""
    own = [_line(item) for item in chapters if item.kind != SHEET]
    last = [_line(item) for item in chapters if item.kind == SHEET]
    if chapters[0].kind == MODULE:
        found = _by_stage(chapters)
        below = [*found, *([Entry(sheets, last[0].file, tuple(last))] if last else [])]
        return [Entry(part.title, chapters[0].file, tuple(below))]
    return own if part.late or len(own) == 1 else [Entry(part.title, own[0].file, tuple(own))]


def _by_stage(chapters: Sequence[Drawn]) -> list[Entry]:
    """The chapters of a module, but for its first and its sheets."""
    found: list[Entry] = []
    stage: Entry | None = None
    for chapter in chapters[1:]:
        line = _line(chapter)
        if chapter.kind in BELOW_STAGES and stage is not None:
            stage = found[-1] = stage._replace(below=(*stage.below, line))
        elif chapter.kind != SHEET:
            found.append(line)
            stage = line if chapter.kind == STAGE else None
    return found


def _line(chapter: Drawn) -> Entry:
    return Entry(chapter.title, chapter.file)
