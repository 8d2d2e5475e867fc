"""Content controls: the places of a document that are filled in, each named like the field of the sheet."""

import zlib
from collections.abc import Mapping, Sequence

from lxml import etree

from handbook.html import Element
from handbook.strings import Strings

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MOST_LETTERS = 64
"""The longest title and tag that Word accepts."""
LOCALES = {"id": "id-ID", "en": "en-GB"}
EMPTY_BOX, TICKED_BOX = "2610", "2612"
Labels = Mapping[str, str]
"""The words of each label of a sheet, by the name of its field."""


def node(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element; `w14_checkbox` is of Word 2010's namespace, everything else of the first one."""
    space, tag = (W14, name[4:]) if name.startswith("w14_") else (W, name)
    made = etree.Element(f"{{{space}}}{tag}", nsmap={"w": W, "w14": W14})
    for key, value in attributes.items():
        made.set(f"{{{space}}}{key.rstrip('_')}", value)
    made.extend(children)
    return made


def text_run(words: str, style: str | None = None) -> etree._Element:
    """A run of words in a character style."""
    text = node("t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    look = [node("rPr", node("rStyle", val=style))] if style else []
    return node("r", *look, text)


def is_field(element: Element) -> bool:
    """Whether an element of a sheet is a place to fill in."""
    return element.tag in ("input", "textarea") or "picks" in element.get("class", "").split()


def control(field: Element, labels: Labels, s: Strings, *, in_cell: bool) -> etree._Element:
    """The control for a field of the sheet; in a cell, which has little room, a mark asks for words."""
    if field.tag not in ("input", "textarea"):
        return _choice(field, s)
    name = field.get("name", "")
    title = labels.get(name, name)
    if field.get("type") == "checkbox":
        return _made(name, title, [_box()], text_run(chr(int(EMPTY_BOX, 16)), "FormBox"))
    if field.get("data-date") is not None:
        return _made(name, title, [_asking(), _date(s.language)], _asked(s("word.tanggal")))
    many = {"multiLine": "1"} if field.tag == "textarea" else {}
    words = s("word.tulis_sel") if in_cell else s("word.tulis")
    return _made(name, title, [_asking(), node("text", **many)], _asked(words))


def _choice(picks: Element, s: Strings) -> etree._Element:
    """One of a few choices: the boxes of the sheet as a list that opens."""
    labels = list(picks.iter("label"))
    choices = [(label.find("span"), label) for label in labels]
    said = [(hidden.tail or "").strip() for hidden, _ in choices if hidden is not None]
    asked = next(((hidden.text or "").strip(" :") for hidden, _ in choices if hidden is not None), "")
    name = labels[0].get("for", "").rpartition(".")[0]
    items = [node("listItem", displayText=words, value=words) for words in said]
    return _made(name, asked, [_asking(), node("dropDownList", *items)], _asked(s("word.pilih")))


def _made(name: str, title: str, kind: Sequence[etree._Element], content: etree._Element) -> etree._Element:
    own = node(
        "sdtPr",
        node("alias", val=" ".join(title.split())[:MOST_LETTERS]),
        node("tag", val=name[:MOST_LETTERS]),
        node("id", val=str(zlib.crc32(name.encode()) & 0x7FFFFFFF)),
        *kind,
    )
    return node("sdt", own, node("sdtContent", content))


def _asking() -> etree._Element:
    return node("showingPlcHdr")


def _asked(words: str) -> etree._Element:
    return text_run(words, "PlaceholderText")


def _box() -> etree._Element:
    font = "MS Gothic"
    return node(
        "w14_checkbox",
        node("w14_checked", val="0"),
        node("w14_checkedState", val=TICKED_BOX, font=font),
        node("w14_uncheckedState", val=EMPTY_BOX, font=font),
    )


def _date(language: str) -> etree._Element:
    return node(
        "date",
        node("dateFormat", val="d MMMM yyyy"),
        node("lid", val=LOCALES.get(language, language)),
        node("storeMappedDataAs", val="dateTime"),
        node("calendar", val="gregorian"),
    )
