"""A drawing as boxes, arrows and words, so that a presenter's program can edit it, and its bands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handbook.source.screen import count

Point = tuple[float, float]
_EDGE = 4.0
"""Units by which a box or a line reaches into a band at least to be shown there."""


@dataclass(frozen=True)
class Row:
    """A line of words in a drawing; `size` is the height of its letters."""

    text: str
    size: float
    bold: bool
    colour: str


@dataclass(frozen=True)
class DrawnWords:
    """Rows below each other; `x` is where they begin, have their middle or end, as `anchor` says."""

    rows: tuple[Row, ...]
    x: float
    top: float
    bottom: float
    anchor: str = "start"
    turn: float = 0.0
    """Degrees by which they are turned about their middle, clockwise."""

    @property
    def middle(self) -> float:
        """The height of their middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class DrawnShape:
    """A box, an oval or a path, `kind` says which; colours are `#rrggbb`, empty where there is none."""

    kind: str
    left: float
    top: float
    right: float
    bottom: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 0.0
    radius: float = 0.0
    dashed: bool = False
    line: tuple[Point, ...] = ()
    """The points of a path, which is closed where it ends at its beginning."""
    words: DrawnWords | None = None
    """DrawnWords that stand in a box alone and move with it."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def around(self, other: "DrawnShape") -> bool:
        """Whether another shape lies within this one."""
        corners = ((other.left, other.top), (other.right, other.bottom))
        return other is not self and all(self.holds(*corner) for corner in corners)


@dataclass(frozen=True)
class Drawing:
    """Shapes in the order of painting, then loose words, in a frame."""

    left: float
    top: float
    right: float
    bottom: float
    shapes: tuple[DrawnShape, ...]
    words: tuple[DrawnWords, ...]

    @property
    def width(self) -> float:
        """The width of the frame."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height of the frame."""
        return self.bottom - self.top

    @property
    def all_words(self) -> list[DrawnWords]:
        """DrawnWords in boxes and loose ones, from top to bottom."""
        found = [shape.words for shape in self.shapes if shape.words] + list(self.words)
        return sorted(found, key=lambda words: (words.top, words.x))

    @property
    def texts(self) -> list[str]:
        """Its words."""
        return [" ".join(row.text for row in words.rows) for words in self.all_words]

    @property
    def letters(self) -> float:
        """The height of its smallest letters."""
        return min((row.size for words in self.all_words for row in words.rows), default=0.0)


def put_in_boxes(drawing: Drawing) -> Drawing:
    """A drawing whose words are those of the innermost box around them, unless a line crosses that box."""
    boxes = [shape for shape in drawing.shapes if shape.kind != "path"]
    paths = [shape for shape in drawing.shapes if shape.kind == "path"]
    leaves = [box for box in boxes if not any(box.around(other) for other in (*boxes, *paths))]
    taken: dict[int, list[DrawnWords]] = {}
    for words in drawing.words:
        home = next((box for box in reversed(leaves) if _in(words, box)), None)
        if home and not words.turn:
            taken.setdefault(id(home), []).append(words)
    filled = tuple(replace(box, words=_merged(taken.get(id(box), []))) for box in drawing.shapes)
    inside = [words for found in taken.values() if _merged(found) for words in found]
    return replace(drawing, shapes=filled, words=tuple(w for w in drawing.words if w not in inside))


def _in(words: DrawnWords, box: DrawnShape) -> bool:
    """Whether words stand in the middle of a box's width, within it."""
    centre = (box.left + box.right) / 2
    return words.anchor == "middle" and abs(words.x - centre) < 2 and box.holds(words.x, words.middle)


def _merged(found: Sequence[DrawnWords]) -> DrawnWords | None:
    if not found:
        return None
    parts = sorted(found, key=lambda words: words.top)
    rows = tuple(row for words in parts for row in words.rows)
    return replace(parts[0], rows=rows, bottom=max(words.bottom for words in parts))


