"""The texts of a book's files, with offsets of places, and edits of them."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from handbook.problem import Place
from handbook.source.files import read_text
from handbook.source.yamltext import line_starts


class Edit(NamedTuple):
    """New words at `start:end` of a text."""

    start: int
    end: int
    words: str


class Sources:
    """The texts of a book's files by path, as they are read: with Unix line ends, without byte-order mark."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._texts: dict[str, _Source] = {}

    def text(self, path: str) -> str:
        """The text of a file that the book has read."""
        return self._source(path).text

    def offset(self, place: Place) -> int:
        """The offset of a place in the text of its file."""
        return self._source(place.path).starts[place.line - 1] + place.column - 1

    def bytes(self, path: str, text: str) -> bytes:
        """A new text of a file, with the line ends and the byte-order mark that the file has."""
        return self._source(path).encoded(text)

    def _source(self, path: str) -> "_Source":
        if path not in self._texts:
            text, _ = read_text(self.root, path)
            self._texts[path] = _Source(text or "", (self.root / path).read_bytes())
        return self._texts[path]


class _Source:
    def __init__(self, text: str, raw: bytes) -> None:
        self.text, self._raw = text, raw

    @cached_property
    def starts(self) -> list[int]:
        return line_starts(self.text)

    def encoded(self, text: str) -> bytes:
        mark = b"\xef\xbb\xbf" if self._raw.startswith(b"\xef\xbb\xbf") else b""
        ends = "\r\n" if b"\r\n" in self._raw else "\n"
        return mark + text.replace("\n", ends).encode("utf-8")


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made; the same edit may come twice, others must not overlap."""
    return "".join(_pieces(text, sorted(set(edits))))


def _pieces(text: str, edits: list[Edit]) -> Iterator[str]:
    done = 0
    for edit in edits:
        if edit.start < done:
            raise ValueError(f"edits overlap at {edit.start}: {text[edit.start : edit.end]!r}")
        yield text[done : edit.start] + edit.words
        done = edit.end
    yield text[done:]
