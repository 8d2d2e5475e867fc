"""Approvals of modules: read, held against the texts of today."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from handbook.book.book import Book
from handbook.content.approval import Approvals, ModuleApproval
from handbook.problem import Kind, Problem, phrase, problem, repeated
from handbook.settings import ModulePlan
from handbook.source.files import APPROVALS, book_files, read_text
from handbook.source.validation import validate
from handbook.source.yamltext import Node, read_yaml

_MEMO = "approvals"
_LENGTH = 16
"""Figures of a digest, of four bits each."""


class State(NamedTuple):
    """A module, its approval if it ever had one, and whether that holds for its text of today."""

    plan: ModulePlan
    approval: ModuleApproval | None
    holds: bool


def states(book: Book) -> list[State]:
    """The state of each written module, in the order of the book."""
    known = {item.module: item for item in approvals(book)[0]}
    return [_state(book, plan, known) for plan in book.settings.modules if not plan.planned]


def _state(book: Book, plan: ModulePlan, known: Mapping[int, ModuleApproval]) -> State:
    approval = known.get(plan.number)
    return State(plan, approval, approval is not None and approval.digest == digest(book, plan))


def digest(book: Book, plan: ModulePlan) -> str:
    """A hash of a module: its number, title and hours, every file of its folder with pictures and tests.

    Line ends and byte-order marks of Windows do not count.
    """
    folder, made = book.root / "docs" / plan.folder, hashlib.sha256()
    made.update(repr((plan.number, plan.title, plan.lesson_hours)).encode())
    for file in (file for file in book_files(book.root) if file.is_file() and folder in file.parents):
        made.update(b"\0" + file.relative_to(folder).as_posix().encode() + b"\0" + _plain(file.read_bytes()))
    return made.hexdigest()[:_LENGTH]


def _plain(raw: bytes) -> bytes:
    return raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def approvals(book: Book) -> tuple[list[ModuleApproval], list[Problem]]:
    """The entries of pengesahan.yml, none when there is no such file; and the problems in it."""
    if _MEMO not in book.memo:
        book.memo[_MEMO] = _read(book) if (book.root / APPROVALS).is_file() else ([], [])
    found: tuple[list[ModuleApproval], list[Problem]] = book.memo[_MEMO]
    return found


def _read(book: Book) -> tuple[list[ModuleApproval], list[Problem]]:
    text, unreadable = read_text(book.root, APPROVALS)
    source = read_yaml(APPROVALS, text or "")
    if text is None or source.root is None:
        return [], unreadable or list(source.problems)
    value, problems = validate(Approvals, source.root)
    entries = value.entries if value else []
    return entries, [*source.problems, *problems, *_misplaced(book, entries, source.root)]


def _misplaced(book: Book, entries: list[ModuleApproval], root: Node) -> list[Problem]:
    """Approvals of modules that the book does not have, and second ones."""
    places = [root.at(["pengesahan", index, "modul"]).place for index in range(len(entries))]
    numbers = {plan.number for plan in book.settings.modules if not plan.planned}
    fits = phrase("modul_tertulis", modul=", ".join(map(str, sorted(numbers))))
    strange = [
        problem(place, Kind.VALUE_WRONG, kata=str(item.module), kunci="modul", harap=fits)
        for place, item in zip(places, entries, strict=True)
        if item.module not in numbers
    ]
    labels = (book.settings.strings("modul.label", nomor=item.module) for item in entries)
    return [*strange, *repeated(zip(labels, places, strict=True), Kind.NUMBER_REPEATED)]
