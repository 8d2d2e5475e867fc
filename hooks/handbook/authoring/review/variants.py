"""Ways of writing a change into a source, the plainest first; `writing.py` proves which one is right."""

import re
from collections.abc import Iterator

from handbook.authoring.review import scalars
from handbook.authoring.review.atoms import BOLD, ITALIC, index_at
from handbook.authoring.review.changes import TextChange, parts
from handbook.authoring.review.inline import ESCAPED
from handbook.authoring.review.passage import Role, SourcePassage
from handbook.authoring.review.revisions import PARAGRAPH_END

_EMPHASIS = {BOLD: "**", ITALIC: "*"}
_LIKE_A_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "/": "&#47;", ":": "&#58;"}


def rewritten(text: str, passage: SourcePassage, change: TextChange) -> Iterator[str]:
    """The text of a file with a change of words in one passage."""
    is_data = passage.role is Role.STRING
    words = list(_strings(text, passage, change.text) if is_data else _markdown(text, passage, change))
    for start, end, kept in _cuts(text, passage, change):
        for said in words:
            yield text[:start] + said + kept + text[end:]
            if kept:
                yield text[:start] + kept + said + text[end:]
    if is_data:
        yield from _quoted(text, passage, change)


def _cuts(text: str, passage: SourcePassage, change: TextChange) -> Iterator[tuple[int, int, str]]:
    """Spans of the source that a change may replace, and the markup in them that must stay."""
    atoms = passage.atoms
    first, behind = _without_spaces(passage, change)
    before = atoms[first - 1].end if first else passage.start
    after = atoms[behind].start if behind < len(atoms) else passage.end
    if first == behind:
        yield from ((at, at, "") for at in _points(passage, change, before, after))
        return
    start, end = atoms[first].start, atoms[behind - 1].end
    pieces = zip(atoms[first : behind - 1], atoms[first + 1 : behind], strict=True)
    inner = "".join(text[one.end : other.start] for one, other in pieces)
    yield start, end, inner
    for left, right in ((start, end), (before, after), (before, end), (start, after)):
        yield left, right, ""


def _without_spaces(passage: SourcePassage, change: TextChange) -> tuple[int, int]:
    """The first atom of a change and the one behind it; where words go at an end, so do their spaces."""
    atoms = passage.atoms
    first, behind = index_at(atoms, change.start), index_at(atoms, change.end)
    if first < behind and not change.text.strip():
        while not first and behind < len(atoms) and atoms[behind].shown.isspace():
            behind += 1
        while behind == len(atoms) and first and atoms[first - 1].shown.isspace():
            first -= 1
    return first, behind


def _points(passage: SourcePassage, change: TextChange, before: int, after: int) -> list[int]:
    """The places between two letters for new words: the side that looks like them first, else the left."""
    atoms, at = passage.atoms, index_at(passage.atoms, change.start)
    if change.text.startswith(PARAGRAPH_END) and at == len(atoms):
        return [passage.end, before]
    if change.text.endswith(PARAGRAPH_END) and at == 0:
        return [passage.start, after]
    looks = {BOLD, ITALIC}
    right = atoms[at].marks & looks if at < len(atoms) else frozenset()
    left = atoms[at - 1].marks & looks if at else frozenset()
    is_right = right == change.marks != left or at == 0
    return [after, before] if is_right else [before, after]


def _markdown(text: str, passage: SourcePassage, change: TextChange) -> Iterator[str]:
    """Words as Markdown: as they are, with marks that would mean something made plain."""
    separator = _separator(text, passage)
    for escape in _ESCAPES:
        pieces = [escape(part) for part in parts(change.text)]
        plain = [piece.strip() for piece in pieces] if len(pieces) > 1 else pieces
        said = (
            separator.join(plain)
            .replace("\n\n", "\0")
            .replace("\n", "<br>" if passage.role is Role.CELL else "\n")
        )
        said = said.replace("\0", "\n\n")
        marks = "".join(_EMPHASIS[mark] for mark in sorted(change.marks))
        if marks and len(pieces) == 1 and said.strip() and not _has_marks(passage, change):
            core = said.strip()
            yield said.replace(core, f"{marks}{core}{marks[::-1]}", 1)
        yield said
        if "\n" in change.text:
            yield said.replace("\n", "<br>")


def _has_marks(passage: SourcePassage, change: TextChange) -> bool:
    """Whether a letter beside or below a change looks as its words do."""
    first, last = index_at(passage.atoms, change.start), index_at(passage.atoms, change.end)
    return any(change.marks <= atom.marks for atom in passage.atoms[max(0, first - 1) : last + 1])


