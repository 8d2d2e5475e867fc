"""The steps that publish an edition on the build server, run in a fresh clone with a stand-in for `gh`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.commands import release
from tests.conftest import PROJECT
from tests.project.test_workflow import FILE
from tests.release.publishing import CHANGES, bytes_of, commit, finished, git, replace

RELEASE = f'#!/bin/sh\nexec "{sys.executable}" -m handbook.commands release --root "$PWD" "$@"\n'
GH = """#!/bin/sh
# release download TAG --pattern '*.zip' --dir FOLDER --clobber; everything else is written down
if [ "$2" = download ]; then exec cp "$RELEASES/$3/"*.zip "$7"; fi
if [ "$2" = view ]; then exit 1; fi
echo "$@" >> "$RELEASES/said.txt"
"""
STEPS = (
    "Ambil edisi-edisi sebelumnya",
    "Bangun ulang edisi ini dan susun folder web",
    "Lampirkan berkas pada rilis",
)


def program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def publish(root: Path, edition: str) -> None:
    assert release.main([edition, "--root", str(root)]) == 0


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with two published editions, its scripts beside it."""
    root = finished(tmp_path)
    shutil.copytree(PROJECT / ".ci", root / ".ci")
    program(root / "scripts/release", RELEASE)
    commit(root)
    publish(root, "2026.1")
    replace(root / "handbook.yml", "edisi: 2026.1", "edisi: 2026.2")
    (root / "docs/perubahan.md").write_text(
        CHANGES.replace("## Edisi", "## Edisi 2026.2\n\nLagi.\n\n## Edisi", 1)
    )
    commit(root)
    publish(root, "2026.2")
    return root


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_a_tag_is_published_with_the_editions_before_it(book: Path, tmp_path: Path) -> None:
    releases, clone = tmp_path / "rilis", tmp_path / "klon"
    zip_ = next((book / "dist/edisi/2026.1").glob("buku-kebun-*.zip"))
    (releases / "edisi-2026.1").mkdir(parents=True)
    shutil.copy(zip_, releases / "edisi-2026.1")
    program(tmp_path / "bin/gh", GH)
    subprocess.run(["git", "clone", "--quiet", book, clone], check=True)
    jobs: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["jobs"]
    steps = {
        step.get("name"): step["run"]
        for job in ("susun", "terbit")
        for step in jobs[job]["steps"]
        if "run" in step
    }
    assert tuple(steps) == STEPS
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    told = {**os.environ, "GITHUB_REF_NAME": "edisi-2026.2", "RELEASES": str(releases), "PATH": path}
    for run in steps.values():
        subprocess.run(["bash", "-e", "-c", run], cwd=clone, env=told, check=True, capture_output=True)
    names = [row["version"] for row in json.loads((clone / "dist/web/versions.json").read_text())]
    assert names == ["2026.2", "2026.1"]
    assert bytes_of(clone / "dist/web") == bytes_of(book / "dist/web")
    said = (releases / "said.txt").read_text()
    assert "release create edisi-2026.2" in said
    assert {"buku-peserta.pdf", "SHA256SUMS", "modul/modul-02.pdf"} <= set(said.split())
    assert "kunci" not in said
    assert git(clone, "status", "--porcelain") == ""


def test_the_check_of_proposals_passes_here() -> None:
    command = [
        sys.executable,
        "-m",
        "handbook.commands",
        "check",
        "--format",
        "github",
        "--root",
        str(PROJECT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
