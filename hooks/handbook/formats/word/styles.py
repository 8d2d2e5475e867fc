"""The empty document: paper, styles, language, foot."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import TypeAlias

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml import etree

from handbook.formats.word.controls import LOCALES, node, text_run
from handbook.html import Paper

MM = {Paper.A4: (210, 297), Paper.F4: (215, 330), Paper.LETTER: (216, 279)}
"""Width and height of the papers, upright."""
MARGIN_MM = 18
FONT, SYMBOLS = "Arial", "MS Gothic"
INK, GREY, LINE, SHADE = "1F3B4D", "595959", "5F6E77", "E9EEF1"
"""The colours of headings, of what is less important, of lines, behind the heads of tables."""
SIDE_TWIPS = 85
"""The room left and right of the words of a cell, in twentieths of a point."""
GRID, CARDS = "Form Grid", "Form Cards"
"""The styles of tables."""
USUAL = {"Normal": 10, "Heading 1": 18, "Heading 2": 13, "Heading 3": 11, "Caption": 10, "Footer": 8}
"""The size of Word's own styles that a form uses, in points."""
Look: TypeAlias = Mapping[str, int]
PARAGRAPHS: Mapping[str, Look] = {
    "Form Line": {"after": 3, "tab": 45},
    "Form Question": {"before": 6, "after": 2, "next": True},
    "Form Answer": {"after": 4, "ruled": True},
    "Form Story": {"after": 4, "indent": 6},
    "Form Head": {"size": 9, "bold": True},
    "Form Cell": {"size": 9},
    "Form Tick": {"size": 9, "centre": True},
    "Form After": {"size": 4},
    "Form Card": {"size": 13, "bold": True, "after": 4},
    "Form Signer": {"before": 10, "after": 2, "bold": True, "next": True},
    "Form Signature": {"before": 2, "after": 34, "next": True},
    "Form Note": {"size": 9, "before": 6, "grey": True},
}
"""Our paragraph styles: points of size and of room, millimetres of tab and indent."""
RUNS: Mapping[str, Look] = {
    "Form Label": {"bold": True},
    "Form Box": {"symbol": True, "size": 12},
    "Placeholder Text": {"grey": True},
}
"""Our styles of words."""
UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings")
"""Parts of the library's template that a form needs not."""


def empty(paper: Paper, language: str, *, is_wide: bool) -> Document:
    """A document without a word in it."""
    made = docx.Document(BytesIO(_styled(locale(language))))
    section, (short, long) = made.sections[0], MM[paper]
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(long), Mm(short)) if is_wide else (Mm(short), Mm(long))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(9)
    return made


@cache
def _styled(lang: str) -> bytes:
    """A document with our styles in a language, on any paper."""
    made = docx.Document()
    for rels in (made.part.package.rels, made.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            del rels[key]
    root = made.styles.element
    for style in [style for style in root.findall(qn("w:style")) if style.get(qn("w:type")) == "table"]:
        if style.get(qn("w:styleId")) != "TableNormal":
            root.remove(style)
    _set_styles(made)
    for element in (*root.iter(qn("w:lang")), *made.settings.element.iter(qn("w:themeFontLang"))):
        element.set(qn("w:val"), lang)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def locale(language: str) -> str:
    """A language with the country whose spelling and dates are meant."""
    return LOCALES.get(language, language)


def room_mm(paper: Paper, *, is_wide: bool) -> tuple[int, int]:
    """Width and height between the margins."""
    short, long = (side - 2 * MARGIN_MM for side in MM[paper])
    return (long, short) if is_wide else (short, long)


def _set_styles(made: Document) -> None:
    for name, size in USUAL.items():
        style = made.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size, room = Pt(size), style.paragraph_format
        _set_font(style)
        room.space_after, room.line_spacing = Pt(4), 1.15
        if name.startswith(("Heading", "Caption")):
            style.font.color.rgb, style.font.bold = RGBColor.from_string(INK), True
            room.space_before, room.keep_with_next = Pt(10), True
    made.styles.element.extend(
        [
            *(_paragraph_style(name, look) for name, look in PARAGRAPHS.items()),
            *(_run_style(name, look) for name, look in RUNS.items()),
            _table_style(GRID, "single"),
            _table_style(CARDS, "dashed"),
        ]
    )


def _set_font(style: ParagraphStyle) -> None:
    """Our font instead of the theme's."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)


def _paragraph_style(name: str, look: Look) -> etree._Element:
    inside = []
    if look.get("next"):
        inside.append(node("keepNext"))
    if look.get("ruled"):
        inside.append(node("pBdr", node("bottom", val="single", sz="4", space="2", color=LINE)))
    if tab := look.get("tab"):
        inside.append(node("tabs", node("tab", val="left", pos=_twips(tab))))
    before, after = (str(look.get(side, 0) * 20) for side in ("before", "after"))
    inside.append(node("spacing", before=before, after=after))
    if tab or "indent" in look:
        hanging = {"hanging": _twips(tab)} if tab else {}
        inside.append(node("ind", left=_twips(tab or look["indent"]), **hanging))
    if look.get("centre"):
        inside.append(node("jc", val="center"))
    return _style("paragraph", name, node("basedOn", val="Normal"), node("pPr", *inside), _letters(look))


def _run_style(name: str, look: Look) -> etree._Element:
    return _style("character", name, node("basedOn", val="DefaultParagraphFont"), _letters(look))


def _letters(look: Look) -> etree._Element:
    inside = []
    if look.get("symbol"):
        inside.append(node("rFonts", ascii=SYMBOLS, hAnsi=SYMBOLS, eastAsia=SYMBOLS, cs=SYMBOLS))
    if look.get("bold"):
        inside.append(node("b"))
    if look.get("grey"):
        inside.append(node("color", val=GREY))
    if "size" in look:
        inside.append(node("sz", val=str(look["size"] * 2)))
    return node("rPr", *inside)


def _style(kind: str, name: str, *inside: etree._Element) -> etree._Element:
    own = {"type": kind, "customStyle": "1", "styleId": name.replace(" ", "")}
    return node("style", node("name", val=name), *inside, **own)


def _twips(mm: int) -> str:
    return str(round(mm * 1440 / 25.4))


def _table_style(name: str, look: str) -> etree._Element:
    """The style of tables: thin lines, room around the words."""
    line = {"val": look, "sz": "4", "space": "0", "color": LINE}
    sides = [node(side, **line) for side in ("top", "left", "bottom", "right", "insideH", "insideV")]
    room = [
        node(side, w=str(SIDE_TWIPS if side in ("left", "right") else SIDE_TWIPS // 2), type="dxa")
        for side in ("top", "left", "bottom", "right")
    ]
    own = node("tblPr", node("tblBorders", *sides), node("tblCellMar", *room))
    return _style("table", name, node("basedOn", val="TableNormal"), own)


def foot(made: Document, words: str, page: str) -> None:
    """Edition and source on the left, `{nomor}` of `{jumlah}` pages on the right."""
    section = made.sections[0]
    paragraph = section.footer.paragraphs[0]
    paragraph.style = made.styles["Footer"]
    room = paragraph.style.paragraph_format
    room.tab_stops.clear_all()
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    room.tab_stops.add_tab_stop(width, 2)
    paragraph.add_run(f"{words}\t")
    before, _, rest = page.partition("{nomor}")
    between, _, after = rest.partition("{jumlah}")
    for piece in (text_run(before), _number("PAGE"), text_run(between), _number("NUMPAGES"), text_run(after)):
        paragraph._p.append(piece)


def _number(code: str) -> etree._Element:
    return node("fldSimple", text_run("1"), instr=f" {code} ")
