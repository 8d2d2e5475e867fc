"""JSON Schemas of all files that authors write, for editors that complete and check while typing.

strings/<language>.kunci.yml tells what each key is for, by the class that declares it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from handbook.book import REGISTERS, PageKind
from handbook.book.page import MODELS
from handbook.content.approval import Approvals
from handbook.content.course_plan import CoursePlan
from handbook.content.instrument import Instrument
from handbook.content.quiz import Quiz
from handbook.content.read_aloud import Recital
from handbook.settings import Settings
from handbook.source.authored import Authored
from handbook.strings import DEFAULT_LANGUAGE, descriptions

DIALECT = "http://json-schema.org/draft-07/schema#"
YES_NO = ["ya", "tidak", True, False]
Words: TypeAlias = Mapping[str, Mapping[str, str]]
"""Descriptions by class and key."""


def schemas(language: str = DEFAULT_LANGUAGE) -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file; keys and their values are the same in every language."""
    data: dict[str, type[Authored]] = {
        "handbook": Settings,
        "instrumen": Instrument,
        "kuis": Quiz,
        "bacakan": Recital,
        **REGISTERS,
        "pelatihan": CoursePlan,
        "pengesahan": Approvals,
    }
    words = descriptions(language)
    found = {
        f"{name}.schema.json": {"$schema": DIALECT, **_own(model, words)} for name, model in data.items()
    }
    return {**found, "kepala.schema.json": _front_matter(words)}


def _front_matter(words: Words) -> dict[str, Any]:
    """The schema of Markdown front matter: one subject by its key."""
    kinds = [kind for kind in PageKind if kind not in (PageKind.INSTRUMENT, PageKind.QUIZ, PageKind.RECITAL)]
    shapes = {str(kind): _own(MODELS[kind], words) for kind in kinds}
    definitions: dict[str, Any] = {}
    for shape in shapes.values():
        definitions |= shape.pop("$defs", {})
    frame = {"type": "object", "properties": shapes, "minProperties": 1, "maxProperties": 1}
    return {"$schema": DIALECT, **frame, "additionalProperties": False, "$defs": definitions}


def _own(model: type[Authored], words: Words) -> Any:
    made = model.model_json_schema(by_alias=True)
    classes = {cls.__name__: cls for cls in _classes(Authored)}
    for name, shape in [(model.__name__, made), *made.get("$defs", {}).items()]:
        shape.pop("description", None)  # of the class, for programmers
        for key, text in _descriptions(classes[name], words) if "properties" in shape else ():
            shape["properties"][key]["description"] = text
    return _fitted(made)


def _classes(base: type[Authored]) -> Iterator[type[Authored]]:
    yield base
    for below in base.__subclasses__():
        yield from _classes(below)


def _descriptions(model: type[Authored], words: Words) -> Iterator[tuple[str, str]]:
    """The description of each key of a model, those that it inherits first."""
    for cls in reversed(model.__mro__):
        yield from words.get(cls.__name__, {}).items()


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
