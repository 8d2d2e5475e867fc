"""Plans of courses after a renaming: the stages and modules that they name, the minutes that they keep."""

from collections.abc import Iterator

from handbook.authoring.moving.data_spots import scalar_span
from handbook.authoring.moving.renaming import Renaming, id_of
from handbook.authoring.sources import Edit
from handbook.book import Book
from handbook.content.stage import Stage
from handbook.source.yamltext import Node, read_yaml


def plan_edits(book: Book, path: str, text: str, renaming: Renaming) -> Iterator[Edit]:
    """The edits of one plan. The stages of a module stay in the order of the book, each item with as many."""
    root = read_yaml(path, text).root
    if root is None:
        return
    stages: dict[int, list[Node]] = {}
    for day in root.at(["hari"]).items:
        for item in day.at(["acara"]).items:
            yield from _item(item, text, renaming, stages)
    for module, nodes in stages.items():
        new = sorted((_unit(str(node.value), module, renaming) for node in nodes), key=_rank)
        yield from (_edit(node, text, words) for node, words in zip(nodes, new, strict=True))
    yield from _minutes(book, root.at(["buku", "menit"]), text, renaming)


def _item(item: Node, text: str, renaming: Renaming, stages: dict[int, list[Node]]) -> Iterator[Edit]:
    """The edits of an item but for its stages, which are gathered by module."""
    fields = item.fields
    kind = fields["jenis"].value if "jenis" in fields else ""
    if kind == "tes" and "modul" in fields:
        for node in fields["modul"].items:
            yield _edit(node, text, str(renaming.module(int(str(node.value)))))
    if kind != "modul" or "nomor" not in fields:
        return
    module = int(str(fields["nomor"].value))
    yield _edit(fields["nomor"], text, str(renaming.module(module)))
    stages.setdefault(module, []).extend(fields["tahap"].items if "tahap" in fields else [])
    shortened = fields.get("dipersingkat")
    for key, node in shortened.fields.items() if shortened else ():
        start = text.rindex(key, shortened.start if shortened else 0, node.start)
        yield Edit(start, start + len(key), _unit(key, module, renaming))


def _unit(number: str, module: int, renaming: Renaming) -> str:
    return renaming.number(id_of("tahap", number, module), number, module)


def _rank(unit: str) -> tuple[int, str]:
    digits = unit.rstrip("ABCD")
    return int(digits), unit[len(digits) :]


def _minutes(book: Book, kept: Node, text: str, renaming: Renaming) -> Iterator[Edit]:
    """The minutes of a module's stages: by module, in the order of its stages."""
    for key, node in kept.fields.items():
        module = int(key)
        units = [_rank(_unit(unit, module, renaming)) for unit in _units(book, module)]
        if len(units) == len(node.items):
            words = [text[slice(*scalar_span(text, item))] for item in node.items]
            new = [said for _, said in sorted(zip(units, words, strict=True))]
            yield from (_edit(item, text, said) for item, said in zip(node.items, new, strict=True))
        start = text.rindex(key, kept.start, node.start)
        yield Edit(start, start + len(key), str(renaming.module(module)))


def _units(book: Book, module: int) -> Iterator[str]:
    """The stages of a module, or their parts, in the order in which they are held."""
    stages: list[Stage] = sorted(book.stages(module), key=lambda stage: stage.number)
    for stage in stages:
        yield from (f"{stage.number}{part.letter}" for part in stage.parts)
        if not stage.parts:
            yield str(stage.number)


def _edit(node: Node, text: str, words: str) -> Edit:
    return Edit(*scalar_span(text, node), words)
