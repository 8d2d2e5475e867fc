"""A page of the book as passages, in the order in which reviewers read them."""

from collections.abc import Iterator

from handbook.authoring.review.atoms import Atom
from handbook.authoring.review.blocks import BodyReader
from handbook.authoring.review.passage import Role, SourcePassage, label
from handbook.authoring.review.scalars import emphasised, letters
from handbook.book import Page
from handbook.source.authored import Readers
from handbook.source.prose import Said, said_in
from handbook.source.yamltext import Node, Step
from handbook.strings import Strings

MOST_FACTS = 12


def passages_of(page: Page, strings: Strings) -> list[SourcePassage]:
    """The title of a page, its data string by string, then its body."""
    text = page.text.text
    head = label(page.path, page.name(strings), 0, level=1), label(page.path, page.path, 0, level=3)
    data = DataReader(page, strings).passages()
    body = (
        BodyReader(page.path, text, len(text) - len(page.text.body), strings).passages()
        if page.text.body
        else ()
    )
    return [*head, *data, *body]


class DataReader:
    """Cuts the YAML of a page into passages: for each record a table of labels and strings."""

    def __init__(self, page: Page, strings: Strings) -> None:
        self.page, self.strings = page, strings
        self.text = page.text.text
        self.offset = self.text.index("\n") + 1 if page.text.front else 0
        self.said = sorted(said_in(page.value), key=lambda said: page.node.at(said.path).start)
        self.paths = {said.path for said in self.said}
        self.group: tuple[Step, ...] | None = None
        self.rows = 0

    def passages(self) -> Iterator[SourcePassage]:
        """A label for each record, then label and string for each of its strings."""
        for said in self.said:
            node = _scalar(self.page.node, said.path)
            group = self._group_of(said.path)
            if group != self.group:
                self.group, self.rows = group, 0
                yield from self._head(group)
            yield from self._row(said, node)
            self.rows += 1

    def _group_of(self, path: tuple[Step, ...]) -> tuple[Step, ...]:
        """The record, an item of a list of mappings at the top, in which a string stands."""
        return path[:2] if len(path) > 2 and isinstance(path[1], int) else ()

    def _head(self, group: tuple[Step, ...]) -> Iterator[SourcePassage]:
        node = self.page.node.at(group)
        facts = [
            f"{_named(key)}: {item.value}"
            for key, item in node.fields.items()
            if self._is_fact(group, key, item)
        ]
        name = f"{_named(str(group[0]))} {int(group[1]) + 1}" if group else ""
        words = " · ".join([*([name] if name else []), *facts[:MOST_FACTS]])
        if words:
            yield label(self.page.path, words, self.offset + node.start, level=2)

    def _is_fact(self, group: tuple[Step, ...], key: str, node: Node) -> bool:
        """Whether a value is no string that readers read: a number, a kind, a yes or no."""
        return isinstance(node.value, str) and (*group, key) not in self.paths

    def _row(self, said: Said, node: Node | None) -> Iterator[SourcePassage]:
        is_hidden = said.readers is Readers.FACILITATORS
        table = f"{self.page.path}#{'.'.join(map(str, self.group or ()))}"
        at = self.offset + (node.start if node else self.page.node.at(said.path).start)
        words = self._label(said.path, is_hidden=is_hidden)
        yield label(self.page.path, words, at, cell=(table, self.rows, 0), is_hidden=is_hidden)
        found = self._atoms(node) if node else None
        cell = (table, self.rows, 1)
        if node is None or found is None:
            yield label(self.page.path, said.words, at, cell=cell, is_hidden=is_hidden)
            return
        end = self.offset + _end(node, self.page.yaml.text)
        yield SourcePassage(
            self.page.path,
            Role.STRING,
            at,
            end,
            found,
            self.text[at:end],
            key=said.path,
            cell=cell,
            is_hidden=is_hidden,
        )

    def _label(self, path: tuple[Step, ...], *, is_hidden: bool) -> str:
        rest = path[len(self.group or ()) :]
        words = " ".join(str(step + 1) if isinstance(step, int) else _named(step) for step in rest)
        is_right = str(self.page.node.at(path[:-1]).fields.get("benar", _NO).value).lower() in ("ya", "true")
        marks = [
            key for key, holds in (("benar", is_right and len(rest) > 1), ("fasilitator", is_hidden)) if holds
        ]
        return " · ".join([words, *(self.strings(f"telaah.{key}") for key in marks)])

    def _atoms(self, node: Node) -> tuple[Atom, ...] | None:
        """The visible letters of a string; the spaces around it are not read."""
        span = self.offset + node.start, self.offset + _end(node, self.page.yaml.text)
        found = letters(self.text, span, str(node.value))
        return None if found is None else emphasised(_stripped(found))


_NO = Node(None, 0, 0, "")  # type: ignore[arg-type]


def _scalar(root: Node, path: tuple[Step, ...]) -> Node | None:
    """The string at a path; None where a value was made of something else."""
    node = root
    for step in path:
        below = node.items[step : step + 1] if isinstance(step, int) else [node.fields.get(str(step))]
        if not below or below[0] is None:
            return None
        node = below[0]
    return node if isinstance(node.value, str) else None


def _end(node: Node, text: str) -> int:
    """The end of a string without the line ends behind it."""
    return node.start + len(text[node.start : node.end].rstrip())


def _stripped(found: list[Atom]) -> list[Atom]:
    while found and found[0].shown.isspace():
        found = found[1:]
    while found and found[-1].shown.isspace():
        found = found[:-1]
    return found


def _named(key: str) -> str:
    return key.replace("_", " ")
