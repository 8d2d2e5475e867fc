"""Slides that differ between two states of a book, by what the class reads on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from handbook.classroom.slides.deck import Deck, Slide


class SlideChange(NamedTuple):
    """A slide that is new, reworded or gone: `state` is `baru`, `ubah` or `hapus`.

    `number` counts from 1 in its deck, in that of the old state when it is gone.
    """

    module: int
    number: int
    title: str
    state: str


def between(old: Iterable[Deck], new: Iterable[Deck]) -> list[SlideChange]:
    """The slides of all decks that differ, by module; of a module that only one state has, all of them."""
    before, after = ({deck.module: deck for deck in decks} for decks in (old, new))
    numbers = sorted({*before, *after})
    return [change for number in numbers for change in _of(number, before, after)]


def _of(module: int, before: Mapping[int, Deck], after: Mapping[int, Deck]) -> Iterator[SlideChange]:
    old, new = (list(decks[module].slides) if module in decks else [] for decks in (before, after))
    matcher = SequenceMatcher(None, [_said(slide) for slide in old], [_said(slide) for slide in new], False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield from _changed(module, (first, old[first:last]), (start, new[start:end]))


def _said(slide: Slide) -> str:
    return "\n".join(slide.texts)


def _changed(
    module: int, gone: tuple[int, Sequence[Slide]], made: tuple[int, Sequence[Slide]]
) -> Iterator[SlideChange]:
    """A stretch that was replaced by another one; slides of one title are two wordings of one."""
    known = [slide.title for slide in gone[1]]
    kept = {slide.title for slide in made[1]}
    for number, slide in enumerate(made[1], made[0] + 1):
        yield SlideChange(module, number, slide.title, "ubah" if slide.title in known else "baru")
    for number, title in enumerate(known, gone[0] + 1):
        if title not in kept:
            yield SlideChange(module, number, title, "hapus")
