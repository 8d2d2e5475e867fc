"""The finished site: links that lead nowhere."""

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from handbook.problem import Kind, Place, Problems, problem

ADDRESSES = "//a[not(@rel='up')]/@href | //img/@src | //script/@src | //link/@href"


def dead_links(folder: Path) -> Problems:
    """Links and sources within the site whose file or anchor is not there; rel="up" leads out of it."""
    pages = {file: lxml_html.parse(str(file)).getroot() for file in sorted(folder.rglob("*.html"))}
    anchors = {file: set(root.xpath("//@id | //a/@name")) for file, root in pages.items()}
    for file, root in pages.items():
        if file.name == "404.html":
            continue  # served at any address, so its links are absolute
        for address in sorted({str(address) for address in root.xpath(ADDRESSES)}):
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
