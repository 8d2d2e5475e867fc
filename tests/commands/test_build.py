"""Exit codes and forms of the commands; a failed build leaves the last good products untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from handbook import checks
from handbook.commands import build, check
from handbook.strings import load
from tests.conftest import CopyOf
from tests.release.publishing import finished

Captured: TypeAlias = pytest.CaptureFixture[str]

BROKEN = {"berkas": "docs/modul-02/tahap-2.md", "ganti": "Tahap ini", "dengan": "Lihat IK 2.9. Tahap ini"}
SETTINGS = {"berkas": "handbook.yml", "ganti": "keparahan: {}"}
SOFT = {**SETTINGS, "dengan": "keparahan: {rujukan-hilang: peringatan}"}
BAD_SITE = {"berkas": "mkdocs.yml", "ganti": "plugins: []", "dengan": "plugins: [tak-ada]"}
KEYS = ["path", "line", "column", "kind", "severity", "message", "mend", "cause"]


@pytest.fixture
def built(copy_of: CopyOf) -> CopyOf:
    """A copy of the minibook with edits and with products of an earlier build."""

    def make(*edits: dict[str, str]) -> Path:
        root = copy_of(*edits)
        for path, text in (("site/index.html", "<p>lama</p>"), ("dist/buku-peserta.pdf", "%PDF lama")):
            (root / path).parent.mkdir()
            (root / path).write_text(text)
        return root

    return make


def state(root: Path) -> dict[Path, tuple[bytes, int] | None]:
    """Every folder, and every file with its bytes and time; what the press keeps is no product."""
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
        for path in root.rglob("*")
        if ".cache" not in path.parts
    }


def test_a_plan_that_a_page_shows_is_told_before_anything_is_printed(built: CopyOf, capfd: Captured) -> None:
    shown = {"ganti": "Kata yang asing", "dengan": "/// pelatihan | kelas-a\n///\n\nKata yang asing"}
    root = built(
        {"berkas": "docs/index.md", **shown},
        {"berkas": "pelatihan/kelas-a.yml", "isi": "judul: Kelas A\n"},
        {"berkas": "pelatihan/kelas-b.yml", "isi": "judul: Kelas B\n"},
    )
    before = state(root)
    assert build.main(["--root", str(root)]) == 1
    assert state(root) == before
    said = capfd.readouterr()
    assert said.out.startswith("pelatihan/kelas-a.yml:1:1: ")
    assert "kelas-b" not in said.out
    assert "Menyusun PDF" not in said.err


def test_a_build_with_problems_changes_nothing(built: CopyOf, capfd: Captured) -> None:
    root = built(BROKEN)
    before = state(root)
    assert build.main(["--root", str(root)]) == 1
    assert state(root) == before
    shown = capfd.readouterr()
    assert "docs/modul-02/tahap-2.md:19:7: Rujukan tidak ditemukan" in shown.out
    assert "situs dan PDF yang lama tidak diubah" in shown.err


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_a_build_that_fails_late_changes_nothing(built: CopyOf, capfd: Captured) -> None:
    root = built(BAD_SITE)
    before = state(root)
    assert build.main(["--root", str(root)]) == 1
    assert state(root) == before
    said = capfd.readouterr().err
    assert said.index("Membangun situs") < said.index("situs dan PDF yang lama tidak diubah")
    # Parts are called as readers call them.
    assert re.search(r"^  mencetak Modul 2: ", said, re.M)
    assert not re.search(r"\bmodul-0\d\b", said)


def test_a_build_without_a_book_fails(tmp_path: Path) -> None:
    assert build.main(["--root", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []


def test_check_is_0_for_a_clean_book(copy_of: CopyOf, capsys: Captured) -> None:
    assert check.main(["--root", str(copy_of())]) == 0
    assert capsys.readouterr().out == "Tidak ada masalah.\n"


def test_check_is_1_with_problems(copy_of: CopyOf, capsys: Captured) -> None:
    assert check.main(["--root", str(copy_of(BROKEN))]) == 1
    line, empty, why, empty_too, count = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"docs/modul-02/tahap-2\.md:19:7: .+ \[rujukan-hilang\]", line)
    assert (empty, empty_too) == ("", "")
    assert why.startswith("[rujukan-hilang] ")
    assert count.startswith("1 masalah dari 1 jenis.")


def test_check_is_0_with_warnings_only(copy_of: CopyOf, capsys: Captured) -> None:
    assert check.main(["--root", str(copy_of(BROKEN, SOFT))]) == 0
    assert "[rujukan-hilang]" in capsys.readouterr().out


def test_check_is_2_when_it_cannot_run(tmp_path: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit, match="2"):
        check.main(["--root", str(tmp_path / "tidak-ada")])
    assert "bukan folder" in capsys.readouterr().err


def test_json_has_exactly_eight_keys(copy_of: CopyOf, capsys: Captured) -> None:
    assert check.main(["--root", str(copy_of(BROKEN)), "--format", "json"]) == 1
    [record] = json.loads(capsys.readouterr().out)
    assert list(record) == KEYS
    assert [record[key] for key in KEYS[:5]] == ["docs/modul-02/tahap-2.md", 19, 7, "rujukan-hilang", "galat"]
    assert all(isinstance(record[key], str) and record[key] for key in KEYS[5:7])
    assert record["cause"] is None


def test_json_of_a_clean_book_is_an_empty_list(copy_of: CopyOf, capsys: Captured) -> None:
    assert check.main(["--root", str(copy_of()), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(("edits", "level"), [((BROKEN,), "error"), ((BROKEN, SOFT), "warning")])
def test_github_annotations(
    edits: tuple[dict[str, str], ...],
    level: str,
    copy_of: CopyOf,
    capsys: Captured,
) -> None:
    check.main(["--root", str(copy_of(*edits)), "--format", "github"])
    [line] = capsys.readouterr().out.splitlines()
    place = "file=docs/modul-02/tahap-2.md,line=19,col=7,title=rujukan-hilang"
    assert line.startswith(f'::{level} {place}::Rujukan tidak ditemukan: "IK 2.9". ')


def test_uses_are_asked_for_by_id_or_as_texts_mention_it(copy_of: CopyOf, capsys: Captured) -> None:
    said = []
    for words in ("ik-2-1", "IK 2.1"):
        assert check.main(["--root", str(copy_of(name=words)), "--uses", words]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert check.main(["--root", str(copy_of(name="lain")), "--uses", "IK 9.9"]) == 2


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_the_book_is_read_and_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in a file, since the site is built in a process of its own."""
    tally = tmp_path / "kali.txt"

    def counted(word: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            with tally.open("a") as file:
                file.write(f"{word}\n")
            return really(*args, **options)

        return call

    for module, name in ((build, "read"), (checks, "read"), (checks, "judged")):
        monkeypatch.setattr(module, name, counted(name, getattr(module, name)))
    root = finished(tmp_path)
    assert build.main(["--root", str(root)]) == 0
    assert (root / "site/modul-02/tahap-1/index.html").is_file()
    assert tally.read_text() == "read\njudged\n"


def test_pages_that_break_the_drawing_of_a_wrong_book_are_no_failure(
    built: CopyOf, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told is what the checks say, and nothing is left."""
    monkeypatch.setattr(build, "parts", breaking)
    root = built(BROKEN)
    before = state(root)
    assert build.main(["--root", str(root)]) == 1
    assert state(root) == before
    said = capfd.readouterr()
    assert said.out.startswith("docs/modul-02/tahap-2.md:19:7: Rujukan tidak ditemukan")
    assert said.err == f"{load('id')('laporan.bangun_gagal')}\n"


@pytest.mark.pdf
def test_what_breaks_the_drawing_of_a_sound_book_is_told(
    built: CopyOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "parts", breaking)
    root = built()
    before = state(root)
    with pytest.raises(ZeroDivisionError):
        build.main(["--root", str(root)])
    assert state(root) == before


def breaking(*_: object) -> None:
    """Draw no parts of a book."""
    raise ZeroDivisionError
