"""Fields of a form: every one has a label and a name that is the same on screen and in the PDF."""

from collections.abc import Iterable

from handbook.html import Context, Element, Piece, e

TAGS = ("input", "textarea")


def label(name: str, *text: Piece | Iterable[Piece], hidden: bool = False) -> Element:
    """The label of a field; a hidden one is read aloud but not shown."""
    css = {"class_": "sr-only"} if hidden else {}
    return e("label", *text, for_=name, **css)


def line(name: str, role: str | None = None) -> Element:
    """A field of one line; a `role` tells that it asks for the reader's own name or district."""
    return e("input", type="text", id=name, name=name, autocomplete="off", **_marked(role))


def area(name: str, height_mm: int, role: str | None = None, *, ruled: bool = False) -> Element:
    """A field of several lines with room for a hand: `height_mm` on paper, there with lines if `ruled`."""
    css, rows = f"h-{height_mm}mm" + (" ruled" if ruled else ""), str(max(2, height_mm // 7))
    return e("textarea", id=name, name=name, class_=css, rows=rows, autocomplete="off", **_marked(role))


def _marked(role: str | None) -> dict[str, str]:
    return {"data_role": role} if role else {}


def labelled_line(name: str, text: str, css: str, role: str | None = None) -> Element:
    """A label with its line."""
    return e("p", label(name, text), " ", line(name, role), class_=f"line {css}")


def tick(name: str, *, one: bool = False) -> Element:
    """A box to tick; print has no radio buttons, so a choice is one box for each of its values.

    Of boxes whose names differ in their last step, `one` can be ticked at most.
    """
    return e("input", type="checkbox", id=name, name=name, value="ya", **({"data_one": ""} if one else {}))


def title(text: str | None, context: Context) -> Element | None:
    """The title of a part, when it has one."""
    return e("h3", context.prose(text)) if text else None


def filled_list(pairs: Iterable[tuple[str, str]], context: Context) -> Element:
    """Filled fields, read only: label and text."""
    rows = (e("div", e("dt", context.prose(label)), e("dd", context.prose(text))) for label, text in pairs)
    return e("dl", *rows, class_="facts lines-example")
