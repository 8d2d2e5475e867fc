"""Words that must or must not be found: told apart by letters and digits alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.products.making import Products

KEYS = ("umpan_balik", "pembahasan")


def letters(text: str) -> str:
    """Only letters and digits, so that line breaks, hyphens and markup make no difference."""
    return re.sub(r"[\W_]+", "", text.casefold())


def like(text: str) -> re.Pattern[str]:
    """These words and no others, whatever stands between them: the book sets its own quotes and spaces."""
    words = r"[\W_]+".join(re.findall(r"[^\W_]+", text))
    return re.compile(rf"^\W*{words}\W*$")


def answers(products: Products) -> list[str]:
    """Feedback and explanations of the quiz: on its own page and nowhere else."""
    return list(_keys(products.source("modul-02/kuis-2.yml")))


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value[key] for key in KEYS if key in value)
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(child)


def notes(products: Products) -> list[str]:
    """The paragraphs of all notes for facilitators in the module."""
    sources = sorted((products.root / "docs" / "modul-02").glob("*.md"))
    texts = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    return re.findall(r"^/// fasilitator\n(.+)\n///$", texts, re.MULTILINE)


def model_answers(products: Products) -> list[str]:
    """Points of a good reflection: for facilitators only."""
    source = (products.root / "docs" / "modul-02" / "rangkuman.md").read_text(encoding="utf-8")
    return re.findall(r"pokok_jawaban: (.+)", source)


def sentences(texts: list[str]) -> list[str]:
    """The sentences of these texts that are long enough to be told apart."""
    found = [sentence.strip() for text in texts for sentence in re.split(r"[.?!]", text)]
    return [sentence for sentence in found if len(sentence.split()) > 5]
