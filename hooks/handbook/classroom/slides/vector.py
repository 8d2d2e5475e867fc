"""A drawing as SVG in the same places and letters as in a presenter's program."""

from handbook.classroom.slides.drawing import Drawing, DrawnShape, DrawnWords
from handbook.classroom.slides.layout import OnSlide, placed
from handbook.html import Element, e

_BASE = 0.34
"""The share of letters by which they reach below the middle of a line."""


def vector(drawing: Drawing, alt: str, size: tuple[float, float]) -> Element:
    """The drawing in a room of a width and a height in points; `alt` says it in words."""
    wide, high = size
    own = placed(drawing, (0.0, 0.0, wide, high))
    shapes = [item for shape in drawing.shapes for item in _shape(shape, own)]
    words = [_words(item, own, item.x, item.middle) for item in drawing.words]
    return e("svg", *shapes, *words, viewBox=f"0 0 {wide:g} {high:g}", role="img", aria_label=alt)


def _shape(shape: DrawnShape, own: OnSlide) -> list[Element]:
    (left, top), (right, bottom) = own.at(shape.left, shape.top), own.at(shape.right, shape.bottom)
    paint = {"fill": shape.fill or "none"}
    if shape.stroke:
        paint |= {"stroke": shape.stroke, "stroke_width": _n(shape.thickness * own.scale)}
    if shape.dashed:
        paint["stroke_dasharray"] = "9 6"
    found = [_outline(shape, own, (left, top, right, bottom), paint)]
    if shape.words:
        x = (shape.left + shape.right) / 2
        found.append(_words(shape.words, own, x, (shape.top + shape.bottom) / 2))
    return found


def _outline(
    shape: DrawnShape, own: OnSlide, ends: tuple[float, float, float, float], paint: dict[str, str]
) -> Element:
    left, top, right, bottom = ends
    if shape.kind == "path":
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in (own.at(*point) for point in shape.line))
        return e("polyline", points=points, **paint)
    if shape.kind == "oval":
        places = {"cx": (left + right) / 2, "cy": (top + bottom) / 2, "rx": (right - left) / 2}
        places["ry"] = (bottom - top) / 2
        return e("ellipse", **{key: _n(value) for key, value in places.items()}, **paint)
    places = {
        "x": left,
        "y": top,
        "width": right - left,
        "height": bottom - top,
        "rx": shape.radius * own.scale,
    }
    return e("rect", **{key: _n(value) for key, value in places.items()}, **paint)


def _words(words: DrawnWords, own: OnSlide, x: float, middle: float) -> Element:
    """Rows below each other, their middle at a height."""
    left, centre = own.at(x, middle)
    pitches = [own.size(row) * 1.2 for row in words.rows]
    top = centre - sum(pitches) / 2
    rows = []
    for row, pitch in zip(words.rows, pitches, strict=True):
        base = top + pitch / 2 + own.size(row) * _BASE
        weight = "700" if row.bold else "400"
        said = {"x": _n(left), "y": _n(base), "font_size": _n(own.size(row)), "font_weight": weight}
        rows.append(e("tspan", row.text, fill=row.colour, **said))
        top += pitch
    turn = {"transform": f"rotate({words.turn:g} {_n(left)} {_n(centre)})"} if words.turn else {}
    return e("text", *rows, text_anchor=words.anchor, **turn)


def _n(value: float) -> str:
    """A number with one decimal at most."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
