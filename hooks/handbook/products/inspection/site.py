"""The finished site: links that lead nowhere."""

import hashlib
import posixpath
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from handbook.memory.keys import engine, fingerprint
from handbook.memory.store import Store
from handbook.problem import Kind, Place, Problems, problem

ANCHORS = "//@id | //a/@name"
ADDRESSES = "//a[not(@rel='up')]/@href | //img/@src | //script/@src | //link/@href"


def dead_links(folder: Path, store: Store, pages: Sequence[Path] | None = None) -> Problems:
    """Links and sources of these pages of a site, all by default, whose file or anchor is not there.

    rel="up" leads out of the site. What a page links to and where it can be linked to is kept in the store.
    """
    site, pages = _Site(folder, store), pages or sorted(folder.rglob("*.html"))
    for file in (file for file in pages if file.name != "404.html"):  # its links are absolute: any address
        base = file.parent.relative_to(folder).as_posix()
        for address in site.read(file).addresses:
            if not site.leads(address, file, base):
                place = Place(file.relative_to(folder.parent).as_posix())
                yield problem(place, Kind.OUTPUT_DEAD_LINK, kata=address)


class _Page(NamedTuple):
    """The anchors of a page, and the addresses that it names."""

    anchors: frozenset[str]
    addresses: list[str]


class _Site:
    """The pages of a finished site, each read once."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder, self._store = folder, store
        self._pages: dict[Path, _Page] = {}
        self._files: dict[str, Path | None] = {}

    def read(self, file: Path) -> _Page:
        """A page, from the store when it was read before."""
        if file not in self._pages:
            content = file.read_bytes()
            key = fingerprint("links", engine(), hashlib.sha256(content).hexdigest())
            anchors, addresses = self._store.facts(key, partial(_found, content))
            self._pages[file] = _Page(frozenset(anchors), addresses)
        return self._pages[file]

    def leads(self, address: str, file: Path, base: str) -> bool:
        """Whether an address on a page in a folder leads to a file and an anchor, or out of the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("/"):
            return True
        there = self._at(posixpath.normpath(f"{base}/{unquote(parts.path)}")) if parts.path else file
        return there is not None and self._has(there, unquote(parts.fragment))

    def _at(self, path: str) -> Path | None:
        """The file of the site at a path, or the page in the folder there."""
        if path not in self._files:
            there = self._folder / path
            there = there / "index.html" if there.is_dir() else there
            self._files[path] = there if there.is_file() else None
        return self._files[path]

    def _has(self, file: Path, fragment: str) -> bool:
        is_named = fragment and not fragment.startswith("__") and file.suffix == ".html"
        return not is_named or fragment in self.read(file).anchors


def _found(content: bytes) -> list[list[str]]:
    root: Any = lxml_html.document_fromstring(content)
    return [sorted({str(found) for found in root.xpath(path)}) for path in (ANCHORS, ADDRESSES)]
