"""The master of a deck: the look of this house, or the template of whoever holds the course."""

from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from handbook.classroom.slides import spread
from handbook.classroom.slides.deck import HEIGHT, WIDTH
from handbook.classroom.slides.measure import FONT
from handbook.problem import RefusedError
from handbook.strings import Strings

TITLE = (48.0, 26.0, 864.0, 86.0)
"""Left, top, width and height in points of what every slide has."""
BODY = (48.0, 126.0, *spread.ROOM)
FIGURE = (40.0, 112.0, 880.0, 380.0)
"""The room of figures and tables."""
OPENING = (48.0, 90.0, 864.0, 210.0)
BELOW = (48.0, 316.0, *spread.BELOW)
FOOT = (48.0, 500.0, 780.0, 26.0)
NUMBER = (832.0, 500.0, 80.0, 26.0)
SMALL = 12
"""Points of the letters of the foot."""
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_MARGINAL = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_EDGE = f"""
<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <p:nvSpPr><p:cNvPr id="20" name="Edge" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
  <p:spPr>
    <a:xfrm><a:off x="0" y="0"/><a:ext cx="{Pt(WIDTH)}" cy="{Pt(12)}"/></a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:solidFill><a:schemeClr val="accent1"/></a:solidFill>
  </p:spPr>
</p:sp>
"""
"""A bar along the top of all slides."""
_KEPT = ("Title Slide", "Title and Content", "Title Only")


class Layouts(NamedTuple):
    """The layouts that a deck uses: to open a stage, for text, for a figure or a table."""

    opening: Any
    text: Any
    bare: Any


def own(accent: str, s: Strings) -> tuple[Any, Layouts]:
    """An empty presentation in the look of this house, with an accent `#rrggbb`."""
    show = Presentation()
    show.slide_width, show.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(show.slide_layouts):
        if layout.name not in _KEPT:
            show.slide_layouts.remove(layout)
    _paint(show.slide_master, accent.lstrip("#"))
    found = Layouts(*show.slide_layouts)
    for layout, name in zip(found, ("pembuka", "teks", "judul"), strict=True):
        layout.name = s(f"tayangan.tata_letak.{name}")
        for shape in layout.placeholders:
            _place(shape, is_opening=layout is found.opening)
    for shape in show.slide_master.placeholders:
        _place(shape, is_opening=False)
    return show, found


def _place(shape: Any, *, is_opening: bool) -> None:
    """Put a placeholder where this house has it; dates are left out, since an edition stands there."""
    kind = shape.placeholder_format.type
    if kind == PP_PLACEHOLDER.DATE:
        shape.element.getparent().remove(shape.element)
        return
    place = {PP_PLACEHOLDER.FOOTER: FOOT, PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER}.get(kind)
    if place is None and kind in _TITLES:
        place = OPENING if is_opening else TITLE
    left, top, width, height = (Pt(value) for value in place or (BELOW if is_opening else BODY))
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    frame = shape.element.txBody.bodyPr
    for child in list(frame):
        frame.remove(child)
    frame.set("anchor", "b" if is_opening and kind in _TITLES else "t" if kind in _BODIES else "ctr")
    for side in ("lIns", "rIns"):
        frame.set(side, "0")
    _plain(shape, "r" if kind == PP_PLACEHOLDER.SLIDE_NUMBER else "l")


def _plain(shape: Any, side: str) -> None:
    """Let a placeholder have the colour of its master's text, at a side instead of in the middle."""
    styles = shape.element.txBody.find(qn("a:lstStyle"))
    for style in styles.iter(qn("a:lvl1pPr")):
        style.set("algn", side)
    for tint in list(styles.iter(qn("a:tint"))):
        tint.getparent().remove(tint)


def _paint(master: Any, accent: str) -> None:
    """Fonts, colours and the edge of all slides."""
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    blob = theme.blob.replace(b"4F81BD", accent.upper().encode())
    theme.blob = blob.replace(b'"Calibri"', f'"{FONT}"'.encode())
    style = master.element.find(qn("p:txStyles"))
    title = style.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    for said in title.iter(qn("a:defRPr")):
        said.set("b", "1")
        said.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "accent1")
    master.shapes._spTree.insert(2, parse_xml(_EDGE))


def given(template: Path) -> tuple[Any, Layouts]:
    """A presentation of an organiser, without its slides; RefusedError when it has no use as a template."""
    try:
        show = Presentation(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise RefusedError("templat_rusak", berkas=template) from error
    slides = show.slides._sldIdLst
    for slide in list(slides):
        show.part.drop_rel(slide.rId)
        slides.remove(slide)
    layouts = list(show.slide_layouts)
    text = next((item for item in layouts if _has(item, _TITLES, _BODIES)), None)
    bare = next((item for item in layouts if _has(item, _TITLES)), None)
    if text is None or bare is None:
        raise RefusedError("templat_kurang", berkas=template)
    opening = next((item for item in layouts if _has(item, _TITLES, (PP_PLACEHOLDER.SUBTITLE,))), text)
    return show, Layouts(opening, text, bare)


def _has(layout: Any, *kinds: tuple[Any, ...]) -> bool:
    """Whether the placeholders of a layout, dates and foot aside, are one of each of some kinds."""
    found = [item.placeholder_format.type for item in layout.placeholders]
    found = [kind for kind in found if kind not in _MARGINAL]
    return len(found) == len(kinds) and all(any(kind in wanted for kind in found) for wanted in kinds)
