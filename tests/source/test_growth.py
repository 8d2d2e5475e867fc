"""Reading takes time in proportion to what is read, whatever an author pasted: no expression goes astray.

Each input is checked at one size and at four times that size, in processor time. A reading that
searches to the end from every opening takes sixteen times as long for the larger one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import checks
from tests.conftest import CopyOf, lines_of

SIZE = 2000
STEEP = 8.0
"""Proportional is 4, quadratic 16; between them lies the noise of a busy machine."""
ENOUGH = 0.8
"""Seconds of processor time below which a larger input needs no proof."""


def growing(mark: str, count: int, gap: str = "\n") -> str:
    """Runs of a mark, each one longer than the last, as many marks in all as `count`."""
    return gap.join(mark * length for length in range(3, int((2 * count) ** 0.5)))


NASTY: dict[str, Callable[[int], str]] = {
    "links never closed": lambda n: "[a](" * n,
    "images never closed": lambda n: "![a](" * n,
    "addresses never closed": lambda n: "[a](b(" * n,
    "opening brackets": lambda n: "[" * n,
    "brackets within brackets": lambda n: "[" * n + "]" * n,
    "references never closed": lambda n: "[a][" * n,
    "references to nothing": lambda n: "[a][b] " * n,
    "addresses for names": lambda n: "".join(f"[a{k}]: b\n" for k in range(n)),
    "footnotes never closed": lambda n: "[^" * n,
    "a heading with a gap": lambda n: "## a" + " " * n + "x",
    "a heading with marks": lambda n: "## a" + "#" * n + "x",
    "a heading with marks and gaps": lambda n: "## a" + " #" * n + "x",
    "attributes of a heading never closed": lambda n: "## a {: " + "#a " * n,
    "the same heading": lambda n: "## a\n\n" * n,
    "a line of equal signs": lambda n: "a\n" + "=" * n + "x",
    "growing fences": lambda n: growing("`", n),
    "growing code": lambda n: growing("`", n, " "),
    "code never closed": lambda n: "`a " * n,
    "comments never closed": lambda n: "<!-- " * n,
    "comments closed in another paragraph": lambda n: "a <!-- " * n + "\n\n-->",
    "quotations never closed": lambda n: "<q>" * n,
    "anchors never closed": lambda n: "<a>" * n,
    "attributes in braces": lambda n: "{: #" * n,
    "blocks never closed": lambda n: "/// a\n" * n,
    "blocks closed by others": lambda n: "//// a\n" * n + "///\n" * n,
    "an argument with a gap": lambda n: "/// kotak | a" + " " * n + "x",
    "marks of lists": lambda n: "- " * n + "///",
    "mentions in a row": lambda n: "IK 2.1, " * n,
    "a mention with a gap": lambda n: "IK" + " " * n + "x",
    "a list of numbers": lambda n: "Tahap " + "1, " * n,
    "numbers that are counted": lambda n: "kuis 15 (a) " * n,
    "articles of no law": lambda n: "Pasal 1 ayat (1) " * n,
    "rows of forms": lambda n: "IK 2.1, IK 3.1. Baris I. " * (n // 8),
    "rows that follow one form": lambda n: "IK 2.1\n\n" + "- Baris I. Baris II.\n" * (n // 8),
    "rows in sections": lambda n: "IK 2.1 IK 3.1\n\n" + "## a\n\nBaris I\n\n" * (n // 8),
    "roman numbers": lambda n: "baris " + "I" * n,
    "lines of quotation marks": lambda n: "IK\n" + ">" * n + " x",
    "indented lines": lambda n: "    a\n\n" * n,
    "items below text": lambda n: "a\n- b\n\n" * n,
    "strong marks never closed": lambda n: "**a\n\n" * n,
    "invisible letters": lambda n: "\u200b" * n,
    "wide tables": lambda n: "| a " * n + "\n" + "|---" * n,
    "long tables": lambda n: "| a | b |\n|---|---|\n" + "| c | d |\n" * n,
}


def seconds(root: Path, text: str) -> float:
    """Processor time of one check of the minibook with a text on one of its pages."""
    page = root / "docs" / "modul-02" / "bacaan-2-1.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(f"{before}\n\n{text}\n", encoding="utf-8")
    start = time.process_time()
    checks.run(root)
    spent = time.process_time() - start
    page.write_text(before, encoding="utf-8")
    return spent


@pytest.mark.parametrize("name", NASTY)
def test_reading_takes_time_in_proportion(copy_of: CopyOf, name: str) -> None:
    root = copy_of()
    start = seconds(root, "")
    small, large = (seconds(root, NASTY[name](count)) - start for count in (SIZE, 4 * SIZE))
    for _ in range(2):  # other work on the machine only adds: the least is nearest to the truth
        if large >= max(ENOUGH, STEEP * small):
            large = min(large, seconds(root, NASTY[name](4 * SIZE)) - start)
    assert large < max(ENOUGH, STEEP * small), f"{small:.2f} s, four times as much {large:.2f} s"


DEEP: dict[str, Callable[[int], str]] = {
    "lists in YAML": lambda n: "[" * n + "]" * n,
    "mappings in YAML": lambda n: "{a: " * n + "x" + "}" * n,
    "rows in YAML": lambda n: "- " * n + "x",
    "keys in YAML": lambda n: "? " * n + "x",
    "lines in YAML": lambda n: "".join(" " * k + "a:\n" for k in range(int((2 * n) ** 0.5))),
}
"""Texts that would overflow the stack of a parser that recurses for each level."""


@pytest.mark.parametrize("name", DEEP)
def test_data_that_goes_too_deep_is_a_problem(copy_of: CopyOf, name: str) -> None:
    root = copy_of()
    (root / "docs/lampiran/istilah.yml").write_text(DEEP[name](30_000), encoding="utf-8")
    lines = [line for line in lines_of(root) if line.startswith("docs/lampiran/istilah.yml:")]
    assert [line.rpartition("[")[2] for line in lines] == ["terlalu-dalam]"]