def _as_typed(words: str) -> str:
    """Words as they are; a tag is a tag nowhere."""
    return _LIKE_A_TAG.sub("&lt;", words)


def _without_marks(words: str) -> str:
    """Words without emphasis, code and links, that begin no list, heading or quotation."""
    plain = re.sub(r"[\\`*_\[\]|]", r"\\\g<0>", _as_typed(words))
    return re.sub(r"^(\s*)(\d*)([.#>+-])", r"\1\2\\\3", plain)


def _without_meaning(words: str) -> str:
    """Words in which no letter can be markup."""
    plain = "".join(f"\\{letter}" if letter in ESCAPED else letter for letter in words)
    plain = plain.replace("&", _ENTITIES["&"]).replace("<", _ENTITIES["<"])
    return re.sub(r"^(\s*)([/:])", lambda match: match[1] + _ENTITIES[match[2]], plain)


_ESCAPES = (_as_typed, _without_marks, _without_meaning)


def _separator(text: str, passage: SourcePassage) -> str:
    """The source between a passage and another of its kind."""
    if passage.role is Role.CELL:
        return "<br>"
    begin = text.rfind("\n", 0, passage.start) + 1
    before = text[begin : passage.start]
    if passage.role is Role.ITEM:
        return "\n" + before
    indent = before[: len(before) - len(before.lstrip())]
    return f"\n\n{indent}"


def _strings(text: str, passage: SourcePassage, words: str) -> Iterator[str]:
    """Words as they are written in a string of its style; in a list also as items of their own."""
    style = scalars.style_of(text, passage.start)
    pieces = parts(words)
    if len(pieces) == 1:
        said = scalars.encoded(words, style)
        indent = re.match(r"[ ]*", text[text.rfind("\n", 0, passage.start) + 1 :])
        assert indent
        yield said.replace("\n", f"\n{indent[0]}  ") if style == scalars.BLOCK else said


def _quoted(text: str, passage: SourcePassage, change: TextChange) -> Iterator[str]:
    """The whole string in double quotes, each of its paragraphs an item of the list that holds it."""
    atoms = passage.atoms
    raw = _value(passage, change)
    if len(parts(raw)) == 1:
        yield text[: passage.start] + scalars.quoted(raw) + text[passage.end :]
        return
    own = passage.shown
    begin = text.rfind("\n", 0, passage.start) + 1
    before = text[begin : passage.start]
    is_line = re.fullmatch(r"\s*- +", before) is not None
    separator = "\n" + before if is_line else ", "
    items = [part.strip() for part in parts(raw) if part.strip()]
    is_own = [bool(atoms) and item == own for item in items]
    for way in (str, scalars.quoted):
        said = [passage.source if mine else way(item) for item, mine in zip(items, is_own, strict=True)]
        yield text[: passage.start] + separator.join(said) + text[passage.end :]


def _value(passage: SourcePassage, change: TextChange) -> str:
    """The new value of a string, with the stars of its emphasis."""
    atoms = passage.atoms
    first, behind = index_at(atoms, change.start), index_at(atoms, change.end)
    return _starred(passage, 0, first) + change.text + _starred(passage, behind, len(atoms))


def _starred(passage: SourcePassage, first: int, last: int) -> str:
    """The letters of some atoms, with stars around what is slanted."""
    found, is_slanted = [], False
    for atom in passage.atoms[first:last]:
        if (ITALIC in atom.marks) != is_slanted:
            is_slanted = not is_slanted
            found.append("*")
        found.append(atom.shown)
    return "".join(found) + "*" * is_slanted


def without(text: str, passage: SourcePassage) -> Iterator[str]:
    """The text of a file without a passage."""
    if passage.role is Role.CELL:
        yield text[: passage.start] + text[passage.end :]
    begin = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end) + 1 or len(text)
    is_alone = text[:begin].endswith("\n\n") and text.startswith("\n", end)
    if passage.role is not Role.TITLE:
        yield text[:begin] + text[end + is_alone :]
    if passage.role is Role.STRING:
        for before, after in ((r",\s*$", ""), ("", r"\s*,\s*")):
            head = re.sub(before, "", text[: passage.start]) if before else text[: passage.start]
            match = re.match(after, text[passage.end :])
            yield head + text[passage.end + (match.end() if match else 0) :]
