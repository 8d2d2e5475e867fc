"""The guide to all kinds of problems, drawn from the same texts that the reports use."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from handbook.html import Context, e
from handbook.problem import Kind


def to_html(context: Context) -> Element:
    """One section per kind: what it says, why it matters, how to mend, a wrong and a right example."""
    return e("div", *(_section(kind, context) for kind in Kind), class_="problem-kinds")


def _section(kind: Kind, context: Context) -> Element:
    s = context.strings
    key = f"masalah.{kind}"
    rows = [(s("panduan.salah"), s.tree(f"{key}.salah")), (s("panduan.benar"), s.tree(f"{key}.benar"))]
    examples = [
        e("p", e("strong", label), e("code", text.rstrip()), class_="kind-example") for label, text in rows
    ]
    return e(
        "section",
        e("h2", str(kind), id=str(kind)),
        e("p", s.tree(f"{key}.mengapa")),
        *examples,
        class_="problem-kind",
    )


def _example(label: str, text: str) -> Element:
    return e(
        "div", e("p", label, class_="kind-label"), e("pre", e("code", text.rstrip())), class_="kind-example"
    )
