"""The accessibility of the book as its statement lists it: how to complain, and what is not proven."""

from handbook.book import Page
from handbook.content.conformance import Clause, Standard, standards
from handbook.html import Element, Piece, e
from handbook.render.renderer import Renderer
from handbook.strings import Strings

ACCESSIBILITY = ("wcag", "pdf-ua", "epub")
"""The standards of which the statement speaks."""


def draw(renderer: Renderer, _: Page) -> Element:
    """The way to complain, or that there is none; for each standard what tests prove and what they do not."""
    s, contact = renderer.book.settings.strings, renderer.book.settings.book.complaints
    words = s("kesesuaian.pengaduan") if contact else s("kesesuaian.tanpa_pengaduan")
    told = e("p", words, *([" ", *_contact(contact)] if contact else []), class_="complaints")
    shown = [standard for standard in standards() if standard.id in ACCESSIBILITY]
    return e("div", told, *(_standard(one, s) for one in shown), class_="conformance")


def _contact(contact: str) -> list[Piece]:
    """An address of mail or of a page as a link; anything else as it is written."""
    is_page = contact.startswith("https://")
    address = contact if is_page else f"mailto:{contact}" if "@" in contact and " " not in contact else ""
    return [e("a", contact, href=address) if address else contact, "."]


def _standard(standard: Standard, s: Strings) -> Element:
    """The counts, then the clauses without any test."""
    known: dict[str, list[Clause]] = {"penuh": [], "sebagian": [], "": []}
    for clause in standard.clauses:
        known[clause.extent if clause.evidence else ""].append(clause)
    counts = {"penuh": len(known["penuh"]), "sebagian": len(known["sebagian"]), "tidak": len(known[""])}
    open_ = (e("li", f"{clause.number}: {clause.words}") for clause in known[""])
    return e(
        "section",
        e("h3", standard.title, id=f"kesesuaian-{standard.id}"),
        e("p", s("kesesuaian.hitungan", **counts), " ", standard.note),
        e("p", s("kesesuaian.belum")),
        e("ul", *open_),
    )
