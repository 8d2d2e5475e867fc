"""Authors' YAML validated into values: pydantic models over YAML with positions."""

import inspect
import typing
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from handbook.problem import Kind, Problem, nearest, problem
from handbook.source.authored import Authored
from handbook.source.expected import expected
from handbook.source.yamltext import Node, Step

M = TypeVar("M", bound=Authored)


def validate(model: type[M], node: Node) -> tuple[M | None, list[Problem]]:
    """A value of `model` from a YAML tree, or the problems with their places."""
    try:
        return model.model_validate(node.plain()), []
    except ValidationError as error:
        return None, [_problem(model, node, item) for item in error.errors()]


def _problem(model: type[Authored], node: Node, error: Any) -> Problem:
    path = _known_steps(node, error["loc"])
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    place = node.at(path).place
    if error["type"] == "extra_forbidden":
        allowed = _keys_of(_model_at(model, path[:-1], node))
        hints = nearest(key, allowed, 0.6, 2)
        boleh = ", ".join(allowed) or "-"
        return problem(node.key_place(path), Kind.KEY_UNKNOWN, hints, kata=key, boleh=boleh)
    if error["type"] in ("missing", "union_tag_not_found"):
        missing = "jenis" if error["type"] == "union_tag_not_found" else str(error["loc"][-1])
        return problem(place, Kind.KEY_MISSING, kata=missing)
    if error["type"] == "union_tag_invalid":
        tag = error["ctx"]["tag"]
        there = node.at([*path, "jenis"]).place
        return problem(there, Kind.VALUE_WRONG, kata=tag, kunci="jenis", harap=expected(error))
    if error["loc"][-1:] == ("[key]",):
        return problem(node.key_place(path), Kind.KEY_UNKNOWN, kata=key, boleh=expected(error))
    return problem(
        place, Kind.VALUE_WRONG, kata=_words(error["input"]), kunci=key or "isi", harap=expected(error)
    )


def _words(given: Any) -> str:
    """The author's value, short; of a mapping its id, of a list its items."""
    if isinstance(given, dict):
        return str(given.get("id", "…"))[:60]
    return (", ".join(map(str, given)) if isinstance(given, list) else str(given))[:60]


def _known_steps(node: Node, loc: Sequence[Step]) -> list[Step]:
    """The steps of an error's location that exist in the tree.

    Tags of unions do not: right after a list's index stands the `jenis` of the item.
    """
    path: list[Step] = []
    tag_may_follow = False
    for step in loc:
        here = node.at(path)
        if tag_may_follow and here.at(["jenis"]).value == step:
            tag_may_follow = False
            continue
        tag_may_follow = isinstance(step, int)
        if here.at([step]) is not here:
            path.append(step)
    return path


def _keys_of(model: type[BaseModel] | None) -> list[str]:
    fields = model.model_fields.items() if model else ()
    return [info.alias or name for name, info in fields]


def _model_at(model: type[BaseModel], path: Sequence[Step], node: Node) -> type[BaseModel] | None:
    """The model that describes the mapping at a path."""
    here: type[BaseModel] | None = model
    for index, step in enumerate(path):
        if isinstance(step, int) or here is None:
            continue
        info = _field(here, step)
        models = list(models_in(info.annotation)) if info else []
        here = tagged(models, node.at(path[: index + 2])) or next(iter(models), None)
    return here


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    fields = model.model_fields.items()
    return next((info for name, info in fields if key in (info.alias, name)), None)


def tagged(models: Sequence[type[Authored]], node: Node) -> type[Authored] | None:
    """Of the models of a tagged union, the one whose `jenis` the author wrote."""
    tag = node.at(["jenis"]).value
    infos = ((model, _field(model, "jenis")) for model in models)
    return next((model for model, info in infos if info and tag in typing.get_args(info.annotation)), None)


def models_in(annotation: Any) -> Iterator[type[Authored]]:
    """Every model named in a type such as `list[A | B]`."""
    if inspect.isclass(annotation) and issubclass(annotation, Authored):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from models_in(argument)
