"""Offline reading: the files that belong to each module, and the service worker that serves them.

A reader saves a module by choice; the list of its files, its size and its version stand in
`luring/<module>.json`. Files that all pages share are listed in `luring/bersama.json`.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook.book import Book
from handbook.memory.keys import fingerprint
from handbook.memory.store import Store

FOLDER = "luring"
SHARED = "bersama"
WORKER = "sw.js"
PAGE = "luring.html"
"""The page shown when a page is not saved."""
_PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")
_LEFT_OUT = (FOLDER, "unduhan", "panduan", "404.html", WORKER, "sitemap.xml", "sitemap.xml.gz")


def write(site: Path, book: Book, worker: str, versions: Mapping[str, str]) -> None:
    """Write the lists and the service worker into a finished site.

    `versions` gives what pages write behind the addresses of some files.
    """
    folders = [plan.folder for plan in book.settings.modules if (site / plan.folder).is_dir()]
    (site / FOLDER).mkdir(exist_ok=True)
    for name, files in [(SHARED, _shared(site)), *((name, _below(site / name)) for name in folders)]:
        text = json.dumps(_parcel(name, site, files, versions, book.store), ensure_ascii=False)
        (site / FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    known = json.dumps({"book": book.settings.book.id, "page": PAGE, "folder": FOLDER})
    (site / WORKER).write_text(f"self.HandbookData = {known};\n{worker}", encoding="utf-8")


def _below(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _shared(site: Path) -> list[Path]:
    """Everything that is neither a module nor a file to download."""
    return [file for file in _below(site) if _is_shared(file.relative_to(site).parts[0], file)]


def _is_shared(first: str, file: Path) -> bool:
    is_module = first.startswith("modul-")
    return not is_module and first not in _LEFT_OUT and file.suffix not in (".map", ".txt")


def _parcel(
    name: str, site: Path, files: Iterable[Path], versions: Mapping[str, str], store: Store
) -> dict[str, object]:
    """Files that are saved together, for the scripts: `bytes` as transferred, `space` on the device."""
    digest, size, space, addresses = hashlib.sha256(), 0, 0, []
    for file in files:
        data = file.read_bytes()
        path = file.relative_to(site).as_posix()
        addresses.append(_address(path) + versions.get(path, ""))
        digest.update(addresses[-1].encode() + b"\0" + data)
        space += len(data)
        size += _packed(data, store) if file.suffix in _PACKED else len(data)
    version = digest.hexdigest()[:12]
    return {"name": name, "version": version, "bytes": size, "space": space, "files": addresses}


def _packed(data: bytes, store: Store) -> int:
    """The bytes of a text as servers send it."""
    key = fingerprint("gzip", hashlib.sha256(data).hexdigest())
    return store.facts(key, lambda: len(gzip.compress(data, 6, mtime=0)))


def _address(path: str) -> str:
    """A file's address as pages link to it: the folder for its index."""
    return path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
