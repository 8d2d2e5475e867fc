"""The whole site as one file that opens from a disk: no server, no connection.

Opened as files, a folder shows its list instead of its page. Links to folders therefore
lead to their `index.html` here, in pages and in the index of the search.
"""

import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from handbook.render.downloads import FOLDER as DOWNLOADS
from handbook.render.from_print import ELEMENT

NAME = "situs-luring.zip"
_FOLDER = "situs-luring"
_INDEX = "search/index.js"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say
_MODE = 0o644 << 16  # who unpacks it owns the files, everybody may read them
# Kinds of files that are packed in themselves: to pack them again saves a twentieth.
_PACKED = (".docx", ".epub", ".jpg", ".pdf", ".png", ".pptx", ".webp", ".woff2", ".xlsx", ".zip")
# Work only on a server.
_LEFT_OUT = (
    *("404.html", "luring", "luring.html", "sitemap.xml", "sitemap.xml.gz", "sw.js"),
    "manifest.webmanifest",
)
# Both begin with plain letters: such patterns are found twenty times as fast.
_LINK = re.compile(r'( href=")([^"]*)(")')
_PRELOAD = re.compile(r'<link rel="(?:preload|manifest)"[^>]*>')  # refused between files
_OFFER = re.compile(rf'<p class="download"><a href="\w+/{re.escape(NAME)}"[^>]*>[^<]*</a></p>')
_TOLD_LAST, _PLACE = f"{DOWNLOADS}/", f"<{ELEMENT} ".encode()
_START = "self.HandbookIndex="


def write(site: Path, target: Path, complete: Callable[[], None] = lambda: None) -> None:
    """Pack a site; the same site gives the same bytes.

    It may lack what only the print tells: `complete` is called when the rest is packed, and puts it there.
    """
    pack(target, _FOLDER, _in_turn(site, complete))


def pack(target: Path, inside: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a ZIP with files below a folder of the name `inside`: the same bytes for the same content."""
    with zipfile.ZipFile(target, "w") as archive:
        for path, data in files:
            entry = zipfile.ZipInfo(f"{inside}/{path}", _MOMENT)
            entry.external_attr = _MODE
            is_packed = Path(path).suffix in _PACKED
            archive.writestr(entry, data, zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED)


def files(site: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a finished site as they are opened from a disk, by their paths."""
    return ((path, _from_disk(path, (site / path).read_bytes())) for path in _paths(site))


def _in_turn(site: Path, complete: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    """The files of a site; those of which the print tells come last."""
    packed = set()
    for path, data in ((path, (site / path).read_bytes()) for path in _paths(site)):
        if not path.startswith(_TOLD_LAST) and _PLACE not in data:
            packed.add(path)
            yield path, _from_disk(path, data)
    complete()
    for path in (path for path in _paths(site) if path not in packed):
        yield path, _from_disk(path, (site / path).read_bytes())


def _paths(site: Path) -> Iterator[str]:
    """The files of a site that are of use on a disk, in a fixed order."""
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        path = file.relative_to(site).as_posix()
        if path.split("/")[0] not in _LEFT_OUT and file.suffix != ".map" and file.name != NAME:
            yield path


def _from_disk(path: str, data: bytes) -> bytes:
    """A file as it is opened from a disk."""
    if path.endswith(".html"):
        return _with_files(data.decode()).encode()
    return _index_with_files(data.decode()).encode() if path == _INDEX else data


def _with_files(page: str) -> str:
    page = _OFFER.sub("", _PRELOAD.sub("", page))  # the archive does not hold itself
    return _LINK.sub(lambda match: match[1] + _to_file(match[2]) + match[3], page)


def _to_file(address: str) -> str:
    """`../ik-2-1/#x` becomes `../ik-2-1/index.html#x`; files and other hosts stay."""
    parts = urlsplit(address)
    last = parts.path.rsplit("/", 1)[-1]
    if parts.scheme or parts.netloc or not parts.path or last not in ("", ".", ".."):
        return address
    return parts._replace(path=f"{parts.path.rstrip('/')}/index.html").geturl()


def _index_with_files(script: str) -> str:
    data = json.loads(script.removeprefix(_START).rstrip().removesuffix(";"))
    for page in data["halaman"]:
        page[0] = f"{page[0]}index.html"
    return f"{_START}{json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
