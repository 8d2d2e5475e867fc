"""A table of targets with the pages that mention them."""

from __future__ import annotations

from handbook.book import Target
from handbook.html import Context, Element, e, heads, joined


def to_html(rows: list[tuple[Target, list[Element]]], context: Context) -> Element:
    """One row per target: label and title, then the pages that mention it."""
    s = context.strings
    head = heads(s(f"rujukan.{key}") for key in ("sasaran", "judul", "disebut"))
    body = e("tbody", *(_row(target, links, context) for target, links in rows))
    return e("table", head, body, class_="where-used")


def _row(target: Target, links: list[Element], context: Context) -> Element:
    label = e("td", context.link(target.id, target.label))
    used, head = joined(links) or [context.strings("rujukan.belum")], context.strings("rujukan.disebut")
    return e("tr", label, e("td", target.title), e("td", used, data_head=head))
