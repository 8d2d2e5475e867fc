"""An e-book as a file: its chapters as XHTML, its navigation, its package document, all in a ZIP."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring
from xml.sax.saxutils import escape, quoteattr

from handbook.html import e
from handbook.memory.keys import fingerprint

MIMETYPE = "application/epub+zip"
STYLE = "gaya.css"
COVER = "sampul.png"
MEDIA = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
FOLDER = "EPUB"
NAV = "daftar.xhtml"
DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the ZIP: the same bytes on every day."""
CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="{FOLDER}/buku.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


class Entry(NamedTuple):
    """A line of the contents: its words, the file that it leads to, the lines below it."""

    title: str
    file: str
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class MenuWords:
    """The words of the navigation in the book's language."""

    contents: str
    pages: str
    landmarks: str
    begin: str


@dataclass(frozen=True)
class LibraryCard:
    """The facts for a library; `facts` are more properties, by their names in the package document."""

    id: str
    title: str
    language: str
    modified: str
    publisher: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Ebook:
    """An e-book: chapters in XHTML by file, contents, printed pages with their addresses, other files."""

    identity: LibraryCard
    words: MenuWords
    chapters: Mapping[str, str]
    contents: Sequence[Entry]
    pages: Sequence[tuple[str, str]]
    files: Mapping[str, bytes]

    def digest(self) -> str:
        """A hash of all that stands in it."""
        return fingerprint([(name, hashlib.sha256(content).hexdigest()) for name, content in self._files()])

    def packed(self) -> bytes:
        """The e-book as bytes."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            _add(archive, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
            _add(archive, "META-INF/container.xml", CONTAINER.encode())
            for name, content in self._files():
                _add(archive, f"{FOLDER}/{name}", content)
        return made.getvalue()

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield "buku.opf", self._package().encode()
        yield NAV, self._navigation().encode()
        for name, text in self.chapters.items():
            yield name, text.encode()
        yield from self.files.items()

    def _navigation(self) -> str:
        """The contents, the list of printed pages, the landmarks."""
        own, first = self.words, next(iter(self.chapters))
        pages = (Entry(label, address) for label, address in self.pages)
        marks = e("ol", _mark("toc", NAV, own.contents), _mark("bodymatter", self._begin or first, own.begin))
        body = e(
            "body",
            _nav("toc", own.contents, _list(self.contents)),
            *([_nav("page-list", own.pages, _list(pages), hidden="")] if self.pages else []),
            _nav("landmarks", own.landmarks, marks, hidden=""),
        )
        return document(self.identity.title, self.identity.language, body)

    @property
    def _begin(self) -> str:
        """The first chapter that has others below it in the contents."""
        return next((entry.file for entry in self.contents if entry.below), "")

    def _package(self) -> str:
        own = self.identity
        names = [NAV, *self.chapters, *self.files]
        items = "\n".join(self._item(number, name) for number, name in enumerate(names))
        spine = "\n".join(f'<itemref idref="i{number}"/>' for number in range(1, len(self.chapters) + 1))
        spine += '\n<itemref idref="i0" linear="no"/>'
        facts = "\n".join(f'<meta property="{name}">{escape(value)}</meta>' for name, value in own.facts)
        publisher = f"<dc:publisher>{escape(own.publisher)}</dc:publisher>\n" if own.publisher else ""
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
            f"xml:lang={quoteattr(own.language)}>\n"
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
            f'<dc:identifier id="id">{escape(own.id)}</dc:identifier>\n'
            f"<dc:title>{escape(own.title)}</dc:title>\n<dc:language>{escape(own.language)}</dc:language>\n"
            f'{publisher}<meta property="dcterms:modified">{own.modified}</meta>\n{facts}\n</metadata>\n'
            f"<manifest>\n{items}\n</manifest>\n<spine>\n{spine}\n</spine>\n</package>\n"
        )

    @staticmethod
    def _item(number: int, name: str) -> str:
        known = {NAV: "nav", COVER: "cover-image"}.get(name)
        properties = f' properties="{known}"' if known else ""
        media = MEDIA[PurePosixPath(name).suffix.lower()]
        return f'<item id="i{number}" href={quoteattr(name)} media-type="{media}"{properties}/>'


def _add(archive: zipfile.ZipFile, name: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    archive.writestr(zipfile.ZipInfo(name, DAY), content, how)


def _nav(kind: str, title: str, content: Element, **attributes: str) -> Element:
    nav = e("nav", e("h2", title), content, aria_label=title, **attributes)
    nav.attrib.update({"epub:type": kind, "id": kind})
    if kind != "landmarks":
        nav.set("role", {"toc": "doc-toc", "page-list": "doc-pagelist"}[kind])
    return nav


def _mark(kind: str, file: str, title: str) -> Element:
    link = e("a", title, href=file)
    link.set("epub:type", kind)
    return e("li", link)


def _list(entries: Iterable[Entry]) -> Element:
    return e("ol", *(_line(entry) for entry in entries))


def _line(entry: Entry) -> Element:
    return e("li", e("a", entry.title, href=entry.file), _list(entry.below) if entry.below else None)


def document(title: str, language: str, body: Element) -> str:
    """An XHTML document with the style of the e-book."""
    lang = quoteattr(language)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f"lang={lang} xml:lang={lang}>\n<head><title>{escape(title)}</title>"
        f'<link rel="stylesheet" type="text/css" href="{STYLE}"/></head>\n'
        f"{tostring(body, encoding='unicode')}\n</html>\n"
    )
