"""How long the press takes, each figure as a ratio within one run on one machine.

Run by hand: `.venv/bin/python tests/benchmarks/check_press.py [--ten] [--plugins]`. It prints the real
book; `--ten` also prints one of ten times its modules (many minutes, some GB of memory), `--plugins`
also the same chapters with mkdocs-with-pdf and mkdocs-to-pdf, each in a throw-away environment outside
the project's lock. Run it on a machine that does nothing else: wall times are compared. The figures of a
release are kept in docs/panduan/penyunting.md, section "Kecepatan cetak".
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pikepdf
from shop import Shop, ten_times

from handbook import bookreader
from handbook.html import Audience
from handbook.typeset import typeset

PROJECT = Path(__file__).parents[2]
PLUGINS = {"with-pdf": "mkdocs-with-pdf==0.9.3", "to-pdf": "mkdocs-to-pdf==0.12.1"}
NEEDS = (
    "mkdocs==1.6.1",
    "mkdocs-material>=9.8,<10",
    "pymdown-extensions>=12.3,<13",
    "setuptools<81",
)


@dataclass
class Cost:
    """What something took: seconds of the clock, seconds of the processors, MB of the biggest process."""

    wall: float = 0.0
    cpu: float = 0.0
    megabytes: float = 0.0


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure this process and the ones that end inside."""
    cost, started, before = Cost(), time.perf_counter(), _cpu()
    yield cost
    cost.wall, cost.cpu = time.perf_counter() - started, _cpu() - before
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cost.megabytes = max(peaks) / 1024


def _cpu() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def apart(action: Callable[[], None]) -> Cost:
    """Measure an action in a process of its own, so that nothing is warm but what is meant to be."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            with measured() as cost:
                action()
            os.write(write, f"{cost.wall} {cost.cpu} {cost.megabytes}".encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(write)
    found = os.read(read, 200).decode().split()
    os.close(read)
    if not found:
        raise SystemExit("the measured process failed")
    return Cost(*map(float, found))


def report(name: str, cost: Cost) -> None:
    """What something took."""
    _say(f"{name:44} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.megabytes:8.0f}")


def judge(name: str, value: float, goal: float) -> None:
    """One row of the table of goals."""
    _say(f"  {name:42} {value:8.3f}  goal {goal:g}: {'yes' if value <= goal else 'NO'}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def check_one(shop: Shop) -> Cost:
    """The rows of the real book; gives what a cold run costs."""
    apart(shop.warm_up)
    report("one call of WeasyPrint", single := apart(shop.print_at_once))
    report("Chromium", chromium := apart(shop.print_with_chromium))
    report("cold", cold := apart(shop.print))
    judge("cold / one call", cold.wall / single.wall, 0.60)
    report("nothing changed", unchanged := apart(shop.print))
    judge("nothing changed, seconds", unchanged.wall, 0.5)
    report("one sentence changed", edit := apart(lambda: shop.print(shop.with_other_words())))
    judge("one sentence / one call", edit.wall / single.wall, 0.15)
    judge("one sentence / Chromium", edit.wall / chromium.wall, 1)
    report("a page added", page := apart(lambda: shop.print(shop.with_new_page())))
    judge("a page added / one call", page.wall / single.wall, 0.35)
    judge("size of the book, MB", (shop.folder / "buku.pdf").stat().st_size / 1e6, 5)
    for name in ("buku.pdf", "sekali.pdf", "peramban.pdf"):
        _say(f"  {name}: {facts(shop.folder / name)}")
    return cold


def facts(path: Path) -> str:
    """What a PDF has of what a printer and a reader of the book need."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        fields = sum(
            a.get("/Subtype") == "/Widget" for page in pdf.pages for a in page.obj.get("/Annots", [])
        )
        with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
            ua = "PDF/UA" if xmp.get("pdfuaid:part") else "no PDF/UA"
        tags = "tags" if "/StructTreeRoot" in root else "no tags"
        labels = "page labels" if "/PageLabels" in root else "no page labels"
        marks = "bookmarks" if "/Outlines" in root else "no bookmarks"
        size = path.stat().st_size / 1e6
        return f"{len(pdf.pages)} pages, {size:.1f} MB, {tags}, {ua}, {labels}, {marks}, {fields} fields"


def check_ten(shop: Shop, cold: Cost) -> None:
    """Ten times the book: processors and memory against one book."""
    large = replace(shop, items=ten_times(shop.items), folder=shop.folder / "sepuluh")
    large.folder.mkdir()
    report("ten times the modules", cost := apart(large.print))
    judge("ten times / once, CPU", cost.cpu / cold.cpu, 10.5)
    judge("ten times / once, biggest process", cost.megabytes / cold.megabytes, 1.3)
    _say(f"  buku.pdf: {facts(large.folder / 'buku.pdf')}")


def check_plugins(shop: Shop, cold: Cost) -> None:
    """The plugins that print with WeasyPrint, over the chapters as MkDocs itself reads them.

    A plugin prints while MkDocs builds a site, so that the time of the same site without it is taken off.
    """
    for name, requirement in PLUGINS.items():
        place = shop.folder / name
        python = _environment(place, requirement)
        plain = _site(place, python, "[]")
        cost = _site(place, python, f"[{name}]")
        report(requirement, cost)
        report("  the same site without it", plain)
        judge(f"cold / {name}", cold.wall / (cost.wall - plain.wall), 0.4)
        for pdf in sorted((place / "site").rglob("*.pdf")):
            _say(f"  {pdf.name}: {facts(pdf)}")


def _environment(place: Path, requirement: str) -> Path:
    """The plugin in a throw-away environment; gives its Python."""
    venv.create(place / "venv", with_pip=True)
    python = place / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", requirement, *NEEDS], check=True)
    shutil.copytree(PROJECT / "docs", place / "docs")
    return python


def _site(place: Path, python: Path, plugins: str) -> Cost:
    """Build the chapters with these plugins."""
    (place / "mkdocs.yml").write_text(
        f"site_name: Buku\ntheme: material\nplugins: {plugins}\n"
        "markdown_extensions: [tables, attr_list, pymdownx.blocks.admonition]\n"
    )
    command = [python, "-m", "mkdocs", "build", "--quiet"]
    return apart(partial(subprocess.run, command, cwd=place, check=True, capture_output=True))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ten", action="store_true", help="also ten times the book")
    parser.add_argument("--plugins", action="store_true", help="also two plugins of MkDocs")
    options = parser.parse_args()
    book, _ = bookreader.read(PROJECT)
    assert book is not None
    with tempfile.TemporaryDirectory() as name:
        shop = Shop(book, typeset(book, Audience.PARTICIPANT), Path(name))
        _say(f"{'':44} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}")
        cold = check_one(shop)
        if options.ten:
            check_ten(shop, cold)
        if options.plugins:
            check_plugins(shop, cold)


if __name__ == "__main__":
    main()
