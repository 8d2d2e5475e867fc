"""The marked content that shows page labels in painted pages, and the codes of the figures.

This file leans on WeasyPrint 70's `Stream.marked`, which tags each text box as it is drawn.
`labels.py` fails loudly when a label has no mark.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream

from handbook.press.labels import CODE, GLYPHS, Mark
from handbook.press.layout.lines import text_boxes
from handbook.press.values import FIGURES

Box = Any  # WeasyPrint has no types


@contextmanager
def marked(pages: Sequence[Any], targets: Mapping[Any, str]) -> Iterator[list[Mark]]:
    """Gather the marks of the text boxes of these elements while the pages are painted."""
    places = {box: number for number, page in enumerate(pages) for box in _labels(page, targets)}
    found: list[Mark] = []
    original = Stream.marked

    def watch(stream: Any, box: Box, tag: str) -> Any:
        if box in places:
            target, figures = targets[box.element], sum(letter in FIGURES for letter in box.text)
            mark = Mark(places.pop(box), len(stream._tags), target, figures, _codes(stream, box))
            found.append(mark)
        return original(stream, box, tag)

    Stream.marked = watch
    try:
        yield found
    finally:
        Stream.marked = original


def _labels(page: Any, targets: Mapping[Any, str]) -> Iterator[Box]:
    """The text boxes of a page that show figures of a page label."""
    for box in text_boxes(page._page_box):
        if box.element in targets and any(letter in FIGURES for letter in box.text):
            yield box


def _codes(stream: Any, box: Box) -> str:
    """The codes of the ten figures in the font of a text box, as hex; adds them to the font's subset."""
    scratch, layout, text = stream.clone(), box.pango_layout, box.text
    layout.text = FIGURES
    layout.reactivate(box.style)
    draw_first_line(scratch, box, "clip", "none", Matrix())
    layout.deactivate()
    layout.text = text
    codes = b"".join(GLYPHS.findall(scratch.stream[-1])).decode()
    if len(codes) != CODE * len(FIGURES):
        raise ValueError(f"the figures of a page label are drawn as {codes}")
    return codes
