"""A kind is added with a file, a line in the written list and schemas that a command writes: nothing else.

Kinds that nobody has stand in kinds/; each is added to a copy of the engine and used there.
"""

import filecmp
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.project.test_floors import imported, rooms

ROOT = Path(__file__).parents[2]
KINDS = Path(__file__).parent / "kinds"
MOST_FILES = 4

FORM = """
import sys, json
from handbook.content import carrying, formsheet, instrument
from handbook.content.instrument import Instrument
from handbook.html import Audience, Context, Medium, emphasised
from handbook.render import workbook
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml
from handbook.strings import load

form, problems = validate(Instrument, read_yaml("f.yml", sys.stdin.read()).root)
assert not problems, problems
page = Context(load("id"), Audience.PARTICIPANT, Medium.SITE, lambda _: None, emphasised, str)
drawn = [node for top in formsheet.to_html(form, 2, page) for node in top.iter()]
print(json.dumps({
    "paths": sorted(map(".".join, instrument.field_paths(form))),
    "names": [node.get("name") for node in drawn if node.tag in ("input", "textarea")],
    "carried": carrying.places(form, page),
    "required": workbook.required(form),
    "renamed": instrument.renamed(form),
    "example": [node.text for node in drawn if node.tag == "dd"][-1],
}))
"""
QUIZ = """
import sys, json
from handbook.content import quiz
from handbook.content.quiz import Quiz
from handbook.html import Audience, Context, Medium, emphasised
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml
from handbook.strings import load

value, problems = validate(Quiz, read_yaml("q.yml", sys.stdin.read()).root)
assert not problems, problems
page = Context(load("id"), Audience.PARTICIPANT, Medium.SITE, lambda _: None, emphasised, str)
drawn = [node for top in quiz.to_html(value, "kuis-2", page) for node in top.iter()]
(question,) = value.questions
print(json.dumps({
    "values": [node.get("value") for node in drawn if node.tag == "input"],
    "right": [node.get("data-value") for node in drawn if node.get("data-correct") == "ya"],
    "marks": question.marks(page),
    "key": ["".join(node.itertext()) for node in drawn if node.get("class") == "answer-key"],
    "room": len([*question.answer_room(page).iter("li")]),
}))
"""


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A copy of the engine, its schemas and the settings of its book."""
    no_caches = shutil.ignore_patterns("__pycache__")
    for folder in ("hooks", "schema"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=no_caches)
    shutil.copy(ROOT / "handbook.yml", tmp_path)
    return tmp_path


def add(engine: Path, family: str, file: str, name: str) -> None:
    """Follow the recipe of a newcomer: a file, an import and a name in the list, then `./scripts/schema`."""
    folder = engine / "hooks/handbook/content" / family
    shutil.copy(KINDS / f"{file}.py", folder)
    listed = (folder / "kinds.py").read_text(encoding="utf-8")
    start, end = "\nfrom handbook.content.", ",\n    Field(discriminator"
    assert listed.count(end) == 1
    listed = listed.replace(start, f"\nfrom handbook.content.{family}.{file} import {name}{start}", 1)
    (folder / "kinds.py").write_text(listed.replace(end, f" | {name}{end}"), encoding="utf-8")
    run(engine, "-m", "handbook.commands", "schema", "--root", str(engine))


def run(engine: Path, *arguments: str, text: str = "") -> str:
    """The output of Python with this engine."""
    environment = {**os.environ, "PYTHONPATH": str(engine / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, input=text, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def touched(engine: Path) -> set[str]:
    """Files of the copy that are new or other than ours."""
    return {path for folder in ("hooks", "schema") for path in differing(ROOT / folder, engine / folder)}


def differing(ours: Path, theirs: Path) -> Iterator[str]:
    for path in theirs.rglob("*"):
        mine = ours / path.relative_to(theirs)
        if path.is_file() and not (mine.is_file() and filecmp.cmp(mine, path, shallow=False)):
            yield path.name


def used(engine: Path, script: str, kind: str) -> Any:
    """The output of a script of the engine for the example of a kind."""
    return json.loads(run(engine, "-c", script, text=(KINDS / f"{kind}.yml").read_text(encoding="utf-8")))


def test_a_kind_of_form_part_is_one_file_and_one_line(engine: Path) -> None:
    add(engine, "forms", "promise", "Promise")
    assert touched(engine) == {"promise.py", "kinds.py", "instrumen.schema.json"}
    assert len(touched(engine)) <= MOST_FILES
    assert used(engine, FORM, "janji") == {
        "paths": ["niat.pupuk", "niat.siram"],
        "names": ["ik-2-7.nama", "ik-2-7.niat.siram", "ik-2-7.niat.pupuk"],
        "carried": {"niat.siram": "Menyiram setiap pagi", "niat.pupuk": "Membuat pupuk"},
        "required": ["niat.pupuk", "niat.siram"],
        "renamed": {"ik-2-7.niat.kompos": "ik-2-7.niat.pupuk"},
        "example": "1 Maret",
    }


def test_a_kind_of_question_is_one_file_and_one_line(engine: Path) -> None:
    add(engine, "questions", "comparison", "Comparison")
    assert touched(engine) == {"comparison.py", "kinds.py", "kuis.schema.json"}
    assert len(touched(engine)) <= MOST_FILES
    found = used(engine, QUIZ, "bandingkan")
    assert found["right"] == [found["marks"]]
    assert found == {
        "values": ["A", "B"],
        "right": found["right"],
        "marks": found["marks"],
        "key": ["Jawaban: Padi."],
        "room": 2,
    }


@pytest.mark.parametrize("family", ["forms", "questions"])
def test_nobody_outside_imports_a_kind(family: str) -> None:
    """Others know what all kinds share (base, field) and the written list (kinds)."""
    prefix = f"content.{family}."
    found = {
        name.removeprefix(prefix).split(".")[0]
        for _, file in rooms()
        if file.parent.name != family
        for name in imported(file)
        if name.startswith(prefix)
    }
    assert "kinds" in found
    assert found <= {"base", "field", "kinds"}
