"""Files that pages show or offer beside the texts: of a declared kind, really of that kind, not too big."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.problem import Phrase, RefusedError, phrase
from handbook.settings import Attached
from handbook.source.files import is_linked, is_there
from handbook.source.mdtext import Link
from handbook.source.rasters import KINDS, size_of
from handbook.source.svg import judge

DRAWING = ".svg"
PICTURES = (DRAWING, *KINDS)
SOURCES = (".md", ".yml")
_FORMATS = {".docx": "[Content_Types].xml", ".xlsx": "[Content_Types].xml", ".pptx": "[Content_Types].xml"}
_FORMATS |= {".odt": "mimetype", ".ods": "mimetype", ".odp": "mimetype"}
_MACROS = ("vbaProject.bin", "Scripts/", "Basic/")


class Attachment(NamedTuple):
    """A file that a page shows or links to: its address below docs/, and where the page names it."""

    uri: str
    link: Link
    is_shown: bool


def attachments_of(page: Page) -> Iterator[Attachment]:
    """The files that a page names, whether they are there or not."""
    for links, is_shown in ((page.text.images, True), (page.text.links, False)):
        for link in links:
            address = link.target.partition("#")[0]
            uri = page.uri_of(address)
            if address and ":" not in address and not uri.endswith(SOURCES):
                yield Attachment(uri, link, is_shown)


def is_published(book: Book, uri: str) -> bool:
    """Whether a file of docs/ may be copied to the site: no source, no file from outside the book."""
    path, is_inside = f"docs/{uri}", not uri.startswith(("../", "/"))
    is_file = is_inside and not uri.endswith(SOURCES) and is_there(book.root / path)
    return is_file and not is_linked(book.root, path)


def published(book: Book) -> set[str]:
    """All files beside the texts that go to the site: those that a page names."""
    named = {item.uri for page in book.pages.values() for item in attachments_of(page)}
    return {uri for uri in named if is_published(book, uri)}


def fault(file: Path, limits: Attached, *, is_shown: bool) -> tuple[Phrase, Phrase] | None:
    """The reason why a file is refused, with a remedy; None when it is accepted."""
    try:
        if is_shown or file.suffix.lower() in PICTURES:
            _judge_picture(file, limits)
        else:
            _judge_download(file, limits)
    except RefusedError as error:
        return phrase(error.key, **error.words), phrase(f"{error.key}_obat")
    return None


def _judge_picture(file: Path, limits: Attached) -> None:
    kind = file.suffix.lower()
    if kind not in PICTURES:
        raise RefusedError("gambar_jenis", jenis=kind or file.name)
    _judge_size(file, limits.picture_kb, "gambar_berat")
    content = file.read_bytes()
    if kind == DRAWING:
        judge(content)
        return
    if not content.startswith(KINDS[kind]):
        raise RefusedError("gambar_isi", jenis=kind.removeprefix(".").upper())
    size = size_of(content)
    if size is None:
        raise RefusedError("gambar_rusak")
    if size[0] * size[1] > limits.pixels:
        raise RefusedError("gambar_piksel", ada=f"{size[0]} × {size[1]}", batas=limits.pixels)


def _judge_download(file: Path, limits: Attached) -> None:
    kind = file.suffix.lower()
    if kind.removeprefix(".") not in limits.downloads:
        raise RefusedError("unduhan_jenis", jenis=kind or file.name, boleh=", ".join(limits.downloads))
    _judge_size(file, limits.download_kb, "unduhan_berat")
    if not (_is_office(file, _FORMATS[kind]) if kind in _FORMATS else _is_plain(file, kind)):
        raise RefusedError("unduhan_isi", jenis=kind)


def _is_plain(file: Path, kind: str) -> bool:
    content = file.read_bytes()
    if kind == ".pdf":
        return content.startswith(b"%PDF-")
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _judge_size(file: Path, most: int, key: str) -> None:
    size = file.stat().st_size
    if size > most * 1000:
        raise RefusedError(key, ada=f"{-(-size // 1000)} KB", batas=f"{most} KB")


def _is_office(file: Path, mark: str) -> bool:
    """Whether an office file is sound and holds no macros."""
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, OSError):
        return False
    return mark in names and not any(macro in name for name in names for macro in _MACROS)
