"""The steps that publish an edition on the build server, run in a fresh clone with a stand-in for `gh`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.commands import release
from tests.conftest import PROJECT
from tests.course.sample import PLAN, replaced
from tests.packs.sample import TEST
from tests.project.test_workflow import COURSE_FILE, FILE, jobs_of
from tests.release.publishing import CHANGES, bytes_of, commit, finished, git, replace

RELEASE = f'#!/bin/sh\nexec "{sys.executable}" -m handbook.commands release --root "$PWD" "$@"\n'
GH = """#!/bin/sh
# release download TAG --pattern '…zip' --dir FOLDER --clobber; everything else is written down
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
    jobs = jobs_of(FILE)
    steps = {
        step.get("name"): step["run"]
        for job in ("susun", "terbit")
        for step in jobs[job]["steps"]
        if "run" in step and "without-keys" not in step["run"]
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


NAMED = ("peserta: 12", "peserta: 12\nnama: peserta/kelas.csv")


@pytest.fixture
def course_book(tmp_path: Path) -> Path:
    """A book under git with a plan and, where git keeps it, a list of names; its scripts beside it."""
    root = finished(tmp_path)
    (root / "docs/modul-02/tes-2.yml").write_text(TEST, encoding="utf-8")
    (root / "pelatihan").mkdir()
    (root / "pelatihan/kelas.yml").write_text(PLAN, encoding="utf-8")
    (root / "pelatihan/bernama.yml").write_text(replaced(PLAN, [{"ganti": NAMED[0], "dengan": NAMED[1]}]))
    (root / "peserta").mkdir()
    (root / "peserta/kelas.csv").write_text("nama\nAni Rekaan\n", encoding="utf-8")
    shutil.copytree(PROJECT / ".ci", root / ".ci")
    program(root / "scripts/course", RELEASE.replace("release", "course"))
    return root


def steps_of_course(root: Path, plan: str, is_private: str) -> int:
    """Run the steps that print a plan as the host does; the exit code of the first that fails."""
    told = {**os.environ, "RENCANA": plan, "TERTUTUP": is_private}
    for step in jobs_of(COURSE_FILE)["lembar"]["steps"]:
        if "env" in step:
            command = ["bash", "-e", "-c", step["run"]]
            done = subprocess.run(command, cwd=root, env=told, capture_output=True, text=True, check=False)
            if done.returncode:
                return done.returncode
    return 0


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_a_plan_is_printed_without_names_and_keys(course_book: Path) -> None:
    folder = course_book / "dist/pelatihan/kelas"
    assert steps_of_course(course_book, "pelatihan/kelas.yml", "true") == 0
    private = {file.name for file in folder.iterdir()}
    assert {"jadwal.pdf", "hari-1.pdf", "kunci.pdf", "pelatihan.xlsx"} <= private
    assert steps_of_course(course_book, "pelatihan/kelas.yml", "false") == 0
    assert private - {file.name for file in folder.iterdir()} == {"kunci.pdf"}


@pytest.mark.usefixtures("host_environment")
def test_a_plan_with_names_that_git_keeps_is_refused(course_book: Path) -> None:
    git(course_book, "add", "--force", "peserta/kelas.csv")
    assert steps_of_course(course_book, "pelatihan/bernama.yml", "true") == 1
    assert not (course_book / "dist").exists()


@pytest.mark.usefixtures("host_environment")
def test_a_plan_with_names_that_are_elsewhere_is_refused(course_book: Path) -> None:
    (course_book / "peserta/kelas.csv").unlink()
    assert steps_of_course(course_book, "pelatihan/bernama.yml", "false") == 1
    assert not (course_book / "dist").exists()
