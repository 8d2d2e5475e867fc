"""A picture of lines as a picture of points, for programs that take no SVG."""

import io
import tempfile
from pathlib import Path

import pypdfium2

from handbook.press import Metadata, Part, PrintJob, press

WIDTH = 1600
"""The width in points of the picture: of a slide shown 1,920 wide, with its margins taken off."""
PAGE = """<html lang="id"><head><title>Gambar</title><style>
@page {{ size: 200mm 400mm; margin: 0 }} body {{ margin: 0 }} img {{ display: block; width: 200mm }}
</style></head><body><img src="{address}" alt="Gambar"></body></html>"""


def as_png(path: Path) -> bytes:
    """The picture as the press draws it, without the paper below it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "gambar.pdf"
        part = Part("gambar", "Gambar", PAGE.format(address=path.resolve().as_uri()))
        press(PrintJob([part], out, Metadata("Gambar"), base=path.parent, fillable=False, workers=1))
        with pypdfium2.PdfDocument(out) as document:
            page = document[0]
            image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    drawn = image.point(lambda level: 255 - level).getbbox() or (0, 0, *image.size)
    found = io.BytesIO()
    image.crop(drawn).save(found, "PNG")
    return found.getvalue()
