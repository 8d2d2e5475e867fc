"""The finished site: links that lead nowhere."""

import hashlib
import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from handbook.memory.keys import engine, fingerprint
from handbook.memory.store import Store
from handbook.problem import Kind, Place, Problems, problem

ANCHORS = "//@id | //a/@name"
ADDRESSES = "//a[not(@rel='up')]/@href | //img/@src | //script/@src | //link/@href"


def dead_links(folder: Path, store: Store) -> Problems:
    """Links and sources within the site whose file or anchor is not there; rel="up" leads out of it.

    What a page links to and where it can be linked to is kept in the store.
    """
    pages = {file: _read(file, store) for file in sorted(folder.rglob("*.html"))}
    anchors = {file: set(found) for file, (found, _) in pages.items()}
    for file, (_, addresses) in pages.items():
        if file.name == "404.html":
            continue  # served at any address, so its links are absolute
        for address in addresses:
            if not _leads(address, file, folder, anchors):
                place = Place(file.relative_to(folder.parent).as_posix())
                yield problem(place, Kind.OUTPUT_DEAD_LINK, kata=address)


def _read(file: Path, store: Store) -> list[list[str]]:
    """The anchors of a page, and the addresses that it names."""

    def read() -> list[list[str]]:
        root: Any = lxml_html.document_fromstring(content)
        return [sorted({str(found) for found in root.xpath(path)}) for path in (ANCHORS, ADDRESSES)]

    content = file.read_bytes()
    return store.facts(fingerprint("links", engine(), hashlib.sha256(content).hexdigest()), read)


def _leads(address: str, file: Path, folder: Path, anchors: dict[Path, set[str]]) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith("/"):
        return True
    base = file.parent.relative_to(folder).as_posix()
    path = posixpath.normpath(posixpath.join(base, unquote(parts.path))) if parts.path else None
    there = file if path is None else folder / path
    there = there / "index.html" if there.is_dir() else there
    if not there.is_file():
        return False
    fragment = unquote(parts.fragment)
    return not fragment or there not in anchors or fragment in anchors[there] or fragment.startswith("__")
