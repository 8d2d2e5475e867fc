"""The changes of one passage by a reviewer: of its words, its deletion, its move."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from handbook.authoring.review.revisions import ADDED, PARAGRAPH_END, REMOVED, SAME, WITHDRAWN, CopyParagraph

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class Deed(StrEnum):
    """The kind of a change."""

    CHANGE = "ubah"
    DELETE = "hapus"
    DELETE_ROW = "hapus_baris"
    MOVE = "pindah"


@dataclass(frozen=True)
class TextChange:
    """A change of a passage, from `start` to `end` in the text that was exported.

    A text with ends of paragraphs makes paragraphs of their own. `target` is the number of the passage beside
    which it is put, `is_before` on which side.
    """

    deed: Deed
    start: int
    end: int
    text: str
    who: tuple[str, ...]
    when: str
    marks: frozenset[str] = frozenset()
    is_tracked: bool = True
    target: int = -1
    is_before: bool = False

    def meets(self, other: "TextChange") -> bool:
        """Whether both cannot be taken: they change the same letters, or add at the same point."""
        if self.deed is not Deed.CHANGE or other.deed is not Deed.CHANGE:
            return True
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def changes_of(paragraph: CopyParagraph, exported: str) -> Iterator[TextChange]:
    """The changes of a paragraph against the text that was exported."""
    if exported.strip() and not paragraph.after.strip():
        whole = next((piece for piece in paragraph.pieces if piece.state == REMOVED), None)
        who, when = (whole.who, whole.when) if whole else ("", "")
        deed = Deed.DELETE_ROW if paragraph.row == REMOVED else Deed.DELETE
        yield TextChange(
            deed, 0, len(exported), "", _people(who), when, is_tracked=paragraph.before == exported
        )
    elif paragraph.before == exported:
        yield from _tracked(paragraph)
    else:
        yield from _untracked(paragraph, exported)


def _people(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _tracked(paragraph: CopyParagraph) -> Iterator[TextChange]:
    """Neighbouring pieces of one person make one change."""
    offset = 0
    here: TextChange | None = None
    for piece in paragraph.pieces:
        if piece.state in (SAME, WITHDRAWN):
            offset += len(piece.text) if piece.state == SAME else 0
            yield from [here] if here and piece.state == SAME else []
            here = None if piece.state == SAME else here
            continue
        if here is None or here.who != _people(piece.who):
            yield from [here] if here else []
            here = TextChange(Deed.CHANGE, offset, offset, "", _people(piece.who), piece.when, piece.marks)
        if piece.state == ADDED:
            here = replace(here, text=here.text + piece.text, marks=piece.marks)
        else:
            offset += len(piece.text)
            here = replace(here, end=offset)
    yield from [here] if here else []


def _untracked(paragraph: CopyParagraph, exported: str) -> Iterator[TextChange]:
    """The words that differ; whoever tracked something in the same paragraph may have changed them."""
    old, new = _WORDS.findall(exported), _WORDS.findall(paragraph.after)
    who = _people(*(name for name, _ in paragraph.people))
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word))
    for tag, a, end, b, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield TextChange(
                Deed.CHANGE, starts[a], starts[end], "".join(new[b:last]), who, "", is_tracked=False
            )


def parts(text: str) -> list[str]:
    """The paragraphs in a text."""
    return text.split(PARAGRAPH_END)
