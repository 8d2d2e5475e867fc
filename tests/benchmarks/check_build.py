"""How long a build takes beside one call of WeasyPrint over the same book, in one run on one machine.

Run by hand: `.venv/bin/python -m tests.benchmarks.check_build`, on a machine that does nothing else.
It builds a copy of the real book: from nothing, once more, after one sentence; then it checks the sources.
Last, the site alone stands beside bare Material over the same Markdown pages, time a page.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from handbook.book import read
from handbook.memory.store import CACHE
from handbook.site.host import settings
from tests.benchmarks.measure import apart, judge, report, say
from tests.benchmarks.shop import shop_of
from tests.sources import copy_texts

PROJECT = Path(__file__).parents[2]
EDITED = "docs/modul-02/tahap-3.md"


def command(name: str, root: Path, *arguments: str) -> Callable[[], None]:
    """A run of one of our commands, which must succeed."""
    words = [
        sys.executable,
        "-I",
        "-X",
        "utf8",
        "-m",
        "handbook.commands",
        name,
        "--root",
        str(root),
        *arguments,
    ]

    def run() -> None:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        if "--timing" in arguments:
            say("".join(f"    {line}\n" for line in done.stderr.splitlines() if " s  " in line).rstrip())

    return run


def site_alone(root: Path, out: Path) -> Callable[[], None]:
    """A build of our site by the host, which reads and checks the book itself."""
    config, told = settings(root)
    return _host(config, out, {**os.environ, **told}, "--dirty")


def bare_material(root: Path, out: Path) -> Callable[[], None]:
    """A build of the Markdown pages alone, with the theme as it is."""
    config = root / "polos.yml"
    config.write_text("site_name: Polos\ntheme: material\n", encoding="utf-8")
    return _host(config, out, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def _host(config: Path, out: Path, environment: dict[str, str], *options: str) -> Callable[[], None]:
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options, "--config-file", str(config)]

    def run() -> None:
        subprocess.run([*words, "--site-dir", str(out)], env=environment, check=True)

    return run


def edited(root: Path, number: int) -> None:
    """One more sentence on a page."""
    with (root / EDITED).open("a", encoding="utf-8") as file:
        file.write(f"\nKalimat uji ke-{number} berdiri di sini.\n")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        root = copy_texts(PROJECT, Path(name) / "book")
        book, _ = read.read(root)
        assert book is not None
        shop = shop_of(book, Path(name))
        rmtree(root / CACHE)  # drawing the parts has kept them
        say(f"{'':44} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}")
        apart(shop.warm_up)
        report("one call of WeasyPrint", single := apart(shop.print_at_once))
        report("from nothing", cold := apart(command("build", root, "--timing")))
        judge("from nothing / one call", cold.wall / single.wall, 0.60)
        report("nothing changed", unchanged := apart(command("build", root)))
        judge("nothing changed / one call", unchanged.wall / single.wall, 0.04)
        for number in range(3):
            edited(root, number)
            report("one sentence changed", edit := apart(command("build", root, "--timing")))
            judge("one sentence / one call", edit.wall / single.wall, 0.14)
        report("check", check := apart(command("check", root)))
        judge("check, seconds", check.wall, 0.5)
        _sites(root, len(book.pages))


def _sites(root: Path, pages: int) -> None:
    """The rows of the site alone: ours from nothing, ours after one sentence, bare Material."""
    texts = len([file for file in (root / "docs").rglob("*.md") if "decisions" not in file.parts])
    report(f"bare Material, {texts} pages", bare := apart(bare_material(root, root / "polos")))
    rmtree(root / CACHE)
    report(f"the site, {pages} pages, from nothing", cold := apart(site_alone(root, root / "situs-1")))
    edited(root, pages)
    report("the site after one sentence", edit := apart(site_alone(root, root / "situs-2")))
    each = bare.wall / texts
    judge("a page of ours / of bare Material", cold.wall / pages / each, 1.3)
    judge("after one sentence / bare Material", edit.wall / pages / each, 0.3)


if __name__ == "__main__":
    main()
