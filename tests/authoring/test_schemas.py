"""The JSON Schemas are those of the engine, fit the real book, and refuse what the engine refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from handbook.authoring.json_schemas import schemas
from handbook.commands.schema import text
from handbook.source.mdtext import read_markdown
from tests.conftest import PROJECT

FILES = json.loads((PROJECT / ".vscode/settings.json").read_text())["yaml.schemas"]


def written(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((PROJECT / "schema" / name).read_text(encoding="utf-8"))
    return schema


@pytest.mark.parametrize("name", schemas())
def test_the_file_is_fresh(name: str) -> None:
    assert (PROJECT / "schema" / name).read_text(encoding="utf-8") == text(schemas()[name]), (
        "run ./scripts/schema"
    )


def plain(words: str) -> Any:
    """YAML as editors read it, dates as texts."""
    return json.loads(json.dumps(yaml.load(words, Loader=yaml.CSafeLoader), default=str))


def sources() -> Iterator[tuple[str, Path]]:
    for schema, patterns in FILES.items():
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            yield from ((Path(schema).name, path) for path in sorted(PROJECT.glob(pattern)))


def test_every_data_file_of_the_book_has_a_schema_and_fits_it() -> None:
    found = list(sources())
    assert {path for _, path in found} >= set((PROJECT / "docs").glob("modul-*/ik-*.yml"))
    for name, path in found:
        value = plain(path.read_text(encoding="utf-8"))
        error = jsonschema.exceptions.best_match(jsonschema.Draft7Validator(written(name)).iter_errors(value))
        assert error is None, f"{path.name}: {error}"


def test_the_front_matter_of_every_page_fits() -> None:
    check = jsonschema.Draft7Validator(written("kepala.schema.json"))
    for path in sorted((PROJECT / "docs").rglob("*.md")):
        front = read_markdown(path.name, path.read_text(encoding="utf-8")).front
        assert front is not None
        value = plain(front.text)
        assert list(check.iter_errors(value)) == [], path


def test_a_misspelt_key_and_an_unknown_kind_are_refused() -> None:
    form = plain((PROJECT / "docs/modul-02/ik-2-1.yml").read_text(encoding="utf-8"))
    check = jsonschema.Draft7Validator(written("instrumen.schema.json"))
    assert list(check.iter_errors({**form, "jdul": "x"}))
    assert list(check.iter_errors({**form, "orientasi": "miring"}))


def test_a_key_is_explained_in_the_words_of_authors() -> None:
    shown = written("instrumen.schema.json")["properties"]["orientasi"]
    assert shown["description"] == "Arah kertas"
    assert shown["enum"] == ["tegak", "lanskap"]
