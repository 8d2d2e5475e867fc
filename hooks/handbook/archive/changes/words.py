"""Two wordings of a passage compared word by word."""

import difflib
import re
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+(?:[-./]\w+)*|[^\w\s]")
LIKE = 0.5
"""From here on two passages are two wordings of the same."""


class Run(NamedTuple):
    """Consecutive words that both wordings share, or that only one has."""

    text: str
    shared: bool


def runs(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """The old and the new wording as runs."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    left: list[Run] = []
    right: list[Run] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        _add(left, "".join(before[i1:i2]), tag == "equal")
        _add(right, "".join(after[j1:j2]), tag == "equal")
    return left, right


def _add(found: list[Run], text: str, shared: bool) -> None:
    if text:
        found.append(Run(text, shared))


def likeness(old: str, new: str) -> float:
    """Similarity of two texts from 0 (nothing in common) to 1 (the same), counted in words."""
    before, after = old.split(), new.split()
    return difflib.SequenceMatcher(None, before, after, autojunk=False).ratio()


def paired(old: list[str], new: list[str], *, named: bool = False) -> list[tuple[str, str]]:
    """Two series of passages aligned; a passage without a partner is paired with None.

    Passages with a name, as entries of forms, are paired when single, however different their words.
    """
    if named and len(old) == len(new) == 1:
        return [(old[0], new[0])] if old != new else []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    pairs: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            pairs += _matched(old[i1:i2], new[j1:j2])
    return pairs


def _matched(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Pairs in order, as far as they are alike; a single old and a single new passage are always paired."""
    if len(old) == len(new) == 1:
        alike = likeness(old[0], new[0]) >= LIKE / 2 or len(old[0].split()) < 4
        return [(old[0], new[0])] if alike else [(old[0], ""), ("", new[0])]
    pairs: list[tuple[str, str]] = []
    rest = list(new)
    for text in old:
        best = max(rest, key=lambda other: likeness(text, other), default="")
        if best and likeness(text, best) >= LIKE:
            place = rest.index(best)
            pairs += [*(("", other) for other in rest[:place]), (text, best)]
            rest = rest[place + 1 :]
        else:
            pairs.append((text, ""))
    return [*pairs, *(("", other) for other in rest)]
