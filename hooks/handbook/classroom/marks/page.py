"""The page, in a folder that opens from a disk: page, style, scripts, data; it asks no network."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from handbook.book import Book
from handbook.classroom.marks.data import data
from handbook.html import e
from handbook.site import assets
from handbook.site.host import ENGINE
from handbook.site.navigation import script_data
from handbook.strings import Strings, part

FOLDER = "dist/nilai"
"""The folder, below that of the book, for pages of one module or of all; participants get none of it."""
FILES = ("index.html", "marks.css", "marks-data.js", "marks.js")
"""The files of the folder."""
VIEWS = ("peserta", "tes", "hasil", "evaluasi", "rencana", "berkas")
"""The parts of the page, of which one is seen at a time."""
THEME = ENGINE / "overrides"
"""The folder with the styles and scripts."""
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:"
"""Nothing is sent and nothing fetched but the files beside the page, whatever a script would try."""


def write(book: Book, modules: Sequence[int], folder: Path) -> None:
    """Write the page of some modules into a folder, which is made when it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    words = part(book.settings.book.language, "nilai")
    code = assets.scripts(THEME)["marks"]
    known = {**book.settings.strings.tree("skrip"), **words.tree("skrip")}
    shared = {**script_data(book), "words": assets.words_of(code, known)}
    own = json.dumps(data(book, modules, words), ensure_ascii=False, sort_keys=True)
    texts = (
        "<!doctype html>\n" + tostring(_page(book, words), encoding="unicode", method="html") + "\n",
        assets.styles(THEME)["marks"],
        f"{assets.known_to_scripts(shared)}window.HandbookMarks = {own};\n",
        code,
    )
    for name, text in zip(FILES, texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")


def _page(book: Book, words: Strings) -> Element:
    settings = book.settings
    return e("html", _head(words), _body(book, words), lang=settings.book.language)


def _head(words: Strings) -> Element:
    return e(
        "head",
        e("meta", charset="utf-8"),
        e("meta", name="viewport", content="width=device-width, initial-scale=1"),
        e("meta", name="robots", content="noindex"),
        e("meta", name="referrer", content="no-referrer"),
        e("meta", http_equiv="Content-Security-Policy", content=POLICY),
        e("title", words("judul")),
        e("link", rel="stylesheet", href=FILES[1]),
        e("script", src=FILES[2], defer="defer"),
        e("script", src=FILES[3], defer="defer"),
    )


def _body(book: Book, words: Strings) -> Element:
    own = book.settings.book
    links = (e("li", e("a", words(f"bagian.{name}.judul"), href=f"#{name}")) for name in VIEWS)
    return e(
        "body",
        e(
            "header",
            e("p", words("awas"), class_="marks-secret"),
            e("h1", words("judul")),
            e("p", words("edisi", judul=own.title, edisi=own.edition), class_="marks-note"),
            e("p", words("perangkat"), class_="marks-note"),
        ),
        e("noscript", e("p", words("tanpa_skrip"), class_="marks-warning")),
        e("nav", e("ul", *links), aria_label=words("menu")),
        e("main", *_sections(words), class_="accent-0"),
        e("section", id="laporan", hidden="hidden", class_="marks-report accent-0"),
        class_="marks",
        data_md_color_scheme="default",
    )


def _sections(words: Strings) -> Iterator[Element]:
    yield e(
        "div",
        e("p", role="status", class_="marks-said"),
        e("div", class_="marks-back"),
        e("div", class_="marks-module"),
        class_="marks-bar",
    )
    for name in VIEWS:
        title, lead = (words(f"bagian.{name}.{key}") for key in ("judul", "isi"))
        box = e("div", class_="marks-view")
        yield e("section", e("h2", title), e("p", lead, class_="marks-lead"), box, id=f"bagian-{name}")
