"""A small book with all that an edition needs, and its publishing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from handbook.book.approvals import digest, states
from handbook.book.read import read
from handbook.commands import entry_point, release
from tests.conftest import MINIBOOK, PROJECT, keeping_together

APPROVED = "  pengesahan: {nama: Contoh Rekaan, jabatan: Kepala Kebun, tanggal: 2026-11-24}\n"
CHANGES = """---
halaman:
  judul: Perubahan
  ringkas: Apa yang berubah.
---
## Edisi 2026.1

Edisi pertama.

/// daftar | perubahan
///
"""
Captured = pytest.CaptureFixture[str]


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@example.org")
    when = {**os.environ, "GIT_COMMITTER_DATE": "2026-11-24T08:00:00+07:00"}  # the day of the approval
    command = ["git", "-C", str(root), *who, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=when)
    return done.stdout.strip()


def finished(folder: Path, *, keeps_nothing: bool = False) -> Path:
    """The minibook with all that an edition needs, under git, its tests noted as passed."""
    root = shutil.copytree(MINIBOOK, folder / "buku")
    if not keeps_nothing:
        keeping_together(root)
    replace(root / "handbook.yml", "status: draf", "status: terbit")
    replace(root / "handbook.yml", "  - {nomor: 1, jp: 1, status: rencana, judul: Mengenal Kebun}\n", "")
    replace(root / "handbook.yml", "  tanggal: 2026-11-23\n", f"  tanggal: 2026-11-23\n{APPROVED}")
    replace(root / "handbook.yml", "depan: [index.md]", "depan: [index.md, perubahan.md]")
    replace(root / "docs/modul-02/bacaan-2-1.md", "Modul 1", "Modul 3")
    replace(
        root / "docs/modul-02/bacaan-2-1.md", "  nomor: 2.1", "  nomor: 2.1\n  alias: [modul-02/bacaan-2-9]"
    )
    (root / "docs/perubahan.md").write_text(CHANGES)
    real = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    real = real.replace("custom_dir: overrides", "custom_dir: !ENV HANDBOOK_OVERRIDES")
    real = real.replace("hooks: [hooks/mkdocs_hooks.py]", "hooks: [!ENV HANDBOOK_HOOK]")
    (root / "mkdocs.yml").write_text(real, encoding="utf-8")
    record(root)
    return root


def record(root: Path) -> None:
    """Put a book under git."""
    (root / ".gitignore").write_text("/dist/\n/site/\n/.build-*/\n.cache/\n/peserta/*\n")
    git(root, "init", "--quiet")
    for key, value in (("name", "Uji"), ("email", "uji@example.org")):
        git(root, "config", f"user.{key}", value)
    commit(root)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def approve(root: Path) -> None:
    """Let somebody approve every module as it is now."""
    book, _ = read(root)
    assert book is not None
    who = {"nama": "Contoh Rekaan", "jabatan": "Kepala Kebun", "tanggal": "2026-11-24"}
    plans = [state.plan for state in states(book)]
    rows = [{"modul": plan.number, **who, "sidik": digest(book, plan)} for plan in plans]
    (root / "pengesahan.yml").write_text(yaml.safe_dump({"pengesahan": rows}))


def commit(root: Path, *, approved: bool = True) -> None:
    """Record everything, approved unless said otherwise, and note that its tests passed."""
    if approved:
        approve(root)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Naskah")
    result = {"commit": git(root, "rev-parse", "HEAD"), "clean": True, "passed": True}
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache/hasil-uji.json").write_text(json.dumps(result))


def run(root: Path, *arguments: str) -> int:
    return entry_point.guarded(lambda: release.main([*arguments, "--root", str(root)]))


def bytes_of(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
