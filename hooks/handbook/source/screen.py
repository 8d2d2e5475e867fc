"""The measure of what is shown on a wall: few words on a slide, and long texts cut without losing any."""

import re
from collections.abc import Iterator

MOST_WORDS = 40
"""Words on a slide, its title among them; its foot, which names the source, not counted."""
ELLIPSIS = "…"
"""Stands where a sentence goes on on the next slide."""
_WORD = re.compile(r"[^\s\0]*\w[^\s\0]*")
_SENTENCE = re.compile(r"(?<=[.!?…])[”\")]*\s+(?=[\"“(*\w])")
_CLAUSE = re.compile(r"(?<=[;:,])\s+")
_SPACE = re.compile(r"\s+")


def words(text: str) -> list[re.Match[str]]:
    """Each word of a text: what stands between blanks and has a letter or a figure."""
    return list(_WORD.finditer(text))


def count(*texts: str) -> int:
    """The number of words in some texts."""
    return sum(len(words(text)) for text in texts)


def pieces(text: str, most: int) -> list[str]:
    """A text in pieces of at most `most` words each, at ends of sentences; all words stay.

    A sentence that is longer is cut after a clause, one without clauses between words, with an
    ellipsis on both sides of the cut.
    """
    return list(_joined(list(_small(" ".join(text.split()), most)), most))


def _small(text: str, most: int) -> Iterator[str]:
    """The sentences of a text; longer ones in marked pieces."""
    for sentence in _cut(text, _SENTENCE):
        if count(sentence) <= most:
            yield sentence
            continue
        parts = [part for clause in _cut(sentence, _CLAUSE) for part in _fitting(clause, most)]
        found = list(_joined(parts, most))
        for number, part in enumerate(found):
            before = f"{ELLIPSIS} " if number else ""
            yield f"{before}{part}" + (f" {ELLIPSIS}" if number < len(found) - 1 else "")


def _fitting(clause: str, most: int) -> Iterator[str]:
    """A clause, or its runs of `most` words when it has more."""
    if count(clause) <= most:
        yield clause
        return
    yield from _joined(_cut(clause, _SPACE), most)


def _joined(parts: list[str], most: int) -> Iterator[str]:
    """Neighbours put together as long as they have room."""
    held = ""
    for part in parts:
        both = f"{held} {part}".strip()
        if held and count(both) > most:
            yield held
            both = part
        held = both
    if held:
        yield held


def _cut(text: str, border: re.Pattern[str]) -> list[str]:
    """The parts of a text between borders; closing quotation marks stay with what they close."""
    found, done = [], 0
    for match in border.finditer(text):
        end = match.start() + len(match.group().rstrip())
        found.append(text[done:end])
        done = match.end()
    return [part for part in (*found, text[done:]) if part]
