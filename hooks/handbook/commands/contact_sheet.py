"""`./scripts/contact-sheet [FILE.pdf]`: every page of a PDF, small, on sheets to look through.

Exit 0 done, 2 could not run.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from handbook.commands.terminal import Parser, read_options, say
from handbook.products.book_pdf import BookPdf

FOLDER = "lembar-kontak"
COLUMNS, ROWS = 6, 3
WIDTH, HEIGHT, GAP = 360, 530, 12  # pixels: room for a page with its label, space between pages
LABEL = 18
GROUND, INK = (120, 120, 120), (255, 255, 255)


def main(arguments: list[str]) -> int:
    """Draw the sheets and say where they are."""
    options = read_options("contact-sheet", arguments, _options)
    source = options.file or options.root / BookPdf.path
    if not source.is_file():
        say(options.words("laporan.berkas_tak_ada", kata=source))
        return 2
    folder = options.out or options.root / "dist" / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{source.stem}-*.png"):
        old.unlink()
    for number, sheet in enumerate(sheets(source), 1):
        sheet.save(folder / f"{source.stem}-{number:03d}.png")
    sys.stdout.write(f"{folder}\n")
    return 0


def sheets(source: Path) -> Iterator[Image.Image]:
    """The pages of a PDF with their labels, some on each sheet."""
    with pypdfium2.PdfDocument(source) as document:
        document.init_forms()
        for first in range(0, len(document), COLUMNS * ROWS):
            yield _sheet(document, range(first, min(first + COLUMNS * ROWS, len(document))))


def _sheet(document: pypdfium2.PdfDocument, numbers: range) -> Image.Image:
    sheet = Image.new("RGB", (COLUMNS * (WIDTH + GAP) + GAP, ROWS * (HEIGHT + GAP) + GAP), GROUND)
    draw = ImageDraw.Draw(sheet)
    for place, number in enumerate(numbers):
        left = GAP + place % COLUMNS * (WIDTH + GAP)
        top = GAP + place // COLUMNS * (HEIGHT + GAP)
        draw.text((left, top), document.get_page_label(number) or str(number + 1), fill=INK)
        sheet.paste(_picture(document[number]), (left, top + LABEL))
    return sheet


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    """A page as large as its room allows."""
    scale = min(WIDTH / page.get_width(), (HEIGHT - LABEL) / page.get_height())
    picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return picture


def _options(parser: Parser) -> None:
    parser.option("file", shown="berkas", usual=BookPdf.path, type=Path, nargs="?")
    parser.option("--out", shown="folder", usual=f"dist/{FOLDER}", type=Path)
