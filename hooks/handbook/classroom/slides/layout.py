"""The place of a drawing on a slide: its scale, and letters that fit their boxes in the face of decks."""

from dataclasses import dataclass

from handbook.classroom.slides.deck import LEAST
from handbook.classroom.slides.drawing import Drawing, Row
from handbook.classroom.slides.measure import width

LARGEST = LEAST + 6
"""Points of the largest letters of a small drawing."""


@dataclass(frozen=True)
class OnSlide:
    """A drawing in a room: units become points by `scale`; letters of one point become `letters` points."""

    left: float
    top: float
    scale: float
    letters: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the drawing on the slide."""
        return self.left + x * self.scale, self.top + y * self.scale

    def size(self, row: Row) -> float:
        """The height in points of the letters of a row, in steps of a tenth."""
        return int(row.size * self.letters * 10) / 10


def placed(drawing: Drawing, room: tuple[float, float, float, float]) -> OnSlide:
    """The place in the middle of a room that is given by left, top, width and height."""
    left, top, wide, high = room
    scale = min(wide / drawing.width, high / drawing.height, LARGEST / (drawing.letters or LARGEST))
    left += (wide - drawing.width * scale) / 2 - drawing.left * scale
    top += (high - drawing.height * scale) / 2 - drawing.top * scale
    return OnSlide(left, top, scale, scale * _narrower(drawing))


def _narrower(drawing: Drawing) -> float:
    """The share of their size that letters have where words are wider than in the drawing's own face."""
    shares = [1.0]
    for shape in drawing.shapes:
        for row in shape.words.rows if shape.words else ():
            room = shape.right - shape.left - 4
            shares.append(room / width(row.text, row.size, bold=row.bold))
    return min(shares)
