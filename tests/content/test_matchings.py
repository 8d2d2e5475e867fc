"""Matchings with answers that fit nothing, or that fit twice: shown, never right, kept by lasting letters."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import tostring

from lxml import html as lxml_html

from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz, asked
from handbook.html import Audience, Context, Medium, emphasised
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml
from handbook.strings import load

QUIZ = """
judul: Alat
jenis: latihan
pengantar: Satu soal.
soal:
  - id: alat
    jenis: menjodohkan
    mengukur: 2.1.2
    bagian: bacaan-2-1
    tanya: Jodohkan benda dengan gunanya.
    pembahasan: Setiap alat mempunyai tugas sendiri.
    pasangan:
      - {kiri: Sekop, kanan: menggali}
      - {kiri: Gembor, kanan: menyiram}
      - {kiri: Garu, kanan: meratakan}
"""
SPARE = "    pengecoh: [memangkas, menimbang]\n"
TWICE = "      - {kiri: Selang, kanan: menyiram}\n"


def question(more: str = "") -> AnyQuestion:
    root = read_yaml("kuis-2.yml", QUIZ + more).root
    assert root
    value, problems = validate(Quiz, root)
    assert value, problems
    [found] = value.questions
    return found


def context(medium: Medium) -> Context:
    return Context(load("id"), Audience.FACILITATOR, medium, lambda _: None, emphasised, str)


def drawn(item: AnyQuestion, medium: Medium) -> Any:
    return lxml_html.fromstring(tostring(asked(item, 1, "kuis-2", context(medium)), encoding="unicode"))


def values(item: AnyQuestion) -> dict[str, str]:
    """The letter that a device keeps for each answer."""
    [first, *_] = drawn(item, Medium.SITE).xpath("//select")
    return {option.text: option.get("value") for option in first if option.get("value")}


def test_answers_that_fit_nothing_are_offered_and_never_right() -> None:
    item = question(SPARE)
    assert {*values(item)} == {"menggali", "menyiram", "meratakan", "memangkas", "menimbang"}
    right = drawn(item, Medium.SITE).xpath("//@data-correct-value")
    assert {*right} == {values(item)[words] for words in ("menggali", "menyiram", "meratakan")}


def test_answers_kept_before_there_were_distractors_stay() -> None:
    before, after = values(question()), values(question(SPARE))
    assert {words: after[words] for words in before} == before
    assert len({*after.values()}) == len(after)


def test_marks_are_the_letters_of_the_printed_list() -> None:
    item = question(SPARE)
    printed = drawn(item, Medium.PRINT).xpath("//ol[@class='match-options']/li/text()")
    pairs = zip(("menggali", "menyiram", "meratakan"), (1, 2, 3), strict=True)
    expected = ", ".join(f"{n}–{'ABCDE'[printed.index(words)]}" for words, n in pairs)
    assert item.marks(context(Medium.PRINT)) == expected


def test_a_reader_is_told_of_answers_left_over_or_used_twice() -> None:
    said = [question(more).how_many(load("id")) for more in ("", SPARE, TWICE, TWICE + SPARE)]
    twice, spare = "Satu jawaban dapat dipakai lebih dari sekali.", "Tidak semua jawaban terpakai."
    assert said == ["", spare, twice, f"{twice} {spare}"]


def test_the_key_names_what_fits_nothing() -> None:
    key = question(SPARE).key(context(Medium.PRINT))
    assert key.endswith("Garu – meratakan. Tidak terpakai: memangkas; menimbang.")
