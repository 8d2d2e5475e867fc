"""The order of a course: photocopies with their totals and cost, what to buy, who brings what."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handbook.course.sheets import bringing, shopping
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.printing import PrintedFile
from handbook.html import Element, Piece, e, facts
from handbook.packs import layout
from handbook.packs.cover import order_table
from handbook.packs.order import Sheet, by_paper

SEGMENT = "pesanan"
REAM = 500
"""Sheets of paper in a packet."""


def sheets(course: CourseOccasion, printed: Sequence[PrintedFile]) -> Iterator[Sheet]:
    """The order, the list of what to buy and the list of who brings what."""
    s = course.s
    ordered = [file for file in printed if file.rows]
    tables = (_table(course, file) for file in ordered)
    yield _sheet(course, "pesanan", [_about(course), _summary(course, ordered), _stock(course, ordered)])
    yield _sheet(course, "salinan", [*tables])
    yield _sheet(course, "belanja", [e("p", s("lembar_pelatihan.belanja.arti")), shopping.table(course)])
    yield _sheet(course, "bawaan", [*bringing.tables(course)])


def _sheet(course: CourseOccasion, id_: str, children: Sequence[Piece]) -> Sheet:
    s, title = course.s, course.s(f"lembar_pelatihan.{id_}.judul")
    html = layout.page(course, id_, title, *children, css="course-order")
    return Sheet(id_, title, s("paket.kapan.awal"), s("paket.penerima.panitia"), 1, [html], SEGMENT)


def _about(course: CourseOccasion) -> Element:
    s, plan, options = course.s, course.course.plan, course.options
    people = s("paket.sampul.orang", peserta=options.participants, fasilitator=options.facilitators)
    rows = [
        ("acara", plan.title),
        ("waktu", f"{course.dates} ({course.zone})"),
        ("tempat", plan.place),
        ("penyelenggara", plan.organiser),
        ("orang", people),
        ("ukuran", s(f"paket.ukuran.{options.paper}")),
        ("sisi", s(f"lembar_pelatihan.pesanan.{'bolak_balik' if options.duplex else 'satu_sisi'}")),
        ("cadangan", s("lembar_pelatihan.pesanan.cadangan_isi", jumlah=plan.spare) if plan.spare else ""),
        ("cara", s(f"lembar_pelatihan.pesanan.cara_{'semua' if options.expanded else 'induk'}")),
    ]
    return facts([(s(f"lembar_pelatihan.pesanan.{key}"), words) for key, words in rows])


def total(file: PrintedFile) -> int:
    """Sheets of paper for all copies of a file."""
    return sum(row.total for row in file.rows)


def _summary(course: CourseOccasion, files: Sequence[PrintedFile]) -> Element:
    """Each file with its sheets and their cost, then the sums."""
    s, price = course.s, course.course.plan.price
    keys = ("berkas", "isi", "halaman", "lembar", *(["biaya"] if price else []))
    heads = [s(f"lembar_pelatihan.pesanan.{key}") for key in keys]
    rows = [
        _counted(course, file.of.file, file.of.title, str(file.pages), total(file), css="order-file")
        for file in files
    ]
    table = layout.table(heads, rows, "figures-table", caption=s("lembar_pelatihan.pesanan.ringkas"))
    words, pages = s("lembar_pelatihan.pesanan.jumlah"), str(sum(file.pages for file in files))
    foot = _counted(course, words, "", pages, sum(map(total, files)), css="order-total")
    table.append(e("tfoot", foot))
    return table


def _counted(course: CourseOccasion, name: str, what: str, pages: str, count: int, css: str) -> Element:
    price = course.course.plan.price
    cost = [_rupiah(course, count * price)] if price else []
    return layout.row(name, what, pages, course.figure(count), *cost, css=css)


def _rupiah(course: CourseOccasion, amount: int) -> str:
    return course.s("lembar_pelatihan.pesanan.rupiah", jumlah=course.figure(amount))


def _stock(course: CourseOccasion, files: Sequence[PrintedFile]) -> Element:
    """Sheets of each kind of paper in all files, and the packets to have ready."""
    s, kinds = course.s, Counter[str]()
    for file in files:
        kinds.update(by_paper(file.rows))
    heads = [s(f"lembar_pelatihan.pesanan.{key}") for key in ("kertas", "lembar", "rim")]
    rows = [
        layout.row(kind or s("paket.kertas.biasa"), course.figure(count), course.figure(-(-count // REAM)))
        for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    caption = s("lembar_pelatihan.pesanan.persediaan", rim=REAM)
    return layout.table(heads, rows, "figures-table stock", caption=caption)


def _table(course: CourseOccasion, file: PrintedFile) -> Element:
    own = file.of.occasion.day
    caption = f"{file.of.file} – {file.of.title}"
    return e("section", order_table(course, file.rows, file.places, caption, f"{own.number}." if own else ""))
