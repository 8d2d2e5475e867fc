"""How long the press takes, each figure as a ratio within one run on one machine.

Run by hand: `.venv/bin/python tests/benchmarks/check_press.py [--ten] [--plugins]`. It prints the real
book; `--ten` also prints one of ten times its modules (many minutes, some GB of memory), `--plugins`
also the same chapters with mkdocs-with-pdf and mkdocs-to-pdf, each in a throw-away environment outside
the project's lock. Run it on a machine that does nothing else: wall times are compared.
"""

from __future__ import annotations

import argparse
import os
import re
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
from multiprocessing import forkserver
from pathlib import Path

from handbook import bookreader, press
from handbook.book import Book
from handbook.html import Audience, Paper
from handbook.printshop import LIBRARY, metadata, stylesheets
from handbook.typeset import Typeset, typeset

PROJECT = Path(__file__).parents[2]
NEW_PAGE = '<p style="break-before: page">Halaman baru.</p>'
MODEL = "modul-02"
PLUGINS = {"with-pdf": "mkdocs-with-pdf==0.9.3", "to-pdf": "mkdocs-to-pdf==0.12.1"}
BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
GOALS = {
    "cold": 0.60,
    "edit": 0.15,
    "edit that adds a page": 0.35,
    "ten times: CPU": 10.5,
    "ten times: memory": 1.3,
    "plugin": 0.4,
}


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
    if not found:
        raise SystemExit("the measured process failed")
    return Cost(*map(float, found))


@dataclass(frozen=True)
class Shop:
    """A book as HTML, and a folder to print it in."""

    book: Book
    items: list[Typeset]
    folder: Path

    def print(self, items: list[Typeset] | None = None) -> None:
        """Print with the press and its cache."""
        press.press(
            [_part(item) for item in items or self.items],
            self.folder / "buku.pdf",
            metadata=metadata(self.book, "Buku"),
            base=self.book.root,
            stylesheets=stylesheets(Paper.A4),
            library=LIBRARY,
            recto=True,
            cache=self.folder / "cache",
        )
        server = forkserver._forkserver  # type: ignore[attr-defined]
        if server._forkserver_pid:
            server._stop()  # waits for it, so that its workers are counted

    def print_at_once(self) -> None:
        """One call of WeasyPrint: all bodies in one document, the same stylesheet, PDF/UA-1 and forms."""
        from weasyprint import CSS, HTML

        bodies = "\n".join(match[1] for item in self.items if (match := BODY.search(item.html)))
        page = f'<!DOCTYPE html><html lang="id"><head><title>Buku</title></head><body>{bodies}</body></html>'
        page = page.replace('href="handbook:', 'href="#')
        sheet = CSS(filename=stylesheets(Paper.A4)[0])
        html = HTML(string=page, base_url=f"{self.book.root}/")
        html.write_pdf(
            self.folder / "sekali.pdf", stylesheets=[sheet], pdf_variant="pdf/ua-1", pdf_forms=True
        )

    def with_other_words(self) -> list[Typeset]:
        """The book with one word of one sentence changed, in the first reading of a module."""
        return [_reworded(item) if item.name == MODEL else item for item in self.items]

    def with_new_page(self) -> list[Typeset]:
        """The book with a page more in the first stage of a module: later pages have other labels."""
        return [_longer(item) if item.name == MODEL else item for item in self.items]


def _part(item: Typeset) -> press.Part:
    label = press.Label("r") if item.is_front else press.Label("D", item.prefix)
    return press.Part(item.name, item.title, item.html, label, late=item.is_front)


def _reworded(item: Typeset) -> Typeset:
    place = item.html.index(" dan ", item.html.index('<article class="page page-bacaan"'))
    return replace(item, html=f"{item.html[:place]} atau {item.html[place + 5 :]}")


def _longer(item: Typeset) -> Typeset:
    end = item.html.index("</article>", item.html.index('<article class="page page-tahap"'))
    return replace(item, html=item.html[:end] + NEW_PAGE + item.html[end:])


