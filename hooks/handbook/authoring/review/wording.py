"""Changes as people read them: old and new words with a few around them, and the lines of the source."""

import re
from difflib import SequenceMatcher

from handbook.authoring.review.changes import Deed, TextChange
from handbook.authoring.review.revisions import PARAGRAPH_END

_AROUND = 40
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def old_and_new(shown: str, change: TextChange) -> tuple[str, str]:
    """Whole words before and after a change; `¶` is the end of a paragraph."""
    if change.deed is not Deed.CHANGE:
        return shown, ""
    start, end = _word_start(shown, change.start), _word_end(shown, change.end)
    text = change.text.replace(PARAGRAPH_END, " ¶ ")
    return shown[start:end], shown[start : change.start] + text + shown[change.end : end]


def _word_start(text: str, at: int) -> int:
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def in_source(old: str, new: str) -> tuple[str, str]:
    """The lines of a file that differ, before and after, cut to the words around what changed."""
    before, after = _shared(old, new)
    first, last = old[before : len(old) - after], new[before : len(new) - after]
    line = old.rfind("\n", 0, before) + 1
    left = old[_word_start(old, max(line, before - _AROUND)) : before]
    end = len(old) - after
    stop = old.find("\n", end)
    right = old[end : _word_end(old, min(len(old) if stop < 0 else stop, end + _AROUND))]
    return left + first + right, left + last + right


def _shared(old: str, new: str) -> tuple[int, int]:
    """The lengths that two texts share at their starts and ends, in whole words."""
    most = min(len(old), len(new))
    before = next((at for at in range(most) if old[at] != new[at]), most)
    while before and not old[before - 1].isspace():
        before -= 1
    most -= before
    after = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    while after and not old[len(old) - after].isspace():
        after -= 1
    return before, after


def word_by_word(old: str, new: str) -> str:
    """Both in one line: `[-old-]` and `{+new+}` words."""
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    said = []
    for tag, first, last, begin, end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        gone, come = "".join(a[first:last]), "".join(b[begin:end])
        said.append(
            gone if tag == "equal" else (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
        )
    return "".join(said).replace("\n", "¶")
