"""The surroundings of a text: the forms and laws that the strings and the body of its page name."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from handbook.mentions.context import Outer, Owners
from handbook.mentions.scanner import Mention, Scanner, TextOrigin
from handbook.source.yamltext import Step

Path = tuple[Step, ...]


class Surroundings:
    """The strings of a page's data and its body, scanned only when an owner is looked for."""

    def __init__(self, scanner: Scanner, strings: Mapping[Path, str], body: str, here: TextOrigin) -> None:
        self.scanner, self.strings, self.text, self.here = scanner, strings, body, here

    def string(self, path: Path) -> Outer:
        """The surroundings of a string: its question, card or part; then the page."""

        def outer(kind: str) -> Iterator[Owners]:
            near = [self._mentions[other] for other in self.strings if other[:2] == path[:2]]
            yield _named(near, kind)
            yield _named(self._mentions.values(), kind)
            yield _named([self._body], kind)

        return outer

    def body(self, kind: str) -> Iterator[Owners]:
        """The surroundings of the body: the page's data."""
        yield _named(self._mentions.values(), kind)

    @cached_property
    def _mentions(self) -> dict[Path, list[Mention]]:
        return {path: self.scanner.scan(words, self.here) for path, words in self.strings.items()}

    @cached_property
    def _body(self) -> list[Mention]:
        return self.scanner.scan(self.text, self.here)


def _named(groups: Iterable[list[Mention]], kind: str) -> Owners:
    found = (item.id for group in groups for item in group if item.kind == kind and item.id)
    return tuple(dict.fromkeys(found))
