"""A copy against what was exported: which passage each paragraph was, what changed, what has no place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from handbook.authoring.review.changes import Deed, TextChange, changes_of, parts
from handbook.authoring.review.copies import Copy
from handbook.authoring.review.revisions import ADDED, OBJECT, PARAGRAPH_END, WITHDRAWN, CopyParagraph, plain
from handbook.authoring.review.stamp import numbered

FRONT = -1
"""The number of the words before the first passage."""


@dataclass(frozen=True)
class Loose:
    """Something that cannot be proposed: its reason is a key of the texts under `telaah.lepas`."""

    number: int
    reason: str
    words: str
    who: str = ""
    when: str = ""
    offset: int = 0


@dataclass
class CopyContent:
    """The content of a copy: changes by the number of their passage, places of comments, loose ends."""

    copy: Copy
    changes: list[tuple[int, TextChange]] = field(default_factory=list)
    comments: list[tuple[str, int, int, str]] = field(default_factory=list)
    """Id, number of the passage, offset of the first letter, words commented on."""
    loose: list[Loose] = field(default_factory=list)


def read(copy: Copy) -> CopyContent:
    """Read a copy."""
    found = CopyContent(copy)
    numbers = _numbers(copy)
    near = FRONT
    for paragraph, number in zip(copy.paragraphs, numbers, strict=True):
        near = number if number is not None else near
        _comments(found, paragraph, near, is_own=number is not None)
        if number is None:
            _stranger(found, paragraph, near)
        else:
            _changes(found, paragraph, number)
    _joined(found, numbers)
    _missing(found, numbers)
    _moved(found)
    _without_place(found)
    return found


def _numbers(copy: Copy) -> list[int | None]:
    """The number of the passage that each paragraph was."""
    exported, taken = copy.stamp.passages, set[int]()
    found: list[int | None] = []
    for paragraph in copy.paragraphs:
        marks = (numbered(name) for name in paragraph.bookmarks)
        own = [n for n, digest in filter(None, marks) if n < len(exported) and exported[n].digest == digest]
        free = [n for n in own if n not in taken]
        best = max(free, key=lambda n: _likeness(exported[n].shown, paragraph.before), default=None)
        if (
            best is not None
            and len(free) > 1
            and not paragraph.before.strip()
            and exported[best].shown.strip()
        ):
            best = None
        taken |= {best} if best is not None else set()
        found.append(best)
    return _by_words(copy, found, taken)


def _likeness(old: str, new: str) -> float:
    return 2.0 if old == new else SequenceMatcher(None, old, new, autojunk=False).quick_ratio()


def _by_words(copy: Copy, found: list[int | None], taken: set[int]) -> list[int | None]:
    """Paragraphs whose bookmark is lost are known by their words, if these stand where they stood."""
    last = FRONT
    for at, paragraph in enumerate(copy.paragraphs):
        number = found[at]
        if number is None and paragraph.before.strip():
            after = next((n for n in found[at + 1 :] if n is not None), len(copy.stamp.passages))
            between = range(last + 1, max(after, last + 1))
            same = [n for n in between if n not in taken and copy.stamp.passages[n].shown == paragraph.before]
            if len(same) == 1:
                found[at] = number = same[0]
                taken.add(number)
        last = number if number is not None else last
    return found


def _comments(found: CopyContent, paragraph: CopyParagraph, number: int, *, is_own: bool) -> None:
    for id_, start in paragraph.comments.items():
        end = paragraph.ends.get(id_, start)
        words = plain(paragraph.before[start : max(start, end)])
        found.comments.append((id_, number, start if is_own else 0, words))


def _stranger(found: CopyContent, paragraph: CopyParagraph, near: int) -> None:
    """A paragraph that was not exported, or whose passage cannot be told."""
    words = plain(paragraph.after or paragraph.before)
    is_front = near == FRONT and not paragraph.people and paragraph.before in found.copy.stamp.front
    if words and not is_front:
        who, when = paragraph.people[0] if paragraph.people else ("", "")
        found.loose.append(Loose(near, "asing", words, who, when))


def _changes(found: CopyContent, paragraph: CopyParagraph, number: int) -> None:
    exported = found.copy.stamp.passages[number]
    for change in changes_of(paragraph, exported.shown):
        reason = "label" if exported.role == "label" else "gambar" if OBJECT in change.text else ""
        if reason:
            words = plain(change.text.replace(OBJECT, "")) or plain(exported.shown)
            found.loose.append(Loose(number, reason, words, ", ".join(change.who), change.when, change.start))
        else:
            found.changes.append((number, change))
    found.loose += list(_details(paragraph, number))


def _details(paragraph: CopyParagraph, number: int) -> Iterator[Loose]:
    """Changes beside the words."""
    for piece in paragraph.pieces:
        if piece.state == WITHDRAWN:
            yield Loose(number, "ditarik", plain(piece.text), piece.who, piece.when)
    for who, when in dict.fromkeys(paragraph.formats):
        yield Loose(number, "bentuk", plain(paragraph.after)[:80], who, when)
    if paragraph.row == ADDED:
        yield Loose(number, "baris", plain(paragraph.after))


def _joined(found: CopyContent, numbers: list[int | None]) -> None:
    """Paragraphs that were made one; where one of both is empty, it was taken away."""
    rows = list(zip(found.copy.paragraphs, numbers, strict=True))
    for (first, number), (second, _) in pairwise(rows):
        if first.is_joined and first.after.strip() and second.after.strip() and number is not None:
            words = f"{plain(first.after)[-40:]} + {plain(second.after)[:40]}"
            found.loose.append(Loose(number, "gabung", words, offset=len(first.before)))


def _missing(found: CopyContent, numbers: list[int | None]) -> None:
    """Passages that went or were put elsewhere although nobody tracked that."""
    here = {number for number in numbers if number is not None}
    for number, exported in enumerate(found.copy.stamp.passages):
        if number not in here and exported.shown:
            found.loose.append(Loose(number, "hilang", plain(exported.shown)))
    order = [number for number in numbers if number is not None]
    for before, number in pairwise(order):
        if number < before:
            found.loose.append(Loose(number, "urutan", plain(found.copy.stamp.passages[number].shown)))


def _moved(found: CopyContent) -> None:
    """Join a deletion here and an addition of the same words elsewhere in the copy into a move."""
    used: list[tuple[int, TextChange]] = []
    shown = [exported.shown.strip() for exported in found.copy.stamp.passages]
    for at, (number, change) in enumerate(found.changes):
        if change.deed is not Deed.DELETE or len(shown[number]) < 3:
            continue
        for there, (host, added) in enumerate(found.changes):
            rest = [part for part in parts(added.text) if part.strip() != shown[number]]
            if (
                added.deed is Deed.CHANGE
                and PARAGRAPH_END in added.text
                and len(rest) < len(parts(added.text))
            ):
                is_before = added.start == 0 and added.text.endswith(PARAGRAPH_END)
                found.changes[at] = number, replace(change, deed=Deed.MOVE, target=host, is_before=is_before)
                left = replace(added, text=PARAGRAPH_END.join(rest))
                found.changes[there] = host, left
                used += (
                    [(host, left)] if not left.text.strip(PARAGRAPH_END) and left.start == left.end else []
                )
                break
    found.changes = [item for item in found.changes if item not in used]


def _without_place(found: CopyContent) -> None:
    """Comments that stand nowhere in the text, and parts of the file outside it."""
    placed = {id_ for id_, *_ in found.comments}
    for id_, comment in found.copy.comments.items():
        if id_ not in placed:
            above = next((item for item in found.comments if item[0] == comment.answers), None)
            found.comments.append((id_, above[1], above[2], above[3]) if above else (id_, FRONT, 0, ""))
    found.loose += [Loose(FRONT, "luar", name) for name in found.copy.aside]
