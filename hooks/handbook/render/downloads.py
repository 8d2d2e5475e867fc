"""A file that pages offer for download."""

import posixpath
from pathlib import Path
from typing import NamedTuple

from handbook.html import Element, e
from handbook.strings import Strings

FOLDER = "unduhan"
"""Their folder in the site."""


class Download(NamedTuple):
    """A file that the site offers; `path` is where it stands below the folder of the book, `dist/…`."""

    path: str
    file: Path

    @property
    def uri(self) -> str:
        """Its address in the site."""
        return f"{FOLDER}/{self.path.removeprefix('dist/')}"

    def words(self, key: str, strings: Strings) -> str:
        """The words of the link with its size: `Unduh PDF (340 KB)`; some kinds of file have their own."""
        size, kind = size_words(self.file.stat().st_size, strings), self.file.suffix[1:]
        own = f"{key}_{kind}"
        return strings(own if strings.has(own) else key, jenis=kind.upper(), ukuran=size)

    def link(self, key: str, uri: str, strings: Strings) -> Element:
        """The link to it on the page at an address."""
        path = posixpath.relpath(self.uri, posixpath.dirname(uri) or ".")
        return e("p", e("a", self.words(key, strings), href=path, download=""), class_="download")


def size_words(size: int, strings: Strings) -> str:
    """`1,2 MB` or `340 KB`."""
    if size < 1_000_000:
        return strings("unduhan.ukuran_kb", angka=max(1, round(size / 1000)))
    return strings("unduhan.ukuran_mb", angka=f"{size / 1_000_000:.1f}".replace(".", strings("angka.koma")))
