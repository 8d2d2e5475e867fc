"""Every failure ends with a sentence for the user and an exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.commands import entry_point
from tests.conftest import CopyOf
from tests.release.publishing import Captured, finished

FAILURES: dict[str, tuple[Exception | type[BaseException], int, str]] = {
    "a full disk": (
        OSError(errno.ENOSPC, "No space left on device", "dist/x.pdf"),
        2,
        "Penyimpanan penuh: dist/x.pdf",
    ),
    "no rights": (PermissionError(errno.EACCES, "Permission denied", "dist"), 2, "Tidak ada izin untuk dist"),
    "a disk that is read only": (
        OSError(errno.EROFS, "Read-only file system", "site"),
        2,
        "Tidak ada izin untuk site",
    ),
    "a program that is missing": (
        FileNotFoundError(errno.ENOENT, "No such file", "git"),
        2,
        "Program git tidak ditemukan",
    ),
    "a broken disk": (
        OSError(errno.EIO, "Input/output error", "docs/a.md"),
        2,
        "docs/a.md tidak dapat dibaca",
    ),
    "a program that fails": (
        subprocess.CalledProcessError(128, ["git", "tag"], stderr="usage\nfatal: no tag"),
        2,
        "Program git gagal: fatal: no tag",
    ),
    "no memory": (MemoryError, 2, "Memori komputer tidak cukup"),
    "Ctrl+C": (KeyboardInterrupt, 130, "Dihentikan"),
    "a fault of the engine": (RecursionError("too deep"), 2, "(RecursionError: too deep)"),
}


def failing(error: Exception | type[BaseException]) -> Callable[[], int]:
    def main() -> int:
        raise error

    return main


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_said_in_a_sentence(name: str, capsys: Captured) -> None:
    error, code, words = FAILURES[name]
    assert entry_point.guarded(failing(error)) == code
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
    assert said.count("\n") == 1


def test_the_traceback_of_a_fault_is_kept_for_the_maintainers(capsys: Captured) -> None:
    entry_point.guarded(failing(ZeroDivisionError("by zero")))
    name = capsys.readouterr().err.rpartition("berkas ")[2].split()[0]
    assert "in guarded" in Path(name).read_text(encoding="utf-8")
    Path(name).unlink()


def command(name: str, root: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "handbook.commands", name, *arguments, "--root", str(root)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload, no-any-return]


def _heeding_interrupts() -> None:
    """Undo what a shell does to commands in the background, which ignore Ctrl+C and hand that down."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.usefixtures("host_environment")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    root = finished(tmp_path)
    process = command("build", root, start_new_session=True, preexec_fn=_heeding_interrupts)
    assert process.stderr is not None
    process.stderr.readline()  # it prints
    time.sleep(0.3)
    os.killpg(process.pid, number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == entry_point.INTERRUPTED
    assert "Traceback" not in said
    assert "Dihentikan" in said
    assert not [path for path in root.glob(".bu*") if path.is_dir()]
    assert not (root / "site").exists()


@pytest.mark.usefixtures("host_environment")
def test_a_release_without_git_says_so(tmp_path: Path) -> None:
    process = command("release", finished(tmp_path), "2026.1", env={**os.environ, "PATH": "/tidak-ada"})
    assert "Program git tidak ditemukan" in process.communicate()[1]
    assert process.returncode == entry_point.COULD_NOT_RUN


def test_a_reader_who_has_seen_enough_is_no_failure(copy_of: CopyOf) -> None:
    root = copy_of({"berkas": "docs/modul-03/ik-3-1.yml", "isi": "nomor: 9\n" * 3000})
    check = f"{sys.executable} -m handbook.commands check --root {root} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", check], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith("docs/")
