"""A deck as a file of a presenter's program: native text, lists, tables and shapes, with notes."""

import io
from copy import deepcopy
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

from handbook.classroom.slides import master, spread
from handbook.classroom.slides.deck import LEAST, Deck, Figure, Picture, Slide, TableBody, TextBody
from handbook.classroom.slides.measure import LEADING, rows
from handbook.classroom.slides.paragraphs import fill, say
from handbook.classroom.slides.raster import as_png
from handbook.classroom.slides.shapes import draw
from handbook.memory.steady import save
from handbook.settings import Identity
from handbook.strings import Strings

TITLES = (40.0, 36.0, 32.0, 30.0, 28.0, LEAST)
Box = tuple[float, float, float, float]


def write(
    deck: Deck, out: Path, accent: str, facts: Identity, s: Strings, template: Path | None = None
) -> None:
    """Write a deck as .pptx, in the look of this house or of a template; its bytes follow from the deck."""
    show, layouts = master.given(template) if template else master.own(accent, s)
    writer = _Writer(show, layouts, deck, has_own_look=template is None)
    for slide in deck.slides:
        writer.add(slide)
    known = show.core_properties
    known.author = known.last_modified_by = known.keywords = ""
    known.title, known.subject, known.language = deck.title, f"{deck.book}, {deck.edition}", deck.language
    known.comments, known.revision = "", 1
    save(show, out, facts.date)


class _Writer:
    """Adds slides to a presentation."""

    def __init__(self, show: Any, layouts: master.Layouts, deck: Deck, *, has_own_look: bool) -> None:
        self._show, self._layouts, self._deck = show, layouts, deck
        self._has_own_look = has_own_look

    def add(self, slide: Slide) -> None:
        """Add a slide with its title, body, foot and notes."""
        is_text = isinstance(slide.body, TextBody)
        layout = self._layouts.opening if slide.opens else self._layouts[1 if is_text else 2]
        shown = self._show.slides.add_slide(layout)
        self._title(shown, slide)
        match slide.body:
            case TextBody():
                self._lines(shown, slide.body)
            case TableBody():
                self._grid(shown, slide.body, slide.title)
            case Figure():
                draw(shown, slide.body, self._room())
            case Picture():
                self._picture(shown, slide.body)
        self._foot(shown, layout, slide.source)
        if slide.notes:
            frame = shown.notes_slide.notes_text_frame
            frame.text = "\n".join(slide.notes)

    def _title(self, shown: Any, slide: Slide) -> None:
        title = shown.shapes.title
        width, height = title.width.pt, title.height.pt
        sizes = (size for size in TITLES if _height(slide.title, size, width) <= height)
        say(title.text_frame.paragraphs[0], slide.title, next(sizes, LEAST), self._deck.language)

    def _lines(self, shown: Any, body: TextBody) -> None:
        place = next(item for item in shown.placeholders if item.placeholder_format.idx != 0)
        if not self._has_own_look:
            body = spread.sized_text(body, (place.width.pt, place.height.pt))
        fill(place.text_frame, body.lines, body.size, self._deck.language)

    def _room(self) -> Box:
        """The place below the title."""
        if self._has_own_look:
            return master.FIGURE
        body = next(item for item in self._layouts.text.placeholders if item.placeholder_format.idx != 0)
        return body.left.pt, body.top.pt, body.width.pt, body.height.pt

    def _grid(self, shown: Any, grid: TableBody, title: str) -> None:
        left, top, width, _ = self._room()
        columns, heights = spread.widths(grid, grid.size), spread.heights(grid, grid.size)
        left += (width - sum(columns)) / 2
        place = (Pt(value) for value in (left, top, sum(columns), sum(heights)))
        frame = shown.shapes.add_table(len(grid.rows) + 1, len(grid.head), *place)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", f"{title}. {', '.join(grid.head)}")
        for column, wide in zip(frame.table.columns, columns, strict=True):
            column.width = Pt(wide)
        for row, height in zip(frame.table.rows, heights, strict=True):
            row.height = Pt(height)
        for row, texts in zip(frame.table.rows, (grid.head, *grid.rows), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                self._cell(cell, text, grid.size)

    def _cell(self, cell: Any, text: str, size: float) -> None:
        side, above = (Pt(value) for value in spread.CELL)
        cell.margin_left = cell.margin_right = side
        cell.margin_top = cell.margin_bottom = above
        say(cell.text_frame.paragraphs[0], text, size, self._deck.language)

    def _picture(self, shown: Any, picture: Picture) -> None:
        left, top, width, height = self._room()
        own = picture.path
        file = io.BytesIO(as_png(own) if own.suffix == ".svg" else own.read_bytes())
        image = shown.shapes.add_picture(file, Pt(left), Pt(top))
        scale = min(width / image.width.pt, height / image.height.pt)
        image.width, image.height = Pt(image.width.pt * scale), Pt(image.height.pt * scale)
        image.left = Pt(left + (width - image.width.pt) / 2)
        image._element.nvPicPr.cNvPr.set("descr", picture.alt)

    def _foot(self, shown: Any, layout: Any, source: str) -> None:
        """The source and the number, in the placeholders of the layout, else in a box of its own."""
        for item in layout.placeholders:
            if item.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                _inherit(shown, item)
        feet = (item for item in shown.placeholders if item.placeholder_format.type == PP_PLACEHOLDER.FOOTER)
        foot = next(feet, None)
        if foot is None:
            place = (24.0, self._show.slide_height.pt - 32, 700.0, 24.0)
            foot = shown.shapes.add_textbox(*(Pt(value) for value in place))
        say(foot.text_frame.paragraphs[0], source, master.SMALL, self._deck.language)


def _inherit(shown: Any, item: Any) -> None:
    """Give a slide a placeholder of its layout, in the same place."""
    element = deepcopy(item.element)
    element.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in shown.shapes) + 100))
    for place in element.findall(f"{qn('p:spPr')}/{qn('a:xfrm')}"):
        place.getparent().remove(place)
    shown.shapes._spTree.append(element)


def _height(title: str, size: float, width: float) -> float:
    return rows(title, size, width * spread.SPARE, bold=True) * size * LEADING
