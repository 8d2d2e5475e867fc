"""A check that keeps its findings of unchanged pages says what one says that reads everything."""

import shutil
from pathlib import Path
from random import Random

import pytest

from handbook import checks
from handbook.book import Use, all_uses
from handbook.book.book import ReadCache
from handbook.memory.store import CACHE
from handbook.problem import Problem
from tests.checks.fuzz.mutations import mutated
from tests.checks.fuzz.trial import Trial
from tests.checks.test_fuzz import sources
from tests.conftest import ENGLISH_BOOK, MINIBOOK


def told(root: Path, known: ReadCache) -> list[tuple[object, ...]]:
    """All that a check says of a book, then every mention that it read."""
    book, problems = checks.run(root, known=known)
    return [*map(_facts, problems), *(map(_of_use, all_uses(book)) if book else ())]


def told_anew(root: Path) -> list[tuple[object, ...]]:
    """The same of a check that knows nothing, neither in memory nor on the disk."""
    aside = (root / CACHE).rename(root.with_name("aside"))
    try:
        return told(root, ReadCache())
    finally:
        shutil.rmtree(root / CACHE, ignore_errors=True)
        aside.rename(root / CACHE)


def _facts(item: Problem) -> tuple[object, ...]:
    return (item.place, item.kind, item.words, item.hints, item.about, item.cause)


def _of_use(use: Use) -> tuple[object, ...]:
    page, mention = use.page and use.page.path, use.mention
    ends = (use.locate(mention.start), use.locate(mention.end))
    return (page, mention, use.place, use.text, *ends, use.hidden, use.string, use.unprinted, use.path)


@pytest.mark.parametrize("book", [MINIBOOK, ENGLISH_BOOK], ids=lambda book: book.name)
def test_findings_that_were_kept_are_those_of_the_files_as_they_are(tmp_path: Path, book: Path) -> None:
    root, known, chance, said = Trial.of(book, tmp_path).root, ReadCache(), Random(18), set()
    files = sources(root)
    for _ in range(40):
        file = root / chance.choice([*files, "handbook.yml"])
        before = file.read_text(encoding="utf-8")
        file.write_text(mutated(before, chance), encoding="utf-8", newline="")
        found = told(root, known)
        assert found == told_anew(root), file
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
