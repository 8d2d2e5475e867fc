"""Words of one family find each other, words that only look alike do not; one slip is forgiven."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WORDS = yaml.safe_load(Path(__file__).with_name("search").joinpath("words.yml").read_text(encoding="utf-8"))
ROOTS = """words => {
  window.store ??= HandbookSearch.makeStore(HandbookIndex);
  return words.map(window.store.root);
}"""
ANSWERS = """text => {
  window.store ??= HandbookSearch.makeStore(HandbookIndex);
  const {groups, named} = HandbookSearch.parse(text, window.store);
  const options = groups.flatMap(group => group.options);
  return {named, words: options.map(option => option.map(term => [...term.words.keys()]))};
}"""
SLIPS = [
    ("kordinasi", "koordinasi"),
    ("kemisknan", "kemiskinan"),
    ("pelayanna", "pelayanan"),
    ("instumen", "instrumen"),
    ("musyawarrah", "musyawarah"),
]


@pytest.mark.parametrize("family", WORDS["serumpun"], ids=lambda family: family[0])
def test_words_of_one_family_share_a_root(engine: Page, family: list[str]) -> None:
    roots = engine.evaluate(ROOTS, family)
    assert len(set(roots)) == 1, dict(zip(family, roots, strict=True))


@pytest.mark.parametrize("pair", WORDS["terpisah"], ids="-".join)
def test_words_that_look_alike_stay_apart(engine: Page, pair: list[str]) -> None:
    one, other = engine.evaluate(ROOTS, pair)
    assert one != other


@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_a_slip_is_forgiven(engine: Page, typed: str, meant: str) -> None:
    assert meant in words_of(engine, typed)


@pytest.mark.parametrize(("typed", "not_meant"), [("camat", "kecamatan"), ("perintah", "pemerintahan")])
def test_a_word_does_not_call_its_likeness(engine: Page, typed: str, not_meant: str) -> None:
    found = words_of(engine, typed)
    assert typed in found
    assert not_meant not in found


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("IK 2.1", ["ik-2-1"]),
        ("instrumen kerja (IK) 2.1", ["ik-2-1"]),
        ("UU Nomor 23 Tahun 2014", ["uu-23-2014"]),
        ("undang-undang no. 23/2014", ["uu-23-2014"]),
        ("tahap 3 modul 2", ["tahap-2-3"]),
        ("Modul 2", ["modul-2"]),
        ("tahap 9 modul 2", ["modul-2"]),
        ("IK 99.9", []),
    ],
)
def test_what_is_named_by_its_number(engine: Page, typed: str, ids: list[str]) -> None:
    assert engine.evaluate(ANSWERS, typed)["named"] == ids


def words_of(engine: Page, typed: str) -> set[str]:
    """The words of the book that answer to a typed one."""
    found: Any = engine.evaluate(ANSWERS, typed)["words"]
    return {word for option in found for term in option for word in term}
