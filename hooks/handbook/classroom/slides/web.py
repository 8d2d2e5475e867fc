"""A deck as one file for a browser: it needs no connection, no server and no other file."""

import base64
import json
import mimetypes
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import tostring

from handbook.classroom.slides import master
from handbook.classroom.slides.deck import Deck, Figure, Picture, Slide, TableBody, TextBody, TextLine
from handbook.classroom.slides.vector import vector
from handbook.html import Element, Piece, e
from handbook.strings import Strings

STYLE = Path(__file__).with_name("deck.css")
TOOLS = ("mundur", "maju", "penyaji", "hitam", "jam", "ulang")
"""The buttons, by the ends of the keys of their names."""
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
:root {{ --accent: {accent}; }}
{style}</style>
</head>
<body>
{body}
<script type="application/json" id="words">{words}</script>
<script>
{script}
</script>
</body>
</html>
"""


def page(deck: Deck, accent: str, script: str, s: Strings) -> str:
    """The whole file; `script` shows one slide at a time, without it they stand below each other."""
    slides = [_slide(slide, number, len(deck.slides)) for number, slide in enumerate(deck.slides, 1)]
    body = [_tools(s), e("main", *slides, id="deck"), *_room(s)]
    words = json.dumps(s.tree("tayangan.alat"), ensure_ascii=False, sort_keys=True)
    return PAGE.format(
        language=deck.language,
        title=_escaped(f"{deck.title} · {deck.book}"),
        accent=accent,
        style=STYLE.read_text(encoding="utf-8"),
        body="\n".join(_markup(element) for element in body),
        words=words.replace("<", "\\u003c"),
        script=script.replace("</", "<\\/"),
    )


def _markup(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _slide(slide: Slide, number: int, total: int) -> Element:
    """A slide as a section with its title, body, foot and notes."""
    title = e("h1", slide.title, id=f"judul-{number}")
    foot = e("p", e("span", slide.source), e("span", f"{number}/{total}", class_="number"), class_="foot")
    notes = e("div", *(e("p", text) for text in slide.notes), class_="notes")
    marks = {"data_unit": slide.unit, "data_minutes": str(slide.minutes)} if slide.unit else {}
    css = "slide opening" if slide.opens else "slide"
    body = e("div", _body(slide), class_="body")
    name = f"judul-{number}"
    return e(
        "section", title, body, foot, notes, id=f"slaid-{number}", class_=css, aria_labelledby=name, **marks
    )


def _body(slide: Slide) -> list[Piece]:
    match slide.body:
        case TextBody():
            size = f"{slide.body.size:g}"
            return [e("div", *_lists(slide.body.lines), class_="lines", data_size=size)]
        case TableBody():
            return [_table(slide.body)]
        case Figure():
            return [vector(slide.body.drawing, slide.body.alt, master.FIGURE[2:])]
        case Picture():
            return [e("img", src=_embedded(slide.body.path), alt=slide.body.alt)]


def _lists(lines: tuple[TextLine, ...]) -> Iterator[Element]:
    """Neighbouring items with marks as one list, others as paragraphs."""
    held: list[Element] = []
    for line in lines:
        said = [
            e("strong", line.lead) if line.lead else None,
            " " if line.lead and line.text else None,
            line.text,
        ]
        if line.mark:
            mark = e("span", line.mark, class_="mark")
            held.append(e("li", mark, e("span", *said)))
            continue
        if held:
            yield e("ul", *held)
            held = []
        yield e("p", *said)
    if held:
        yield e("ul", *held)


def _table(grid: TableBody) -> Element:
    head = e("thead", e("tr", *(e("th", cell, scope="col") for cell in grid.head)))
    rows = (e("tr", *(e("td", cell) for cell in row)) for row in grid.rows)
    return e("table", head, e("tbody", *rows), data_size=f"{grid.size:g}")


def _embedded(path: Path) -> str:
    """A file within an address."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _tools(s: Strings) -> Element:
    """The buttons, which need the script."""
    buttons = (
        e("button", s(f"tayangan.alat.{name}"), type="button", data_do=name, title=s(f"tayangan.alat.{name}"))
        for name in TOOLS
    )
    return e("nav", *buttons, id="tools", aria_label=s("tayangan.alat.nama"), hidden="")


def _room(s: Strings) -> Iterator[Element]:
    """Clocks, and the pane with the notes in the window of the presenter."""
    yield e("p", id="clock", role="timer", hidden="")
    pane = e(
        "aside",
        e("p", e("span", s("tayangan.alat.pukul"), " ", e("span", id="time")), " ", e("span", id="left")),
        e("h2", s("tayangan.alat.catatan")),
        e("div", id="told", tabindex="0"),
        id="pane",
        aria_label=s("tayangan.alat.catatan"),
        hidden="",
    )
    yield pane
    yield e("p", id="message", role="status")
