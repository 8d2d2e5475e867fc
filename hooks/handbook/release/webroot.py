"""The folder to put on the web: every published edition, and addresses that lead to the newest.

versions.json         the editions, newest first, as mike writes them
2026.2/, 2026.1/      each edition's site, as it was published
modul-02/ik-2-1/ …    leads to the newest edition: addresses on paper name no edition
"""

import json
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path

from handbook.archive import archive
from handbook.site.redirects import leading
from handbook.strings import Strings

NEWEST = "terbaru"
"""The alias of the newest edition in versions.json."""
SITE = "situs"
_MISSING = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"></head>
<body><h1>{title}</h1><p>{text}</p></body></html>
"""


def assemble(published: Path, out: Path, strings: Strings) -> list[str]:
    """Make the web folder of the editions in dist/edisi/; gives their names, newest first."""
    names = [path.parent.name for path in published.glob(f"*/{SITE}")]
    names.sort(key=archive.order, reverse=True)
    for name in names:
        shutil.copytree(published / name / SITE, out / name)
    (out / "versions.json").write_text(versions(names, strings), encoding="utf-8")
    for address in _addresses(out / names[0]) if names else ():
        _lead(out, address, names[0], strings)
    (out / "404.html").write_text(_missing(strings), encoding="utf-8")
    return names


def _missing(strings: Strings) -> str:
    """The page for wrong addresses; it may be shown at any depth, so it links to nothing."""
    words = {"title": escape(strings("situs.missing_title")), "text": escape(strings("situs.missing_here"))}
    return _MISSING.format_map({"language": strings.language, **words})


def versions(names: Iterable[str], strings: Strings) -> str:
    """versions.json in mike's layout."""
    rows = [
        {"version": name, "title": strings("buku.edisi", edisi=name), "aliases": [] if index else [NEWEST]}
        for index, name in enumerate(names)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _addresses(site: Path) -> list[str]:
    pages = sorted(page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
    return [page if page != "." else "" for page in pages]


def _lead(out: Path, address: str, newest: str, strings: Strings) -> None:
    """A page at an address without edition that leads to the newest edition."""
    up = "../" * len(address.split("/")) if address else ""
    there = f"{up}{newest}/{address}".rstrip("/") + "/"
    page = out / address / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(leading(there, strings("situs.newest"), strings), encoding="utf-8")
