"""An e-book as another program reads it: files of a ZIP, XHTML as XML, addresses resolved."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass(frozen=True)
class Opened:
    """The bytes of an e-book."""

    content: bytes

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(BytesIO(self.content))

    @cached_property
    def package(self) -> Any:
        return etree.fromstring(self.archive.read("EPUB/buku.opf"))

    @cached_property
    def manifest(self) -> dict[str, str]:
        """The file of each item by its id."""
        return {item.get("id"): item.get("href") for item in self.package.iter("{*}item")}

    @cached_property
    def spine(self) -> list[str]:
        """The files in the order of reading."""
        return [self.manifest[item.get("idref")] for item in self.package.iter("{*}itemref")]

    @cached_property
    def pages(self) -> dict[str, Any]:
        """Every XHTML file as a tree; one that is not well-formed fails here."""
        return {name: etree.fromstring(self.archive.read(f"EPUB/{name}")) for name in self.spine}

    @cached_property
    def anchors(self) -> dict[str, list[str]]:
        return {name: [str(found) for found in tree.xpath("//@id")] for name, tree in self.pages.items()}

    def meta(self, name: str) -> list[str]:
        """The values of a property in the package document."""
        return [item.text for item in self.package.iter("{*}meta") if item.get("property") == name]

    def nav(self, kind: str) -> list[tuple[str, str]]:
        """The words and the address of each line of a navigation."""
        [nav] = [item for item in self.pages["daftar.xhtml"].iter("{*}nav") if item.get(TYPE) == kind]
        return [(link.text, link.get("href")) for link in nav.iter("{*}a")]

    def dead(self) -> list[tuple[str, str]]:
        """Addresses within the e-book that lead nowhere, with the file in which they stand."""
        named = [
            (name, str(address))
            for name, tree in self.pages.items()
            for address in tree.xpath("//h:*/@href | //h:*/@src", namespaces=NAMES)
        ]
        return [(name, address) for name, address in named if not self._leads(name, address)]

    def _leads(self, name: str, address: str) -> bool:
        parts = urlsplit(address)
        if parts.scheme:
            return parts.scheme in ("http", "https", "mailto")
        there = (
            posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if parts.path
            else name
        )
        if there not in self.manifest.values():
            return False
        return not parts.fragment or parts.fragment in self.anchors.get(there, ())


def words_behind(tree: Any, id_: str) -> str:
    """All text of a page behind an element."""
    walk = tree.xpath(f"//*[@id='{id_}']/following::text() | //*[@id='{id_}']//text()")
    return "".join(map(str, walk))
