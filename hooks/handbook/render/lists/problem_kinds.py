"""The guide to all kinds of problems, generated from the texts that the reports use."""

import re

from handbook.book import Page
from handbook.html import Element, e
from handbook.problem import Kind
from handbook.render.renderer import Renderer
from handbook.strings import Strings

_PLACEHOLDER = re.compile(r"\{\w+\}")


def draw(renderer: Renderer, _: Page) -> Element:
    """One section per kind: message, reason, remedy, a wrong and a right example."""
    s = renderer.book.settings.strings
    return e("div", *(_section(kind, s) for kind in Kind), class_="problem-kinds")


def _section(kind: Kind, s: Strings) -> Element:
    key = f"masalah.{kind}"
    examples = [_example(s(f"panduan.{name}"), str(s.tree(f"{key}.{name}"))) for name in ("salah", "benar")]
    message = _PLACEHOLDER.sub("…", f"{s.tree(f'{key}.pesan')} {s.tree(f'{key}.perbaiki')}")
    return e(
        "section",
        e("h3", str(kind), id=str(kind)),
        e("p", message, class_="kind-message"),
        e("p", s.tree(f"{key}.mengapa")),
        *examples,
        class_="problem-kind",
    )


def _example(label: str, text: str) -> Element:
    return e(
        "div", e("p", label, class_="kind-label"), e("pre", e("code", text.rstrip())), class_="kind-example"
    )