def ten_times(items: list[Typeset]) -> list[Typeset]:
    """Each module ten times, with ids and labels of its own."""
    modules = [item for item in items if item.name.startswith("modul-")]
    others = [item for item in items if item not in modules]
    return [*others, *(_copy(item, number) for item in modules for number in range(10))]


def _copy(item: Typeset, number: int) -> Typeset:
    if not number:
        return item
    own = set(re.findall(r'\bid="([^"]+)"', item.html))

    def renamed(match: re.Match[str]) -> str:
        return f'{match[1]}"{match[2]}{match[3]}-x{number}"' if match[3] in own else match[0]

    pattern = re.compile(r'(\b(?:id|href|for|data-target)=)"(handbook:|#)?([^"]+)"')
    fields = re.compile(r'(\bname=)"()([^"]+)"')
    html = fields.sub(rf'\1"\3-x{number}"', pattern.sub(renamed, item.html))
    return replace(item, name=f"{item.name}-x{number}", prefix=f"{item.prefix}{number}-", html=html)


def report(name: str, cost: Cost, ratio: float | None = None, goal: str = "") -> None:
    """One line of the table."""
    verdict = f"{ratio:8.3f}" if ratio is not None else " " * 8
    if goal and ratio is not None:
        verdict += f"  goal {GOALS[goal]:g}: {'yes' if ratio <= GOALS[goal] else 'NO'}"
    sys.stdout.write(f"{name:32} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.megabytes:8.0f} {verdict}\n")
    sys.stdout.flush()


def check_one(shop: Shop) -> Cost:
    """The rows of the real book; gives what a cold run costs."""
    single = apart(shop.print_at_once)
    report("one call of WeasyPrint", single)
    cold = apart(shop.print)
    report("cold", cold, cold.wall / single.wall, "cold")
    report("nothing changed (goal 0.5 s)", unchanged := apart(shop.print), unchanged.wall / single.wall)
    edit = apart(lambda: shop.print(shop.with_other_words()))
    report("one sentence changed", edit, edit.wall / single.wall, "edit")
    page = apart(lambda: shop.print(shop.with_new_page()))
    report("a page added", page, page.wall / single.wall, "edit that adds a page")
    size = (shop.folder / "buku.pdf").stat().st_size
    sys.stdout.write(f"size of the book: {size / 1e6:.1f} MB (goal: 5)\n")
    return cold


def check_ten(shop: Shop, cold: Cost) -> None:
    """Ten times the book: processors and memory against one book."""
    large = replace(shop, items=ten_times(shop.items), folder=shop.folder / "sepuluh")
    large.folder.mkdir()
    cost = apart(large.print)
    report("ten times the modules", cost, cost.cpu / cold.cpu, "ten times: CPU")
    report("  its biggest process", cost, cost.megabytes / cold.megabytes, "ten times: memory")


def check_plugins(shop: Shop, cold: Cost) -> None:
    """The plugins that print with WeasyPrint, over the chapters as MkDocs itself reads them."""
    for name, requirement in PLUGINS.items():
        place = shop.folder / name
        venv.create(place / "venv", with_pip=True)
        python = place / "venv" / "bin" / "python"
        needs = [
            requirement,
            "mkdocs==1.6.1",
            "mkdocs-material>=9.8,<10",
            "pymdown-extensions>=12.3,<13",
            "setuptools<81",
        ]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *needs], check=True)
        shutil.copytree(PROJECT / "docs", place / "docs")
        (place / "mkdocs.yml").write_text(
            f"site_name: Buku\ntheme: material\nplugins: [{name}]\n"
            "markdown_extensions: [tables, attr_list, pymdownx.blocks.admonition]\n"
        )
        command = [python, "-m", "mkdocs", "build", "--quiet"]
        cost = apart(partial(_run, command, place))
        report(requirement, cost, cold.wall / cost.wall, "plugin")


def _run(command: list[str | Path], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


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
        sys.stdout.write(f"{'':32} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'ratio':>8}\n")
        cold = check_one(shop)
        if options.ten:
            check_ten(shop, cold)
        if options.plugins:
            check_plugins(shop, cold)


if __name__ == "__main__":
    main()
