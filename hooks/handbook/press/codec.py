"""The answers of the typesetter encoded as JSON and bytes, and decoded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handbook.press.values import Anchor, Bookmark, Dead, Laid, Note, NoteKind, Painted

Answer = Laid | Painted | None


def packed(answer: Answer) -> tuple[Any, bytes]:
    """The facts of an answer and the bytes of its file."""
    if isinstance(answer, Laid):
        places = {key: [a.part, a.page, a.x, a.y, a.label] for key, a in answer.anchors.items()}
        return [answer.pages, places], b""
    if isinstance(answer, Painted):
        dead = [[d.part, d.target, d.words] for d in answer.dead]
        return [answer.bookmarks, dead, packed_notes(answer.notes)], answer.path.read_bytes()
    return None, b""


def unpacked(step: str, facts: Any, blob: bytes, path: Path) -> Answer:
    """The answer to a step; its file is written at `path`."""
    if step == "lay_out":
        pages, places = facts
        return Laid(pages, {key: Anchor(*place) for key, place in places.items()})
    if facts is not None:
        bookmarks, dead, notes = facts
        path.write_bytes(blob)
        return Painted(path, _bookmarks(bookmarks), [Dead(*item) for item in dead], unpacked_notes(notes))
    return None


def packed_notes(notes: list[Note]) -> list[list[str]]:
    """Notes as JSON has them."""
    return [[note.part, note.kind, note.words] for note in notes]


def unpacked_notes(notes: list[list[str]]) -> list[Note]:
    """Notes from JSON."""
    return [Note(part, NoteKind(kind), words) for part, kind, words in notes]


def _bookmarks(written: list[list[Any]]) -> list[Bookmark]:
    """Bookmarks from JSON, tuples restored."""
    return [
        (title, page, x, y, _bookmarks(children), opened) for title, page, x, y, children, opened in written
    ]
