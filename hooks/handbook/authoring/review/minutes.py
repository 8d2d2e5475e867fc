"""The minute of a review: who said what in which copy, what was taken, what was not and why."""

import re

from handbook.authoring.review.listing import ListedRow, counted, rows
from handbook.authoring.review.proposals import Feedback
from handbook.html import Element, Piece, e, heads
from handbook.strings import Strings

_CHANGED = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")


def minutes(review: Feedback, book: str, edition: str, day: str, s: Strings) -> Element:
    """The minute as a page; `day` is the date as it is to be read."""
    all_ = rows(review, s)
    people = list(dict.fromkeys(row.who for row in all_))
    told = {
        "edisi": edition,
        "tanggal": day,
        "naskah": ", ".join(review.subjects),
        "salinan": ", ".join(review.copies),
        "penelaah": ", ".join(people),
    }
    lines = (
        e("tr", e("th", s(f"telaah.berita.{key}"), scope="row"), e("td", said)) for key, said in told.items()
    )
    table = e("table", *lines, class_="wording")
    sums = e("p", s("telaah.jumlah", **counted(review)))
    parts = [
        _part(s(f"telaah.berita.{name}"), [row for row in all_ if row.kind in kinds], s)
        for name, kinds in (
            ("diambil", ("diambil", "sudah")),
            ("tidak", ("usul", "dilewati", "bentrok", "berubah", "tak_tertulis")),
            ("tangan", ("lepas",)),
            ("komentar", ("komentar",)),
        )
    ]
    title, mark = s("telaah.berita.judul"), f" · {day}"
    head = e("p", book, class_="sheet-book"), e("h1", title), table, sums, _signatures(s)
    return e("article", *head, *parts, class_="page change-sheet", data_head=title, data_mark=mark)


def _signatures(s: Strings) -> Element:
    """Room for the names and signatures of those who decided."""
    names = ("penyunting", "penyetuju", "tanda_tangan")
    rows_ = (e("tr", e("th", s(f"telaah.berita.{name}"), scope="row"), e("td"), e("td")) for name in names)
    return e("table", *rows_, class_="approval")


def _part(title: str, found: list[ListedRow], s: Strings) -> Element:
    """A heading and a table, or words that say there is nothing."""
    if not found:
        return e("section", e("h2", title), e("p", s("telaah.berita.kosong")))
    columns = [s(f"telaah.berita.kolom.{name}") for name in ("siapa", "isi", "akibat")]
    body = e("tbody", *(_row(row) for row in found))
    return e("section", e("h2", title), e("table", heads(columns), body, class_="wording"))


def _row(row: ListedRow) -> Element:
    more = " · ".join(part for part in (row.when.partition("T")[0], row.copy) if part)
    who = e("td", row.who, e("br"), e("small", str(row.place)), e("br"), e("small", more))
    return e("tr", who, e("td", *_marked(row)), e("td", row.outcome))


def _marked(row: ListedRow) -> list[Piece]:
    """The message with what goes and what comes as such."""
    found: list[Piece] = []
    for words in _CHANGED.split(row.message):
        tag = {"[-": "del", "{+": "ins"}.get(words[:2])
        found.append(e(tag, words[2:-2]) if tag else words)
    return found
