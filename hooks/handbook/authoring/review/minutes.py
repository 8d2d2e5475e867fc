"""The minute of a review: who said what in which copy, what was taken, what was not and why."""

from handbook.authoring.review.listing import Row, counted, rows
from handbook.authoring.review.proposals import Feedback
from handbook.html import Element, e, facts, heads
from handbook.strings import Strings


def minutes(review: Feedback, edition: str, day: str, s: Strings) -> Element:
    """The minute as a page; `day` is the date as it is to be read."""
    all_ = rows(review, s)
    people = list(dict.fromkeys(row.who for row in all_))
    head = facts(
        [
            (s("telaah.berita.edisi"), edition),
            (s("telaah.berita.tanggal"), day),
            (s("telaah.berita.naskah"), ", ".join(review.subjects)),
            (s("telaah.berita.salinan"), ", ".join(review.copies)),
            (s("telaah.berita.penelaah"), ", ".join(people)),
        ]
    )
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
    signs = e("p", s("telaah.berita.tanda_tangan"))
    return e("article", e("h1", s("telaah.berita.judul")), head, sums, *parts, signs)


def _part(title: str, found: list[Row], s: Strings) -> Element:
    """A heading and a table, or words that say there is nothing."""
    if not found:
        return e("section", e("h2", title), e("p", s("telaah.berita.kosong")))
    columns = [s(f"telaah.berita.kolom.{name}") for name in ("tempat", "siapa", "isi", "akibat")]
    body = e("tbody", *(_row(row) for row in found))
    return e("section", e("h2", title), e("table", heads(columns), body))


def _row(row: Row) -> Element:
    more = " · ".join(part for part in (row.when.partition("T")[0], row.copy) if part)
    who = e("td", row.who, e("br"), e("small", more))
    return e("tr", e("td", e("small", str(row.place))), who, e("td", row.message), e("td", row.outcome))
