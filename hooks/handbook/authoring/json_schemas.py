"""JSON Schemas of all files that authors write, for editors that complete and check while typing.

The models describe their keys in the first language; descriptions/<language>.yml has the same in others.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from handbook.book.book import REGISTERS
from handbook.book.page import MODELS, PageKind
from handbook.content.instrument import Instrument
from handbook.content.quiz import Quiz
from handbook.content.read_aloud import Recital
from handbook.settings import Settings
from handbook.strings import DEFAULT_LANGUAGE

DIALECT = "http://json-schema.org/draft-07/schema#"
YES_NO = ["ya", "tidak", True, False]
DESCRIPTIONS = Path(__file__).parent / "descriptions"


def schemas(language: str = DEFAULT_LANGUAGE) -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file; keys and their values are the same in every language."""
    data: dict[str, type[BaseModel]] = {
        "handbook": Settings,
        "instrumen": Instrument,
        "kuis": Quiz,
        "bacakan": Recital,
        **REGISTERS,
    }
    found = {f"{name}.schema.json": _schema(model) for name, model in data.items()}
    found["kepala.schema.json"] = _front_matter()
    if language == DEFAULT_LANGUAGE:
        return found
    words = yaml.load((DESCRIPTIONS / f"{language}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {name: _described(schema, words) for name, schema in found.items()}


def _described(shape: Any, words: dict[str, str]) -> Any:
    """A schema with the descriptions of another language; KeyError names one that is missing."""
    if isinstance(shape, list):
        return [_described(item, words) for item in shape]
    if not isinstance(shape, dict):
        return shape
    return {
        key: words[value] if key == "description" and isinstance(value, str) else _described(value, words)
        for key, value in shape.items()
    }


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": DIALECT, **_own(model)}


def _front_matter() -> dict[str, Any]:
    """The schema of Markdown front matter: one subject by its key."""
    kinds = [kind for kind in PageKind if kind not in (PageKind.INSTRUMENT, PageKind.QUIZ, PageKind.RECITAL)]
    shapes = {str(kind): _own(MODELS[kind]) for kind in kinds}
    definitions: dict[str, Any] = {}
    for shape in shapes.values():
        definitions |= shape.pop("$defs", {})
    frame = {"type": "object", "properties": shapes, "minProperties": 1, "maxProperties": 1}
    return {"$schema": DIALECT, **frame, "additionalProperties": False, "$defs": definitions}


def _own(model: type[BaseModel]) -> Any:
    made = model.model_json_schema(by_alias=True)
    for shape in [made, *made.get("$defs", {}).values()]:
        shape.pop("description", None)  # of the class, for programmers
    return _fitted(made)


def _fitted(shape: Any) -> Any:
    """A schema fitted to the YAML of authors: numbers allowed for texts (2.1), ya and tidak for booleans."""
    if isinstance(shape, list):
        return [_fitted(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    kept = {
        key: _fitted(value) for key, value in shape.items() if not (key == "title" and isinstance(value, str))
    }
    if kept.get("type") == "boolean":
        return {**{key: value for key, value in kept.items() if key != "type"}, "enum": YES_NO}
    if kept.get("type") == "string" and "enum" not in kept and "const" not in kept:
        kept["type"] = ["string", "number", "boolean"]
    return kept
