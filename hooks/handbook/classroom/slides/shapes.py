"""A figure as native shapes in a group: boxes with their words in them, ovals, arrows, loose words."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from handbook.classroom.slides.deck import Figure
from handbook.classroom.slides.drawing import DrawnShape, DrawnWords, Row
from handbook.classroom.slides.layout import OnSlide, placed
from handbook.classroom.slides.measure import LEADING, width
from handbook.classroom.slides.spread import SPARE

_SIDES = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}


def draw(shown: Any, figure: Figure, room: tuple[float, float, float, float]) -> None:
    """Draw a figure in the middle of a room of a slide: left, top, width, height in points."""
    own = placed(figure.drawing, room)
    group = shown.shapes.add_group_shape()
    group._element.nvGrpSpPr.cNvPr.set("descr", figure.alt)
    for shape in figure.drawing.shapes:
        _shape(group, shape, own)
    for words in figure.drawing.words:
        _loose(group, words, own)


def _shape(group: Any, shape: DrawnShape, own: OnSlide) -> None:
    if shape.kind == "path":
        made = _path(group, shape, own)
    else:
        kind = MSO_SHAPE.OVAL if shape.kind == "oval" else MSO_SHAPE.ROUNDED_RECTANGLE
        left, top = own.at(shape.left, shape.top)
        size = (Pt((shape.right - shape.left) * own.scale), Pt((shape.bottom - shape.top) * own.scale))
        made = group.shapes.add_shape(kind, Pt(left), Pt(top), *size)
        if shape.kind == "box":
            made.adjustments[0] = min(
                0.5, shape.radius / min(shape.right - shape.left, shape.bottom - shape.top)
            )
    _paint(made, shape, own)
    if shape.words:
        _fill(made.text_frame, shape.words, own)


def _path(group: Any, shape: DrawnShape, own: OnSlide) -> Any:
    """A path as a freeform, closed where it ends at its beginning."""
    points = [tuple(Pt(value) for value in own.at(*point)) for point in shape.line]
    builder = group.shapes.build_freeform(*points[0], scale=1.0)
    builder.add_line_segments(points[1:], close=points[0] == points[-1])
    return builder.convert_to_shape()


def _paint(made: Any, shape: DrawnShape, own: OnSlide) -> None:
    made.shadow.inherit = False
    if shape.fill:
        made.fill.solid()
        made.fill.fore_color.rgb = _rgb(shape.fill)
    else:
        made.fill.background()
    if shape.stroke:
        made.line.color.rgb = _rgb(shape.stroke)
        made.line.width = Pt(shape.thickness * own.scale)
        if shape.dashed:
            made.line.dash_style = MSO_LINE.DASH
    else:
        made.line.fill.background()


def _loose(group: Any, words: DrawnWords, own: OnSlide) -> None:
    """DrawnWords in a box without edges, with room for wider letters where Arial is missing."""
    wide = max(width(row.text, own.size(row), bold=row.bold) for row in words.rows) / SPARE + 4
    high = (words.bottom - words.top) * own.scale
    left, middle = own.at(words.x, words.middle)
    left -= {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    place = (Pt(value) for value in (left, middle - high / 2, wide, high))
    made = group.shapes.add_textbox(*place)
    made.rotation = words.turn
    _fill(made.text_frame, words, own)


def _fill(frame: Any, words: DrawnWords, own: OnSlide) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    for number, row in enumerate(words.rows):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.alignment = _SIDES[words.anchor]
        paragraph.line_spacing = Pt(own.size(row) * LEADING)
        _row(paragraph, row, own)


def _row(paragraph: Any, row: Row, own: OnSlide) -> None:
    run = paragraph.add_run()
    run.text = row.text
    run.font.size, run.font.bold = Pt(own.size(row)), row.bold
    if row.colour:
        run.font.color.rgb = _rgb(row.colour)


def _rgb(colour: str) -> Any:
    made: Any = RGBColor
    return made(*bytes.fromhex(colour.lstrip("#")))
