"""The workflow of reviews: pinned, with few rights, and its steps do in a clone what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.authoring.review.exporting import exported
from tests.authoring.review.reviewer import Desk, text_of
from tests.conftest import PROJECT, whole
from tests.project.test_workflow import PINNED, USES, jobs_of
from tests.release.publishing import commit, finished, git

WORKFLOW = PROJECT / ".github/workflows/telaah.yml"
COMMAND = f'#!/bin/sh\nexec "{sys.executable}" -m handbook.commands review --root "$PWD" "$@"\n'
SECRET = "Rahasia"
"""A word of the notes for facilitators."""


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    return jobs_of(WORKFLOW)


def test_it_fits_the_schema() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*checker, WORKFLOW], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_rights_and_names(jobs: dict[str, Any]) -> None:
    """Only the job that makes the branch may write; it runs nothing of the engine and alone has a token."""
    text = WORKFLOW.read_text(encoding="utf-8")
    assert [words for words in USES.findall(text) if not PINNED.fullmatch(words)] == []
    assert yaml.load(text, Loader=yaml.BaseLoader)["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == ["usulkan"]
    assert [name for name, job in jobs.items() if "github.token" in str(job)] == ["usulkan"]
    runs = [step["run"] for step in jobs["usulkan"]["steps"] if "run" in step]
    assert runs == ['./.ci/propose dist/telaah/usul.patch "telaah-$GITHUB_RUN_ID"']
    assert "${{" not in str([step.get("run") for job in jobs.values() for step in job["steps"]])
    for job in jobs.values():
        assert job["steps"][0]["with"] == {"persist-credentials": False}


def clone_of(tmp_path: Path) -> Path:
    """A clone of a book with its scripts, so that it has somewhere to push to."""
    root = finished(tmp_path)
    shutil.copytree(PROJECT / ".ci", root / ".ci")
    (root / "scripts").mkdir(exist_ok=True)
    (root / "scripts/review").write_text(COMMAND)
    (root / "scripts/review").chmod(0o755)
    commit(root)
    clone = tmp_path / "klon"
    subprocess.run(["git", "clone", "--quiet", root, clone], check=True)
    return clone


def run(command: str, clone: Path, **told: str) -> int:
    environment = {**os.environ, "GITHUB_RUN_ID": "7", **told}
    return subprocess.run(["bash", "-e", "-c", command], cwd=clone, env=environment, check=False).returncode


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_a_copy_becomes_a_branch(tmp_path: Path, jobs: dict[str, Any]) -> None:
    clone = clone_of(tmp_path)
    (clone / "telaah").mkdir()
    copy = clone / "telaah/ani.docx"
    copy.write_bytes(exported(whole(clone), "modul-02"))
    desk = Desk(copy)
    paragraph = next(item for item in desk.paragraphs() if "Pilih benih yang utuh" in text_of(item))
    desk.replace(paragraph, 17, 21, "bulat", "Ani Rekaan")
    desk.save(copy)
    for name in ("impor", "usulkan"):
        git(clone, "checkout", "--quiet", "--", "docs")  # each job has a clone of its own
        assert run(jobs[name]["steps"][-1 if name == "usulkan" else -2]["run"], clone) == 0
    assert (clone / "dist/telaah/berita-acara.pdf").stat().st_size > 5000
    change = git(clone, "show", "origin/telaah-7", "--format=%an %ae %B")
    assert "+Pilih benih yang bulat." in change
    assert "Ani" not in change


@pytest.mark.usefixtures("host_environment")
@pytest.mark.parametrize(("is_private", "found"), [("true", True), ("false", False), ("", False)])
def test_secrets_leave_only_a_private_repository(
    tmp_path: Path, jobs: dict[str, Any], is_private: str, *, found: bool
) -> None:
    clone = clone_of(tmp_path)
    [step] = [step["run"] for step in jobs["ekspor"]["steps"] if "MODUL" in step.get("env", {})]
    assert run(step, clone, MODUL="modul-02", TERTUTUP=is_private) == 0
    desk = Desk(clone / "dist/telaah/modul-02.docx")
    assert (SECRET in "".join(map(text_of, desk.root.iter("{*}p")))) is found
    assert (SECRET.encode() in b"".join(desk.parts.values())) is found
