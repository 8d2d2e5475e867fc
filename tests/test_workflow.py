"""The workflow of the build server fits its schema, and what it runs is there and can be run here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FILE = ROOT / ".github/workflows/buku.yml"


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["jobs"]
    return found


def commands(jobs: dict[str, Any]) -> list[str]:
    return [step["run"].strip() for job in jobs.values() for step in job["steps"] if "run" in step]


def test_it_fits_the_schema_of_workflows() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", FILE]
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_step_runs_a_script_of_the_project(jobs: dict[str, Any]) -> None:
    for command in commands(jobs):
        path = ROOT / command.split()[0]
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


def test_actions_have_a_version(jobs: dict[str, Any]) -> None:
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+", name) for name in used)
