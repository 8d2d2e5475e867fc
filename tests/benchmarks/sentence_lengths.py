"""How long the sentences of a book are: readings, introductions and closings, file by file.

Run by hand: `.venv/bin/python -m tests.benchmarks.sentence_lengths [revision]`. Each row is a file with its
sentences, average words, share of at most seven words, and sentences of more than thirty; with a revision of
git the same figures of that state stand before them. A semicolon ends a sentence as a stop does. Lists,
tables, headings, blocks (boxes, notes, forms), what is emphasised as a whole and the label that opens a
paragraph are not counted.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
FILES = re.compile(r"docs/modul-\d\d/(?:index|bacaan-[\d-]+|tahap-\w+|rangkuman|ulang-\d+)\.md")
SHORT, LONG = 7, 30
"""Words up to which a sentence is short, and beyond which it is long."""
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLOCK = re.compile(r"^(/{3,}) ?\S[^\n]*\n.*?^\1$", re.DOTALL | re.MULTILINE)
_APART = re.compile(r"\s*(?:[-*+] |\d+\. |\||#|!\[|>|```)|(\*{1,2})[^*]+\1\s*\Z")
_LABEL = re.compile(r"\A\*{1,2}[^*]+[.:?]\*{1,2}\s*|\{#[\w-]+\}")
_LINK = re.compile(r"\[([^\]]*)\][(\[][^)\]]*[)\]]")
_STOP = re.compile(r"(?<=[.!?;])[\"”’)*]*\s+(?=[\"“(*]*[A-Z0-9])|;\s+|(?<=[.!?][\"”*])\s+(?=[A-Z])")
_ABBREVIATED = re.compile(r"\b(jo|hlm|dr|No)\. ")
_LEAD_IN = 3


@dataclass(frozen=True)
class Lengths:
    """Words of each sentence of a file."""

    words: list[int]

    def __str__(self) -> str:
        """Sentences, average words, share of short ones in percent, number of long ones."""
        count = len(self.words) or 1
        short = 100 * sum(words <= SHORT for words in self.words) / count
        long = sum(words > LONG for words in self.words)
        return f"{len(self.words):4} {sum(self.words) / count:5.1f} {short:4.0f} % {long:3}"


def sentences(text: str) -> Iterator[str]:
    """The sentences of a page's running text."""
    body = _BLOCK.sub("", _FRONT.sub("", text))
    for paragraph in re.split(r"\n{2,}", body):
        if paragraph.strip() and not _APART.match(paragraph):
            prose = _LINK.sub(r"\1", _LABEL.sub("", paragraph.strip()))
            found = [piece for piece in _STOP.split(_ABBREVIATED.sub(r"\1 ", prose)) if piece]
            yield from (piece for piece in found if not _leads_in(piece))


def _leads_in(piece: str) -> bool:
    """Whether these are but the two or three words above a list."""
    return piece.endswith(":") and len(piece.split()) <= _LEAD_IN


def measured(text: str) -> Lengths:
    """The lengths of all sentences of a page."""
    counts = (len(re.findall(r"\S*[^\W_]\S*", piece)) for piece in sentences(text))
    return Lengths([count for count in counts if count])


def state(revision: str | None) -> dict[str, Lengths]:
    """Every file that is counted, in the working tree or in a revision of git."""
    if revision is None:
        return {path: measured((PROJECT / path).read_text(encoding="utf-8")) for path in _paths()}
    listed = _git("ls-tree", "-r", "--name-only", revision, "docs").split()
    return {path: measured(_git("show", f"{revision}:{path}")) for path in filter(FILES.fullmatch, listed)}


def _paths() -> list[str]:
    found = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs").rglob("*.md"))
    return list(filter(FILES.fullmatch, found))


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(PROJECT), *words], capture_output=True, text=True, check=True
    ).stdout


def main() -> None:
    """Print a row for each file and one for all together."""
    states = [state(revision) for revision in [*sys.argv[1:2], None]]
    for path in sorted({path for files in states for path in files}):
        _row(path, [files.get(path, Lengths([])) for files in states])
    _row("all", [Lengths([n for lengths in files.values() for n in lengths.words]) for files in states])


def _row(name: str, figures: list[Lengths]) -> None:
    sys.stdout.write(f"| {name:32} | " + " | ".join(map(str, figures)) + " |\n")


if __name__ == "__main__":
    main()
