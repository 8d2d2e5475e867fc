"""The words of the book with their places: prose, titles and labels, for participants and facilitators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book.book import Book
from handbook.problem import Place
from handbook.source.mdpatterns import blank, every
from handbook.source.mdtext import MarkdownText
from handbook.source.yamltext import Node

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NOT_WORDS = (
    re.compile(r"\{[:#.][^{}\n]*\}"),
    re.compile(r"^/{3,} *[\w-]* *\|? *(?:[\d.]+(?= )|[a-z-]+[-\d]*$|$)", re.M),
    re.compile(r"\]\([^)\s]*\)|\]\[[^\]\n]*\]"),
    re.compile(r"</?[A-Za-z][^>]*>"),
    re.compile(r"\b[\w.-]+\.(?:md|yml|svg|html|pdf|css|js)\b|\bhttps?://\S+|&\w+;"),
    re.compile(r"\./scripts/\w+"),
)
NOT_READ = {
    "bagian", "di", "dari", "ke", "kini", "diisi_oleh", "id", "jenis", "keyakinan", "kode", "kompetensi",
    "mengukur", "nomor", "orientasi", "status", "temuan", "tinggi", "tinggi_baris", "urutan", "huruf",
    "tahap", "bentuk", "sebutan_baris", "identitas", "letak", "tercetak", "cetak", "jawaban", "diubah_oleh",
    "diganti_oleh", "di_luar", "materi", "alias", "kuis", "soal", "buka", "sasaran",
}  # fmt: skip
"""Keys whose plain values are ids, numbers and choices, or words of the print."""


@dataclass(frozen=True)
class Found:
    """A word and where it stands."""

    word: str
    place: Place


def words_of(book: Book) -> Iterator[Found]:
    """Every word of pages, test banks and registers; the guides for editors are left out."""
    for page in [*book.pages.values(), *book.tests.values()]:
        if page.uri not in book.settings.guides:
            yield from _in_data(page.node, "")
            yield from _in_body(page.text)
    for name, (_, node, _) in book.registers.items():
        if name != "sinonim":  # words that readers type, which the book does not have
            yield from _in_data(node, "")


def _in_body(text: MarkdownText) -> Iterator[Found]:
    words = blank(text.visible, tuple(every(item.pattern, item.flags) for item in NOT_WORDS))
    for match in WORD.finditer(words):
        yield Found(match.group(), text.place(match.start()))


def _in_data(node: Node, key: str) -> Iterator[Found]:
    if isinstance(node.value, dict):
        for name, child in node.value.items():
            yield from _in_data(child, name)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _in_data(child, key)
    elif key not in NOT_READ:
        yield from (Found(match.group(), node.place) for match in WORD.finditer(node.value))
