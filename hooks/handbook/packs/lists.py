"""Lists to sign: participants and facilitators."""

from collections.abc import Sequence

from handbook.html import Element, e, facts
from handbook.packs import layout
from handbook.packs.order import Sheet
from handbook.packs.people import Person
from handbook.packs.session import Session
from handbook.strings import Strings

SEGMENT = "daftar"
TOGETHER = 5
"""Rows at the end of a list that are not divided."""


def sheets(session: Session) -> list[Sheet]:
    """Both lists, with the names that are known."""
    people = session.options.people
    return [
        _list(session, "peserta", people.participants, session.options.participants),
        _list(session, "fasilitator", people.facilitators, session.options.facilitators),
    ]


def _list(session: Session, kind: str, people: Sequence[Person], count: int) -> Sheet:
    s, id_ = session.s, f"hadir-{kind}"
    title = s(f"paket.hadir.{kind}")
    rows = [_row(n, people[n - 1] if n <= len(people) else Person("")) for n in range(1, count + 1)]
    known = {"materi": session.title, "waktu": session.times}
    about = [(s(f"paket.hadir.{key}"), words) for key, words in known.items()]
    to_fill = [(s(f"paket.hadir.{key}"), [e("span", class_="ruled-line")]) for key in ("hari", "tempat")]
    children = [facts([*about, *to_fill]), _table(rows, s), _confirmed(session)]
    html = layout.page(session, id_, title, *children, css="pack-list")
    return Sheet(id_, title, s("paket.kapan.sebelum"), s("paket.penerima.panitia"), 1, [html], SEGMENT)


def _table(rows: Sequence[Element], s: Strings) -> Element:
    """The table; its last rows stay together, so that the signature block is never printed with one alone."""
    keys = ("nomor", "nama", "nip", "jabatan", "instansi")
    heads = [e("th", s(f"paket.hadir.{key}"), scope="col") for key in keys]
    sign = e("th", s("paket.hadir.tanda_tangan"), scope="colgroup", colspan="2")
    most, last = rows[:-TOGETHER], rows[-TOGETHER:]
    bodies = [e("tbody", *part, class_=css) for part, css in ((most, "many"), (last, "together")) if part]
    return e("table", e("thead", e("tr", *heads, sign)), *bodies, class_="attendance")


def _row(number: int, person: Person) -> Element:
    """Odd numbers sign on the left, even ones on the right: a box is two rows high."""
    cells = (person.name, person.nip, person.position, person.office)
    sides = [f"{number}.", ""] if number % 2 else ["", f"{number}."]
    return layout.row(str(number), *cells, *sides, css="sign-odd" if number % 2 else "sign-even")


def _confirmed(session: Session) -> Element:
    s = session.s
    place = e("p", s("paket.hadir.tempat_tanggal"))
    role = e("p", s("paket.hadir.mengetahui"))
    return e(
        "div", place, role, e("p", class_="sign-room"), e("p", s("paket.hadir.nama_nip")), class_="confirmed"
    )
