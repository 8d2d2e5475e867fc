"""The first pages of the folders for facilitators: all that stands there; what is missing is not named."""

import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

from handbook.book import Book
from handbook.classroom.framed import framed
from handbook.classroom.runsheet.files import style
from handbook.html import Element, e

_TITLE = re.compile(r"<title>(?:[^<]* - )?([^<]*?)(?: · [^<]*)?</title>")
_MODULE = re.compile(r"modul-(\d+)(-kunci)?")


class Offer(NamedTuple):
    """Files below a folder that are offered together; their words stand under `isi`."""

    key: str
    pattern: str


OFFERS = {
    "situs_fasilitator": (
        Offer("buku", "buku/index.html"),
        Offer("alur", "alur/*.html"),
        Offer("tayangan", "tayangan/*.html"),
        Offer("tayangan_pptx", "tayangan/*.pptx"),
        Offer("paket", "paket-sesi/*.pdf"),
        Offer("pelatihan", "pelatihan-contoh/*.*"),
        Offer("moodle", "moodle/*.xml"),
    ),
    "soal_dan_kunci": (
        Offer("nilai", "nilai/*.html"),
        Offer("paket", "paket-sesi/*.pdf"),
        Offer("pelatihan", "pelatihan-contoh/*.pdf"),
        Offer("moodle", "moodle/*.xml"),
    ),
}
"""Both folders, by the key of their words, each with its page from above: one kind of files, one line."""
STYLE = "gaya.css"


def write(folder: Path, book: Book, key: str) -> None:
    """Write the first page of one of the folders for what stands in it, and its style."""
    style(folder, STYLE)
    s, own = book.settings.strings, book.settings.book
    title = s(f"{key}.judul", judul=own.short_title)
    sections = [found for offer in OFFERS[key] if (found := _section(key, offer, folder, book)) is not None]
    top = [e("p", book.settings.edition_line, class_="sheet-line"), e("h1", title)]
    lead = e("p", s(f"{key}.pengantar"))
    main = e("main", *top, lead, *sections, class_="sheet accent-0")
    (folder / "index.html").write_text(framed(main, title, own.language, STYLE), encoding="utf-8")


def _section(key: str, offer: Offer, folder: Path, book: Book) -> Element | None:
    """A heading, what it is for, and a link to each file; None where there is none."""
    s, files = book.settings.strings, sorted(folder.glob(offer.pattern))
    if not files:
        return None
    words = s.tree(f"{key}.isi.{offer.key}")
    items = (_link(file, folder, book) for file in files)
    return e("section", e("h2", words["judul"]), e("p", words["untuk"]), e("ul", *items, class_="offers"))


def _link(file: Path, folder: Path, book: Book) -> Element:
    words = _name(file, book)
    return e("li", e("a", words, href=file.relative_to(folder).as_posix()))


def _name(file: Path, book: Book) -> str:
    """The title of a page; the title of a module after which a file is named; else the file's own name."""
    if file.suffix == ".html":
        found = _TITLE.search(file.read_text(encoding="utf-8"))
        return unescape(found[1].strip()) if found else file.name
    module = _MODULE.fullmatch(file.stem)
    if module is None:
        return file.name
    title = book.module_title(int(module[1]))
    return f"{book.settings.strings('paket.kunci.judul')}: {title}" if module[2] else title
