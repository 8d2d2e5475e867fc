"""A change of files shown before it is made: every changed line with its place."""

import difflib
from collections.abc import Iterator, Mapping, Sequence

_AROUND = 40
"""Letters of a line that are shown before and behind what changes in it."""


def shown(texts: Mapping[str, tuple[str, str]], moved: Mapping[str, str]) -> Iterator[str]:
    """Files that move, then for each changed place its path and line, the old lines and the new ones."""
    yield from (f"{old} → {new}" for old, new in moved.items())
    for path, (old, new) in texts.items():
        yield from _lines(path, old.split("\n"), new.split("\n"))


def _lines(path: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        if end - start == last - first:
            for index, (before, after) in enumerate(zip(old[start:end], new[first:last], strict=True)):
                head = _same(before, after)
                tail = _same(before[head:][::-1], after[head:][::-1])
                yield f"{path}:{start + index + 1}"
                yield f"  - {_cut(before, head, tail)}"
                yield f"  + {_cut(after, head, tail)}"
        else:
            yield f"{path}:{start + 1}"
            yield from (f"  - {line}" for line in old[start:end])
            yield from (f"  + {line}" for line in new[first:last])


def _same(old: str, new: str) -> int:
    """The number of letters that two lines share at their beginning."""
    pairs = zip(old, new, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _cut(line: str, head: int, tail: int) -> str:
    """A line without most of what another has too."""
    start, end = max(0, head - _AROUND), min(len(line), len(line) - tail + _AROUND)
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
