"""The record of a course for its file: the edition, every sheet with its print, when names are deleted."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from handbook.content.instrument import Instrument
from handbook.content.quiz import Quiz
from handbook.course.sheets.letterhead import letterhead
from handbook.course.sheets.occasion import NAMES_KEPT, CourseOccasion
from handbook.html import Element, facts
from handbook.packs import layout
from handbook.packs.order import Sheet

SHOWN = 16
"""Letters of a file's SHA-256 that are printed."""


def sheets(course: CourseOccasion, folder: Path, names: Sequence[str]) -> Iterator[Sheet]:
    """One sheet; `names` are the files of the folder."""
    s, title = course.s, course.s("lembar_pelatihan.arsip.judul")
    children = [letterhead(course), _about(course), _forms(course), _files(course, folder, names)]
    html = layout.page(course, "arsip", title, *children, css="record")
    yield Sheet("arsip", title, s("paket.kapan.acara"), s("paket.penerima.panitia"), 1, [html], "arsip")


def _about(course: CourseOccasion) -> Element:
    s, plan, book = course.s, course.course.plan, course.book.settings
    rows = [
        ("acara", plan.title),
        ("waktu", f"{course.dates} ({course.zone})"),
        ("tempat", plan.place),
        ("penyelenggara", plan.organiser),
        ("orang", s("paket.sampul.orang", peserta=plan.participants, fasilitator=len(plan.facilitators))),
        ("buku", book.book_line),
        ("benih", course.options.seed),
        ("hapus", _deletion(course)),
    ]
    return facts([(s(f"lembar_pelatihan.arsip.{key}"), words) for key, words in rows])


def _deletion(course: CourseOccasion) -> str:
    """The day on which names are deleted, with the places where they stand."""
    s, day = course.s, course.course.plan.delete_names
    if day is None:
        return s("lembar_pelatihan.arsip.belum")
    return s("lembar_pelatihan.arsip.semua", hari=course.day_of(day), simpanan=NAMES_KEPT)


def _forms(course: CourseOccasion) -> Element:
    """Every form and test of the modules that are taught, with the print that stands in its foot."""
    s = course.s
    heads = [s(f"lembar_pelatihan.arsip.{key}") for key in ("lembar", "isi")]
    wanted = (*course.book.pages.values(), *course.book.tests.values())
    rows = [
        layout.row(page.name(s), page.digest)
        for page in wanted
        if page.module in course.options.modules and isinstance(page.value, Instrument | Quiz)
    ]
    return layout.table(heads, rows, "figures-table", caption=s("lembar_pelatihan.arsip.sidik"))


def _files(course: CourseOccasion, folder: Path, names: Sequence[str]) -> Element:
    s = course.s
    heads = [s(f"lembar_pelatihan.arsip.{key}") for key in ("berkas", "sha")]
    rows = [layout.row(name, sha256((folder / name).read_bytes()).hexdigest()[:SHOWN]) for name in names]
    return layout.table(heads, rows, "figures-table", caption=s("lembar_pelatihan.arsip.daftar"))
