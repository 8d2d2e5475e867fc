"""Pieces of Moodle XML: elements, and texts as Moodle holds them."""

from xml.etree.ElementTree import tostring

from lxml import etree

from handbook.html import e, emphasised


def node(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element."""
    made = etree.Element(name, attributes)
    made.extend(children)
    return made


def value(name: str, text: object) -> etree._Element:
    """A setting: `<penalty>0</penalty>`."""
    made = node(name)
    made.text = str(text)
    return made


def plain(name: str, text: str) -> etree._Element:
    """A text without markup."""
    return node(name, value("text", text))


def prose(name: str, *texts: str, **attributes: str) -> etree._Element:
    """Texts of authors as HTML, a paragraph each; mentions stay words: Moodle has no pages of the book."""
    inside = node("text")
    if said := [text for text in texts if text]:
        html = "".join(tostring(e("p", emphasised(text)), encoding="unicode", method="html") for text in said)
        inside.text = etree.CDATA(html)
    return node(name, inside, format="html", **attributes)


def answer(text: str, fraction: float, feedback: str = "", *, is_html: bool = True) -> etree._Element:
    """An answer with its part of the points in per cent, five decimals as Moodle lists them."""
    share = f"{fraction:.5f}".rstrip("0").rstrip(".")
    made = prose("answer", text, fraction=share) if is_html else _bare(text, share)
    made.append(prose("feedback", feedback))
    return made


def _bare(text: str, share: str) -> etree._Element:
    return node("answer", value("text", text), fraction=share, format="plain_text")
