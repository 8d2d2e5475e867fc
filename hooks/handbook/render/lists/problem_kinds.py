"""The guide to all kinds of problems, generated from the texts that the reports use."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from handbook.html import Context, e
from handbook.problem import Kind

_PLACEHOLDER = re.compile(r"\{\w+\}")


def to_html(context: Context) -> Element:
    """One section per kind: message, reason, remedy, a wrong and a right example."""
    return e("div", *(_section(kind, context) for kind in Kind), class_="problem-kinds")


def _section(kind: Kind, context: Context) -> Element:
    s = context.strings
    key = f"masalah.{kind}"
    examples = [_example(s(f"panduan.{name}"), str(s.tree(f"{key}.{name}"))) for name in ("salah", "benar")]
    return e(
        "section",
        e("h3", str(kind), id=str(kind)),
        e(
            "p",
            _PLACEHOLDER.sub("…", f"{s.tree(f'{key}.pesan')} {s.tree(f'{key}.perbaiki')}"),
            class_="kind-message",
        ),
        e("p", s.tree(f"{key}.mengapa")),
        *examples,
        class_="problem-kind",
    )


def _example(label: str, text: str) -> Element:
    return e(
        "div", e("p", label, class_="kind-label"), e("pre", e("code", text.rstrip())), class_="kind-example"
    )
