"""A drawing read from an SVG that is made of boxes, ovals, paths and words; any other SVG stays a picture."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from handbook.classroom.slides.drawing import Drawing, DrawnShape, DrawnWords, Point, Row, put_in_boxes

_SVG = "{http://www.w3.org/2000/svg}"
_INHERITED = ("fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor", "stroke-dasharray")
_UNKNOWN = ("style", "class", "clip-path", "marker-start", "marker-end", "opacity")
"""Attributes that this reading does not follow."""
_BASIC = {"fill": "#000000", "stroke": "none", "stroke-width": "1", "font-size": "16"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TURN = re.compile(r"rotate\((-?[\d.]+)[^)]*\)")
_STEP = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_ASCENT, _DESCENT = 0.76, 0.24
"""The share of letters above and below the line that they stand on."""
_CURVE = 12
"""Straight pieces of a curve."""


class _OtherError(Exception):
    """The picture holds something else."""


def read(content: bytes) -> Drawing | None:
    """The drawing of an SVG file; None where it has more than the shapes that are known here."""
    try:
        root = ElementTree.fromstring(content)
        left, top, width, height = (float(word) for word in root.get("viewBox", "").split())
        found = list(_found(root, {**_BASIC}))
    except (ElementTree.ParseError, ValueError, _OtherError):
        return None
    shapes = tuple(item for item in found if isinstance(item, DrawnShape))
    words = tuple(item for item in found if isinstance(item, DrawnWords))
    return put_in_boxes(Drawing(left, top, left + width, top + height, shapes, words))


def _found(element: Element, above: Mapping[str, str]) -> Iterator[DrawnShape | DrawnWords]:
    own = {**above, **{key: element.get(key, "") for key in _INHERITED if element.get(key)}}
    tag = element.tag.removeprefix(_SVG)
    if any(key in element.attrib for key in _UNKNOWN) or ("transform" in element.attrib and tag != "text"):
        raise _OtherError
    match tag:
        case "svg" | "g":
            for child in element:
                yield from _found(child, own)
        case "rect" | "circle" | "ellipse":
            yield _closed(element, tag, own)
        case "path":
            yield from _paths(element, own)
        case "text":
            yield from _words(element, own)
        case "title" | "desc":
            return
        case _:
            raise _OtherError


def _closed(element: Element, tag: str, own: Mapping[str, str]) -> DrawnShape:
    said = {name: float(element.get(name, 0)) for name in ("x", "y", "width", "height", "cx", "cy", "r")}
    if tag == "rect":
        ends = (said["x"], said["y"], said["x"] + said["width"], said["y"] + said["height"])
        return DrawnShape("box", *ends, *_paint(own), float(element.get("rx", 0)), _dashed(own))
    wide, high = (float(element.get(name, said["r"])) for name in ("rx", "ry"))
    ends = (said["cx"] - wide, said["cy"] - high, said["cx"] + wide, said["cy"] + high)
    return DrawnShape("oval", *ends, *_paint(own), dashed=_dashed(own))


def _paint(own: Mapping[str, str]) -> tuple[str, str, float]:
    """Fill, stroke and thickness."""
    stroke = _colour(own["stroke"])
    return _colour(own["fill"]), stroke, float(own["stroke-width"]) if stroke else 0.0


def _dashed(own: Mapping[str, str]) -> bool:
    return own.get("stroke-dasharray", "none") != "none"


def _colour(said: str) -> str:
    if said != "none" and not _COLOUR.fullmatch(said):
        raise _OtherError
    return "" if said == "none" else said.lower()


def _paths(element: Element, own: Mapping[str, str]) -> Iterator[DrawnShape]:
    """Each line of a path as a shape; only one that ends where it begins is filled."""
    for line in _lines(element.get("d", "")):
        xs, ys = zip(*line, strict=True)
        ends = (min(xs), min(ys), max(xs), max(ys))
        fill, stroke, thickness = _paint(own)
        is_closed = line[0] == line[-1]
        paint = (fill if is_closed else "", stroke, thickness)
        yield DrawnShape("path", *ends, *paint, dashed=_dashed(own), line=tuple(line))


def _lines(said: str) -> Iterator[list[Point]]:
    """The lines of a path of absolute steps; curves become short straight pieces."""
    steps, line = _STEP.findall(said), list[Point]()
    step = ""
    while steps:
        step = steps.pop(0) if steps[0].isalpha() else step
        if step == "M" and line:
            yield line
            line = []
        line += _next(step, steps, line)
        step = "L" if step == "M" else step
    if line:
        yield line


def _next(step: str, steps: list[str], line: list[Point]) -> list[Point]:
    """The points to which a step leads; takes its numbers away."""

    def take(count: int) -> list[float]:
        return [float(steps.pop(0)) for _ in range(count)]

    match step:
        case "M" | "L":
            x, y = take(2)
            return [(x, y)]
        case "H":
            return [(take(1)[0], line[-1][1])]
        case "V":
            return [(line[-1][0], take(1)[0])]
        case "C":
            return _curve(line[-1], take(6))
        case "Z":
            return [line[0]]
    raise _OtherError


def _curve(start: Point, ends: list[float]) -> list[Point]:
    """Points on a cubic curve."""
    xs, ys = (start[0], *ends[0::2]), (start[1], *ends[1::2])
    shares = [number / _CURVE for number in range(1, _CURVE + 1)]
    return [(_at(xs, share), _at(ys, share)) for share in shares]


def _at(ends: tuple[float, ...], share: float) -> float:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return sum(weight * end for weight, end in zip(weights, ends, strict=True))


def _words(element: Element, own: Mapping[str, str]) -> Iterator[DrawnWords]:
    """The rows of a text; those with another beginning than the ones before are words of their own."""
    turned = _TURN.fullmatch(element.get("transform", "rotate(0)"))
    if turned is None:
        raise _OtherError
    held: list[tuple[float, float, Row]] = []
    for x, y, row in _rows(element, own):
        if held and x != held[-1][0]:
            yield _block(held, own, float(turned[1]))
            held = []
        held.append((x, y, row))
    if held:
        yield _block(held, own, float(turned[1]))


def _rows(element: Element, own: Mapping[str, str]) -> Iterator[tuple[float, float, Row]]:
    x, y = float(element.get("x", 0)), float(element.get("y", 0))
    if element.text and element.text.strip():
        yield x, y, _row(element.text, own)
    for part in element:
        if part.tag != f"{_SVG}tspan" or "x" not in part.attrib or (part.tail or "").strip():
            raise _OtherError
        said = {**own, **{key: part.get(key, "") for key in _INHERITED if part.get(key)}}
        yield float(part.get("x", x)), float(part.get("y", y)), _row(part.text or "", said)


def _row(text: str, own: Mapping[str, str]) -> Row:
    bold = own.get("font-weight", "") in ("600", "700", "bold")
    return Row(" ".join(text.split()), float(own["font-size"]), bold, _colour(own["fill"]))


def _block(held: list[tuple[float, float, Row]], own: Mapping[str, str], turn: float) -> DrawnWords:
    first, last = held[0], held[-1]
    top, bottom = first[1] - first[2].size * _ASCENT, last[1] + last[2].size * _DESCENT
    rows = tuple(row for _, _, row in held)
    return DrawnWords(rows, first[0], top, bottom, own.get("text-anchor", "start"), turn)
