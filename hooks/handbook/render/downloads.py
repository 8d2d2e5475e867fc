"""A file that pages offer for download."""

import posixpath
from pathlib import Path
from typing import NamedTuple

from handbook.html import Element, e
from handbook.strings import Strings

FOLDER = "unduhan"
"""Their folder in the site."""


class Download(NamedTuple):
    """A file that the site offers; `path` is where it stands below the folder of the book, `dist/…`.

    `own` is the key of its words, where those of the other files do not tell what it is.
    """

    path: str
    file: Path
    own: str = ""

    @property
    def uri(self) -> str:
        """Its address in the site."""
        return f"{FOLDER}/{self.path.removeprefix('dist/')}"

    def words(self, key: str, strings: Strings) -> str:
        """The words of the link, with kind, size and use: `Unduh EPUB (340 KB), untuk dibaca di ponsel`."""
        size, kind = size_words(self.file.stat().st_size, strings), self.file.suffix[1:].upper()
        use = f"unduhan.guna.{kind}"
        return strings(key, jenis=kind, ukuran=size) + (strings(use) if strings.has(use) else "")

    def link(self, key: str, uri: str, strings: Strings) -> Element:
        """The link to it on the page at an address, `modul-01/index.html`."""
        path = posixpath.relpath(self.uri, posixpath.dirname(uri) or ".")
        return e("p", e("a", self.words(self.own or key, strings), href=path, download=""), class_="download")


def size_words(size: int, strings: Strings) -> str:
    """`1,2 MB` or `340 KB`."""
    if size < 1_000_000:
        return strings("unduhan.ukuran_kb", angka=max(1, round(size / 1000)))
    return strings("unduhan.ukuran_mb", angka=f"{size / 1_000_000:.1f}".replace(".", strings("angka.koma")))
