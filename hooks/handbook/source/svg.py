"""Limits of a drawing (SVG): shapes and words, and nothing that runs, fetches or never ends."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from handbook.problem import RefusedError

MOST_WORK = 20_000
"""Elements that are drawn, those that are used again counted each time."""
DEEPEST = 40
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SHAPES = """
svg g defs symbol use title desc text tspan textPath rect circle ellipse line polyline polygon path
linearGradient radialGradient stop clipPath marker style
"""
_SAYINGS = """
id class role lang viewBox version width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points dx dy
rotate transform preserveAspectRatio pathLength textLength lengthAdjust startOffset gradientUnits
gradientTransform spreadMethod offset clipPathUnits markerWidth markerHeight markerUnits refX refY orient
href style fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
stroke-dasharray stroke-dashoffset stroke-miterlimit opacity color display visibility overflow clip-path
clip-rule marker-start marker-end stop-color stop-opacity font-family font-size font-style font-weight
font-variant font-stretch text-anchor text-decoration letter-spacing word-spacing dominant-baseline
alignment-baseline baseline-shift writing-mode direction unicode-bidi paint-order vector-effect
shape-rendering text-rendering type media space focusable
"""
_ELEMENTS, _ATTRIBUTES = frozenset(_SHAPES.split()), frozenset(_SAYINGS.split())
_DECLARATION = re.compile(rb"<!(?!--)[A-Za-z]*|<\?(?!xml[ \t\r\n])[\w-]*")
_AWAY = re.compile(r"url\(\s*(?!['\"]?#)|@import|\\|expression\(|javascript:", re.I)


def judge(content: bytes) -> None:
    """Check a drawing; RefusedError for the first thing that it must not hold."""
    declaration = _DECLARATION.search(content)
    if declaration:
        raise RefusedError("gambar_unsur", kata=declaration.group().decode("ascii", "replace"))
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise RefusedError("gambar_rusak") from error
    if root.tag != f"{_SVG}svg":
        raise RefusedError("gambar_isi", jenis="SVG")
    _judge_depth(root)
    for element in root.iter():
        _judge_element(element)
    if _work(root, _by_id(root), {}, ()) > MOST_WORK:
        raise RefusedError("gambar_kerja", batas=MOST_WORK)


def _judge_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > DEEPEST:
            raise RefusedError("gambar_kerja", batas=DEEPEST)


def _judge_element(element: Element) -> None:
    name = element.tag.removeprefix(_SVG)
    if name not in _ELEMENTS:
        raise RefusedError("gambar_unsur", kata=re.sub(r"\{.*\}", "", name))
    if name == "style" and _AWAY.search(element.text or ""):
        raise RefusedError("gambar_unsur", kata="style")
    for attribute, value in element.attrib.items():
        _judge_attribute("href" if attribute == _LINK else attribute.removeprefix(_XML), value)


def _judge_attribute(name: str, value: str) -> None:
    is_known = name in _ATTRIBUTES or name.startswith(("aria-", "data-"))
    leads_away = not value.startswith("#") if name == "href" else _AWAY.search(value) is not None
    if not is_known or leads_away:
        raise RefusedError("gambar_unsur", kata=f"{re.sub(r'{.*}', '', name)}={value[:40]}")


def _by_id(root: Element) -> dict[str, Element]:
    return {f"#{element.get('id')}": element for element in root.iter() if element.get("id")}


def _work(
    element: Element, known: dict[str, Element], done: dict[Element, int], above: tuple[Element, ...]
) -> int:
    """The number of elements that are drawn for an element, those by `<use>` included."""
    if element in above or len(above) > DEEPEST:
        raise RefusedError("gambar_kerja", batas=DEEPEST)
    if element not in done:
        there = known.get(element.get("href") or element.get(_LINK) or "")
        used = [there] if there is not None and element.tag == f"{_SVG}use" else []
        done[element] = 1 + sum(_work(child, known, done, (*above, element)) for child in (*element, *used))
    return done[element]
