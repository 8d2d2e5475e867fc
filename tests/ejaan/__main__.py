"""`python -m tests.ejaan`: lists the words that need a look."""

from __future__ import annotations

import sys
from pathlib import Path

from handbook.book.read import read
from tests.ejaan.periksa import unknown
from tests.ejaan.teks import Found, words_of


def main(*options: str) -> None:
    """Unknown words with their places, or only the words."""
    book, _ = read(Path(__file__).parents[2])
    assert book
    found = unknown(words_of(book))
    lines = sorted({item.word for item in found}) if "--words" in options else map(_line, found)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _line(item: Found) -> str:
    return f"{item.place}: {item.word}"


if __name__ == "__main__":
    main(*sys.argv[1:])
