"""Page labels put into lines that are already laid out.

This file leans on WeasyPrint 70's boxes: a text box draws the text of its Pango layout, which
is set up anew when the page is painted (`reactivate`), and everything else on the line has
its own position. `tests/press/test_lines.py` reads the labels back from the PDF and fails
when a newer WeasyPrint works otherwise; the press then falls back to laying out again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.text.line_break import line_size

TIGHTEST = -0.06  # how much a space of a justified line may give way, in em
SLACK = 0.01  # px, for rounding

Box = Any  # WeasyPrint has no types
Wanted = Callable[[Element], str | None]


@dataclass(frozen=True)
class _Spot:
    """A text box and the boxes around it, outermost first."""

    box: Box
    around: tuple[Box, ...]

    @property
    def line_index(self) -> int:
        """The index in `around` of the line box."""
        return max(i for i, box in enumerate(self.around) if isinstance(box, LineBox))


def fill_page(page_box: Box, wanted: Wanted) -> bool:
    """Set the text of every text box whose element has one; False when one does not fit."""
    spots = list(_spots(page_box, ()))
    texts = {spot.box: words for spot in spots if (words := wanted(spot.box.element)) is not None}
    for before, spot in pairwise(spots):
        if texts.get(spot.box) == "" and before.box.text == " ":
            texts[before.box] = ""  # a reference that says nothing needs no space
    fits = [_fill(spot, texts[spot.box]) for spot in spots if spot.box in texts]  # all, whatever fits
    return all(fits)


def text_boxes(box: Box) -> Iterator[Box]:
    """Every text box below a box."""
    return (spot.box for spot in _spots(box, ()))


def _spots(box: Box, around: tuple[Box, ...]) -> Iterator[_Spot]:
    if isinstance(box, TextBox):
        yield _Spot(box, around)
        return
    for child in box.all_children():
        yield from _spots(child, (*around, box))


def _fill(spot: _Spot, text: str) -> bool:
    """Set one text and move the boxes after it; the text stays set even if it is too wide."""
    if spot.box.text == text:
        return True
    growth = _set_text(spot.box, text)
    index = spot.line_index
    line, inline = spot.around[index], spot.around[index + 1 :]
    spot.box.width += growth
    for box in inline:
        box.width += growth
    if _has_leader(line):
        _shift((spot.box, *inline[-1:]), -growth)
        return True
    for holder, inner in zip((line, *inline), (*inline, spot.box), strict=True):
        _shift_after(holder, inner, growth)
    return _align(line, spot.around[index - 1], growth)


def _set_text(box: Box, text: str) -> float:
    """Give the text box its text; return how much wider it got."""
    layout = box.pango_layout
    box.text = layout.text = text
    layout.reactivate(box.style)
    width: float = line_size(layout.get_first_line()[0], box.style)[0]
    layout.deactivate()
    return width - float(box.width)


def _has_leader(box: Box) -> bool:
    """Whether the line has a leader: its text then ends at the right edge."""
    return any(
        child.is_leader or (isinstance(child, InlineBox) and _has_leader(child)) for child in box.children
    )


def _shift(boxes: tuple[Box, ...], dx: float) -> None:
    """Move boxes sideways, without their children."""
    for box in boxes:
        box.position_x += dx


def _shift_after(holder: Box, inner: Box, dx: float) -> None:
    """Move what follows `inner` in `holder`, with its children."""
    for child in holder.children[holder.children.index(inner) + 1 :]:
        if child.is_in_normal_flow():
            child.translate(dx=dx)


def _align(line: Box, block: Box, growth: float) -> bool:
    """Restore the alignment of a line that grew; False when it no longer fits."""
    texts = list(text_boxes(line))
    if any(box.justification_spacing for box in texts):
        return _justify(line, texts, growth)
    align = line.style["text_align_all"]
    share = {"center": 0.5, "end": 1.0, "right": 1.0}.get(align, 0.0)
    for child in line.children:
        if share and child.is_in_normal_flow():
            child.translate(dx=-growth * share)
    line.width += growth
    return bool(line.width <= block.width + SLACK)


def _justify(line: Box, texts: list[Box], growth: float) -> bool:
    """Spread the growth over the spaces of a justified line."""
    spaces = sum(_spaces(box) for box in texts)
    if not spaces:
        return growth <= SLACK
    change = -growth / spaces
    _respace(line, change, 0.0)
    smallest = min(box.justification_spacing for box in texts if _spaces(box))
    return bool(smallest >= TIGHTEST * line.style["font_size"])


def _spaces(box: Box) -> int:
    """The number of stretchable spaces in a text box."""
    return int(box.text.count(" ") + box.text.count("\u00a0"))


def _respace(box: Box, change: float, dx: float) -> float:
    """Change the width of every space below a box; return how far its end moved."""
    if isinstance(box, TextBox):
        box.position_x += dx
        box.justification_spacing += change
        box.pango_layout.justification_spacing = box.justification_spacing
        added = change * _spaces(box)
    elif isinstance(box, (LineBox, InlineBox)):
        end = dx
        box.position_x += dx if isinstance(box, InlineBox) else 0
        for child in box.children:
            end = _respace(child, change, end) if child.is_in_normal_flow() else end
        added = end - dx
    else:
        box.translate(dx=dx)
        return dx
    box.width += added
    return dx + added
