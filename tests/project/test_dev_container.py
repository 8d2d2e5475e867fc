"""The dev container brings what README asks for and opens the preview; the tasks understand problems."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.conftest import PROJECT, CopyOf, lines_of

CONTAINER = PROJECT / ".devcontainer"
PROPERTIES = {
    "name": str,
    "build": dict,
    "remoteUser": str,
    "updateRemoteUserUID": bool,
    "postCreateCommand": str,
    "postAttachCommand": dict,
    "forwardPorts": list,
    "portsAttributes": dict,
    "customizations": dict,
}
"""Properties and their types, of the schema of containers.dev."""


def read(name: str) -> Any:
    return json.loads((PROJECT / name).read_text(encoding="utf-8"))


def test_its_settings_are_of_the_types_that_the_schema_wants() -> None:
    settings = read(".devcontainer/devcontainer.json")
    assert {key: type(value) for key, value in settings.items()} == PROPERTIES
    assert (CONTAINER / settings["build"]["dockerfile"]).is_file()
    assert set(settings["portsAttributes"]) == {str(port) for port in settings["forwardPorts"]}


def test_it_runs_scripts_that_are_there() -> None:
    settings = read(".devcontainer/devcontainer.json")
    called = [settings["postCreateCommand"], *settings["postAttachCommand"].values()]
    assert called == ["./scripts/check", "./scripts/serve"]
    assert all((PROJECT / command).is_file() for command in called)


def test_its_system_is_the_one_that_readme_asks_for() -> None:
    made = (CONTAINER / "Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^FROM debian:bookworm$", made, re.M)
    assert {"git", "python3", "python3-venv"} <= set(re.findall(r"[a-z0-9-]+", made))


def test_it_has_the_extensions_that_the_workspace_recommends() -> None:
    own = read(".devcontainer/devcontainer.json")["customizations"]["vscode"]["extensions"]
    assert own == read(".vscode/extensions.json")["recommendations"]
    assert read(".vscode/tasks.json")["version"] == "2.0.0"


def test_tasks_run_scripts_that_are_there() -> None:
    for task in read(".vscode/tasks.json")["tasks"]:
        assert (PROJECT / task["command"].split()[0]).is_file(), task["label"]


@pytest.mark.parametrize("task", read(".vscode/tasks.json")["tasks"], ids=lambda task: task["label"])
def test_a_task_puts_a_problem_on_its_line(task: Any, copy_of: CopyOf) -> None:
    matcher = task["problemMatcher"]
    edit = {"berkas": "docs/modul-02/tahap-2.md", "ganti": "Tahap 1", "dengan": "Tahap 9"}
    [line] = lines_of(copy_of(edit))
    found = re.search(matcher["pattern"]["regexp"], line) if matcher else None
    if matcher:
        assert found
        keys = ("file", "line", "column", "code")
        path, *_, code = (found.group(matcher["pattern"][key]) for key in keys)
        assert (path, code) == ("docs/modul-02/tahap-2.md", "rujukan-hilang")
    else:
        assert task["command"].startswith(("./scripts/serve", "./scripts/compare"))
