"""The room that words take: widths of Arial, whose letters are as wide as those of Helvetica."""

import ctypes
import functools

import pypdfium2.raw as pdfium

FONT = "Arial"
"""The face of decks, which every Windows and every Mac has."""
LEADING = 1.2
"""Heights of letters from line to line."""


@functools.cache
def _font(*, bold: bool) -> object:
    """A standard font of PDFium; its document lives as long as the process."""
    document = pdfium.FPDF_CreateNewDocument()
    return pdfium.FPDFText_LoadStandardFont(document, b"Helvetica-Bold" if bold else b"Helvetica")


@functools.cache
def _letter(letter: str, *, bold: bool) -> float:
    """The width of a letter of one point; of one that the font lacks, a whole point."""
    width = ctypes.c_float()
    found = pdfium.FPDFFont_GetGlyphWidth(_font(bold=bold), ord(letter), 1000.0, ctypes.byref(width))
    return width.value / 1000 if found and width.value > 0 else 1.0


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line, in the unit of `size`."""
    return sum(_letter(letter, bold=bold) for letter in text) * size


def rows(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """The number of lines that a text takes in a room of some width."""
    space = width(" ", size, bold=bold)
    lines, used = 1, 0.0
    for word in text.split():
        wide = width(word, size, bold=bold)
        if used and used + space + wide > room:
            lines, used = lines + 1, wide
        else:
            used += wide + (space if used else 0)
        lines, used = lines + int(used // room), used % room if used > room else used
    return lines


def widest(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the longest word of a text."""
    return max((width(word, size, bold=bold) for word in text.split()), default=0.0)
