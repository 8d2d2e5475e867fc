"""Fields of a form: every one has a label and a name that is the same on screen and in the PDF."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from handbook.html import Context, Piece, e


def label(name: str, *text: Piece | Iterable[Piece], hidden: bool = False) -> Element:
    """The label of a field; a hidden one is read aloud but not shown."""
    css = {"class_": "sr-only"} if hidden else {}
    return e("label", *text, for_=name, **css)


def line(name: str, type_: str = "text") -> Element:
    """A field of one line."""
    return e("input", type=type_, id=name, name=name, autocomplete="off")


def area(name: str, height_mm: int) -> Element:
    """A field of several lines with room for a hand: `height_mm` on paper."""
    css = f"h-{height_mm}mm"
    return e("textarea", id=name, name=name, class_=css, rows=str(max(2, height_mm // 7)), autocomplete="off")


def labelled_line(name: str, text: str, css: str) -> Element:
    """A label with its line."""
    return e("p", label(name, text), " ", line(name), class_=f"line {css}")


def tick(name: str) -> Element:
    """A box to tick; print has no radio buttons, so a choice is one box for each of its values."""
    return e("input", type="checkbox", id=name, name=name, value="ya")


def title(text: str | None, context: Context) -> Element | None:
    """The title of a part, when it has one."""
    return e("h3", context.prose(text)) if text else None


def filled_list(pairs: Iterable[tuple[str, str]], context: Context) -> Element:
    """Filled fields, read only: label and text."""
    rows = (e("div", e("dt", context.prose(label)), e("dd", context.prose(text))) for label, text in pairs)
    return e("dl", *rows, class_="facts lines-example")
