"""Ends of printed lines, and the marks of lists."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pyphen
import pytest

from handbook.markdown.finishing import mark_lettered
from handbook.render.hyphenation import LEAST, is_broken_wrongly, keep_whole
from handbook.strings import load
from tests.products.syllables import read

WRONG = [
    "memperbaikinya",  # memperbaik-inya
    "menandainya",  # menanda-inya
    "kemasyarakatan",  # kemasyarak-atan
    "kesalahan",  # kesal-ahan
    "formulirnya",  # formul-irnya
    "mengingatkan",  # menging-atkan
    "berpraktik",  # berp-raktik
    "Pembelajaran",  # Pembel-ajaran
    "integritas",  # inte-gritas
    "Desember",  # Dese-mber
    "transformatif",  # tran-sformatif
    "substantif",  # subs-tantif
    "kekeringan",  # kekeri-ngan
    "perubahannya",  # peruba-hannya
    "internasional",  # internasi-onal
]
RIGHT = [
    "kesejahteraan",  # kesejah-teraan
    "pelaksanaannya",  # pelaksana-annya
    "kecamatannya",  # kecamat-annya
    "mengambil",  # meng-ambil
    "penyelenggaraan",
    "pemberdayaan",
]


@pytest.mark.parametrize("word", WRONG)
def test_a_word_that_the_patterns_break_wrongly_stays_whole(word: str) -> None:
    assert is_broken_wrongly(word)


@pytest.mark.parametrize("word", RIGHT)
def test_a_word_that_they_break_rightly_may_be_broken(word: str) -> None:
    assert not is_broken_wrongly(word)


def test_words_that_were_read_are_broken_rightly_or_not_at_all() -> None:
    patterns = pyphen.Pyphen(lang="id", left=LEAST, right=LEAST)
    names = {name.lower() for name in load("id").tree("cetak.utuh")}
    broken = {
        word: patterns.positions(word) for word in read() if word not in names and not is_broken_wrongly(word)
    }
    assert len(broken) > 250
    assert [word for word, places in broken.items() if not read()[word].issuperset(places)] == []


@pytest.mark.parametrize(("language", "spans"), [("id", ["memperbaikinya"]), ("en", [])])
def test_only_indonesian_is_judged(language: str, spans: list[str]) -> None:
    root = fromstring("<p>Camat <b>dapat memperbaikinya sendiri</b>.</p>")
    keep_whole(root, [], language)
    assert [span.text for span in root.iter("span")] == spans
    assert "".join(root.itertext()) == "Camat dapat memperbaikinya sendiri."


def test_a_name_is_known_in_small_letters_too() -> None:
    root = fromstring("<p>Dua puskesmas pembantu.</p>")
    keep_whole(root, ["Puskesmas"], "en")
    assert [span.text for span in root.iter("span")] == ["puskesmas"]


LISTS = {
    "lettered": ("<ul><li><strong>a.</strong> pendidikan</li><li><p>b. kesehatan</p></li></ul>", "lettered"),
    "not in order": ("<ul><li>b. satu</li><li>a. dua</li></ul>", None),
    "one without a letter": ("<ul><li>a. satu</li><li>dua</li></ul>", None),
    "a single item": ("<ul><li>a. satu</li></ul>", None),
    "plain": ("<ul><li>satu</li><li>dua</li></ul>", None),
}


@pytest.mark.parametrize("case", LISTS)
def test_a_list_that_its_author_letters_gets_no_bullets(case: str) -> None:
    html, expected = LISTS[case]
    root = fromstring(f"<div>{html}</div>")
    mark_lettered(root)
    assert root[0].get("class") == expected
