"""Quotation marks curled by a word processor. Sources have plain ones, which are curled when shown."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.authoring.sources import Edit

_DOUBLE, _SINGLE = re.compile('["“”„‟]'), re.compile("[‘’‚‛]")
_OPENING, _CLOSING = '"“„‟', '"”'


def mend(damaged: Damaged) -> Iterator[Repair]:
    """Plain marks in the running text of pages, in paragraphs whose marks come in pairs."""
    for page in damaged.book.all_pages:
        base, start = len(page.text.text) - len(page.text.body), 0
        for paragraph in re.split(r"(\n[ \t]*\n)", page.text.without_code):
            marks = [*_DOUBLE.finditer(paragraph)]
            curled = [mark for mark in marks if mark.group() != '"'] if _is_paired(marks) else []
            yield from (_plain(page.path, base + start + mark.start(), '"') for mark in curled)
            for mark in _SINGLE.finditer(paragraph):
                yield _plain(page.path, base + start + mark.start(), "'")
            start += len(paragraph)


def _is_paired(marks: list[re.Match[str]]) -> bool:
    """Whether each mark that opens is followed by one that closes; plain ones do either."""
    fits = (mark.group() in (_CLOSING if index % 2 else _OPENING) for index, mark in enumerate(marks))
    return len(marks) % 2 == 0 and all(fits)


def _plain(path: str, place: int, sign: str) -> Repair:
    return Repair(path, Edit(place, place + 1, sign))
