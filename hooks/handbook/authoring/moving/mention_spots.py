"""Every mention of the book as words in a file, with those that stand there after a renaming."""

import re
from collections.abc import Iterator

from handbook.authoring.moving.ranges import DIGITS, Ends
from handbook.authoring.moving.renaming import Renaming
from handbook.authoring.moving.spot import Spot
from handbook.authoring.sources import Sources
from handbook.book import Book, Use, all_uses
from handbook.mentions.owners import number_of
from handbook.mentions.patterns import NUMBERS
from handbook.problem import RefusedError
from handbook.settings import FILE

_GAP = r"(?:[\s>]|\\\n)+"
"""Between two words of a mention in a file: a line of YAML or of a quotation may end there."""
_WHOLE = re.compile(NUMBERS["bulat"])


def mention_spots(book: Book, sources: Sources, renaming: Renaming, ends: Ends) -> Iterator[Spot]:
    """Every natural mention; those that end a range have the `ends` that were found for them."""
    for use in all_uses(book):
        mention = use.mention
        if mention.id:
            start, end = _span(use, sources)
            words = sources.text(use.place.path)[start:end]
            pair = ends.get((use.place, mention.start))
            new_id = pair[0] if pair else renaming.id(mention.id)
            new = _spelled(words, use, book, renaming, pair[1] if pair else None)
            yield Spot(use.place.path, start, end, mention.id, new_id, new, "sebutan")


def _span(use: Use, sources: Sources) -> tuple[int, int]:
    """The span of the words of a mention in their file."""
    text, place = sources.text(use.place.path), sources.offset(use.place)
    words = re.compile(_GAP.join(re.escape(word) for word in use.mention.words.replace(">", " ").split()))
    # Settings say in which value a mention stands, all other files at which letter.
    found = words.search(text, place) if use.place.path == FILE else words.match(text, place)
    if found is None:
        raise RefusedError("tak_terbaca", tempat=use.place, kata=use.mention.plain)
    return found.span()


def _spelled(words: str, use: Use, book: Book, renaming: Renaming, end: str | None) -> str:
    """The words of a mention after a renaming: only numbers in them change."""
    mention, kind = use.mention, book.settings.mentions.get(use.mention.kind)
    number = number_of(kind).search(words) if kind and kind.within != "instrumen" else None
    old = DIGITS.search(number.group()) if number else None
    if kind is None or number is None or old is None:
        return words
    new = end or renaming.number(mention.id, old.group(), mention.module)
    digits = DIGITS.search(new)
    start = number.start() + old.start()
    head = words[:start] + (digits.group() if digits else old.group())
    rest = words[start + len(old.group()) :]
    return head + (_tail(rest, renaming) if kind.within == "modul" else rest)


def _tail(rest: str, renaming: Renaming) -> str:
    """The words behind the number of a stage: its module, when the mention names it."""
    number = _WHOLE.search(rest)
    if number is None:
        return rest
    new = renaming.module(int(number.group()))
    return f"{rest[: number.start()]}{new}{rest[number.end() :]}"
