"""Random comments and tracked changes come back at their lines, nothing is lost, what is taken is exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.review.experiment import Figures, office, run
from tests.conftest import MINIBOOK, PROJECT
from tests.sources import copy_texts


def judged(found: Figures) -> None:
    """No review is lost, nearly all are at their lines, and readers see what was intended."""
    assert found.lost == []
    assert found.broken == []
    assert found.right >= 0.99 * found.deeds, found.wrong
    assert found.exact == found.comments - found.gone
    for subject, want, got in found.texts:
        assert got == want, subject


def test_a_small_book(tmp_path: Path) -> None:
    found = run(copy_texts(MINIBOOK, tmp_path / "buku"), ["modul-02"], 16, 5)
    judged(found)
    assert found.taken >= 6


@pytest.mark.slow
def test_all_modules_saved_again_by_libreoffice(tmp_path: Path) -> None:
    """Twenty reviews in each of ten modules; some paragraphs move in the document, some in the sources."""
    subjects = [f"modul-{number:02d}" for number in range(1, 11)]
    found = run(copy_texts(PROJECT, tmp_path / "buku"), subjects, 20, 11, office)
    judged(found)
    assert found.deeds == 200
    assert len(found.refused) <= 0.1 * found.taken
