"""How long the press takes, each figure as a ratio within one run on one machine.

Run by hand: `.venv/bin/python -m tests.benchmarks.check_press [--ten] [--plugins]`. It prints the real
book; `--ten` also prints one of ten times its modules (many minutes, some GB of memory), `--plugins`
also the same pages with mkdocs-with-pdf and mkdocs-to-pdf, each in a throw-away environment of its own
(the package index must be in reach). Run it on a machine that does nothing else: wall times are
compared. The figures of a release are kept in README.md beside this file.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from handbook.book import read
from tests.benchmarks.measure import Cost, apart, facts, judge, report, say
from tests.benchmarks.plugins import check_plugins
from tests.benchmarks.shop import Shop, shop_of, ten_times

PROJECT = Path(__file__).parents[2]


def check_one(shop: Shop) -> tuple[Cost, Cost]:
    """The rows of the real book; gives what a cold run costs, and one after a sentence has changed."""
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
    report("a page added", page := apart(shop.print_longer))
    judge("a page added / one call", page.wall / single.wall, 0.35)
    judge("size of the book, MB", (shop.folder / "buku.pdf").stat().st_size / 1e6, 5)
    for name in ("buku.pdf", "sekali.pdf", "peramban.pdf"):
        say(f"  {name}: {facts(shop.folder / name)}")
    return cold, edit


def check_ten(shop: Shop, cold: Cost, edit: Cost) -> None:
    """Ten times the book: processors and memory against one book, and the time after a sentence."""
    large = replace(shop, items=ten_times(shop.items), folder=shop.folder / "sepuluh")
    large.folder.mkdir()
    report("ten times the modules", cost := apart(large.print))
    judge("ten times / once, CPU", cost.cpu / cold.cpu, 10.5)
    judge("ten times / once, biggest process", cost.megabytes / cold.megabytes, 1.3)
    report("the same, one sentence changed", after := apart(lambda: large.print(large.with_other_words())))
    judge("ten times / once, one sentence", after.wall / edit.wall, 2)
    say(f"  buku.pdf: {facts(large.folder / 'buku.pdf')}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ten", action="store_true", help="also ten times the book")
    parser.add_argument("--plugins", action="store_true", help="also two plugins of MkDocs")
    options = parser.parse_args()
    book, _ = read.read(PROJECT)
    assert book is not None
    with tempfile.TemporaryDirectory() as name:
        shop = shop_of(book, Path(name))
        say(f"{'':44} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}")
        cold, edit = check_one(shop)
        if options.ten:
            check_ten(shop, cold, edit)
        if options.plugins:
            check_plugins(shop, cold)


if __name__ == "__main__":
    main()
