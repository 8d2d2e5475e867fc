"""Any damage to a file of a book is named or shown: no traceback, no hang, no element.

A failure says the file and the seed; `fuzz/corpus/` holds what was found once, and is tried first.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from handbook.source.files import book_files
from tests.checks.fuzz.mutations import mutated, with_word
from tests.checks.fuzz.trial import FoundError, Trial
from tests.conftest import ENGLISH_BOOK, MINIBOOK, PROJECT

REAL, ENGLISH, MINI = PROJECT, ENGLISH_BOOK, MINIBOOK
CORPUS = sorted((Path(__file__).parent / "fuzz" / "corpus").glob("*"))
SHORT = [(MINI, 120), (ENGLISH, 60), (REAL, 40)]
LONG = [pytest.param(book, 2500, marks=pytest.mark.slow) for book in (ENGLISH, REAL)]
"""Books with the number of files to spoil: the same ones in every run, so that a run can be repeated."""


def sources(root: Path) -> list[str]:
    """The files that editors write, handbook.yml among them."""
    files = (path for path in book_files(root) if path.suffix in (".md", ".yml", ".svg"))
    return ["handbook.yml", *sorted(path.relative_to(root).as_posix() for path in files)]


@pytest.mark.parametrize(("book", "count"), [*SHORT, *LONG])
def test_whatever_happens_to_a_file(book: Path, count: int, tmp_path: Path) -> None:
    trial, files = Trial.of(book, tmp_path), sources(book)
    for seed in range(count):
        chance = Random(seed)
        path = chance.choice(files)
        text = (book / path).read_text(encoding="utf-8")
        must_keep = path.endswith(".md") and chance.random() < 0.5
        spoilt = with_word(text, chance) if must_keep else mutated(text, chance)
        try:
            trial.run(path, spoilt, must_keep=must_keep)
        except FoundError as found:
            (tmp_path / "found").write_text(spoilt, encoding="utf-8", newline="")
            pytest.fail(f"{path}, seed {seed}: {found}; the file is {tmp_path / 'found'}")
    assert trial.tally.named > 0


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_what_was_found_once_stays_mended(file: Path, tmp_path: Path) -> None:
    path, _, text = file.read_bytes().decode("utf-8").partition("\n")
    Trial.of(MINI, tmp_path).run(path, text, must_keep=False)
