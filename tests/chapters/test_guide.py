"""The guide, the enum and the code know the same kinds of problems."""

import json
import re

import jsonschema
import pytest

from handbook.book.report import Reporter
from handbook.problem import Kind, Place, problem
from handbook.strings import load
from tests.conftest import PROJECT
from tests.screenshots.take import NAMES

ENGINE = PROJECT / "hooks/handbook"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_explained_with_a_wrong_and_a_right_example(kind: Kind) -> None:
    texts = load("id").tree(f"masalah.{kind}")
    assert {"pesan", "perbaiki", "mengapa", "salah", "benar"} <= set(texts)
    assert texts["salah"] != texts["benar"]


def test_nothing_is_explained_that_no_kind_names() -> None:
    assert set(load("id").tree("masalah")) == {str(kind) for kind in Kind}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_raised_somewhere(kind: Kind) -> None:
    code = "\n".join(file.read_text() for file in ENGINE.rglob("*.py") if file.name != "problem.py")
    assert re.search(rf"Kind\.{kind.name}\b", code)


def test_the_guide_page_lists_the_kinds() -> None:
    assert "/// daftar | masalah" in (PROJECT / "docs/panduan/masalah.md").read_text()


def test_the_guides_show_every_picture_that_the_script_takes_and_no_other() -> None:
    guides = PROJECT / "docs/panduan"
    shown = {
        name
        for page in guides.glob("*.md")
        for name in re.findall(r"\(gambar/([\w-]+)\.png\)", page.read_text())
    }
    assert {path.stem for path in (guides / "gambar").iterdir()} == set(NAMES)
    assert shown == set(NAMES)


def test_json_reports_fit_the_schema() -> None:
    schema = json.loads((PROJECT / "schema/masalah.schema.json").read_text())
    item = problem(Place("docs/index.md", 3, 7), Kind.REFERENCE_MISSING, ("IK 2.1",), kata="IK 2.9")
    record = json.loads(Reporter(load("id")).json([item]))
    jsonschema.validate(record, schema)
    assert set(record[0]) == set(schema["items"]["required"])
