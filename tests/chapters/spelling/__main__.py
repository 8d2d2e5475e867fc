"""`python -m tests.chapters.spelling`: lists the words that need a look."""

from __future__ import annotations

import sys

from handbook.book.read import read
from tests.chapters.spelling.check import unknown
from tests.chapters.spelling.texts import Found, words_of
from tests.conftest import PROJECT


def main(*options: str) -> None:
    """Unknown words with their places, or only the words."""
    book, _ = read(PROJECT)
    assert book
    found = unknown(words_of(book))
    lines = sorted({item.word for item in found}) if "--words" in options else map(_line, found)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _line(item: Found) -> str:
    return f"{item.place}: {item.word}"


if __name__ == "__main__":
    main(*sys.argv[1:])
