"""Ranges of mentions, *IK 2.1 sampai IK 2.3*: after a renaming they name the same things or are refused."""

import re
from collections.abc import Iterator

from handbook.authoring.moving.renaming import Renaming, id_of
from handbook.book import Book, Use, all_uses
from handbook.mentions.owners import number_of
from handbook.mentions.scanner import Mention
from handbook.problem import Place, RefusedError

Ends = dict[tuple[Place, int], tuple[str, str]]
"""For mentions that end a range, by place and offset: id and number that they have after a renaming."""
DIGITS = re.compile(r"\d+(?:\.\d+)?")


def ends_of_ranges(book: Book, renaming: Renaming) -> Ends:
    """The new ends of each range; RefusedError for one that would no longer be a run of numbers."""
    found: Ends = {}
    for first, last, use in _ranges(book):
        inside = [*_between(book, first, last)]
        new = [(renaming.id(id_), renaming.number(id_, number, first.module)) for id_, number in inside]
        new.sort(key=lambda pair: _last(pair[1]))
        if not new or {*new} == {*inside}:
            pairs = inside[:1] + inside[-1:]
        elif [_last(number) for _, number in new] == [*range(_last(new[0][1]), _last(new[-1][1]) + 1)]:
            pairs = [new[0], new[-1]]
        else:
            said = " ".join(use.text[first.start : last.end].split())
            raise RefusedError("rentang", tempat=use.place, kata=said)
        for mention, pair in zip((first, last), pairs, strict=False):
            found[use.locate(mention.start), mention.start] = pair
    return found


def _ranges(book: Book) -> Iterator[tuple[Mention, Mention, Use]]:
    """The ends of each range in the book, with the use of the first."""
    texts: dict[tuple[object, ...], dict[Mention, Use]] = {}
    for use in all_uses(book):
        texts.setdefault((use.place.path, use.string, use.text), {}).setdefault(use.mention, use)
    for uses in texts.values():
        text = next(iter(uses.values())).text
        for first, last in book.scanner.ranges(text, [*uses]):
            yield first, last, uses[first]


def _between(book: Book, first: Mention, last: Mention) -> Iterator[tuple[str, str]]:
    """The ids and numbers from one end of a range to the other; none where the ends do not count."""
    kind = book.settings.mentions.get(first.kind)
    if kind is None or kind.within == "instrumen":
        return
    ends = [number_of(kind).search(mention.words) for mention in (first, last)]
    start, end = (DIGITS.search(found.group()) if found else None for found in ends)
    if start is None or end is None:
        return
    head = start.group().rpartition(".")[0]
    for number in range(_last(start.group()), _last(end.group()) + 1):
        printed = f"{head}.{number}" if head else str(number)
        yield book.scanner.id_of(id_of(first.kind, printed, first.module or 0)), printed


def _last(number: str) -> int:
    return int(number.rpartition(".")[2])
