"""The workflow of the build server fits its schema, and what it runs is there and can be run here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.html import Audience
from handbook.products import PRODUCTS
from tests.conftest import PROJECT

FILE = PROJECT / ".github/workflows/buku.yml"
COURSE_FILE = PROJECT / ".github/workflows/pelatihan.yml"
"""The workflow that prints a course from a plan."""


def jobs_of(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["jobs"]
    return found


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    """The jobs of both; their names differ."""
    return jobs_of(FILE) | jobs_of(COURSE_FILE)


def commands(jobs: dict[str, Any]) -> list[str]:
    return [step["run"].strip() for job in jobs.values() for step in job["steps"] if "run" in step]


FORMS = sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
UPDATES = PROJECT / ".github/dependabot.yml"
JUDGED = [("github-workflows", FILE, COURSE_FILE), ("github-issue-forms", *FORMS), ("dependabot", UPDATES)]


@pytest.mark.parametrize("files", JUDGED, ids=lambda files: files[0])
def test_it_fits_the_schema_of_its_kind(files: tuple[str, Path]) -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{files[0]}"]
    done = subprocess.run([*checker, *files[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_step_runs_a_script_of_the_project(jobs: dict[str, Any]) -> None:
    for command in commands(jobs):
        path = PROJECT / command.split()[0]
        assert path.is_file()
        assert path.stat().st_mode & 0o111, command


def test_needs_name_jobs(jobs: dict[str, Any]) -> None:
    for job in jobs.values():
        needs = job.get("needs", [])
        assert set([needs] if isinstance(needs, str) else needs) <= set(jobs)


def test_only_the_job_that_publishes_may_write(jobs: dict[str, Any]) -> None:
    writing = [name for name, job in jobs.items() if "write" in job.get("permissions", {}).values()]
    assert writing == ["terbit"]
    assert "edisi-" in jobs["terbit"]["if"]


USES = re.compile(r"uses:\s*(.*)")
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
"""An action by the whole hash of its commit; a tag can be moved to other code."""


def test_actions_are_named_by_their_commits() -> None:
    used = [words for file in (FILE, COURSE_FILE) for words in USES.findall(file.read_text(encoding="utf-8"))]
    assert len(used) > 8
    assert [words for words in used if not PINNED.fullmatch(words)] == []
    versions: dict[str, set[str]] = {words.partition("@")[0]: set() for words in used}
    for words in used:
        versions[words.partition("@")[0]].add(words)
    assert [sorted(pins) for pins in versions.values() if len(pins) > 1] == []


@pytest.mark.parametrize(
    "words", ["actions/checkout@v6", "other/thing@" + "a" * 40 + " # v1.0.0", "./x", "actions/x@abc # v1"]
)
def test_other_names_are_refused(words: str) -> None:
    assert PINNED.fullmatch(words) is None


def test_no_checkout_leaves_its_token_behind(jobs: dict[str, Any]) -> None:
    steps = [step for job in jobs.values() for step in job["steps"] if "checkout@" in step.get("uses", "")]
    assert steps
    assert all(step["with"]["persist-credentials"] is False for step in steps)


def test_tokens_stand_in_single_steps(jobs: dict[str, Any]) -> None:
    """No job has a token for all of its steps; where one may write, nothing is built or tested."""
    for file in (FILE, COURSE_FILE):
        workflow = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert workflow["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in workflow["on"]
    assert list(workflow["on"]) == ["workflow_dispatch"]
    for job in jobs.values():
        assert "github.token" not in str(job.get("env", ""))
        assert "secrets." not in str(job)
    runs = [step["run"] for step in jobs["terbit"]["steps"] if "run" in step]
    assert runs == ['./.ci/attach "$GITHUB_REF_NAME"']
    holders = [
        step["run"].split()[0]
        for job in jobs.values()
        for step in job["steps"]
        if "github.token" in str(step)
    ]
    assert holders == ["./.ci/earlier-editions", "./.ci/attach"]


def test_the_environment_is_cached_by_all_that_shapes_it(jobs: dict[str, Any]) -> None:
    """The files of `fingerprint` in setup.sh; an edition that is published takes nothing from a cache."""
    setup = (PROJECT / "scripts/lib/setup.sh").read_text(encoding="utf-8").partition("fingerprint() {")[2]
    named = re.findall(r"requirements|package-lock\.json|/scripts/lib/", setup.partition("\n}")[0])
    assert named == ["requirements", "package-lock.json", "/scripts/lib/"]
    for name, kind in (("periksa", "pages"), ("pratinjau", "pages"), ("uji", "test"), ("lembar", "pages")):
        steps = jobs[name]["steps"]
        [at] = [at for at, step in enumerate(steps) if step.get("with", {}).get("path") == ".venv"]
        key = steps[at]["with"]["key"]
        assert key.startswith(f"venv-{kind}-")
        shaping = re.findall(r"'([^']+)'", key)
        assert shaping == ["requirements*.lock", "tests/*/package-lock.json", "scripts/lib/*.sh"]
        assert all(list(PROJECT.glob(pattern)) for pattern in shaping)
        assert "restore-keys" not in steps[at]["with"]
        assert steps[at + 1]["run"] == "./.ci/fresh-machine"
    assert "cache@" not in str(jobs["susun"]) + str(jobs["terbit"])


def test_a_cached_environment_does_not_vouch_for_another_machine(tmp_path: Path) -> None:
    for name in (".ci", "scripts"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    for level in ("pages", "print", "test", "full"):
        (tmp_path / f".venv/.ready-{level}").touch()
    subprocess.run([tmp_path / ".ci/fresh-machine"], check=True)
    assert [path.name for path in (tmp_path / ".venv").iterdir()] == [".ready-pages"]


def test_what_a_person_types_is_no_part_of_a_command(jobs: dict[str, Any]) -> None:
    """Expressions reach steps through the environment only, where a shell takes them as words."""
    assert not [command for command in commands(jobs) if "${{" in command]


@pytest.mark.parametrize(("is_private", "key"), [("true", ["kunci.pdf"]), ("false", []), ("", [])])
def test_keys_of_courses_leave_only_a_private_repository(
    tmp_path: Path, is_private: str, key: list[str]
) -> None:
    folder = tmp_path / "kursus" / "30"
    folder.mkdir(parents=True)
    for name in ("hari-1.pdf", "kunci.pdf"):
        (folder / name).touch()
    subprocess.run([PROJECT / ".ci/without-keys", tmp_path / "kursus", is_private], check=True)
    assert sorted(path.name for path in folder.iterdir()) == ["hari-1.pdf", *key]


FOR_PARTICIPANTS = (
    *("SHA256SUMS", "buku-peserta.pdf", "ralat-dan-peraturan.pdf", "situs-luring.zip"),
    *("buku-pegangan-camat-2026.2.zip", "2026.1-2026.2.pdf", "modul/modul-02.pdf"),
    *("buku-peserta.epub", "epub/modul-02.epub"),
)
PLANTED = (
    *("kunci.pdf", "modul-02-kunci.pdf", "situs-fasilitator.zip", "soal-dan-kunci.zip", "catatan.pdf"),
    *("modul/kunci.txt", "epub/kunci.txt", "paket-sesi/modul-02.pdf", "paket-sesi/modul-02-kunci.pdf"),
    *("situs-fasilitator/buku/index.html", "soal-dan-kunci/paket-sesi/modul-02.pdf"),
    *("pelatihan-contoh/30/hari-1.pdf", "tayangan/modul-02.pptx", "nilai/index.html"),
)
"""Files of an edition for facilitators, and names that somebody may give to such files."""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition with files for both, the scripts beside it; the stand-in for `gh` writes down its call."""
    shutil.copytree(PROJECT / ".ci", tmp_path / ".ci")
    folder = tmp_path / "dist/edisi/2026.2"
    for name in (*FOR_PARTICIPANTS, *PLANTED):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\n[ "$2" = view ] || echo "$@"\n')
    program.chmod(0o755)
    return folder


