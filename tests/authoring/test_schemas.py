"""The JSON Schemas are those of the engine, fit the real book, and refuse what the engine refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from handbook.authoring.json_schemas import schemas
from handbook.commands import schema as command
from handbook.commands.schema import text
from handbook.source.files import book_files
from handbook.source.mdtext import read_markdown
from handbook.strings import DEFAULT_LANGUAGE, languages
from handbook.strings import descriptions as keys_of_classes
from tests.conftest import PROJECT
from tests.strings.test_english_book import BOOK, texts, words_of

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
    for path in [path for path in book_files(PROJECT) if path.suffix == ".md"]:
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


def descriptions(shape: Any) -> Iterator[str]:
    """Every description in a schema."""
    if isinstance(shape, list | dict):
        for item in shape.values() if isinstance(shape, dict) else shape:
            yield from descriptions(item)
    if isinstance(shape, dict) and isinstance(shape.get("description"), str):
        yield shape["description"]


OTHERS = [name for name in languages() if name != DEFAULT_LANGUAGE]
KEYS = re.compile(
    r"\b(?:ya|tidak|angka|tanggal|anak|latihan|tes|penuh|kecil|[a-z]+-\w[\w#./-]*|\w+/\w+\.yml)\b|\{pesan\}"
)
"""Keys, values and ids, which are the same in every language."""


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_describes_the_same_keys(language: str) -> None:
    ours, theirs = (
        {name: list(texts) for name, texts in keys_of_classes(wanted).items()}
        for wanted in (DEFAULT_LANGUAGE, language)
    )
    assert theirs == ours


@pytest.mark.parametrize("language", languages())
def test_every_description_is_shown_and_none_comes_from_elsewhere(language: str) -> None:
    written_down = {text for texts in keys_of_classes(language).values() for text in texts.values()}
    assert set(descriptions(schemas(language))) == written_down


def test_an_english_book_gets_schemas_without_an_indonesian_word(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_bytes((BOOK / "handbook.yml").read_bytes())
    assert command.main(["--root", str(tmp_path)]) == 0
    made = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.glob("schema/*")}
    assert made == schemas("en")
    ours, theirs = (
        words_of([*texts(f"{language}.yml"), *texts(f"{language}.masalah.yml")]) for language in ("id", "en")
    )
    foreign = (ours | words_of([("", text) for text in descriptions(schemas())])) - theirs - {"label"}
    shown = words_of([("", KEYS.sub(" ", text)) for text in descriptions(list(made.values()))])
    assert shown & foreign == set()


def test_a_folder_without_a_book_gets_no_schemas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--root", str(tmp_path)]) == 1
    assert "handbook.yml" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
