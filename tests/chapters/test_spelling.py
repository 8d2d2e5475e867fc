"""Every word of the book stands in hunspell's Indonesian dictionary or in the reviewed spelling/words.txt.

`python -m tests.chapters.spelling` lists what is unknown: a misspelling is mended in docs/, a right word
(a name, a foreign or affixed form that the dictionary lacks) is added to words.txt.
"""

from __future__ import annotations

from handbook.book.book import Book
from handbook.problem import Place
from tests.chapters.spelling.check import LIST, lacking, unknown
from tests.chapters.spelling.texts import Found, words_of
from tests.conftest import CopyOf, whole

HERE_IS = Place("docs/contoh.md", 3, 7)


def found(*words: str) -> list[Found]:
    return [Found(word, HERE_IS) for word in words]


def test_every_word_is_known(project_book: Book) -> None:
    strange = unknown(words_of(project_book))
    assert "\n".join(f"{item.place}: {item.word}" for item in strange) == ""


def test_misspellings_are_found_and_right_words_are_not() -> None:
    wrong = found("kecamatn", "Pelayannan", "warga-wargga")
    right = found(
        "kecamatan", "Pelayanan", "sehari-hari", "kecamatannya", "antarlembaga", "JDIH", "Tirtamaju"
    )
    assert unknown([*wrong, *right]) == wrong


def test_the_place_is_the_words_own(copy_of: CopyOf) -> None:
    stage = {"berkas": "docs/modul-02/tahap-1.md", "ganti": "Amati tanah", "dengan": "Amati tanaah"}
    title = {"berkas": "docs/modul-02/tahap-1.md", "ganti": "Mengenal Tanah", "dengan": "Mengenal Tannah"}
    note = {"berkas": "docs/modul-02/tahap-1.md", "ganti": "Sediakan tiga", "dengan": "Sediakan tigga"}
    strange = unknown(words_of(whole(copy_of(stage, title, note))))
    lines = {f"{item.place.path}:{item.place.line}: {item.word}" for item in strange}
    assert {
        "docs/modul-02/tahap-1.md:4: Tannah",
        "docs/modul-02/tahap-1.md:11: tanaah",
        "docs/modul-02/tahap-1.md:21: tigga",
    } <= lines


def test_the_list_is_in_order_and_has_only_what_the_dictionary_lacks() -> None:
    words = LIST.read_text(encoding="utf-8").split()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    assert set(words) - lacking(words) == set()