def test_only_what_participants_may_read_is_attached_to_a_release(edition: Path) -> None:
    root = edition.parents[2]
    told = {**os.environ, "PATH": f"{root / 'bin'}:{os.environ['PATH']}"}
    command = [str(root / ".ci/attach"), "edisi-2026.2"]
    said = subprocess.run(command, env=told, check=True, capture_output=True, text=True).stdout
    assert sorted(said.split(" -- ")[1].split()) == sorted(FOR_PARTICIPANTS)


def test_only_what_participants_may_read_is_handed_to_the_job_that_publishes(
    edition: Path, jobs: dict[str, Any]
) -> None:
    """By the same list as above; the preview has a list of participants' products too."""
    [patterns] = [
        step["with"]["path"].split()
        for step in jobs["susun"]["steps"]
        if step.get("with", {}).get("name") == "rilis"
    ]
    listed = (PROJECT / ".ci/for-participants").read_text(encoding="utf-8").split()
    assert sorted(patterns) == sorted(f"dist/edisi/*/{pattern}" for pattern in listed)
    root = edition.parents[2]
    found = {file.relative_to(edition).as_posix() for pattern in patterns for file in root.glob(pattern)}
    assert found == set(FOR_PARTICIPANTS)
    [preview] = [
        step["with"]["path"].split()
        for step in jobs["pratinjau"]["steps"]
        if step.get("with", {}).get("name") == "pratinjau"
    ]
    open_ = {product.path for product in PRODUCTS if product.audience is Audience.PARTICIPANT}
    assert {path.rstrip("/") for path in preview} <= open_


def test_a_course_is_no_product_for_participants(jobs: dict[str, Any]) -> None:
    """Its sheets hold notes and tests: an edition's own is offered in a private repository alone."""
    [step] = [step for step in jobs["susun"]["steps"] if step.get("with", {}).get("name") == "pelatihan"]
    assert step["if"] == "github.event.repository.private"


def test_courses_are_offered_without_keys_unless_the_repository_is_private(jobs: dict[str, Any]) -> None:
    """In both workflows the step before the upload takes the keys out, told by the host itself."""
    for name in ("susun", "lembar"):
        steps = jobs[name]["steps"]
        [at] = [at for at, step in enumerate(steps) if step.get("with", {}).get("name") == "pelatihan"]
        before = steps[at - 1]
        assert before["env"] == {"TERTUTUP": "${{ github.event.repository.private }}"}
        folder = before["run"].split()[1]
        assert before["run"] == f'./.ci/without-keys {folder} "$TERTUTUP"'
        assert steps[at]["with"]["path"].startswith(f"{folder}/")
