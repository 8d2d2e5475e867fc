"""Problems that follow from another problem are folded under it: mend the cause, and they are gone.

A file that cannot be read takes along all that it would have offered: its own id, boxes and figures in
it, its share of the minutes, what only it mentions. Whatever the checks then miss has that one cause.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.book import REGISTERS, Book, PageKind
from handbook.book.page import kind_of
from handbook.problem import Kind, Place, Problem

_MODULE = re.compile(r"docs/modul-0*(\d+)/")
_STAGE = re.compile(r"tahap-(\d+)")
_FRAMED = re.compile(r"^/{3,}[ \t]*(kotak|gambar|tabel)[ \t]*\|[ \t]*(\d+)\.(\d+)", re.M)
_TARGETS = {"kotak": "box", "gambar": "gambar", "tabel": "tabel"}
_IN_MODULE = frozenset(
    {
        Kind.MINUTES_WRONG,
        Kind.TOPIC_WITHOUT_STAGE,
        Kind.INDICATOR_WITHOUT_QUESTION,
        Kind.INDICATOR_UNKNOWN,
        Kind.PASSAGE_UNKNOWN,
        Kind.PART_MISSING,
        Kind.SERIES_GAP,
        Kind.TEST_FORMS_UNEQUAL,
        Kind.MATERIAL_MISSING,
        Kind.HANDED_UNPREPARED,
    }
)
"""Kinds that a missing part causes in its own module."""
_OVER_THE_BOOK = frozenset(
    {Kind.LONGEST_RIGHT, Kind.PLACES_UNEVEN, Kind.STATEMENTS_UNEVEN, Kind.RIGHT_COUNT_SAME}
)
"""Kinds that count all questions: those of an unreadable quiz are missing."""
_ONLY_THERE = frozenset(
    {Kind.NEVER_MENTIONED, Kind.INSTRUMENT_UNUSED, Kind.FILE_UNUSED, Kind.ADDRESS_LOST, Kind.IMAGE_MISSING}
)
"""Kinds that are caused when the only place that names a thing is missing."""
_REGISTERED = {
    "peraturan": (Kind.REGULATION_UNKNOWN, Kind.REGULATION_ARTICLE, Kind.MENTION_OPEN),
    "kompetensi": (Kind.COMPETENCY_UNKNOWN, Kind.COMPETENCY_NAME),
    "istilah": (Kind.ABBREVIATION_UNKNOWN,),
}


@dataclass(frozen=True)
class _UnreadableFile:
    """A file that could not be read: the place of its first problem, its text, the ids that it holds."""

    path: str
    place: Place
    text: str
    ids: tuple[str, ...]

    def explains(self, item: Problem) -> bool:
        """Whether a problem elsewhere follows from the loss of this file."""
        if item.place.path == self.path:
            return False
        if item.about and (self._holds(item.about) or f"id: {item.about}\n" in self.text):
            return True
        words = str(item.words.get("kata", ""))
        if item.kind is Kind.LINK_DEAD:
            return posixpath.basename(words.partition("#")[0]) == f"{_stem(self.path)}.md"
        if item.kind in _OVER_THE_BOOK and kind_of(self.path) is PageKind.QUIZ:
            return True
        if item.kind in _ONLY_THERE and words in self.text:
            return True
        if item.kind is Kind.SYNONYM_LOST:
            return words.lower() in " ".join(self.text.lower().split())
        is_near = posixpath.dirname(item.place.path) == posixpath.dirname(self.path)
        return (is_near and item.kind in _IN_MODULE) or item.kind in _REGISTERED.get(self._register, ())

    def _holds(self, id_: str) -> bool:
        """Ids of parts go on behind the id of the whole, with anything but a further digit."""
        return any(id_ == own or re.match(rf"{re.escape(own)}(?!\d)", id_) for own in self.ids)

    @property
    def _register(self) -> str:
        return _stem(self.path) if self.path.startswith("docs/lampiran/") else ""


def fold(book: Book, problems: list[Problem]) -> list[Problem]:
    """The same problems, those that follow from another one with the place of their cause."""
    unreadable = list(_unreadable_files(book))
    causes = (next((file.place for file in unreadable if file.explains(item)), None) for item in problems)
    return [replace(item, cause=cause) for item, cause in zip(problems, causes, strict=True)]


def _unreadable_files(book: Book) -> Iterator[_UnreadableFile]:
    """Files of the book that are no pages because of a problem in them, or that are not there."""
    read = {page.path for page in book.all_pages}
    read |= {f"docs/lampiran/{name}.yml" for name in book.registers}
    seen: set[str] = set()
    for item in sorted(book.problems):
        missing = str(item.words.get("kata", "")) if item.kind is Kind.FILE_MISSING else ""
        path = missing if missing.startswith("docs/") else item.place.path
        if path.startswith("docs/") and path not in read | seen:
            seen.add(path)
            yield _UnreadableFile(path, item.place, text := _text(book, path), tuple(_ids(path, text)))


def _text(book: Book, path: str) -> str:
    file = book.root / path
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""


def _stem(path: str) -> str:
    return posixpath.basename(path).partition(".")[0]


def _ids(path: str, text: str) -> Iterator[str]:
    stem, module = _stem(path), _MODULE.match(path)
    if module and (stage := _STAGE.fullmatch(stem)):
        yield f"tahap-{module[1]}-{stage[1]}"
    elif module and stem == "index":
        yield from (f"modul-{module[1]}", f"materi-{module[1]}")
    elif path.endswith(".md") or stem not in REGISTERS:
        yield stem
    for kind, first, second in _FRAMED.findall(text):
        yield f"{_TARGETS[kind]}-{first}-{second}"
