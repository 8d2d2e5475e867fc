"""The look of a document for reviewers: styles, page, head, tables."""

from collections.abc import Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

_INK, _GREY = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x59, 0x59, 0x59)
_FONT = "Calibri"
_SIZES = {"Heading 1": 17, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11, "Title": 22}
_OWN = {
    "Telaah Keterangan": (9.5, _GREY, "", "999999"),
    "Telaah Rekaman": (9.5, _GREY, "", ""),
    "Telaah Berkas": (9, _GREY, "", ""),
    "Telaah Label": (9, _GREY, "", ""),
    "Telaah Sel": (10.5, _INK, "", ""),
    "Telaah Judul": (11.5, _INK, "", ""),
    "Telaah Kode": (9.5, _INK, "F2F2F2", ""),
    "Telaah Fasilitator": (10.5, _INK, "FFF4D6", "C98A00"),
    "Telaah Penyunting": (10, _INK, "F4F4F4", "999999"),
    "Telaah Kotak": (10.5, _INK, "EAF2EC", "2F6B45"),
    "Telaah Sela": (4, _INK, "", ""),
}
"""Own styles: size in points, colour, shade and colour of the rule at the left."""


def prepare(file: Any, title: str, language: str) -> None:
    """Styles, an A4 page with a head, and tracked changes switched on."""
    for name, points in _SIZES.items():
        _letter(file.styles[name], points, _INK)
    for name in ("Normal", "Body Text", "List Number"):
        _letter(file.styles[name], 11, _INK)
    for name, (size, colour, shade, rule) in _OWN.items():
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        style.element.set(qn("w:styleId"), name.replace(" ", ""))
        _letter(style, size, colour)
        _space(style, before=0, after=2 if name in ("Telaah Sel", "Telaah Label") else 5)
        _framed(style, shade, rule)
    file.styles["Telaah Judul"].font.bold = file.styles["Telaah Rekaman"].font.bold = True
    file.styles["Telaah Keterangan"].font.italic = True
    for name in ("Telaah Judul", "Telaah Rekaman", "Telaah Keterangan", "Telaah Berkas"):
        file.styles[name].paragraph_format.keep_with_next = True
    file.styles["Telaah Sela"].paragraph_format.space_after = Pt(0)
    _begin_of_file(file.styles["Heading 1"])
    _page(file, title)
    _settings(file, language)


def _letter(style: Any, size: float, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), colour
    fonts = style.element.rPr.rFonts
    for name in [*fonts.attrib]:
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), _FONT)


def _space(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1


def _framed(style: Any, shade: str, rule: str) -> None:
    """A rule at the left and a shade behind the text."""
    properties = style.element.get_or_add_pPr()
    if rule:
        borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
        for name, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", rule)):
            left.set(qn(f"w:{name}"), value)
        borders.append(left)
        properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind")
    if shade:
        properties.insert_element_before(_shade(shade), "w:spacing", "w:ind")


def _shade(colour: str) -> Any:
    made = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        made.set(qn(f"w:{name}"), value)
    return made


def _begin_of_file(style: Any) -> None:
    """Each file of the sources begins on a page of its own."""
    style.paragraph_format.page_break_before = True


def _page(file: Any, title: str) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(27), Mm(20)
    head = section.header.paragraphs[0]
    head.text = title
    head.runs[0].font.size = Pt(8.5)
    head.runs[0].font.color.rgb = _GREY
    file.core_properties.title = title
    file.core_properties.author = ""
    file.core_properties.comments = ""


def _settings(file: Any, language: str) -> None:
    """Changes are tracked from the first letter on; words are spelled in their language."""
    settings = file.settings.element
    track = OxmlElement("w:trackRevisions")
    before = settings.find(qn("w:defaultTabStop"))
    settings.insert(settings.index(before) if before is not None else 0, track)
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), {"id": "id-ID", "en": "en-GB"}.get(language, language))


def valued(name: str, value: str) -> Any:
    """An element with a value."""
    made = OxmlElement(name)
    made.set(qn("w:val"), value)
    return made


def table(widths: Sequence[int]) -> Any:
    """A table with thin rules and columns of some widths."""
    made, properties, borders = OxmlElement("w:tbl"), OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = valued(f"w:{side}", "single")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "BFBFBF")
        borders.append(line)
    width, layout = OxmlElement("w:tblW"), OxmlElement("w:tblLayout")
    width.set(qn("w:w"), str(sum(widths)))
    width.set(qn("w:type"), "dxa")
    layout.set(qn("w:type"), "fixed")
    for child in (width, borders, layout):
        properties.append(child)
    grid = OxmlElement("w:tblGrid")
    for each in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(each))
        grid.append(column)
    made.append(properties)
    made.append(grid)
    return made


def row(*, is_head: bool) -> Any:
    """A row that is not broken over pages; a head is repeated on each."""
    made, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    made.append(properties)
    return made


def cell(width: int, shade: str) -> Any:
    """A cell."""
    made, properties, size = OxmlElement("w:tc"), OxmlElement("w:tcPr"), OxmlElement("w:tcW")
    size.set(qn("w:w"), str(width))
    size.set(qn("w:type"), "dxa")
    properties.append(size)
    if shade:
        properties.append(_shade(shade))
    made.append(properties)
    return made
