"""Lists to sign: participants and facilitators."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from handbook.html import e, facts
from handbook.packs import frame
from handbook.packs.order import Sheet
from handbook.packs.people import Person
from handbook.packs.session import Session

SEGMENT = "daftar"


def sheets(session: Session) -> list[Sheet]:
    """Both lists, with the names that are known."""
    people = session.wishes.people
    return [
        _list(session, "peserta", people.participants, session.wishes.participants),
        _list(session, "fasilitator", people.facilitators, session.wishes.facilitators),
    ]


def _list(session: Session, kind: str, people: Sequence[Person], count: int) -> Sheet:
    s = session.s
    title = s(f"paket.hadir.{kind}")
    rows = [_row(n, people[n - 1] if n <= len(people) else Person(""), session) for n in range(1, count + 1)]
    heads = [
        s(f"paket.hadir.{key}") for key in ("nomor", "nama", "nip", "jabatan", "instansi", "tanda_tangan")
    ]
    children = [
        frame.head(session, title),
        facts(
            [
                (s("paket.hadir.materi"), session.title),
                (s("paket.hadir.waktu"), session.times),
                (s("paket.hadir.hari"), [e("span", class_="ruled-line")]),
                (s("paket.hadir.tempat"), [e("span", class_="ruled-line")]),
            ]
        ),
        frame.table(heads, rows, "attendance", caption=title),
        _confirmed(session),
    ]
    article = frame.article(f"paket-hadir-{kind}", frame.running(session, title), *children, css="pack-list")
    return Sheet(
        id=f"hadir-{kind}",
        title=title,
        when=s("paket.kapan.sebelum"),
        receiver=s("paket.penerima.panitia"),
        copies=1,
        html=[article],
        segment=SEGMENT,
    )


def _row(number: int, person: Person, session: Session) -> Element:
    """Odd numbers sign on the left, even ones on the right, so that each has two rows' room."""
    del session
    sign = e("span", f"{number}.", class_="sign-left" if number % 2 else "sign-right")
    cells = (person.name, person.nip, person.position, person.office)
    return frame.row(str(number), *cells, [sign])


def _confirmed(session: Session) -> Element:
    s = session.s
    place = e("p", s("paket.hadir.tempat_tanggal"))
    role = e("p", s("paket.hadir.mengetahui"))
    return e(
        "div", place, role, e("p", class_="sign-room"), e("p", s("paket.hadir.nama_nip")), class_="confirmed"
    )
