"""A large page in pieces, each on a small sheet of paper, to be joined to the large one again.

A piece is the large page seen through a window, so that nothing is drawn twice. Neighbours overlap, and
round the whole there is room for the edge that printers cannot reach.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

POINTS = 72 / 25.4
OVERLAP = 10
"""Millimetres that two neighbours both show."""
EDGE = 10
"""Millimetres at the edge of a sheet that a printer may leave blank."""


def tile(source: Path, pages: Sequence[int], out: Path, sheet: tuple[float, float]) -> int:
    """Write pages of a file (from 0) in pieces; `sheet` is width and height in millimetres. Their number."""
    with pikepdf.open(source) as pdf, pikepdf.new() as made:
        for number in pages:
            box = pdf.pages[number].MediaBox
            for window in windows(float(box[2]) / POINTS, float(box[3]) / POINTS, sheet):
                made.pages.append(pdf.pages[number])
                page = made.pages[-1]
                for key in ("/StructParents", "/Annots", "/Tabs"):
                    if key in page:
                        del page[key]
                page.MediaBox = pikepdf.Array([round(edge * POINTS, 3) for edge in window])
        made.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"))
        count = len(made.pages)
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return count


def windows(
    width: float, height: float, sheet: tuple[float, float]
) -> Iterator[tuple[float, float, float, float]]:
    """The part of a page that each sheet shows, row by row: left, bottom, right, top in millimetres."""
    across, down = sheet[0] - 2 * EDGE, sheet[1] - 2 * EDGE
    for top in reversed(_starts(height, down)):
        for left in _starts(width, across):
            low, start = top - EDGE, left - EDGE
            yield start, low, start + sheet[0], low + sheet[1]


def _starts(length: float, room: float) -> list[float]:
    """The beginnings of as few pieces as cover a length, with equal shares in the middle of their sheets."""
    count = max(1, -(-(length - OVERLAP) // (room - OVERLAP)))
    share = (length + OVERLAP * (count - 1)) / count
    return [index * (share - OVERLAP) - (room - share) / 2 for index in range(int(count))]
