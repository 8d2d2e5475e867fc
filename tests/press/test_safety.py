"""Inputs that the press refuses; it writes all or nothing, and the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest

from handbook.press import Dead, Note, NoteKind, Part, PressError, Report, Step
from handbook.press.layout import typesetting as layout_module
from handbook.press.workers import LAYOUT
from tests.press.sample import PARTS, make, page

pytestmark = pytest.mark.pdf

SECRET = "rahasia-di-luar"


def _one(tmp_path: Path, body: str, head: str = "") -> tuple[Path, Report]:
    """Print one part."""
    html = page(f"<h1>Judul</h1>{body}").replace("</head>", f"{head}</head>")
    return make(tmp_path, (Part("satu", "Satu", html),))


def _outside(report: Report) -> list[str]:
    """The addresses that were refused."""
    return [note.words for note in report.warnings if note.kind is NoteKind.OUTSIDE]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/a.png",
        "file:///etc/passwd",
        "../luar.txt",
        "tautan.txt",
        "data:text/plain,abc",
        "ftp://x/y",
    ],
)
def test_nothing_outside_is_read(tmp_path: Path, address: str) -> None:
    (tmp_path / "luar.txt").write_text(SECRET)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "tautan.txt").symlink_to(tmp_path / "luar.txt")
    out, report = _one(
        tmp_path, f'<p><img src="{address}" alt="gambar"></p>', f'<link rel=stylesheet href="{address}">'
    )
    assert len(_outside(report)) == 1
    assert SECRET.encode() not in out.read_bytes()


def test_inside_images_and_small_data_are_read(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (tmp_path / "src" / "kotak hitam.svg").write_text(svg)
    data = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="
    body = f'<p><img src="kotak%20hitam.svg" alt="kotak"><img src="{data}" alt="kosong"></p>'
    _, report = _one(tmp_path, body)
    assert report.warnings == ()
    _, report = _one(tmp_path, f'<p><img src="data:image/png;base64,{"A" * 1_500_000}" alt="besar"></p>')
    assert len(_outside(report)) == 1


def test_attachments_are_harmless(tmp_path: Path) -> None:
    head = '<link rel="attachment" href="file:///etc/passwd">'
    out, report = _one(tmp_path, '<p><a rel="attachment" href="file:///etc/hosts">lihat</a></p>', head)
    with pikepdf.open(out) as pdf:
        assert not pdf.attachments
        assert "/Annots" not in pdf.pages[0].obj
    assert [note.words for note in report.warnings if note.kind is NoteKind.ATTACHMENT] == [
        "file:///etc/passwd",
        "file:///etc/hosts",
    ]
    assert report.dead == (Dead("satu", "file:///etc/hosts", "lihat"),)


def test_every_complaint_of_weasyprint_is_kept(tmp_path: Path) -> None:
    _, report = _one(tmp_path, '<p><img src="hilang.png" alt="x"></p>', "<style>p { kolor: red }</style>")
    words = " ".join(note.words for note in report.warnings if note.kind is NoteKind.WEASYPRINT)
    assert "kolor" in words
    assert "hilang.png" in words


def test_fields_without_names_or_labels_are_noted(tmp_path: Path) -> None:
    _, report = _one(tmp_path, '<form><input type="text"><input name="a"><input name="a" title="A"></form>')
    assert [(note.kind, note.words) for note in report.warnings] == [
        (NoteKind.FIELD_NAME, "isian-1"),
        (NoteKind.FIELD_LABEL, "isian-1"),
        (NoteKind.FIELD_LABEL, "a"),
        (NoteKind.FIELD_REPEATED, "a-3"),
    ]


def test_repeated_ids_and_fields_of_two_parts_are_noted(tmp_path: Path) -> None:
    html = page('<h1 id="x">J</h1><form><input name="nama.a" aria-label="Nama"></form>')
    out, report = make(tmp_path, (Part("satu", "Satu", html), Part("dua", "Dua", html)))
    assert report.warnings == (
        Note("dua", NoteKind.ID_REPEATED, "x"),
        Note("dua", NoteKind.FIELD_REPEATED, "nama.a"),
    )
    assert report.anchors["x"].part == "satu"
    with pikepdf.open(out) as pdf:
        assert [f.fully_qualified_name for f in pdf.acroform.fields] == ["nama.a", "nama-2.a"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = []
    for name, workers in (("a", 1), ("b", 1), ("c", 2)):
        (tmp_path / name).mkdir()
        out, _ = make(tmp_path / name, workers=workers)
        digests.append(hashlib.sha256(out.read_bytes()).hexdigest())
    assert len(set(digests)) == 1


def test_a_failure_leaves_the_old_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "buku.pdf"
    out.write_bytes(b"lama")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("kertas habis")

    monkeypatch.setattr(layout_module, "repair", broken)
    with pytest.raises(PressError, match=r"sampul: paint: RuntimeError: kertas habis"):
        make(tmp_path)
    assert out.read_bytes() == b"lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["buku.pdf", "src"]


def test_a_worker_that_fails_names_the_part(tmp_path: Path) -> None:
    deep = page("<h1>D</h1>" + "<div>" * 3000 + "x" + "</div>" * 3000)
    with pytest.raises(PressError, match=r"dalam: lay_out: RecursionError: maximum"):
        make(tmp_path, (*PARTS[:1], Part("dalam", "Dalam", deep)), workers=2)
    assert not (tmp_path / "buku.pdf").exists()


def test_a_worker_that_dies_names_the_part(tmp_path: Path) -> None:
    def kill(step: Step, _part: str) -> None:
        if step == "lay_out":
            with suppress(ProcessLookupError):  # it is dead, and told of before its death is known
                os.kill(_children()[0], 9)

    with pytest.raises(PressError, match=r"worker died \(-9\)"):
        make(tmp_path, workers=2, progress=kill)
    assert not (tmp_path / "buku.pdf").exists()


def _children() -> list[int]:
    """The press's processes that live now."""
    import multiprocessing

    return [process.pid for process in multiprocessing.active_children() if process.pid]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_nothing_stays_behind_among_temporary_files(tmp_path: Path, workers: str) -> None:
    """WeasyPrint unpacks fonts there, and a worker is ended before it can tidy up."""
    command = [sys.executable, "-m", "tests.press.print_one", str(tmp_path), workers]
    with tempfile.TemporaryDirectory() as temporary:  # short: the workers' sockets lie in it
        environment = {**os.environ, "TMPDIR": temporary, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run(command, env=environment, check=True)
        assert list(Path(temporary).iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["buku.pdf"]


def test_part_names_are_file_names(tmp_path: Path) -> None:
    with pytest.raises(PressError, match="unique"):
        make(tmp_path, (Part("../a", "A", page("<h1>A</h1>")),))


def test_a_worker_dies_with_its_parent(tmp_path: Path) -> None:
    """Even when the parent is killed in the middle of a layout that would take minutes."""
    command = [sys.executable, "-m", "tests.press.print_one", str(tmp_path), "2", "30000"]
    parent = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    end = time.monotonic() + 60
    while not (workers := [pid for pid in _descendants(parent.pid) if _seconds(pid) > 1]):
        assert time.monotonic() < end
        assert parent.poll() is None
        time.sleep(0.1)
    parent.kill()
    parent.wait()
    end = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < end, "a worker lives on"
        time.sleep(0.1)


def _descendants(pid: int) -> list[int]:
    """All processes that a process has begun, and theirs."""
    own: list[int] = []
    with suppress(FileNotFoundError):  # it ended meanwhile
        own += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    return [*own, *(deeper for child in own for deeper in _descendants(child))]


def _seconds(pid: int) -> float:
    """The time of a processor that a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_the_fork_server_imports_the_typesetter_once_for_all_workers() -> None:
    """A name that does not exist would be passed over in silence, and every worker would import it itself."""
    assert layout_module.__name__ == LAYOUT
