"""The strings of a record that readers see, each with its group of readers."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from handbook.source.authored import Authored, ProseMark, Readers
from handbook.source.validation import models_in, tagged
from handbook.source.yamltext import Node, Step


class Said(NamedTuple):
    """A string that readers read: its path of authors' keys, its words, whether mentions in it are links."""

    path: tuple[Step, ...]
    words: str
    linked: bool
    readers: Readers


class Shape(NamedTuple):
    """A field of a model; `declared` is None where its type does not say who may read it."""

    name: str = ""
    mark: ProseMark | None = None
    models: tuple[type[Authored], ...] = ()
    declared: Readers | None = None

    @property
    def own(self) -> Readers:
        """The readers of the words in the field itself."""
        return Readers.FACILITATORS if self.declared is None else self.declared


@functools.cache
def shapes(model: type[Authored]) -> dict[str, Shape]:
    """The fields of a model by the authors' keys."""
    found = {}
    for name, info in model.model_fields.items():
        marks = [*info.metadata, *_marks_in(info.annotation)]
        prose = next((mark for mark in marks if isinstance(mark, ProseMark)), None)
        declared = max((mark for mark in marks if isinstance(mark, Readers)), default=None)
        found[info.alias or name] = Shape(name, prose, tuple(models_in(info.annotation)), declared)
    return found


def _marks_in(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in typing.get_args(annotation):
        yield from _marks_in(inner)


def prose_in(value: Authored) -> Iterator[Said]:
    """Every string in whole sentences that readers read."""
    return (said for said in said_in(value) if said.linked)


def said_in(value: Authored, path: tuple[Step, ...] = (), around: Readers = Readers.ALL) -> Iterator[Said]:
    """Every string that readers read, titles and labels too; all of it is for those `around` it at most."""
    around = max(around, value.readers(getattr(value, "kind", None)))
    for key, shape in shapes(type(value)).items():
        if shape.mark or shape.models:
            yield from _said(getattr(value, shape.name), (*path, key), shape, around)


def _said(item: object, path: tuple[Step, ...], shape: Shape, around: Readers) -> Iterator[Said]:
    if isinstance(item, Authored):
        yield from said_in(item, path, max(around, shape.declared or Readers.ALL))
    elif isinstance(item, list | tuple):
        for index, child in enumerate(item):
            yield from _said(child, (*path, index), shape, around)
    elif isinstance(item, dict):
        for key, child in item.items():
            yield from _said(child, (*path, key), shape, around)
    elif shape.mark and isinstance(item, str):
        yield Said(path, item, shape.mark.linked, max(around, shape.own))


class Scope(NamedTuple):
    """A place in the YAML of a record, which may have been written for an older engine."""

    shape: Shape
    around: Readers = Readers.ALL

    @property
    def readers(self) -> Readers:
        """The readers of a text at this place; facilitators only, where there is no such field."""
        return max(self.around, self.shape.own)

    def into(self, node: Node, key: str) -> Scope:
        """The place below a key of the mapping `node` that stands here."""
        models = self.shape.models
        if not models:
            return self
        model = models[0] if len(models) == 1 else tagged(models, node)
        if model is None:
            return Scope(Shape())
        whole = model.readers(node.at(["jenis"]).value)
        around = max(self.around, self.shape.declared or Readers.ALL, whole)
        return Scope(shapes(model).get(key, Shape()), around)


def undeclared(models: Iterable[type[Authored]]) -> Iterator[str]:
    """The fields of these models, and of models in them, that hold values and declare no readers."""
    known, left = set(), list(models)
    while left:
        model = left.pop()
        if model in known:
            continue
        known.add(model)
        for shape in shapes(model).values():
            left += shape.models
            if not shape.models and shape.declared is None:
                yield f"{model.__module__}.{model.__name__}.{shape.name}"


def refuse_undeclared(models: Iterable[type[Authored]]) -> None:
    """Refuse models with a field that declares no readers."""
    if missing := sorted({*undeclared(models)}):
        raise TypeError(
            f"say in the type who may read it (ForAll, InKey, ForFacilitators): {', '.join(missing)}"
        )
