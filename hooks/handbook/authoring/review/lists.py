"""Numbers and bullets of lists as word processors have them; each ordered list begins at its own number."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from handbook.authoring.review.passage import SourcePassage
from handbook.authoring.review.styles import valued

_LEVELS = 4
_BULLETS = ("•", "–", "▪", "·")


class Lists:
    """The numberings of a document."""

    def __init__(self, file: Any) -> None:
        self.numbering_xml = file.part.numbering_part.element
        self.kinds = {is_ordered: self._kind(is_ordered=is_ordered) for is_ordered in (False, True)}
        self.open: dict[int, tuple[bool, int]] = {}
        """The list that is open at each level: whether it is ordered, and its number."""

    def end(self) -> None:
        """No list goes on behind this."""
        self.open.clear()

    def inside(self, level: int) -> None:
        """A paragraph within an item: lists up to its level go on."""
        self.open = {open_: number for open_, number in self.open.items() if open_ <= level}

    def numbering(self, passage: SourcePassage) -> Any:
        """The numbering of an item."""
        is_ordered = passage.marker[:1].isdigit()
        level = min(passage.level, _LEVELS)
        self.inside(level)
        if self.open.get(level, (not is_ordered, 0))[0] != is_ordered:
            self.open[level] = (is_ordered, self._started(passage, level, is_ordered=is_ordered))
        made = OxmlElement("w:numPr")
        made.append(valued("w:ilvl", str(level - 1)))
        made.append(valued("w:numId", str(self.open[level][1])))
        return made

    def _kind(self, *, is_ordered: bool) -> str:
        """A way of numbering: four levels of bullets or of numbers."""
        made = OxmlElement("w:abstractNum")
        number = str(900 + is_ordered)
        made.set(qn("w:abstractNumId"), number)
        made.append(valued("w:multiLevelType", "multilevel"))
        for level in range(_LEVELS):
            made.append(_level(level, is_ordered=is_ordered))
        self.numbering_xml.insert(0, made)
        return number

    def _started(self, passage: SourcePassage, level: int, *, is_ordered: bool) -> int:
        """A list of its own that begins with the number of its first item."""
        made = self.numbering_xml.add_num(self.kinds[is_ordered])
        if is_ordered:
            override = made.add_lvlOverride(ilvl=level - 1)
            override.add_startOverride(int(passage.marker.rstrip(".")))
        return int(made.numId)


def _level(level: int, *, is_ordered: bool) -> Any:
    made = OxmlElement("w:lvl")
    made.set(qn("w:ilvl"), str(level))
    made.append(valued("w:start", "1"))
    made.append(valued("w:numFmt", "decimal" if is_ordered else "bullet"))
    made.append(valued("w:lvlText", f"%{level + 1}." if is_ordered else _BULLETS[level]))
    made.append(valued("w:lvlJc", "left"))
    properties, indent = OxmlElement("w:pPr"), OxmlElement("w:ind")
    indent.set(qn("w:left"), str(360 * (level + 1)))
    indent.set(qn("w:hanging"), "360")
    properties.append(indent)
    made.append(properties)
    return made
