"""The finished site: leaks in any of its texts, links that lead nowhere."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from handbook.problem import Kind, Place, Problem, problem
from handbook.products.needles import Needles
from handbook.products.secrets import squeezed

_TEXTS = (".html", ".js", ".json", ".xml", ".txt", ".css", ".svg", ".webmanifest", ".map")


def leaks(folder: Path, hidden: Needles) -> Iterator[Problem]:
    """Hidden sentences in any text of the site; the index hides the keys of self-checks too."""
    for file in sorted(folder.rglob("*")):
        if file.suffix not in _TEXTS or not file.is_file():
            continue
        is_index = "search" in file.relative_to(folder).parts
        for secret in hidden.found_in(squeezed(text) for text in _readings(file)):
            if secret.everywhere or is_index:
                place = Place(file.relative_to(folder.parent).as_posix())
                yield problem(place, Kind.OUTPUT_LEAK, kata=secret.words, sumber=secret.path)


def _readings(file: Path) -> Iterator[str]:
    """A file's text as it stands, and as a reader or a program sees it."""
    text = file.read_text(encoding="utf-8", errors="replace")
    yield unescape(text)
    if file.suffix == ".html":
        yield "".join(map(str, lxml_html.document_fromstring(text).itertext()))
    if file.suffix == ".json":
        plain = " ".join(_strings(json.loads(text)))
        yield "".join(map(str, lxml_html.fromstring(f"<div>{plain}</div>").itertext()))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)


def dead_links(folder: Path) -> Iterator[Problem]:
    """Links and sources within the site whose file or anchor is not there; rel="up" leads out of it."""
    pages = {file: lxml_html.parse(str(file)).getroot() for file in sorted(folder.rglob("*.html"))}
    anchors = {file: set(root.xpath("//@id | //a/@name")) for file, root in pages.items()}
    for file, root in pages.items():
        if file.name == "404.html":
            continue  # served at any address, so its links are absolute
        for address in sorted(
            {
                str(a)
                for a in root.xpath("//a[not(@rel='up')]/@href | //img/@src | //script/@src | //link/@href")
            }
        ):
            if not _leads(address, file, folder, anchors):
                place = Place(file.relative_to(folder.parent).as_posix())
                yield problem(place, Kind.OUTPUT_DEAD_LINK, kata=address)


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
