"""Problems that follow from an unreadable file are folded under it, for every file."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from handbook import checks
from handbook.book.book import ReadCache
from handbook.commands import check
from handbook.problem import Kind
from handbook.source.files import book_files
from tests.checks.mutations.run import copy_of as book_copy
from tests.conftest import PROJECT, CopyOf
from tests.release.publishing import Captured

FILES = sorted(p.relative_to(PROJECT).as_posix() for p in book_files(PROJECT) if p.suffix in (".md", ".yml"))
CHOSEN = random.Random(16).sample(FILES, 12)
LINK = {"berkas": "docs/modul-02/ik-2-1.yml", "ganti": "orientasi:", "dengan": "orientas:"}


def broken(text: str) -> str:
    """A text whose data nobody can read."""
    return text.replace("\n", '\n  x: "\n', 1)


def loose(root: Path, path: str, known: ReadCache) -> list[str]:
    """The problems that stand apart from the file that was broken."""
    file = root / path
    before = file.read_text(encoding="utf-8")
    file.write_text(broken(before), encoding="utf-8")
    _, problems = checks.run(root, known=known)
    file.write_text(before, encoding="utf-8")
    assert any(item.place.path == path for item in problems), path
    return [
        f"{item.place} {item.kind}" for item in problems if item.cause is None and item.place.path != path
    ]


@pytest.mark.parametrize("files", [pytest.param(FILES, marks=pytest.mark.slow), CHOSEN], ids=["all", "some"])
def test_a_broken_file_is_the_only_cause(files: list[str], tmp_path: Path) -> None:
    root, known = book_copy(PROJECT, tmp_path), ReadCache()
    assert {path: found for path in files if (found := loose(root, path, known))} == {}


def test_the_cause_comes_first_and_counts_what_follows(copy_of: CopyOf, capsys: Captured) -> None:
    assert check.main(["--root", str(copy_of(LINK))]) == 1
    first, folded, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith('docs/modul-02/ik-2-1.yml:1:1: Kunci "orientasi" belum ada.')
    assert folded.strip() == "… dan 10 masalah lain karena ini; perbaiki ini dahulu."


def test_everything_is_there_when_asked_for(copy_of: CopyOf, capsys: Captured) -> None:
    root = copy_of(LINK)
    check.main(["--root", str(root), "--format", "json"])
    records = json.loads(capsys.readouterr().out)
    following = [item for item in records if item["cause"] == "docs/modul-02/ik-2-1.yml:1:1"]
    check.main(["--root", str(root), "--all"])
    shown = capsys.readouterr().out
    assert len(following) == 10
    assert all(f"    {item['path']}:{item['line']}:{item['column']}: " in shown for item in following)


def test_a_problem_of_its_own_is_not_folded(copy_of: CopyOf) -> None:
    other = {
        "berkas": "docs/modul-03/tahap-1.md",
        "ganti": "Petik sayur",
        "dengan": "Lihat IK 3.9. Petik sayur",
    }
    _, problems = checks.run(copy_of(LINK, other))
    assert [item.place.path for item in problems if item.words.get("kata") == "IK 3.9" and not item.cause]


def test_shares_of_all_questions_follow_from_a_quiz_that_cannot_be_read(copy_of: CopyOf) -> None:
    head = "judul: Tes\njenis: tes\npengantar: Kerjakan.\nsoal:\n"
    rest = "jenis: benar-salah, mengukur: 2.1.1, bagian: box-2-1, benar: ya, pembahasan: Ya.}\n"
    lines = [f"  - {{id: s{n}, tanya: Ini {n}., {rest}" for n in range(10)]
    test = {"berkas": "docs/modul-02/tes-2.yml", "isi": head + "".join(lines)}
    quiz = {"berkas": "docs/modul-02/kuis-2.yml", "ganti": "jenis: latihan", "dengan": "jenis: ulangan"}
    for edits, path in (((test,), None), ((test, quiz), quiz["berkas"])):
        _, problems = checks.run(copy_of(*edits, name=str(len(edits))))
        [share] = [item for item in problems if item.kind is Kind.STATEMENTS_UNEVEN]
        assert (share.cause.path if share.cause else None) == path
