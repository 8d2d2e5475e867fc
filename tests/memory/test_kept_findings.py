"""A check that keeps its findings of unchanged pages says what one says that reads everything."""

from pathlib import Path
from random import Random

import pytest

from handbook import checks
from handbook.book.book import ReadCache
from handbook.problem import Problem
from tests.checks.fuzz.mutations import mutated
from tests.checks.fuzz.trial import Trial
from tests.checks.test_fuzz import sources
from tests.conftest import ENGLISH_BOOK, MINIBOOK


def told(root: Path, known: ReadCache) -> list[tuple[object, ...]]:
    """All that a check says of a book."""
    _, problems = checks.run(root, known=known)
    return [_facts(item) for item in problems]


def _facts(item: Problem) -> tuple[object, ...]:
    return (item.place, item.kind, item.words)


@pytest.mark.parametrize("book", [MINIBOOK, ENGLISH_BOOK], ids=lambda book: book.name)
def test_findings_that_were_kept_are_those_of_the_files_as_they_are(tmp_path: Path, book: Path) -> None:
    root, known, chance, said = Trial.of(book, tmp_path).root, ReadCache(), Random(18), set()
    files = sources(root)
    for _ in range(40):
        file = root / chance.choice([*files, "handbook.yml"])
        before = file.read_text(encoding="utf-8")
        file.write_text(mutated(before, chance), encoding="utf-8", newline="")
        found = told(root, known)
        assert found == told(root, ReadCache()), file
        said.add(len(found))
        if chance.random() < 0.7:
            file.write_text(before, encoding="utf-8", newline="")
    assert len(said) > 3


def test_a_term_that_leaves_the_glossary_is_missed_on_pages_that_did_not_change(tmp_path: Path) -> None:
    root, known = Trial.of(MINIBOOK, tmp_path).root, ReadCache()
    page, terms = root / "docs/modul-02/tahap-2.md", root / "docs/lampiran/istilah.yml"
    page.write_text(page.read_text(encoding="utf-8") + "\nDi sini disebut XYZQ.\n", encoding="utf-8")
    assert "singkatan-tak-dikenal" in [str(item[1]) for item in told(root, known)]
    before = terms.read_text(encoding="utf-8")
    terms.write_text(f"{before}  - {{id: istilah-xyzq, istilah: XYZQ, arti: Contoh.}}\n", encoding="utf-8")
    assert "singkatan-tak-dikenal" not in [str(item[1]) for item in told(root, known)]
    terms.write_text(before, encoding="utf-8")
    assert "singkatan-tak-dikenal" in [str(item[1]) for item in told(root, known)]
