"""Placeholder words of a skeleton do not stand in a published module."""

import re
from functools import cache
from pathlib import Path

from handbook.book import Book
from handbook.problem import Kind, Place, Problems, problem
from handbook.strings import load

_SKELETONS = Path(__file__).parents[1] / "authoring" / "skeletons"


def check(book: Book) -> Problems:
    """Each place in a published module where a skeleton's own words were left."""
    asked = _asked(book.settings.book.language)
    published = {plan.number for plan in book.settings.modules if plan.status == "terbit"}
    for page in book.all_pages:
        if page.module in published and asked is not None:
            for match in asked.finditer(page.text.text):
                place = Place.in_text(page.path, page.text.text, match.start())
                yield problem(place, Kind.SKELETON_WORDS, kata=match.group())


@cache
def _asked(language: str) -> re.Pattern[str] | None:
    """All placeholder texts of the skeletons of a language."""
    first = load(language)("baru.tulis")
    texts = (file.read_text(encoding="utf-8") for file in sorted((_SKELETONS / language).glob("*")))
    found = {match for text in texts for match in re.findall(rf"{first} [^$\n{{}}\"]+[^$\n{{}}\"\s,]", text)}
    longest = sorted(map(re.escape, found), key=len, reverse=True)
    return re.compile("|".join(longest)) if longest else None