def bands(drawing: Drawing, highest: float, most: int) -> list[Drawing]:
    """A drawing cut into bands that are at most so high and have at most so many words.

    A cut lies right above a row of boxes, so that an arrow stays with the box from which it comes; a
    single row may still be too high or have too many words.
    """
    found: list[Drawing] = []
    for top, bottom in pairwise(_edges(drawing, highest)):
        both = _band(drawing, found[-1].top if found else top, bottom)
        if found and both.height <= highest and count(*both.texts) <= most:
            found[-1] = both
        else:
            found.append(_band(drawing, top, bottom))
    return found


def _edges(drawing: Drawing, highest: float) -> list[float]:
    """The frame's top, the tops of rows of boxes and words that nothing crosses, the frame's bottom.

    A box around others that is higher than `highest` may be crossed.
    """
    spans = sorted(_spans(drawing, highest))
    edges, reach = [drawing.top], drawing.top
    for top, bottom in spans:
        if top > reach and reach > drawing.top:
            edges.append(top - 2)
        reach = max(reach, bottom)
    return [*edges, drawing.bottom]


def _spans(drawing: Drawing, highest: float) -> Iterator[tuple[float, float]]:
    boxes = [shape for shape in drawing.shapes if shape.kind != "path"]
    yield from ((box.top, box.bottom) for box in boxes if box.bottom - box.top <= highest)
    yield from ((words.top, words.bottom) for words in drawing.all_words if not words.turn)


def _band(drawing: Drawing, top: float, bottom: float) -> Drawing:
    """The part of a drawing between two heights, in a frame of that height."""
    shapes = tuple(part for shape in drawing.shapes for part in _parts(shape, top, bottom))
    words = tuple(_inside(words, top, bottom) for words in drawing.words if top <= words.middle < bottom)
    return replace(drawing, top=top, bottom=bottom, shapes=shapes, words=words)


def _inside(words: DrawnWords, top: float, bottom: float) -> DrawnWords:
    """DrawnWords as they are; those that are turned, in the middle of a band."""
    move = (top + bottom) / 2 - words.middle if words.turn else 0.0
    return replace(words, top=words.top + move, bottom=words.bottom + move)


def _parts(shape: DrawnShape, top: float, bottom: float) -> Iterator[DrawnShape]:
    """A shape in a band: whole where its middle lies; of boxes and lines that go through, their part."""
    if shape.top >= top and shape.bottom <= bottom:
        yield shape
    elif shape.kind == "path" and shape.line[0] != shape.line[-1]:
        for line in _clipped(shape.line, top, bottom):
            xs, ys = zip(*line, strict=True)
            if max(max(xs) - min(xs), max(ys) - min(ys)) > _EDGE:
                yield replace(shape, line=tuple(line), top=min(ys), bottom=max(ys))
    elif shape.kind == "box" and shape.top < bottom - _EDGE and shape.bottom > top + _EDGE:
        yield replace(shape, top=max(shape.top, top), bottom=min(shape.bottom, bottom))
    elif shape.kind != "box" and top <= (shape.top + shape.bottom) / 2 < bottom:
        yield shape


def _clipped(line: Sequence[Point], top: float, bottom: float) -> Iterator[list[Point]]:
    """The parts of a line between two heights."""
    held: list[Point] = []
    for start, end in pairwise(line):
        part = _segment(start, end, top, bottom)
        if part is None or (held and held[-1] != part[0]):
            yield from [held] if held else []
            held = []
        if part:
            held = [*(held or [part[0]]), part[1]]
    if held:
        yield held


def _segment(start: Point, end: Point, top: float, bottom: float) -> tuple[Point, Point] | None:
    """The part of a straight line between two heights; None where nothing of it is there."""
    low, high = min(start[1], end[1]), max(start[1], end[1])
    if high < top or low > bottom or (low == high and not top <= low < bottom):
        return None
    return _at(start, end, top, bottom), _at(end, start, top, bottom)


def _at(point: Point, other: Point, top: float, bottom: float) -> Point:
    """An end of a line, moved along it to the nearest of two heights when it lies beyond."""
    y = min(max(point[1], top), bottom)
    if y == point[1]:
        return point
    return point[0] + (other[0] - point[0]) * (y - point[1]) / (other[1] - point[1]), y
