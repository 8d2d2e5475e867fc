"""The fonts of fields in a form in which viewers can type: one byte for a letter.

WeasyPrint names fonts of two bytes, for which viewers guess widths and distances of lines: PDFium sets lines
half as far apart again, Poppler lets them run over the edge.
"""

import io
import re

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

FIRST, LAST, CODE = 32, 255, "cp1252"
ASCENT, DESCENT = 900, -250
"""Ascent of a line in thousandths of the size: accented letters, not the tallest glyph of the font."""
NONSYMBOLIC = 32
USED = re.compile(r"/(\S+)\s")


def plain_fonts(pdf: Pdf) -> None:
    """Replace the form's fonts by simple fonts of one byte."""
    if Name.AcroForm not in pdf.Root:
        return
    form = pdf.Root.AcroForm
    defaults = (str(field.DA) for field in form.Fields if Name.DA in field)
    named = sorted({found[1] for default in defaults if (found := USED.match(default))})
    fonts = {f"/{name}": pdf.make_indirect(_plain(form.DR.Font[f"/{name}"])) for name in named}
    form.DR = Dictionary(Font=Dictionary(fonts))


def _plain(font: Object) -> Dictionary:
    """A simple font of one byte from the same font file."""
    inner = font.DescendantFonts[0].FontDescriptor
    name = Name("/" + str(inner.FontFamily).replace(" ", ""))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=NONSYMBOLIC,
        FontBBox=Array([inner.FontBBox[0], DESCENT, inner.FontBBox[2], ASCENT]),
        ItalicAngle=0,
        Ascent=ASCENT,
        Descent=DESCENT,
        CapHeight=660,
        StemV=inner.StemV,
        FontFile2=inner.FontFile2,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=name,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=FIRST,
        LastChar=LAST,
        Widths=Array(_widths(inner.FontFile2.read_bytes())),
        FontDescriptor=descriptor,
    )


def _widths(file: bytes) -> list[int]:
    """The width of each letter in thousandths of the size; 0 of those that the font has not."""
    font = TTFont(io.BytesIO(file))
    letters, metrics, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    codes = [bytes([code]).decode(CODE, "replace") for code in range(FIRST, LAST + 1)]
    return [
        round(metrics[letters[ord(code)]][0] * 1000 / unit) if ord(code) in letters else 0 for code in codes
    ]
